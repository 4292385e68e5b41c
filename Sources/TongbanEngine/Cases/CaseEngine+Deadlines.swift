// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension CaseEngine {
    var clock: DeadlineClock {
        DeadlineClock(calendar: self.directory.calendar, hours: self.directory.officeHours)
    }

    /// Starts the deadlines of a state that was entered.
    func startDeadlines(of state: String, in inHand: inout CaseInHand) throws(EngineError) {
        for declaration in inHand.item.deadlinesByState[state] ?? [] {
            let context = inHand.context(form: inHand.stamps, actor: .system, now: self.engine.now)
            let limit = try self.limit(of: declaration, context: context)
            let start = try self.start(of: declaration, context: context)
            var run = DeadlineRun(id: declaration.id, limit: limit.description, start: start)
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
    }

    private func limit(of declaration: DeadlineDeclaration, context: JSON) throws(EngineError) -> Limit {
        do {
            let value = try JsonLogic.evaluate(declaration.limit, data: context)
            return try Limit(value.stringValue ?? value.text)
        } catch {
            throw .refused(
                Refusal(
                    code: "FLOW_ERROR",
                    zh: "时限 \(declaration.id) 的长度无法确定:\(error)",
                    en: "the length of deadline \(declaration.id) cannot be found: \(error)"
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
        let timerID = "\(number)/deadline/\(run.id)"
        guard run.isActive, run.state != .paused else {
            run.due = nil
            try self.engine.write(.removeTimer(id: timerID))
            return
        }
        let result: DeadlineClock.Result
        do {
            result = try self.clock.compute(run)
        } catch {
            throw .refused(
                Refusal(
                    code: "FLOW_ERROR",
                    zh: "时限 \(run.id) 无法计算:\(error)",
                    en: "deadline \(run.id) cannot be computed: \(error)"
                )
            )
        }
        run.due = result.due
        run.isProvisional = result.isProvisional
        let rungs = result.rungs.filter { rung in
            !run.claimed.contains(rung.rung) && (!declaration.isIntended || rung.rung == .due)
        }
        // A rung that lay in the past when the deadline started is not climbed late, except the last ones.
        guard let next = rungs.min(by: { $0.at < $1.at }) else {
            try self.engine.write(.removeTimer(id: timerID))
            return
        }
        try self.engine.write(
            .putTimer(
                TimerRecord(
                    id: timerID,
                    due: next.at,
                    caseNumber: number,
                    body: RawJSON(TimerAction.deadline(id: run.id, rung: next.rung).json)
                )
            )
        )
    }

    /// Ends the deadlines of a state that was left.
    func endDeadlines(of state: String, in inHand: inout CaseInHand) throws(EngineError) {
        let ids = Set((inHand.item.deadlinesByState[state] ?? []).map(\.id))
        for index in inHand.body.deadlines.indices
        where ids.contains(inHand.body.deadlines[index].id) && inHand.body.deadlines[index].isActive {
            self.end(&inHand.body.deadlines[index])
            let run = inHand.body.deadlines[index]
            try self.engine.write(.removeTimer(id: "\(inHand.record.number)/deadline/\(run.id)"))
            try self.tell(
                "deadline.ended",
                of: inHand,
                ["deadline": .string(run.id), "state": .string(run.state.rawValue)]
            )
        }
    }

    func end(_ run: inout DeadlineRun) {
        run.ended = self.engine.now
        if run.state == .running || run.state == .paused { run.state = .met }
        if !run.pauses.isEmpty, run.pauses[run.pauses.count - 1].to == nil {
            run.pauses[run.pauses.count - 1].to = self.engine.now
        }
    }

    /// Stops the clocks that stand in the states now active, and starts those that ran before.
    func adjustPauses(in inHand: inout CaseInHand) throws(EngineError) {
        let configuration = inHand.configuration
        for index in inHand.body.deadlines.indices where inHand.body.deadlines[index].isActive {
            var run = inHand.body.deadlines[index]
            guard let declaration = inHand.item.deadlines[run.id] else { continue }
            let stands =
                declaration.pausedIn.contains { configuration.contains($0) }
                || (inHand.body.suspension != nil && run.id != SuspensionDeclaration.deadline
                    && declaration.runsWhileSuspended != true)
            switch (stands, run.state) {
            case (true, .running):
                run.state = .paused
                run.pauses.append(DeadlineRun.Pause(from: self.engine.now))
                try self.tell("deadline.paused", of: inHand, ["deadline": .string(run.id)])
            case (false, .paused):
                run.state = .running
                if !run.pauses.isEmpty { run.pauses[run.pauses.count - 1].to = self.engine.now }
                try self.schedule(&run, declaration, in: inHand)
                try self.tell(
                    "deadline.resumed",
                    of: inHand,
                    ["deadline": .string(run.id), "due": run.due.map { .string($0.description) }]
                )
                inHand.body.deadlines[index] = run
                continue
            default: continue
            }
            try self.schedule(&run, declaration, in: inHand)
            inHand.body.deadlines[index] = run
        }
    }

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
        run.extensions.append(lengthening.limit)
        run.claimed.removeAll { $0 == .half || $0 == .soon }
        try self.schedule(&run, declaration, in: inHand)
        inHand.body.deadlines[index] = run
        try self.tell(
            "deadline.extended",
            of: inHand,
            [
                "deadline": .string(run.id), "by": .string(lengthening.limit),
                "due": run.due.map { .string($0.description) },
            ]
        )
    }

    /// A rung of a deadline is reached.
    func climb(_ rung: DeadlineRun.Rung, of id: String, in number: String, due: Instant) throws(EngineError) {
        var inHand = try self.load(number)
        guard let declaration = inHand.item.deadlines[id],
            let index = inHand.body.deadlines.lastIndex(where: { $0.id == id && $0.isActive }),
            inHand.body.deadlines[index].state != .paused, !inHand.body.deadlines[index].claimed.contains(rung)
        else { return }
        var run = inHand.body.deadlines[index]
        run.claimed.append(rung)
        if rung == .due { run.state = declaration.isIntended ? .elapsed : .breached }
        let late = self.engine.now.milliseconds - due.milliseconds
        let dueMoment = run.due
        try self.schedule(&run, declaration, in: inHand)
        inHand.body.deadlines[index] = run
        let kind =
            switch rung {
            case .half: "due.half"
            case .soon: "due.soon"
            case .due: declaration.isIntended ? "due.elapsed" : "due.breach"
            case .breach3: "due.breach3"
            }
        try self.tell(
            kind,
            of: inHand,
            [
                "deadline": .string(id), "due": dueMoment.map { .string($0.description) },
                "late_by": late > 0 ? .integer(late / 1_000) : nil,
            ]
        )
        if rung == .due {
            _ = try self.raise(declaration.dueEvent, data: [:], in: &inHand, from: "deadline")
        }
        try self.keep(&inHand)
    }

    /// The deadline with each counted, skipped and paused interval.
    func explain(_ run: DeadlineRun) throws -> [DeadlineStep] { try self.clock.explain(run) }
}
