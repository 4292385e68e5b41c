// SPDX-License-Identifier: Apache-2.0

import Civic

/// What the shared index keeps of a person, an organisation or a place.
public struct SubjectCard: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// By identity number.
        case person = "PERSON"
        /// By unified social credit code.
        case organisation = "ORGANISATION"
        /// By area code.
        case place = "PLACE"

        /// What an identifier stands for; `nil` when it is none.
        public init?(of id: String, today: CivilDay) {
            if (try? ResidentID(id, today: today)) != nil {
                self = .person
            } else if (try? UnifiedCreditCode(id)) != nil {
                self = .organisation
            } else if (try? AreaCode(id)) != nil {
                self = .place
            } else {
                return nil
            }
        }

        public var name: Bilingual {
            switch self {
            case .person: Bilingual("自然人", "person")
            case .organisation: Bilingual("单位", "organisation")
            case .place: Bilingual("地点", "place")
            }
        }
    }

    public enum Status: String, Sendable, Hashable, Codable, CaseIterable {
        case present = "PRESENT"
        case moved = "MOVED"
        /// Dead, or dissolved: nothing undoes that but a correction.
        case gone = "GONE"

        public var name: Bilingual {
            switch self {
            case .present: Bilingual("在册", "present")
            case .moved: Bilingual("已迁出", "moved away")
            case .gone: Bilingual("已死亡或注销", "dead or dissolved")
            }
        }
    }

    /// Something a bureau says of it.
    public struct Tag: Sendable, Hashable, Codable {
        /// `BUREAU.TAG`.
        public var tag: String
        public var since: CivilDay
        public var by: String
    }

    /// Something that happened.
    public struct Event: Sendable, Hashable, Codable {
        public var event: String
        /// From when it holds.
        public var effective: CivilDay
        /// In milliseconds UTC: when it was said, and who did.
        public var at: Int64
        public var by: String

        public init(event: String, effective: CivilDay, at: Int64, by: String) {
            self.event = event
            self.effective = effective
            self.at = at
            self.by = by
        }
    }

    public static let nameLimit = 100
    public static let addressLimit = 200
    public static let tagLimit = 100
    /// So many are kept; of more the oldest go.
    public static let eventLimit = 100

    /// The identifier.
    public var id: String
    public var kind: Kind
    public var name: String?
    /// Where somebody lives, an organisation is, a place lies.
    public var area: String?
    public var address: String?
    /// Former identifiers.
    public var aliases: [String] = []
    public var tags: [Tag] = []
    public var events: [Event] = []
    public var status = Status.present

    public init(id: String, kind: Kind) {
        self.id = id
        self.kind = kind
    }

    /// The events that end somebody or something, and those that take it away.
    static let endings: Set<String> = ["person.deceased", "organisation.dissolved", "place.abolished"]
    static let departures: Set<String> = ["person.moved", "organisation.moved"]
    static let returns: Set<String> = ["person.returned", "organisation.returned"]

    /// Notes something that happened.
    public mutating func note(_ event: Event) {
        self.events.append(event)
        if self.events.count > Self.eventLimit { self.events.removeFirst() }
        if Self.endings.contains(event.event) {
            self.status = .gone
        } else if self.status != .gone, Self.departures.contains(event.event) {
            self.status = .moved
        } else if self.status != .gone, Self.returns.contains(event.event) {
            self.status = .present
        }
    }

    /// Says something of it, or takes it back.
    ///
    /// - Returns: whether that is anything new.
    /// - Throws: `LIMIT`; `GONE` when something is said of the dead.
    public mutating func tag(_ tag: String, on: Bool, since day: CivilDay, by person: String) throws(Refusal) -> Bool {
        guard on != self.tags.contains(where: { $0.tag == tag }) else { return false }
        guard on else {
            self.tags.removeAll { $0.tag == tag }
            return true
        }
        guard self.status != .gone else {
            throw Refusal(
                code: "GONE",
                zh: "当事人\(self.status.name.zh),不能再加标签。",
                en: "the subject is \(self.status.name.en): nothing new is said of it"
            )
        }
        guard self.tags.count < Self.tagLimit else {
            throw Refusal(
                code: "LIMIT",
                zh: "一个当事人最多 \(Self.tagLimit) 个标签。",
                en: "a subject has at most \(Self.tagLimit) tags"
            )
        }
        self.tags.append(Tag(tag: tag, since: day, by: person))
        return true
    }

    /// Sets what is given; an empty text removes.
    ///
    /// - Throws: `BAD_CARD` for a name, an area or an address that is none.
    public mutating func set(name: String?, area: String?, address: String?) throws(Refusal) {
        func bad(_ message: Bilingual) -> Refusal { Refusal(code: "BAD_CARD", zh: message.zh + "。", en: message.en) }
        if let name {
            guard name.count <= Self.nameLimit else {
                throw bad(Bilingual("名称最多 \(Self.nameLimit) 字", "a name has at most \(Self.nameLimit) characters"))
            }
            if self.kind == .person, !name.isEmpty {
                do throws(IdentifierError) { _ = try PersonName(name) } catch { throw bad(error.message) }
            }
            self.name = name.isEmpty ? nil : name
        }
        if let area {
            if !area.isEmpty {
                do throws(IdentifierError) { _ = try AreaCode(area) } catch { throw bad(error.message) }
            }
            self.area = area.isEmpty ? nil : area
        }
        if let address {
            guard address.count <= Self.addressLimit else {
                throw bad(
                    Bilingual("地址最多 \(Self.addressLimit) 字", "an address has at most \(Self.addressLimit) characters")
                )
            }
            self.address = address.isEmpty ? nil : address
        }
    }

    /// The name for comparison: without spaces, every kind of middle dot as one.
    public var foldedName: String? {
        self.name.map { name in (try? PersonName(name).folded) ?? String(name.filter { !$0.isWhitespace }) }
    }

    /// As lists show it: identifier, name and address masked.
    public var masked: SubjectCard {
        guard self.kind == .person else { return self }
        var card = self
        card.id = "\(self.id.prefix(6))********\(self.id.suffix(4))"
        card.name = self.name.map { "\($0.prefix(1))**" }
        card.address = self.address.map { "\($0.prefix(3))***" }
        card.aliases = self.aliases.map { "\($0.prefix(6))********\($0.suffix(4))" }
        return card
    }
}
