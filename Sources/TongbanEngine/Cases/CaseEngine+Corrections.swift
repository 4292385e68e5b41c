// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// A correction of an identifier that somebody asked for.
public struct IdentifierCorrection: Sendable, Hashable, Codable {
    public enum State: String, Sendable, Hashable, Codable {
        case waiting
        case approved
        case refused
    }

    public var id: Int64
    public var from: String
    public var to: String
    public var reason: String
    public var asked: String
    public var state: State
    public var decided: String?
}

extension CaseEngine {
    private static let correctionPrefix = "correction/"

    /// Asks that every case about one identifier be pointed to another.
    ///
    /// - Returns: the number of the request, and the cases it touches.
    public func askCorrection(
        from old: String,
        to new: String,
        reason: String,
        by person: PersonView
    ) throws(EngineError) -> (id: Int64, cases: [String]) {
        guard !reason.isEmpty, reason.count <= 500 else {
            throw .invalid(field: "reason", Bilingual("理由须为 1 至 500 字", "the reason has 1 to 500 characters"))
        }
        let records = try self.correctable(old, by: person, role: "bureau")
        try self.checkIdentifiers(old, new, in: records)
        let open = try self.corrections().first { $0.state == .waiting && ($0.from == old || $0.to == old) }
        if let open {
            throw .refused(
                Refusal(
                    code: "DUPLICATE",
                    zh: "该号码已有待批准的更正 \(open.id)。",
                    en: "correction \(open.id) of this identifier waits for approval"
                )
            )
        }
        let id = try self.store { store throws(StoreError) in try store.counter("correction") } + 1
        try self.engine.write(.putCounter(name: "correction", value: id))
        try self.put(
            IdentifierCorrection(
                id: id,
                from: old,
                to: new,
                reason: reason,
                asked: person.id,
                state: .waiting
            )
        )
        try self.engine.record("correction.asked", bureau: nil, caseNumber: nil) { writer in
            writer.beginObject()
            writer.member("id", id)
            writer.member("reason", reason)
            writer.endObject()
        }
        return (id, records.map(\.number))
    }

    /// Approves or refuses a correction.
    ///
    /// - Returns: the cases that were changed; `nil` when there is no such correction waiting.
    public func decideCorrection(
        _ id: Int64,
        approve: Bool,
        by person: PersonView
    ) throws(EngineError) -> [String]? {
        guard var correction = try self.corrections().first(where: { $0.id == id && $0.state == .waiting }) else {
            return nil
        }
        let records = try self.correctable(correction.from, by: person, role: "head")
        guard person.id != correction.asked else {
            throw .refused(
                Refusal(
                    code: "FOUR_EYES",
                    zh: "更正证件号须由另一人批准。",
                    en: "the correction of an identifier must be approved by somebody else"
                )
            )
        }
        try self.checkIdentifiers(correction.from, correction.to, in: records)
        correction.state = approve ? .approved : .refused
        correction.decided = person.id
        try self.put(correction)
        guard approve else {
            try self.engine.record("correction.refused", bureau: nil, caseNumber: nil) { writer in
                writer.beginObject()
                writer.member("id", id)
                writer.endObject()
            }
            return []
        }
        return try self.rekey(correction)
    }

    /// In the order they were asked for.
    public func corrections() throws(EngineError) -> [IdentifierCorrection] {
        let settings = try self.store { store throws(StoreError) in
            try store.settings(prefix: Self.correctionPrefix)
        }
        return settings.compactMap { try? $0.value.parsed().decoded(as: IdentifierCorrection.self) }
            .sorted { $0.id < $1.id }
    }

    private func put(_ correction: IdentifierCorrection) throws(EngineError) {
        guard let json = try? JSON(encoding: correction) else {
            throw .unavailable(StoreError(.corrupt, "correction \(correction.id) cannot be written"))
        }
        try self.engine.write(
            .putSetting(Setting(key: "\(Self.correctionPrefix)\(correction.id)", value: RawJSON(json)))
        )
    }

    /// The cases a correction touches, when the person holds the role in a bureau that has one of them.
    private func correctable(
        _ identifier: String,
        by person: PersonView,
        role: String
    ) throws(EngineError) -> [CaseRecord] {
        let records = try self.cases(CaseFilter(subject: identifier), after: nil, limit: Self.subjectLimit + 1)
        guard records.count <= Self.subjectLimit else { throw .tooLarge(field: "from", limit: Self.subjectLimit) }
        guard !records.isEmpty else {
            throw .refused(Refusal(code: "NO_CASE", zh: "没有该号码的办件。", en: "no case is about this identifier"))
        }
        guard records.contains(where: { person.holdsOne(of: [role], in: $0.bureau) }) else {
            throw .refused(.role([role], toDo: Bilingual("更正证件号", "correct an identifier")))
        }
        return records
    }

    /// Both identifiers are the present ones, and the new one is what the forms of the cases take.
    private func checkIdentifiers(_ old: String, _ new: String, in records: [CaseRecord]) throws(EngineError) {
        guard old != new, try self.currentIdentifier(of: old) == old, try self.currentIdentifier(of: new) == new else {
            throw .refused(
                Refusal(
                    code: "ALIAS",
                    zh: "旧号或新号已被更正过,请用现行的号。",
                    en: "the old or the new identifier was corrected before: name the present ones"
                )
            )
        }
        for record in records {
            let item = try self.inHand(record).item.declaration
            guard let field = item.form.first(where: { $0.id == item.subjectField }) else { continue }
            let faults = FormCheck(fields: [field], today: ShanghaiTime.day(of: self.engine.now))
                .faults(of: [field.id: .string(new)])
            guard faults.isEmpty else { throw .invalidForm(faults) }
        }
    }
}
