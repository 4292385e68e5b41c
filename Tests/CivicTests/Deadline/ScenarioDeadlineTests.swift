// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

@Suite("Deadlines: the bureaus' scenarios")
struct ScenarioDeadlineTests {
    private func due(_ start: String, _ limit: String, extensions: [String] = []) throws -> Due {
        let ledger = DeadlineLedger(
            start: try wall(start),
            limit: try Limit(limit),
            extensions: try extensions.map { try Limit($0) }
        )
        return try SeedFiles.rules.due(ledger)
    }

    @Test("Market: a captain asked at 09:00:00 has until 09:15:00")
    func dispatch() throws {
        #expect(try self.due("2022-07-12 09:00", "15min").instant == (try wall("2022-07-12 09:15")))
    }

    @Test("Market: an order of 2022-07-12 with 3 working days ends with 2022-07-15, its recheck is due 2022-07-19")
    func order() throws {
        let due = try self.due("2022-07-12", "3wd")
        #expect(due.day == (try day("2022-07-15")))
        #expect(due.instant == (try wall("2022-07-16")))
        #expect(try self.due("2022-07-16", "2wd").day == (try day("2022-07-19")))
    }

    @Test(
        "Market: 2 working days before the holidays of October",
        arguments: [("2022-09-28", "2022-09-30"), ("2022-09-29", "2022-10-08")]
    )
    func orderBeforeHolidays(start: String, end: String) throws {
        #expect(try self.due(start, "2wd").day == (try day(end)))
    }

    @Test("Market: a complaint accepted 2022-07-12 ends after 45 working days, on 2022-09-14 at 24:00; notice 7 later")
    func complaint() throws {
        let due = try self.due("2022-07-12", "45wd")
        #expect(due.day == (try day("2022-09-14")))
        #expect(due.instant == (try wall("2022-09-15")))
        #expect(try self.due("2022-09-14 23:59", "7wd").day == (try day("2022-09-23")))
    }

    @Test(
        "Medical: 20 working days from acceptance",
        arguments: [("2022-07-12", "2022-08-09"), ("2026-02-10", "2026-03-16")]
    )
    func acceptance(start: String, end: String) throws {
        #expect(try self.due(start, "20wd").day == (try day(end)))
    }

    @Test("Medical: silence after 5 working days is acceptance on 2022-07-20 at 00:00")
    func silence() throws {
        #expect(try self.due("2022-07-12", "5wd").instant == (try wall("2022-07-20")))
    }

    @Test("Medical: completed on 2022-07-18, the check ends on 2022-07-25")
    func completed() throws {
        #expect(try self.due("2022-07-18", "5wd").day == (try day("2022-07-25")))
    }

    @Test("Medical: the report of ISO week 2022-W40 is due on Sunday 2022-10-09 at 12:00")
    func weeklyReport() throws {
        let last = try #require(SeedFiles.calendar.lastWorkingDay(ofISOYear: 2022, week: 40))
        #expect(last.weekday == .sunday)
        #expect(ShanghaiTime.instant(day: last, minutes: 720) == (try wall("2022-10-09 12:00")))
    }

    @Test("Disability: a certificate of 2016-02-29 expires on 2026-02-28")
    func certificate() throws {
        #expect(try self.due("2016-02-29", "10y").day == (try day("2026-02-28")))
    }

    @Test("Disability: a notice posted 2022-04-29 ends on 2022-05-10, the make-up Saturday counted")
    func publicNotice() throws {
        #expect(try self.due("2022-04-29", "5wd").day == (try day("2022-05-10")))
    }

    @Test("Congress: 24 hours from 10:30 end at 10:30")
    func severeFinding() throws {
        let due = try self.due("2022-07-11 10:30", "24h")
        #expect(due.instant == (try wall("2022-07-12 10:30")))
        #expect(due.day == nil)
    }

    @Test("Congress: a suggestion assigned 2022-07-11 is due 2022-10-11, with consent 2023-01-11")
    func suggestion() throws {
        #expect(try self.due("2022-07-11", "3mon").day == (try day("2022-10-11")))
        #expect(try self.due("2022-07-11", "3mon", extensions: ["3mon"]).day == (try day("2023-01-11")))
    }

    @Test("Congress: a suggestion assigned 2025-07-01 is rolled from 2025-10-01 to 2025-10-09")
    func rolled() throws {
        #expect(try self.due("2025-07-01", "3mon").day == (try day("2025-10-09")))
    }

    @Test("Congress: a second reply after 2022-10-20 is rolled from Sunday 2022-11-20 to 2022-11-21")
    func secondReply() throws {
        #expect(try self.due("2022-10-20", "1mon").day == (try day("2022-11-21")))
    }

    @Test(
        "Hand-off: two office hours",
        arguments: [
            ("2022-07-11 11:30", "2022-07-11 16:30"), ("2022-07-15 17:30", "2022-07-18 09:30"),
            ("2022-09-30 17:00", "2022-10-08 09:00"), ("2022-07-16 12:00", "2022-07-18 10:00"),
            ("2022-07-11 08:00", "2022-07-11 10:00"), ("2022-07-11 10:00", "2022-07-11 12:00"),
            ("2022-07-11 13:00", "2022-07-11 17:00"),
        ]
    )
    func officeHours(start: String, end: String) throws {
        #expect(try self.due(start, "2oh").instant == (try wall(end)))
        #expect(try self.due(start, "120omin").instant == (try wall(end)))
    }
}
