// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.PublicNotices.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// What bureaus make public of their cases (公示): from when until when, and who objected. Flows post notices; everybody may read them and object until the end of their last day. Personal values in them are masked, sensitive ones never stand there. The case is told of every objection, and of the end.
public enum PublicNoticesInterface {
    /// The name of the interface.
    public static let name = "org.tongban.PublicNotices"

    /// The text of the definition.
    public static let description = #"""
        # What bureaus make public of their cases (公示): from when until when, and who objected. Flows post notices; everybody may read them and object until the end of their last day. Personal values in them are masked, sensitive ones never stand there. The case is told of every objection, and of the end.
        interface org.tongban.PublicNotices

        # A line of a notice: the name of a field and its value.
        type Line (zh: string, en: string, valueZh: string, valueEn: string)

        # A notice. `start` and `end` are its first and last day; objections are taken until 24:00 of the last. `status` is `CURRENT`, `ENDED` or `WITHDRAWN`. `objections` is how many there are.
        type Notice (number: string, bureau: string, case: string, kind: string, zh: string, en: string, lines: []Line, start: string, end: string, status: string, statusZh: string, statusEn: string, objections: int)

        # An objection. `who` is whoever objects, as he calls himself; `by` who entered it.
        type Objection (number: int, who: string, text: string, by: string, at: string)

        # Those that are current, the first to end first; with `over` those that are over, in the order they were posted. At most `limit` (1 to 1000; 100 unless given) after a number. For everybody.
        method List(over: ?bool, after: ?string, limit: ?int) -> (notices: []Notice, next: ?string)

        # The notices of a case, in the order they were posted. For those who may see the bureau's cases.
        method OfCase(case: string) -> (notices: []Notice)

        # A notice. The objections, and why it was withdrawn, are for those who may see the bureau's cases; for others there are none.
        method Get(number: string) -> (notice: Notice, objections: []Objection, reason: ?string)

        # Objects to a notice that is current (`NOTICE_OVER` after its last day). `who` has at most 50 characters, `text` 2,000; one notice takes 200 objections.
        method Object(number: string, who: string, text: string) -> (objection: int)

        # Takes a notice back. For whoever answers for the bureau.
        method Withdraw(number: string, reason: string) -> (notice: Notice)

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: ["List", "OfCase", "Get", "Object", "Withdraw"]
        )
    }

    /// A line of a notice: the name of a field and its value.
    public struct Line: Sendable, Hashable, JSONReadable, JSONWritable {
        public var zh: String
        public var en: String
        public var valueZh: String
        public var valueEn: String

        public init(zh: String, en: String, valueZh: String, valueEn: String) {
            self.zh = zh
            self.en = en
            self.valueZh = valueZh
            self.valueEn = valueEn
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var zh: String?
            var en: String?
            var valueZh: String?
            var valueEn: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("valueZh") {
                    try reader.readMember(into: &valueZh)
                } else if reader.isMember("valueEn") {
                    try reader.readMember(into: &valueEn)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.valueZh = try reader.required(valueZh, "valueZh")
            self.valueEn = try reader.required(valueEn, "valueEn")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("valueZh", self.valueZh)
            writer.member("valueEn", self.valueEn)
            writer.endObject()
        }
    }

    /// A notice. `start` and `end` are its first and last day; objections are taken until 24:00 of the last. `status` is `CURRENT`, `ENDED` or `WITHDRAWN`. `objections` is how many there are.
    public struct Notice: Sendable, Hashable, JSONReadable, JSONWritable {
        public var number: String
        public var bureau: String
        public var `case`: String
        public var kind: String
        public var zh: String
        public var en: String
        public var lines: [Line]
        public var start: String
        public var end: String
        public var status: String
        public var statusZh: String
        public var statusEn: String
        public var objections: Int

        public init(
            number: String,
            bureau: String,
            `case`: String,
            kind: String,
            zh: String,
            en: String,
            lines: [Line],
            start: String,
            end: String,
            status: String,
            statusZh: String,
            statusEn: String,
            objections: Int
        ) {
            self.number = number
            self.bureau = bureau
            self.`case` = `case`
            self.kind = kind
            self.zh = zh
            self.en = en
            self.lines = lines
            self.start = start
            self.end = end
            self.status = status
            self.statusZh = statusZh
            self.statusEn = statusEn
            self.objections = objections
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var number: String?
            var bureau: String?
            var `case`: String?
            var kind: String?
            var zh: String?
            var en: String?
            var lines: [Line]?
            var start: String?
            var end: String?
            var status: String?
            var statusZh: String?
            var statusEn: String?
            var objections: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("number") {
                    try reader.readMember(into: &number)
                } else if reader.isMember("bureau") {
                    try reader.readMember(into: &bureau)
                } else if reader.isMember("case") {
                    try reader.readMember(into: &`case`)
                } else if reader.isMember("kind") {
                    try reader.readMember(into: &kind)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("lines") {
                    try reader.readMember(into: &lines)
                } else if reader.isMember("start") {
                    try reader.readMember(into: &start)
                } else if reader.isMember("end") {
                    try reader.readMember(into: &end)
                } else if reader.isMember("status") {
                    try reader.readMember(into: &status)
                } else if reader.isMember("statusZh") {
                    try reader.readMember(into: &statusZh)
                } else if reader.isMember("statusEn") {
                    try reader.readMember(into: &statusEn)
                } else if reader.isMember("objections") {
                    try reader.readMember(into: &objections)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.number = try reader.required(number, "number")
            self.bureau = try reader.required(bureau, "bureau")
            self.`case` = try reader.required(`case`, "case")
            self.kind = try reader.required(kind, "kind")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.lines = try reader.required(lines, "lines")
            self.start = try reader.required(start, "start")
            self.end = try reader.required(end, "end")
            self.status = try reader.required(status, "status")
            self.statusZh = try reader.required(statusZh, "statusZh")
            self.statusEn = try reader.required(statusEn, "statusEn")
            self.objections = try reader.required(objections, "objections")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("number", self.number)
            writer.member("bureau", self.bureau)
            writer.member("case", self.`case`)
            writer.member("kind", self.kind)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("lines", self.lines)
            writer.member("start", self.start)
            writer.member("end", self.end)
            writer.member("status", self.status)
            writer.member("statusZh", self.statusZh)
            writer.member("statusEn", self.statusEn)
            writer.member("objections", self.objections)
            writer.endObject()
        }
    }

    /// An objection. `who` is whoever objects, as he calls himself; `by` who entered it.
    public struct Objection: Sendable, Hashable, JSONReadable, JSONWritable {
        public var number: Int
        public var who: String
        public var text: String
        public var by: String
        public var at: String

        public init(number: Int, who: String, text: String, by: String, at: String) {
            self.number = number
            self.who = who
            self.text = text
            self.by = by
            self.at = at
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var number: Int?
            var who: String?
            var text: String?
            var by: String?
            var at: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("number") {
                    try reader.readMember(into: &number)
                } else if reader.isMember("who") {
                    try reader.readMember(into: &who)
                } else if reader.isMember("text") {
                    try reader.readMember(into: &text)
                } else if reader.isMember("by") {
                    try reader.readMember(into: &by)
                } else if reader.isMember("at") {
                    try reader.readMember(into: &at)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.number = try reader.required(number, "number")
            self.who = try reader.required(who, "who")
            self.text = try reader.required(text, "text")
            self.by = try reader.required(by, "by")
            self.at = try reader.required(at, "at")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("number", self.number)
            writer.member("who", self.who)
            writer.member("text", self.text)
            writer.member("by", self.by)
            writer.member("at", self.at)
            writer.endObject()
        }
    }

    /// Those that are current, the first to end first; with `over` those that are over, in the order they were posted. At most `limit` (1 to 1000; 100 unless given) after a number. For everybody.
    public enum List: VarlinkMethod {
        public static let name = "org.tongban.PublicNotices.List"

        /// The input parameters of ``List``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var over: Bool?
            public var after: String?
            public var limit: Int?

            public init(over: Bool? = nil, after: String? = nil, limit: Int? = nil) {
                self.over = over
                self.after = after
                self.limit = limit
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var over: Bool?
                var after: String?
                var limit: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("over") {
                        try reader.readNullableMember(into: &over)
                    } else if reader.isMember("after") {
                        try reader.readNullableMember(into: &after)
                    } else if reader.isMember("limit") {
                        try reader.readNullableMember(into: &limit)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.over = over
                self.after = after
                self.limit = limit
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("over", ifPresent: self.over)
                writer.member("after", ifPresent: self.after)
                writer.member("limit", ifPresent: self.limit)
                writer.endObject()
            }
        }

        /// The output parameters of ``List``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var notices: [Notice]
            public var next: String?

            public init(notices: [Notice], next: String? = nil) {
                self.notices = notices
                self.next = next
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var notices: [Notice]?
                var next: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("notices") {
                        try reader.readMember(into: &notices)
                    } else if reader.isMember("next") {
                        try reader.readNullableMember(into: &next)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.notices = try reader.required(notices, "notices")
                self.next = next
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("notices", self.notices)
                writer.member("next", ifPresent: self.next)
                writer.endObject()
            }
        }
    }

    /// The notices of a case, in the order they were posted. For those who may see the bureau's cases.
    public enum OfCase: VarlinkMethod {
        public static let name = "org.tongban.PublicNotices.OfCase"

        /// The input parameters of ``OfCase``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var `case`: String

            public init(`case`: String) {
                self.`case` = `case`
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var `case`: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("case") {
                        try reader.readMember(into: &`case`)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.`case` = try reader.required(`case`, "case")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("case", self.`case`)
                writer.endObject()
            }
        }

        /// The output parameters of ``OfCase``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var notices: [Notice]

            public init(notices: [Notice]) {
                self.notices = notices
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var notices: [Notice]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("notices") {
                        try reader.readMember(into: &notices)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.notices = try reader.required(notices, "notices")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("notices", self.notices)
                writer.endObject()
            }
        }
    }

    /// A notice. The objections, and why it was withdrawn, are for those who may see the bureau's cases; for others there are none.
    public enum Get: VarlinkMethod {
        public static let name = "org.tongban.PublicNotices.Get"

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
            public var notice: Notice
            public var objections: [Objection]
            public var reason: String?

            public init(notice: Notice, objections: [Objection], reason: String? = nil) {
                self.notice = notice
                self.objections = objections
                self.reason = reason
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var notice: Notice?
                var objections: [Objection]?
                var reason: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("notice") {
                        try reader.readMember(into: &notice)
                    } else if reader.isMember("objections") {
                        try reader.readMember(into: &objections)
                    } else if reader.isMember("reason") {
                        try reader.readNullableMember(into: &reason)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.notice = try reader.required(notice, "notice")
                self.objections = try reader.required(objections, "objections")
                self.reason = reason
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("notice", self.notice)
                writer.member("objections", self.objections)
                writer.member("reason", ifPresent: self.reason)
                writer.endObject()
            }
        }
    }

    /// Objects to a notice that is current (`NOTICE_OVER` after its last day). `who` has at most 50 characters, `text` 2,000; one notice takes 200 objections.
    public enum Object: VarlinkMethod {
        public static let name = "org.tongban.PublicNotices.Object"

        /// The input parameters of ``Object``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var who: String
            public var text: String

            public init(number: String, who: String, text: String) {
                self.number = number
                self.who = who
                self.text = text
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var who: String?
                var text: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("who") {
                        try reader.readMember(into: &who)
                    } else if reader.isMember("text") {
                        try reader.readMember(into: &text)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.who = try reader.required(who, "who")
                self.text = try reader.required(text, "text")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("who", self.who)
                writer.member("text", self.text)
                writer.endObject()
            }
        }

        /// The output parameters of ``Object``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var objection: Int

            public init(objection: Int) {
                self.objection = objection
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var objection: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("objection") {
                        try reader.readMember(into: &objection)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.objection = try reader.required(objection, "objection")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("objection", self.objection)
                writer.endObject()
            }
        }
    }

    /// Takes a notice back. For whoever answers for the bureau.
    public enum Withdraw: VarlinkMethod {
        public static let name = "org.tongban.PublicNotices.Withdraw"

        /// The input parameters of ``Withdraw``.
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

        /// The output parameters of ``Withdraw``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var notice: Notice

            public init(notice: Notice) {
                self.notice = notice
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var notice: Notice?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("notice") {
                        try reader.readMember(into: &notice)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.notice = try reader.required(notice, "notice")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("notice", self.notice)
                writer.endObject()
            }
        }
    }
}
