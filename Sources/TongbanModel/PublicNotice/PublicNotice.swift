// SPDX-License-Identifier: Apache-2.0

import Civic

/// A notice to the public: what is made known, from when until when, and who objected.
public struct PublicNotice: Sendable, Hashable, Codable {
    public enum Status: String, Sendable, Hashable, Codable, CaseIterable {
        case current = "CURRENT"
        /// Its time is over.
        case ended = "ENDED"
        /// Taken back before its time was over, by somebody, by a newer one, or since its case closed.
        case withdrawn = "WITHDRAWN"

        public var name: Bilingual {
            switch self {
            case .current: Bilingual("公示中", "Current")
            case .ended: Bilingual("公示期满", "Ended")
            case .withdrawn: Bilingual("已撤回", "Withdrawn")
            }
        }
    }

    /// A line of it: the name of a field and its value, in Chinese and English.
    public struct Line: Sendable, Hashable, Codable {
        public var name: Bilingual
        public var value: Bilingual

        public init(name: Bilingual, value: Bilingual) {
            self.name = name
            self.value = value
        }
    }

    public struct Objection: Sendable, Hashable, Codable {
        /// From 1.
        public var number: Int
        /// Who objects, as he calls himself.
        public var who: String
        public var text: String
        /// Who entered it.
        public var by: String
        /// In milliseconds UTC.
        public var at: Int64
    }

    /// So many objections one notice takes, so that nobody fills the store with them.
    public static let objectionLimit = 200
    /// Characters of the name of who objects, of an objection, and of the reason of a withdrawal.
    public static let whoLimit = 50
    public static let textLimit = 2_000

    /// `GS-20220712-000001`.
    public var number: String
    public var bureau: String
    public var caseNumber: String
    /// The id of its declaration.
    public var kind: String
    public var title: Bilingual
    public var lines: [Line]
    /// The first day.
    public var start: CivilDay
    /// The last day; objections are taken until 24:00.
    public var end: CivilDay
    public var limit: String
    /// In milliseconds UTC: when it was posted.
    public var at: Int64
    public var status: Status = .current
    /// Why it was withdrawn.
    public var reason: String?
    public var objections: [Objection] = []

    public init(
        number: String,
        bureau: String,
        caseNumber: String,
        kind: String,
        title: Bilingual,
        lines: [Line],
        start: CivilDay,
        end: CivilDay,
        limit: String,
        at: Int64
    ) {
        self.number = number
        self.bureau = bureau
        self.caseNumber = caseNumber
        self.kind = kind
        self.title = title
        self.lines = lines
        self.start = start
        self.end = end
        self.limit = limit
        self.at = at
    }

    /// The moment it ends: 24:00 of the last day.
    public var endInstant: Instant { ShanghaiTime.startOfDay(self.end.adding(days: 1)) }

    private func requireCurrent(at now: Instant) throws(Refusal) {
        guard self.status == .current, now < self.endInstant else {
            let status = self.status == .current ? Status.ended : self.status
            throw Refusal(
                code: "NOTICE_OVER",
                zh: "公示 \(self.number) 已不在公示期(\(status.name.zh),截止 \(self.end)),不再受理。",
                en: "notice \(self.number) is over (\(status.name.en.lowercased()), last day \(self.end))"
            )
        }
    }

    /// Takes an objection.
    ///
    /// - Returns: its number.
    /// - Throws: `NOTICE_OVER`, `TEXT_MISSING`, `TEXT_TOO_LONG`, `LIMIT`.
    public mutating func object(who: String, text: String, by person: String, at now: Instant) throws(Refusal) -> Int {
        try self.requireCurrent(at: now)
        try Self.check(who, "who", Self.whoLimit)
        try Self.check(text, "text", Self.textLimit)
        guard self.objections.count < Self.objectionLimit else {
            throw Refusal(
                code: "LIMIT",
                zh: "公示 \(self.number) 的异议已达 \(Self.objectionLimit) 条。",
                en: "notice \(self.number) has \(Self.objectionLimit) objections already"
            )
        }
        let number = self.objections.count + 1
        self.objections.append(
            Objection(number: number, who: who, text: text, by: person, at: now.milliseconds)
        )
        return number
    }

    /// Takes it back.
    ///
    /// - Throws: `NOTICE_OVER`, `TEXT_MISSING`, `TEXT_TOO_LONG`.
    public mutating func withdraw(reason: String, at now: Instant) throws(Refusal) {
        try self.requireCurrent(at: now)
        try Self.check(reason, "reason", Self.textLimit)
        self.status = .withdrawn
        self.reason = reason
    }

    private static func check(_ text: String, _ field: String, _ limit: Int) throws(Refusal) {
        guard !text.isEmpty else {
            throw Refusal(code: "TEXT_MISSING", zh: "须填写 \(field)。", en: "\(field) must be given")
        }
        guard text.count <= limit else {
            throw Refusal(
                code: "TEXT_TOO_LONG",
                zh: "\(field) 最多 \(limit) 字。",
                en: "\(field) has at most \(limit) characters"
            )
        }
    }
}
