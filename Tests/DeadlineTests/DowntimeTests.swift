// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

@Suite("Deadlines: after the daemon was down")
struct DowntimeTests {
    @Test(
        "X16: three days down, 700 cases: every missed timer fires once, in the order of its moment, with how late it is",
        arguments: StoredOffice.Kind.allCases
    )
    func missed(_ kind: StoredOffice.Kind) throws {
        let office = try StoredOffice(kind)
        var numbers: [String] = []
        for batch in 0..<7 {
            numbers += try office.call { cases throws(EngineError) in
                var opened: [String] = []
                for index in 0..<100 {
                    // Limits of 1 to 70 hours, so that the moments of the cases lie among one another.
                    let hours = (batch * 100 + index) * 7 % 70 + 1
                    opened.append(
                        try cases.openCase(
                            NewCase(bureau: "office", item: "call", data: ["limit": .string("\(hours)h")]),
                            by: .system
                        )
                    )
                }
                return opened
            }
        }
        try office.restart(at: "2022-07-15T09:00:00")
        let ticks = try office.tick()
        // Half, a quarter left and due, of each.
        let climbs = try office.journal("due")
        #expect(climbs.count == 2_100)
        #expect(ticks >= 4)
        let moments = try climbs.map { entry in
            let late = try entry.data.parsed()["late_by"]?.integerValue ?? 0
            return entry.at.adding(seconds: -late)
        }
        #expect(zip(moments, moments.dropFirst()).allSatisfy { $0.milliseconds <= $1.milliseconds + 1_000 })
        #expect(moments.allSatisfy { $0 < office.now })
        for number in numbers.prefix(20) {
            #expect(
                try office.journal("due", of: number).map(\.kind) == ["due.half", "due.soon", "due.breach"]
            )
        }
        try office.restart()
        try office.tick()
        #expect(try office.journal("due").count == 2_100)
        #expect(try office.journal("timer.repaired").isEmpty)
    }

    @Test("camunda#11594: what is due is done in slices of 500, and calls come between")
    func slices() throws {
        let office = try StoredOffice()
        for _ in 0..<12 {
            try office.call { cases throws(EngineError) in
                for _ in 0..<50 {
                    _ = try cases.openCase(
                        NewCase(bureau: "office", item: "call", data: ["limit": "15min"]),
                        by: .system
                    )
                }
            }
        }
        office.now = instant("2022-07-15T09:00:00")
        #expect(try office.engine.tick(at: office.now))
        _ = try office.engine.commit()
        #expect(try office.journal("due").count == 500)
        _ = try office.open("call", ["limit": "15min"])
        try office.tick()
        #expect(try office.journal("due.breach").count == 600)
    }

    @Test("an action after the downtime does not make the deadline look met: what was due before it comes first")
    func actionBeforeTheTick() throws {
        let office = try StoredOffice()
        let number = try office.open("call", ["limit": "2wd"])
        try office.restart(at: "2022-07-18T09:00:00")
        try office.act(number, "done")
        let run = try #require(try office.run("reply", of: number))
        #expect(run.state == .breached)
        let kinds = try office.journal(of: number).map(\.kind)
        let breach = try #require(kinds.firstIndex(of: "due.breach"))
        let action = try #require(kinds.firstIndex(of: "case.action"))
        #expect(breach < action)
        #expect(
            try office.journal("due.breach", of: number).first?.data.parsed()["late_by"]
                == .integer(3 * 86_400 + 32_400)
        )
    }

    @Test("even with its timer lost, a deadline that is over when its state is left is a breach")
    func lostTimerAtTheEnd() throws {
        let office = try StoredOffice()
        let number = try office.open("call", ["limit": "2wd"])
        try office.call { _ throws(EngineError) in
            try office.engine.write(.removeTimer(id: "\(number)/deadline/reply"))
        }
        office.now = instant("2022-07-18T09:00:00")
        try office.act(number, "done")
        #expect(try office.run("reply", of: number)?.state == .breached)
        #expect(try office.journal("due.breach", of: number).count == 1)
        #expect(try office.cases.view(number, for: .system).cards.map(\.color) == [.red])
    }
}
