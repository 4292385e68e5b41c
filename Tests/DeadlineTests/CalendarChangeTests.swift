// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

@Suite("Deadlines: a change of the calendar")
struct CalendarChangeTests {
    /// A made-up notice for 2027: 4 January off, made up for on Saturday, 9 January.
    private static let notice = CalendarTable(
        year: 2027,
        version: 2,
        status: .official,
        source: "test",
        off: [day("2027-01-01"): "元旦", day("2027-01-04"): "元旦"],
        work: [day("2027-01-09"): "元旦"]
    )

    private static func day(_ text: String) -> CivilDay { CivilDay(text) ?? CivilDay(number: 0) }

    @Test("the preview lists what would move and changes nothing; loading moves it, tells of it, and makes it firm")
    func loaded() async throws {
        let daemon = try Office.daemon(at: "2026-12-18T09:00:00+08:00")
        let moving = try await Office.call("10wd", in: daemon)
        let firm = try await Office.call("11wd", in: daemon, since: "2026-12-09")
        let untouched = try await Office.call("2wd", in: daemon)
        let elapsed = try await Office.call("30h", in: daemon)
        #expect(try daemon.due("reply", of: moving) == .end(of: "2027-01-04"))
        #expect(try daemon.deadline("reply", of: moving).isProvisional)
        let firmDue = try daemon.due("reply", of: firm)
        #expect(try daemon.deadline("reply", of: firm).isProvisional == false)

        let moves = try daemon.preview(.table(Self.notice))
        #expect(moves.map(\.number) == [moving])
        #expect(moves.map(\.was) == [.end(of: "2027-01-04")] && moves.map(\.due) == [.end(of: "2027-01-05")])
        #expect(moves.first?.wasProvisional == true && moves.first?.isProvisional == false)
        #expect(try daemon.due("reply", of: moving) == .end(of: "2027-01-04"))
        #expect(try daemon.told(moving, "deadline") == ["deadline.started"])

        try await daemon.apply(.table(Self.notice))
        #expect(try daemon.due("reply", of: moving) == .end(of: "2027-01-05"))
        #expect(try daemon.deadline("reply", of: moving).isProvisional == false)
        let told = try daemon.journal("deadline.moved", of: moving)
        #expect(told.count == 1)
        #expect(try told.first?.data.parsed()["to"] == ["handler"])
        #expect(try daemon.due("reply", of: firm) == firmDue)
        for number in [firm, untouched, elapsed] {
            #expect(try daemon.told(number, "deadline") == ["deadline.started"])
        }
        // The red card comes by the new calendar.
        try await daemon.advance(to: "2027-01-05T12:00:00+08:00")
        #expect(try daemon.told(moving).contains("due.breach") == false)
        try await daemon.advance(to: "2027-01-06T00:00:00+08:00")
        #expect(try daemon.told(moving).last == "due.breach")
    }

    @Test("one that stays where it is but becomes firm is told of as well; the applicant, when the item says so")
    func becomesFirm() async throws {
        let daemon = try Office.daemon(at: "2026-12-18T09:00:00+08:00")
        let permit = try await daemon.open("permit", as: .system)
        let same = try await Office.call("6wd", in: daemon)
        #expect(try daemon.due("reply", of: same) == .end(of: "2026-12-28"))
        #expect(try daemon.deadline("reply", of: same).isProvisional)
        try await daemon.apply(.table(Self.notice))
        #expect(try daemon.told(same, "deadline") == ["deadline.started", "deadline.firm"])
        // 4 January is off, 9 January is worked: by the 15th it is the same.
        let firm = try daemon.journal("deadline.firm", of: permit)
        #expect(try firm.map { try $0.data.parsed()["to"] } == [["handler", "subject"]])
    }

    @Test("going back restores the former table and the former due moments; there is no going back further")
    func rollback() async throws {
        let daemon = try Office.daemon(at: "2026-12-18T09:00:00+08:00")
        let number = try await Office.call("10wd", in: daemon)
        try await daemon.apply(.table(Self.notice))
        #expect(try daemon.preview(.rollback(year: 2027)).map(\.due) == [.end(of: "2027-01-04")])
        try await daemon.apply(.rollback(year: 2027))
        #expect(try daemon.due("reply", of: number) == .end(of: "2027-01-04"))
        #expect(try daemon.deadline("reply", of: number).isProvisional)
        #expect(try daemon.told(number, "deadline.moved").count == 2)
        // Before that there was no table at all.
        try await daemon.apply(.rollback(year: 2027))
        #expect(try daemon.due("reply", of: number) == .end(of: "2027-01-04"))
        await #expect(throws: EngineError.self) { try await daemon.apply(.rollback(year: 2027)) }
        var old = Self.notice
        old.version = 1
        try await daemon.apply(.table(Self.notice))
        let refused = try await refusal { try await daemon.apply(.table(old)) }
        #expect(refused?.refusalCode == "OLD_CALENDAR")
    }

    @Test("a paused deadline is counted by the new calendar when it goes on")
    func paused() async throws {
        let daemon = try Office.daemon(at: "2026-12-18T09:00:00+08:00")
        let number = try await Office.call("10wd", in: daemon)
        try await daemon.act(number, "hold", as: .system)
        #expect(try daemon.preview(.table(Self.notice)).isEmpty)
        try await daemon.apply(.table(Self.notice))
        try await daemon.act(number, "go", as: .system)
        #expect(try daemon.due("reply", of: number) == .end(of: "2027-01-05"))
    }

    @Test(
        "the counting anew goes in parts, goes on after a crash, and moves each deadline once",
        arguments: StoredOffice.Kind.allCases
    )
    func crash(_ kind: StoredOffice.Kind) throws {
        let office = try StoredOffice(kind, at: "2026-12-18T09:00:00")
        for _ in 0..<6 {
            try office.call { cases throws(EngineError) in
                for _ in 0..<100 {
                    _ = try cases.openCase(
                        NewCase(bureau: "office", item: "call", data: ["limit": "10wd"]),
                        by: .system
                    )
                }
            }
        }
        let first = "BS-20261218-000001"
        try office.call { cases throws(EngineError) in try cases.apply(.table(Self.notice)) }
        #expect(office.cases.recount?.isPending == true)
        _ = try office.engine.tick(at: office.now)
        _ = try office.engine.commit()
        #expect(try office.journal("deadline.moved").count == 200)
        #expect(try office.run("reply", of: first)?.due == .end(of: "2027-01-05"))
        // The next part is lost with the crash, and done again.
        _ = try office.engine.tick(at: office.now)
        try office.restart()
        #expect(office.cases.recount?.isPending == true)
        try office.tick()
        #expect(office.cases.recount?.isPending == false)
        #expect(office.cases.recount?.progress.moved == 600)
        #expect(try office.journal("deadline.moved").count == 600)
        #expect(Set(try office.journal("deadline.moved").map(\.caseNumber)).count == 600)
        try office.pass(to: "2026-12-18T09:03:00")
        #expect(try office.journal("timer.repaired").isEmpty)
    }

    @Test("what is due by the old calendar does not fire while the counting anew is still to come")
    func notYet() throws {
        let office = try StoredOffice(at: "2026-12-18T09:00:00")
        let number = try office.open("call", ["limit": "10wd"])
        office.now = instant("2027-01-05T00:00:00")
        try office.call { cases throws(EngineError) in try cases.apply(.table(Self.notice)) }
        try office.tick()
        #expect(try office.journal("due.breach", of: number).isEmpty)
        #expect(try office.run("reply", of: number)?.due == .end(of: "2027-01-05"))
        try office.jump(to: "2027-01-06T00:00:00")
        #expect(try office.journal("due.breach", of: number).count == 1)
    }
}
