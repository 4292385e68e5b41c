// SPDX-License-Identifier: Apache-2.0

extension DeadlineRules {
    /// Each stretch between start and due moment with the rule by which it was counted or not; the counted ones add up
    /// to the limit.
    public func explanation(_ ledger: DeadlineLedger) throws(DeadlineError) -> [DeadlineStep] {
        try self.steps(ledger, until: nil)
    }

    /// The stretches from the start to the due moment, or to an earlier moment.
    ///
    /// - Parameter until: with it a clock that stands without an end is no error; it stands until then.
    func steps(_ ledger: DeadlineLedger, until: Instant?) throws(DeadlineError) -> [DeadlineStep] {
        var due: Due?
        do throws(DeadlineError) {
            due = try self.due(ledger)
        } catch {
            guard case .paused = error, until != nil else { throw error }
        }
        var base = ledger
        base.extensions = []
        let list = StepList(
            base: Int64(try Self.budget(base)),
            extensions: ledger.extensions.map(\.description).joined(separator: "+")
        )
        switch ledger.limit.unit.clock {
        case .workingDays, .calendarDays, .months, .urgentDays:
            return try self.days(ledger, due: due?.day, until: until, list)
        case .elapsed:
            return Self.elapsed(ledger, due: due?.instant, until: until, list)
        case .office, .urgent:
            return try self.office(ledger, until: until, list)
        }
    }

    private func days(
        _ ledger: DeadlineLedger,
        due: CivilDay?,
        until: Instant?,
        _ list: StepList
    ) throws(DeadlineError) -> [DeadlineStep] {
        var list = list
        let start = ShanghaiTime.day(of: ledger.start)
        let budget = try Self.budget(ledger)
        list.addDay(start, until, counted: false, Bilingual("起算当日不计", "the day it starts is not counted"))
        var counted = 0
        var day = start.adding(days: 1)
        while true {
            if let due, day > due { break }
            let morning = ShanghaiTime.startOfDay(day)
            if let until, morning >= until { break }
            if counted == budget {
                list.addDay(
                    day,
                    until,
                    counted: false,
                    Bilingual("期满日不上班,顺延", "the last day is off: moved to the next working day")
                )
            } else if let pause = ledger.pause(at: morning) {
                list.addDay(day, until, counted: false, Self.rule(of: pause))
            } else {
                let (counts, rule) = self.rule(of: day, ledger.limit.unit.clock)
                list.addDay(day, until, counted: counts, rule)
                if counts { counted += 1 }
            }
            day = day.adding(days: 1)
        }
        return list.steps
    }

    private func rule(of day: CivilDay, _ clock: Limit.Unit.Clock) -> (Bool, Bilingual) {
        switch clock {
        case .workingDays: break
        case .urgentDays: return (true, Bilingual("紧急工作日", "urgent working days"))
        default: return (true, Bilingual("日历日", "calendar days"))
        }
        if self.calendar.isWorkingDay(day) {
            return day.isWeekend
                ? (true, Bilingual("调休上班", "make-up working day")) : (true, Bilingual("工作日", "working days"))
        }
        if let holiday = self.calendar.holiday(of: day), !holiday.zh.isEmpty {
            return (false, Bilingual("放假:\(holiday.zh)", "holiday: \(holiday.en)"))
        }
        return (false, Bilingual("周末", "weekend"))
    }

    private static func rule(of pause: DeadlineLedger.Pause) -> Bilingual {
        guard let reason = pause.reason else { return Bilingual("计时暂停", "the clock stood") }
        return Bilingual("计时暂停:\(reason.zh)", "the clock stood: \(reason.en)")
    }

    private static func elapsed(
        _ ledger: DeadlineLedger,
        due: Instant?,
        until: Instant?,
        _ list: StepList
    ) -> [DeadlineStep] {
        var list = list
        let running = Bilingual("连续计时", "runs around the clock")
        // One of the two is given, or there would be no end.
        let end = [due, until].compactMap { $0 }.min() ?? ledger.start
        var from = ledger.start
        for pause in ledger.pauses {
            let pauseEnd = min(pause.to ?? end, end)
            let pauseStart = max(pause.from, from)
            guard pauseEnd > pauseStart, pauseStart < end else { continue }
            list.add(from, pauseStart, counted: true, running)
            list.add(pauseStart, pauseEnd, counted: false, Self.rule(of: pause))
            from = pauseEnd
        }
        list.add(from, end, counted: true, running)
        if list.steps.isEmpty, until == nil { list.addEmpty(ledger.start, running) }
        return list.steps
    }

    private func office(
        _ ledger: DeadlineLedger,
        until: Instant?,
        _ list: StepList
    ) throws(DeadlineError) -> [DeadlineStep] {
        var list = list
        let isUrgent = ledger.limit.unit.clock == .urgent
        let open = isUrgent ? Bilingual("值班时间", "hours of duty") : Bilingual("办公时间", "office hours")
        let closed =
            isUrgent ? Bilingual("非值班时间", "outside hours of duty") : Bilingual("非办公时间", "outside office hours")
        var at = ledger.start
        try self.officeSpans(ledger, total: try Self.total(ledger), until: until) { span in
            list.add(at, span.from, counted: false, closed)
            list.add(span.from, span.to, counted: span.isCounted, span.pause.map(Self.rule(of:)) ?? open)
            at = span.to
        }
        // What is left of a day that was cut off is not open time; of a limit that is used up it is not its own.
        if let until, list.counted < Int64(try Self.total(ledger)) { list.add(at, until, counted: false, closed) }
        return list.steps
    }
}

/// Puts stretches one after another: those of one rule are one, and what an extension granted is told apart.
private struct StepList {
    var steps: [DeadlineStep] = []
    var counted: Int64 = 0
    /// What the limit itself grants.
    let base: Int64
    /// The extensions, for people.
    let extensions: String

    init(base: Int64, extensions: String) {
        self.base = base
        self.extensions = extensions
    }

    mutating func addDay(_ day: CivilDay, _ until: Instant?, counted: Bool, _ rule: Bilingual) {
        var to = ShanghaiTime.startOfDay(day.adding(days: 1))
        if let until { to = min(to, until) }
        self.append(ShanghaiTime.startOfDay(day), to, counted: counted, amount: 1, rule)
    }

    mutating func add(_ from: Instant, _ to: Instant, counted: Bool, _ rule: Bilingual) {
        guard to > from else { return }
        let left = self.base - self.counted
        if counted, left > 0, to.since(from) > left {
            let middle = from.adding(milliseconds: left)
            self.append(from, middle, counted: true, amount: left, rule)
            self.append(middle, to, counted: true, amount: to.since(middle), rule)
        } else {
            self.append(from, to, counted: counted, amount: to.since(from), rule)
        }
    }

    /// A limit of no length.
    mutating func addEmpty(_ at: Instant, _ rule: Bilingual) {
        self.steps.append(DeadlineStep(from: at, to: at, isCounted: true, amount: 0, rule: rule))
    }

    private mutating func append(
        _ from: Instant,
        _ to: Instant,
        counted: Bool,
        amount: Int64,
        _ plain: Bilingual
    ) {
        var rule = plain
        if counted {
            if self.counted >= self.base {
                rule = Bilingual("\(plain.zh)(延长 \(self.extensions))", "\(plain.en) (extension \(self.extensions))")
            }
            self.counted += amount
        }
        if let last = self.steps.last, last.isCounted == counted, last.rule == rule, last.to == from {
            self.steps[self.steps.count - 1].to = to
            self.steps[self.steps.count - 1].amount += amount
        } else {
            self.steps.append(DeadlineStep(from: from, to: to, isCounted: counted, amount: amount, rule: rule))
        }
    }
}
