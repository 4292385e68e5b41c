// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Bureau.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// What a bureau's plugin serves; the daemon calls it.
public enum BureauInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Bureau"

    /// The text of the definition.
    public static let description = #"""
        # What a bureau's plugin serves; the daemon calls it.
        interface org.tongban.Bureau

        type Handled (
          id: string,
          kind: string,
          attempt: int,
          payload: object,
          case: ?string,
          caseData: ?object,
          deadline: ?string,
          now: string
        )

        # The first call. The daemon offers the protocol versions it speaks; the plugin answers the highest that both do.
        # `rules` is what the plugin's rule file says, `today` the civil day (YYYY-MM-DD) whose values the bureau declares itself
        # by. It is called again when a day begins on which a value becomes another, and the declaration may differ then.
        method Handshake(minimum: int, maximum: int, daemon: string, socket: string, today: ?string, rules: ?object) -> (protocol: int, version: string, declaration: object)

        # Works on one task. What is to change is returned as effects, which the daemon applies together with the completion.
        method Handle(task: Handled) -> (output: ?object, effects: []object)

        # Answers while the plugin is able to work.
        method Ping() -> (running: int)

        # Takes no further task, finishes the running ones, then ends.
        method Retire() -> ()

        # No common version.
        error VersionMismatch (minimum: int, maximum: int, reason: string)

        # The rule file says something the plugin cannot go by.
        error BadRules (reason: string)

        # The task failed; it is tried again unless `fatal`.
        error TaskFailed (reason: string, fatal: bool, retryAfterSeconds: ?int)

        error UnknownKind (kind: string)

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: ["Handshake", "Handle", "Ping", "Retire"]
        )
    }

    public struct Handled: Sendable, Hashable, JSONReadable, JSONWritable {
        public var id: String
        public var kind: String
        public var attempt: Int
        public var payload: RawJSON
        public var `case`: String?
        public var caseData: RawJSON?
        public var deadline: String?
        public var now: String

        public init(
            id: String,
            kind: String,
            attempt: Int,
            payload: RawJSON,
            `case`: String? = nil,
            caseData: RawJSON? = nil,
            deadline: String? = nil,
            now: String
        ) {
            self.id = id
            self.kind = kind
            self.attempt = attempt
            self.payload = payload
            self.`case` = `case`
            self.caseData = caseData
            self.deadline = deadline
            self.now = now
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var id: String?
            var kind: String?
            var attempt: Int?
            var payload: RawJSON?
            var `case`: String?
            var caseData: RawJSON?
            var deadline: String?
            var now: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("kind") {
                    try reader.readMember(into: &kind)
                } else if reader.isMember("attempt") {
                    try reader.readMember(into: &attempt)
                } else if reader.isMember("payload") {
                    try reader.readMember(into: &payload)
                } else if reader.isMember("case") {
                    try reader.readNullableMember(into: &`case`)
                } else if reader.isMember("caseData") {
                    try reader.readNullableMember(into: &caseData)
                } else if reader.isMember("deadline") {
                    try reader.readNullableMember(into: &deadline)
                } else if reader.isMember("now") {
                    try reader.readMember(into: &now)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.id = try reader.required(id, "id")
            self.kind = try reader.required(kind, "kind")
            self.attempt = try reader.required(attempt, "attempt")
            self.payload = try reader.required(payload, "payload")
            self.`case` = `case`
            self.caseData = caseData
            self.deadline = deadline
            self.now = try reader.required(now, "now")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("id", self.id)
            writer.member("kind", self.kind)
            writer.member("attempt", self.attempt)
            writer.member("payload", self.payload)
            writer.member("case", ifPresent: self.`case`)
            writer.member("caseData", ifPresent: self.caseData)
            writer.member("deadline", ifPresent: self.deadline)
            writer.member("now", self.now)
            writer.endObject()
        }
    }

    /// The first call. The daemon offers the protocol versions it speaks; the plugin answers the highest that both do.
    /// `rules` is what the plugin's rule file says, `today` the civil day (YYYY-MM-DD) whose values the bureau declares itself
    /// by. It is called again when a day begins on which a value becomes another, and the declaration may differ then.
    public enum Handshake: VarlinkMethod {
        public static let name = "org.tongban.Bureau.Handshake"

        /// The input parameters of ``Handshake``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var minimum: Int
            public var maximum: Int
            public var daemon: String
            public var socket: String
            public var today: String?
            public var rules: RawJSON?

            public init(
                minimum: Int,
                maximum: Int,
                daemon: String,
                socket: String,
                today: String? = nil,
                rules: RawJSON? = nil
            ) {
                self.minimum = minimum
                self.maximum = maximum
                self.daemon = daemon
                self.socket = socket
                self.today = today
                self.rules = rules
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var minimum: Int?
                var maximum: Int?
                var daemon: String?
                var socket: String?
                var today: String?
                var rules: RawJSON?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("minimum") {
                        try reader.readMember(into: &minimum)
                    } else if reader.isMember("maximum") {
                        try reader.readMember(into: &maximum)
                    } else if reader.isMember("daemon") {
                        try reader.readMember(into: &daemon)
                    } else if reader.isMember("socket") {
                        try reader.readMember(into: &socket)
                    } else if reader.isMember("today") {
                        try reader.readNullableMember(into: &today)
                    } else if reader.isMember("rules") {
                        try reader.readNullableMember(into: &rules)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.minimum = try reader.required(minimum, "minimum")
                self.maximum = try reader.required(maximum, "maximum")
                self.daemon = try reader.required(daemon, "daemon")
                self.socket = try reader.required(socket, "socket")
                self.today = today
                self.rules = rules
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("minimum", self.minimum)
                writer.member("maximum", self.maximum)
                writer.member("daemon", self.daemon)
                writer.member("socket", self.socket)
                writer.member("today", ifPresent: self.today)
                writer.member("rules", ifPresent: self.rules)
                writer.endObject()
            }
        }

        /// The output parameters of ``Handshake``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var `protocol`: Int
            public var version: String
            public var declaration: RawJSON

            public init(`protocol`: Int, version: String, declaration: RawJSON) {
                self.`protocol` = `protocol`
                self.version = version
                self.declaration = declaration
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var `protocol`: Int?
                var version: String?
                var declaration: RawJSON?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("protocol") {
                        try reader.readMember(into: &`protocol`)
                    } else if reader.isMember("version") {
                        try reader.readMember(into: &version)
                    } else if reader.isMember("declaration") {
                        try reader.readMember(into: &declaration)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.`protocol` = try reader.required(`protocol`, "protocol")
                self.version = try reader.required(version, "version")
                self.declaration = try reader.required(declaration, "declaration")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("protocol", self.`protocol`)
                writer.member("version", self.version)
                writer.member("declaration", self.declaration)
                writer.endObject()
            }
        }
    }

    /// Works on one task. What is to change is returned as effects, which the daemon applies together with the completion.
    public enum Handle: VarlinkMethod {
        public static let name = "org.tongban.Bureau.Handle"

        /// The input parameters of ``Handle``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var task: Handled

            public init(task: Handled) {
                self.task = task
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var task: Handled?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("task") {
                        try reader.readMember(into: &task)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.task = try reader.required(task, "task")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("task", self.task)
                writer.endObject()
            }
        }

        /// The output parameters of ``Handle``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var output: RawJSON?
            public var effects: [RawJSON]

            public init(output: RawJSON? = nil, effects: [RawJSON]) {
                self.output = output
                self.effects = effects
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var output: RawJSON?
                var effects: [RawJSON]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("output") {
                        try reader.readNullableMember(into: &output)
                    } else if reader.isMember("effects") {
                        try reader.readMember(into: &effects)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.output = output
                self.effects = try reader.required(effects, "effects")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("output", ifPresent: self.output)
                writer.member("effects", self.effects)
                writer.endObject()
            }
        }
    }

    /// Answers while the plugin is able to work.
    public enum Ping: VarlinkMethod {
        public static let name = "org.tongban.Bureau.Ping"

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
            public var running: Int

            public init(running: Int) {
                self.running = running
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var running: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("running") {
                        try reader.readMember(into: &running)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.running = try reader.required(running, "running")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("running", self.running)
                writer.endObject()
            }
        }
    }

    /// Takes no further task, finishes the running ones, then ends.
    public enum Retire: VarlinkMethod {
        public static let name = "org.tongban.Bureau.Retire"

        /// The input parameters of ``Retire``.
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

        /// The output parameters of ``Retire``.
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

/// The errors of `org.tongban.Bureau`.
public enum BureauFailure: VarlinkFailure, Hashable {
    /// No common version.
    case versionMismatch(minimum: Int, maximum: Int, reason: String)

    /// The rule file says something the plugin cannot go by.
    case badRules(reason: String)

    /// The task failed; it is tried again unless `fatal`.
    case taskFailed(reason: String, fatal: Bool, retryAfterSeconds: Int? = nil)
    case unknownKind(kind: String)

    public var errorName: String {
        switch self {
        case .versionMismatch: "org.tongban.Bureau.VersionMismatch"
        case .badRules: "org.tongban.Bureau.BadRules"
        case .taskFailed: "org.tongban.Bureau.TaskFailed"
        case .unknownKind: "org.tongban.Bureau.UnknownKind"
        }
    }

    public var errorParameters: RawJSON {
        switch self {
        case .versionMismatch(let minimum, let maximum, let reason):
            RawJSON(encoding: VersionMismatch(minimum: minimum, maximum: maximum, reason: reason))
        case .badRules(let reason):
            RawJSON(encoding: BadRules(reason: reason))
        case .taskFailed(let reason, let fatal, let retryAfterSeconds):
            RawJSON(encoding: TaskFailed(reason: reason, fatal: fatal, retryAfterSeconds: retryAfterSeconds))
        case .unknownKind(let kind):
            RawJSON(encoding: UnknownKind(kind: kind))
        }
    }

    public init?(errorName: String, errorParameters: RawJSON) {
        switch errorName {
        case "org.tongban.Bureau.VersionMismatch":
            guard let parameters = try? VersionMismatch(parsing: errorParameters.bytes) else { return nil }
            self = .versionMismatch(minimum: parameters.minimum, maximum: parameters.maximum, reason: parameters.reason)
        case "org.tongban.Bureau.BadRules":
            guard let parameters = try? BadRules(parsing: errorParameters.bytes) else { return nil }
            self = .badRules(reason: parameters.reason)
        case "org.tongban.Bureau.TaskFailed":
            guard let parameters = try? TaskFailed(parsing: errorParameters.bytes) else { return nil }
            self = .taskFailed(
                reason: parameters.reason,
                fatal: parameters.fatal,
                retryAfterSeconds: parameters.retryAfterSeconds
            )
        case "org.tongban.Bureau.UnknownKind":
            guard let parameters = try? UnknownKind(parsing: errorParameters.bytes) else { return nil }
            self = .unknownKind(kind: parameters.kind)
        default:
            return nil
        }
    }

    /// The parameters of ``versionMismatch``.
    public struct VersionMismatch: Sendable, Hashable, JSONReadable, JSONWritable {
        public var minimum: Int
        public var maximum: Int
        public var reason: String

        public init(minimum: Int, maximum: Int, reason: String) {
            self.minimum = minimum
            self.maximum = maximum
            self.reason = reason
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var minimum: Int?
            var maximum: Int?
            var reason: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("minimum") {
                    try reader.readMember(into: &minimum)
                } else if reader.isMember("maximum") {
                    try reader.readMember(into: &maximum)
                } else if reader.isMember("reason") {
                    try reader.readMember(into: &reason)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.minimum = try reader.required(minimum, "minimum")
            self.maximum = try reader.required(maximum, "maximum")
            self.reason = try reader.required(reason, "reason")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("minimum", self.minimum)
            writer.member("maximum", self.maximum)
            writer.member("reason", self.reason)
            writer.endObject()
        }
    }

    /// The parameters of ``badRules``.
    public struct BadRules: Sendable, Hashable, JSONReadable, JSONWritable {
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var reason: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("reason") {
                    try reader.readMember(into: &reason)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.reason = try reader.required(reason, "reason")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("reason", self.reason)
            writer.endObject()
        }
    }

    /// The parameters of ``taskFailed``.
    public struct TaskFailed: Sendable, Hashable, JSONReadable, JSONWritable {
        public var reason: String
        public var fatal: Bool
        public var retryAfterSeconds: Int?

        public init(reason: String, fatal: Bool, retryAfterSeconds: Int? = nil) {
            self.reason = reason
            self.fatal = fatal
            self.retryAfterSeconds = retryAfterSeconds
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var reason: String?
            var fatal: Bool?
            var retryAfterSeconds: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("reason") {
                    try reader.readMember(into: &reason)
                } else if reader.isMember("fatal") {
                    try reader.readMember(into: &fatal)
                } else if reader.isMember("retryAfterSeconds") {
                    try reader.readNullableMember(into: &retryAfterSeconds)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.reason = try reader.required(reason, "reason")
            self.fatal = try reader.required(fatal, "fatal")
            self.retryAfterSeconds = retryAfterSeconds
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("reason", self.reason)
            writer.member("fatal", self.fatal)
            writer.member("retryAfterSeconds", ifPresent: self.retryAfterSeconds)
            writer.endObject()
        }
    }

    /// The parameters of ``unknownKind``.
    public struct UnknownKind: Sendable, Hashable, JSONReadable, JSONWritable {
        public var kind: String

        public init(kind: String) {
            self.kind = kind
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var kind: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("kind") {
                    try reader.readMember(into: &kind)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.kind = try reader.required(kind, "kind")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("kind", self.kind)
            writer.endObject()
        }
    }
}
