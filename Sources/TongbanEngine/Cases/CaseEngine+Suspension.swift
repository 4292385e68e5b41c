// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension CaseEngine {
    /// Suspends a case: its clocks stand, its tasks wait, its delayed events are held back.
    func suspend(_ inHand: inout CaseInHand, data: JSONObject, by person: PersonView) throws(EngineError) {
        let reason = data[SuspensionDeclaration.reasonField]?.stringValue ?? ""
        inHand.body.suspensions.append(
            Suspension(reason: reason, note: data["note"]?.stringValue, since: self.engine.now, by: person.id)
        )
        inHand.body.acts.append(
            CaseBody.Act(action: SuspensionDeclaration.suspendAction, actor: person.id, at: self.engine.now)
        )
        try self.tell(
            "case.suspended",
            of: inHand,
            ["reason": .string(reason), "note": data["note"], "by": .string(person.id)]
        )
        try self.moveDeadlines(&inHand, exited: [], entered: [SuspensionDeclaration.state])
        try self.keep(&inHand)
        try self.engine.block(caseNumber: inHand.record.number, reason: reason)
    }

    /// Lets a suspended case go on where it stood; what was held back happens now, in the order it was due.
    func resume(_ inHand: inout CaseInHand, data: JSONObject, by person: PersonView) throws(EngineError) {
        let number = inHand.record.number
        inHand.body.acts.append(
            CaseBody.Act(action: SuspensionDeclaration.resumeAction, actor: person.id, at: self.engine.now)
        )
        let held = try self.endSuspension(of: &inHand, by: person.id)
        try self.tell(
            "case.resumed",
            of: inHand,
            ["note": data["note"], "by": .string(person.id), "held": held.isEmpty ? nil : .integer(Int64(held.count))]
        )
        try self.keep(&inHand)
        try self.engine.unblock(caseNumber: number)
        // Who was there for its tasks may have gone meanwhile.
        try self.reconcileWork(&inHand)
        for event in held {
            self.deferred.append(Deferred(event: event.name, data: event.data, number: number, origin: event.origin))
        }
    }

    /// Ends the suspension that lasts, if any.
    ///
    /// - Returns: the events it held back, in the order they were due.
    func endSuspension(of inHand: inout CaseInHand, by person: String?) throws(EngineError) -> [Suspension.HeldEvent] {
        guard let suspension = inHand.body.suspension else { return [] }
        let last = inHand.body.suspensions.count - 1
        inHand.body.suspensions[last].until = self.engine.now
        inHand.body.suspensions[last].resumedBy = person
        inHand.body.suspensions[last].held = []
        try self.moveDeadlines(&inHand, exited: [SuspensionDeclaration.state], entered: [])
        return suspension.held.sorted { $0.due < $1.due }
    }

    /// Keeps an event of a suspended case until the case goes on.
    ///
    /// - Returns: `false` when the case is not suspended.
    func hold(
        _ event: String,
        data: JSON,
        due: Instant,
        in number: String,
        from origin: String = "timer"
    ) throws(EngineError) -> Bool {
        guard let record = try self.store({ store throws(StoreError) in try store.caseRecord(number) }),
            record.isOpen, record.state == SuspensionDeclaration.state
        else { return false }
        var inHand = try self.inHand(record)
        guard inHand.body.suspension != nil else { return false }
        let last = inHand.body.suspensions.count - 1
        inHand.body.suspensions[last].held.append(.init(name: event, data: data, due: due, origin: origin))
        try self.tell("case.held", of: inHand, ["event": .string(event), "due": .string(due.description)])
        try self.keep(&inHand)
        return true
    }

    /// Why tasks of a case are blocked, for the queue; `nil` when the case goes on.
    func suspensionReason(of number: String) -> String? {
        // Whether it is suspended stands in the record, so that its body is read for suspended cases only.
        guard let record = try? self.engine.store.caseRecord(number), record.isOpen else { return nil }
        switch record.state {
        case SuspensionDeclaration.state: return (try? self.inHand(record))?.body.suspension?.reason
        case CaseInHand.merged: return CaseInHand.merged
        default: return nil
        }
    }

    /// Why an action cannot be taken since the case is suspended.
    func suspensionRefusal(of action: ActionDeclaration, in inHand: CaseInHand, for person: PersonView) -> Refusal? {
        guard let suspension = inHand.body.suspension else { return nil }
        let reason =
            inHand.item.declaration.suspension?.reasons.first { $0.code == suspension.reason }?.name
            ?? Bilingual(suspension.reason, suspension.reason)
        if action.id == SuspensionDeclaration.resumeAction {
            guard let declaration = inHand.item.declaration.suspension,
                inHand.body.deadlines.last(where: { $0.id == SuspensionDeclaration.deadline })?.state == .breached,
                !person.holdsOne(of: declaration.deciders, in: inHand.record.bureau)
            else { return nil }
            return Refusal(
                code: "MUST_DECIDE",
                zh: "中止已超过期限(\(declaration.limit)),须由 \(declaration.deciders.joined(separator: "、")) 决定。",
                en:
                    "the suspension is past its limit (\(declaration.limit)): \(declaration.deciders.joined(separator: ", ")) must decide"
            )
        }
        guard action.whileSuspended != true else { return nil }
        return Refusal(
            code: "SUSPENDED",
            zh: "办件已中止(\(reason.zh)),先恢复(\(SuspensionDeclaration.resumeAction))才能“\(action.name.zh)”。",
            en:
                "the case is suspended (\(reason.en)): \(SuspensionDeclaration.resumeAction) it before \"\(action.name.en)\""
        )
    }
}
