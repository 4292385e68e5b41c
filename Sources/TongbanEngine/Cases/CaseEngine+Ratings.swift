// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// Ratings (好差评): given once for each handling, never changed, and a bad one has the matter handled anew.
extension CaseEngine {
    /// Rates the handling of a closed case.
    ///
    /// - Parameters:
    ///   - grade: 5 very satisfied to 1 very dissatisfied.
    ///   - comment: of class S.
    /// - Returns: the number of the case in which a badly rated matter is handled anew.
    /// - Throws: `NO_RATING`, `OPEN`, `RATED`, `RATING_OVER`, `ROLE`, `NOT_APPLICANT`, `OWN_BUREAU`, `TOOK_PART`.
    public func rate(
        _ number: String,
        grade: Int,
        comment: String?,
        by person: PersonView
    ) throws(EngineError) -> String? {
        try self.call { () throws(EngineError) in
            guard let grade = CaseRating.Grade(rawValue: grade) else {
                throw .invalid(field: "grade", Bilingual("评价须为 1 至 5", "a grade is 1 to 5"))
            }
            if let comment {
                try self.requireLength(comment, limit: self.engine.limits.commentLength, field: "comment")
            }
            var inHand = try self.load(number)
            let (declaration, handling) = try self.ratable(inHand)
            let source = try self.source(of: person, declaration, in: inHand)
            var rating = CaseRating(
                grade: grade,
                source: source,
                at: self.engine.now,
                handling: handling,
                comment: comment.flatMap { $0.isEmpty ? nil : $0 }
            )
            try self.tell(
                "case.rated",
                of: inHand,
                [
                    "item": .string(inHand.record.item), "grade": .integer(Int64(grade.rawValue)),
                    "source": .string(source.rawValue), "comment": rating.comment.map { _ in "***" },
                ]
            )
            if grade.isBad, let rework = declaration.rework {
                rating.rework = try self.openRework(rework, grade, of: &inHand)
            }
            inHand.body.ratings.append(rating)
            try self.keep(&inHand)
            return rating.rework
        }
    }

    /// Whether the case can be rated now.
    private func ratable(_ inHand: CaseInHand) throws(EngineError) -> (RatingDeclaration, Instant) {
        guard let declaration = inHand.item.declaration.rating else {
            throw .refused(
                Refusal(
                    code: "NO_RATING",
                    zh: "事项“\(inHand.item.declaration.name.zh)”不作评价。",
                    en: "cases of \"\(inHand.item.declaration.name.en)\" are not rated"
                )
            )
        }
        guard !inHand.record.isOpen, let closed = inHand.record.closed else { throw .refused(.open(inHand.record)) }
        guard !inHand.body.ratings.contains(where: { $0.handling == closed }) else {
            throw .refused(
                Refusal(
                    code: "RATED",
                    zh: "办件 \(inHand.record.number) 的本次办理已评价;评价不能更改,也不重复征集。",
                    en:
                        "this handling of case \(inHand.record.number) is rated; a rating is neither changed nor asked for again"
                )
            )
        }
        guard self.engine.now < (try self.end(of: declaration.within, from: closed)) else {
            throw .refused(
                Refusal(
                    code: "RATING_OVER",
                    zh: "办结后 \(declaration.within) 的评价期已过。",
                    en: "the time to rate, \(declaration.within) after closing, is over"
                )
            )
        }
        return (declaration, closed)
    }

    /// In what standing the person may rate the case: nobody of the bureau, and nobody who worked on it.
    private func source(
        of person: PersonView,
        _ declaration: RatingDeclaration,
        in inHand: CaseInHand
    ) throws(EngineError) -> CaseRating.Source {
        let bureau = inHand.record.bureau
        guard !person.isSystem, !self.belongsToStaff(person, of: bureau) else {
            throw .refused(
                Refusal(
                    code: "OWN_BUREAU",
                    zh: "本部门人员不得评价本部门的办件,代办也不例外。",
                    en: "nobody of the bureau rates its cases, not even as somebody's agent"
                )
            )
        }
        guard try !self.handlers(of: inHand).contains(person.id) else {
            throw .refused(
                Refusal(
                    code: "TOOK_PART",
                    zh: "您参与过本件的办理,不得评价。",
                    en: "you took part in the handling, so you may not rate it"
                )
            )
        }
        if person.holdsOne(of: declaration.by, in: bureau), self.isApplicant(person, of: inHand) { return .applicant }
        if person.holdsOne(of: declaration.callBack, in: bureau) {
            guard !self.isApplicant(person, of: inHand) else {
                throw .refused(
                    Refusal(
                        code: "TOOK_PART",
                        zh: "您是本件的申请人,不得回访本件。",
                        en: "you are the applicant: somebody else calls back"
                    )
                )
            }
            return .callback
        }
        guard person.holdsOne(of: declaration.by, in: bureau) else {
            throw .refused(.role(declaration.by + declaration.callBack, toDo: Bilingual("评价", "rate")))
        }
        throw .refused(
            Refusal(
                code: "NOT_APPLICANT",
                zh: "只有本件的申请人或其代办人可以评价。",
                en: "only the applicant or his agent rates the case"
            )
        )
    }

    /// Opens the case in which the matter is handled anew.
    ///
    /// - Returns: its number; `nil` when the bureau no longer takes such cases, which its head is told.
    private func openRework(
        _ rework: ReworkDeclaration,
        _ grade: CaseRating.Grade,
        of inHand: inout CaseInHand
    ) throws(EngineError) -> String? {
        let number = inHand.record.number
        let bureau = inHand.record.bureau
        guard let item = self.directory.latest(bureau)?.items[rework.item]?.declaration else {
            return try self.noRework(rework, inHand)
        }
        var data = JSONObject()
        let shown = inHand.shownData
        for name in rework.carry where item.form.contains(where: { $0.id == name }) {
            data[name] = shown[name]
        }
        let given: JSONObject = ["original": .string(number), "grade": .integer(Int64(grade.rawValue))]
        for name in ReworkDeclaration.givenFields where item.form.contains(where: { $0.id == name }) {
            data[name] = given[name]
        }
        let today = ShanghaiTime.day(of: self.engine.now)
        guard FormCheck(fields: item.form, today: today).faults(of: data).isEmpty else {
            return try self.noRework(rework, inHand)
        }
        let handlers = try self.handlers(of: inHand)
        let opened = try self.open(
            NewCase(
                bureau: bureau,
                item: rework.item,
                data: data,
                area: inHand.record.area,
                subject: inHand.record.subject
            ),
            by: .system
        )
        var anew = try self.load(opened)
        anew.body.rework = CaseRework(
            of: number,
            grade: grade,
            callBackBy: rework.callBackBy,
            handlers: handlers.sorted()
        )
        try self.addLink(.reworkOf, to: number, in: &anew)
        try self.keep(&anew)
        try self.addLink(.rework, to: opened, in: &inHand)
        try self.inform(
            "rating.rework",
            Bilingual(
                "您对办件 \(number) 的评价已收到,现按 \(opened) 重新办理,并将由其他部门人员回访您。",
                "Your rating of case \(number) was received; the matter is handled anew as \(opened), and somebody from outside the bureau will call you back."
            ),
            of: inHand
        )
        return opened
    }

    private func noRework(_ rework: ReworkDeclaration, _ inHand: CaseInHand) throws(EngineError) -> String? {
        try self.tell(
            "notify.rating.rework",
            of: inHand,
            [
                "to": "head",
                "zh": .string("办件 \(inHand.record.number) 评价不满意,但返工事项 \(rework.item) 无法受理,请人工重办。"),
                "en": .string(
                    "case \(inHand.record.number) was rated badly, but item \(rework.item) takes no such case: have it handled anew by hand"
                ),
            ]
        )
        try self.messages.tell(
            "rating.rework",
            "head",
            Bilingual(
                "办件 \(inHand.record.number) 评价不满意,但返工事项 \(rework.item) 无法受理,请人工重办。",
                "case \(inHand.record.number) was rated badly, but item \(rework.item) takes no such case: have it handled anew by hand"
            ),
            of: inHand.record.bureau,
            caseNumber: inHand.record.number
        )
        return nil
    }

    /// Why the person may not call back in a case of rework: he must have no part in it, and not be of the bureau.
    func dependence(of action: ActionDeclaration, in inHand: CaseInHand, for person: PersonView) -> Refusal? {
        guard !person.isSystem, let rework = inHand.body.rework, !action.roles.isEmpty,
            action.roles.allSatisfy(rework.callBackBy.contains)
        else { return nil }
        let tookPart =
            rework.handlers.contains(person.id) || Self.tookAction(person, otherThan: action.id, in: inHand)
            || self.isApplicant(person, of: inHand)
        guard tookPart || self.belongsToStaff(person, of: inHand.record.bureau) else { return nil }
        return Refusal(
            code: "INDEPENDENT",
            zh: "“\(action.name.zh)”须由未参与办理且不属于本部门的人员进行。",
            en: "\"\(action.name.en)\" needs somebody who took no part and is not of the bureau"
        )
    }

    private static func tookAction(_ person: PersonView, otherThan action: String, in inHand: CaseInHand) -> Bool {
        inHand.body.acts.contains { $0.actor == person.id && $0.action != action }
    }

    // MARK: Reading

    /// The words that came with the rating of a case; every reading is told of.
    ///
    /// - Throws: `NO_COMMENT`; `ROLE` unless the person handles the case, may call back or audits.
    public func ratingComment(of number: String, by person: PersonView) throws(EngineError) -> String {
        let inHand = try self.load(number)
        let callers = inHand.item.declaration.rating?.callBack ?? []
        guard
            self.isHandler(person, of: inHand)
                || person.holdsOne(of: callers + ["auditor"], in: inHand.record.bureau)
        else {
            throw .refused(.role(callers + ["auditor"], toDo: Bilingual("查看评价内容", "read the comment")))
        }
        guard let comment = inHand.body.ratings.last?.comment else {
            throw .refused(
                Refusal(code: "NO_COMMENT", zh: "办件 \(number) 没有评价内容。", en: "there is no comment on case \(number)")
            )
        }
        try self.tell("rating.read", of: inHand, [:])
        return comment
    }

    /// How often each grade was given, by bureau and item.
    public struct RatingCount: Sendable, Hashable {
        public var bureau: String
        public var item: String
        /// How often, by grade from 1 to 5.
        public var counts: [Int]
    }

    /// Counts the ratings in one page of cases.
    ///
    /// - Parameters:
    ///   - from: ratings given at this moment or later.
    ///   - to: ratings given before this moment.
    ///   - number: looks at the cases after this one.
    ///   - limit: looks at so many cases.
    /// - Returns: the counts, and the last case looked at when there are more.
    public func ratingCounts(
        from: Instant,
        to: Instant,
        after number: String?,
        limit: Int
    ) throws(EngineError) -> (counts: [RatingCount], next: String?) {
        let page = try self.cases(CaseFilter(isOpen: nil), after: number, limit: limit)
        var counts: [RatingCount] = []
        for record in page where record.opened < to && record.updated >= from {
            // Most cases have no rating: only those that do are read whole.
            let stored = try self.openedBody(of: record)
            guard stored.holdsRatings else { continue }
            guard let json = try? stored.parsed(), let body = CaseBody(json: json, parent: record.parent) else {
                throw .unavailable(StoreError(.corrupt, "the body of case \(record.number) cannot be read"))
            }
            for rating in body.ratings where rating.at >= from && rating.at < to {
                Self.add(rating.grade, record, to: &counts)
            }
        }
        return (counts, page.count == limit ? page.last?.number : nil)
    }

    private static func add(_ grade: CaseRating.Grade, _ record: CaseRecord, to counts: inout [RatingCount]) {
        let known = counts.firstIndex { $0.bureau == record.bureau && $0.item == record.item }
        let index = known ?? counts.count
        if known == nil {
            let none = [Int](repeating: 0, count: CaseRating.Grade.allCases.count)
            counts.append(RatingCount(bureau: record.bureau, item: record.item, counts: none))
        }
        counts[index].counts[grade.rawValue - 1] += 1
    }
}

extension RawJSON {
    /// Whether the word `"ratings":` occurs; then the body is worth reading.
    fileprivate var holdsRatings: Bool {
        let word = Array("\"ratings\":".utf8)
        let bytes = self.bytes
        guard bytes.count >= word.count else { return false }
        return bytes.indices.dropLast(word.count - 1).contains { start in
            bytes[start] == word[0] && bytes[start..<(start + word.count)].elementsEqual(word)
        }
    }
}
