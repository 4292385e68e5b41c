// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

@Suite("Recurring runs (0.7)")
struct RecurrenceTests {
    let calendar = SeedFiles.calendar

    private func dues(_ text: String, after: String, _ count: Int) throws -> [String] {
        try Recurrence(text).runs(after: try instant(after), count: count, calendar: self.calendar)
            .map { "\($0.period.key) \($0.due.description.prefix(16))" }
    }

    @Test("weekly.lastwd(h) is the last working day of the ISO week at time h")
    func lastWorkingDay() throws {
        #expect(
            try self.dues("weekly.lastwd(16:00)", after: "2022-10-05T00:00:00+08:00", 3) == [
                // The make-up Sunday of the holiday week.
                "2022-W40 2022-10-09T16:00", "2022-W41 2022-10-14T16:00", "2022-W42 2022-10-21T16:00",
            ]
        )
    }

    @Test(
        "An ISO week without working day (2022-W05, 2026-W08) has no run and the next run covers both",
        arguments: [
            ("2022-01-31T00:00:00+08:00", "2022-W06 2022-02-11T16:00", ["2022-W05", "2022-W06"], "2022-01-31"),
            ("2026-02-16T00:00:00+08:00", "2026-W09 2026-02-28T16:00", ["2026-W08", "2026-W09"], "2026-02-16"),
        ]
    )
    func emptyWeek(after: String, run: String, weeks: [String], first: String) throws {
        #expect(try self.dues("weekly.lastwd(16:00)", after: after, 1) == [run])
        let next = try Recurrence("weekly.lastwd(16:00)").next(after: try instant(after), calendar: self.calendar)
        #expect(next?.period.weeks == weeks)
        #expect(next?.period.first.description == first)
    }

    @Test("monthly.day(n) is day n, rolled forward to a working day")
    func monthlyDay() throws {
        #expect(
            try self.dues("monthly.day(5 09:00)", after: "2022-09-30T00:00:00+08:00", 1) == ["2022-10 2022-10-08T09:00"]
        )
        #expect(
            try self.dues("monthly.day(5 09:00)", after: "2026-04-30T00:00:00+08:00", 1) == ["2026-05 2026-05-06T09:00"]
        )
        #expect(try self.dues("monthly.day(5)", after: "2026-10-01T00:00:00+08:00", 1) == ["2026-10 2026-10-08T00:00"])
        // The last of a short month, rolled into the next, is still for its own month.
        #expect(
            try self.dues("monthly.day(31 09:00)", after: "2022-12-30T12:00:00+08:00", 3) == [
                "2022-12 2023-01-03T09:00", "2023-01 2023-01-31T09:00", "2023-02 2023-02-28T09:00",
            ]
        )
    }

    @Test("quarter.end is the last working day of the quarter for cut-off, the period stays calendar")
    func quarterEnd() throws {
        let run = try #require(
            try Recurrence("quarter.end(17:00)").next(
                after: try instant("2022-10-01T00:00:00+08:00"),
                calendar: self.calendar
            )
        )
        #expect(run.due == (try instant("2022-12-30T17:00:00+08:00")))
        #expect(run.period.key == "2022-Q4")
        #expect(run.period.first == (try day("2022-10-01")))
        #expect(run.period.last == (try day("2022-12-31")))
        #expect(run.period.previous == "2022-Q3")
        #expect(
            try self.dues("quarter.after(10 09:00)", after: "2022-09-30T00:00:00+08:00", 1) == [
                "2022-Q3 2022-10-10T09:00"
            ]
        )
    }

    @Test("annual(mm-dd) rolls forward")
    func annual() throws {
        #expect(
            try self.dues("annual(01-15 09:00)", after: "2022-01-31T00:00:00+08:00", 1) == ["2023 2023-01-16T09:00"]
        )
        #expect(
            try self.dues("annual(02-29 09:00)", after: "2023-01-31T00:00:00+08:00", 1) == ["2023 2023-02-28T09:00"]
        )
        #expect(
            try self.dues("annual.day(05 3 sun 09:00)", after: "2022-01-31T00:00:00+08:00", 3).map { $0.suffix(16) }
                == [
                    "2022-05-15T09:00", "2023-05-21T09:00", "2024-05-19T09:00",
                ]
        )
    }

    @Test("Working days of the month are counted from either end")
    func monthlyWorkingDay() throws {
        #expect(
            try self.dues("monthly.wd(1 09:00)", after: "2022-10-01T00:00:00+08:00", 1) == ["2022-10 2022-10-08T09:00"]
        )
        #expect(
            try self.dues("monthly.wd(-1 09:00)", after: "2022-12-01T00:00:00+08:00", 1) == ["2022-12 2022-12-30T09:00"]
        )
        // October 2022 has 18 working days: the 19th is none of its.
        #expect(
            try self.dues("monthly.wd(18 09:00)", after: "2022-10-01T00:00:00+08:00", 1) == ["2022-10 2022-10-31T09:00"]
        )
        #expect(
            try self.dues("monthly.wd(19 09:00)", after: "2022-10-01T00:00:00+08:00", 1) == ["2022-11 2022-11-25T09:00"]
        )
    }

    @Test("A season may go over the end of the year, and both its ends are in it")
    func seasons() throws {
        #expect(
            try self.dues("daily(06:00) in 06-15..09-15", after: "2022-09-14T12:00:00+08:00", 2) == [
                "2022-09-15 2022-09-15T06:00", "2023-06-15 2023-06-15T06:00",
            ]
        )
        #expect(
            try self.dues("daily(06:00) in 12-30..01-01", after: "2022-12-31T12:00:00+08:00", 2) == [
                "2023-01-01 2023-01-01T06:00", "2023-12-30 2023-12-30T06:00",
            ]
        )
    }

    @Test("Every so many minutes in a window, which may go over midnight")
    func minutes() throws {
        #expect(
            try self.dues("every(30min 08:00-09:00)", after: "2022-07-12T08:10:00+08:00", 3).map { $0.suffix(16) } == [
                "2022-07-12T08:30", "2022-07-12T09:00", "2022-07-13T08:00",
            ]
        )
        #expect(
            try self.dues("every(120min 22:00-02:00)", after: "2022-07-12T21:00:00+08:00", 4).map { $0.suffix(16) } == [
                "2022-07-12T22:00", "2022-07-13T00:00", "2022-07-13T02:00", "2022-07-13T22:00",
            ]
        )
        #expect(
            try self.dues("every(10d 2022-07-01 09:00)", after: "2022-07-01T09:00:00+08:00", 2).map { $0.suffix(16) }
                == [
                    "2022-07-11T09:00", "2022-07-21T09:00",
                ]
        )
    }

    @Test("Holidays do not stop days of the week, days and the sun")
    func holidays() throws {
        #expect(try self.dues("daily(08:00)", after: "2022-10-01T09:00:00+08:00", 1) == ["2022-10-02 2022-10-02T08:00"])
        #expect(
            try self.dues("daily.wd(08:00)", after: "2022-10-01T09:00:00+08:00", 1) == ["2022-10-08 2022-10-08T08:00"]
        )
        #expect(
            try self.dues("weekly.day(mon,thu 08:00)", after: "2022-10-01T09:00:00+08:00", 2).map { $0.suffix(16) } == [
                "2022-10-03T08:00", "2022-10-06T08:00",
            ]
        )
    }

    @Test("A run whose calendar is not official is provisional")
    func provisional() throws {
        let runs = try Recurrence("monthly.day(5 09:00)").runs(
            after: try instant("2026-11-20T00:00:00+08:00"),
            count: 2,
            calendar: self.calendar
        )
        #expect(runs.last?.isProvisional == true)
        let far = try Recurrence("weekly.lastwd(16:00)").next(
            after: try instant("2031-01-01T00:00:00+08:00"),
            calendar: self.calendar
        )
        #expect(far?.isProvisional == true)
    }

    @Test("What was sprung over in 1986 to 1991 runs once at the spring, what came twice runs once")
    func summerTime() throws {
        // 1986-05-04: 02:00 became 03:00; 1986-09-14: 02:00 became 01:00.
        let spring = try Recurrence("daily(02:30)").runs(
            after: try instant("1986-05-03T12:00:00+08:00"),
            count: 2,
            calendar: self.calendar
        )
        #expect(spring.map(\.due) == [try instant("1986-05-03T18:00:00Z"), try instant("1986-05-04T17:30:00Z")])
        let autumn = try Recurrence("cron(30 1 * * *)").runs(
            after: try instant("1986-09-13T12:00:00+08:00"),
            count: 2,
            calendar: self.calendar
        )
        #expect(autumn.map(\.due) == [try instant("1986-09-13T16:30:00Z"), try instant("1986-09-14T17:30:00Z")])
        // What runs all around the clock leaves the hour out rather than running four times at once.
        let quarters = try Recurrence("every(15min)").runs(
            after: try instant("1986-05-03T17:30:00Z"),
            count: 3,
            calendar: self.calendar
        )
        #expect(
            quarters.map(\.due) == [
                try instant("1986-05-03T17:45:00Z"), try instant("1986-05-03T18:00:00Z"),
                try instant("1986-05-03T18:15:00Z"),
            ]
        )
    }

    @Test(
        "Every form prints what it reads",
        arguments: [
            "weekly.lastwd(16:00)", "weekly.day(mon,thu 09:00)", "daily(08:00)", "daily.wd(08:00)",
            "every(10d 2022-07-01 09:00)", "monthly.wd(-1 16:00)", "monthly.day(5 09:00)", "quarter.end(17:00)",
            "quarter.after(10 09:00)", "annual(01-15 09:00)", "annual.day(05 3 sun 09:00)",
            "every(30min 08:00-18:00)", "sunrise(+30min)", "sunset(-180min)", "cron(0 9 * * 1-5)", "cron(@hourly)",
            "daily(06:00) in 06-15..09-15", "cron(*/5 * * * *) in 11-01..02-29",
        ]
    )
    func texts(text: String) throws {
        #expect(try Recurrence(text).description == text)
        #expect(!(try Recurrence(text).explanation.zh.isEmpty))
    }

    @Test(
        "What makes no sense is refused",
        arguments: [
            "", "daily(24:00)", "daily(8:00)", "monthly.day(0 09:00)", "monthly.day(32 09:00)",
            "monthly.wd(0 09:00)", "monthly.wd(24 09:00)", "annual(02-30 09:00)", "every(0min 08:00-09:00)",
            "every(1441min 08:00-09:00)", "every(367d 2022-01-01 09:00)", "sunrise(+721min)", "weekly.day(mo 09:00)",
            "annual.day(05 6 sun 09:00)", "daily(06:00) in 06-31..09-15", "daily(06:00) on 06-15..09-15",
            "cron(0 9 * *)", "cron(60 9 * * *)", "cron(0 24 * * *)", "cron(0 0 0 * *)", "cron(*/0 * * * *)",
            "cron(@reboot)", "cron(0 0 * * 8)",
        ]
    )
    func refused(text: String) {
        #expect(throws: RecurrenceError.self) { try Recurrence(text) }
    }

    @Test(
        "At the limits it is taken",
        arguments: [
            "monthly.day(31 09:00)", "monthly.wd(23 09:00)", "monthly.wd(-23 09:00)", "every(1440min 08:00-09:00)",
            "every(366d 2022-01-01 09:00)", "sunrise(+720min)", "annual.day(05 5 sun 09:00)", "cron(59 23 31 12 7)",
        ]
    )
    func atLimits(text: String) throws {
        #expect(try Recurrence(text).fault == nil)
    }

    @Test("Ordinals stay when the calendar moves a run")
    func ordinals() throws {
        let rule = try Recurrence("monthly.day(5 09:00)")
        let moment = try instant("2022-09-30T00:00:00+08:00")
        let with = try #require(rule.next(after: moment, calendar: self.calendar))
        let without = try #require(rule.next(after: moment, calendar: WorkingCalendar(tables: [])))
        #expect(with.ordinal == without.ordinal)
        #expect(with.due != without.due)
        #expect(rule.run(ordinal: with.ordinal, calendar: self.calendar) == with)
    }
}
