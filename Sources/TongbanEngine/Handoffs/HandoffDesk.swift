// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// Hands matters on to other bodies and sees them through until the sender has its result.
///
/// The case that hands on names its open hand-offs, and does not close before they have ended.
public final class HandoffDesk {
    unowned let cases: CaseEngine

    static let kind = "handoff"
    /// What the events that hand-offs raise in cases come from.
    static let origin = "handoff"
    /// The key of those that have not ended: the sender's and the receiver's bodies.
    static let openKey = "open"
    static let fromKey = "from"
    static let toKey = "to"

    init(cases: CaseEngine) {
        self.cases = cases
    }

    var engine: Engine { self.cases.engine }

    static func timer(_ number: String) -> String { "handoff:\(number)" }

    // MARK: Reading

    /// - Throws: ``EngineError/refused(_:)`` with `NO_HANDOFF`.
    public func handoff(_ number: String) throws(EngineError) -> HandoffRecord {
        let object = try self.cases.store { store throws(StoreError) in
            try store.object(kind: Self.kind, id: number)
        }
        guard let object else {
            throw .refused(Refusal(code: "NO_HANDOFF", zh: "没有移交单 \(number)。", en: "there is no hand-off \(number)"))
        }
        return try self.read(object)
    }

    /// Those a body sent or is to work on, in the order of their numbers.
    ///
    /// - Parameters:
    ///   - side: `from` or `to`.
    ///   - after: a number.
    public func handoffs(
        _ side: Side,
        _ body: String,
        after: String? = nil,
        limit: Int
    ) throws(EngineError) -> [HandoffRecord] {
        let objects = try self.cases.store { store throws(StoreError) in
            try store.objects(
                kind: Self.kind,
                key: side.rawValue,
                from: body,
                to: body,
                after: after.map { ObjectPosition(value: body, id: $0) },
                limit: limit
            )
        }
        return try self.read(objects)
    }

    public enum Side: String, Sendable, Hashable {
        case from, to
    }

    /// All of them, in the order of their numbers.
    public func handoffs(after: String? = nil, limit: Int) throws(EngineError) -> [HandoffRecord] {
        let objects = try self.cases.store { store throws(StoreError) in
            try store.objects(kind: Self.kind, after: after, limit: limit)
        }
        return try self.read(objects)
    }

    private func read(_ objects: [ObjectRecord]) throws(EngineError) -> [HandoffRecord] {
        var handoffs: [HandoffRecord] = []
        for object in objects { handoffs.append(try self.read(object)) }
        return handoffs
    }

    private func read(_ object: ObjectRecord) throws(EngineError) -> HandoffRecord {
        let body = try self.engine.opened(object.body, as: "handoff/\(object.id)")
        do {
            return try body.parsed().decoded(as: HandoffRecord.self)
        } catch {
            throw .unavailable(StoreError(.corrupt, "hand-off \(object.id) cannot be read: \(error)"))
        }
    }

    /// When the limit of the present step ends; `nil` when none runs.
    public func due(of handoff: HandoffRecord) -> Due? {
        handoff.step.flatMap { self.due($0.limit, from: $0.start) }
    }

    func due(_ limit: Limit, from start: Instant) -> Due? {
        let rules = DeadlineRules(calendar: self.cases.directory.calendar, hours: self.cases.directory.officeHours)
        return try? rules.due(DeadlineLedger(start: start, limit: limit))
    }

    /// The body as the daemon knows it now: a bureau, or one without a plugin.
    func body(_ id: String, named name: Bilingual? = nil) -> HandoffRecord.Body {
        let bureau = self.cases.directory.declaration(of: id)?.declaration
        return HandoffRecord.Body(
            id: id,
            name: bureau?.name ?? name ?? Bilingual(id, id),
            isBureau: bureau != nil
        )
    }

    // MARK: Who may

    /// Staff of the receiving bureau; of a body without a plugin, whoever has its role, or the sender's staff, who write
    /// down what it says.
    public func isReceiver(_ person: PersonView, of handoff: HandoffRecord) -> Bool {
        if person.isSystem { return true }
        if handoff.to.isBureau { return self.cases.isStaff(person, of: handoff.to.id) }
        return person.roles.contains(HandoffDeclaration.outsidePrefix + handoff.to.id)
            || self.cases.isStaff(person, of: handoff.bureau)
    }

    public func isSender(_ person: PersonView, of handoff: HandoffRecord) -> Bool {
        person.isSystem || self.cases.isStaff(person, of: handoff.bureau)
    }

    public func isCoordinator(_ person: PersonView) -> Bool {
        person.isSystem || person.roles.contains(HandoffDeclaration.coordinator)
    }

    func require(_ may: Bool, _ who: String, toDo name: Bilingual) throws(EngineError) {
        guard may else { throw .refused(.role([who], toDo: name)) }
    }

    // MARK: Keeping

    /// Writes a hand-off and sets the timer of its step.
    func keep(_ handoff: HandoffRecord, isNew: Bool = false) throws(EngineError) {
        guard let body = try? JSON(encoding: handoff) else {
            throw .unavailable(StoreError(.corrupt, "hand-off \(handoff.number) cannot be written"))
        }
        let revision = handoff.events.count + handoff.breaches.count
        try self.engine.write(
            .putObject(
                ObjectRecord(
                    kind: Self.kind,
                    id: handoff.number,
                    revision: revision,
                    updated: self.engine.now,
                    keys: [
                        Self.fromKey: handoff.bureau, Self.toKey: handoff.to.id,
                        Self.openKey: handoff.isOpen ? handoff.state.rawValue : "",
                    ].filter { !$0.value.isEmpty },
                    body: try self.engine.sealed(RawJSON(body), as: "handoff/\(handoff.number)")
                )
            )
        )
        let timer = Self.timer(handoff.number)
        if !handoff.isBreached, let due = self.due(of: handoff) {
            try self.engine.write(
                .putTimer(TimerRecord(id: timer, due: due.instant, caseNumber: nil, body: .emptyObject))
            )
        } else if !isNew {
            try self.engine.write(.removeTimer(id: timer))
        }
    }

    /// Tells of the last event of a hand-off: in the sender's case, and to the receiving bureau. Nothing of the matter
    /// itself is told.
    func tell(_ what: String, _ handoff: HandoffRecord, _ more: JSONObject = [:]) throws(EngineError) {
        var members: JSONObject = [
            "handoff": .string(handoff.number), "kind": .string(handoff.kind), "to": .string(handoff.to.id),
            "state": .string(handoff.state.rawValue), "urgency": .string(handoff.urgency.rawValue),
            "by": .string(handoff.events.last?.by ?? ""),
        ]
        if let due = self.due(of: handoff) { members["due"] = .string(due.instant.description) }
        for member in more { members[member.name] = member.value }
        try self.record(what, members, bureau: handoff.bureau, caseNumber: handoff.caseNumber)
        guard handoff.to.isBureau, handoff.to.id != handoff.bureau else { return }
        members["from"] = .string(handoff.bureau)
        try self.record(what, members, bureau: handoff.to.id, caseNumber: handoff.receiverCase)
    }

    // MARK: The receiver's handlers

    /// Gives the receiving bureau's handler a task, if it has one for what this bureau hands on. What is sensitive stays
    /// in the hand-off, where its reading is noted.
    func submit(_ handoff: HandoffRecord) throws(EngineError) {
        let receptions = self.cases.directory.declaration(of: handoff.to.id)?.declaration.receptions ?? []
        guard
            let reception = receptions.first(where: { $0.from == handoff.bureau })
                ?? receptions.first(where: { $0.from == nil })
        else { return }
        var data = handoff.data.objectValue ?? [:]
        for field in handoff.sensitive { data[field] = nil }
        let payload: JSONObject = [
            "handoff": .string(handoff.number), "from": .string(handoff.bureau), "kind": .string(handoff.kind),
            "case": .string(handoff.caseNumber), "request": .string(handoff.request),
            "urgency": .string(handoff.urgency.rawValue), "received": .string(self.engine.now.description),
            "data": .object(data),
        ]
        _ = try self.engine.submit([
            NewTask(
                queue: handoff.to.id,
                kind: reception.submits,
                payload: RawJSON(.object(payload)),
                key: "handoff:\(handoff.number):\(handoff.events.count)"
            )
        ])
    }

    /// The receiver works on a hand-off in a case it has opened for it; both cases get a link.
    func assign(_ number: String, to receiverCase: String, of bureau: String) throws(EngineError) {
        var handoff = try self.handoff(number)
        guard handoff.to.id == bureau else {
            throw .refused(
                Refusal(
                    code: "OTHER_BUREAU",
                    zh: "移交单 \(number) 不是移交给本部门的。",
                    en: "hand-off \(number) is not for this bureau"
                )
            )
        }
        handoff.assign(case: receiverCase)
        try self.keep(handoff)
        try self.link(handoff, receiverCase)
    }

    /// Tells the journal that the one whose call this is read sensitive values of a hand-off.
    public func noteReading(of handoff: HandoffRecord) throws(EngineError) {
        guard !handoff.sensitive.isEmpty else { return }
        try self.record(
            "read",
            ["handoff": .string(handoff.number), "fields": .array(handoff.sensitive.map(JSON.string))],
            bureau: handoff.bureau,
            caseNumber: handoff.caseNumber
        )
    }

    private func record(
        _ what: String,
        _ members: JSONObject,
        bureau: String,
        caseNumber: String?
    ) throws(EngineError) {
        try self.engine.record("handoff.\(what)", bureau: bureau, caseNumber: caseNumber) { writer in
            JSON.object(members).write(to: &writer)
        }
    }
}
