// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Persons.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// The directory of the persons who handle cases, with their roles and areas.
public enum PersonsInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Persons"

    /// The text of the definition.
    public static let description = #"""
        # The directory of the persons who handle cases, with their roles and areas.
        interface org.tongban.Persons

        # Roles are `bureau:role`, or a role alone for every bureau; `uid` is the Unix user who is this person.
        type Person (
          id: string,
          name: string,
          uid: ?int,
          roles: []string,
          area: ?string,
          active: bool
        )

        method List() -> (persons: []Person)

        method Put(persons: []Person) -> ()

        method Remove(id: string) -> ()

        # Whom the daemon takes the caller for.
        method WhoAmI() -> (id: string, roles: []string, operator: bool)

        error NoSuchPerson (id: string)

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: ["List", "Put", "Remove", "WhoAmI"]
        )
    }

    /// Roles are `bureau:role`, or a role alone for every bureau; `uid` is the Unix user who is this person.
    public struct Person: Sendable, Hashable, JSONReadable, JSONWritable {
        public var id: String
        public var name: String
        public var uid: Int?
        public var roles: [String]
        public var area: String?
        public var active: Bool

        public init(id: String, name: String, uid: Int? = nil, roles: [String], area: String? = nil, active: Bool) {
            self.id = id
            self.name = name
            self.uid = uid
            self.roles = roles
            self.area = area
            self.active = active
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var id: String?
            var name: String?
            var uid: Int?
            var roles: [String]?
            var area: String?
            var active: Bool?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("name") {
                    try reader.readMember(into: &name)
                } else if reader.isMember("uid") {
                    try reader.readNullableMember(into: &uid)
                } else if reader.isMember("roles") {
                    try reader.readMember(into: &roles)
                } else if reader.isMember("area") {
                    try reader.readNullableMember(into: &area)
                } else if reader.isMember("active") {
                    try reader.readMember(into: &active)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.id = try reader.required(id, "id")
            self.name = try reader.required(name, "name")
            self.uid = uid
            self.roles = try reader.required(roles, "roles")
            self.area = area
            self.active = try reader.required(active, "active")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("id", self.id)
            writer.member("name", self.name)
            writer.member("uid", ifPresent: self.uid)
            writer.member("roles", self.roles)
            writer.member("area", ifPresent: self.area)
            writer.member("active", self.active)
            writer.endObject()
        }
    }

    /// The method `org.tongban.Persons.List`.
    public enum List: VarlinkMethod {
        public static let name = "org.tongban.Persons.List"

        /// The input parameters of ``List``.
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

        /// The output parameters of ``List``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var persons: [Person]

            public init(persons: [Person]) {
                self.persons = persons
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var persons: [Person]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("persons") {
                        try reader.readMember(into: &persons)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.persons = try reader.required(persons, "persons")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("persons", self.persons)
                writer.endObject()
            }
        }
    }

    /// The method `org.tongban.Persons.Put`.
    public enum Put: VarlinkMethod {
        public static let name = "org.tongban.Persons.Put"

        /// The input parameters of ``Put``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var persons: [Person]

            public init(persons: [Person]) {
                self.persons = persons
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var persons: [Person]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("persons") {
                        try reader.readMember(into: &persons)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.persons = try reader.required(persons, "persons")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("persons", self.persons)
                writer.endObject()
            }
        }

        /// The output parameters of ``Put``.
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

    /// The method `org.tongban.Persons.Remove`.
    public enum Remove: VarlinkMethod {
        public static let name = "org.tongban.Persons.Remove"

        /// The input parameters of ``Remove``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var id: String

            public init(id: String) {
                self.id = id
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var id: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("id") {
                        try reader.readMember(into: &id)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.id = try reader.required(id, "id")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", self.id)
                writer.endObject()
            }
        }

        /// The output parameters of ``Remove``.
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

    /// Whom the daemon takes the caller for.
    public enum WhoAmI: VarlinkMethod {
        public static let name = "org.tongban.Persons.WhoAmI"

        /// The input parameters of ``WhoAmI``.
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

        /// The output parameters of ``WhoAmI``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var id: String
            public var roles: [String]
            public var `operator`: Bool

            public init(id: String, roles: [String], `operator`: Bool) {
                self.id = id
                self.roles = roles
                self.`operator` = `operator`
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var id: String?
                var roles: [String]?
                var `operator`: Bool?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("id") {
                        try reader.readMember(into: &id)
                    } else if reader.isMember("roles") {
                        try reader.readMember(into: &roles)
                    } else if reader.isMember("operator") {
                        try reader.readMember(into: &`operator`)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.id = try reader.required(id, "id")
                self.roles = try reader.required(roles, "roles")
                self.`operator` = try reader.required(`operator`, "operator")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", self.id)
                writer.member("roles", self.roles)
                writer.member("operator", self.`operator`)
                writer.endObject()
            }
        }
    }
}

/// The errors of `org.tongban.Persons`.
public enum PersonsFailure: VarlinkFailure, Hashable {
    case noSuchPerson(id: String)

    public var errorName: String {
        switch self {
        case .noSuchPerson: "org.tongban.Persons.NoSuchPerson"
        }
    }

    public var errorParameters: RawJSON {
        switch self {
        case .noSuchPerson(let id):
            RawJSON(encoding: NoSuchPerson(id: id))
        }
    }

    public init?(errorName: String, errorParameters: RawJSON) {
        switch errorName {
        case "org.tongban.Persons.NoSuchPerson":
            guard let parameters = try? NoSuchPerson(parsing: errorParameters.bytes) else { return nil }
            self = .noSuchPerson(id: parameters.id)
        default:
            return nil
        }
    }

    /// The parameters of ``noSuchPerson``.
    public struct NoSuchPerson: Sendable, Hashable, JSONReadable, JSONWritable {
        public var id: String

        public init(id: String) {
            self.id = id
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var id: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.id = try reader.required(id, "id")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("id", self.id)
            writer.endObject()
        }
    }
}
