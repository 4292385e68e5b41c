// SPDX-License-Identifier: Apache-2.0

/// Computes due moments.
///
/// Limits in days: the day it starts is not counted; the last day runs to its end, 24:00 (Administrative Licensing Law,
/// article 82; Civil Code, articles 200 to 203). Working days are counted as the calendar has them, make-up days
/// included. Calendar days, months and years end on the next working day when their last day is off. A day counts only
/// when the clock was not standing at its beginning. Limits in hours and minutes run from the moment, around the clock
/// or during office hours, and stand to the millisecond.
public struct DeadlineRules: Sendable {
    public let calendar: WorkingCalendar
    public let hours: OfficeHours

    public init(calendar: WorkingCalendar, hours: OfficeHours = .standard) {
        self.calendar = calendar
        self.hours = hours
    }

    public func due(_ ledger: DeadlineLedger) throws(DeadlineError) -> Due {
        guard !ledger.isPaused else { throw .paused }
        let total = try Self.total(ledger)
        switch ledger.limit.unit {
        case .workingDays:
            let day = self.workingDay(total, ledger)
            return try self.endOf(day, startingOn: ShanghaiTime.day(of: ledger.start), countsWorkingDays: true)
        case .calendarDays:
            let nominal = self.calendarDay(total, ledger)
            return try self.endOf(
                self.calendar.onOrAfter(nominal), startingOn: nominal, countsWorkingDays: false)
        case .months, .years:
            let nominal = self.monthDay(total, ledger)
            return try self.endOf(
                self.calendar.onOrAfter(nominal), startingOn: nominal, countsWorkingDays: false)
        case .minutes, .hours:
            let instant = Self.elapsed(total, ledger)
            return Due(instant: instant, day: nil, isProvisional: false)
        case .officeMinutes, .officeHours:
            var last = ledger.start
            try self.officeSpans(ledger, total: total) { span in last = span.to }
            let provisional = self.isProvisional(
                from: ShanghaiTime.day(of: ledger.start), through: ShanghaiTime.day(of: last))
            return Due(instant: last, day: nil, isProvisional: provisional)
        }
    }

    /// The moment by which a part of the limit is used: of a limit in days, the end of the day that reaches it.
    public func moment(
        ofPart numerator: Int, outOf denominator: Int, _ ledger: DeadlineLedger
    ) throws(DeadlineError) -> Instant {
        precondition(numerator >= 0 && denominator > 0 && numerator <= denominator, "a part lies between 0 and 1")
        guard !ledger.isPaused else { throw .paused }
        let total = try Self.total(ledger)
        switch ledger.limit.unit {
        case .workingDays:
            let part = (total * numerator + denominator - 1) / denominator
            return ShanghaiTime.startOfDay(self.workingDay(part, ledger).adding(days: 1))
        case .calendarDays:
            let part = (total * numerator + denominator - 1) / denominator
            return ShanghaiTime.startOfDay(self.calendarDay(part, ledger).adding(days: 1))
        case .months, .years:
            let start = ShanghaiTime.day(of: ledger.start)
            let whole = start.days(until: start.adding(months: total))
            let part = (whole * numerator + denominator - 1) / denominator
            return ShanghaiTime.startOfDay(self.calendarDay(part, ledger).adding(days: 1))
        case .minutes, .hours:
            return Self.elapsed(total * numerator / denominator, ledger)
        case .officeMinutes, .officeHours:
            var last = ledger.start
            try self.officeSpans(ledger, total: total * numerator / denominator) { span in last = span.to }
            return last
        }
    }

    // MARK: Counting

    /// The whole of limit and extensions: days, months, or milliseconds.
    static func total(_ ledger: DeadlineLedger) throws(DeadlineError) -> Int {
        func amount(_ limit: Limit) throws(DeadlineError) -> Int {
            switch (ledger.limit.unit, limit.unit) {
            case (.workingDays, .workingDays), (.calendarDays, .calendarDays): limit.count
            case (.months, .months), (.years, .months): limit.count
            case (.months, .years), (.years, .years): limit.count * 12
            case (.minutes, .minutes), (.hours, .minutes), (.officeMinutes, .officeMinutes),
                (.officeHours, .officeMinutes):
                limit.count * 60_000
            case (.minutes, .hours), (.hours, .hours), (.officeMinutes, .officeHours), (.officeHours, .officeHours):
                limit.count * 3_600_000
            default: throw .unit(limit, of: ledger.limit)
            }
        }
        var total = try amount(ledger.limit)
        for lengthening in ledger.extensions {
            total += try amount(lengthening)
        }
        return total
    }

    private func workingDay(_ count: Int, _ ledger: DeadlineLedger) -> CivilDay {
        let start = ShanghaiTime.day(of: ledger.start)
        if ledger.pauses.isEmpty { return self.calendar.adding(workingDays: count, to: start) }
        var day = start
        var left = count
        while left > 0 {
            day = day.adding(days: 1)
            if self.calendar.isWorkingDay(day), !ledger.isPaused(at: ShanghaiTime.startOfDay(day)) { left -= 1 }
        }
        return day
    }

    private func calendarDay(_ count: Int, _ ledger: DeadlineLedger) -> CivilDay {
        let start = ShanghaiTime.day(of: ledger.start)
        if ledger.pauses.isEmpty { return start.adding(days: count) }
        var day = start
        var left = count
        while left > 0 {
            day = day.adding(days: 1)
            if !ledger.isPaused(at: ShanghaiTime.startOfDay(day)) { left -= 1 }
        }
        return day
    }

    private func monthDay(_ months: Int, _ ledger: DeadlineLedger) -> CivilDay {
        let start = ShanghaiTime.day(of: ledger.start)
        let nominal = start.adding(months: months)
        return ledger.pauses.isEmpty ? nominal : self.calendarDay(start.days(until: nominal), ledger)
    }

    private static func elapsed(_ milliseconds: Int, _ ledger: DeadlineLedger) -> Instant {
        var due = ledger.start.adding(milliseconds: Int64(milliseconds))
        for pause in ledger.pauses {
            guard let end = pause.to else { continue }
            let from = max(pause.from, ledger.start)
            if from < due, end > from { due = due.adding(milliseconds: end.since(from)) }
        }
        return due
    }

    /// Walks over the spans of office time that a ledger counts, in order, until they add up to `total` milliseconds.
    func officeSpans(
        _ ledger: DeadlineLedger, total: Int, _ visit: ((from: Instant, to: Instant)) -> Void
    ) throws(DeadlineError) {
        var left = Int64(total)
        var day = ShanghaiTime.day(of: ledger.start)
        let giveUp = day.adding(days: 3_653)
        var idleDays = 0
        while left > 0 {
            var counted = false
            if self.calendar.isWorkingDay(day) {
                for segment in self.hours.segments(on: day) {
                    var from = max(ShanghaiTime.instant(day: day, minutes: segment.start), ledger.start)
                    let end = ShanghaiTime.instant(day: day, minutes: segment.end)
                    while from < end, left > 0 {
                        if let pause = ledger.pauses.first(where: { $0.covers(from) }) {
                            guard let resumed = pause.to else { throw .paused }
                            from = max(from, resumed)
                            continue
                        }
                        let nextPause = ledger.pauses.map(\.from).filter { $0 > from }.min() ?? end
                        let to = min(end, nextPause, from.adding(milliseconds: left))
                        visit((from, to))
                        left -= to.since(from)
                        from = to
                        counted = true
                    }
                    if left == 0 { return }
                }
            }
            idleDays = counted ? 0 : idleDays + 1
            day = day.adding(days: 1)
            guard idleDays < 3_653 || day < giveUp else { throw .noOfficeHours }
            guard day.year <= 9_999 else { throw .tooFar }
        }
    }

    private func endOf(
        _ day: CivilDay, startingOn start: CivilDay, countsWorkingDays: Bool
    ) throws(DeadlineError) -> Due {
        guard day.year <= 9_998 else { throw .tooFar }
        return Due(
            instant: ShanghaiTime.startOfDay(day.adding(days: 1)), day: day,
            isProvisional: self.isProvisional(from: start, through: day))
    }

    private func isProvisional(from start: CivilDay, through end: CivilDay) -> Bool {
        var year = start.year
        while year <= end.year {
            if self.calendar.tables[year]?.status != .official { return true }
            year += 1
        }
        return false
    }
}
