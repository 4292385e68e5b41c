// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

/// What users of other systems complain of: lost, late and doubled timers. Each name begins with the complaint.
@Suite("Complaints about timers")
struct TimerComplaintTests {
    private static let usual = ["due.half", "due.soon", "due.breach", "due.breach.3"]

    @Test("camunda#61297: timers that were overdue when the daemon came back fire at once, not days later")
    func overdueAfterRestore() throws {
        let office = try StoredOffice(.sqlite)
        let number = try office.open("call", ["limit": "4wd"])
        try office.restart(at: "2022-08-30T00:00:00")
        try office.tick()
        #expect(try office.journal("due", of: number).map(\.at).allSatisfy { $0 == office.now })
        #expect(try office.journal("due", of: number).map(\.kind) == Self.usual)
        #expect(try office.engine.nextWakeUp().map { $0 > office.now } == true)
    }

    @Test("camunda#9680: restarts do not fire a timer again")
    func restarts() throws {
        let office = try StoredOffice(.sqlite)
        let number = try office.open("call", ["limit": "4wd"])
        for day in 12...22 {
            try office.restart(at: "2022-07-\(day)T12:00:00")
            try office.tick()
        }
        #expect(try office.journal("due", of: number).map(\.kind) == Self.usual)
    }

    @Test("camunda#13190, elsa#6523: a pause that ends at once loses no timer")
    func pauseAndResume() throws {
        let office = try StoredOffice()
        let number = try office.open("call", ["limit": "2h"])
        for _ in 0..<5 {
            try office.act(number, "hold")
            try office.act(number, "go")
        }
        #expect(try office.run("reply", of: number)?.pauses.isEmpty == true)
        try office.pass(to: "2022-07-12T12:00:00")
        #expect(try office.journal("due", of: number).map(\.kind) == ["due.half", "due.soon", "due.breach"])
    }

    @Test("flowable#4026: each rung fires at its very moment, not some time after")
    func exact() throws {
        let office = try StoredOffice()
        let number = try office.open("call", ["limit": "15min"])
        try office.pass(to: "2022-07-12T10:00:00")
        let climbs = try #require(try office.run("reply", of: number)?.climbs)
        #expect(climbs.count == 3 && climbs.allSatisfy { $0.at == $0.moment })
        #expect(try office.journal("due", of: number).allSatisfy { try $0.data.parsed()["late_by"] == nil })
    }

    @Test("Activiti#1100, kie-issues#646: a second timer for the same rung does nothing")
    func doubled() throws {
        let office = try StoredOffice()
        let number = try office.open("call", ["limit": "15min"])
        for copy in 1...3 {
            try office.call { _ throws(EngineError) in
                try office.engine.write(
                    .putTimer(
                        TimerRecord(
                            id: "copy\(copy)",
                            due: instant("2022-07-12T09:20:00"),
                            caseNumber: number,
                            body: RawJSON(["deadline": "reply", "rung": "due"])
                        )
                    )
                )
            }
        }
        try office.pass(to: "2022-07-12T10:00:00")
        #expect(try office.journal("due.breach", of: number).count == 1)
        #expect(try office.run("reply", of: number)?.climbs.count == 3)
    }

    @Test("elsa#2443: a timer that elapsed while the server was down moves the case on when it comes back")
    func elapsedWhileDown() throws {
        let office = try StoredOffice(.sqlite)
        let number = try office.open("ladder")
        try office.restart(at: "2022-07-20T09:00:00")
        try office.tick()
        #expect(try office.cases.view(number, for: .system).record.state == "AGREED")
        #expect(try office.run("consent", of: number)?.state == .elapsed)
        #expect(try office.journal("due.elapsed", of: number).first?.data.parsed()["late_by"] != nil)
    }

    @Test("elsa#7223: 200 cases resumed at once leave no timer behind and lose none")
    func manyResumes() throws {
        let office = try StoredOffice()
        var numbers: [String] = []
        for _ in 0..<200 { numbers.append(try office.open("call", ["limit": "2h"])) }
        for number in numbers { try office.act(number, "hold") }
        #expect(try office.engine.nextTimerOrTask() == nil)
        for number in numbers { try office.act(number, "go") }
        try office.pass(to: "2022-07-12T12:00:00")
        #expect(try office.journal("due.breach").count == 200)
        for number in numbers { try office.act(number, "done") }
        try office.jump(to: "2022-07-12T12:05:00")
        #expect(try office.engine.nextTimerOrTask() == nil)
        #expect(try office.journal("timer.repaired").isEmpty)
    }

    @Test("conductor#3588: whatever happens to a case, its next timer is there")
    func neverWithout() throws {
        let office = try StoredOffice()
        let number = try office.open("permit")
        let actions = ["longer", "accept", "suspend", "resume", "finish", "back", "suspend", "resume", "finish"]
        for (index, action) in actions.enumerated() {
            try office.pass(to: "2022-07-\(12 + index)T10:00:00")
            try office.act(number, action)
            let running = try office.cases.view(number, for: .system).deadlines.filter {
                $0.run.isActive && !$0.run.isStanding
            }
            let timers = try office.store.timers(caseNumber: number).map(\.id)
            #expect(timers.sorted() == running.map { "\(number)/deadline/\($0.run.id)" }.sorted())
        }
        try office.act(number, "close")
        #expect(try office.store.timers(caseNumber: number).isEmpty)
    }

    @Test("conductor#1254: a repair does not orphan a case that waits for a person")
    func repairLeavesTheCase() throws {
        let office = try StoredOffice()
        let number = try office.open("permit")
        let before = try office.cases.view(number, for: .system)
        try office.byHand("", .removeTimer(id: "\(number)/deadline/accept"))
        try office.jump(to: "2022-07-12T09:02:00")
        let after = try office.cases.view(number, for: .system)
        #expect(
            after.record == before.record && after.actions.map(\.declaration.id) == before.actions.map(\.declaration.id)
        )
        try office.act(number, "accept")
        #expect(try office.cases.view(number, for: .system).record.state == "WORK")
    }

    @Test("camunda#7669: rungs are counted from the start, so that none drifts when another was late")
    func noDrift() throws {
        let office = try StoredOffice()
        let number = try office.open("call", ["limit": "4h"])
        // Half is told 40 minutes late; the others keep their moments.
        try office.jump(to: "2022-07-12T11:40:00")
        try office.pass(to: "2022-07-12T14:00:00")
        let climbs = try #require(try office.run("reply", of: number)?.climbs)
        #expect(
            climbs.map(\.at) == [
                instant("2022-07-12T11:40:00"), instant("2022-07-12T12:00:00"), instant("2022-07-12T13:00:00.001"),
            ]
        )
    }
}
