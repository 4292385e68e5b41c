// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

@Suite("Deadlines: the audit of the timers")
struct AuditTests {
    @Test(
        "temporal#11869, camunda#61297: a timer deleted by hand is there again within a minute, is told of, and fires once",
        arguments: StoredOffice.Kind.allCases
    )
    func deleted(_ kind: StoredOffice.Kind) throws {
        let office = try StoredOffice(kind)
        let number = try office.open("call", ["limit": "4wd"])
        let id = "\(number)/deadline/reply"
        try office.byHand("DELETE FROM timers WHERE id = '\(id)'", .removeTimer(id: id))
        #expect(try office.store.timer(id) == nil)
        try office.jump(to: "2022-07-12T09:00:59")
        #expect(try office.store.timer(id) == nil)
        try office.jump(to: "2022-07-12T09:01:00")
        #expect(try office.store.timer(id)?.due == instant("2022-07-15T00:00:00"))
        let told = try office.journal("timer.repaired", of: number)
        #expect(told.count == 1)
        let data = try #require(try told.first?.data.parsed())
        #expect(data["difference"] == "missing" && data["timer"] == .string(id))
        #expect(try office.cases.timerFigures(at: office.now).repaired == 1)
        try office.pass(to: "2022-08-30T00:00:00")
        #expect(
            try office.journal("due", of: number).map(\.kind) == ["due.half", "due.soon", "due.breach", "due.breach.3"]
        )
        #expect(try office.journal("timer.repaired").count == 1)
    }

    @Test("a timer of the wrong moment is put right, a surplus one goes", arguments: StoredOffice.Kind.allCases)
    func wrongAndSurplus(_ kind: StoredOffice.Kind) throws {
        let office = try StoredOffice(kind)
        let open = try office.open("call", ["limit": "4wd"])
        let closed = try office.open("call", ["limit": "4wd"])
        try office.act(closed, "done")
        func timer(_ id: String, _ number: String?, _ due: String) -> TimerRecord {
            TimerRecord(
                id: id,
                due: instant(due),
                caseNumber: number,
                body: RawJSON(["deadline": "reply", "rung": "half"])
            )
        }
        let body = #"{"deadline":"reply","rung":"half"}"#
        let wrong = timer("\(open)/deadline/reply", open, "2022-07-20T00:00:00")
        let ghost = timer("\(open)/deadline/ghost", open, "2022-07-20T00:00:00")
        let orphan = timer("\(closed)/deadline/reply", closed, "2022-07-20T00:00:00")
        let lost = timer("BS-19990101-000001/deadline/reply", "BS-19990101-000001", "2022-07-20T00:00:00")
        let other = timer("other", nil, "2022-07-20T00:00:00")
        let rows = [wrong, ghost, orphan, lost, other]
        let sql = rows.map { row in
            let number = row.caseNumber.map { "'\($0)'" } ?? "NULL"
            return "INSERT OR REPLACE INTO timers VALUES ('\(row.id)', \(row.due.milliseconds), \(number), '\(body)');"
        }
        try office.byHand(
            sql.joined(),
            .putTimer(wrong),
            .putTimer(ghost),
            .putTimer(orphan),
            .putTimer(lost),
            .putTimer(other)
        )
        try office.jump(to: "2022-07-12T09:01:00")
        #expect(try office.store.timer(wrong.id)?.due == instant("2022-07-15T00:00:00"))
        #expect(try [ghost, orphan, lost].allSatisfy { try office.store.timer($0.id) == nil })
        #expect(try office.store.timer("other") != nil)
        let told = try office.journal("timer.repaired").map { try $0.data.parsed()["difference"]?.stringValue }
        #expect(told.compactMap { $0 }.sorted() == ["moved", "surplus", "surplus", "surplus"])
        #expect(try office.cases.timerFigures(at: office.now).repaired == 4)
    }

    @Test("nothing is repaired where nothing is wrong: pauses, ends, extensions and closings leave the right timers")
    func clean() throws {
        let office = try StoredOffice()
        let permit = try office.open("permit")
        try office.act(permit, "longer")
        try office.pass(to: "2022-07-13T10:00:00")
        try office.act(permit, "accept")
        try office.act(permit, "suspend")
        try office.pass(to: "2022-07-20T10:00:00")
        try office.act(permit, "resume")
        try office.act(permit, "finish")
        let ladder = try office.open("ladder")
        try office.pass(to: "2022-08-20T10:00:00")
        try office.act(ladder, "done")
        try office.act(permit, "close")
        try office.pass(to: "2022-08-20T10:02:00")
        #expect(try office.cases.timerFigures(at: office.now).audits > 2)
        #expect(try office.journal("timer.repaired").isEmpty)
    }

    @Test("5,000 open cases are looked at within a minute, a hundred in a tick")
    func many() throws {
        let office = try StoredOffice()
        for _ in 0..<50 {
            _ = try office.call { cases throws(EngineError) in
                for _ in 0..<100 {
                    _ = try cases.openCase(
                        NewCase(bureau: "office", item: "call", data: ["limit": "20wd"]),
                        by: .system
                    )
                }
            }
        }
        try office.call { cases throws(EngineError) in
            // The last of them, so that the whole walk is needed.
            try office.engine.write(.removeTimer(id: "BS-20220712-005000/deadline/reply"))
        }
        let before = try office.cases.timerFigures(at: office.now).audits
        office.now = instant("2022-07-12T09:01:00")
        var ticks = 0
        let end = instant("2022-07-12T09:02:00")
        while office.now < end, try office.cases.timerFigures(at: office.now).audits == before {
            _ = try office.engine.tick(at: office.now)
            ticks += 1
            office.now = office.now.adding(milliseconds: 250)
        }
        _ = try office.engine.commit()
        #expect(office.now < end)
        #expect(ticks > 50)
        #expect(try office.journal("timer.repaired").count == 1)
    }

    @Test("camunda#61288: how overdue the oldest timer is can be read")
    func overdue() throws {
        let office = try StoredOffice()
        _ = try office.open("call", ["limit": "15min"])
        #expect(try office.cases.timerFigures(at: instant("2022-07-12T09:00:00")).overdueMilliseconds == 0)
        // Half of it is over after 7 and a half minutes.
        #expect(try office.cases.timerFigures(at: instant("2022-07-12T09:08:30")).overdueMilliseconds == 60_000)
        try office.jump(to: "2022-07-12T09:08:30")
        #expect(try office.cases.timerFigures(at: office.now).overdueMilliseconds == 0)
    }

    @Test("flowable#2354: a timer whose handler failed is put off and tried again, and is not taken for a wrong one")
    func putOff() throws {
        let office = try StoredOffice()
        let number = try office.open("faulty")
        let other = try office.open("call", ["limit": "10min"])
        try office.pass(to: "2022-07-12T09:14:59")
        #expect(try office.journal("timer.failed", of: number).count == 1)
        #expect(try office.journal("due.breach", of: other).count == 1)
        try office.jump(to: "2022-07-12T09:15:01")
        #expect(try office.journal("timer.failed", of: number).count == 2)
        try office.jump(to: "2022-07-12T09:19:00")
        #expect(try office.journal("timer.failed", of: number).count == 2)
        #expect(try office.journal("timer.repaired").isEmpty)
        #expect(try office.journal("due.breach", of: number).isEmpty)
    }
}
