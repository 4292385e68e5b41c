// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// Corrections of closed cases: asked for by one, decided by another, and nothing is overwritten.
extension CaseEngine {
    /// What is to be corrected.
    public struct NewAmendment: Sendable, Hashable {
        /// The values as they are to be; `null` removes one.
        public var values: JSONObject
        public var reason: String
        /// Hashes of attachments of the case.
        public var evidence: [String]

        public init(values: JSONObject, reason: String, evidence: [String] = []) {
            self.values = values
            self.reason = reason
            self.evidence = evidence
        }
    }

    /// Asks for a correction of a closed case.
    ///
    /// - Returns: its number within the case.
    /// - Throws: `OPEN`, `ROLE`, `AREA`, `AMENDMENT_PENDING`, `NO_CHANGE`, `NO_ATTACHMENT`, `LIMIT`; the form's faults.
    public func amend(
        _ number: String,
        _ new: NewAmendment,
        revision: Int?,
        by person: PersonView
    ) throws(EngineError) -> Int {
        var inHand = try self.load(number)
        try self.requireRevision(revision, of: inHand)
        let declaration = inHand.item.declaration.amendment ?? .standard
        try self.requireRole(declaration.by, of: person, in: inHand, toDo: Bilingual("申请更正", "ask for a correction"))
        guard !inHand.record.isOpen else { throw .refused(.open(inHand.record)) }
        let limits = self.engine.limits
        guard !new.reason.isEmpty else {
            throw .invalid(field: "reason", Bilingual("须写明理由", "a reason must be given"))
        }
        try self.requireLength(new.reason, limit: limits.reasonLength, field: "reason")
        guard !new.values.isEmpty else {
            throw .invalid(field: "values", Bilingual("须写明更正哪一项", "name what is to be corrected"))
        }
        guard new.values.count <= limits.amendedFields else {
            throw .tooLarge(field: "values", limit: limits.amendedFields)
        }
        try self.requireRoom(
            inHand.body.amendments.count,
            limit: limits.amendments,
            of: Bilingual("办件 \(number) 的更正", "corrections of case \(number)")
        )
        for hash in new.evidence where !inHand.body.attachments.contains(where: { $0.hash == hash }) {
            throw .refused(.noAttachment(hash, in: number))
        }
        let shown = inHand.shownData
        var before = JSONObject()
        for member in new.values {
            if let pending = inHand.body.amendments.first(where: { $0.isPending && $0.after[member.name] != nil }) {
                throw .refused(
                    Refusal(
                        code: "AMENDMENT_PENDING",
                        zh: "“\(member.name)”已有待批的更正(第 \(pending.id) 号)。",
                        en: "a correction of \"\(member.name)\" is waiting already, number \(pending.id)"
                    )
                )
            }
            let old = shown[member.name] ?? .null
            guard old.canonical != member.value.canonical else {
                throw .refused(
                    Refusal(
                        code: "NO_CHANGE",
                        zh: "“\(member.name)”与现有内容相同。",
                        en: "\"\(member.name)\" is what is there already"
                    )
                )
            }
            before[member.name] = old
        }
        try self.check(new.values, over: shown, in: inHand)
        let amendment = CaseAmendment(
            id: (inHand.body.amendments.map(\.id).max() ?? 0) + 1,
            before: before,
            after: new.values,
            reason: new.reason,
            evidence: new.evidence,
            by: person.id,
            at: self.engine.now
        )
        inHand.body.amendments.append(amendment)
        let mask = FormMask(fields: inHand.item.declaration.allFields)
        try self.tell(
            "amendment.proposed",
            of: inHand,
            [
                "amendment": .integer(Int64(amendment.id)), "before": .object(mask.journal(before)),
                "after": .object(mask.journal(new.values)), "reason": .string(new.reason),
                "evidence": new.evidence.isEmpty ? JSON?.none : .array(new.evidence.map(JSON.string)),
            ]
        )
        try self.keep(&inHand)
        return amendment.id
    }

    /// Decides a correction; not by who asked for it.
    ///
    /// - Throws: `NO_AMENDMENT`, `DECIDED`, `ROLE`, `AREA`, `FOUR_EYES`; the form's faults, when the values no longer fit.
    public func decideAmendment(
        _ id: Int,
        of number: String,
        isApproved: Bool,
        reason: String?,
        revision: Int?,
        by person: PersonView
    ) throws(EngineError) {
        var inHand = try self.load(number)
        try self.requireRevision(revision, of: inHand)
        let declaration = inHand.item.declaration.amendment ?? .standard
        try self.requireRole(
            declaration.decidedBy,
            of: person,
            in: inHand,
            toDo: Bilingual("批准更正", "decide a correction")
        )
        guard let index = inHand.body.amendments.firstIndex(where: { $0.id == id }) else {
            throw .refused(
                Refusal(
                    code: "NO_AMENDMENT",
                    zh: "办件 \(number) 没有第 \(id) 号更正。",
                    en: "case \(number) has no correction \(id)"
                )
            )
        }
        let amendment = inHand.body.amendments[index]
        guard amendment.isPending else {
            throw .refused(
                Refusal(code: "DECIDED", zh: "第 \(id) 号更正已有决定。", en: "correction \(id) is decided already")
            )
        }
        // A case that was taken up again is acted on; what was asked for before can only be rejected.
        guard !isApproved || !inHand.record.isOpen else { throw .refused(.open(inHand.record)) }
        guard amendment.by != person.id else {
            throw .refused(
                Refusal(
                    code: "FOUR_EYES",
                    zh: "更正须由申请人以外的人批准。",
                    en: "a correction is decided by somebody other than who asked for it"
                )
            )
        }
        if let reason { try self.requireLength(reason, limit: self.engine.limits.reasonLength, field: "reason") }
        if isApproved { try self.check(amendment.after, over: inHand.shownData, in: inHand) }
        inHand.body.amendments[index].decision = CaseAmendment.Decision(
            isApproved: isApproved,
            by: person.id,
            at: self.engine.now,
            reason: reason
        )
        if isApproved { Self.follow(amendment, in: &inHand) }
        try self.tell(
            "amendment.decided",
            of: inHand,
            [
                "amendment": .integer(Int64(id)), "approved": .bool(isApproved), "reason": reason.map(JSON.string),
                "closedIn": inHand.closedState.map(JSON.string),
            ]
        )
        try self.keep(&inHand)
        guard isApproved else { return }
        try self.inform(
            "amendment.approved",
            Bilingual(
                "您的办件 \(number) 的记载有更正,可查询。",
                "The record of your case \(number) was corrected; you may look it up."
            ),
            of: inHand
        )
    }

    /// A case that is taken up again goes on with the corrected values; the corrections keep what was there.
    static func takeUp(_ inHand: inout CaseInHand, at now: Instant) {
        inHand.state.data = inHand.shownData
        for index in inHand.body.amendments.indices where inHand.body.amendments[index].isInForce {
            inHand.body.amendments[index].taken = now
        }
    }

    /// What cases are searched by follows the values it was taken from.
    private static func follow(_ amendment: CaseAmendment, in inHand: inout CaseInHand) {
        let item = inHand.item.declaration
        if let field = item.subjectField, let after = amendment.after[field],
            inHand.record.subject == amendment.before[field]?.stringValue
        {
            inHand.record.subject = after.stringValue
        }
        if let field = item.areaField, let after = amendment.after[field],
            inHand.record.area == amendment.before[field]?.stringValue
        {
            inHand.record.area = after.stringValue
        }
    }

    /// The corrected values must fit the form or action they were given in. Faults that were there before, in fields
    /// nobody corrects, are none of the correction.
    private func check(_ values: JSONObject, over shown: JSONObject, in inHand: CaseInHand) throws(EngineError) {
        let item = inHand.item.declaration
        let today = ShanghaiTime.day(of: self.engine.now)
        var faults: [FormFault] = []
        var left = values.names
        for fields in [item.form] + item.actions.map(\.fields) where !left.isEmpty {
            let names = left.filter { name in fields.contains { $0.id == name } }
            guard !names.isEmpty else { continue }
            left.removeAll(where: names.contains)
            var old = JSONObject()
            for field in fields { old[field.id] = shown[field.id] }
            var new = old
            for name in names { new[name] = values[name] }
            let form = FormCheck(fields: fields, today: today)
            let known = Set(form.faults(of: old))
            faults += form.faults(of: new).filter { fault in
                names.contains(fault.rootField) || !known.contains(fault)
            }
        }
        for name in left {
            faults.append(
                FormFault(
                    field: name,
                    code: "unknown",
                    message: Bilingual("没有“\(name)”这一项", "there is no field \"\(name)\"")
                )
            )
        }
        guard faults.isEmpty else { throw .invalidForm(faults) }
    }
}

extension FormFault {
    /// The field of the form, without what lies inside it.
    fileprivate var rootField: String { String(self.field.prefix { $0 != "[" && $0 != "." }) }
}
