// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

@Suite("The calendar beside chinesecalendar", .enabled(if: Python.path != nil))
struct ChineseCalendarOracleTests {
    @Test("Every day of 2004 to 2026 is worked or not as the package has it")
    func everyDay() throws {
        let program = """
            import chinese_calendar as c, datetime as d
            day = d.date(2004, 1, 1)
            while day.year < 2027:
                print(day, int(c.is_workday(day)))
                day += d.timedelta(1)
            """
        let lines = try Python.lines(program)
        #expect(lines.count == 8_401)
        let calendar = SeedFiles.calendar
        for line in lines {
            let parts = line.split(separator: " ")
            let date = try day(String(parts[0]))
            #expect(calendar.isWorkingDay(date) == (parts[1] == "1"), "\(date)")
        }
    }
}
