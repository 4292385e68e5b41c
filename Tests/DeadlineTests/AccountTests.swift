// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Deadlines: why")
struct AccountTests {
    private func lines(_ account: DeadlineAccount) -> [String] {
        account.reckoning.steps.map { step in
            "\(ShanghaiTime.day(of: step.from)) \(step.isCounted ? "+" : "-")\(step.amount) \(step.rule.en)"
        }
    }

    @Test("holiday, make-up day, weekend, pause with its reason and extension stand beside what was counted")
    func everything() async throws {
        let daemon = try Office.daemon(at: "2022-09-27T09:00:00+08:00")
        let number = try await Office.call("4wd", in: daemon)
        try await daemon.advance(to: "2022-09-28T10:00:00+08:00")
        try await daemon.act(number, "hold", as: .system)
        try await daemon.advance(to: "2022-09-30T10:00:00+08:00")
        try await daemon.act(number, "go", as: .system)
        try await daemon.act(number, "longer", as: .system)
        let account = try #require(try daemon.accounts(of: number, "reply").first)
        #expect(
            self.lines(account) == [
                "2022-09-27 -1 the day it starts is not counted", "2022-09-28 +1 working days",
                "2022-09-29 -2 the clock stood: Held", "2022-10-01 -7 holiday: National Day",
                "2022-10-08 +2 make-up working day", "2022-10-10 +1 working days",
                "2022-10-11 +4 working days (extension 10wd)", "2022-10-15 -2 weekend",
                "2022-10-17 +5 working days (extension 10wd)", "2022-10-22 -2 weekend",
                "2022-10-24 +1 working days (extension 10wd)",
            ]
        )
        #expect(account.reckoning.budget == 14 && account.reckoning.used == 1)
        #expect(account.reckoning.runningSince == daemon.now)
        #expect(account.reckoning.due?.day == CivilDay("2022-10-24"))
        #expect(self.counted(account) == 14)
    }

    private func counted(_ account: DeadlineAccount) -> Int64 {
        account.reckoning.steps.reduce(0) { $0 + ($1.isCounted ? $1.amount : 0) }
    }

    @Test("of one that has ended, what was used until then; of one that is over, by how much")
    func ended() async throws {
        let daemon = try Office.daemon()
        let inTime = try await Office.call("24h", in: daemon)
        let late = try await Office.call("2h", in: daemon)
        try await daemon.advance(to: "2022-07-12T12:30:00+08:00")
        try await daemon.act(inTime, "done", as: .system)
        try await daemon.act(late, "done", as: .system)
        try await daemon.advance(by: .seconds(86_400 * 3))
        let first = try #require(try daemon.accounts(of: inTime).first)
        #expect(first.reckoning.used == 12_600_000 && first.reckoning.budget == 86_400_000)
        #expect(self.counted(first) == 12_600_000 && first.reckoning.steps.count == 1)
        #expect(first.reckoning.runningSince == nil)
        let second = try #require(try daemon.accounts(of: late).first)
        #expect(second.reckoning.used == 7_200_000 && self.counted(second) == 7_200_000)
        #expect(second.reckoning.steps.last?.rule.en == "over the limit")
        #expect(second.reckoning.steps.last?.amount == 5_400_000)
    }

    @Test("of one that stands, what was used and why it stands")
    func standing() async throws {
        let daemon = try Office.daemon()
        let number = try await daemon.open("permit", as: .system)
        try await daemon.act(number, "accept", as: .system)
        try await daemon.advance(to: "2022-07-14T09:00:00+08:00")
        try await daemon.act(number, "suspend", as: .system)
        try await daemon.advance(to: "2022-07-19T09:00:00+08:00")
        let account = try #require(try daemon.accounts(of: number, "total").first)
        #expect(account.reckoning.due == nil && account.run.state == .paused)
        #expect(account.reckoning.used == 2 && account.reckoning.runningSince == nil)
        #expect(self.lines(account).last == "2022-07-15 -5 the clock stood: Suspended: experts")
        #expect(try daemon.accounts(of: number).map(\.run.id).contains("answer"))
    }

    @Test("a deadline the case never had is refused")
    func unknown() async throws {
        let daemon = try Office.daemon()
        let number = try await daemon.open("permit", as: .system)
        let error = try await refusal { _ = try daemon.accounts(of: number, "nothing") }
        #expect(error?.refusalCode == "NO_DEADLINE")
    }

    @Test("who changes the limit, from what to what and why is kept; only a head may, and with a reason")
    func changed() async throws {
        let daemon = try Office.daemon()
        let number = try await Office.call("10wd", in: daemon)
        let clerk = try await refusal {
            try daemon.changeLimit("reply", of: number, to: Limit(15, .workingDays), as: .person("c", "clerk"))
        }
        #expect(clerk?.refusalCode == "ROLE")
        let head = PersonView.person("h", "head")
        let silent = try await refusal {
            try daemon.changeLimit("reply", of: number, to: Limit(15, .workingDays), reason: "", as: head)
        }
        #expect(silent?.refusalCode == "REASON")
        try daemon.changeLimit("reply", of: number, to: Limit(15, .workingDays), reason: "案情复杂", as: head)
        let account = try #require(try daemon.accounts(of: number).first)
        #expect(account.run.changes.map(\.from) == ["10wd"] && account.run.changes.map(\.reason) == ["案情复杂"])
        #expect(account.run.limit == "15wd" && account.run.due == .end(of: "2022-08-02"))
        #expect(try daemon.told(number, "deadline.changed").count == 1)
    }

    @Test("a limit that is used up already is breached with the change, once; a breached one cannot be changed")
    func changedIntoThePast() async throws {
        let daemon = try Office.daemon()
        let number = try await Office.call("10wd", in: daemon)
        try await daemon.advance(to: "2022-07-18T09:00:00+08:00")
        try daemon.changeLimit("reply", of: number, to: Limit(2, .workingDays))
        #expect(try daemon.told(number) == ["due.breach"])
        #expect(try daemon.journal("due.breach", of: number).first?.data.parsed()["late_by"] == nil)
        let again = try await refusal { try daemon.changeLimit("reply", of: number, to: Limit(20, .workingDays)) }
        #expect(again?.refusalCode == "BREACHED")
        let extended = try await Office.call("4wd", in: daemon)
        try await daemon.act(extended, "longer", as: .system)
        let unit = try await refusal { try daemon.changeLimit("reply", of: extended, to: Limit(3, .hours)) }
        #expect(unit?.refusalCode == "LIMIT_UNIT")
    }
}
