// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Subjects.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// The persons, organisations and places that all bureaus know: what happens to them, what bureaus say of them, and corrections of their identifiers.
public enum SubjectsInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Subjects"

    /// The text of the definition.
    public static let description = #"""
        # The persons, organisations and places that all bureaus know: what happens to them, what bureaus say of them, and corrections of their identifiers.
        interface org.tongban.Subjects

        # A correction of an identifier that waits for a head's approval, or was decided.
        type Correction (
          id: int,
          from: string,
          to: string,
          reason: string,
          asked: string,
          state: (waiting, approved, refused),
          decided: ?string
        )

        # Raises an event such as `person.deceased` or `person.moved` in every open case about a person or organisation, notes it
        # in the index, and submits the tasks of bureaus that react.
        # `data` goes with it, such as `{"effective": "2022-08-01", "to": "340621"}`. For clerks of any bureau, plugins and operators.
        method Tell(subject: string, event: string, data: ?object) -> (cases: []string)

        # The identifier that stands for one that was corrected; the same one when it was not.
        method Resolve(identifier: string) -> (current: string)

        # Asks that every case about `from`, open or closed, be pointed to `to`: for a clerk (`bureau`) of a bureau that has one.
        method AskCorrection(from: string, to: string, reason: string) -> (id: int, cases: []string)

        # Approves or refuses a correction: for a head (`head`) of such a bureau, and never for whoever asked. The old identifier
        # stays as an alias by which cases are found; whom either stands for is told.
        method DecideCorrection(id: int, approve: bool) -> (cases: []string)

        method ListCorrections() -> (corrections: []Correction)

        # Something a bureau says of somebody: `tag` is `BUREAU.TAG`, `since` a day.
        type Tag (tag: string, zh: string, en: string, since: string, by: string)

        # Something that happened to somebody; `effective` is the day from which it holds.
        type Event (event: string, effective: string, at: string, by: string)

        # What the index keeps. `kind` is `PERSON`, `ORGANISATION` or `PLACE`; `status` is `PRESENT`, `MOVED` or `GONE` (dead or dissolved). Tags of other bureaus are there when they are shared.
        type Card (id: string, kind: string, kindZh: string, kindEn: string, name: ?string, area: ?string, address: ?string, aliases: []string, status: string, statusZh: string, statusEn: string, tags: []Tag, events: []Event)

        # The card of an identifier, or of the one that stands for it now; whole, and each reading is noted in the journal. For clerks of any bureau, plugins and operators.
        method Get(identifier: string) -> (card: Card)

        # Cards by the whole `name`, by `area` with everything in it, or by `tag`; exactly one is given. Persons are masked. At most `limit` (1 to 1000; 100 unless given); `offset` is the number of cards before.
        method Find(name: ?string, area: ?string, tag: ?string, offset: ?int, limit: ?int) -> (cards: []Card, more: bool)

        # Puts a card, or changes what is given; an empty text removes. For clerks of any bureau, plugins and operators.
        method Put(identifier: string, name: ?string, area: ?string, address: ?string) -> (card: Card)

        # Says something of somebody, or takes it back with `on` false: `tag.changed` is told to his cases and to the bureaus that react. For the roles the bureau names.
        method SetTag(identifier: string, bureau: string, tag: string, on: bool) -> (card: Card)

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: [
                "Tell", "Resolve", "AskCorrection", "DecideCorrection", "ListCorrections", "Get", "Find", "Put",
                "SetTag",
            ]
        )
    }

    /// A correction of an identifier that waits for a head's approval, or was decided.
    public struct Correction: Sendable, Hashable, JSONReadable, JSONWritable {
        public enum State: String, Sendable, Hashable, CaseIterable, JSONReadable, JSONWritable {
            case waiting
            case approved
            case refused
        }

        public var id: Int
        public var from: String
        public var to: String
        public var reason: String
        public var asked: String
        public var state: State
        public var decided: String?

        public init(
            id: Int,
            from: String,
            to: String,
            reason: String,
            asked: String,
            state: State,
            decided: String? = nil
        ) {
            self.id = id
            self.from = from
            self.to = to
            self.reason = reason
            self.asked = asked
            self.state = state
            self.decided = decided
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var id: Int?
            var from: String?
            var to: String?
            var reason: String?
            var asked: String?
            var state: State?
            var decided: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("from") {
                    try reader.readMember(into: &from)
                } else if reader.isMember("to") {
                    try reader.readMember(into: &to)
                } else if reader.isMember("reason") {
                    try reader.readMember(into: &reason)
                } else if reader.isMember("asked") {
                    try reader.readMember(into: &asked)
                } else if reader.isMember("state") {
                    try reader.readMember(into: &state)
                } else if reader.isMember("decided") {
                    try reader.readNullableMember(into: &decided)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.id = try reader.required(id, "id")
            self.from = try reader.required(from, "from")
            self.to = try reader.required(to, "to")
            self.reason = try reader.required(reason, "reason")
            self.asked = try reader.required(asked, "asked")
            self.state = try reader.required(state, "state")
            self.decided = decided
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("id", self.id)
            writer.member("from", self.from)
            writer.member("to", self.to)
            writer.member("reason", self.reason)
            writer.member("asked", self.asked)
            writer.member("state", self.state)
            writer.member("decided", ifPresent: self.decided)
            writer.endObject()
        }
    }

    /// Raises an event such as `person.deceased` or `person.moved` in every open case about a person or organisation, notes it
    /// in the index, and submits the tasks of bureaus that react.
    /// `data` goes with it, such as `{"effective": "2022-08-01", "to": "340621"}`. For clerks of any bureau, plugins and operators.
    public enum Tell: VarlinkMethod {
        public static let name = "org.tongban.Subjects.Tell"

        /// The input parameters of ``Tell``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var subject: String
            public var event: String
            public var data: RawJSON?

            public init(subject: String, event: String, data: RawJSON? = nil) {
                self.subject = subject
                self.event = event
                self.data = data
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var subject: String?
                var event: String?
                var data: RawJSON?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("subject") {
                        try reader.readMember(into: &subject)
                    } else if reader.isMember("event") {
                        try reader.readMember(into: &event)
                    } else if reader.isMember("data") {
                        try reader.readNullableMember(into: &data)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.subject = try reader.required(subject, "subject")
                self.event = try reader.required(event, "event")
                self.data = data
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("subject", self.subject)
                writer.member("event", self.event)
                writer.member("data", ifPresent: self.data)
                writer.endObject()
            }
        }

        /// The output parameters of ``Tell``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var cases: [String]

            public init(cases: [String]) {
                self.cases = cases
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var cases: [String]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("cases") {
                        try reader.readMember(into: &cases)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.cases = try reader.required(cases, "cases")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("cases", self.cases)
                writer.endObject()
            }
        }
    }

    /// The identifier that stands for one that was corrected; the same one when it was not.
    public enum Resolve: VarlinkMethod {
        public static let name = "org.tongban.Subjects.Resolve"

        /// The input parameters of ``Resolve``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var identifier: String

            public init(identifier: String) {
                self.identifier = identifier
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var identifier: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("identifier") {
                        try reader.readMember(into: &identifier)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.identifier = try reader.required(identifier, "identifier")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("identifier", self.identifier)
                writer.endObject()
            }
        }

        /// The output parameters of ``Resolve``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var current: String

            public init(current: String) {
                self.current = current
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var current: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("current") {
                        try reader.readMember(into: &current)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.current = try reader.required(current, "current")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("current", self.current)
                writer.endObject()
            }
        }
    }

    /// Asks that every case about `from`, open or closed, be pointed to `to`: for a clerk (`bureau`) of a bureau that has one.
    public enum AskCorrection: VarlinkMethod {
        public static let name = "org.tongban.Subjects.AskCorrection"

        /// The input parameters of ``AskCorrection``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var from: String
            public var to: String
            public var reason: String

            public init(from: String, to: String, reason: String) {
                self.from = from
                self.to = to
                self.reason = reason
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var from: String?
                var to: String?
                var reason: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("from") {
                        try reader.readMember(into: &from)
                    } else if reader.isMember("to") {
                        try reader.readMember(into: &to)
                    } else if reader.isMember("reason") {
                        try reader.readMember(into: &reason)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.from = try reader.required(from, "from")
                self.to = try reader.required(to, "to")
                self.reason = try reader.required(reason, "reason")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("from", self.from)
                writer.member("to", self.to)
                writer.member("reason", self.reason)
                writer.endObject()
            }
        }

        /// The output parameters of ``AskCorrection``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var id: Int
            public var cases: [String]

            public init(id: Int, cases: [String]) {
                self.id = id
                self.cases = cases
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var id: Int?
                var cases: [String]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("id") {
                        try reader.readMember(into: &id)
                    } else if reader.isMember("cases") {
                        try reader.readMember(into: &cases)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.id = try reader.required(id, "id")
                self.cases = try reader.required(cases, "cases")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", self.id)
                writer.member("cases", self.cases)
                writer.endObject()
            }
        }
    }

    /// Approves or refuses a correction: for a head (`head`) of such a bureau, and never for whoever asked. The old identifier
    /// stays as an alias by which cases are found; whom either stands for is told.
    public enum DecideCorrection: VarlinkMethod {
        public static let name = "org.tongban.Subjects.DecideCorrection"

        /// The input parameters of ``DecideCorrection``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var id: Int
            public var approve: Bool

            public init(id: Int, approve: Bool) {
                self.id = id
                self.approve = approve
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var id: Int?
                var approve: Bool?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("id") {
                        try reader.readMember(into: &id)
                    } else if reader.isMember("approve") {
                        try reader.readMember(into: &approve)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.id = try reader.required(id, "id")
                self.approve = try reader.required(approve, "approve")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", self.id)
                writer.member("approve", self.approve)
                writer.endObject()
            }
        }

        /// The output parameters of ``DecideCorrection``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var cases: [String]

            public init(cases: [String]) {
                self.cases = cases
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var cases: [String]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("cases") {
                        try reader.readMember(into: &cases)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.cases = try reader.required(cases, "cases")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("cases", self.cases)
                writer.endObject()
            }
        }
    }

    /// The method `org.tongban.Subjects.ListCorrections`.
    public enum ListCorrections: VarlinkMethod {
        public static let name = "org.tongban.Subjects.ListCorrections"

        /// The input parameters of ``ListCorrections``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public init() {}

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                try reader.beginObject()
                while try reader.nextMember() {
                    try reader.readUnknownMember()
                }
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.endObject()
            }
        }

        /// The output parameters of ``ListCorrections``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var corrections: [Correction]

            public init(corrections: [Correction]) {
                self.corrections = corrections
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var corrections: [Correction]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("corrections") {
                        try reader.readMember(into: &corrections)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.corrections = try reader.required(corrections, "corrections")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("corrections", self.corrections)
                writer.endObject()
            }
        }
    }

    /// Something a bureau says of somebody: `tag` is `BUREAU.TAG`, `since` a day.
    public struct Tag: Sendable, Hashable, JSONReadable, JSONWritable {
        public var tag: String
        public var zh: String
        public var en: String
        public var since: String
        public var by: String

        public init(tag: String, zh: String, en: String, since: String, by: String) {
            self.tag = tag
            self.zh = zh
            self.en = en
            self.since = since
            self.by = by
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var tag: String?
            var zh: String?
            var en: String?
            var since: String?
            var by: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("tag") {
                    try reader.readMember(into: &tag)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("since") {
                    try reader.readMember(into: &since)
                } else if reader.isMember("by") {
                    try reader.readMember(into: &by)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.tag = try reader.required(tag, "tag")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.since = try reader.required(since, "since")
            self.by = try reader.required(by, "by")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("tag", self.tag)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("since", self.since)
            writer.member("by", self.by)
            writer.endObject()
        }
    }

    /// Something that happened to somebody; `effective` is the day from which it holds.
    public struct Event: Sendable, Hashable, JSONReadable, JSONWritable {
        public var event: String
        public var effective: String
        public var at: String
        public var by: String

        public init(event: String, effective: String, at: String, by: String) {
            self.event = event
            self.effective = effective
            self.at = at
            self.by = by
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var event: String?
            var effective: String?
            var at: String?
            var by: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("event") {
                    try reader.readMember(into: &event)
                } else if reader.isMember("effective") {
                    try reader.readMember(into: &effective)
                } else if reader.isMember("at") {
                    try reader.readMember(into: &at)
                } else if reader.isMember("by") {
                    try reader.readMember(into: &by)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.event = try reader.required(event, "event")
            self.effective = try reader.required(effective, "effective")
            self.at = try reader.required(at, "at")
            self.by = try reader.required(by, "by")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("event", self.event)
            writer.member("effective", self.effective)
            writer.member("at", self.at)
            writer.member("by", self.by)
            writer.endObject()
        }
    }

    /// What the index keeps. `kind` is `PERSON`, `ORGANISATION` or `PLACE`; `status` is `PRESENT`, `MOVED` or `GONE` (dead or dissolved). Tags of other bureaus are there when they are shared.
    public struct Card: Sendable, Hashable, JSONReadable, JSONWritable {
        public var id: String
        public var kind: String
        public var kindZh: String
        public var kindEn: String
        public var name: String?
        public var area: String?
        public var address: String?
        public var aliases: [String]
        public var status: String
        public var statusZh: String
        public var statusEn: String
        public var tags: [Tag]
        public var events: [Event]

        public init(
            id: String,
            kind: String,
            kindZh: String,
            kindEn: String,
            name: String? = nil,
            area: String? = nil,
            address: String? = nil,
            aliases: [String],
            status: String,
            statusZh: String,
            statusEn: String,
            tags: [Tag],
            events: [Event]
        ) {
            self.id = id
            self.kind = kind
            self.kindZh = kindZh
            self.kindEn = kindEn
            self.name = name
            self.area = area
            self.address = address
            self.aliases = aliases
            self.status = status
            self.statusZh = statusZh
            self.statusEn = statusEn
            self.tags = tags
            self.events = events
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var id: String?
            var kind: String?
            var kindZh: String?
            var kindEn: String?
            var name: String?
            var area: String?
            var address: String?
            var aliases: [String]?
            var status: String?
            var statusZh: String?
            var statusEn: String?
            var tags: [Tag]?
            var events: [Event]?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("kind") {
                    try reader.readMember(into: &kind)
                } else if reader.isMember("kindZh") {
                    try reader.readMember(into: &kindZh)
                } else if reader.isMember("kindEn") {
                    try reader.readMember(into: &kindEn)
                } else if reader.isMember("name") {
                    try reader.readNullableMember(into: &name)
                } else if reader.isMember("area") {
                    try reader.readNullableMember(into: &area)
                } else if reader.isMember("address") {
                    try reader.readNullableMember(into: &address)
                } else if reader.isMember("aliases") {
                    try reader.readMember(into: &aliases)
                } else if reader.isMember("status") {
                    try reader.readMember(into: &status)
                } else if reader.isMember("statusZh") {
                    try reader.readMember(into: &statusZh)
                } else if reader.isMember("statusEn") {
                    try reader.readMember(into: &statusEn)
                } else if reader.isMember("tags") {
                    try reader.readMember(into: &tags)
                } else if reader.isMember("events") {
                    try reader.readMember(into: &events)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.id = try reader.required(id, "id")
            self.kind = try reader.required(kind, "kind")
            self.kindZh = try reader.required(kindZh, "kindZh")
            self.kindEn = try reader.required(kindEn, "kindEn")
            self.name = name
            self.area = area
            self.address = address
            self.aliases = try reader.required(aliases, "aliases")
            self.status = try reader.required(status, "status")
            self.statusZh = try reader.required(statusZh, "statusZh")
            self.statusEn = try reader.required(statusEn, "statusEn")
            self.tags = try reader.required(tags, "tags")
            self.events = try reader.required(events, "events")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("id", self.id)
            writer.member("kind", self.kind)
            writer.member("kindZh", self.kindZh)
            writer.member("kindEn", self.kindEn)
            writer.member("name", ifPresent: self.name)
            writer.member("area", ifPresent: self.area)
            writer.member("address", ifPresent: self.address)
            writer.member("aliases", self.aliases)
            writer.member("status", self.status)
            writer.member("statusZh", self.statusZh)
            writer.member("statusEn", self.statusEn)
            writer.member("tags", self.tags)
            writer.member("events", self.events)
            writer.endObject()
        }
    }

    /// The card of an identifier, or of the one that stands for it now; whole, and each reading is noted in the journal. For clerks of any bureau, plugins and operators.
    public enum Get: VarlinkMethod {
        public static let name = "org.tongban.Subjects.Get"

        /// The input parameters of ``Get``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var identifier: String

            public init(identifier: String) {
                self.identifier = identifier
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var identifier: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("identifier") {
                        try reader.readMember(into: &identifier)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.identifier = try reader.required(identifier, "identifier")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("identifier", self.identifier)
                writer.endObject()
            }
        }

        /// The output parameters of ``Get``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var card: Card

            public init(card: Card) {
                self.card = card
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var card: Card?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("card") {
                        try reader.readMember(into: &card)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.card = try reader.required(card, "card")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("card", self.card)
                writer.endObject()
            }
        }
    }

    /// Cards by the whole `name`, by `area` with everything in it, or by `tag`; exactly one is given. Persons are masked. At most `limit` (1 to 1000; 100 unless given); `offset` is the number of cards before.
    public enum Find: VarlinkMethod {
        public static let name = "org.tongban.Subjects.Find"

        /// The input parameters of ``Find``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var name: String?
            public var area: String?
            public var tag: String?
            public var offset: Int?
            public var limit: Int?

            public init(
                name: String? = nil,
                area: String? = nil,
                tag: String? = nil,
                offset: Int? = nil,
                limit: Int? = nil
            ) {
                self.name = name
                self.area = area
                self.tag = tag
                self.offset = offset
                self.limit = limit
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var name: String?
                var area: String?
                var tag: String?
                var offset: Int?
                var limit: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("name") {
                        try reader.readNullableMember(into: &name)
                    } else if reader.isMember("area") {
                        try reader.readNullableMember(into: &area)
                    } else if reader.isMember("tag") {
                        try reader.readNullableMember(into: &tag)
                    } else if reader.isMember("offset") {
                        try reader.readNullableMember(into: &offset)
                    } else if reader.isMember("limit") {
                        try reader.readNullableMember(into: &limit)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.name = name
                self.area = area
                self.tag = tag
                self.offset = offset
                self.limit = limit
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("name", ifPresent: self.name)
                writer.member("area", ifPresent: self.area)
                writer.member("tag", ifPresent: self.tag)
                writer.member("offset", ifPresent: self.offset)
                writer.member("limit", ifPresent: self.limit)
                writer.endObject()
            }
        }

        /// The output parameters of ``Find``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var cards: [Card]
            public var more: Bool

            public init(cards: [Card], more: Bool) {
                self.cards = cards
                self.more = more
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var cards: [Card]?
                var more: Bool?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("cards") {
                        try reader.readMember(into: &cards)
                    } else if reader.isMember("more") {
                        try reader.readMember(into: &more)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.cards = try reader.required(cards, "cards")
                self.more = try reader.required(more, "more")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("cards", self.cards)
                writer.member("more", self.more)
                writer.endObject()
            }
        }
    }

    /// Puts a card, or changes what is given; an empty text removes. For clerks of any bureau, plugins and operators.
    public enum Put: VarlinkMethod {
        public static let name = "org.tongban.Subjects.Put"

        /// The input parameters of ``Put``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var identifier: String
            public var name: String?
            public var area: String?
            public var address: String?

            public init(identifier: String, name: String? = nil, area: String? = nil, address: String? = nil) {
                self.identifier = identifier
                self.name = name
                self.area = area
                self.address = address
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var identifier: String?
                var name: String?
                var area: String?
                var address: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("identifier") {
                        try reader.readMember(into: &identifier)
                    } else if reader.isMember("name") {
                        try reader.readNullableMember(into: &name)
                    } else if reader.isMember("area") {
                        try reader.readNullableMember(into: &area)
                    } else if reader.isMember("address") {
                        try reader.readNullableMember(into: &address)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.identifier = try reader.required(identifier, "identifier")
                self.name = name
                self.area = area
                self.address = address
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("identifier", self.identifier)
                writer.member("name", ifPresent: self.name)
                writer.member("area", ifPresent: self.area)
                writer.member("address", ifPresent: self.address)
                writer.endObject()
            }
        }

        /// The output parameters of ``Put``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var card: Card

            public init(card: Card) {
                self.card = card
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var card: Card?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("card") {
                        try reader.readMember(into: &card)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.card = try reader.required(card, "card")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("card", self.card)
                writer.endObject()
            }
        }
    }

    /// Says something of somebody, or takes it back with `on` false: `tag.changed` is told to his cases and to the bureaus that react. For the roles the bureau names.
    public enum SetTag: VarlinkMethod {
        public static let name = "org.tongban.Subjects.SetTag"

        /// The input parameters of ``SetTag``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var identifier: String
            public var bureau: String
            public var tag: String
            public var on: Bool

            public init(identifier: String, bureau: String, tag: String, on: Bool) {
                self.identifier = identifier
                self.bureau = bureau
                self.tag = tag
                self.on = on
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var identifier: String?
                var bureau: String?
                var tag: String?
                var on: Bool?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("identifier") {
                        try reader.readMember(into: &identifier)
                    } else if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("tag") {
                        try reader.readMember(into: &tag)
                    } else if reader.isMember("on") {
                        try reader.readMember(into: &on)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.identifier = try reader.required(identifier, "identifier")
                self.bureau = try reader.required(bureau, "bureau")
                self.tag = try reader.required(tag, "tag")
                self.on = try reader.required(on, "on")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("identifier", self.identifier)
                writer.member("bureau", self.bureau)
                writer.member("tag", self.tag)
                writer.member("on", self.on)
                writer.endObject()
            }
        }

        /// The output parameters of ``SetTag``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var card: Card

            public init(card: Card) {
                self.card = card
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var card: Card?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("card") {
                        try reader.readMember(into: &card)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.card = try reader.required(card, "card")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("card", self.card)
                writer.endObject()
            }
        }
    }
}
