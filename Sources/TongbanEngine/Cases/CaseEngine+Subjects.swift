// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension CaseEngine {
    /// How many cases one event about a person or organisation is raised in with one call; more are a mistake in the
    /// identifier, or are told page by page.
    static let subjectLimit = 1_000

    /// Raises an event in every open case about a person or organisation: `person.deceased`, `person.moved`. Former
    /// identifiers count.
    ///
    /// - Returns: the numbers of the cases.
    public func tellSubject(
        _ subject: String,
        event: String,
        data: JSONObject,
        origin: String
    ) throws(EngineError) -> [String] {
        try self.call { () throws(EngineError) in
            let current = try self.currentIdentifier(of: subject)
            let records = try self.cases(
                CaseFilter(isOpen: true, subject: current),
                after: nil,
                limit: Self.subjectLimit + 1
            )
            guard records.count <= Self.subjectLimit else {
                throw .tooLarge(field: "subject", limit: Self.subjectLimit)
            }
            try self.engine.record("subject.event", bureau: nil, caseNumber: nil) { writer in
                writer.beginObject()
                writer.member("event", event)
                writer.member("cases", Int64(records.count))
                writer.endObject()
            }
            if event == Self.death {
                try self.engine.write(
                    .putSetting(
                        Setting(
                            key: Self.deceasedPrefix + current,
                            value: RawJSON(data["on"] ?? .string(ShanghaiTime.day(of: self.engine.now).description))
                        )
                    )
                )
            }
            try self.index.happened(event, to: current, data: data, by: origin)
            for record in records {
                try self.raise(event, data: .object(data), in: record.number, from: origin)
            }
            return records.map(\.number)
        }
    }

    // MARK: Telling

    /// The event that ends what somebody had, and after which nothing is sent to his own telephone.
    static let death = "person.deceased"
    static let deceasedPrefix = "deceased/"

    /// Tells somebody of a case. Whom it is about is told through his contact when the case names one; nothing goes to
    /// the dead, only to their contact.
    func notify(
        _ to: String,
        text: Bilingual,
        topic: String,
        urgency: HandoffUrgency = .normal,
        of inHand: CaseInHand
    ) throws(EngineError) {
        var recipient = to
        var contact: JSON?
        var isSuppressed = false
        if to == "subject" {
            contact = inHand.item.declaration.contactField.flatMap { inHand.state.data[$0] }
                .flatMap { $0.isNull || $0 == "" ? Optional.none : $0 }
            if contact != nil { recipient = "contact" }
            if contact == nil, let subject = inHand.record.subject {
                let key = Self.deceasedPrefix + subject
                isSuppressed = try self.store { store throws(StoreError) in try store.settings(prefix: key) }
                    .contains { $0.key == key }
            }
        }
        let mask = FormMask(fields: inHand.item.declaration.form)
        let field = inHand.item.declaration.contactField ?? ""
        try self.tell(
            isSuppressed ? "unsent.\(topic)" : "notify.\(topic)",
            of: inHand,
            [
                "to": .string(recipient), "contact": contact.flatMap { mask.journal([field: $0])[field] },
                "reason": isSuppressed ? "DEAD" : nil, "zh": .string(text.zh), "en": .string(text.en),
                "urgency": urgency == .normal ? nil : .string(urgency.rawValue),
            ]
        )
        if !isSuppressed {
            try self.messages.tell(
                topic,
                recipient,
                text,
                of: inHand.record.bureau,
                caseNumber: inHand.record.number,
                urgency: urgency,
                about: inHand
            )
        }
    }

    /// A case whose result another one builds on must be there and undisputed.
    func checkBasis(of new: NewCase, _ item: ItemDeclaration) throws(EngineError) {
        guard let field = item.basisField, let number = new.data[field]?.stringValue else { return }
        guard let basis = try self.store({ store throws(StoreError) in try store.caseRecord(number) }) else {
            throw .noSuchCase(number)
        }
        guard !basis.state.split(separator: "+").contains("DISPUTED") else {
            throw .refused(
                Refusal(
                    code: "DISPUTED",
                    zh: "办件 \(number) 的结果有争议,裁定前不能据以办理新的事项。",
                    en: "the result of case \(number) is disputed: nothing new is built on it until that is decided"
                )
            )
        }
    }

    // MARK: Changing an identifier

    static let aliasPrefix = "alias/"

    /// The identifier a person or organisation has now, when the one given was corrected.
    public func currentIdentifier(of identifier: String) throws(EngineError) -> String {
        var current = identifier
        // A chain of corrections is followed to its end; it has no circle, since an identifier in use is never an alias.
        for _ in 0..<64 {
            let key = Self.aliasPrefix + current
            let settings = try self.store { store throws(StoreError) in try store.settings(prefix: key) }
            guard let next = settings.first(where: { $0.key == key }).flatMap({ try? $0.value.parsed().stringValue })
            else { return current }
            current = next
        }
        return current
    }

    /// Points every case about one identifier to another, and keeps the old one as an alias by which they are found.
    /// Whom the old and the new identifier stand for is told.
    ///
    /// - Returns: the numbers of the cases.
    func rekey(_ correction: IdentifierCorrection) throws(EngineError) -> [String] {
        let old = correction.from
        let new = correction.to
        return try self.call { () throws(EngineError) in
            let records = try self.cases(CaseFilter(subject: old), after: nil, limit: Self.subjectLimit + 1)
            guard records.count <= Self.subjectLimit else {
                throw .tooLarge(field: "subject", limit: Self.subjectLimit)
            }
            for record in records {
                var inHand = try self.inHand(record)
                inHand.record.subject = new
                if let field = inHand.item.declaration.subjectField, inHand.state.data[field] == .string(old) {
                    inHand.state.data[field] = .string(new)
                    if record.isOpen, record.key != nil { try self.reindex(&inHand, isDraft: false) }
                }
                try self.tell(
                    "case.rekeyed",
                    of: inHand,
                    [
                        "reason": .string(correction.reason), "asked": .string(correction.asked),
                        "approved": correction.decided.map(JSON.string),
                    ]
                )
                // The person behind the old identifier and the one behind the new one are both told.
                for to in ["subject.former", "subject"] {
                    try self.tell(
                        "notify.case.rekeyed",
                        of: inHand,
                        [
                            "to": .string(to), "zh": "办件中的证件号码已更正。",
                            "en": "The identifier in a case has been corrected.",
                        ]
                    )
                }
                try self.messages.tell(
                    "case.rekeyed",
                    "subject",
                    Bilingual("办件中的证件号码已更正。", "The identifier in a case has been corrected."),
                    of: record.bureau,
                    caseNumber: record.number
                )
                try self.keep(&inHand)
            }
            try self.index.rekey(from: old, to: new)
            try self.engine.write(
                .putSetting(Setting(key: Self.aliasPrefix + old, value: RawJSON(.string(new))))
            )
            try self.engine.record("subject.rekeyed", bureau: nil, caseNumber: nil) { writer in
                writer.beginObject()
                writer.member("cases", Int64(records.count))
                writer.member("correction", correction.id)
                writer.endObject()
            }
            return records.map(\.number)
        }
    }
}
