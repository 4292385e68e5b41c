// SPDX-License-Identifier: Apache-2.0

/// What a run is for: a day, an ISO week, a month, a quarter, a year, or one minute of the wall clock.
public struct Period: Sendable, Hashable {
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        case minute, day, week, month, quarter, year
    }

    public let unit: Unit
    /// `2022-07-12T09:30`, `2022-07-12`, `2022-W28`, `2022-07`, `2022-Q3` or `2022`; in the order of time as texts.
    public let key: String
    /// The first civil day of it. Earlier than the unit's own where it also covers weeks that had no working day.
    public let first: CivilDay
    public let last: CivilDay

    static func day(_ day: CivilDay) -> Period {
        Period(unit: .day, key: day.description, first: day, last: day)
    }

    static func minute(_ day: CivilDay, _ minutes: Int) -> Period {
        let time = "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
        return Period(unit: .minute, key: "\(day)T\(time)", first: day, last: day)
    }

    /// - Parameter monday: the Monday of the week.
    static func week(_ monday: CivilDay, from first: CivilDay? = nil) -> Period {
        let (year, week) = monday.isoWeek
        return Period(
            unit: .week,
            key: "\(padded(year, 4))-W\(padded(week, 2))",
            first: first ?? monday,
            last: monday.adding(days: 6)
        )
    }

    static func months(_ unit: Unit, year: Int, from month: Int, count: Int) -> Period? {
        guard let first = CivilDay(year: year, month: month, day: 1) else { return nil }
        let key =
            switch unit {
            case .month: "\(padded(year, 4))-\(padded(month, 2))"
            case .quarter: "\(padded(year, 4))-Q\((month - 1) / 3 + 1)"
            default: padded(year, 4)
            }
        return Period(unit: unit, key: key, first: first, last: first.adding(months: count).adding(days: -1))
    }

    /// The ISO weeks it is for, the earliest first; empty for other units.
    public var weeks: [String] {
        guard self.unit == .week else { return [] }
        return stride(from: self.first.number, through: self.last.number, by: 7).map { number in
            Period.week(CivilDay(number: number)).key
        }
    }

    /// The key of the period of the same kind before it, such as the month whose figures a run in this month is about.
    public var previous: String {
        let day = self.first.adding(days: -1)
        return switch self.unit {
        case .minute, .day: day.description
        case .week: Period.week(day.adding(days: -6)).key
        case .month: "\(padded(day.year, 4))-\(padded(day.month, 2))"
        case .quarter: "\(padded(day.year, 4))-Q\((day.month - 1) / 3 + 1)"
        case .year: padded(day.year, 4)
        }
    }
}
