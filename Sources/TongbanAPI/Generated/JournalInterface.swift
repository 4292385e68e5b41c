// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Journal.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// The journal: the append-only, hash-chained record of every change.
public enum JournalInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Journal"

    /// The text of the definition.
    public static let description = #"""
        # The journal: the append-only, hash-chained record of every change.
        interface org.tongban.Journal

        # `hash` and `previousHash` are SHA-256 in hexadecimal.
        type Entry (
          seq: int,
          at: string,
          kind: string,
          bureau: ?string,
          case: ?string,
          actor: ?string,
          uid: ?int,
          pid: ?int,
          data: object,
          previousHash: string,
          hash: string
        )

        # Reads the journal from its start and checks the chain. Progress with `more`; the last reply has the result.
        # `broken` is the number of the first entry that does not fit.
        # [Supports 'more' flag]
        method Verify() -> (checked: int, total: int, broken: ?int, fault: ?string)

        # Entries in order, in pages; with `more` all of them.
        # [Supports 'more' flag]
        method Export(after: ?int, limit: ?int) -> (entries: []Entry, next: ?int)

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: ["Verify", "Export"]
        )
    }

    /// `hash` and `previousHash` are SHA-256 in hexadecimal.
    public struct Entry: Sendable, Hashable, JSONReadable, JSONWritable {
        public var seq: Int
        public var at: String
        public var kind: String
        public var bureau: String?
        public var `case`: String?
        public var actor: String?
        public var uid: Int?
        public var pid: Int?
        public var data: RawJSON
        public var previousHash: String
        public var hash: String

        public init(
            seq: Int,
            at: String,
            kind: String,
            bureau: String? = nil,
            `case`: String? = nil,
            actor: String? = nil,
            uid: Int? = nil,
            pid: Int? = nil,
            data: RawJSON,
            previousHash: String,
            hash: String
        ) {
            self.seq = seq
            self.at = at
            self.kind = kind
            self.bureau = bureau
            self.`case` = `case`
            self.actor = actor
            self.uid = uid
            self.pid = pid
            self.data = data
            self.previousHash = previousHash
            self.hash = hash
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var seq: Int?
            var at: String?
            var kind: String?
            var bureau: String?
            var `case`: String?
            var actor: String?
            var uid: Int?
            var pid: Int?
            var data: RawJSON?
            var previousHash: String?
            var hash: String?
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
                } else if reader.isMember("uid") {
                    try reader.readNullableMember(into: &uid)
                } else if reader.isMember("pid") {
                    try reader.readNullableMember(into: &pid)
                } else if reader.isMember("data") {
                    try reader.readMember(into: &data)
                } else if reader.isMember("previousHash") {
                    try reader.readMember(into: &previousHash)
                } else if reader.isMember("hash") {
                    try reader.readMember(into: &hash)
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
            self.uid = uid
            self.pid = pid
            self.data = try reader.required(data, "data")
            self.previousHash = try reader.required(previousHash, "previousHash")
            self.hash = try reader.required(hash, "hash")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("seq", self.seq)
            writer.member("at", self.at)
            writer.member("kind", self.kind)
            writer.member("bureau", ifPresent: self.bureau)
            writer.member("case", ifPresent: self.`case`)
            writer.member("actor", ifPresent: self.actor)
            writer.member("uid", ifPresent: self.uid)
            writer.member("pid", ifPresent: self.pid)
            writer.member("data", self.data)
            writer.member("previousHash", self.previousHash)
            writer.member("hash", self.hash)
            writer.endObject()
        }
    }

    /// Reads the journal from its start and checks the chain. Progress with `more`; the last reply has the result.
    /// `broken` is the number of the first entry that does not fit.
    /// [Supports 'more' flag]
    public enum Verify: VarlinkMethod {
        public static let name = "org.tongban.Journal.Verify"

        /// The input parameters of ``Verify``.
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

        /// The output parameters of ``Verify``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var checked: Int
            public var total: Int
            public var broken: Int?
            public var fault: String?

            public init(checked: Int, total: Int, broken: Int? = nil, fault: String? = nil) {
                self.checked = checked
                self.total = total
                self.broken = broken
                self.fault = fault
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var checked: Int?
                var total: Int?
                var broken: Int?
                var fault: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("checked") {
                        try reader.readMember(into: &checked)
                    } else if reader.isMember("total") {
                        try reader.readMember(into: &total)
                    } else if reader.isMember("broken") {
                        try reader.readNullableMember(into: &broken)
                    } else if reader.isMember("fault") {
                        try reader.readNullableMember(into: &fault)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.checked = try reader.required(checked, "checked")
                self.total = try reader.required(total, "total")
                self.broken = broken
                self.fault = fault
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("checked", self.checked)
                writer.member("total", self.total)
                writer.member("broken", ifPresent: self.broken)
                writer.member("fault", ifPresent: self.fault)
                writer.endObject()
            }
        }
    }

    /// Entries in order, in pages; with `more` all of them.
    /// [Supports 'more' flag]
    public enum Export: VarlinkMethod {
        public static let name = "org.tongban.Journal.Export"

        /// The input parameters of ``Export``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var after: Int?
            public var limit: Int?

            public init(after: Int? = nil, limit: Int? = nil) {
                self.after = after
                self.limit = limit
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var after: Int?
                var limit: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("after") {
                        try reader.readNullableMember(into: &after)
                    } else if reader.isMember("limit") {
                        try reader.readNullableMember(into: &limit)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.after = after
                self.limit = limit
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("after", ifPresent: self.after)
                writer.member("limit", ifPresent: self.limit)
                writer.endObject()
            }
        }

        /// The output parameters of ``Export``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var entries: [Entry]
            public var next: Int?

            public init(entries: [Entry], next: Int? = nil) {
                self.entries = entries
                self.next = next
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var entries: [Entry]?
                var next: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("entries") {
                        try reader.readMember(into: &entries)
                    } else if reader.isMember("next") {
                        try reader.readNullableMember(into: &next)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.entries = try reader.required(entries, "entries")
                self.next = next
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("entries", self.entries)
                writer.member("next", ifPresent: self.next)
                writer.endObject()
            }
        }
    }
}
