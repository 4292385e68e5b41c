// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Notices.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// What happens, as told to whoever subscribes: a view of the journal, without gaps and in order.
public enum NoticesInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Notices"

    /// The text of the definition.
    public static let description = #"""
        # What happens, as told to whoever subscribes: a view of the journal, without gaps and in order.
        interface org.tongban.Notices

        # `seq` numbers the journal without gaps; a filtered stream shows the numbers it skips by `upTo`.
        type Notice (
          seq: int,
          at: string,
          kind: string,
          bureau: ?string,
          case: ?string,
          actor: ?string,
          data: object
        )

        # Streams notices. Without `after` the stream starts at the end of the journal; with it, at the next one.
        # `kind` is a kind or its first dotted parts. Each reply says up to which number nothing was left out;
        # the first comes at once.
        # [Requires 'more' flag]
        method Subscribe(after: ?int, bureau: ?string, case: ?string, kind: ?string) -> (notices: []Notice, upTo: int)

        # One page of past notices, at most `limit` (100 unless given, 1000 at most).
        method List(after: ?int, bureau: ?string, case: ?string, kind: ?string, limit: ?int) -> (notices: []Notice, upTo: int)

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: ["Subscribe", "List"]
        )
    }

    /// `seq` numbers the journal without gaps; a filtered stream shows the numbers it skips by `upTo`.
    public struct Notice: Sendable, Hashable, JSONReadable, JSONWritable {
        public var seq: Int
        public var at: String
        public var kind: String
        public var bureau: String?
        public var `case`: String?
        public var actor: String?
        public var data: RawJSON

        public init(
            seq: Int,
            at: String,
            kind: String,
            bureau: String? = nil,
            `case`: String? = nil,
            actor: String? = nil,
            data: RawJSON
        ) {
            self.seq = seq
            self.at = at
            self.kind = kind
            self.bureau = bureau
            self.`case` = `case`
            self.actor = actor
            self.data = data
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var seq: Int?
            var at: String?
            var kind: String?
            var bureau: String?
            var `case`: String?
            var actor: String?
            var data: RawJSON?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("seq") {
                    try reader.readMember(into: &seq)
                } else if reader.isMember("at") {
                    try reader.readMember(into: &at)
                } else if reader.isMember("kind") {
                    try reader.readMember(into: &kind)
                } else if reader.isMember("bureau") {
                    try reader.readNullableMember(into: &bureau)
                } else if reader.isMember("case") {
                    try reader.readNullableMember(into: &`case`)
                } else if reader.isMember("actor") {
                    try reader.readNullableMember(into: &actor)
                } else if reader.isMember("data") {
                    try reader.readMember(into: &data)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.seq = try reader.required(seq, "seq")
            self.at = try reader.required(at, "at")
            self.kind = try reader.required(kind, "kind")
            self.bureau = bureau
            self.`case` = `case`
            self.actor = actor
            self.data = try reader.required(data, "data")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("seq", self.seq)
            writer.member("at", self.at)
            writer.member("kind", self.kind)
            writer.member("bureau", ifPresent: self.bureau)
            writer.member("case", ifPresent: self.`case`)
            writer.member("actor", ifPresent: self.actor)
            writer.member("data", self.data)
            writer.endObject()
        }
    }

    /// Streams notices. Without `after` the stream starts at the end of the journal; with it, at the next one.
    /// `kind` is a kind or its first dotted parts. Each reply says up to which number nothing was left out;
    /// the first comes at once.
    /// [Requires 'more' flag]
    public enum Subscribe: VarlinkMethod {
        public static let name = "org.tongban.Notices.Subscribe"

        /// The input parameters of ``Subscribe``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var after: Int?
            public var bureau: String?
            public var `case`: String?
            public var kind: String?

            public init(after: Int? = nil, bureau: String? = nil, `case`: String? = nil, kind: String? = nil) {
                self.after = after
                self.bureau = bureau
                self.`case` = `case`
                self.kind = kind
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var after: Int?
                var bureau: String?
                var `case`: String?
                var kind: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("after") {
                        try reader.readNullableMember(into: &after)
                    } else if reader.isMember("bureau") {
                        try reader.readNullableMember(into: &bureau)
                    } else if reader.isMember("case") {
                        try reader.readNullableMember(into: &`case`)
                    } else if reader.isMember("kind") {
                        try reader.readNullableMember(into: &kind)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.after = after
                self.bureau = bureau
                self.`case` = `case`
                self.kind = kind
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("after", ifPresent: self.after)
                writer.member("bureau", ifPresent: self.bureau)
                writer.member("case", ifPresent: self.`case`)
                writer.member("kind", ifPresent: self.kind)
                writer.endObject()
            }
        }

        /// The output parameters of ``Subscribe``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var notices: [Notice]
            public var upTo: Int

            public init(notices: [Notice], upTo: Int) {
                self.notices = notices
                self.upTo = upTo
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var notices: [Notice]?
                var upTo: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("notices") {
                        try reader.readMember(into: &notices)
                    } else if reader.isMember("upTo") {
                        try reader.readMember(into: &upTo)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.notices = try reader.required(notices, "notices")
                self.upTo = try reader.required(upTo, "upTo")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("notices", self.notices)
                writer.member("upTo", self.upTo)
                writer.endObject()
            }
        }
    }

    /// One page of past notices, at most `limit` (100 unless given, 1000 at most).
    public enum List: VarlinkMethod {
        public static let name = "org.tongban.Notices.List"

        /// The input parameters of ``List``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var after: Int?
            public var bureau: String?
            public var `case`: String?
            public var kind: String?
            public var limit: Int?

            public init(
                after: Int? = nil,
                bureau: String? = nil,
                `case`: String? = nil,
                kind: String? = nil,
                limit: Int? = nil
            ) {
                self.after = after
                self.bureau = bureau
                self.`case` = `case`
                self.kind = kind
                self.limit = limit
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var after: Int?
                var bureau: String?
                var `case`: String?
                var kind: String?
                var limit: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("after") {
                        try reader.readNullableMember(into: &after)
                    } else if reader.isMember("bureau") {
                        try reader.readNullableMember(into: &bureau)
                    } else if reader.isMember("case") {
                        try reader.readNullableMember(into: &`case`)
                    } else if reader.isMember("kind") {
                        try reader.readNullableMember(into: &kind)
                    } else if reader.isMember("limit") {
                        try reader.readNullableMember(into: &limit)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.after = after
                self.bureau = bureau
                self.`case` = `case`
                self.kind = kind
                self.limit = limit
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("after", ifPresent: self.after)
                writer.member("bureau", ifPresent: self.bureau)
                writer.member("case", ifPresent: self.`case`)
                writer.member("kind", ifPresent: self.kind)
                writer.member("limit", ifPresent: self.limit)
                writer.endObject()
            }
        }

        /// The output parameters of ``List``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var notices: [Notice]
            public var upTo: Int

            public init(notices: [Notice], upTo: Int) {
                self.notices = notices
                self.upTo = upTo
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var notices: [Notice]?
                var upTo: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("notices") {
                        try reader.readMember(into: &notices)
                    } else if reader.isMember("upTo") {
                        try reader.readMember(into: &upTo)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.notices = try reader.required(notices, "notices")
                self.upTo = try reader.required(upTo, "upTo")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("notices", self.notices)
                writer.member("upTo", self.upTo)
                writer.endObject()
            }
        }
    }
}
