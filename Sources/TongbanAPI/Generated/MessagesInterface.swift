// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Messages.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// What people are told, and how it reaches them: by an inbox, a messenger, a short message, a call, or paper, one after the other as their bureau declares. Gateways carry short texts; people call and print; whoever is told opens a message and confirms it.
public enum MessagesInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Messages"

    /// The text of the definition.
    public static let description = #"""
        # What people are told, and how it reaches them: by an inbox, a messenger, a short message, a call, or paper, one after the other as their bureau declares. Gateways carry short texts; people call and print; whoever is told opens a message and confirms it.
        interface org.tongban.Messages

        # A message. `to` is `subject` or `contact` of the case, a person, or a role. `status` is `QUIET` (waits for the end of the quiet hours), `SENDING`, `BY_HAND`, `WAITING` (a channel has it), `REACHED`, `UNREACHED` or `CANCELLED`; `channel` the one it is at, or that reached.
        type Message (number: string, bureau: string, case: ?string, to: string, topic: string, urgency: string, zh: string, en: string, at: string, status: string, statusZh: string, statusEn: string, channel: ?string, channelZh: ?string, channelEn: ?string, tries: int, next: ?string, readers: []string)

        # Something that happened on the way.
        type Entry (at: string, channel: ?string, what: string, detail: ?string)

        # What is in the caller's inbox and in those of his roles, in the order of the numbers; only what nobody has opened unless `all`. At most `limit` (1 to 1000; 100 unless given) after a number.
        method Inbox(all: ?bool, after: ?string, limit: ?int) -> (messages: []Message, next: ?string)

        # The messages of a case, or all of the bureaus the caller may see, in the order of the numbers.
        method List(case: ?string, after: ?string, limit: ?int) -> (messages: []Message, next: ?string)

        # A message and its way. `short` is what gateways get; `replaced` why that is another text: `WORD`, `AMOUNT`, `IDENTIFIER`, `LONG_NUMBER`, `TOO_LONG`.
        method Get(number: string) -> (message: Message, shortZh: string, shortEn: string, replaced: ?string, history: []Entry)

        # Opens a message in the inbox; with `confirms` also confirms it. For whom it is for.
        method Read(number: string, confirms: ?bool) -> (message: Message)

        # What people of a bureau have to call or print for now.
        method ByHand(bureau: string, after: ?string, limit: ?int) -> (messages: []Message, next: ?string)

        # The number to call for a message that is `BY_HAND`. For those who call; noted in the journal.
        method Number(number: string) -> (mobile: ?string)

        # Says what came of a call or of paper: `REACHED`, `NO_ANSWER` (a call is tried again on another day) or `IMPOSSIBLE`. `note` has at most 500 characters.
        method Handle(number: string, result: string, note: ?string) -> (message: Message)

        # What a gateway has to carry: `key` is the same however often it is tried, so that nobody gets it twice; `to` a mobile number or a messenger id.
        type Outgoing (key: string, channel: string, to: string, zh: string, en: string, topic: string, case: ?string, urgency: string)

        # Takes what is to go by `SMS` or `WECHAT` now, at most `limit` (1 to 100; 10 unless given). What is not reported within two minutes is given again; `message.ready` in the journal tells that there is something. For operators and the role `gateway`.
        method Take(channel: string, limit: ?int) -> (messages: []Outgoing)

        # Says what became of it: `SENT` (with a `level` when more is known), `FAILED_FOR_NOW` (tried again after 1, 5 and 30 minutes) or `FAILED` (the next channel is tried). For operators and the role `gateway`.
        method Report(key: string, outcome: string, level: ?string, reason: ?string) -> (message: Message)

        # A receipt of a gateway for the key it was given: `DELIVERED`, `READ` or `CONFIRMED`. For operators and the role `gateway`.
        method Receipt(key: string, level: string) -> (message: Message)

        # Takes a message back that has not reached anybody. For whoever answers for the bureau.
        method Cancel(number: string, reason: string) -> (message: Message)

        # Where a person of the directory can be reached, masked.
        method Contact(person: string) -> (mobile: ?string, wechat: ?string)

        # Says where a person can be reached; what is not given is removed. For operators, and for the person himself.
        method SetContact(person: string, mobile: ?string, wechat: ?string) -> ()

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: [
                "Inbox", "List", "Get", "Read", "ByHand", "Number", "Handle", "Take", "Report", "Receipt", "Cancel",
                "Contact", "SetContact",
            ]
        )
    }

    /// A message. `to` is `subject` or `contact` of the case, a person, or a role. `status` is `QUIET` (waits for the end of the quiet hours), `SENDING`, `BY_HAND`, `WAITING` (a channel has it), `REACHED`, `UNREACHED` or `CANCELLED`; `channel` the one it is at, or that reached.
    public struct Message: Sendable, Hashable, JSONReadable, JSONWritable {
        public var number: String
        public var bureau: String
        public var `case`: String?
        public var to: String
        public var topic: String
        public var urgency: String
        public var zh: String
        public var en: String
        public var at: String
        public var status: String
        public var statusZh: String
        public var statusEn: String
        public var channel: String?
        public var channelZh: String?
        public var channelEn: String?
        public var tries: Int
        public var next: String?
        public var readers: [String]

        public init(
            number: String,
            bureau: String,
            `case`: String? = nil,
            to: String,
            topic: String,
            urgency: String,
            zh: String,
            en: String,
            at: String,
            status: String,
            statusZh: String,
            statusEn: String,
            channel: String? = nil,
            channelZh: String? = nil,
            channelEn: String? = nil,
            tries: Int,
            next: String? = nil,
            readers: [String]
        ) {
            self.number = number
            self.bureau = bureau
            self.`case` = `case`
            self.to = to
            self.topic = topic
            self.urgency = urgency
            self.zh = zh
            self.en = en
            self.at = at
            self.status = status
            self.statusZh = statusZh
            self.statusEn = statusEn
            self.channel = channel
            self.channelZh = channelZh
            self.channelEn = channelEn
            self.tries = tries
            self.next = next
            self.readers = readers
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var number: String?
            var bureau: String?
            var `case`: String?
            var to: String?
            var topic: String?
            var urgency: String?
            var zh: String?
            var en: String?
            var at: String?
            var status: String?
            var statusZh: String?
            var statusEn: String?
            var channel: String?
            var channelZh: String?
            var channelEn: String?
            var tries: Int?
            var next: String?
            var readers: [String]?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("number") {
                    try reader.readMember(into: &number)
                } else if reader.isMember("bureau") {
                    try reader.readMember(into: &bureau)
                } else if reader.isMember("case") {
                    try reader.readNullableMember(into: &`case`)
                } else if reader.isMember("to") {
                    try reader.readMember(into: &to)
                } else if reader.isMember("topic") {
                    try reader.readMember(into: &topic)
                } else if reader.isMember("urgency") {
                    try reader.readMember(into: &urgency)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("at") {
                    try reader.readMember(into: &at)
                } else if reader.isMember("status") {
                    try reader.readMember(into: &status)
                } else if reader.isMember("statusZh") {
                    try reader.readMember(into: &statusZh)
                } else if reader.isMember("statusEn") {
                    try reader.readMember(into: &statusEn)
                } else if reader.isMember("channel") {
                    try reader.readNullableMember(into: &channel)
                } else if reader.isMember("channelZh") {
                    try reader.readNullableMember(into: &channelZh)
                } else if reader.isMember("channelEn") {
                    try reader.readNullableMember(into: &channelEn)
                } else if reader.isMember("tries") {
                    try reader.readMember(into: &tries)
                } else if reader.isMember("next") {
                    try reader.readNullableMember(into: &next)
                } else if reader.isMember("readers") {
                    try reader.readMember(into: &readers)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.number = try reader.required(number, "number")
            self.bureau = try reader.required(bureau, "bureau")
            self.`case` = `case`
            self.to = try reader.required(to, "to")
            self.topic = try reader.required(topic, "topic")
            self.urgency = try reader.required(urgency, "urgency")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.at = try reader.required(at, "at")
            self.status = try reader.required(status, "status")
            self.statusZh = try reader.required(statusZh, "statusZh")
            self.statusEn = try reader.required(statusEn, "statusEn")
            self.channel = channel
            self.channelZh = channelZh
            self.channelEn = channelEn
            self.tries = try reader.required(tries, "tries")
            self.next = next
            self.readers = try reader.required(readers, "readers")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("number", self.number)
            writer.member("bureau", self.bureau)
            writer.member("case", ifPresent: self.`case`)
            writer.member("to", self.to)
            writer.member("topic", self.topic)
            writer.member("urgency", self.urgency)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("at", self.at)
            writer.member("status", self.status)
            writer.member("statusZh", self.statusZh)
            writer.member("statusEn", self.statusEn)
            writer.member("channel", ifPresent: self.channel)
            writer.member("channelZh", ifPresent: self.channelZh)
            writer.member("channelEn", ifPresent: self.channelEn)
            writer.member("tries", self.tries)
            writer.member("next", ifPresent: self.next)
            writer.member("readers", self.readers)
            writer.endObject()
        }
    }

    /// Something that happened on the way.
    public struct Entry: Sendable, Hashable, JSONReadable, JSONWritable {
        public var at: String
        public var channel: String?
        public var what: String
        public var detail: String?

        public init(at: String, channel: String? = nil, what: String, detail: String? = nil) {
            self.at = at
            self.channel = channel
            self.what = what
            self.detail = detail
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var at: String?
            var channel: String?
            var what: String?
            var detail: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("at") {
                    try reader.readMember(into: &at)
                } else if reader.isMember("channel") {
                    try reader.readNullableMember(into: &channel)
                } else if reader.isMember("what") {
                    try reader.readMember(into: &what)
                } else if reader.isMember("detail") {
                    try reader.readNullableMember(into: &detail)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.at = try reader.required(at, "at")
            self.channel = channel
            self.what = try reader.required(what, "what")
            self.detail = detail
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("at", self.at)
            writer.member("channel", ifPresent: self.channel)
            writer.member("what", self.what)
            writer.member("detail", ifPresent: self.detail)
            writer.endObject()
        }
    }

    /// What is in the caller's inbox and in those of his roles, in the order of the numbers; only what nobody has opened unless `all`. At most `limit` (1 to 1000; 100 unless given) after a number.
    public enum Inbox: VarlinkMethod {
        public static let name = "org.tongban.Messages.Inbox"

        /// The input parameters of ``Inbox``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var all: Bool?
            public var after: String?
            public var limit: Int?

            public init(all: Bool? = nil, after: String? = nil, limit: Int? = nil) {
                self.all = all
                self.after = after
                self.limit = limit
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var all: Bool?
                var after: String?
                var limit: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("all") {
                        try reader.readNullableMember(into: &all)
                    } else if reader.isMember("after") {
                        try reader.readNullableMember(into: &after)
                    } else if reader.isMember("limit") {
                        try reader.readNullableMember(into: &limit)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.all = all
                self.after = after
                self.limit = limit
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("all", ifPresent: self.all)
                writer.member("after", ifPresent: self.after)
                writer.member("limit", ifPresent: self.limit)
                writer.endObject()
            }
        }

        /// The output parameters of ``Inbox``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var messages: [Message]
            public var next: String?

            public init(messages: [Message], next: String? = nil) {
                self.messages = messages
                self.next = next
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var messages: [Message]?
                var next: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("messages") {
                        try reader.readMember(into: &messages)
                    } else if reader.isMember("next") {
                        try reader.readNullableMember(into: &next)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.messages = try reader.required(messages, "messages")
                self.next = next
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("messages", self.messages)
                writer.member("next", ifPresent: self.next)
                writer.endObject()
            }
        }
    }

    /// The messages of a case, or all of the bureaus the caller may see, in the order of the numbers.
    public enum List: VarlinkMethod {
        public static let name = "org.tongban.Messages.List"

        /// The input parameters of ``List``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var `case`: String?
            public var after: String?
            public var limit: Int?

            public init(`case`: String? = nil, after: String? = nil, limit: Int? = nil) {
                self.`case` = `case`
                self.after = after
                self.limit = limit
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var `case`: String?
                var after: String?
                var limit: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("case") {
                        try reader.readNullableMember(into: &`case`)
                    } else if reader.isMember("after") {
                        try reader.readNullableMember(into: &after)
                    } else if reader.isMember("limit") {
                        try reader.readNullableMember(into: &limit)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.`case` = `case`
                self.after = after
                self.limit = limit
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("case", ifPresent: self.`case`)
                writer.member("after", ifPresent: self.after)
                writer.member("limit", ifPresent: self.limit)
                writer.endObject()
            }
        }

        /// The output parameters of ``List``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var messages: [Message]
            public var next: String?

            public init(messages: [Message], next: String? = nil) {
                self.messages = messages
                self.next = next
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var messages: [Message]?
                var next: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("messages") {
                        try reader.readMember(into: &messages)
                    } else if reader.isMember("next") {
                        try reader.readNullableMember(into: &next)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.messages = try reader.required(messages, "messages")
                self.next = next
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("messages", self.messages)
                writer.member("next", ifPresent: self.next)
                writer.endObject()
            }
        }
    }

    /// A message and its way. `short` is what gateways get; `replaced` why that is another text: `WORD`, `AMOUNT`, `IDENTIFIER`, `LONG_NUMBER`, `TOO_LONG`.
    public enum Get: VarlinkMethod {
        public static let name = "org.tongban.Messages.Get"

        /// The input parameters of ``Get``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String

            public init(number: String) {
                self.number = number
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.endObject()
            }
        }

        /// The output parameters of ``Get``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var message: Message
            public var shortZh: String
            public var shortEn: String
            public var replaced: String?
            public var history: [Entry]

            public init(message: Message, shortZh: String, shortEn: String, replaced: String? = nil, history: [Entry]) {
                self.message = message
                self.shortZh = shortZh
                self.shortEn = shortEn
                self.replaced = replaced
                self.history = history
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var message: Message?
                var shortZh: String?
                var shortEn: String?
                var replaced: String?
                var history: [Entry]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("message") {
                        try reader.readMember(into: &message)
                    } else if reader.isMember("shortZh") {
                        try reader.readMember(into: &shortZh)
                    } else if reader.isMember("shortEn") {
                        try reader.readMember(into: &shortEn)
                    } else if reader.isMember("replaced") {
                        try reader.readNullableMember(into: &replaced)
                    } else if reader.isMember("history") {
                        try reader.readMember(into: &history)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.message = try reader.required(message, "message")
                self.shortZh = try reader.required(shortZh, "shortZh")
                self.shortEn = try reader.required(shortEn, "shortEn")
                self.replaced = replaced
                self.history = try reader.required(history, "history")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("message", self.message)
                writer.member("shortZh", self.shortZh)
                writer.member("shortEn", self.shortEn)
                writer.member("replaced", ifPresent: self.replaced)
                writer.member("history", self.history)
                writer.endObject()
            }
        }
    }

    /// Opens a message in the inbox; with `confirms` also confirms it. For whom it is for.
    public enum Read: VarlinkMethod {
        public static let name = "org.tongban.Messages.Read"

        /// The input parameters of ``Read``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var confirms: Bool?

            public init(number: String, confirms: Bool? = nil) {
                self.number = number
                self.confirms = confirms
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var confirms: Bool?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("confirms") {
                        try reader.readNullableMember(into: &confirms)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.confirms = confirms
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("confirms", ifPresent: self.confirms)
                writer.endObject()
            }
        }

        /// The output parameters of ``Read``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var message: Message

            public init(message: Message) {
                self.message = message
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var message: Message?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("message") {
                        try reader.readMember(into: &message)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.message = try reader.required(message, "message")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("message", self.message)
                writer.endObject()
            }
        }
    }

    /// What people of a bureau have to call or print for now.
    public enum ByHand: VarlinkMethod {
        public static let name = "org.tongban.Messages.ByHand"

        /// The input parameters of ``ByHand``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var after: String?
            public var limit: Int?

            public init(bureau: String, after: String? = nil, limit: Int? = nil) {
                self.bureau = bureau
                self.after = after
                self.limit = limit
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var after: String?
                var limit: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("after") {
                        try reader.readNullableMember(into: &after)
                    } else if reader.isMember("limit") {
                        try reader.readNullableMember(into: &limit)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.after = after
                self.limit = limit
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("after", ifPresent: self.after)
                writer.member("limit", ifPresent: self.limit)
                writer.endObject()
            }
        }

        /// The output parameters of ``ByHand``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var messages: [Message]
            public var next: String?

            public init(messages: [Message], next: String? = nil) {
                self.messages = messages
                self.next = next
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var messages: [Message]?
                var next: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("messages") {
                        try reader.readMember(into: &messages)
                    } else if reader.isMember("next") {
                        try reader.readNullableMember(into: &next)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.messages = try reader.required(messages, "messages")
                self.next = next
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("messages", self.messages)
                writer.member("next", ifPresent: self.next)
                writer.endObject()
            }
        }
    }

    /// The number to call for a message that is `BY_HAND`. For those who call; noted in the journal.
    public enum Number: VarlinkMethod {
        public static let name = "org.tongban.Messages.Number"

        /// The input parameters of ``Number``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String

            public init(number: String) {
                self.number = number
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.endObject()
            }
        }

        /// The output parameters of ``Number``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var mobile: String?

            public init(mobile: String? = nil) {
                self.mobile = mobile
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var mobile: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("mobile") {
                        try reader.readNullableMember(into: &mobile)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.mobile = mobile
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("mobile", ifPresent: self.mobile)
                writer.endObject()
            }
        }
    }

    /// Says what came of a call or of paper: `REACHED`, `NO_ANSWER` (a call is tried again on another day) or `IMPOSSIBLE`. `note` has at most 500 characters.
    public enum Handle: VarlinkMethod {
        public static let name = "org.tongban.Messages.Handle"

        /// The input parameters of ``Handle``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var result: String
            public var note: String?

            public init(number: String, result: String, note: String? = nil) {
                self.number = number
                self.result = result
                self.note = note
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var result: String?
                var note: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("result") {
                        try reader.readMember(into: &result)
                    } else if reader.isMember("note") {
                        try reader.readNullableMember(into: &note)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.result = try reader.required(result, "result")
                self.note = note
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("result", self.result)
                writer.member("note", ifPresent: self.note)
                writer.endObject()
            }
        }

        /// The output parameters of ``Handle``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var message: Message

            public init(message: Message) {
                self.message = message
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var message: Message?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("message") {
                        try reader.readMember(into: &message)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.message = try reader.required(message, "message")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("message", self.message)
                writer.endObject()
            }
        }
    }

    /// What a gateway has to carry: `key` is the same however often it is tried, so that nobody gets it twice; `to` a mobile number or a messenger id.
    public struct Outgoing: Sendable, Hashable, JSONReadable, JSONWritable {
        public var key: String
        public var channel: String
        public var to: String
        public var zh: String
        public var en: String
        public var topic: String
        public var `case`: String?
        public var urgency: String

        public init(
            key: String,
            channel: String,
            to: String,
            zh: String,
            en: String,
            topic: String,
            `case`: String? = nil,
            urgency: String
        ) {
            self.key = key
            self.channel = channel
            self.to = to
            self.zh = zh
            self.en = en
            self.topic = topic
            self.`case` = `case`
            self.urgency = urgency
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var key: String?
            var channel: String?
            var to: String?
            var zh: String?
            var en: String?
            var topic: String?
            var `case`: String?
            var urgency: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("key") {
                    try reader.readMember(into: &key)
                } else if reader.isMember("channel") {
                    try reader.readMember(into: &channel)
                } else if reader.isMember("to") {
                    try reader.readMember(into: &to)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("topic") {
                    try reader.readMember(into: &topic)
                } else if reader.isMember("case") {
                    try reader.readNullableMember(into: &`case`)
                } else if reader.isMember("urgency") {
                    try reader.readMember(into: &urgency)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.key = try reader.required(key, "key")
            self.channel = try reader.required(channel, "channel")
            self.to = try reader.required(to, "to")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.topic = try reader.required(topic, "topic")
            self.`case` = `case`
            self.urgency = try reader.required(urgency, "urgency")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("key", self.key)
            writer.member("channel", self.channel)
            writer.member("to", self.to)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("topic", self.topic)
            writer.member("case", ifPresent: self.`case`)
            writer.member("urgency", self.urgency)
            writer.endObject()
        }
    }

    /// Takes what is to go by `SMS` or `WECHAT` now, at most `limit` (1 to 100; 10 unless given). What is not reported within two minutes is given again; `message.ready` in the journal tells that there is something. For operators and the role `gateway`.
    public enum Take: VarlinkMethod {
        public static let name = "org.tongban.Messages.Take"

        /// The input parameters of ``Take``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var channel: String
            public var limit: Int?

            public init(channel: String, limit: Int? = nil) {
                self.channel = channel
                self.limit = limit
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var channel: String?
                var limit: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("channel") {
                        try reader.readMember(into: &channel)
                    } else if reader.isMember("limit") {
                        try reader.readNullableMember(into: &limit)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.channel = try reader.required(channel, "channel")
                self.limit = limit
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("channel", self.channel)
                writer.member("limit", ifPresent: self.limit)
                writer.endObject()
            }
        }

        /// The output parameters of ``Take``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var messages: [Outgoing]

            public init(messages: [Outgoing]) {
                self.messages = messages
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var messages: [Outgoing]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("messages") {
                        try reader.readMember(into: &messages)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.messages = try reader.required(messages, "messages")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("messages", self.messages)
                writer.endObject()
            }
        }
    }

    /// Says what became of it: `SENT` (with a `level` when more is known), `FAILED_FOR_NOW` (tried again after 1, 5 and 30 minutes) or `FAILED` (the next channel is tried). For operators and the role `gateway`.
    public enum Report: VarlinkMethod {
        public static let name = "org.tongban.Messages.Report"

        /// The input parameters of ``Report``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var key: String
            public var outcome: String
            public var level: String?
            public var reason: String?

            public init(key: String, outcome: String, level: String? = nil, reason: String? = nil) {
                self.key = key
                self.outcome = outcome
                self.level = level
                self.reason = reason
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var key: String?
                var outcome: String?
                var level: String?
                var reason: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("key") {
                        try reader.readMember(into: &key)
                    } else if reader.isMember("outcome") {
                        try reader.readMember(into: &outcome)
                    } else if reader.isMember("level") {
                        try reader.readNullableMember(into: &level)
                    } else if reader.isMember("reason") {
                        try reader.readNullableMember(into: &reason)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.key = try reader.required(key, "key")
                self.outcome = try reader.required(outcome, "outcome")
                self.level = level
                self.reason = reason
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("key", self.key)
                writer.member("outcome", self.outcome)
                writer.member("level", ifPresent: self.level)
                writer.member("reason", ifPresent: self.reason)
                writer.endObject()
            }
        }

        /// The output parameters of ``Report``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var message: Message

            public init(message: Message) {
                self.message = message
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var message: Message?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("message") {
                        try reader.readMember(into: &message)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.message = try reader.required(message, "message")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("message", self.message)
                writer.endObject()
            }
        }
    }

    /// A receipt of a gateway for the key it was given: `DELIVERED`, `READ` or `CONFIRMED`. For operators and the role `gateway`.
    public enum Receipt: VarlinkMethod {
        public static let name = "org.tongban.Messages.Receipt"

        /// The input parameters of ``Receipt``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var key: String
            public var level: String

            public init(key: String, level: String) {
                self.key = key
                self.level = level
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var key: String?
                var level: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("key") {
                        try reader.readMember(into: &key)
                    } else if reader.isMember("level") {
                        try reader.readMember(into: &level)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.key = try reader.required(key, "key")
                self.level = try reader.required(level, "level")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("key", self.key)
                writer.member("level", self.level)
                writer.endObject()
            }
        }

        /// The output parameters of ``Receipt``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var message: Message

            public init(message: Message) {
                self.message = message
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var message: Message?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("message") {
                        try reader.readMember(into: &message)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.message = try reader.required(message, "message")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("message", self.message)
                writer.endObject()
            }
        }
    }

    /// Takes a message back that has not reached anybody. For whoever answers for the bureau.
    public enum Cancel: VarlinkMethod {
        public static let name = "org.tongban.Messages.Cancel"

        /// The input parameters of ``Cancel``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var reason: String

            public init(number: String, reason: String) {
                self.number = number
                self.reason = reason
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var reason: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("reason") {
                        try reader.readMember(into: &reason)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.reason = try reader.required(reason, "reason")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("reason", self.reason)
                writer.endObject()
            }
        }

        /// The output parameters of ``Cancel``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var message: Message

            public init(message: Message) {
                self.message = message
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var message: Message?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("message") {
                        try reader.readMember(into: &message)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.message = try reader.required(message, "message")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("message", self.message)
                writer.endObject()
            }
        }
    }

    /// Where a person of the directory can be reached, masked.
    public enum Contact: VarlinkMethod {
        public static let name = "org.tongban.Messages.Contact"

        /// The input parameters of ``Contact``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var person: String

            public init(person: String) {
                self.person = person
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var person: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("person") {
                        try reader.readMember(into: &person)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.person = try reader.required(person, "person")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("person", self.person)
                writer.endObject()
            }
        }

        /// The output parameters of ``Contact``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var mobile: String?
            public var wechat: String?

            public init(mobile: String? = nil, wechat: String? = nil) {
                self.mobile = mobile
                self.wechat = wechat
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var mobile: String?
                var wechat: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("mobile") {
                        try reader.readNullableMember(into: &mobile)
                    } else if reader.isMember("wechat") {
                        try reader.readNullableMember(into: &wechat)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.mobile = mobile
                self.wechat = wechat
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("mobile", ifPresent: self.mobile)
                writer.member("wechat", ifPresent: self.wechat)
                writer.endObject()
            }
        }
    }

    /// Says where a person can be reached; what is not given is removed. For operators, and for the person himself.
    public enum SetContact: VarlinkMethod {
        public static let name = "org.tongban.Messages.SetContact"

        /// The input parameters of ``SetContact``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var person: String
            public var mobile: String?
            public var wechat: String?

            public init(person: String, mobile: String? = nil, wechat: String? = nil) {
                self.person = person
                self.mobile = mobile
                self.wechat = wechat
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var person: String?
                var mobile: String?
                var wechat: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("person") {
                        try reader.readMember(into: &person)
                    } else if reader.isMember("mobile") {
                        try reader.readNullableMember(into: &mobile)
                    } else if reader.isMember("wechat") {
                        try reader.readNullableMember(into: &wechat)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.person = try reader.required(person, "person")
                self.mobile = mobile
                self.wechat = wechat
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("person", self.person)
                writer.member("mobile", ifPresent: self.mobile)
                writer.member("wechat", ifPresent: self.wechat)
                writer.endObject()
            }
        }

        /// The output parameters of ``SetContact``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public init() {}

            public init(from reader: inout JSONReader) throws(JSONError) {
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
    }
}
