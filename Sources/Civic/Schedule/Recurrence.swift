// SPDX-License-Identifier: Apache-2.0

/// When work recurs: a rule, perhaps in a season only, on the wall clock of Asia/Shanghai.
///
/// Every run has its own ``Period``. A wall-clock minute runs once, whatever clocks do: where summer time (1986 to 1991)
/// sprang over it, it runs at the spring, and where it came twice, the first time.
public struct Recurrence: Sendable, Hashable {
    public enum Rule: Sendable, Hashable {
        /// The last working day of the ISO week. A week without one has no run; the next run covers it.
        case weeklyLastWorkingDay(at: TimeOfDay)
        /// On these days of the week, working or not; the period is the day.
        case weekly(on: Set<CivilDay.Weekday>, at: TimeOfDay)
        /// Every day, working or not.
        case daily(at: TimeOfDay)
        case everyWorkingDay(at: TimeOfDay)
        /// Every so many days from a day on, working or not.
        case everyDays(Int, from: CivilDay, at: TimeOfDay)
        /// The n-th working day of the month; -1 is the last. A month with fewer has no run.
        case monthlyWorkingDay(Int, at: TimeOfDay)
        /// A day of the month, or its last, rolled forward to a working day.
        case monthlyDay(Int, at: TimeOfDay)
        /// The last working day of the quarter; the period stays the calendar quarter.
        case quarterEnd(at: TimeOfDay)
        /// A day of the month after the quarter, rolled forward; the period is the quarter that ended.
        case afterQuarter(day: Int, at: TimeOfDay)
        /// A day of every year, rolled forward to a working day.
        case annual(month: Int, day: Int, at: TimeOfDay)
        /// The n-th such weekday of a month of every year, working or not, such as the third Sunday of May.
        case annualWeekday(Int, CivilDay.Weekday, month: Int, at: TimeOfDay)
        /// Every so many minutes of a window of the day, both ends included; the window may go over midnight.
        case everyMinutes(Int, from: TimeOfDay, through: TimeOfDay)
        /// Minutes after (or, negative, before) sunrise or sunset, working day or not.
        case sun(SolarDay.Event, offsetMinutes: Int)
        case cron(CronExpression)
    }

    public var rule: Rule
    /// Only runs that are due on a day of it.
    public var season: Season?

    public init(_ rule: Rule, season: Season? = nil) {
        self.rule = rule
        self.season = season
    }
}
