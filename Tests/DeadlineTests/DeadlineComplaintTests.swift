// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

/// What users of other systems complain of: deadlines, calendars and pauses. Each name begins with the complaint.
@Suite("Complaints about deadlines")
struct DeadlineComplaintTests {
    @Test("glpi#15605: changing the limit keeps the time already waited")
    func changedLimitKeepsWaiting() async throws {
        let daemon = try Office.daemon()
        let number = try await Office.call("8h", in: daemon)
        try await daemon.advance(to: "2022-07-12T10:00:00+08:00")
        try await daemon.act(number, "hold", as: .system)
        try await daemon.advance(to: "2022-07-12T15:00:00+08:00")
        try await daemon.act(number, "go", as: .system)
        try daemon.changeLimit("reply", of: number, to: Limit(4, .hours))
        // One hour was used before the five hours' wait; three are left.
        #expect(try daemon.due("reply", of: number) == instant("2022-07-12T18:00:00"))
        #expect(try daemon.accounts(of: number).first?.reckoning.used == 3_600_000)
    }

    @Test("glpi#6902: another kind of limit keeps start and pauses as well")
    func changedClockKeepsWaiting() async throws {
        let daemon = try Office.daemon()
        let number = try await Office.call("10d", in: daemon)
        try await daemon.advance(to: "2022-07-13T09:00:00+08:00")
        try await daemon.act(number, "hold", as: .system)
        try await daemon.advance(to: "2022-07-15T09:00:00+08:00")
        try await daemon.act(number, "go", as: .system)
        try daemon.changeLimit("reply", of: number, to: Limit(3, .workingDays))
        // 13 counts; 14 and 15 stood; 18 and 19.
        #expect(try daemon.due("reply", of: number) == .end(of: "2022-07-19"))
    }

    @Test("glpi#24481, objectstack#1310: while the clock stands nothing is violated and nobody is alarmed")
    func pendingIsNotViolated() async throws {
        let daemon = try Office.daemon()
        let number = try await Office.call("2h", in: daemon)
        try await daemon.advance(to: "2022-07-12T10:59:59+08:00")
        try await daemon.act(number, "hold", as: .system)
        let before = try daemon.told(number)
        try await daemon.advance(to: "2023-07-12T11:00:00+08:00")
        #expect(try daemon.told(number) == before && !before.contains("due.breach"))
        #expect(try daemon.deadline("reply", of: number).state == .paused)
        // The pause is in the journal, with its reason.
        #expect(try daemon.journal("deadline.paused", of: number).first?.data.parsed()["en"] == "Held")
    }

    @Test("glpi#23359: the time between the end and a reopening is neither used nor a pause of the citizen's")
    func solvedTime() async throws {
        let daemon = try Office.daemon()
        let number = try await daemon.open("permit", as: .system)
        try await daemon.act(number, "accept", as: .system)
        try await daemon.advance(to: "2022-07-12T12:00:00+08:00")
        try await daemon.act(number, "finish", as: .system)
        try await daemon.advance(to: "2022-07-20T12:00:00+08:00")
        #expect(try daemon.accounts(of: number, "answer").first?.reckoning.used == 10_800_000)
        #expect(try daemon.deadline("answer", of: number).pauses.isEmpty)
    }

    @Test("glpi#10594: a pause over a weekend costs no working day more than it must")
    func pauseOverWeekend() async throws {
        let daemon = try Office.daemon(at: "2022-07-14T09:00:00+08:00")
        let number = try await Office.call("3wd", in: daemon)
        let other = try await Office.call("3wd", in: daemon)
        #expect(try daemon.due("reply", of: number) == .end(of: "2022-07-19"))
        try await daemon.advance(to: "2022-07-15T17:00:00+08:00")
        try await daemon.act(number, "hold", as: .system)
        try await daemon.advance(to: "2022-07-17T20:00:00+08:00")
        try await daemon.act(number, "go", as: .system)
        // Friday counted, Monday and Tuesday will.
        #expect(try daemon.due("reply", of: number) == daemon.due("reply", of: other))
    }

    @Test("glpi#22678: a rung one hour before the due moment is one hour before it, not at midnight")
    func oneHourBefore() async throws {
        let daemon = try Office.daemon()
        let number = try await daemon.open("ladder", as: .system)
        try await daemon.advance(to: "2022-07-16T09:00:00+08:00")
        let climbs = try daemon.climbs(number, "hour")
        #expect(climbs.contains("last \(instant("2022-07-16T03:00:00"))"))
    }

    @Test("glpi#15429, glpi#687, zammad#5177: the first answer and the whole have clocks and ladders of their own")
    func ownClocks() async throws {
        let daemon = try Office.daemon()
        let number = try await daemon.open("permit", as: .system)
        try await daemon.advance(to: "2022-07-15T00:00:00+08:00")
        #expect(try daemon.deadline("accept", of: number).state == .breached)
        #expect(try daemon.deadline("total", of: number).state == .running)
        #expect(try daemon.climbs(number, "total").isEmpty)
        try await daemon.act(number, "accept", as: .system)
        #expect(try daemon.due("total", of: number) == .end(of: "2022-08-09"))
    }

    @Test("glpi#1911: who gets the matter next has a time of his own")
    func secondGroup() async throws {
        let daemon = try Office.daemon()
        let first = try await daemon.open("permit", as: .system)
        try await daemon.advance(to: "2022-07-14T09:00:00+08:00")
        try await daemon.act(first, "accept", as: .system)
        #expect(try daemon.deadline("answer", of: first).start == instant("2022-07-14T09:00:00"))
        #expect(try daemon.due("answer", of: first) == instant("2022-07-15T09:00:00"))
    }

    @Test("glpi#4206: when nobody takes it, supervisor and head are told")
    func nobodyTakesIt() async throws {
        let daemon = try Office.daemon()
        let number = try await Office.call("15min", in: daemon)
        try await daemon.advance(to: "2022-07-12T10:00:00+08:00")
        let breach = try #require(try daemon.journal("due.breach", of: number).first)
        #expect(try breach.data.parsed()["to"] == ["supervisor", "head"])
    }

    @Test("zammad#4432, zammad#2157: of a limit in office hours no reminder falls on a night or a weekend")
    func reminders() async throws {
        let daemon = try Office.daemon(at: "2022-07-15T17:00:00+08:00")
        let number = try await Office.call("8oh", in: daemon)
        try await daemon.advance(to: "2022-07-20T00:00:00+08:00")
        let climbs = try daemon.deadline("reply", of: number).climbs.prefix(3)
        #expect(climbs.count == 3)
        for climb in climbs {
            let day = ShanghaiTime.day(of: climb.at)
            let minutes = ShanghaiTime.timeOfDay(of: climb.at).minutes
            let isOpen = OfficeHours.standard.segments(on: day).contains { minutes >= $0.start && minutes <= $0.end }
            #expect(!day.isWeekend && isOpen, "\(climb)")
        }
    }

    @Test("zammad#3180: round the clock no minute is lost at midnight")
    func midnights() async throws {
        let daemon = try Office.daemon()
        for limit in ["240h", "14400min", "240uh"] {
            let number = try await Office.call(limit, in: daemon)
            #expect(try daemon.due("reply", of: number) == instant("2022-07-22T09:00:00"), "\(limit)")
        }
    }

    @Test("zammad#188: what is opened again goes on with what was left, and the time it was closed is not counted")
    func reopened() async throws {
        let daemon = try Office.daemon()
        let number = try await daemon.open("permit", as: .system)
        try await daemon.act(number, "accept", as: .system)
        try await daemon.advance(to: "2022-07-12T13:00:00+08:00")
        try await daemon.act(number, "finish", as: .system)
        try await daemon.advance(to: "2022-07-18T13:00:00+08:00")
        try await daemon.act(number, "back", as: .system)
        #expect(try daemon.due("answer", of: number) == instant("2022-07-19T09:00:00"))
        #expect(try daemon.case(number).deadlines.filter { $0.run.id == "answer" }.count == 1)
        let account = try #require(try daemon.accounts(of: number, "answer").first)
        #expect(account.reckoning.used == 4 * 3_600_000)
        #expect(account.reckoning.steps.map(\.isCounted) == [true, false, true])
        // What was breached stays so.
        try await daemon.advance(to: "2022-07-20T09:00:00+08:00")
        try await daemon.act(number, "finish", as: .system)
        try await daemon.act(number, "back", as: .system)
        #expect(try daemon.deadline("answer", of: number).state == .breached)
        #expect(try daemon.journal("due.breach", of: number).filter { $0.data.text.contains("answer") }.count == 1)
    }

    @Test("zammad#534: a change of the calendar is counted into what runs")
    func calendarChange() async throws {
        let daemon = try Office.daemon()
        let number = try await Office.call("3wd", in: daemon)
        var table = try #require(Office.tables.first { $0.year == 2022 })
        table.version += 1
        let thursday = try #require(CivilDay("2022-07-14"))
        table.off[thursday] = "抗洪"
        try await daemon.apply(.table(table))
        #expect(try daemon.due("reply", of: number) == .end(of: "2022-07-18"))
    }

    @Test("otobo#389: a clock that stands does so to the millisecond, not to a guessed number of minutes")
    func toTheMillisecond() async throws {
        let daemon = try Office.daemon()
        let number = try await Office.call("1h", in: daemon)
        try await daemon.advance(to: "2022-07-12T09:59:59.999+08:00")
        try await daemon.act(number, "hold", as: .system)
        try await daemon.advance(to: "2022-07-12T10:03:21.123+08:00")
        try await daemon.act(number, "go", as: .system)
        #expect(try daemon.due("reply", of: number) == instant("2022-07-12T10:03:21.124"))
    }

    @Test("jmix#790: a day under a calendar is a day, not 24 office hours")
    func oneDay() async throws {
        let daemon = try Office.daemon()
        #expect(try daemon.due("reply", of: try await Office.call("1wd", in: daemon)) == .end(of: "2022-07-13"))
        #expect(try daemon.due("reply", of: try await Office.call("1d", in: daemon)) == .end(of: "2022-07-13"))
    }

    @Test("openregister#3272: a calendar does not expire: beyond its tables due moments are provisional, not missing")
    func calendarsEnd() async throws {
        let daemon = try Office.daemon(at: "2029-12-20T09:00:00+08:00")
        let number = try await Office.call("20wd", in: daemon)
        let run = try daemon.deadline("reply", of: number)
        #expect(run.due != nil && run.isProvisional)
    }

    @Test("openregister#3272: a rung is climbed once in a run, and again in the next run")
    func oncePerRun() async throws {
        let daemon = try Office.daemon()
        let number = try await Office.call("15min", in: daemon)
        try await daemon.advance(to: "2022-07-12T10:00:00+08:00")
        let rungs = try daemon.deadline("reply", of: number).claimed
        #expect(Set(rungs).count == rungs.count && rungs.count == 3)
    }
}
