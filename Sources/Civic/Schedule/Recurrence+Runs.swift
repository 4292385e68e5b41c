// SPDX-License-Identifier: Apache-2.0

extension Recurrence {
    /// The first run that is due after a moment; `nil` when there is none in the years to come.
    ///
    /// - Parameter sun: the place whose sun is meant.
    public func next(
        after moment: Instant,
        calendar: WorkingCalendar,
        sun: SolarDay = .huaibei
    ) -> ScheduledRun? {
        // Earlier units may be due later than the day they begin, rolled forward or after their end.
        self.first(from: self.firstOrdinal(near: ShanghaiTime.day(of: moment)), calendar, sun) { $0.due > moment }
    }

    /// The first run after the one with this ordinal, as the calendar is now.
    public func next(
        afterOrdinal ordinal: Int,
        calendar: WorkingCalendar,
        sun: SolarDay = .huaibei
    ) -> ScheduledRun? {
        self.first(from: ordinal + 1, calendar, sun) { _ in true }
    }

    /// The run with an ordinal, as the calendar is now; `nil` when there is none.
    public func run(ordinal: Int, calendar: WorkingCalendar, sun: SolarDay = .huaibei) -> ScheduledRun? {
        self.next(afterOrdinal: ordinal - 1, calendar: calendar, sun: sun).flatMap { $0.ordinal == ordinal ? $0 : nil }
    }

    /// The next runs, the earliest first.
    public func runs(
        after moment: Instant,
        count: Int,
        calendar: WorkingCalendar,
        sun: SolarDay = .huaibei
    ) -> [ScheduledRun] {
        var found: [ScheduledRun] = []
        var run = count > 0 ? self.next(after: moment, calendar: calendar, sun: sun) : nil
        while let next = run, found.count < count {
            found.append(next)
            run = self.next(afterOrdinal: next.ordinal, calendar: calendar, sun: sun)
        }
        return found
    }

    // MARK: Units

    private enum Unit {
        case minute, day, days(Int, from: CivilDay), week, month, quarter, year
    }

    private var unit: Unit {
        switch self.rule {
        case .weeklyLastWorkingDay: .week
        case .weekly, .daily, .everyWorkingDay, .sun: .day
        case .everyDays(let count, let from, _): .days(max(count, 1), from: from)
        case .monthlyWorkingDay, .monthlyDay: .month
        case .quarterEnd, .afterQuarter: .quarter
        case .annual, .annualWeekday: .year
        case .everyMinutes, .cron: .minute
        }
    }

    private func firstOrdinal(near day: CivilDay) -> Int {
        switch self.unit {
        case .minute: (day.number - 1) * 1_440
        case .day: day.number - 1
        case .days(let count, let from): max(0, (day.number - from.number) / count - 1)
        case .week: Self.week(of: day) - 1
        case .month: day.year * 12 + day.month - 1 - 2
        case .quarter: day.year * 4 + (day.month - 1) / 3 - 2
        case .year: day.year - 1
        }
    }

    /// Weeks since the one of 1969-12-29, a Monday.
    private static func week(of day: CivilDay) -> Int {
        let shifted = day.number + 3
        return shifted >= 0 ? shifted / 7 : (shifted - 6) / 7
    }

    private func first(
        from ordinal: Int,
        _ calendar: WorkingCalendar,
        _ sun: SolarDay,
        where fits: (ScheduledRun) -> Bool
    ) -> ScheduledRun? {
        if case .minute = self.unit { return self.firstMinute(from: ordinal, fits) }
        var ordinal = ordinal
        if case .days = self.unit { ordinal = max(0, ordinal) }
        // A season or a month may be up to a year away, a 29 February eight.
        let bound =
            switch self.unit {
            case .day, .days, .minute: 800
            case .week: 120
            case .month, .quarter, .year: 40
            }
        for candidate in ordinal..<(ordinal + bound) {
            if let run = self.made(candidate, calendar, sun), fits(run) { return run }
        }
        return nil
    }

    private func made(_ ordinal: Int, _ calendar: WorkingCalendar, _ sun: SolarDay) -> ScheduledRun? {
        guard let (day, period, due) = self.place(ordinal, calendar, sun) else { return nil }
        if let season, !season.contains(day) { return nil }
        let depends =
            switch self.rule {
            case .weekly, .daily, .everyDays, .sun, .annualWeekday, .everyMinutes, .cron: false
            default: true
            }
        return ScheduledRun(
            ordinal: ordinal,
            period: period,
            due: due,
            isProvisional: depends && (calendar.isProvisional(day) || calendar.isProvisional(period.last))
        )
    }

    private func place(
        _ ordinal: Int,
        _ calendar: WorkingCalendar,
        _ sun: SolarDay
    ) -> (CivilDay, Period, Instant)? {
        func at(_ day: CivilDay?, _ time: TimeOfDay, _ period: Period?) -> (CivilDay, Period, Instant)? {
            guard let day, let period else { return nil }
            return (day, period, ShanghaiTime.instant(day: day, time: time))
        }
        let day = CivilDay(number: ordinal)
        switch self.rule {
        case .weeklyLastWorkingDay(let time):
            let monday = CivilDay(number: ordinal * 7 - 3)
            let (year, week) = monday.isoWeek
            guard let last = calendar.lastWorkingDay(ofISOYear: year, week: week) else { return nil }
            return at(last, time, .week(monday, from: Self.firstCovered(by: monday, calendar)))
        case .weekly(let weekdays, let time):
            return weekdays.contains(day.weekday) ? at(day, time, .day(day)) : nil
        case .daily(let time): return at(day, time, .day(day))
        case .everyWorkingDay(let time): return calendar.isWorkingDay(day) ? at(day, time, .day(day)) : nil
        case .everyDays(let count, let from, let time):
            let day = from.adding(days: ordinal * max(count, 1))
            return at(day, time, .day(day))
        case .monthlyWorkingDay(let n, let time):
            let (year, month) = (ordinal / 12, ordinal % 12 + 1)
            guard let period = Period.months(.month, year: year, from: month, count: 1) else { return nil }
            let start = n > 0 ? period.first.adding(days: -1) : period.last.adding(days: 1)
            let day = calendar.adding(workingDays: n, to: start)
            return day >= period.first && day <= period.last ? at(day, time, period) : nil
        case .monthlyDay(let n, let time):
            let (year, month) = (ordinal / 12, ordinal % 12 + 1)
            return at(
                calendar.monthly(day: n, year: year, month: month),
                time,
                .months(.month, year: year, from: month, count: 1)
            )
        case .quarterEnd(let time):
            let (year, quarter) = (ordinal / 4, ordinal % 4)
            return at(
                calendar.quarterEnd(year: year, quarter: quarter + 1),
                time,
                .months(.quarter, year: year, from: quarter * 3 + 1, count: 3)
            )
        case .afterQuarter(let n, let time):
            let (year, quarter) = (ordinal / 4, ordinal % 4)
            let next = quarter == 3 ? (year + 1, 1) : (year, quarter * 3 + 4)
            return at(
                calendar.monthly(day: n, year: next.0, month: next.1),
                time,
                .months(.quarter, year: year, from: quarter * 3 + 1, count: 3)
            )
        case .annual(let month, let n, let time):
            return at(
                calendar.annual(month: month, day: n, year: ordinal),
                time,
                .months(.year, year: ordinal, from: 1, count: 12)
            )
        case .annualWeekday(let n, let weekday, let month, let time):
            return at(
                CivilDay.nth(n, weekday, year: ordinal, month: month),
                time,
                .months(.year, year: ordinal, from: 1, count: 12)
            )
        case .sun(let event, let offset):
            return sun.moment(of: event, on: day).map { moment in
                (day, .day(day), moment.adding(seconds: Int64(offset) * 60))
            }
        case .everyMinutes, .cron: return nil
        }
    }

    /// The Monday of the first of the weeks without a working day that end right before a week; its own otherwise.
    private static func firstCovered(by monday: CivilDay, _ calendar: WorkingCalendar) -> CivilDay {
        var first = monday
        while first.days(until: monday) < 8 * 7 {
            let (year, week) = first.adding(days: -7).isoWeek
            guard calendar.lastWorkingDay(ofISOYear: year, week: week) == nil else { return first }
            first = first.adding(days: -7)
        }
        return first
    }

    // MARK: Minutes

    /// The minutes of a day at which it runs, in order.
    private var minutesOfDay: [Int] {
        switch self.rule {
        case .everyMinutes(let step, let from, let through):
            let start = from.second / 60
            let length = (through.second / 60 - start + 1_440) % 1_440
            return stride(from: 0, through: length, by: max(step, 1)).map { (start + $0) % 1_440 }.sorted()
        case .cron(let cron):
            return cron.hours.flatMap { hour in cron.minutes.map { hour * 60 + $0 } }
        default: return []
        }
    }

    private func firstMinute(from ordinal: Int, _ fits: (ScheduledRun) -> Bool) -> ScheduledRun? {
        let minutes = self.minutesOfDay
        let leavesOutGaps: Bool
        var cron: CronExpression?
        if case .cron(let expression) = self.rule {
            cron = expression
            leavesOutGaps = expression.isOfEveryHour
        } else {
            leavesOutGaps = true
        }
        let start = ordinal >= 0 ? ordinal / 1_440 : (ordinal - 1_439) / 1_440
        // Eight years and some days: a 29 February over the turn of a century.
        for number in start..<(start + 3_000) {
            let day = CivilDay(number: number)
            guard cron?.fits(day) ?? true, self.season?.contains(day) ?? true else { continue }
            for minute in minutes where number * 1_440 + minute >= ordinal {
                let due = ShanghaiTime.instant(day: day, minutes: minute)
                if leavesOutGaps, ShanghaiTime.timeOfDay(of: due).minutes != minute { continue }
                let run = ScheduledRun(
                    ordinal: number * 1_440 + minute,
                    period: .minute(day, minute),
                    due: due,
                    isProvisional: false
                )
                if fits(run) { return run }
            }
        }
        return nil
    }
}
