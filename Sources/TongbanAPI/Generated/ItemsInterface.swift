// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Items.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// The matters that the bureaus handle.
public enum ItemsInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Items"

    /// The text of the definition.
    public static let description = #"""
        # The matters that the bureaus handle.
        interface org.tongban.Items

        type Item (
          bureau: string,
          id: string,
          version: int,
          zh: string,
          en: string,
          openCases: int
        )

        method List(bureau: ?string) -> (items: []Item)

        # The declaration of one item: form, flow, actions with their roles, deadlines with their sources.
        method Get(bureau: string, item: string, version: ?int) -> (version: int, declaration: object)

        # The flow as a diagram; with `case` its active states are marked.
        method Diagram(bureau: string, item: string, format: (mermaid, dot), case: ?string) -> (text: string)

        # The whole of what a bureau declared.
        method GetBureau(bureau: string) -> (version: int, declaration: object)

        error NoSuchItem (bureau: string, item: string)

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: ["List", "Get", "Diagram", "GetBureau"]
        )
    }

    public struct Item: Sendable, Hashable, JSONReadable, JSONWritable {
        public var bureau: String
        public var id: String
        public var version: Int
        public var zh: String
        public var en: String
        public var openCases: Int

        public init(bureau: String, id: String, version: Int, zh: String, en: String, openCases: Int) {
            self.bureau = bureau
            self.id = id
            self.version = version
            self.zh = zh
            self.en = en
            self.openCases = openCases
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var bureau: String?
            var id: String?
            var version: Int?
            var zh: String?
            var en: String?
            var openCases: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("bureau") {
                    try reader.readMember(into: &bureau)
                } else if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("version") {
                    try reader.readMember(into: &version)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("openCases") {
                    try reader.readMember(into: &openCases)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.bureau = try reader.required(bureau, "bureau")
            self.id = try reader.required(id, "id")
            self.version = try reader.required(version, "version")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.openCases = try reader.required(openCases, "openCases")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("bureau", self.bureau)
            writer.member("id", self.id)
            writer.member("version", self.version)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("openCases", self.openCases)
            writer.endObject()
        }
    }

    /// The method `org.tongban.Items.List`.
    public enum List: VarlinkMethod {
        public static let name = "org.tongban.Items.List"

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
            public var items: [Item]

            public init(items: [Item]) {
                self.items = items
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var items: [Item]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("items") {
                        try reader.readMember(into: &items)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.items = try reader.required(items, "items")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("items", self.items)
                writer.endObject()
            }
        }
    }

    /// The declaration of one item: form, flow, actions with their roles, deadlines with their sources.
    public enum Get: VarlinkMethod {
        public static let name = "org.tongban.Items.Get"

        /// The input parameters of ``Get``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var item: String
            public var version: Int?

            public init(bureau: String, item: String, version: Int? = nil) {
                self.bureau = bureau
                self.item = item
                self.version = version
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var item: String?
                var version: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("item") {
                        try reader.readMember(into: &item)
                    } else if reader.isMember("version") {
                        try reader.readNullableMember(into: &version)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.item = try reader.required(item, "item")
                self.version = version
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("item", self.item)
                writer.member("version", ifPresent: self.version)
                writer.endObject()
            }
        }

        /// The output parameters of ``Get``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var version: Int
            public var declaration: RawJSON

            public init(version: Int, declaration: RawJSON) {
                self.version = version
                self.declaration = declaration
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var version: Int?
                var declaration: RawJSON?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("version") {
                        try reader.readMember(into: &version)
                    } else if reader.isMember("declaration") {
                        try reader.readMember(into: &declaration)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.version = try reader.required(version, "version")
                self.declaration = try reader.required(declaration, "declaration")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("version", self.version)
                writer.member("declaration", self.declaration)
                writer.endObject()
            }
        }
    }

    /// The flow as a diagram; with `case` its active states are marked.
    public enum Diagram: VarlinkMethod {
        public static let name = "org.tongban.Items.Diagram"

        /// The input parameters of ``Diagram``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public enum Format: String, Sendable, Hashable, CaseIterable, JSONReadable, JSONWritable {
                case mermaid
                case dot
            }

            public var bureau: String
            public var item: String
            public var format: Format
            public var `case`: String?

            public init(bureau: String, item: String, format: Format, `case`: String? = nil) {
                self.bureau = bureau
                self.item = item
                self.format = format
                self.`case` = `case`
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var item: String?
                var format: Format?
                var `case`: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("item") {
                        try reader.readMember(into: &item)
                    } else if reader.isMember("format") {
                        try reader.readMember(into: &format)
                    } else if reader.isMember("case") {
                        try reader.readNullableMember(into: &`case`)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.item = try reader.required(item, "item")
                self.format = try reader.required(format, "format")
                self.`case` = `case`
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("item", self.item)
                writer.member("format", self.format)
                writer.member("case", ifPresent: self.`case`)
                writer.endObject()
            }
        }

        /// The output parameters of ``Diagram``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var text: String

            public init(text: String) {
                self.text = text
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var text: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("text") {
                        try reader.readMember(into: &text)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.text = try reader.required(text, "text")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("text", self.text)
                writer.endObject()
            }
        }
    }

    /// The whole of what a bureau declared.
    public enum GetBureau: VarlinkMethod {
        public static let name = "org.tongban.Items.GetBureau"

        /// The input parameters of ``GetBureau``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String

            public init(bureau: String) {
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
                        try reader.readMember(into: &bureau)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.endObject()
            }
        }

        /// The output parameters of ``GetBureau``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var version: Int
            public var declaration: RawJSON

            public init(version: Int, declaration: RawJSON) {
                self.version = version
                self.declaration = declaration
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var version: Int?
                var declaration: RawJSON?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("version") {
                        try reader.readMember(into: &version)
                    } else if reader.isMember("declaration") {
                        try reader.readMember(into: &declaration)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.version = try reader.required(version, "version")
                self.declaration = try reader.required(declaration, "declaration")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("version", self.version)
                writer.member("declaration", self.declaration)
                writer.endObject()
            }
        }
    }
}

/// The errors of `org.tongban.Items`.
public enum ItemsFailure: VarlinkFailure, Hashable {
    case noSuchItem(bureau: String, item: String)

    public var errorName: String {
        switch self {
        case .noSuchItem: "org.tongban.Items.NoSuchItem"
        }
    }

    public var errorParameters: RawJSON {
        switch self {
        case .noSuchItem(let bureau, let item):
            RawJSON(encoding: NoSuchItem(bureau: bureau, item: item))
        }
    }

    public init?(errorName: String, errorParameters: RawJSON) {
        switch errorName {
        case "org.tongban.Items.NoSuchItem":
            guard let parameters = try? NoSuchItem(parsing: errorParameters.bytes) else { return nil }
            self = .noSuchItem(bureau: parameters.bureau, item: parameters.item)
        default:
            return nil
        }
    }

    /// The parameters of ``noSuchItem``.
    public struct NoSuchItem: Sendable, Hashable, JSONReadable, JSONWritable {
        public var bureau: String
        public var item: String

        public init(bureau: String, item: String) {
            self.bureau = bureau
            self.item = item
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var bureau: String?
            var item: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("bureau") {
                    try reader.readMember(into: &bureau)
                } else if reader.isMember("item") {
                    try reader.readMember(into: &item)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.bureau = try reader.required(bureau, "bureau")
            self.item = try reader.required(item, "item")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("bureau", self.bureau)
            writer.member("item", self.item)
            writer.endObject()
        }
    }
}
