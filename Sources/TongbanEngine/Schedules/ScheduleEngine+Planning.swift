// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension ScheduleEngine {
    /// Takes what a bureau declares: new schedules begin with their next run from now on, changed ones follow their new
    /// rule and keep what has run, those that are gone stop.
    func declared(_ declaration: BureauDeclaration) throws(EngineError) {
        let known = try self.states().filter { $0.bureau == declaration.id }
        for schedule in declaration.schedules ?? [] {
            let id = "\(declaration.id)/\(schedule.id)"
            let rule = try Self.rule(schedule)
            let recurrence = rule.recurrence.description
            if var state = known.first(where: { $0.id == id }) {
                if state.recurrence == recurrence, !state.isRemoved {
                    try self.plan(&state, tells: true)
                    continue
                }
                try self.tell(
                    "schedule.changed",
                    state,
                    ["recurrence": .string(recurrence), "was": .string(state.recurrence)]
                )
                state.recurrence = recurrence
                state.isRemoved = false
                state.lastOrdinal = self.beginning(rule)
                try self.plan(&state)
            } else {
                var state = ScheduleState(id: id, recurrence: recurrence, lastOrdinal: self.beginning(rule))
                try self.tell("schedule.declared", state, ["recurrence": .string(recurrence)])
                try self.plan(&state)
            }
        }
        for var state in known where !state.isRemoved {
            guard !(declaration.schedules ?? []).contains(where: { $0.id == state.name }) else { continue }
            state.isRemoved = true
            try self.tell("schedule.removed", state, [:])
            try self.plan(&state)
        }
    }

    /// The ordinal before the first run that is due after now.
    func beginning(_ rule: Rule) -> Int {
        rule.next(after: self.engine.now, self.calendar).map { $0.ordinal - 1 } ?? .max - 1
    }

    /// Moves what is to come to where the calendar, as it is now, puts it.
    func planAnew() throws(EngineError) {
        for var state in try self.states() where !state.isRemoved {
            try self.plan(&state, tells: true)
        }
    }

    /// Sets the timer of the next run, or takes it away.
    ///
    /// - Parameter tells: whether a moment that changed is told of.
    func plan(_ state: inout ScheduleState, tells: Bool = false) throws(EngineError) {
        let old = state
        let isStopped = state.isRemoved || state.pause != nil
        let next = isStopped ? nil : try self.nextUnrun(&state)
        state.nextPeriod = next?.period.key
        state.nextDue = next?.due.description
        state.isProvisional = next?.isProvisional ?? false
        let id = Self.timer(state.id)
        if let next {
            try self.engine.write(
                .putTimer(TimerRecord(id: id, due: next.due, caseNumber: nil, body: .emptyObject))
            )
        } else if old.nextDue != nil {
            try self.engine.write(.removeTimer(id: id))
        }
        if tells, let next, old.nextPeriod == next.period.key, old.nextDue != state.nextDue {
            try self.tell(
                "schedule.moved",
                state,
                [
                    "period": .string(next.period.key), "due": .string(next.due.description),
                    "was": old.nextDue.map(JSON.string) ?? .null,
                ]
            )
        }
        try self.keep(state)
    }

    /// The next run whose period has not had its turn under an earlier rule.
    private func nextUnrun(_ state: inout ScheduleState) throws(EngineError) -> ScheduledRun? {
        guard state.lastOrdinal < .max - 1, let rule = try self.rule(of: state) else { return nil }
        while let run = rule.next(afterOrdinal: state.lastOrdinal, self.calendar) {
            guard try self.run(state.id, period: run.period.key) != nil else { return run }
            state.lastOrdinal = run.ordinal
        }
        return nil
    }

    // MARK: Firing

    /// Does the run that is due; a further one that is due too has its timer set, and its own turn, at once.
    ///
    /// - Returns: always true: the timer is one of these.
    func fire(_ timer: TimerRecord) throws(EngineError) -> Bool {
        let id = String(timer.id.dropFirst(Self.timer("").count))
        guard var state = try self.find(id), !state.isRemoved, state.pause == nil,
            let rule = try self.rule(of: state)
        else { return true }
        try self.leaveOut(&state, rule)
        if let run = try self.nextUnrun(&state), run.due <= self.engine.now {
            _ = try self.execute(run, &state, by: nil, reason: nil)
        }
        try self.plan(&state)
        return true
    }

    /// Skips, of the runs that were missed, all but the latest that are made up for.
    private func leaveOut(_ state: inout ScheduleState, _ rule: Rule) throws(EngineError) {
        let limit = self.declaration(of: state)?.catchUp ?? ScheduleDeclaration.standardCatchUp
        var missed: [ScheduledRun] = []
        var ordinal = state.lastOrdinal
        while let run = rule.next(afterOrdinal: ordinal, self.calendar), run.due <= self.engine.now {
            missed.append(run)
            ordinal = run.ordinal
            guard missed.count < Self.lookLimit else { break }
        }
        guard missed.count > limit else { return }
        if missed.count == Self.lookLimit {
            // So many that they are not even counted: on from a day ago, in one entry of the journal.
            let dayAgo = self.engine.now.adding(seconds: -86_400)
            if let later = rule.next(after: dayAgo, self.calendar), later.ordinal > ordinal, let first = missed.first {
                state.lastOrdinal = later.ordinal - 1
                try self.tell(
                    "schedule.skipped",
                    state,
                    [
                        "from": .string(first.period.key), "before": .string(later.period.key),
                        "reason": "missed too long ago",
                    ]
                )
                return try self.leaveOut(&state, rule)
            }
        }
        for run in missed.dropLast(limit) {
            try self.skip(run, &state, by: nil, reason: "missed too long ago: \(limit) runs are made up for")
        }
    }

    func skip(
        _ run: ScheduledRun,
        _ state: inout ScheduleState,
        by person: String?,
        reason: String
    ) throws(EngineError) {
        state.lastOrdinal = run.ordinal
        state.lastPeriod = run.period.key
        guard try self.run(state.id, period: run.period.key) == nil else { return }
        try self.keep(self.record(of: run, state, .skipped, by: person, reason: reason))
        var members: JSONObject = ["period": .string(run.period.key), "due": .string(run.due.description)]
        members["reason"] = .string(reason)
        try self.tell("schedule.skipped", state, members)
    }

    func record(
        of run: ScheduledRun,
        _ state: ScheduleState,
        _ outcome: ScheduleRunRecord.Outcome,
        by person: String?,
        reason: String?
    ) -> ScheduleRunRecord {
        ScheduleRunRecord(
            schedule: state.id,
            period: run.period.key,
            ordinal: run.ordinal,
            outcome: outcome,
            due: run.due.description,
            at: self.engine.now.description,
            lateBy: max(0, self.engine.now.since(run.due)),
            by: person,
            reason: reason
        )
    }

    /// Submits the task, or opens the case, of a run, and keeps that it ran.
    func execute(
        _ run: ScheduledRun,
        _ state: inout ScheduleState,
        by person: String?,
        reason: String?
    ) throws(EngineError) -> ScheduleRunRecord {
        guard let declaration = self.declaration(of: state) else {
            throw .refused(
                Refusal(code: "REMOVED", zh: "定时 \(state.id) 已撤销。", en: "schedule \(state.id) is declared no more")
            )
        }
        var record = self.record(of: run, state, .ran, by: person, reason: reason)
        let data = declaration.data?.objectValue ?? [:]
        if let kind = declaration.task {
            var payload = data
            payload["schedule"] = .string(declaration.id)
            payload["period"] = .string(run.period.key)
            payload["previous"] = .string(run.period.previous)
            payload["from"] = .string(run.period.first.description)
            payload["through"] = .string(run.period.last.description)
            if run.period.unit == .week { payload["weeks"] = .array(run.period.weeks.map(JSON.string)) }
            payload["due"] = .string(run.due.description)
            payload["lateBy"] = .integer(record.lateBy)
            let task = NewTask(
                queue: state.bureau,
                kind: kind,
                payload: RawJSON(.object(payload)),
                key: "schedule:\(declaration.id):\(run.period.key)"
            )
            record.task = try self.engine.submit([task]).first?.description
        } else if let item = declaration.item {
            var form = data
            if let field = declaration.periodField { form[field] = .string(run.period.key) }
            record.caseNumber = try self.cases.open(
                NewCase(bureau: state.bureau, item: item, data: form),
                by: .system
            )
        }
        if run.ordinal > state.lastOrdinal {
            state.lastOrdinal = run.ordinal
            state.lastPeriod = run.period.key
        }
        try self.keep(record)
        var members: JSONObject = [
            "period": .string(record.period), "due": .string(record.due), "late_by": .integer(record.lateBy),
        ]
        members["task"] = record.task.map(JSON.string)
        members["case"] = record.caseNumber.map(JSON.string)
        members["reason"] = reason.map(JSON.string)
        try self.tell("schedule.ran", state, members)
        return record
    }
}
