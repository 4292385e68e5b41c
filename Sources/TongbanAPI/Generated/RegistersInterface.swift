// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Registers.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// Registers: the bureaus' keyed records.
public enum RegistersInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Registers"

    /// The text of the definition.
    public static let description = #"""
        # Registers: the bureaus' keyed records.
        interface org.tongban.Registers

        type Record (
          key: string,
          revision: int,
          updated: string,
          data: object
        )

        type NewRecord (
          key: string,
          data: object
        )

        type Register (
          bureau: string,
          register: string,
          zh: string,
          en: string,
          records: int
        )

        method List(bureau: ?string) -> (registers: []Register)

        # Puts records, all or none; one whose content is there already is left as it is.
        method Put(bureau: string, register: string, records: []NewRecord) -> (added: int, changed: int, unchanged: int)

        method Get(bureau: string, register: string, key: string) -> (record: Record)

        method Query(bureau: string, register: string, after: ?string, limit: ?int) -> (records: []Record, next: ?string)

        error NoSuchRegister (bureau: string, register: string)

        error NoSuchRecord (key: string)

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: ["List", "Put", "Get", "Query"]
        )
    }

    public struct Record: Sendable, Hashable, JSONReadable, JSONWritable {
        public var key: String
        public var revision: Int
        public var updated: String
        public var data: RawJSON

        public init(key: String, revision: Int, updated: String, data: RawJSON) {
            self.key = key
            self.revision = revision
            self.updated = updated
            self.data = data
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var key: String?
            var revision: Int?
            var updated: String?
            var data: RawJSON?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("key") {
                    try reader.readMember(into: &key)
                } else if reader.isMember("revision") {
                    try reader.readMember(into: &revision)
                } else if reader.isMember("updated") {
                    try reader.readMember(into: &updated)
                } else if reader.isMember("data") {
                    try reader.readMember(into: &data)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.key = try reader.required(key, "key")
            self.revision = try reader.required(revision, "revision")
            self.updated = try reader.required(updated, "updated")
            self.data = try reader.required(data, "data")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("key", self.key)
            writer.member("revision", self.revision)
            writer.member("updated", self.updated)
            writer.member("data", self.data)
            writer.endObject()
        }
    }

    public struct NewRecord: Sendable, Hashable, JSONReadable, JSONWritable {
        public var key: String
        public var data: RawJSON

        public init(key: String, data: RawJSON) {
            self.key = key
            self.data = data
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var key: String?
            var data: RawJSON?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("key") {
                    try reader.readMember(into: &key)
                } else if reader.isMember("data") {
                    try reader.readMember(into: &data)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.key = try reader.required(key, "key")
            self.data = try reader.required(data, "data")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("key", self.key)
            writer.member("data", self.data)
            writer.endObject()
        }
    }

    public struct Register: Sendable, Hashable, JSONReadable, JSONWritable {
        public var bureau: String
        public var register: String
        public var zh: String
        public var en: String
        public var records: Int

        public init(bureau: String, register: String, zh: String, en: String, records: Int) {
            self.bureau = bureau
            self.register = register
            self.zh = zh
            self.en = en
            self.records = records
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var bureau: String?
            var register: String?
            var zh: String?
            var en: String?
            var records: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("bureau") {
                    try reader.readMember(into: &bureau)
                } else if reader.isMember("register") {
                    try reader.readMember(into: &register)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("records") {
                    try reader.readMember(into: &records)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.bureau = try reader.required(bureau, "bureau")
            self.register = try reader.required(register, "register")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.records = try reader.required(records, "records")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("bureau", self.bureau)
            writer.member("register", self.register)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("records", self.records)
            writer.endObject()
        }
    }

    /// The method `org.tongban.Registers.List`.
    public enum List: VarlinkMethod {
        public static let name = "org.tongban.Registers.List"

        /// The input parameters of ``List``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String?

            public init(bureau: String? = nil) {
                self.bureau = bureau
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readNullableMember(into: &bureau)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = bureau
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", ifPresent: self.bureau)
                writer.endObject()
            }
        }

        /// The output parameters of ``List``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var registers: [Register]

            public init(registers: [Register]) {
                self.registers = registers
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var registers: [Register]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("registers") {
                        try reader.readMember(into: &registers)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.registers = try reader.required(registers, "registers")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("registers", self.registers)
                writer.endObject()
            }
        }
    }

    /// Puts records, all or none; one whose content is there already is left as it is.
    public enum Put: VarlinkMethod {
        public static let name = "org.tongban.Registers.Put"

        /// The input parameters of ``Put``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var register: String
            public var records: [NewRecord]

            public init(bureau: String, register: String, records: [NewRecord]) {
                self.bureau = bureau
                self.register = register
                self.records = records
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var register: String?
                var records: [NewRecord]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("register") {
                        try reader.readMember(into: &register)
                    } else if reader.isMember("records") {
                        try reader.readMember(into: &records)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.register = try reader.required(register, "register")
                self.records = try reader.required(records, "records")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("register", self.register)
                writer.member("records", self.records)
                writer.endObject()
            }
        }

        /// The output parameters of ``Put``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var added: Int
            public var changed: Int
            public var unchanged: Int

            public init(added: Int, changed: Int, unchanged: Int) {
                self.added = added
                self.changed = changed
                self.unchanged = unchanged
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var added: Int?
                var changed: Int?
                var unchanged: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("added") {
                        try reader.readMember(into: &added)
                    } else if reader.isMember("changed") {
                        try reader.readMember(into: &changed)
                    } else if reader.isMember("unchanged") {
                        try reader.readMember(into: &unchanged)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.added = try reader.required(added, "added")
                self.changed = try reader.required(changed, "changed")
                self.unchanged = try reader.required(unchanged, "unchanged")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("added", self.added)
                writer.member("changed", self.changed)
                writer.member("unchanged", self.unchanged)
                writer.endObject()
            }
        }
    }

    /// The method `org.tongban.Registers.Get`.
    public enum Get: VarlinkMethod {
        public static let name = "org.tongban.Registers.Get"

        /// The input parameters of ``Get``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var register: String
            public var key: String

            public init(bureau: String, register: String, key: String) {
                self.bureau = bureau
                self.register = register
                self.key = key
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var register: String?
                var key: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("register") {
                        try reader.readMember(into: &register)
                    } else if reader.isMember("key") {
                        try reader.readMember(into: &key)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.register = try reader.required(register, "register")
                self.key = try reader.required(key, "key")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("register", self.register)
                writer.member("key", self.key)
                writer.endObject()
            }
        }

        /// The output parameters of ``Get``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var record: Record

            public init(record: Record) {
                self.record = record
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var record: Record?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("record") {
                        try reader.readMember(into: &record)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.record = try reader.required(record, "record")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("record", self.record)
                writer.endObject()
            }
        }
    }

    /// The method `org.tongban.Registers.Query`.
    public enum Query: VarlinkMethod {
        public static let name = "org.tongban.Registers.Query"

        /// The input parameters of ``Query``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var register: String
            public var after: String?
            public var limit: Int?

            public init(bureau: String, register: String, after: String? = nil, limit: Int? = nil) {
                self.bureau = bureau
                self.register = register
                self.after = after
                self.limit = limit
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var register: String?
                var after: String?
                var limit: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("register") {
                        try reader.readMember(into: &register)
                    } else if reader.isMember("after") {
                        try reader.readNullableMember(into: &after)
                    } else if reader.isMember("limit") {
                        try reader.readNullableMember(into: &limit)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.register = try reader.required(register, "register")
                self.after = after
                self.limit = limit
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("register", self.register)
                writer.member("after", ifPresent: self.after)
                writer.member("limit", ifPresent: self.limit)
                writer.endObject()
            }
        }

        /// The output parameters of ``Query``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var records: [Record]
            public var next: String?

            public init(records: [Record], next: String? = nil) {
                self.records = records
                self.next = next
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var records: [Record]?
                var next: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("records") {
                        try reader.readMember(into: &records)
                    } else if reader.isMember("next") {
                        try reader.readNullableMember(into: &next)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.records = try reader.required(records, "records")
                self.next = next
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("records", self.records)
                writer.member("next", ifPresent: self.next)
                writer.endObject()
            }
        }
    }
}

/// The errors of `org.tongban.Registers`.
public enum RegistersFailure: VarlinkFailure, Hashable {
    case noSuchRegister(bureau: String, register: String)
    case noSuchRecord(key: String)

    public var errorName: String {
        switch self {
        case .noSuchRegister: "org.tongban.Registers.NoSuchRegister"
        case .noSuchRecord: "org.tongban.Registers.NoSuchRecord"
        }
    }

    public var errorParameters: RawJSON {
        switch self {
        case .noSuchRegister(let bureau, let register):
            RawJSON(encoding: NoSuchRegister(bureau: bureau, register: register))
        case .noSuchRecord(let key):
            RawJSON(encoding: NoSuchRecord(key: key))
        }
    }

    public init?(errorName: String, errorParameters: RawJSON) {
        switch errorName {
        case "org.tongban.Registers.NoSuchRegister":
            guard let parameters = try? NoSuchRegister(parsing: errorParameters.bytes) else { return nil }
            self = .noSuchRegister(bureau: parameters.bureau, register: parameters.register)
        case "org.tongban.Registers.NoSuchRecord":
            guard let parameters = try? NoSuchRecord(parsing: errorParameters.bytes) else { return nil }
            self = .noSuchRecord(key: parameters.key)
        default:
            return nil
        }
    }

    /// The parameters of ``noSuchRegister``.
    public struct NoSuchRegister: Sendable, Hashable, JSONReadable, JSONWritable {
        public var bureau: String
        public var register: String

        public init(bureau: String, register: String) {
            self.bureau = bureau
            self.register = register
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var bureau: String?
            var register: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("bureau") {
                    try reader.readMember(into: &bureau)
                } else if reader.isMember("register") {
                    try reader.readMember(into: &register)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.bureau = try reader.required(bureau, "bureau")
            self.register = try reader.required(register, "register")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("bureau", self.bureau)
            writer.member("register", self.register)
            writer.endObject()
        }
    }

    /// The parameters of ``noSuchRecord``.
    public struct NoSuchRecord: Sendable, Hashable, JSONReadable, JSONWritable {
        public var key: String

        public init(key: String) {
            self.key = key
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var key: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("key") {
                    try reader.readMember(into: &key)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.key = try reader.required(key, "key")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("key", self.key)
            writer.endObject()
        }
    }
}
