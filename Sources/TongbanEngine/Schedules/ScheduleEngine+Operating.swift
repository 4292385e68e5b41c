// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

extension ScheduleEngine {
    /// Stops a schedule until it is resumed. Whoever answers for the bureau may, and an operator.
    public func pause(_ id: String, reason: String, by actor: PersonView) throws(EngineError) {
        var state = try self.operable(id, reason, actor)
        guard state.pause == nil else { return }
        state.pause = ScheduleState.Pause(by: actor.id, reason: reason, at: self.engine.now)
        try self.tell("schedule.paused", state, ["reason": .string(reason)])
        try self.plan(&state)
    }

    /// Lets a paused schedule go on.
    ///
    /// - Parameter makesUp: whether the periods that passed meanwhile run now; otherwise they are skipped.
    public func resume(_ id: String, reason: String, makesUp: Bool, by actor: PersonView) throws(EngineError) {
        var state = try self.operable(id, reason, actor)
        guard state.pause != nil else { return }
        state.pause = nil
        if !makesUp, let rule = try self.rule(of: state) {
            var left = Self.lookLimit
            while left > 0, let run = rule.next(afterOrdinal: state.lastOrdinal, self.calendar),
                run.due <= self.engine.now
            {
                left -= 1
                try self.skip(run, &state, by: actor.id, reason: "paused")
            }
            if left == 0 { state.lastOrdinal = max(state.lastOrdinal, self.beginning(rule)) }
        }
        try self.tell("schedule.resumed", state, ["reason": .string(reason), "makes_up": .bool(makesUp)])
        try self.plan(&state)
    }

    /// Runs a period now: the next one, ahead of its time, or one that was skipped.
    ///
    /// - Throws: ``EngineError/refused(_:)`` with `RAN` for a period that ran, `NO_PERIOD` for one that is neither the
    ///   next nor skipped.
    public func runNow(
        _ id: String,
        period: String?,
        reason: String,
        by actor: PersonView
    ) throws(EngineError) -> ScheduleRunRecord {
        var state = try self.operable(id, reason, actor)
        let run = try self.chosen(period, of: state)
        let record = try self.execute(run, &state, by: actor.id, reason: reason)
        try self.plan(&state)
        return record
    }

    /// Leaves the next run out.
    ///
    /// - Returns: the period that is left out.
    @discardableResult
    public func skipNext(_ id: String, reason: String, by actor: PersonView) throws(EngineError) -> String {
        var state = try self.operable(id, reason, actor)
        let run = try self.chosen(nil, of: state)
        try self.skip(run, &state, by: actor.id, reason: reason)
        try self.plan(&state)
        return run.period.key
    }

    /// Whether somebody may pause, resume and run a bureau's schedules.
    public func mayOperate(_ bureau: String, _ actor: PersonView) -> Bool {
        actor.isSystem || self.cases.supervises(actor, bureau)
    }

    private func operable(
        _ id: String,
        _ reason: String,
        _ actor: PersonView
    ) throws(EngineError) -> ScheduleState {
        let state = try self.state(id)
        guard self.mayOperate(state.bureau, actor) else {
            throw .refused(.notSupervisor(self.cases.directory.supervisors(of: state.bureau)))
        }
        guard !reason.isEmpty else {
            throw .invalid(field: "reason", Bilingual("须说明原因", "a reason must be given"))
        }
        guard reason.utf8.count <= 2_000 else { throw .tooLarge(field: "reason", limit: 2_000) }
        guard !state.isRemoved else {
            throw .refused(Refusal(code: "REMOVED", zh: "定时 \(id) 已撤销。", en: "schedule \(id) is declared no more"))
        }
        return state
    }

    private func chosen(_ period: String?, of state: ScheduleState) throws(EngineError) -> ScheduledRun {
        guard let rule = try self.rule(of: state) else { throw .refused(Self.noPeriod(period ?? "", state.id)) }
        let next = rule.next(afterOrdinal: state.lastOrdinal, self.calendar)
        guard let period, period != next?.period.key else {
            guard let next else { throw .refused(Self.noPeriod(period ?? "", state.id)) }
            return next
        }
        guard let past = try self.run(state.id, period: period) else {
            throw .refused(Self.noPeriod(period, state.id))
        }
        guard past.outcome == .skipped else {
            throw .refused(
                Refusal(
                    code: "RAN",
                    zh: "定时 \(state.id) 已为 \(period) 运行过。",
                    en: "schedule \(state.id) has run for \(period) already"
                )
            )
        }
        guard
            let run = rule.recurrence.run(ordinal: past.ordinal, calendar: self.calendar, sun: rule.sun),
            run.period.key == period
        else { throw .refused(Self.noPeriod(period, state.id)) }
        return run
    }

    private static func noPeriod(_ period: String, _ id: String) -> Refusal {
        Refusal(
            code: "NO_PERIOD",
            zh: "定时 \(id) 没有可运行的期间 \(period):只能运行下一期或已跳过的期间。",
            en: "schedule \(id) has no period \(period) to run: only the next one, or one that was skipped"
        )
    }
}
