// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// Runs the recurring work of the bureaus: once for each period, in order, whatever clocks do.
///
/// What keeps a period from running twice is not the moment but the period: the last ordinal is kept, and each run is an
/// object whose id is the schedule and the period, written in the transaction that submits the task or opens the case.
public final class ScheduleEngine {
    unowned let cases: CaseEngine
    /// How many periods are looked at to find those that were missed, before the rest is left out in one go.
    static let lookLimit = 10_000

    init(cases: CaseEngine) {
        self.cases = cases
    }

    var engine: Engine { self.cases.engine }
    var calendar: WorkingCalendar { self.cases.directory.calendar }

    static func timer(_ id: String) -> String { "schedule:\(id)" }

    // MARK: Reading

    /// Every schedule there is or was, in order of bureau and id.
    public func states() throws(EngineError) -> [ScheduleState] {
        var found: [ScheduleState] = []
        while true {
            let after = found.last?.id
            let page = try self.cases.store { store throws(StoreError) in
                try store.objects(kind: ScheduleState.kind, after: after, limit: 200)
            }
            for object in page { found.append(try Self.read(object, as: ScheduleState.self)) }
            guard page.count == 200 else { return found }
        }
    }

    /// - Throws: ``EngineError/refused(_:)`` with `NO_SCHEDULE`.
    public func state(_ id: String) throws(EngineError) -> ScheduleState {
        guard let state = try self.find(id) else {
            throw .refused(Refusal(code: "NO_SCHEDULE", zh: "没有定时 \(id)。", en: "there is no schedule \(id)"))
        }
        return state
    }

    /// As the bureau declares it now; `nil` when it no longer does.
    public func declaration(of state: ScheduleState) -> ScheduleDeclaration? {
        self.cases.directory.declaration(of: state.bureau)?.declaration.schedules?.first { $0.id == state.name }
    }

    /// The runs of a schedule, the latest first.
    public func runs(of id: String, limit: Int) throws(EngineError) -> [ScheduleRunRecord] {
        var found: [ScheduleRunRecord] = []
        var after: ObjectPosition?
        while true {
            let from = after
            let page = try self.cases.store { store throws(StoreError) in
                try store.objects(
                    kind: ScheduleRunRecord.kind,
                    key: "of",
                    from: id,
                    to: id,
                    after: from,
                    limit: 500
                )
            }
            for object in page { found.append(try Self.read(object, as: ScheduleRunRecord.self)) }
            guard page.count == 500, let last = page.last else { break }
            after = ObjectPosition(value: id, id: last.id)
        }
        return Array(found.sorted { ($0.ordinal, $0.at) > ($1.ordinal, $1.at) }.prefix(limit))
    }

    /// The next runs of a schedule, as the calendar is now.
    public func next(of id: String, count: Int) throws(EngineError) -> [ScheduledRun] {
        let state = try self.state(id)
        guard !state.isRemoved, let rule = try self.rule(of: state) else { return [] }
        var found: [ScheduledRun] = []
        var ordinal = state.lastOrdinal
        while found.count < count, let run = rule.next(afterOrdinal: ordinal, self.calendar) {
            found.append(run)
            ordinal = run.ordinal
        }
        return found
    }

    func find(_ id: String) throws(EngineError) -> ScheduleState? {
        let object = try self.cases.store { store throws(StoreError) in
            try store.object(kind: ScheduleState.kind, id: id)
        }
        guard let object else { return nil }
        return try Self.read(object, as: ScheduleState.self)
    }

    func run(_ id: String, period: String) throws(EngineError) -> ScheduleRunRecord? {
        let object = try self.cases.store { store throws(StoreError) in
            try store.object(kind: ScheduleRunRecord.kind, id: "\(id)/\(period)")
        }
        guard let object else { return nil }
        return try Self.read(object, as: ScheduleRunRecord.self)
    }

    private static func read<Value: Decodable>(
        _ object: ObjectRecord,
        as type: Value.Type
    ) throws(EngineError) -> Value {
        do {
            return try object.body.parsed().decoded(as: type)
        } catch {
            throw .unavailable(StoreError(.corrupt, "\(object.kind) \(object.id) cannot be read: \(error)"))
        }
    }

    // MARK: Rules

    struct Rule {
        var recurrence: Recurrence
        var sun: SolarDay

        func next(afterOrdinal ordinal: Int, _ calendar: WorkingCalendar) -> ScheduledRun? {
            self.recurrence.next(afterOrdinal: ordinal, calendar: calendar, sun: self.sun)
        }

        func next(after moment: Instant, _ calendar: WorkingCalendar) -> ScheduledRun? {
            self.recurrence.next(after: moment, calendar: calendar, sun: self.sun)
        }
    }

    func rule(of state: ScheduleState) throws(EngineError) -> Rule? {
        guard let declaration = self.declaration(of: state) else { return nil }
        return try Self.rule(declaration)
    }

    static func rule(_ declaration: ScheduleDeclaration) throws(EngineError) -> Rule {
        do throws(RecurrenceError) {
            return Rule(recurrence: try Recurrence(declaration.recurrence), sun: declaration.sun ?? .huaibei)
        } catch {
            throw .invalid(field: "recurrence", error.message)
        }
    }

    // MARK: Keeping

    func keep(_ state: ScheduleState) throws(EngineError) {
        try self.put(ScheduleState.kind, state.id, state, keys: [:])
    }

    func keep(_ run: ScheduleRunRecord) throws(EngineError) {
        try self.put(ScheduleRunRecord.kind, run.id, run, keys: ["of": run.schedule])
    }

    private func put(
        _ kind: String,
        _ id: String,
        _ value: some Encodable,
        keys: [String: String]
    ) throws(EngineError) {
        let old = try self.cases.store { store throws(StoreError) in try store.object(kind: kind, id: id) }
        guard let body = try? JSON(encoding: value) else {
            throw .unavailable(StoreError(.corrupt, "\(kind) \(id) cannot be written"))
        }
        try self.engine.write(
            .putObject(
                ObjectRecord(
                    kind: kind,
                    id: id,
                    revision: (old?.revision ?? 0) + 1,
                    updated: self.engine.now,
                    keys: keys,
                    body: RawJSON(body)
                )
            )
        )
    }

    func tell(_ kind: String, _ state: ScheduleState, _ members: JSONObject) throws(EngineError) {
        try self.engine.record(kind, bureau: state.bureau, caseNumber: nil) { writer in
            writer.beginObject()
            writer.member("schedule", state.id)
            for member in members {
                writer.name(dynamic: member.name)
                member.value.write(to: &writer)
            }
            writer.endObject()
        }
    }
}
