// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension CaseEngine {
    /// Puts another limit in the place of a running deadline's. What was used stays used: it counts from the same start
    /// with the same pauses, as if the new limit had always held. When it is used up already, that is a breach now.
    ///
    /// The operator may do it, and who holds the role `head` in the bureau.
    ///
    /// - Throws: ``EngineError/refused(_:)`` with `ROLE`, `AREA`, `NO_DEADLINE`, `BREACHED`, `REASON` or `LIMIT_UNIT`.
    public func changeLimit(
        of deadline: String,
        in number: String,
        to limit: Limit,
        reason: String,
        revision: Int?,
        by person: PersonView
    ) throws(EngineError) {
        try self.call { () throws(EngineError) in
            try self.catchUp(number)
            var inHand = try self.load(number)
            if let revision, revision != inHand.record.revision {
                throw .conflict(number: number, revision: inHand.record.revision)
            }
            let name = Bilingual("变更时限", "Change the limit")
            guard person.holdsOne(of: ["head"], in: inHand.record.bureau) else {
                throw .refused(.role(["head"], toDo: name))
            }
            guard person.covers(inHand.record.area) else {
                throw .refused(.area(inHand.record.area ?? "", of: person.area ?? ""))
            }
            guard !reason.isEmpty, reason.utf8.count <= 2_000 else {
                throw .refused(
                    Refusal(code: "REASON", zh: "变更时限须写明理由(2000 字节以内)。", en: "give a reason of at most 2000 bytes")
                )
            }
            try self.changeLimit(of: deadline, in: &inHand, to: limit, reason: reason, by: person)
            try self.keep(&inHand)
            try self.catchUp(number)
        }
    }

    private func changeLimit(
        of deadline: String,
        in inHand: inout CaseInHand,
        to limit: Limit,
        reason: String,
        by person: PersonView
    ) throws(EngineError) {
        guard let declaration = inHand.item.deadlines[deadline],
            let index = inHand.body.deadlines.lastIndex(where: { $0.id == deadline && $0.isActive })
        else {
            throw .refused(
                Refusal(
                    code: "NO_DEADLINE",
                    zh: "办件没有进行中的时限 \(deadline)。",
                    en: "the case has no deadline \(deadline) that runs"
                )
            )
        }
        var run = inHand.body.deadlines[index]
        guard run.state != .breached, run.state != .elapsed else {
            throw .refused(
                Refusal(
                    code: "BREACHED",
                    zh: "时限“\(declaration.name.zh)”已到期,不能再变更。",
                    en: "deadline \"\(declaration.name.en)\" has passed; its limit stays"
                )
            )
        }
        let old = run.limit
        let was = run.due
        do throws(DeadlineError) {
            try run.ledger.change(to: limit)
        } catch {
            throw .refused(Self.unitRefusal(error))
        }
        run.changes.append(
            .init(from: old, to: run.limit, at: self.engine.now, actor: person.id, reason: reason)
        )
        run.revised = self.engine.now
        try self.schedule(&run, declaration, in: inHand)
        inHand.body.deadlines[index] = run
        try self.tell(
            "deadline.changed",
            of: inHand,
            [
                "deadline": .string(run.id), "from": .string(old), "limit": .string(run.limit),
                "reason": .string(reason), "was": was.map { .string($0.description) },
                "due": run.due.map { .string($0.description) },
                "to": .array(declaration.toldOfMoves.map(JSON.string)),
            ]
        )
    }
}
