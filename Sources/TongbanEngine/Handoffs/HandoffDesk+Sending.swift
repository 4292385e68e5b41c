// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension HandoffDesk {
    /// Hands a matter of a case on, as one call.
    ///
    /// - Returns: its number.
    public func send(
        _ id: String,
        of number: String,
        request: String,
        urgency: HandoffUrgency? = nil,
        attachments: [String] = [],
        by person: PersonView
    ) throws(EngineError) -> String {
        try self.cases.call { () throws(EngineError) in
            try self.cases.catchUp(number)
            return try self.sent(id, of: number, request, urgency, attachments, person)
        }
    }

    private func sent(
        _ id: String,
        of number: String,
        _ request: String,
        _ urgency: HandoffUrgency?,
        _ attachments: [String],
        _ person: PersonView
    ) throws(EngineError) -> String {
        var inHand = try self.cases.load(number)
        guard self.cases.isHandler(person, of: inHand) else {
            throw .refused(.role([inHand.record.bureau + ":*"], toDo: Bilingual("移交", "hand on")))
        }
        let handoff = try self.send(
            id,
            request: request,
            urgency: urgency,
            attachments: attachments,
            in: &inHand,
            by: person.id
        )
        try self.cases.keep(&inHand)
        return handoff
    }

    /// Hands a matter of a case in hand on.
    ///
    /// - Parameters:
    ///   - id: which of the hand-offs the bureau declares.
    ///   - person: `nil` when the case's flow does it.
    /// - Throws: `NO_HANDOFF`, `CLOSED`, `NO_ATTACHMENT`, `TEXT_MISSING`, `TEXT_TOO_LONG`, `TOO_MANY_FILES`, `LIMIT`.
    @discardableResult
    func send(
        _ id: String,
        request: String,
        urgency: HandoffUrgency?,
        attachments: [String] = [],
        in inHand: inout CaseInHand,
        by person: String?
    ) throws(EngineError) -> String {
        let bureau = inHand.record.bureau
        guard
            let declaration = self.cases.directory.declaration(of: bureau)?.declaration.handoffs?.first(where: {
                $0.id == id
            })
        else {
            throw .refused(
                Refusal(code: "NO_HANDOFF", zh: "本部门没有声明移交 \(id)。", en: "the bureau declares no hand-off \(id)")
            )
        }
        guard inHand.record.isOpen else {
            throw .refused(
                Refusal(
                    code: "CLOSED",
                    zh: "办件 \(inHand.record.number) 已办结,不能移交。",
                    en: "case \(inHand.record.number) is closed: it cannot hand on"
                )
            )
        }
        guard inHand.body.handoffs.count < Self.openLimit else { throw .refused(Self.tooMany(inHand.record.number)) }
        for hash in attachments where !inHand.body.attachments.contains(where: { $0.hash == hash }) {
            throw .refused(
                Refusal(code: "NO_ATTACHMENT", zh: "办件没有附件 \(hash)。", en: "the case has no file \(hash)")
            )
        }
        var data = JSONObject()
        for field in declaration.fields { data[field] = inHand.state.data[field] }
        let fields = inHand.item.declaration.form + inHand.item.declaration.actions.flatMap(\.fields)
        let sensitive = declaration.fields.filter { field in
            data[field] != nil && fields.contains { $0.id == field && $0.privacy == .sensitive }
        }
        let number = try self.cases.nextNumber("HO", of: "handoff")
        var handoff: HandoffRecord
        do throws(Refusal) {
            handoff = try HandoffRecord(
                number: number,
                declaration: declaration,
                bureau: bureau,
                caseNumber: inHand.record.number,
                to: self.body(declaration.to, named: declaration.toName),
                request: request,
                urgency: urgency,
                data: data,
                sensitive: sensitive,
                attachments: attachments,
                by: person ?? inHand.acting?.asked.id ?? "system",
                at: self.engine.now
            )
        } catch {
            throw .refused(error)
        }
        inHand.body.handoffs.append(handoff.number)
        handoff.suspends = declaration.pauses && Self.listsPause(inHand)
        try self.keep(handoff, isNew: true)
        try self.tell("sent", handoff)
        if handoff.state == .received {
            try self.tell("received", handoff)
            try self.submit(handoff)
        }
        // The case is still being moved: it is suspended once it stands.
        if handoff.suspends {
            self.cases.deferred.append(
                .init(
                    event: "",
                    data: .string(handoff.number),
                    number: inHand.record.number,
                    origin: Self.origin,
                    suspends: true
                )
            )
        }
        return handoff.number
    }

    /// So many hand-offs of one case are open at once.
    static let openLimit = 20

    private static func tooMany(_ number: String) -> Refusal {
        Refusal(
            code: "LIMIT",
            zh: "办件 \(number) 未办结的移交单已达 \(Self.openLimit) 件。",
            en: "case \(number) has \(Self.openLimit) open hand-offs already"
        )
    }

    private static func listsPause(_ inHand: CaseInHand) -> Bool {
        inHand.item.declaration.suspension?.reasons.contains { $0.code == HandoffDeclaration.pauseReason } ?? false
    }

    // MARK: The sender's clock

    /// Suspends the case that hands on, where that is possible.
    func pause(_ number: String, for handoff: String) throws(EngineError) {
        var inHand = try self.cases.load(number)
        guard inHand.record.isOpen, inHand.body.suspension == nil, inHand.body.handoffs.contains(handoff),
            let suspension = inHand.item.declaration.suspension,
            suspension.states.contains(where: inHand.configuration.contains)
        else { return }
        try self.cases.suspend(
            &inHand,
            data: [
                SuspensionDeclaration.reasonField: .string(HandoffDeclaration.pauseReason), "note": .string(handoff),
            ],
            by: .system
        )
    }

    /// A hand-off has ended: the sender's case waits for it no more, and goes on when it waits for none.
    func release(_ handoff: HandoffRecord) throws(EngineError) {
        var inHand = try self.cases.load(handoff.caseNumber)
        guard inHand.body.handoffs.contains(handoff.number) else { return }
        inHand.body.handoffs.removeAll { $0 == handoff.number }
        guard inHand.record.isOpen, let suspension = inHand.body.suspension,
            suspension.reason == HandoffDeclaration.pauseReason, suspension.by == PersonView.system.id,
            // Past its limit somebody has to decide, even now.
            inHand.body.deadlines.last(where: { $0.id == SuspensionDeclaration.deadline })?.state != .breached,
            try !self.isPausing(inHand.body.handoffs)
        else { return try self.cases.keep(&inHand) }
        try self.cases.resume(&inHand, data: [:], by: .system)
    }

    private func isPausing(_ numbers: [String]) throws(EngineError) -> Bool {
        for number in numbers where try self.handoff(number).suspends { return true }
        return false
    }

    /// A case ends: its open hand-offs are withdrawn, unless its staff, or its plugin, closes it: then they have to be
    /// seen through first.
    func end(of inHand: inout CaseInHand) throws(EngineError) {
        guard let first = inHand.body.handoffs.first else { return }
        let isStaff = inHand.acting.map { self.cases.isStaff($0.person, of: inHand.record.bureau) } ?? false
        guard !isStaff, inHand.origin != "handler", inHand.origin != Self.origin else {
            throw .refused(
                Refusal(
                    code: "HANDOFF_OPEN",
                    zh: "办件 \(inHand.record.number) 的移交单 \(first) 尚未确认,不能办结。",
                    en:
                        "hand-off \(first) of case \(inHand.record.number) is not confirmed yet: the case cannot be closed"
                )
            )
        }
        for number in inHand.body.handoffs {
            var handoff = try self.handoff(number)
            do throws(Refusal) {
                try handoff.withdraw(reason: nil, by: "system", at: self.engine.now)
            } catch {
                continue
            }
            try self.keep(handoff)
            try self.tell("withdrawn", handoff)
        }
        inHand.body.handoffs = []
    }
}
