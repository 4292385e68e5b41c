// SPDX-License-Identifier: Apache-2.0

extension DeadlineRules {
    /// Each stretch between start and due moment with the rule by which it was counted or not; the counted ones add up
    /// to the limit.
    public func explanation(_ ledger: DeadlineLedger) throws(DeadlineError) -> [DeadlineStep] {
        let due = try self.due(ledger)
        switch ledger.limit.unit {
        case .workingDays: return try self.days(ledger, through: due.day, workingOnly: true)
        case .calendarDays, .months, .years: return try self.days(ledger, through: due.day, workingOnly: false)
        case .minutes, .hours: return Self.elapsedSteps(ledger, until: due.instant)
        case .officeMinutes, .officeHours: return try self.officeSteps(ledger)
        }
    }

    private func days(
        _ ledger: DeadlineLedger,
        through last: CivilDay?,
        workingOnly: Bool
    ) throws(DeadlineError) -> [DeadlineStep] {
        let start = ShanghaiTime.day(of: ledger.start)
        guard let last else { return [] }
        var steps: [DeadlineStep] = []
        func add(_ day: CivilDay, counted: Bool, _ rule: Bilingual) {
            let to = ShanghaiTime.startOfDay(day.adding(days: 1))
            if let previous = steps.last, previous.isCounted == counted, previous.rule == rule {
                steps[steps.count - 1].to = to
                steps[steps.count - 1].amount += 1
            } else {
                steps.append(
                    DeadlineStep(
                        from: ShanghaiTime.startOfDay(day),
                        to: to,
                        isCounted: counted,
                        amount: 1,
                        rule: rule
                    )
                )
            }
        }
        add(start, counted: false, Bilingual("起算当日不计", "the day it starts is not counted"))
        let nominal = workingOnly ? last : try self.nominal(ledger)
        var day = start.adding(days: 1)
        while day <= last {
            let works = self.calendar.isWorkingDay(day)
            if day > nominal {
                add(
                    day,
                    counted: false,
                    Bilingual("期满日不上班,顺延", "the last day is off: moved to the next working day")
                )
            } else if ledger.pause(at: ShanghaiTime.startOfDay(day)) != nil {
                add(day, counted: false, Bilingual("计时暂停", "the clock stood"))
            } else if !workingOnly {
                add(day, counted: true, Bilingual("日历日", "calendar days"))
            } else if works, day.isWeekend {
                add(day, counted: true, Bilingual("调休上班", "make-up working day"))
            } else if works {
                add(day, counted: true, Bilingual("工作日", "working days"))
            } else if let holiday = self.calendar.holiday(of: day), !holiday.zh.isEmpty {
                add(day, counted: false, Bilingual("放假:\(holiday.zh)", "holiday: \(holiday.en)"))
            } else {
                add(day, counted: false, Bilingual("周末", "weekend"))
            }
            day = day.adding(days: 1)
        }
        return steps
    }

    /// The last day of a limit in calendar days or months before it is moved to a working day.
    private func nominal(_ ledger: DeadlineLedger) throws(DeadlineError) -> CivilDay {
        let total = try Self.total(ledger)
        return ledger.limit.unit == .calendarDays
            ? try self.calendarDay(total, ledger) : try self.monthDay(total, ledger)
    }

    private static func elapsedSteps(_ ledger: DeadlineLedger, until due: Instant) -> [DeadlineStep] {
        var steps: [DeadlineStep] = []
        var from = ledger.start
        for pause in ledger.pauses {
            guard let end = pause.to, end > from, pause.from < due else { continue }
            let pauseStart = max(pause.from, from)
            if pauseStart > from {
                steps.append(
                    DeadlineStep(
                        from: from,
                        to: pauseStart,
                        isCounted: true,
                        amount: pauseStart.since(from),
                        rule: Bilingual("连续计时", "runs around the clock")
                    )
                )
            }
            steps.append(
                DeadlineStep(
                    from: pauseStart,
                    to: end,
                    isCounted: false,
                    amount: end.since(pauseStart),
                    rule: Bilingual("计时暂停", "the clock stood")
                )
            )
            from = end
        }
        if due > from || steps.isEmpty {
            steps.append(
                DeadlineStep(
                    from: from,
                    to: due,
                    isCounted: true,
                    amount: due.since(from),
                    rule: Bilingual("连续计时", "runs around the clock")
                )
            )
        }
        return steps
    }

    private func officeSteps(_ ledger: DeadlineLedger) throws(DeadlineError) -> [DeadlineStep] {
        var steps: [DeadlineStep] = []
        func add(_ from: Instant, _ to: Instant, counted: Bool, _ rule: Bilingual) {
            guard to > from else { return }
            if let last = steps.last, last.isCounted == counted, last.rule == rule, last.to == from {
                steps[steps.count - 1].to = to
                steps[steps.count - 1].amount += to.since(from)
            } else {
                steps.append(
                    DeadlineStep(from: from, to: to, isCounted: counted, amount: to.since(from), rule: rule)
                )
            }
        }
        var at = ledger.start
        try self.officeSpans(ledger, total: try Self.total(ledger)) { span in
            add(at, span.from, counted: false, Bilingual("非办公时间", "outside office hours"))
            add(
                span.from,
                span.to,
                counted: span.isCounted,
                span.isCounted ? Bilingual("办公时间", "office hours") : Bilingual("计时暂停", "the clock stood")
            )
            at = span.to
        }
        return steps
    }
}
