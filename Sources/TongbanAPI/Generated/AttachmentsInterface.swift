// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Attachments.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// Files of cases, known by the SHA-256 of their content.
public enum AttachmentsInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Attachments"

    /// The text of the definition.
    public static let description = #"""
        # Files of cases, known by the SHA-256 of their content.
        interface org.tongban.Attachments

        # `class` is -, P or S; `hash` and `name` are *** when the caller may not read the file.
        type Attachment (
          hash: string,
          name: string,
          type: string,
          size: int,
          class: string,
          by: string,
          at: string
        )

        # `fault` is missing or altered.
        type Fault (
          number: string,
          hash: string,
          fault: string
        )

        # Begins to send a file, which ends with the connection unless it is finished before. Without `class` it is P.
        # `chunkSize` is how many bytes one chunk may have.
        method Begin(number: string, name: string, size: int, class: ?string) -> (upload: string, chunkSize: int)

        # The next bytes, in base64. `received` is how many there are now.
        method Chunk(upload: string, offset: int, data: string) -> (received: int)

        # Attaches what was sent, once the content is on disk. `sha256`, when given, must be its hash.
        method Finish(upload: string, sha256: ?string, revision: ?int) -> (attachment: Attachment)

        # Gives up what was sent.
        method Cancel(upload: string) -> ()

        method List(number: string) -> (attachments: []Attachment)

        # The content in base64, part after part, with `more`. Every reading of a file of class S is told in the journal.
        method Fetch(number: string, hash: string) -> (name: string, type: string, size: int, offset: int, data: string)

        # Reads every content the journal names and compares its hash; progress with `more`.
        method Verify() -> (checked: int, faults: []Fault)

        error NoSuchUpload (upload: string)

        # So many bytes have been received.
        error WrongOffset (received: int)

        # So many files may be on their way at once.
        error TooManyUploads (limit: int)

        # What was received is not what was announced.
        error NotAsAnnounced (zh: string, en: string)

        # The stored content is no longer what was attached.
        error Damaged (hash: string, fault: string)

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: ["Begin", "Chunk", "Finish", "Cancel", "List", "Fetch", "Verify"]
        )
    }

    /// `class` is -, P or S; `hash` and `name` are *** when the caller may not read the file.
    public struct Attachment: Sendable, Hashable, JSONReadable, JSONWritable {
        public var hash: String
        public var name: String
        public var type: String
        public var size: Int
        public var `class`: String
        public var by: String
        public var at: String

        public init(hash: String, name: String, type: String, size: Int, `class`: String, by: String, at: String) {
            self.hash = hash
            self.name = name
            self.type = type
            self.size = size
            self.`class` = `class`
            self.by = by
            self.at = at
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var hash: String?
            var name: String?
            var type: String?
            var size: Int?
            var `class`: String?
            var by: String?
            var at: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("hash") {
                    try reader.readMember(into: &hash)
                } else if reader.isMember("name") {
                    try reader.readMember(into: &name)
                } else if reader.isMember("type") {
                    try reader.readMember(into: &type)
                } else if reader.isMember("size") {
                    try reader.readMember(into: &size)
                } else if reader.isMember("class") {
                    try reader.readMember(into: &`class`)
                } else if reader.isMember("by") {
                    try reader.readMember(into: &by)
                } else if reader.isMember("at") {
                    try reader.readMember(into: &at)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.hash = try reader.required(hash, "hash")
            self.name = try reader.required(name, "name")
            self.type = try reader.required(type, "type")
            self.size = try reader.required(size, "size")
            self.`class` = try reader.required(`class`, "class")
            self.by = try reader.required(by, "by")
            self.at = try reader.required(at, "at")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("hash", self.hash)
            writer.member("name", self.name)
            writer.member("type", self.type)
            writer.member("size", self.size)
            writer.member("class", self.`class`)
            writer.member("by", self.by)
            writer.member("at", self.at)
            writer.endObject()
        }
    }

    /// `fault` is missing or altered.
    public struct Fault: Sendable, Hashable, JSONReadable, JSONWritable {
        public var number: String
        public var hash: String
        public var fault: String

        public init(number: String, hash: String, fault: String) {
            self.number = number
            self.hash = hash
            self.fault = fault
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var number: String?
            var hash: String?
            var fault: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("number") {
                    try reader.readMember(into: &number)
                } else if reader.isMember("hash") {
                    try reader.readMember(into: &hash)
                } else if reader.isMember("fault") {
                    try reader.readMember(into: &fault)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.number = try reader.required(number, "number")
            self.hash = try reader.required(hash, "hash")
            self.fault = try reader.required(fault, "fault")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("number", self.number)
            writer.member("hash", self.hash)
            writer.member("fault", self.fault)
            writer.endObject()
        }
    }

    /// Begins to send a file, which ends with the connection unless it is finished before. Without `class` it is P.
    /// `chunkSize` is how many bytes one chunk may have.
    public enum Begin: VarlinkMethod {
        public static let name = "org.tongban.Attachments.Begin"

        /// The input parameters of ``Begin``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var name: String
            public var size: Int
            public var `class`: String?

            public init(number: String, name: String, size: Int, `class`: String? = nil) {
                self.number = number
                self.name = name
                self.size = size
                self.`class` = `class`
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var name: String?
                var size: Int?
                var `class`: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("name") {
                        try reader.readMember(into: &name)
                    } else if reader.isMember("size") {
                        try reader.readMember(into: &size)
                    } else if reader.isMember("class") {
                        try reader.readNullableMember(into: &`class`)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.name = try reader.required(name, "name")
                self.size = try reader.required(size, "size")
                self.`class` = `class`
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("name", self.name)
                writer.member("size", self.size)
                writer.member("class", ifPresent: self.`class`)
                writer.endObject()
            }
        }

        /// The output parameters of ``Begin``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var upload: String
            public var chunkSize: Int

            public init(upload: String, chunkSize: Int) {
                self.upload = upload
                self.chunkSize = chunkSize
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var upload: String?
                var chunkSize: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("upload") {
                        try reader.readMember(into: &upload)
                    } else if reader.isMember("chunkSize") {
                        try reader.readMember(into: &chunkSize)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.upload = try reader.required(upload, "upload")
                self.chunkSize = try reader.required(chunkSize, "chunkSize")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("upload", self.upload)
                writer.member("chunkSize", self.chunkSize)
                writer.endObject()
            }
        }
    }

    /// The next bytes, in base64. `received` is how many there are now.
    public enum Chunk: VarlinkMethod {
        public static let name = "org.tongban.Attachments.Chunk"

        /// The input parameters of ``Chunk``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var upload: String
            public var offset: Int
            public var data: String

            public init(upload: String, offset: Int, data: String) {
                self.upload = upload
                self.offset = offset
                self.data = data
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var upload: String?
                var offset: Int?
                var data: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("upload") {
                        try reader.readMember(into: &upload)
                    } else if reader.isMember("offset") {
                        try reader.readMember(into: &offset)
                    } else if reader.isMember("data") {
                        try reader.readMember(into: &data)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.upload = try reader.required(upload, "upload")
                self.offset = try reader.required(offset, "offset")
                self.data = try reader.required(data, "data")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("upload", self.upload)
                writer.member("offset", self.offset)
                writer.member("data", self.data)
                writer.endObject()
            }
        }

        /// The output parameters of ``Chunk``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var received: Int

            public init(received: Int) {
                self.received = received
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var received: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("received") {
                        try reader.readMember(into: &received)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.received = try reader.required(received, "received")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("received", self.received)
                writer.endObject()
            }
        }
    }

    /// Attaches what was sent, once the content is on disk. `sha256`, when given, must be its hash.
    public enum Finish: VarlinkMethod {
        public static let name = "org.tongban.Attachments.Finish"

        /// The input parameters of ``Finish``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var upload: String
            public var sha256: String?
            public var revision: Int?

            public init(upload: String, sha256: String? = nil, revision: Int? = nil) {
                self.upload = upload
                self.sha256 = sha256
                self.revision = revision
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var upload: String?
                var sha256: String?
                var revision: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("upload") {
                        try reader.readMember(into: &upload)
                    } else if reader.isMember("sha256") {
                        try reader.readNullableMember(into: &sha256)
                    } else if reader.isMember("revision") {
                        try reader.readNullableMember(into: &revision)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.upload = try reader.required(upload, "upload")
                self.sha256 = sha256
                self.revision = revision
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("upload", self.upload)
                writer.member("sha256", ifPresent: self.sha256)
                writer.member("revision", ifPresent: self.revision)
                writer.endObject()
            }
        }

        /// The output parameters of ``Finish``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var attachment: Attachment

            public init(attachment: Attachment) {
                self.attachment = attachment
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var attachment: Attachment?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("attachment") {
                        try reader.readMember(into: &attachment)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.attachment = try reader.required(attachment, "attachment")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("attachment", self.attachment)
                writer.endObject()
            }
        }
    }

    /// Gives up what was sent.
    public enum Cancel: VarlinkMethod {
        public static let name = "org.tongban.Attachments.Cancel"

        /// The input parameters of ``Cancel``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var upload: String

            public init(upload: String) {
                self.upload = upload
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var upload: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("upload") {
                        try reader.readMember(into: &upload)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.upload = try reader.required(upload, "upload")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("upload", self.upload)
                writer.endObject()
            }
        }

        /// The output parameters of ``Cancel``.
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

    /// The method `org.tongban.Attachments.List`.
    public enum List: VarlinkMethod {
        public static let name = "org.tongban.Attachments.List"

        /// The input parameters of ``List``.
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

        /// The output parameters of ``List``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var attachments: [Attachment]

            public init(attachments: [Attachment]) {
                self.attachments = attachments
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var attachments: [Attachment]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("attachments") {
                        try reader.readMember(into: &attachments)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.attachments = try reader.required(attachments, "attachments")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("attachments", self.attachments)
                writer.endObject()
            }
        }
    }

    /// The content in base64, part after part, with `more`. Every reading of a file of class S is told in the journal.
    public enum Fetch: VarlinkMethod {
        public static let name = "org.tongban.Attachments.Fetch"

        /// The input parameters of ``Fetch``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var hash: String

            public init(number: String, hash: String) {
                self.number = number
                self.hash = hash
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var hash: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("hash") {
                        try reader.readMember(into: &hash)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.hash = try reader.required(hash, "hash")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("hash", self.hash)
                writer.endObject()
            }
        }

        /// The output parameters of ``Fetch``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var name: String
            public var type: String
            public var size: Int
            public var offset: Int
            public var data: String

            public init(name: String, type: String, size: Int, offset: Int, data: String) {
                self.name = name
                self.type = type
                self.size = size
                self.offset = offset
                self.data = data
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var name: String?
                var type: String?
                var size: Int?
                var offset: Int?
                var data: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("name") {
                        try reader.readMember(into: &name)
                    } else if reader.isMember("type") {
                        try reader.readMember(into: &type)
                    } else if reader.isMember("size") {
                        try reader.readMember(into: &size)
                    } else if reader.isMember("offset") {
                        try reader.readMember(into: &offset)
                    } else if reader.isMember("data") {
                        try reader.readMember(into: &data)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.name = try reader.required(name, "name")
                self.type = try reader.required(type, "type")
                self.size = try reader.required(size, "size")
                self.offset = try reader.required(offset, "offset")
                self.data = try reader.required(data, "data")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("name", self.name)
                writer.member("type", self.type)
                writer.member("size", self.size)
                writer.member("offset", self.offset)
                writer.member("data", self.data)
                writer.endObject()
            }
        }
    }

    /// Reads every content the journal names and compares its hash; progress with `more`.
    public enum Verify: VarlinkMethod {
        public static let name = "org.tongban.Attachments.Verify"

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
            public var faults: [Fault]

            public init(checked: Int, faults: [Fault]) {
                self.checked = checked
                self.faults = faults
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var checked: Int?
                var faults: [Fault]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("checked") {
                        try reader.readMember(into: &checked)
                    } else if reader.isMember("faults") {
                        try reader.readMember(into: &faults)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.checked = try reader.required(checked, "checked")
                self.faults = try reader.required(faults, "faults")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("checked", self.checked)
                writer.member("faults", self.faults)
                writer.endObject()
            }
        }
    }
}

/// The errors of `org.tongban.Attachments`.
public enum AttachmentsFailure: VarlinkFailure, Hashable {
    case noSuchUpload(upload: String)

    /// So many bytes have been received.
    case wrongOffset(received: Int)

    /// So many files may be on their way at once.
    case tooManyUploads(limit: Int)

    /// What was received is not what was announced.
    case notAsAnnounced(zh: String, en: String)

    /// The stored content is no longer what was attached.
    case damaged(hash: String, fault: String)

    public var errorName: String {
        switch self {
        case .noSuchUpload: "org.tongban.Attachments.NoSuchUpload"
        case .wrongOffset: "org.tongban.Attachments.WrongOffset"
        case .tooManyUploads: "org.tongban.Attachments.TooManyUploads"
        case .notAsAnnounced: "org.tongban.Attachments.NotAsAnnounced"
        case .damaged: "org.tongban.Attachments.Damaged"
        }
    }

    public var errorParameters: RawJSON {
        switch self {
        case .noSuchUpload(let upload):
            RawJSON(encoding: NoSuchUpload(upload: upload))
        case .wrongOffset(let received):
            RawJSON(encoding: WrongOffset(received: received))
        case .tooManyUploads(let limit):
            RawJSON(encoding: TooManyUploads(limit: limit))
        case .notAsAnnounced(let zh, let en):
            RawJSON(encoding: NotAsAnnounced(zh: zh, en: en))
        case .damaged(let hash, let fault):
            RawJSON(encoding: Damaged(hash: hash, fault: fault))
        }
    }

    public init?(errorName: String, errorParameters: RawJSON) {
        switch errorName {
        case "org.tongban.Attachments.NoSuchUpload":
            guard let parameters = try? NoSuchUpload(parsing: errorParameters.bytes) else { return nil }
            self = .noSuchUpload(upload: parameters.upload)
        case "org.tongban.Attachments.WrongOffset":
            guard let parameters = try? WrongOffset(parsing: errorParameters.bytes) else { return nil }
            self = .wrongOffset(received: parameters.received)
        case "org.tongban.Attachments.TooManyUploads":
            guard let parameters = try? TooManyUploads(parsing: errorParameters.bytes) else { return nil }
            self = .tooManyUploads(limit: parameters.limit)
        case "org.tongban.Attachments.NotAsAnnounced":
            guard let parameters = try? NotAsAnnounced(parsing: errorParameters.bytes) else { return nil }
            self = .notAsAnnounced(zh: parameters.zh, en: parameters.en)
        case "org.tongban.Attachments.Damaged":
            guard let parameters = try? Damaged(parsing: errorParameters.bytes) else { return nil }
            self = .damaged(hash: parameters.hash, fault: parameters.fault)
        default:
            return nil
        }
    }

    /// The parameters of ``noSuchUpload``.
    public struct NoSuchUpload: Sendable, Hashable, JSONReadable, JSONWritable {
        public var upload: String

        public init(upload: String) {
            self.upload = upload
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var upload: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("upload") {
                    try reader.readMember(into: &upload)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.upload = try reader.required(upload, "upload")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("upload", self.upload)
            writer.endObject()
        }
    }

    /// The parameters of ``wrongOffset``.
    public struct WrongOffset: Sendable, Hashable, JSONReadable, JSONWritable {
        public var received: Int

        public init(received: Int) {
            self.received = received
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var received: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("received") {
                    try reader.readMember(into: &received)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.received = try reader.required(received, "received")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("received", self.received)
            writer.endObject()
        }
    }

    /// The parameters of ``tooManyUploads``.
    public struct TooManyUploads: Sendable, Hashable, JSONReadable, JSONWritable {
        public var limit: Int

        public init(limit: Int) {
            self.limit = limit
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var limit: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("limit") {
                    try reader.readMember(into: &limit)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.limit = try reader.required(limit, "limit")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("limit", self.limit)
            writer.endObject()
        }
    }

    /// The parameters of ``notAsAnnounced``.
    public struct NotAsAnnounced: Sendable, Hashable, JSONReadable, JSONWritable {
        public var zh: String
        public var en: String

        public init(zh: String, en: String) {
            self.zh = zh
            self.en = en
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var zh: String?
            var en: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.endObject()
        }
    }

    /// The parameters of ``damaged``.
    public struct Damaged: Sendable, Hashable, JSONReadable, JSONWritable {
        public var hash: String
        public var fault: String

        public init(hash: String, fault: String) {
            self.hash = hash
            self.fault = fault
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var hash: String?
            var fault: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("hash") {
                    try reader.readMember(into: &hash)
                } else if reader.isMember("fault") {
                    try reader.readMember(into: &fault)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.hash = try reader.required(hash, "hash")
            self.fault = try reader.required(fault, "fault")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("hash", self.hash)
            writer.member("fault", self.fault)
            writer.endObject()
        }
    }
}
