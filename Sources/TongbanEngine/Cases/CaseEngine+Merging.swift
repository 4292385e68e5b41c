// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// Several cases handled as one (并单), each with an answer of its own.
///
/// A case that is merged stays a case: its limits run on, its applicant gets his own answer and rates it. Only its flow
/// stands still, and goes on where it stood when the case is taken out again.
extension CaseEngine {
    private static let mergeName = Bilingual("并案", "merge")

    /// Merges cases into a main one.
    ///
    /// - Parameter revision: the revision of the main case the caller saw.
    /// - Throws: `NO_MERGING`, `ROLE`, `AREA`, `CLOSED`, `MERGED`, `MERGE_SELF`, `MERGE_MAIN`, `MERGE_ITEM`, `SUSPENDED`,
    ///   `LIMIT`.
    public func merge(
        _ others: [String],
        into main: String,
        revision: Int?,
        by person: PersonView
    ) throws(EngineError) {
        guard !others.isEmpty, Set(others).count == others.count else {
            throw .invalid(
                field: "others",
                Bilingual("须列出要并入的办件,每件一次", "name the cases to be merged, each once")
            )
        }
        guard others.count <= self.engine.limits.mergeCall else {
            throw .tooLarge(field: "others", limit: self.engine.limits.mergeCall)
        }
        var main = try self.load(main)
        try self.requireRevision(revision, of: main)
        let declaration = try self.merging(of: main)
        try self.requireRole(declaration.by, of: person, in: main, toDo: Self.mergeName)
        try self.requireMergeable(main, isMain: true)
        try self.requireRoom(
            main.body.links.count { $0.kind == .merges },
            adding: others.count,
            limit: self.engine.limits.mergedCases,
            of: Bilingual("并入 \(main.record.number) 的办件", "cases merged into \(main.record.number)")
        )
        for number in others {
            try self.merge(number, into: &main, declaration, by: person)
        }
        try self.inform(
            "merge.main",
            Bilingual(
                "另有 \(others.count) 件相同事项并入您的办件 \(main.record.number) 一并办理。",
                "\(others.count) more cases about the same matter are handled together with yours, \(main.record.number)."
            ),
            of: main
        )
        try self.keep(&main)
    }

    /// A case was opened about what an open one is about already: it is merged into that one, or into the one that is
    /// merged into, if the item says so and both can be.
    func mergeRepeat(_ new: CaseInHand, into earlier: CaseRecord) throws(EngineError) {
        guard new.state.isRunning, let condition = new.item.declaration.merging?.repeats,
            (try? JsonLogic.isTrue(condition, data: .object(new.state.data))) ?? false
        else { return }
        var main = try self.load(earlier.number)
        if let further = main.body.merge?.main { main = try self.load(further) }
        guard main.record.isOpen, main.body.suspension == nil,
            main.body.links.count(where: { $0.kind == .merges }) < self.engine.limits.mergedCases
        else { return }
        try self.merge([new.record.number], into: main.record.number, revision: nil, by: .system)
    }

    private func merge(
        _ number: String,
        into main: inout CaseInHand,
        _ declaration: MergeDeclaration,
        by person: PersonView
    ) throws(EngineError) {
        guard number != main.record.number else {
            throw .refused(Refusal(code: "MERGE_SELF", zh: "办件不能并入自身。", en: "a case cannot be merged into itself"))
        }
        var other = try self.load(number)
        guard other.record.bureau == main.record.bureau,
            other.record.item == main.record.item || declaration.with.contains(other.record.item)
        else {
            throw .refused(
                Refusal(
                    code: "MERGE_ITEM",
                    zh: "事项 \(other.record.item) 的办件 \(number) 不能并入事项 \(main.record.item) 的办件。",
                    en: "case \(number) of item \(other.record.item) cannot be merged into one of \(main.record.item)"
                )
            )
        }
        try self.requireRole(declaration.by, of: person, in: other, toDo: Self.mergeName)
        try self.requireMergeable(other, isMain: false)
        other.body.merge = CaseMerge(main: main.record.number, at: self.engine.now, by: person.id)
        try self.addLink(.mergedInto, to: main.record.number, in: &other)
        try self.addLink(.merges, to: number, in: &main)
        try self.tell(
            "case.merged",
            of: other,
            ["into": .string(main.record.number), "from": .string(other.flowState)]
        )
        try self.keep(&other)
        try self.engine.block(caseNumber: number, reason: CaseInHand.merged)
        try self.inform(
            "merge.merged",
            Bilingual(
                "您的办件 \(number) 与 \(main.record.number) 反映同一事项,现一并办理;您的办理时限不变,结果将单独答复您。",
                "Your case \(number) is about the same matter as \(main.record.number) and is handled together with it; your time limits stay, and you will get your own answer."
            ),
            of: other
        )
    }

    private func requireMergeable(_ inHand: CaseInHand, isMain: Bool) throws(EngineError) {
        guard inHand.record.isOpen else { throw .refused(.closed(inHand.record)) }
        if let merge = inHand.body.merge { throw .refused(.merged(inHand.record.number, into: merge.main)) }
        guard inHand.body.suspension == nil else {
            throw .refused(
                Refusal(
                    code: "SUSPENDED",
                    zh: "办件 \(inHand.record.number) 已中止,先恢复才能并案。",
                    en: "case \(inHand.record.number) is suspended: resume it before merging"
                )
            )
        }
        guard isMain || !inHand.body.links.contains(where: { $0.kind == .merges }) else {
            throw .refused(
                Refusal(
                    code: "MERGE_MAIN",
                    zh: "已有办件并入 \(inHand.record.number),它不能再并入别的办件;请先拆分。",
                    en:
                        "cases are merged into \(inHand.record.number), so it cannot be merged itself; unmerge them first"
                )
            )
        }
    }

    /// Takes a case out of the main one; it goes on where it stood, with what came for it meanwhile.
    ///
    /// - Throws: `NOT_MERGED`, `CLOSED`, `ROLE`, `AREA`.
    public func unmerge(_ number: String, revision: Int?, by person: PersonView) throws(EngineError) {
        try self.call { () throws(EngineError) in
            var other = try self.load(number)
            try self.requireRevision(revision, of: other)
            let merge = try self.merge(of: other)
            guard other.record.isOpen else { throw .refused(.closed(other.record)) }
            var main = try self.load(merge.main)
            try self.requireRole(
                try self.merging(of: main).by,
                of: person,
                in: other,
                toDo: Bilingual("拆分", "unmerge")
            )
            other.body.merge = nil
            try self.removeLink(.mergedInto, to: merge.main, in: &other)
            try self.removeLink(.merges, to: number, in: &main)
            try self.tell(
                "case.unmerged",
                of: other,
                ["from": .string(merge.main), "state": .string(other.flowState)]
            )
            try self.keep(&main)
            try self.keep(&other)
            try self.engine.unblock(caseNumber: number)
            try self.inform(
                "merge.unmerged",
                Bilingual(
                    "您的办件 \(number) 不再与 \(merge.main) 一并办理,将单独办理。",
                    "Your case \(number) is no longer handled together with \(merge.main) but by itself."
                ),
                of: other
            )
            self.deferred += merge.held.map {
                Deferred(event: $0.event, data: $0.data, number: number, origin: $0.origin)
            }
        }
    }

    /// Writes the answer that one merged case gets instead of the main case's.
    ///
    /// - Throws: `NOT_MERGED`, `CLOSED`, `ROLE`, `AREA`, `LIMIT`.
    public func answer(_ text: String, to number: String, revision: Int?, by person: PersonView) throws(EngineError) {
        var other = try self.load(number)
        try self.requireRevision(revision, of: other)
        let merge = try self.merge(of: other)
        guard other.record.isOpen else { throw .refused(.closed(other.record)) }
        let main = try self.load(merge.main)
        try self.requireRole(
            try self.merging(of: main).by,
            of: person,
            in: other,
            toDo: Bilingual("单独答复", "answer separately")
        )
        guard !text.isEmpty else {
            throw .invalid(field: "text", Bilingual("答复不能为空", "an answer cannot be empty"))
        }
        try self.requireLength(text, limit: self.engine.limits.answerLength, field: "text")
        other.body.merge?.answer = text
        try self.tell("case.answer", of: other, ["text": .string(text)])
        try self.keep(&other)
    }

    func requireLength(_ text: String, limit: Int, field: String) throws(EngineError) {
        guard text.count > limit else { return }
        throw .tooLarge(field: field, limit: limit)
    }

    private func merging(of main: CaseInHand) throws(EngineError) -> MergeDeclaration {
        guard let declaration = main.item.declaration.merging else {
            throw .refused(
                Refusal(
                    code: "NO_MERGING",
                    zh: "事项“\(main.item.declaration.name.zh)”不并案办理。",
                    en: "cases of \"\(main.item.declaration.name.en)\" are not merged"
                )
            )
        }
        return declaration
    }

    private func merge(of inHand: CaseInHand) throws(EngineError) -> CaseMerge {
        guard let merge = inHand.body.merge else {
            throw .refused(
                Refusal(
                    code: "NOT_MERGED",
                    zh: "办件 \(inHand.record.number) 没有并入别的办件。",
                    en: "case \(inHand.record.number) is not merged into another"
                )
            )
        }
        return merge
    }
}
