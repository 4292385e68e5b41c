// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

@Suite("Statutory holidays")
struct StatutoryHolidaysTests {
    @Test("The rule gives the days of the provisional table of 2027")
    func provisionalYear() throws {
        let table = try CalendarTable(json: try SeedFiles.json("calendar/2027.json"))
        #expect(table.status == .provisional)
        #expect(StatutoryHolidays.days(of: 2027).mapValues(\.zh) == table.off)
    }

    @Test("Every statutory day of an official year is off in its notice", arguments: 2008...2026)
    func official(year: Int) throws {
        let calendar = SeedFiles.calendar
        for (day, name) in StatutoryHolidays.days(of: year) where !day.isWeekend {
            // Eve of Spring Festival and 2 May are statutory since 2025; days in lieu are set by the notice.
            guard ["清明节", "端午节", "中秋节"].contains(name.zh) || (year >= 2025 && name.zh == "春节") else { continue }
            let isFestival = StatutoryHolidays.name(of: day.adding(days: -1))?.zh != name.zh
            if isFestival, !day.adding(days: -1).isWeekend {
                #expect(!calendar.isWorkingDay(day), "\(day) \(name.zh)")
            }
        }
    }

    @Test("Thirteen days a year, and as many given back as fall on a weekend", arguments: 2027...2060)
    func thirteen(year: Int) {
        let days = StatutoryHolidays.days(of: year)
        #expect(days.keys.count { !$0.isWeekend } == 13)
    }

    @Test("Two festivals on one day are two days off")
    func sharedDay() throws {
        // In 2028 Mid-autumn Festival is 3 October.
        let days = StatutoryHolidays.days(of: 2028)
        #expect(days[try day("2028-10-03")]?.zh == "国庆节")
        #expect(days.values.count { $0.zh == "中秋节" } == 1)
    }

    @Test("Outside the table only the fixed days are known")
    func outsideTheTable() throws {
        #expect(StatutoryHolidays.name(of: try day("2061-10-03"))?.en == "National Day")
        #expect(StatutoryHolidays.days(of: 2061).values.allSatisfy { $0.zh != "春节" })
        #expect(StatutoryHolidays.bilingual("厂休") == Bilingual("厂休", "厂休"))
    }
}
