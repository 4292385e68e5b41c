// SPDX-License-Identifier: Apache-2.0

import Civic

/// A made-up calendar over a stretch of days as plain arrays, and the same as a table that `Civic` reads.
///
/// The arrays are drawn first and the tables are written from them; nothing is computed with the code that is checked.
/// Days are counted from ``firstDay``, minutes from its midnight; no summer time falls into the stretch.
public struct OracleWorld: Sendable {
    /// 2022-01-01, a Saturday, as the number of days since 1970-01-01.
    static let firstDay = 18_993
    static let years = 6
    static let yearLengths = [365, 365, 366, 365, 365, 365]
    static let dayCount = 365 + 365 + 366 + 365 + 365 + 365

    /// Whether each day is worked.
    let works: [Bool]
    let hours: OracleHours
    let rules: DeadlineRules

    /// - Parameter hours: office hours and hours of duty.
    init(using generator: inout OracleGenerator, hours: OracleHours) {
        var works: [Bool] = []
        var off: [Int: String] = [:]
        var work: [Int: String] = [:]
        for day in 0..<Self.dayCount {
            // 2022-01-01 was a Saturday.
            let isWeekend = (day + 5) % 7 >= 5
            works.append(!isWeekend)
        }
        var day = 0
        while day < Self.dayCount - 10 {
            day += generator.number(8...90)
            // A holiday, with make-up days around it.
            let length = generator.number(1...9)
            for offset in 0..<length where day + offset < Self.dayCount - 10 {
                works[day + offset] = false
                off[day + offset] = "国庆节"
                work[day + offset] = nil
            }
            for candidate in [day - 3, day - 2, day - 1, day + length, day + length + 1, day + length + 2]
            where candidate >= 0 && candidate < Self.dayCount - 10 && off[candidate] == nil {
                let isWeekend = (candidate + 5) % 7 >= 5
                if isWeekend, generator.chance(2) {
                    works[candidate] = true
                    work[candidate] = "国庆节"
                }
            }
            day += length
        }
        self.works = works
        self.hours = hours
        var tables: [CalendarTable] = []
        var start = 0
        for year in 0..<Self.years {
            let range = start..<(start + Self.yearLengths[year])
            func days(_ days: [Int: String]) -> [CivilDay: String] {
                var result: [CivilDay: String] = [:]
                for (day, name) in days where range.contains(day) {
                    result[CivilDay(number: Self.firstDay + day)] = name
                }
                return result
            }
            tables.append(
                CalendarTable(
                    year: 2022 + year,
                    version: 1,
                    status: .official,
                    source: "oracle",
                    off: days(off),
                    work: days(work)
                )
            )
            start = range.upperBound
        }
        self.rules = DeadlineRules(calendar: WorkingCalendar(tables: tables), hours: hours.hours)
    }

    /// Month and day of month of a day of the stretch, by walking.
    static let dates: [(year: Int, month: Int, day: Int)] = {
        var dates: [(year: Int, month: Int, day: Int)] = []
        for year in 0..<years {
            let lengths = [31, yearLengths[year] == 366 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            for (month, length) in lengths.enumerated() {
                for day in 1...length { dates.append((2022 + year, month + 1, day)) }
            }
        }
        return dates
    }()

    static func instant(minute: Int) -> Instant {
        Instant(milliseconds: (Int64(firstDay) * 1_440 + Int64(minute) - 480) * 60_000)
    }
}

/// Office hours as a table of the minutes of a day, for summer and for the rest of the year, and as `Civic` reads them.
struct OracleHours: Sendable {
    /// By half of the year (0: October to May), then by minute.
    let open: [[Bool]]
    let duty: [[Bool]]
    let hours: OfficeHours

    init(using generator: inout OracleGenerator) {
        var open: [[Bool]] = []
        var duty: [[Bool]] = []
        var seasons: [OfficeHours.Season] = []
        var dutySeasons: [OfficeHours.Season] = []
        let roundTheClock = generator.chance(2)
        for half in 0..<2 {
            let ends: ((Int, Int), (Int, Int)) = half == 0 ? ((10, 1), (5, 31)) : ((6, 1), (9, 30))
            let morning = generator.number(420...540)
            let noon = generator.number(660...750)
            let afternoon = generator.number(noon...900)
            let evening = generator.number((afternoon + 30)...1_110)
            var minutes = [Bool](repeating: false, count: 1_440)
            for minute in morning..<noon { minutes[minute] = true }
            for minute in afternoon..<evening { minutes[minute] = true }
            open.append(minutes)
            seasons.append(
                .init(
                    from: ends.0,
                    to: ends.1,
                    segments: [.init(start: morning, end: noon), .init(start: afternoon, end: evening)]
                )
            )
            if roundTheClock {
                duty.append([Bool](repeating: true, count: 1_440))
            } else {
                let from = generator.number(0...480)
                let to = generator.number(1_080...1_440)
                var minutes = [Bool](repeating: false, count: 1_440)
                for minute in from..<to { minutes[minute] = true }
                duty.append(minutes)
                dutySeasons.append(.init(from: ends.0, to: ends.1, segments: [.init(start: from, end: to)]))
            }
        }
        self.open = open
        self.duty = duty
        self.hours = OfficeHours(seasons: seasons, dutySeasons: dutySeasons)
    }

    static func half(ofMonth month: Int) -> Int { (6...9).contains(month) ? 1 : 0 }
}
