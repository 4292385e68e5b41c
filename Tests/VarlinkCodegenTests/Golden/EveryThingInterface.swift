// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.example.Every-thing.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// Every construct there is.
///
/// With a second paragraph, "quotes" and a \#(backslash).
public enum EveryThingInterface {
    /// The name of the interface.
    public static let name = "org.example.Every-thing"

    /// The text of the definition.
    public static let description = ##"""
        # Every construct there is.
        #
        # With a second paragraph, "quotes" and a \#(backslash).
        interface org.example.Every-thing

        # A person.
        type Person (
          # The family name first.
          name: string,
          age: ?int,
          weight: float,
          alive: bool,
          extra: object,
          kind: (citizen, clerk),
          tags: [string](),
          address: ?(street: string, lines: []string, geo: (x: float, y: float)),
          friends: ?[]Person,
          grades: [string]?int,
          matrix: [][string][]?int,

          # Words that Swift has for itself.
          type: string,
          case: ?string,
          self: ?int,
          init: ?bool,
          reader: ?string,
          writer: string,
          unknownMembers: bool
        )

        # How it went.
        type Result (
          good,
          # Not good.
          bad,
          default,
          self,
          inOrder2
        )

        type Empty ()

        # Hides a type of Swift's, and is called as a field.
        type String (kind: Kind, input: Input, people: [string]Person)

        type Kind (one, two)

        type Input (kinds: []Kind)

        type Reply (marks: [string][](mark: (high, low), by: ?Person))

        # Finds people.
        # [Supports 'more' flag]
        method Find(name: ?string, filter: (exact: bool, kinds: []Kind)) -> (people: []Person, input: ?Input, result: Result)

        method Ping() -> ()

        method LongName(firstParameter: string, secondParameter: ?[]string, thirdParameter: ?[string]object, fourth: any) -> (text: String)

        # Nobody there.
        error NotFound (name: string, kind: Kind, near: ?[](name: string, why: (distance, spelling)))

        error IOError (code: int)

        error Busy ()

        """##

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: ["Find", "Ping", "LongName"]
        )
    }

    /// A person.
    public struct Person: Sendable, Hashable, JSONReadable, JSONWritable {
        public enum Kind: String, Sendable, Hashable, CaseIterable, JSONReadable, JSONWritable {
            case citizen
            case clerk
        }

        public struct Address: Sendable, Hashable, JSONReadable, JSONWritable {
            public struct Geo: Sendable, Hashable, JSONReadable, JSONWritable {
                public var x: Double
                public var y: Double

                public init(x: Double, y: Double) {
                    self.x = x
                    self.y = y
                }

                public init(from reader: inout JSONReader) throws(JSONError) {
                    var x: Double?
                    var y: Double?
                    try reader.beginObject()
                    while try reader.nextMember() {
                        if reader.isMember("x") {
                            try reader.readMember(into: &x)
                        } else if reader.isMember("y") {
                            try reader.readMember(into: &y)
                        } else {
                            try reader.readUnknownMember()
                        }
                    }
                    self.x = try reader.required(x, "x")
                    self.y = try reader.required(y, "y")
                }

                public func write(to writer: inout JSONWriter) {
                    writer.beginObject()
                    writer.member("x", self.x)
                    writer.member("y", self.y)
                    writer.endObject()
                }
            }

            public var street: String
            public var lines: [String]
            public var geo: Geo

            public init(street: String, lines: [String], geo: Geo) {
                self.street = street
                self.lines = lines
                self.geo = geo
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var street: String?
                var lines: [String]?
                var geo: Geo?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("street") {
                        try reader.readMember(into: &street)
                    } else if reader.isMember("lines") {
                        try reader.readMember(into: &lines)
                    } else if reader.isMember("geo") {
                        try reader.readMember(into: &geo)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.street = try reader.required(street, "street")
                self.lines = try reader.required(lines, "lines")
                self.geo = try reader.required(geo, "geo")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("street", self.street)
                writer.member("lines", self.lines)
                writer.member("geo", self.geo)
                writer.endObject()
            }
        }

        /// The family name first.
        public var name: String
        public var age: Int?
        public var weight: Double
        public var alive: Bool
        public var extra: RawJSON
        public var kind: Kind
        public var tags: Set<String>
        public var address: Address?
        public var friends: [Person]?
        public var grades: [String: Int?]
        public var matrix: [[String: [Int?]]]

        /// Words that Swift has for itself.
        public var type: String
        public var `case`: String?
        public var self_: Int?
        public var init_: Bool?
        public var reader: String?
        public var writer: String
        public var unknownMembers: Bool

        public init(
            name: String,
            age: Int? = nil,
            weight: Double,
            alive: Bool,
            extra: RawJSON,
            kind: Kind,
            tags: Set<String>,
            address: Address? = nil,
            friends: [Person]? = nil,
            grades: [String: Int?],
            matrix: [[String: [Int?]]],
            type: String,
            `case`: String? = nil,
            self_: Int? = nil,
            init_: Bool? = nil,
            reader: String? = nil,
            writer: String,
            unknownMembers: Bool
        ) {
            self.name = name
            self.age = age
            self.weight = weight
            self.alive = alive
            self.extra = extra
            self.kind = kind
            self.tags = tags
            self.address = address
            self.friends = friends
            self.grades = grades
            self.matrix = matrix
            self.type = type
            self.`case` = `case`
            self.self_ = self_
            self.init_ = init_
            self.reader = reader
            self.writer = writer
            self.unknownMembers = unknownMembers
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var name: String?
            var age: Int?
            var weight: Double?
            var alive: Bool?
            var extra: RawJSON?
            var kind: Kind?
            var tags: Set<String>?
            var address: Address?
            var friends: [Person]?
            var grades: [String: Int?]?
            var matrix: [[String: [Int?]]]?
            var type: String?
            var `case`: String?
            var self_: Int?
            var init_: Bool?
            var reader_: String?
            var writer: String?
            var unknownMembers_: Bool?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("name") {
                    try reader.readMember(into: &name)
                } else if reader.isMember("age") {
                    try reader.readNullableMember(into: &age)
                } else if reader.isMember("weight") {
                    try reader.readMember(into: &weight)
                } else if reader.isMember("alive") {
                    try reader.readMember(into: &alive)
                } else if reader.isMember("extra") {
                    try reader.readMember(into: &extra)
                } else if reader.isMember("kind") {
                    try reader.readMember(into: &kind)
                } else if reader.isMember("tags") {
                    try reader.readMember(into: &tags)
                } else if reader.isMember("address") {
                    try reader.readNullableMember(into: &address)
                } else if reader.isMember("friends") {
                    try reader.readNullableMember(into: &friends)
                } else if reader.isMember("grades") {
                    try reader.readMember(into: &grades)
                } else if reader.isMember("matrix") {
                    try reader.readMember(into: &matrix)
                } else if reader.isMember("type") {
                    try reader.readMember(into: &type)
                } else if reader.isMember("case") {
                    try reader.readNullableMember(into: &`case`)
                } else if reader.isMember("self") {
                    try reader.readNullableMember(into: &self_)
                } else if reader.isMember("init") {
                    try reader.readNullableMember(into: &init_)
                } else if reader.isMember("reader") {
                    try reader.readNullableMember(into: &reader_)
                } else if reader.isMember("writer") {
                    try reader.readMember(into: &writer)
                } else if reader.isMember("unknownMembers") {
                    try reader.readMember(into: &unknownMembers_)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.name = try reader.required(name, "name")
            self.age = age
            self.weight = try reader.required(weight, "weight")
            self.alive = try reader.required(alive, "alive")
            self.extra = try reader.required(extra, "extra")
            self.kind = try reader.required(kind, "kind")
            self.tags = try reader.required(tags, "tags")
            self.address = address
            self.friends = friends
            self.grades = try reader.required(grades, "grades")
            self.matrix = try reader.required(matrix, "matrix")
            self.type = try reader.required(type, "type")
            self.`case` = `case`
            self.self_ = self_
            self.init_ = init_
            self.reader = reader_
            self.writer = try reader.required(writer, "writer")
            self.unknownMembers = try reader.required(unknownMembers_, "unknownMembers")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("name", self.name)
            writer.member("age", ifPresent: self.age)
            writer.member("weight", self.weight)
            writer.member("alive", self.alive)
            writer.member("extra", self.extra)
            writer.member("kind", self.kind)
            writer.member("tags", self.tags)
            writer.member("address", ifPresent: self.address)
            writer.member("friends", ifPresent: self.friends)
            writer.member("grades", self.grades)
            writer.member("matrix", self.matrix)
            writer.member("type", self.type)
            writer.member("case", ifPresent: self.`case`)
            writer.member("self", ifPresent: self.self_)
            writer.member("init", ifPresent: self.init_)
            writer.member("reader", ifPresent: self.reader)
            writer.member("writer", self.writer)
            writer.member("unknownMembers", self.unknownMembers)
            writer.endObject()
        }
    }

    /// How it went.
    public enum Result: String, Sendable, Hashable, CaseIterable, JSONReadable, JSONWritable {
        case good

        /// Not good.
        case bad
        case `default`
        case self_ = "self"
        case inOrder2
    }

    public struct Empty: Sendable, Hashable, JSONReadable, JSONWritable {
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

    /// Hides a type of Swift's, and is called as a field.
    public struct StringValue: Sendable, Hashable, JSONReadable, JSONWritable {
        public var kind: EveryThingInterface.Kind
        public var input: EveryThingInterface.Input
        public var people: [String: Person]

        public init(kind: EveryThingInterface.Kind, input: EveryThingInterface.Input, people: [String: Person]) {
            self.kind = kind
            self.input = input
            self.people = people
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var kind: EveryThingInterface.Kind?
            var input: EveryThingInterface.Input?
            var people: [String: Person]?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("kind") {
                    try reader.readMember(into: &kind)
                } else if reader.isMember("input") {
                    try reader.readMember(into: &input)
                } else if reader.isMember("people") {
                    try reader.readMember(into: &people)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.kind = try reader.required(kind, "kind")
            self.input = try reader.required(input, "input")
            self.people = try reader.required(people, "people")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("kind", self.kind)
            writer.member("input", self.input)
            writer.member("people", self.people)
            writer.endObject()
        }
    }

    public enum Kind: String, Sendable, Hashable, CaseIterable, JSONReadable, JSONWritable {
        case one
        case two
    }

    public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
        public var kinds: [EveryThingInterface.Kind]

        public init(kinds: [EveryThingInterface.Kind]) {
            self.kinds = kinds
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var kinds: [EveryThingInterface.Kind]?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("kinds") {
                    try reader.readMember(into: &kinds)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.kinds = try reader.required(kinds, "kinds")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("kinds", self.kinds)
            writer.endObject()
        }
    }

    public struct Reply: Sendable, Hashable, JSONReadable, JSONWritable {
        public struct Marks: Sendable, Hashable, JSONReadable, JSONWritable {
            public enum Mark: String, Sendable, Hashable, CaseIterable, JSONReadable, JSONWritable {
                case high
                case low
            }

            public var mark: Mark
            public var by: Person?

            public init(mark: Mark, by: Person? = nil) {
                self.mark = mark
                self.by = by
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var mark: Mark?
                var by: Person?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("mark") {
                        try reader.readMember(into: &mark)
                    } else if reader.isMember("by") {
                        try reader.readNullableMember(into: &by)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.mark = try reader.required(mark, "mark")
                self.by = by
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("mark", self.mark)
                writer.member("by", ifPresent: self.by)
                writer.endObject()
            }
        }

        public var marks: [String: [Marks]]

        public init(marks: [String: [Marks]]) {
            self.marks = marks
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var marks: [String: [Marks]]?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("marks") {
                    try reader.readMember(into: &marks)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.marks = try reader.required(marks, "marks")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("marks", self.marks)
            writer.endObject()
        }
    }

    /// Finds people.
    /// [Supports 'more' flag]
    public enum Find: VarlinkMethod {
        public static let name = "org.example.Every-thing.Find"

        /// The input parameters of ``Find``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public struct Filter: Sendable, Hashable, JSONReadable, JSONWritable {
                public var exact: Bool
                public var kinds: [EveryThingInterface.Kind]

                public init(exact: Bool, kinds: [EveryThingInterface.Kind]) {
                    self.exact = exact
                    self.kinds = kinds
                }

                public init(from reader: inout JSONReader) throws(JSONError) {
                    var exact: Bool?
                    var kinds: [EveryThingInterface.Kind]?
                    try reader.beginObject()
                    while try reader.nextMember() {
                        if reader.isMember("exact") {
                            try reader.readMember(into: &exact)
                        } else if reader.isMember("kinds") {
                            try reader.readMember(into: &kinds)
                        } else {
                            try reader.readUnknownMember()
                        }
                    }
                    self.exact = try reader.required(exact, "exact")
                    self.kinds = try reader.required(kinds, "kinds")
                }

                public func write(to writer: inout JSONWriter) {
                    writer.beginObject()
                    writer.member("exact", self.exact)
                    writer.member("kinds", self.kinds)
                    writer.endObject()
                }
            }

            public var name: String?
            public var filter: Filter

            public init(name: String? = nil, filter: Filter) {
                self.name = name
                self.filter = filter
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var name: String?
                var filter: Filter?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("name") {
                        try reader.readNullableMember(into: &name)
                    } else if reader.isMember("filter") {
                        try reader.readMember(into: &filter)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.name = name
                self.filter = try reader.required(filter, "filter")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("name", ifPresent: self.name)
                writer.member("filter", self.filter)
                writer.endObject()
            }
        }

        /// The output parameters of ``Find``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var people: [Person]
            public var input: EveryThingInterface.Input?
            public var result: Result

            public init(people: [Person], input: EveryThingInterface.Input? = nil, result: Result) {
                self.people = people
                self.input = input
                self.result = result
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var people: [Person]?
                var input: EveryThingInterface.Input?
                var result: Result?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("people") {
                        try reader.readMember(into: &people)
                    } else if reader.isMember("input") {
                        try reader.readNullableMember(into: &input)
                    } else if reader.isMember("result") {
                        try reader.readMember(into: &result)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.people = try reader.required(people, "people")
                self.input = input
                self.result = try reader.required(result, "result")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("people", self.people)
                writer.member("input", ifPresent: self.input)
                writer.member("result", self.result)
                writer.endObject()
            }
        }
    }

    /// The method `org.example.Every-thing.Ping`.
    public enum Ping: VarlinkMethod {
        public static let name = "org.example.Every-thing.Ping"

        /// The input parameters of ``Ping``.
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

        /// The output parameters of ``Ping``.
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

    /// The method `org.example.Every-thing.LongName`.
    public enum LongName: VarlinkMethod {
        public static let name = "org.example.Every-thing.LongName"

        /// The input parameters of ``LongName``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var firstParameter: String
            public var secondParameter: [String]?
            public var thirdParameter: [String: RawJSON]?
            public var fourth: RawJSON

            public init(
                firstParameter: String,
                secondParameter: [String]? = nil,
                thirdParameter: [String: RawJSON]? = nil,
                fourth: RawJSON
            ) {
                self.firstParameter = firstParameter
                self.secondParameter = secondParameter
                self.thirdParameter = thirdParameter
                self.fourth = fourth
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var firstParameter: String?
                var secondParameter: [String]?
                var thirdParameter: [String: RawJSON]?
                var fourth: RawJSON?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("firstParameter") {
                        try reader.readMember(into: &firstParameter)
                    } else if reader.isMember("secondParameter") {
                        try reader.readNullableMember(into: &secondParameter)
                    } else if reader.isMember("thirdParameter") {
                        try reader.readNullableMember(into: &thirdParameter)
                    } else if reader.isMember("fourth") {
                        try reader.readMember(into: &fourth)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.firstParameter = try reader.required(firstParameter, "firstParameter")
                self.secondParameter = secondParameter
                self.thirdParameter = thirdParameter
                self.fourth = try reader.required(fourth, "fourth")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("firstParameter", self.firstParameter)
                writer.member("secondParameter", ifPresent: self.secondParameter)
                writer.member("thirdParameter", ifPresent: self.thirdParameter)
                writer.member("fourth", self.fourth)
                writer.endObject()
            }
        }

        /// The output parameters of ``LongName``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var text: StringValue

            public init(text: StringValue) {
                self.text = text
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var text: StringValue?
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
}

/// The errors of `org.example.Every-thing`.
public enum EveryThingFailure: VarlinkFailure, Hashable {
    /// Nobody there.
    case notFound(name: String, kind: EveryThingInterface.Kind, near: [NotFound.Near]? = nil)
    case ioError(code: Int)
    case busy

    public var errorName: String {
        switch self {
        case .notFound: "org.example.Every-thing.NotFound"
        case .ioError: "org.example.Every-thing.IOError"
        case .busy: "org.example.Every-thing.Busy"
        }
    }

    public var errorParameters: RawJSON {
        switch self {
        case .notFound(let name, let kind, let near):
            RawJSON(encoding: NotFound(name: name, kind: kind, near: near))
        case .ioError(let code):
            RawJSON(encoding: IOError(code: code))
        case .busy: .emptyObject
        }
    }

    public init?(errorName: String, errorParameters: RawJSON) {
        switch errorName {
        case "org.example.Every-thing.NotFound":
            guard let parameters = try? NotFound(parsing: errorParameters.bytes) else { return nil }
            self = .notFound(name: parameters.name, kind: parameters.kind, near: parameters.near)
        case "org.example.Every-thing.IOError":
            guard let parameters = try? IOError(parsing: errorParameters.bytes) else { return nil }
            self = .ioError(code: parameters.code)
        case "org.example.Every-thing.Busy":
            self = .busy
        default:
            return nil
        }
    }

    /// The parameters of ``notFound``.
    public struct NotFound: Sendable, Hashable, JSONReadable, JSONWritable {
        public struct Near: Sendable, Hashable, JSONReadable, JSONWritable {
            public enum Why: String, Sendable, Hashable, CaseIterable, JSONReadable, JSONWritable {
                case distance
                case spelling
            }

            public var name: String
            public var why: Why

            public init(name: String, why: Why) {
                self.name = name
                self.why = why
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var name: String?
                var why: Why?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("name") {
                        try reader.readMember(into: &name)
                    } else if reader.isMember("why") {
                        try reader.readMember(into: &why)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.name = try reader.required(name, "name")
                self.why = try reader.required(why, "why")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("name", self.name)
                writer.member("why", self.why)
                writer.endObject()
            }
        }

        public var name: String
        public var kind: EveryThingInterface.Kind
        public var near: [Near]?

        public init(name: String, kind: EveryThingInterface.Kind, near: [Near]? = nil) {
            self.name = name
            self.kind = kind
            self.near = near
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var name: String?
            var kind: EveryThingInterface.Kind?
            var near: [Near]?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("name") {
                    try reader.readMember(into: &name)
                } else if reader.isMember("kind") {
                    try reader.readMember(into: &kind)
                } else if reader.isMember("near") {
                    try reader.readNullableMember(into: &near)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.name = try reader.required(name, "name")
            self.kind = try reader.required(kind, "kind")
            self.near = near
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("name", self.name)
            writer.member("kind", self.kind)
            writer.member("near", ifPresent: self.near)
            writer.endObject()
        }
    }

    /// The parameters of ``ioError``.
    public struct IOError: Sendable, Hashable, JSONReadable, JSONWritable {
        public var code: Int

        public init(code: Int) {
            self.code = code
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var code: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("code") {
                    try reader.readMember(into: &code)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.code = try reader.required(code, "code")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("code", self.code)
            writer.endObject()
        }
    }
}
