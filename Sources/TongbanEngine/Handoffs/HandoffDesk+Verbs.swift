// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// What the receiver, the sender and the coordinator do. Each checks who it is, then whether it is possible.
extension HandoffDesk {
    // MARK: The receiver

    /// The slip was handed over to a body without a plugin.
    public func deliver(_ number: String, by person: PersonView) throws(EngineError) -> HandoffRecord {
        try self.change(number, "received", person, as: .sender) { handoff, now throws(Refusal) in
            try handoff.deliver(by: person.id, at: now)
        }
    }

    /// - Parameter receiverCase: a case of the receiving bureau in which it is worked on; both get a link.
    /// - Throws: `OTHER_BUREAU` when the case is not the receiver's.
    public func take(_ number: String, case receiverCase: String?, by person: PersonView) throws(EngineError)
        -> HandoffRecord
    {
        try self.change(number, "taken", person, as: .receiver, linking: receiverCase) { handoff, now throws(Refusal) in
            try handoff.take(by: person.id, at: now, case: receiverCase)
        }
    }

    public func bounce(
        _ number: String,
        competent: String,
        reason: String,
        by person: PersonView
    ) throws(EngineError) -> HandoffRecord {
        let now = self.engine.now
        let desk = self
        return try self.change(number, "bounced", person, as: .receiver) { handoff, _ throws(Refusal) in
            let last = handoff.step.flatMap { desk.due(handoff.urgency.bounceLimit, from: $0.start)?.instant }
            try handoff.bounce(
                competent: competent,
                reason: reason,
                isLate: last.map { now >= $0 } ?? false,
                by: person.id,
                at: now
            )
        }
    }

    public func finish(
        _ number: String,
        result: String,
        evidence: [String],
        case receiverCase: String?,
        by person: PersonView
    ) throws(EngineError) -> HandoffRecord {
        try self.change(number, "done", person, as: .receiver, linking: receiverCase) { handoff, now throws(Refusal) in
            try handoff.finish(result: result, evidence: evidence, by: person.id, at: now, case: receiverCase)
        }
    }

    // MARK: The sender

    /// - Parameters:
    ///   - body: the id of a bureau, or of a body without a plugin.
    ///   - name: of a body the daemon does not know.
    public func redirect(
        _ number: String,
        to body: String,
        named name: Bilingual?,
        by person: PersonView
    ) throws(EngineError) -> HandoffRecord {
        let body = try self.checkedBody(body, named: name)
        return try self.change(number, "redirected", person, as: .sender) { handoff, now throws(Refusal) in
            try handoff.redirect(to: body, by: person.id, at: now)
        }
    }

    public func confirm(_ number: String, by person: PersonView) throws(EngineError) -> HandoffRecord {
        try self.change(number, "confirmed", person, as: .sender) { handoff, now throws(Refusal) in
            try handoff.confirm(by: person.id, at: now)
        }
    }

    public func redo(_ number: String, reason: String, by person: PersonView) throws(EngineError) -> HandoffRecord {
        try self.change(number, "redo", person, as: .sender) { handoff, now throws(Refusal) in
            try handoff.refuse(reason: reason, by: person.id, at: now)
        }
    }

    public func withdraw(_ number: String, reason: String, by person: PersonView) throws(EngineError) -> HandoffRecord {
        try self.change(number, "withdrawn", person, as: .sender) { handoff, now throws(Refusal) in
            try handoff.withdraw(reason: reason, by: person.id, at: now)
        }
    }

    // MARK: The coordinator

    /// - Parameter body: who is to do it; `nil` when the result there is stands.
    public func decide(
        _ number: String,
        body: String?,
        named name: Bilingual?,
        reason: String,
        by person: PersonView
    ) throws(EngineError) -> HandoffRecord {
        guard let body else {
            return try self.change(number, "confirmed", person, as: .coordinator) { handoff, now throws(Refusal) in
                try handoff.accept(reason: reason, by: person.id, at: now)
            }
        }
        let named = try self.checkedBody(body, named: name)
        return try self.change(number, "decided", person, as: .coordinator) { handoff, now throws(Refusal) in
            try handoff.decide(body: named, reason: reason, by: person.id, at: now)
        }
    }

    // MARK: Time

    /// The limit of a step has passed: a result nobody objected to is confirmed, anything else is a breach.
    ///
    /// - Returns: always true: the timer is one of these.
    func fire(_ timer: TimerRecord) throws(EngineError) -> Bool {
        let number = String(timer.id.dropFirst(Self.timer("").count))
        var handoff = try self.handoff(number)
        guard let due = self.due(of: handoff) else { return true }
        // The calendar may have moved it.
        guard due.instant <= self.engine.now else {
            try self.keep(handoff)
            return true
        }
        if handoff.state == .done {
            try self.apply("confirmed", to: &handoff, late: self.engine.now.since(due.instant)) {
                handoff,
                now throws(Refusal) in
                try handoff.confirm(by: "system", at: now)
            }
        } else if handoff.breach() {
            try self.keep(handoff)
            try self.tell(
                "breach",
                handoff,
                [
                    "step": .string(handoff.step?.name ?? ""), "due": .string(due.instant.description),
                    "late_by": .integer(self.engine.now.since(due.instant)),
                ]
            )
        }
        return true
    }

    /// Moves the steps that run to where the calendar, as it is now, puts their ends.
    func planAnew() throws(EngineError) {
        for state in HandoffState.allCases where state.isOpen {
            var after: ObjectPosition?
            while true {
                let from = after
                let page = try self.cases.store { store throws(StoreError) in
                    try store.objects(
                        kind: Self.kind,
                        key: Self.openKey,
                        from: state.rawValue,
                        to: state.rawValue,
                        after: from,
                        limit: 500
                    )
                }
                for object in page { try self.keep(try self.handoff(object.id)) }
                guard page.count == 500, let last = page.last else { break }
                after = ObjectPosition(value: state.rawValue, id: last.id)
            }
        }
    }

    // MARK: Changing

    private enum Part {
        case receiver, sender, coordinator
    }

    private func change(
        _ number: String,
        _ what: String,
        _ person: PersonView,
        as part: Part,
        linking receiverCase: String? = nil,
        _ body: (inout HandoffRecord, Instant) throws(Refusal) -> Void
    ) throws(EngineError) -> HandoffRecord {
        try self.cases.call { () throws(EngineError) in
            try self.changed(number, what, person, part, receiverCase, body)
        }
    }

    private func changed(
        _ number: String,
        _ what: String,
        _ person: PersonView,
        _ part: Part,
        _ receiverCase: String?,
        _ body: (inout HandoffRecord, Instant) throws(Refusal) -> Void
    ) throws(EngineError) -> HandoffRecord {
        var handoff = try self.handoff(number)
        let name = Bilingual("办理移交单", "work on the hand-off")
        switch part {
        case .receiver: try self.require(self.isReceiver(person, of: handoff), handoff.to.id + ":*", toDo: name)
        case .sender: try self.require(self.isSender(person, of: handoff), handoff.bureau + ":*", toDo: name)
        case .coordinator: try self.require(self.isCoordinator(person), HandoffDeclaration.coordinator, toDo: name)
        }
        try self.apply(what, to: &handoff, late: nil, body)
        if let receiverCase { try self.link(handoff, receiverCase) }
        return handoff
    }

    private func apply(
        _ what: String,
        to handoff: inout HandoffRecord,
        late: Int64?,
        _ body: (inout HandoffRecord, Instant) throws(Refusal) -> Void
    ) throws(EngineError) {
        do throws(Refusal) {
            try body(&handoff, self.engine.now)
        } catch {
            throw .refused(error)
        }
        try self.keep(handoff)
        try self.tell(what, handoff, late.map { ["late_by": .integer($0)] } ?? [:])
        // A second refusal goes to the coordinator by itself, and so does a second bounce.
        if handoff.state == .referred { try self.tell("referred", handoff) }
        if handoff.state == .received, what != "received" {
            try self.tell("received", handoff)
            try self.submit(handoff)
        }
        if !handoff.isOpen { try self.release(handoff) }
        try self.raise(handoff)
    }

    /// Tells the sender's flow, which may go on by it; a suspended case is told when it goes on.
    ///
    /// The end of one hand-off while others of the case are open is a `handoff.part` event, so that a flow that goes on
    /// when what it handed on has ended waits for all of it.
    private func raise(_ handoff: HandoffRecord) throws(EngineError) {
        let record = try self.cases.store { store throws(StoreError) in try store.caseRecord(handoff.caseNumber) }
        guard let record, record.isOpen else { return }
        var data: JSONObject = ["handoff": .string(handoff.number), "kind": .string(handoff.kind)]
        if handoff.state == .done || handoff.state == .confirmed { data["result"] = handoff.result.map(JSON.string) }
        var event = "handoff.\(handoff.state.rawValue.lowercased())"
        if !handoff.isOpen {
            let open = try self.cases.load(handoff.caseNumber).body.handoffs.count
            if open > 0 { event = "handoff.part.\(handoff.state.rawValue.lowercased())" }
        }
        self.cases.deferred.append(
            .init(event: event, data: .object(data), number: handoff.caseNumber, origin: Self.origin)
        )
    }

    private func checkedBody(_ id: String, named name: Bilingual?) throws(EngineError) -> HandoffRecord.Body {
        guard DeclarationCheck.isID(id) else {
            throw .invalid(
                field: "to",
                Bilingual("须为 1 至 64 个小写字母、数字、- 或 _", "must have 1 to 64 of a-z, 0-9, - and _")
            )
        }
        return self.body(id, named: name)
    }

    /// Links the sender's case and the receiver's, in both.
    func link(_ handoff: HandoffRecord, _ receiverCase: String) throws(EngineError) {
        let record = try self.cases.load(receiverCase).record
        guard record.bureau == handoff.to.id else {
            throw .refused(
                Refusal(
                    code: "OTHER_BUREAU",
                    zh: "办件 \(receiverCase) 不属于承办单位。",
                    en: "case \(receiverCase) is not the receiver's"
                )
            )
        }
        try self.cases.addLink(.related, to: handoff.caseNumber, inStored: receiverCase)
        try self.cases.addLink(.related, to: receiverCase, inStored: handoff.caseNumber)
    }
}
