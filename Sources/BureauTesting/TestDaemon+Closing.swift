// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import TongbanEngine
import TongbanModel
import TongbanStore

/// Merging, rating, correcting and linking cases.
extension TestDaemon {
    /// Merges cases into a main one.
    public func merge(_ others: [String], into main: String, as person: PersonView, revision: Int? = nil) async throws {
        try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.merge(others, into: main, revision: revision, by: person)
        }
    }

    /// Takes a case out of its main one, and lets the handlers work.
    public func unmerge(_ number: String, as person: PersonView, revision: Int? = nil) async throws {
        try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.unmerge(number, revision: revision, by: person)
        }
        try await self.work()
    }

    /// Writes a merged case's own answer.
    public func answer(_ number: String, _ text: String, as person: PersonView) async throws {
        try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.answer(text, to: number, revision: nil, by: person)
        }
    }

    /// Rates a closed case and lets the handlers work.
    ///
    /// - Returns: the number of the case in which the matter is handled anew, if any.
    @discardableResult
    public func rate(
        _ number: String,
        _ grade: Int,
        as person: PersonView,
        comment: String? = nil
    ) async throws -> String? {
        let rework = try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.rate(number, grade: grade, comment: comment, by: person)
        }
        try await self.work()
        return rework
    }

    /// Counts the ratings given between two moments.
    public func ratings(from: Instant, to: Instant) throws -> [CaseEngine.RatingCount] {
        try self.cases.ratingCounts(from: from, to: to, after: nil, limit: .max).counts
    }

    /// Reads the words of a rating.
    public func ratingComment(of number: String, as person: PersonView) throws -> String {
        try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.ratingComment(of: number, by: person)
        }
    }

    /// Asks for a correction of a closed case.
    ///
    /// - Returns: its number within the case.
    @discardableResult
    public func amend(
        _ number: String,
        _ values: JSONObject,
        reason: String = "录入有误",
        evidence: [String] = [],
        as person: PersonView,
        revision: Int? = nil
    ) async throws -> Int {
        try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.amend(
                number,
                CaseEngine.NewAmendment(values: values, reason: reason, evidence: evidence),
                revision: revision,
                by: person
            )
        }
    }

    /// Decides a correction.
    public func decideAmendment(_ id: Int, of number: String, approve: Bool, as person: PersonView) async throws {
        try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.decideAmendment(
                id,
                of: number,
                isApproved: approve,
                reason: nil,
                revision: nil,
                by: person
            )
        }
    }

    /// Links two cases as related, or takes the link away.
    public func relate(_ one: String, _ other: String, isLinked: Bool = true, as person: PersonView) async throws {
        try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.relate(one, other, isLinked: isLinked, revision: nil, by: person)
        }
    }

    /// Attaches a file whose content lies elsewhere; only what is known of it is kept.
    public func attach(_ new: CaseEngine.NewAttachment, to number: String, as person: PersonView) async throws {
        try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.attach(new, to: number, revision: nil, by: person)
        }
    }

    /// What is known of an attachment, for somebody who wants its content.
    public func readAttachment(_ hash: String, of number: String, as person: PersonView) throws -> CaseAttachment {
        try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.readAttachment(hash, of: number, by: person)
        }
    }

    /// The body of a case, opened when it is kept sealed.
    public func body(of number: String) throws -> JSON {
        guard let record = try self.store.caseRecord(number) else { throw EngineError.noSuchCase(number) }
        return try self.cases.openedBody(of: record).parsed()
    }
}

extension TestDaemon {
    /// Puts somebody into the directory of persons.
    public func put(_ person: PersonRecord) throws {
        try self.call { cases throws(EngineError) in try cases.put([person]) }
    }
}

extension TestDaemon {
    /// Raises an event in a case, as a finished task may, without a task.
    public func raise(_ event: String, in number: String) throws {
        try self.call { cases throws(EngineError) in try cases.raiseEvent(event, in: number) }
    }
}
