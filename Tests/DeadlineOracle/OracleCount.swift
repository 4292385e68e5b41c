// SPDX-License-Identifier: Apache-2.0

import Civic

/// What a scenario comes to by brute force: day by day for limits in days, minute by minute for the others.
struct OracleCount {
    /// In minutes since the first midnight; `nil` while the clock stands for good.
    var due: Int?
    /// Days or minutes used by the moment that was asked about.
    var used: Int
    /// Days or minutes granted.
    var budget: Int

    /// - Parameters:
    ///   - now: the minute that is asked about.
    ///   - world: the calendar that holds then.
    init(_ scenario: OracleScenario, at now: Int, in world: OracleWorld) {
        // The script, read as far as now.
        var limit = (scenario.count, scenario.unit)
        var extra = 0
        var stands: [(from: Int, to: Int)] = []
        var ended: Int?
        for (minute, event) in scenario.events where minute <= now {
            switch event {
            case .pause: stands.append((minute, .max))
            case .resume: stands[stands.count - 1].to = minute
            case .extend(let count): extra += Self.units(count, limit.1)
            case .change(let count, let unit): limit = (count, unit)
            case .calendar: break
            case .end:
                if let last = stands.last, last.to == .max { stands[stands.count - 1].to = minute }
                ended = minute
            case .reopen:
                stands.append((ended ?? minute, minute))
                ended = nil
            }
        }
        let total = Self.units(limit.0, limit.1) + extra
        let until = min(ended ?? now, now)
        if isInMinutes(limit.1) {
            self.init(minutes: total, limit.1, scenario.start, stands, until, world)
        } else {
            self.init(days: total, limit.1, scenario.start, stands, until, world)
        }
    }

    /// Days, months or minutes.
    private static func units(_ count: Int, _ unit: Limit.Unit) -> Int {
        switch unit {
        case .years: count * 12
        case .hours, .officeHours, .urgentHours: count * 60
        default: count
        }
    }

    private init(
        days total: Int,
        _ unit: Limit.Unit,
        _ start: Int,
        _ stands: [(from: Int, to: Int)],
        _ until: Int,
        _ world: OracleWorld
    ) {
        let startDay = start / 1_440
        var needed = total
        if unit == .months || unit == .years {
            // The day of the same number so many months later, or the last of that month.
            let date = OracleWorld.dates[startDay]
            var month = date.month + total
            var year = date.year
            while month > 12 {
                month -= 12
                year += 1
            }
            let same = OracleWorld.dates.lastIndex {
                $0.year == year && $0.month == month && $0.day <= date.day
            }
            needed = (same ?? startDay) - startDay
        }
        self.budget = needed
        var counted = 0
        var used = 0
        var day = startDay
        while counted < needed {
            day += 1
            let midnight = day * 1_440
            if stands.contains(where: { $0.from <= midnight && $0.to == .max }) { break }
            let standing = stands.contains { $0.from <= midnight && midnight < $0.to }
            if !standing, unit != .workingDays || world.works[day] {
                counted += 1
                if midnight < until { used += 1 }
            }
        }
        self.used = used
        guard counted == needed else {
            self.due = nil
            return
        }
        if unit == .calendarDays || unit == .months || unit == .years { while !world.works[day] { day += 1 } }
        self.due = (day + 1) * 1_440
    }

    private init(
        minutes total: Int,
        _ unit: Limit.Unit,
        _ start: Int,
        _ stands: [(from: Int, to: Int)],
        _ until: Int,
        _ world: OracleWorld
    ) {
        self.budget = total
        var counted = 0
        var used = 0
        var minute = start
        var last = start
        var next = 0
        while counted < total {
            while next < stands.count, stands[next].to <= minute { next += 1 }
            let standing = next < stands.count && stands[next].from <= minute
            if standing, stands[next].to == .max { break }
            let day = minute / 1_440
            let isOpen: Bool
            switch unit {
            case .officeMinutes, .officeHours:
                let half = OracleHours.half(ofMonth: OracleWorld.dates[day].month)
                isOpen = world.works[day] && world.hours.open[half][minute % 1_440]
            case .urgentMinutes, .urgentHours:
                let half = OracleHours.half(ofMonth: OracleWorld.dates[day].month)
                isOpen = world.hours.duty[half][minute % 1_440]
            default: isOpen = true
            }
            if isOpen, !standing {
                counted += 1
                last = minute + 1
                if minute < until { used += 1 }
            }
            minute += 1
        }
        self.used = used
        self.due = counted == total ? last : nil
    }
}
