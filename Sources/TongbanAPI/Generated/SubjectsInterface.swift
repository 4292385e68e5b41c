// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Subjects.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// The persons and organisations that cases are about: what happens to them, and corrections of their identifiers.
public enum SubjectsInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Subjects"

    /// The text of the definition.
    public static let description = #"""
        # The persons and organisations that cases are about: what happens to them, and corrections of their identifiers.
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

        # Raises an event such as `person.deceased` or `person.moved` in every open case about a person or organisation.
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

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: ["Tell", "Resolve", "AskCorrection", "DecideCorrection", "ListCorrections"]
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

    /// Raises an event such as `person.deceased` or `person.moved` in every open case about a person or organisation.
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
}
