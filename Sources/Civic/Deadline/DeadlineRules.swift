// SPDX-License-Identifier: Apache-2.0

/// Computes due moments.
///
/// Limits in days: the day it starts is not counted; the last day runs to its end, 24:00 (Administrative Licensing Law,
/// article 82; Civil Code, articles 200 to 203). Working days are counted as the calendar has them, make-up days
/// included. Calendar days, months and years end on the next working day when their last day is off. A day counts only
/// when the clock was not standing at its beginning. Limits in hours and minutes run from the moment, around the clock
/// or during office hours, and stand to the millisecond. Of urgent matters every day is a working day, and hours are
/// those of duty (``OfficeHours/dutySeasons``).
///
/// A pause without an end leaves no due moment, unless the limit was used up before it began.
public struct DeadlineRules: Sendable {
    public let calendar: WorkingCalendar
    public let hours: OfficeHours

    public init(calendar: WorkingCalendar, hours: OfficeHours = .standard) {
        self.calendar = calendar
        self.hours = hours
    }

    public func due(_ ledger: DeadlineLedger) throws(DeadlineError) -> Due {
        let total = try Self.total(ledger)
        switch ledger.limit.unit {
        case .workingDays:
            let day = try self.workingDay(total, ledger)
            return try self.due(day, countedFrom: ShanghaiTime.day(of: ledger.start))
        case .calendarDays:
            let nominal = try self.calendarDay(total, ledger)
            return try self.due(self.calendar.onOrAfter(nominal), countedFrom: nominal)
        case .months, .years:
            let nominal = try self.monthDay(total, ledger)
            return try self.due(self.calendar.onOrAfter(nominal), countedFrom: nominal)
        case .urgentDays:
            let day = try self.calendarDay(total, ledger)
            return Due(instant: try Self.endOf(day), day: day, isProvisional: false)
        case .minutes, .hours:
            return Due(instant: try Self.elapsed(total, ledger), day: nil, isProvisional: false)
        case .urgentMinutes, .urgentHours:
            var last = ledger.start
            try self.officeSpans(ledger, total: total) { span in if span.isCounted { last = span.to } }
            return Due(instant: last, day: nil, isProvisional: false)
        case .officeMinutes, .officeHours:
            var last = ledger.start
            try self.officeSpans(ledger, total: total) { span in if span.isCounted { last = span.to } }
            let provisional = self.isProvisional(
                from: ShanghaiTime.day(of: ledger.start),
                through: ShanghaiTime.day(of: last)
            )
            return Due(instant: last, day: nil, isProvisional: provisional)
        }
    }

    /// The moment by which a part of the limit is used: of a limit in days, the end of the day that reaches it.
    public func moment(
        ofPart numerator: Int,
        outOf denominator: Int,
        _ ledger: DeadlineLedger
    ) throws(DeadlineError) -> Instant {
        precondition(numerator >= 0 && denominator > 0 && numerator <= denominator, "a part lies between 0 and 1")
        let total = try Self.total(ledger)
        switch ledger.limit.unit {
        case .workingDays:
            let part = (total * numerator + denominator - 1) / denominator
            return try Self.endOf(try self.workingDay(part, ledger))
        case .calendarDays, .urgentDays:
            let part = (total * numerator + denominator - 1) / denominator
            return try Self.endOf(try self.calendarDay(part, ledger))
        case .months, .years:
            let start = ShanghaiTime.day(of: ledger.start)
            let whole = start.days(until: start.adding(months: total))
            let part = (whole * numerator + denominator - 1) / denominator
            return try Self.endOf(try self.calendarDay(part, ledger))
        case .minutes, .hours:
            return try Self.elapsed(total * numerator / denominator, ledger)
        case .officeMinutes, .officeHours, .urgentMinutes, .urgentHours:
            var last = ledger.start
            try self.officeSpans(ledger, total: total * numerator / denominator) { span in
                if span.isCounted { last = span.to }
            }
            return last
        }
    }

    /// The whole of limit and extensions: days, months, or milliseconds.
    static func total(_ ledger: DeadlineLedger) throws(DeadlineError) -> Int {
        guard ledger.start < Self.endOfTime else { throw .tooFar }
        func amount(_ limit: Limit) throws(DeadlineError) -> Int {
            guard Limit.fit(limit.unit, ledger.limit.unit) else { throw .unit(limit, of: ledger.limit) }
            return limit.count * limit.unit.factor
        }
        var total = try amount(ledger.limit)
        for lengthening in ledger.extensions {
            total += try amount(lengthening)
        }
        return total
    }

    private func workingDay(_ count: Int, _ ledger: DeadlineLedger) throws(DeadlineError) -> CivilDay {
        let start = ShanghaiTime.day(of: ledger.start)
        if ledger.pauses.isEmpty { return self.calendar.adding(workingDays: count, to: start) }
        return try Self.countedDay(count, ledger) { self.calendar.isWorkingDay($0) }
    }

    func calendarDay(_ count: Int, _ ledger: DeadlineLedger) throws(DeadlineError) -> CivilDay {
        let start = ShanghaiTime.day(of: ledger.start)
        if ledger.pauses.isEmpty { return start.adding(days: count) }
        return try Self.countedDay(count, ledger) { _ in true }
    }

    /// The day on which so many days have counted: those of the kind at whose beginning the clock was not standing.
    private static func countedDay(
        _ count: Int,
        _ ledger: DeadlineLedger,
        where isOfKind: (CivilDay) -> Bool
    ) throws(DeadlineError) -> CivilDay {
        var day = ShanghaiTime.day(of: ledger.start)
        var left = count
        while left > 0 {
            day = day.adding(days: 1)
            guard isOfKind(day) else { continue }
            if let pause = ledger.pause(at: ShanghaiTime.startOfDay(day)) {
                // No later day counts either when the pause does not end.
                guard let end = pause.to else { throw .paused }
                guard end < Self.endOfTime else { throw .tooFar }
            } else {
                left -= 1
            }
        }
        return day
    }

    func monthDay(_ months: Int, _ ledger: DeadlineLedger) throws(DeadlineError) -> CivilDay {
        let start = ShanghaiTime.day(of: ledger.start)
        let nominal = start.adding(months: months)
        return ledger.pauses.isEmpty ? nominal : try self.calendarDay(start.days(until: nominal), ledger)
    }

    private static func elapsed(_ milliseconds: Int, _ ledger: DeadlineLedger) throws(DeadlineError) -> Instant {
        var due = ledger.start.adding(milliseconds: Int64(milliseconds))
        for pause in ledger.pauses {
            let from = max(pause.from, ledger.start)
            guard from < due else { continue }
            guard let end = pause.to else { throw .paused }
            if end > from { due = due.adding(milliseconds: end.since(from)) }
        }
        guard due < Self.endOfTime else { throw .tooFar }
        return due
    }

    /// A stretch of office time, during which the clock went or stood.
    struct OfficeSpan {
        var from: Instant
        var to: Instant
        var isCounted: Bool
        var pause: DeadlineLedger.Pause?
    }

    /// The open spans of a day, by the clock of a limit: office hours of days that are worked, hours of duty of any day.
    private func segments(on day: CivilDay, for unit: Limit.Unit) -> [OfficeHours.Segment] {
        if unit.clock == .urgent { return self.hours.dutySegments(on: day) }
        return self.calendar.isWorkingDay(day) ? self.hours.segments(on: day) : []
    }

    /// Walks over the stretches of office time, in order, until the counted ones add up to `total` milliseconds, or up
    /// to a moment.
    ///
    /// - Parameter until: with it a pause without an end is no error; it lasts until then.
    func officeSpans(
        _ ledger: DeadlineLedger,
        total: Int,
        until: Instant? = nil,
        _ visit: (OfficeSpan) -> Void
    ) throws(DeadlineError) {
        var left = Int64(total)
        var day = ShanghaiTime.day(of: ledger.start)
        var daysClosed = 0
        while left > 0 {
            if let until, ShanghaiTime.startOfDay(day) >= until { return }
            daysClosed += 1
            for segment in self.segments(on: day, for: ledger.limit.unit) {
                var from = max(ShanghaiTime.instant(day: day, minutes: segment.start), ledger.start)
                var end = ShanghaiTime.instant(day: day, minutes: segment.end)
                if let until { end = min(end, until) }
                if from < end { daysClosed = 0 }
                while from < end, left > 0 {
                    if let pause = ledger.pause(at: from) {
                        if pause.to == nil, until == nil { throw .paused }
                        let resumed = pause.to ?? end
                        guard resumed < Self.endOfTime else { throw .tooFar }
                        visit(OfficeSpan(from: from, to: min(end, resumed), isCounted: false, pause: pause))
                        from = resumed
                        continue
                    }
                    let nextPause = ledger.pauses.lazy.map(\.from).filter { $0 > from }.min() ?? end
                    let to = min(end, nextPause, from.adding(milliseconds: left))
                    guard to < Self.endOfTime else { throw .tooFar }
                    visit(OfficeSpan(from: from, to: to, isCounted: true, pause: nil))
                    left -= to.since(from)
                    from = to
                }
                if left == 0 { return }
            }
            guard daysClosed < 3_653 else { throw .noOfficeHours }
            day = day.adding(days: 1)
            guard day.year <= 9_999 else { throw .tooFar }
        }
    }

    /// 24:00 of 9999-12-31: from here on a moment is no longer written with a year of four digits.
    private static let endOfTime = ShanghaiTime.startOfDay(CivilDay(number: 2_932_897))

    private static func endOf(_ day: CivilDay) throws(DeadlineError) -> Instant {
        let end = ShanghaiTime.startOfDay(day.adding(days: 1))
        guard end < Self.endOfTime else { throw .tooFar }
        return end
    }

    private func due(_ day: CivilDay, countedFrom start: CivilDay) throws(DeadlineError) -> Due {
        Due(instant: try Self.endOf(day), day: day, isProvisional: self.isProvisional(from: start, through: day))
    }

    private func isProvisional(from start: CivilDay, through end: CivilDay) -> Bool {
        self.calendar.isProvisional(end)
            || (start.year..<max(start.year, end.year)).contains { self.calendar.isProvisional(year: $0) }
    }
}
