// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension CaseEngine {
    /// The clock a deadline is counted by.
    func clock(of deadline: String, in item: LoadedItem) -> DeadlineClock {
        DeadlineClock(
            calendar: self.directory.calendar,
            hours: item.deadlineHours[deadline] ?? self.directory.officeHours
        )
    }

    static func timerID(_ deadline: String, of number: String) -> String { "\(number)/deadline/\(deadline)" }

    // MARK: Starting and ending

    /// Starts, pauses, resumes and ends deadlines by the states left and entered.
    func moveDeadlines(_ inHand: inout CaseInHand, exited: [String], entered: [String]) throws(EngineError) {
        for state in exited {
            for declaration in inHand.item.deadlinesByState[state] ?? [] {
                try self.endDeadline(declaration, in: &inHand)
            }
            for declaration in inHand.item.caseDeadlines where declaration.endsOn?.contains(state) ?? false {
                try self.endDeadline(declaration, in: &inHand)
            }
        }
        for declaration in inHand.item.caseDeadlines {
            let isFirst = !inHand.body.deadlines.contains { $0.id == declaration.id }
            let starts = declaration.startsIn.map { states in entered.contains(where: states.contains) } ?? isFirst
            if starts { try self.startDeadline(declaration, in: &inHand) }
        }
        for state in entered {
            for declaration in inHand.item.deadlinesByState[state] ?? [] {
                try self.startDeadline(declaration, in: &inHand)
            }
        }
        try self.adjustPauses(in: &inHand)
    }

    func startDeadline(_ declaration: DeadlineDeclaration, in inHand: inout CaseInHand) throws(EngineError) {
        if let index = inHand.body.deadlines.lastIndex(where: { $0.id == declaration.id }) {
            guard !inHand.body.deadlines[index].isActive else { return }
            switch declaration.returning {
            case .never: return
            case .resume: return try self.reopen(index, declaration, in: &inHand)
            case .restart: break
            }
        }
        let context = inHand.context(form: inHand.stamps, actor: .system, now: self.engine.now)
        let limit = try self.limit(of: declaration, context: context)
        let start = try self.start(of: declaration, context: context)
        var run = DeadlineRun(
            id: declaration.id,
            ledger: DeadlineLedger(start: start, limit: limit),
            begun: self.engine.now
        )
        try self.schedule(&run, declaration, in: inHand)
        inHand.body.deadlines.append(run)
        try self.tell(
            "deadline.started",
            of: inHand,
            [
                "deadline": .string(run.id), "limit": .string(run.limit), "start": .string(run.start.description),
                "due": run.due.map { .string($0.description) }, "provisional": run.isProvisional ? true : nil,
            ]
        )
    }

    private func reopen(
        _ index: Int,
        _ declaration: DeadlineDeclaration,
        in inHand: inout CaseInHand
    ) throws(EngineError) {
        var run = inHand.body.deadlines[index]
        run.ledger.reopen(at: self.engine.now, reason: Bilingual("已办结,后重新打开", "ended, then opened again"))
        run.revised = self.engine.now
        if run.state == .met { run.state = .running }
        try self.schedule(&run, declaration, in: inHand)
        inHand.body.deadlines[index] = run
        try self.tell(
            "deadline.reopened",
            of: inHand,
            ["deadline": .string(run.id), "due": run.due.map { .string($0.description) }]
        )
    }

    func limit(of declaration: DeadlineDeclaration, context: JSON) throws(EngineError) -> Limit {
        try self.limit(declaration.limit, of: declaration.id, context: context)
    }

    private func limit(_ rule: JSON, of deadline: String, context: JSON) throws(EngineError) -> Limit {
        do {
            let value = try JsonLogic.evaluate(rule, data: context)
            return try Limit(value.stringValue ?? value.text)
        } catch {
            throw .refused(
                Refusal(
                    code: "FLOW_ERROR",
                    zh: "时限 \(deadline) 的长度无法确定:\(error)",
                    en: "the length of deadline \(deadline) cannot be found: \(error)"
                )
            )
        }
    }

    private func start(of declaration: DeadlineDeclaration, context: JSON) throws(EngineError) -> Instant {
        guard let rule = declaration.from else { return self.engine.now }
        let value = try? JsonLogic.evaluate(rule, data: context)
        guard let text = value?.stringValue, !text.isEmpty else { return self.engine.now }
        if let instant = Instant(text) { return instant }
        if let day = CivilDay(text) {
            // The day alone counts; on today's day the moment itself is kept.
            return day == ShanghaiTime.day(of: self.engine.now) ? self.engine.now : ShanghaiTime.startOfDay(day)
        }
        throw .refused(
            Refusal(
                code: "FLOW_ERROR",
                zh: "时限 \(declaration.id) 的起算日“\(text)”不是日期。",
                en: "the start of deadline \(declaration.id), \"\(text)\", is no date"
            )
        )
    }

    /// Computes the due moment anew and sets the timer of the next rung.
    func schedule(
        _ run: inout DeadlineRun,
        _ declaration: DeadlineDeclaration,
        in inHand: CaseInHand
    ) throws(EngineError) {
        let number = inHand.record.number
        guard let result = try self.compute(&run, declaration, in: inHand), let next = result.next(of: run) else {
            return try self.engine.write(.removeTimer(id: Self.timerID(run.id, of: number)))
        }
        try self.engine.write(.putTimer(Self.timer(next, of: run.id, in: number)))
    }

    static func timer(_ next: DeadlineClock.Rung, of deadline: String, in number: String) -> TimerRecord {
        TimerRecord(
            id: Self.timerID(deadline, of: number),
            due: next.at,
            caseNumber: number,
            body: RawJSON(TimerAction.deadline(id: deadline, rung: next.rung).json)
        )
    }

    /// Computes the due moment anew; `nil` when there is none, because the clock stands or the deadline has ended.
    func compute(
        _ run: inout DeadlineRun,
        _ declaration: DeadlineDeclaration,
        in inHand: CaseInHand
    ) throws(EngineError) -> DeadlineClock.Result? {
        guard run.isActive else { return nil }
        do throws(DeadlineError) {
            let result = try self.clock(of: run.id, in: inHand.item).compute(run, declaration)
            run.due = result.due
            run.isProvisional = result.isProvisional
            // While the clock stands nobody is told of a moment that will move.
            if run.isStanding, run.state != .breached, run.state != .elapsed { run.due = nil }
            return result
        } catch .paused {
            run.due = nil
            return nil
        } catch {
            throw .refused(
                Refusal(
                    code: "FLOW_ERROR",
                    zh: "时限 \(run.id) 无法计算:\(error.message.zh)",
                    en: "deadline \(run.id) cannot be computed: \(error.message.en)"
                )
            )
        }
    }

    /// Ends a deadline because a state was left.
    private func endDeadline(_ declaration: DeadlineDeclaration, in inHand: inout CaseInHand) throws(EngineError) {
        for index in inHand.body.deadlines.indices
        where inHand.body.deadlines[index].id == declaration.id && inHand.body.deadlines[index].isActive {
            try self.end(index, in: &inHand)
        }
    }

    /// Ends what still runs, because the case is closed.
    func endDeadlines(in inHand: inout CaseInHand) throws(EngineError) {
        for index in inHand.body.deadlines.indices where inHand.body.deadlines[index].isActive {
            try self.end(index, in: &inHand)
        }
    }

    func end(_ index: Int, in inHand: inout CaseInHand) throws(EngineError) {
        var run = inHand.body.deadlines[index]
        let isIntended = inHand.item.deadlines[run.id]?.isIntended ?? false
        if run.state == .running, run.isPassed(at: self.engine.now) {
            // The timer was lost; the breach is not.
            run.state = isIntended ? .elapsed : .breached
            if !run.claimed.contains(.due), let declaration = inHand.item.deadlines[run.id], let due = run.due {
                let rung = declaration.ladder.first { $0.rung == .due }
                try self.tell(climbed: .due, of: &run, declaration, to: rung?.to ?? [], moment: due, in: inHand)
            }
        } else if run.state == .running || run.state == .paused {
            run.state = .met
        }
        run.ledger.end(at: self.engine.now)
        inHand.body.deadlines[index] = run
        try self.engine.write(.removeTimer(id: Self.timerID(run.id, of: inHand.record.number)))
        try self.tell(
            "deadline.ended",
            of: inHand,
            ["deadline": .string(run.id), "state": .string(run.state.rawValue)]
        )
    }

    // MARK: Pausing

    /// Stops the clocks that stand in the states now active, and starts those that ran before.
    func adjustPauses(in inHand: inout CaseInHand) throws(EngineError) {
        let configuration = inHand.configuration
        for index in inHand.body.deadlines.indices where inHand.body.deadlines[index].isActive {
            var run = inHand.body.deadlines[index]
            guard let declaration = inHand.item.deadlines[run.id] else { continue }
            let reason = self.standing(declaration, in: inHand, configuration)
            guard (reason != nil) != run.isStanding else { continue }
            if let reason {
                run.ledger.pause(at: self.engine.now, reason: reason)
                if run.state == .running { run.state = .paused }
                try self.schedule(&run, declaration, in: inHand)
                try self.tell(
                    "deadline.paused",
                    of: inHand,
                    ["deadline": .string(run.id), "zh": .string(reason.zh), "en": .string(reason.en)]
                )
            } else {
                run.ledger.resume(at: self.engine.now)
                run.revised = self.engine.now
                if run.state == .paused { run.state = .running }
                try self.schedule(&run, declaration, in: inHand)
                try self.tell(
                    "deadline.resumed",
                    of: inHand,
                    ["deadline": .string(run.id), "due": run.due.map { .string($0.description) }]
                )
            }
            inHand.body.deadlines[index] = run
        }
    }

    /// Why the clock of a deadline stands now; `nil` when it runs.
    private func standing(
        _ declaration: DeadlineDeclaration,
        in inHand: CaseInHand,
        _ configuration: Set<String>
    ) -> Bilingual? {
        if let suspension = inHand.body.suspension, declaration.id != SuspensionDeclaration.deadline,
            declaration.runsWhileSuspended != true
        {
            return inHand.item.declaration.suspension?.reasons.first { $0.code == suspension.reason }?.name
                ?? Bilingual(suspension.reason, suspension.reason)
        }
        return declaration.pausedIn.first { configuration.contains($0) }
            .map { self.pauseReason(declaration, state: $0, in: inHand) }
    }

    private func pauseReason(_ declaration: DeadlineDeclaration, state: String, in inHand: CaseInHand) -> Bilingual {
        if let rule = declaration.pauseReason {
            let context = inHand.context(form: inHand.stamps, actor: .system, now: self.engine.now)
            if let text = try? JsonLogic.evaluate(rule, data: context).stringValue, !text.isEmpty {
                return Bilingual(text, text)
            }
        }
        return inHand.item.declaration.stateName(state)
    }

    // MARK: Extending

    /// Lengthens a running deadline.
    func extend(_ lengthening: ExtensionDeclaration, in inHand: inout CaseInHand) throws(EngineError) {
        guard let declaration = inHand.item.deadlines[lengthening.deadline],
            let index = inHand.body.deadlines.lastIndex(where: {
                $0.id == lengthening.deadline && $0.isActive && $0.state != .breached
            })
        else {
            throw .refused(
                Refusal(
                    code: "NO_DEADLINE",
                    zh: "没有可以延长的时限 \(lengthening.deadline)(未开始、已结束或已超期)。",
                    en:
                        "there is no deadline \(lengthening.deadline) to extend: it has not begun, is over or is breached"
                )
            )
        }
        var run = inHand.body.deadlines[index]
        guard run.extensions.count < lengthening.times else {
            throw .refused(
                Refusal(
                    code: "ALREADY_EXTENDED",
                    zh: "时限“\(declaration.name.zh)”最多延长 \(lengthening.times) 次。",
                    en: "deadline \"\(declaration.name.en)\" can be extended \(lengthening.times) time(s) only"
                )
            )
        }
        let context = inHand.context(form: inHand.stamps, actor: .system, now: self.engine.now)
        let limit = try self.limit(lengthening.limit, of: lengthening.deadline, context: context)
        do {
            try run.ledger.extend(by: limit)
        } catch {
            throw .refused(Self.unitRefusal(error))
        }
        run.revised = self.engine.now
        try self.schedule(&run, declaration, in: inHand)
        inHand.body.deadlines[index] = run
        try self.tell(
            "deadline.extended",
            of: inHand,
            [
                "deadline": .string(run.id), "by": .string(limit.description),
                "due": run.due.map { .string($0.description) },
            ]
        )
    }

    static func unitRefusal(_ error: any Error) -> Refusal {
        let message = (error as? DeadlineError)?.message ?? (error as? LimitError)?.message
        return Refusal(code: "LIMIT_UNIT", message: message ?? Bilingual("\(error)", "\(error)"))
    }

    // MARK: Climbing

    /// A rung of a deadline is reached.
    func climb(_ rung: DeadlineRun.Rung, of id: String, in number: String) throws(EngineError) {
        var inHand = try self.load(number)
        guard let declaration = inHand.item.deadlines[id],
            let index = inHand.body.deadlines.lastIndex(where: { $0.id == id && $0.isActive }),
            !inHand.body.deadlines[index].isStanding, !inHand.body.deadlines[index].claimed.contains(rung)
        else { return }
        var run = inHand.body.deadlines[index]
        let next = try self.compute(&run, declaration, in: inHand)?.next(of: run)
        guard let next, next.rung == rung, next.at <= self.engine.now else {
            // The moment moved meanwhile, as when a calendar was loaded: it is waited for anew.
            try self.schedule(&run, declaration, in: inHand)
            inHand.body.deadlines[index] = run
            return try self.keep(&inHand)
        }
        if rung == .due { run.state = declaration.isIntended ? .elapsed : .breached }
        try self.tell(climbed: rung, of: &run, declaration, to: next.to, moment: next.at, in: inHand)
        try self.schedule(&run, declaration, in: inHand)
        inHand.body.deadlines[index] = run
        try self.remindWork(at: rung, of: id, in: &inHand)
        if rung == .due {
            _ = try self.raise(declaration.dueEvent, data: [:], in: &inHand, from: "deadline")
        } else if declaration.ladder.first(where: { $0.rung == rung })?.raises == true {
            _ = try self.raise(declaration.event(of: rung), data: [:], in: &inHand, from: "deadline")
        }
        try self.keep(&inHand)
    }

    private func tell(
        climbed rung: DeadlineRun.Rung,
        of run: inout DeadlineRun,
        _ declaration: DeadlineDeclaration,
        to roles: [String],
        moment: Instant,
        in inHand: CaseInHand
    ) throws(EngineError) {
        run.climbs.append(.init(rung: rung, at: self.engine.now, moment: moment))
        let kind =
            rung == .due
            ? (declaration.isIntended ? "due.elapsed" : "due.breach")
            : rung == .breach3 ? "due.breach.3" : "due.\(rung.rawValue)"
        let late = self.engine.now.since(moment)
        try self.tell(
            kind,
            of: inHand,
            [
                "deadline": .string(run.id), "due": run.due.map { .string($0.description) },
                "to": .array(roles.map(JSON.string)),
                "moment": late > 0 ? .string(moment.description) : nil,
                "late_by": late >= 1_000 ? .integer(late / 1_000) : nil,
            ]
        )
    }
}
