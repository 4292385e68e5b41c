// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// Links between cases: always in both, written in one transaction.
extension CaseEngine {
    /// Adds a link to a case in hand and tells of it; one that is there already stays as it is.
    func addLink(_ kind: CaseLink.Kind, to number: String, in inHand: inout CaseInHand) throws(EngineError) {
        let link = CaseLink(kind, number)
        guard !inHand.body.links.contains(link) else { return }
        inHand.body.links.append(link)
        try self.tell("case.linked", of: inHand, ["kind": .string(kind.rawValue), "to": .string(number)])
    }

    func removeLink(_ kind: CaseLink.Kind, to number: String, in inHand: inout CaseInHand) throws(EngineError) {
        inHand.body.links.removeAll { $0 == CaseLink(kind, number) }
        try self.tell("case.unlinked", of: inHand, ["kind": .string(kind.rawValue), "to": .string(number)])
    }

    /// The other half of a link whose first half is in a case in hand.
    func addLink(_ kind: CaseLink.Kind, to number: String, inStored other: String) throws(EngineError) {
        var inHand = try self.load(other)
        try self.addLink(kind, to: number, in: &inHand)
        try self.keep(&inHand)
    }

    /// Links two cases as related, or takes that link away.
    ///
    /// - Parameters:
    ///   - revision: the revision of the first case the caller saw.
    ///   - isLinked: whether they are to be linked.
    /// - Throws: `SELF`, `LINKED`, `NOT_LINKED`, `LIMIT`; `ROLE` unless the person works on both cases.
    public func relate(
        _ one: String,
        _ other: String,
        isLinked: Bool,
        revision: Int?,
        by person: PersonView
    ) throws(EngineError) {
        guard one != other else {
            throw .refused(
                Refusal(code: "SELF", zh: "办件不能与自身关联。", en: "a case cannot be linked to itself")
            )
        }
        var first = try self.load(one)
        try self.requireRevision(revision, of: first)
        var second = try self.load(other)
        for inHand in [first, second] where !self.isHandler(person, of: inHand) {
            throw .refused(
                Refusal(
                    code: "ROLE",
                    zh: "办件 \(inHand.record.number) 不由您办理,不能关联。",
                    en: "case \(inHand.record.number) is not one you handle: it cannot be linked"
                )
            )
        }
        let link = CaseLink(.related, other)
        guard first.body.links.contains(link) != isLinked else {
            throw .refused(
                isLinked
                    ? Refusal(
                        code: "LINKED",
                        zh: "办件 \(one) 与 \(other) 已经关联。",
                        en: "cases \(one) and \(other) are linked already"
                    )
                    : Refusal(
                        code: "NOT_LINKED",
                        zh: "办件 \(one) 与 \(other) 没有人工关联。",
                        en: "cases \(one) and \(other) are not linked as related"
                    )
            )
        }
        if isLinked {
            for inHand in [first, second] {
                try self.requireRoom(
                    inHand.body.links.count { $0.kind == .related },
                    limit: self.engine.limits.relatedCases,
                    of: Bilingual("办件 \(inHand.record.number) 的关联", "links of case \(inHand.record.number)")
                )
            }
            try self.addLink(.related, to: other, in: &first)
            try self.addLink(.related, to: one, in: &second)
        } else {
            try self.removeLink(.related, to: other, in: &first)
            try self.removeLink(.related, to: one, in: &second)
        }
        try self.keep(&first)
        try self.keep(&second)
    }

    /// Refuses with `LIMIT` when there is no room for more.
    func requireRoom(_ count: Int, adding: Int = 1, limit: Int, of what: Bilingual) throws(EngineError) {
        guard count + adding > limit else { return }
        throw .refused(
            Refusal(code: "LIMIT", zh: "\(what.zh)最多 \(limit) 个。", en: "there are at most \(limit) \(what.en)")
        )
    }
}
