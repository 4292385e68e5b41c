// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

@Suite("Civil days")
struct CivilDayTests {
    @Test("Every day of four centuries reads back as it was printed, one number after the other")
    func roundTrip() throws {
        var expected = try day("1840-01-01").number
        for year in 1840...2239 {
            for month in 1...12 {
                for dayOfMonth in 1...CivilDay.daysInMonth(year: year, month: month) {
                    let day = try #require(CivilDay(year: year, month: month, day: dayOfMonth))
                    guard day.number == expected, day.year == year, day.month == month, day.day == dayOfMonth else {
                        Issue.record("\(year)-\(month)-\(dayOfMonth) is \(day), number \(day.number)")
                        return
                    }
                    expected += 1
                }
            }
        }
        #expect(try day("2240-01-01").number == expected)
    }

    @Test("The limits of the calendar are read, one past them is not")
    func limits() throws {
        #expect(try day("0001-01-01").number == -719_162)
        #expect(try day("9999-12-31").number == 2_932_896)
        #expect(CivilDay("0000-12-31") == nil)
        #expect(CivilDay(year: 10_000, month: 1, day: 1) == nil)
    }

    @Test(
        "What is no date is refused",
        arguments: [
            "2022-02-29", "1900-02-29", "2022-00-10", "2022-13-01", "2022-04-31", "2022-01-00", "2022-1-01", "20220101",
            "2022-01-01 ", "2022/01/01", "-022-01-01", "２０２２-01-01", "",
        ]
    )
    func refused(text: String) {
        #expect(CivilDay(text) == nil)
    }

    @Test("1970-01-01 is day 0, and a Thursday")
    func epoch() throws {
        let epoch = try day("1970-01-01")
        #expect(epoch.number == 0)
        #expect(epoch.weekday == .thursday)
        #expect(epoch.adding(days: -1).description == "1969-12-31")
        #expect(epoch.compact == "19700101")
    }

    @Test(
        "ISO weeks belong to the year of their Thursday",
        arguments: [
            ("2022-01-01", 2021, 52), ("2022-01-03", 2022, 1), ("2020-12-31", 2020, 53), ("2021-01-03", 2020, 53),
            ("2022-10-09", 2022, 40), ("2024-12-30", 2025, 1), ("2026-12-31", 2026, 53), ("2027-01-03", 2026, 53),
        ]
    )
    func isoWeek(text: String, year: Int, week: Int) throws {
        let date = try day(text)
        #expect(date.isoWeek == (year, week))
        #expect(CivilDay.monday(isoYear: year, week: week) == date.adding(days: 1 - date.weekday.rawValue))
    }

    @Test(
        "A month later is the corresponding day, or the month's last",
        arguments: [
            ("2022-08-31", 6, "2023-02-28"), ("2025-11-30", 3, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
            ("2022-07-11", 3, "2022-10-11"), ("2022-12-31", 2, "2023-02-28"), ("2022-03-31", -1, "2022-02-28"),
            ("2022-01-15", -13, "2020-12-15"), ("2016-02-29", 120, "2026-02-28"), ("2022-05-05", 0, "2022-05-05"),
        ]
    )
    func months(start: String, months: Int, end: String) throws {
        #expect(try day(start).adding(months: months) == (try day(end)))
    }

    @Test(
        "A year older on the birthday, of 29 February on 1 March of common years",
        arguments: [
            ("2000-02-29", "2021-02-28", 20), ("2000-02-29", "2021-03-01", 21), ("2000-02-29", "2024-02-28", 23),
            ("2000-02-29", "2024-02-29", 24), ("1990-07-12", "2022-07-11", 31), ("1990-07-12", "2022-07-12", 32),
            ("2022-07-12", "2022-07-12", 0),
        ]
    )
    func age(birth: String, today: String, age: Int) throws {
        #expect(try day(birth).age(on: day(today)) == age)
    }

    @Test(
        "The National Day for Helping the Disabled is the third Sunday of May",
        arguments: ["2022-05-15", "2023-05-21", "2024-05-19", "2025-05-18", "2026-05-17", "2027-05-16"]
    )
    func thirdSundayOfMay(text: String) throws {
        let expected = try day(text)
        #expect(CivilDay.nth(3, .sunday, year: expected.year, month: 5) == expected)
    }

    @Test("A month has a fifth weekday or none")
    func fifthWeekday() throws {
        #expect(CivilDay.nth(5, .sunday, year: 2022, month: 5) == (try day("2022-05-29")))
        #expect(CivilDay.nth(5, .sunday, year: 2022, month: 6) == nil)
        #expect(CivilDay.nth(0, .sunday, year: 2022, month: 6) == nil)
        #expect(CivilDay.nth(1, .sunday, year: 2022, month: 13) == nil)
    }
}
