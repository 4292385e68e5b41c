// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

@Suite("The working calendar")
struct WorkingCalendarTests {
    let calendar = SeedFiles.calendar

    @Test(
        "Working days of the official years",
        arguments: [(2022, 249), (2023, 249), (2024, 251), (2025, 248), (2026, 248)]
    )
    func workingDays(year: Int, count: Int) {
        #expect(self.calendar.workingDays(in: year) == count)
    }

    @Test(
        "Holidays are off and make-up days are worked",
        arguments: [
            ("2022-01-29", true), ("2022-01-30", true), ("2022-01-31", false), ("2022-02-06", false),
            ("2022-04-24", true), ("2022-10-08", true), ("2022-10-09", true), ("2022-10-10", true),
            ("2022-12-31", false), ("2023-06-25", true), ("2024-02-09", true), ("2024-02-18", true),
            ("2025-01-26", true), ("2025-10-08", false), ("2026-01-04", true), ("2026-02-14", true),
            ("2026-02-23", false), ("2026-02-28", true), ("2027-02-10", false), ("2027-05-04", false),
        ]
    )
    func isWorkingDay(text: String, works: Bool) throws {
        #expect(self.calendar.isWorkingDay(try day(text)) == works)
    }

    @Test("Names are told in both languages")
    func names() throws {
        #expect(self.calendar.holiday(of: try day("2022-10-03")) == Bilingual("国庆节", "National Day"))
        #expect(self.calendar.name(of: try day("2022-10-08")) == "国庆节")
        #expect(self.calendar.holiday(of: try day("2022-10-10")) == nil)
        #expect(self.calendar.holiday(of: try day("2028-01-26")) == Bilingual("春节", "Spring Festival"))
    }

    @Test("Only years with an official table are certain")
    func provisional() throws {
        #expect(!self.calendar.isProvisional(try day("2025-12-31")))
        #expect(!self.calendar.isProvisional(try day("2026-12-24")))
        #expect(self.calendar.isProvisional(try day("2026-12-25")), "the notice for 2027 may change it")
        #expect(self.calendar.isProvisional(try day("2027-01-01")), "the table is provisional")
        #expect(self.calendar.isProvisional(try day("2028-01-01")), "there is no table")
    }

    @Test("Nothing fails where there is no table, at the border of a year or far from it")
    func withoutTables() throws {
        let empty = WorkingCalendar(tables: [])
        #expect(empty.adding(workingDays: 1, to: try day("2021-12-31")) == (try day("2022-01-04")))
        #expect(empty.adding(workingDays: 1, to: try day("2026-09-30")) == (try day("2026-10-06")))
        #expect(empty.workingDays(in: 2030) > 240)
        #expect(empty.isProvisional(try day("2022-07-11")))
        #expect(empty.onOrAfter(try day("9999-12-25")) <= (try day("9999-12-31")))
        #expect(!empty.isWorkingDay(try day("0001-01-06")))
        #expect(self.calendar.adding(workingDays: 3, to: try day("2027-12-30")) == (try day("2028-01-05")))
        #expect(self.calendar.adding(workingDays: -3, to: try day("2004-01-05")) == (try day("2003-12-30")))
    }

    @Test("A year without a table between years with one is computed")
    func gap() throws {
        let tables = try SeedFiles.calendarTables().filter { $0.year != 2025 }
        let calendar = WorkingCalendar(tables: tables)
        #expect(calendar.isProvisional(try day("2025-06-01")))
        #expect(!calendar.isWorkingDay(try day("2025-01-29")), "Spring Festival is known before any notice")
        #expect(calendar.isWorkingDay(try day("2025-10-08")))
        #expect(calendar.workingDays(in: 2024) == 251)
        #expect(calendar.workingDays(in: 2026) == 248)
    }

    @Test("The notice of a year changes days of the year before")
    func noticeOfNextYear() throws {
        let tables = try SeedFiles.calendarTables().filter { $0.year != 2007 }
        let before = WorkingCalendar(tables: tables.filter { $0.year < 2007 })
        let saturday = try day("2006-12-30")
        #expect(!before.isWorkingDay(saturday))
        #expect(SeedFiles.calendar.isWorkingDay(saturday), "made up for by the notice for 2007")
    }

    @Test("Of several tables of a year the one with the highest version counts")
    func versions() throws {
        let friday = try day("2022-07-15")
        func table(_ version: Int, off: [CivilDay: String]) -> CalendarTable {
            CalendarTable(year: 2022, version: version, status: .official, source: "", off: off)
        }
        let tables = [table(2, off: [friday: "停工"]), table(1, off: [:])]
        #expect(!WorkingCalendar(tables: tables).isWorkingDay(friday))
        #expect(!WorkingCalendar(tables: tables.reversed()).isWorkingDay(friday))
    }

    @Test("Adding and counting agree with walking day by day, forwards and backwards, in and out of the tables")
    func agreesWithWalking() throws {
        var generator = SeededGenerator(seed: 5)
        let first = try day("2002-01-01").number
        let last = try day("2029-12-31").number
        for _ in 0..<1_000 {
            let start = CivilDay(number: .random(in: first...last, using: &generator))
            let count = Int.random(in: -60...60, using: &generator)
            var walked = start
            var left = count.magnitude
            while left > 0 {
                walked = walked.adding(days: count.signum())
                if self.calendar.isWorkingDay(walked) { left -= 1 }
            }
            #expect(self.calendar.adding(workingDays: count, to: start) == walked, "\(start) and \(count)")
            if count > 0 { #expect(self.calendar.workingDays(after: start, through: walked) == count) }
        }
    }

    @Test("The days next to a holiday that are worked")
    func rolling() throws {
        #expect(self.calendar.onOrAfter(try day("2022-10-01")) == (try day("2022-10-08")))
        #expect(self.calendar.onOrBefore(try day("2022-10-07")) == (try day("2022-09-30")))
        #expect(self.calendar.onOrAfter(try day("2022-10-08")) == (try day("2022-10-08")))
        #expect(self.calendar.workingDays(after: try day("2022-10-10"), through: try day("2022-09-30")) == -3)
    }

    @Test(
        "The last working day of an ISO week; a week without one has none",
        arguments: [
            (2022, 28, "2022-07-15"), (2022, 40, "2022-10-09"), (2022, 4, "2022-01-30"), (2022, 5, nil),
            (2026, 8, nil), (2022, 52, "2022-12-30"), (2026, 53, "2026-12-31"),
        ] as [(Int, Int, String?)]
    )
    func lastOfWeek(year: Int, week: Int, expected: String?) {
        #expect(self.calendar.lastWorkingDay(ofISOYear: year, week: week)?.description == expected)
    }

    @Test(
        "A day of the month is rolled forward",
        arguments: [
            (2022, 10, 5, "2022-10-08"), (2026, 5, 5, "2026-05-06"), (2026, 10, 5, "2026-10-08"),
            (2022, 7, 5, "2022-07-05"), (2022, 2, 31, "2022-02-28"), (2022, 4, 30, "2022-05-05"),
        ]
    )
    func monthly(year: Int, month: Int, dayOfMonth: Int, expected: String) {
        #expect(self.calendar.monthly(day: dayOfMonth, year: year, month: month)?.description == expected)
    }

    @Test("A quarter ends on its last working day, an annual day is rolled forward")
    func quarterAndYear() {
        #expect(self.calendar.quarterEnd(year: 2022, quarter: 3)?.description == "2022-09-30")
        #expect(self.calendar.quarterEnd(year: 2022, quarter: 4)?.description == "2022-12-30")
        #expect(self.calendar.quarterEnd(year: 2022, quarter: 0) == nil)
        #expect(self.calendar.quarterEnd(year: 2022, quarter: 5) == nil)
        #expect(self.calendar.annual(month: 1, day: 15, year: 2023)?.description == "2023-01-16")
        #expect(self.calendar.annual(month: 2, day: 29, year: 2023)?.description == "2023-02-28")
        #expect(self.calendar.annual(month: 4, day: 31, year: 2023) == nil)
        #expect(self.calendar.annual(month: 13, day: 1, year: 2023) == nil)
    }
}
