// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Clock.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// The daemon's clock. A simulated one moves only by Advance.
public enum ClockInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Clock"

    /// The text of the definition.
    public static let description = #"""
        # The daemon's clock. A simulated one moves only by Advance.
        interface org.tongban.Clock

        method Get() -> (now: string, clock: (real, simulated))

        # Moves the simulated clock by a time such as `3d`, `90min`, `1d12h` or to a moment, through every timer on the way, in order.
        # [Supports 'more' flag]
        method Advance(by: ?string, to: ?string) -> (now: string, fired: int, done: bool)

        error NotSimulated ()

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: ["Get", "Advance"]
        )
    }

    /// The method `org.tongban.Clock.Get`.
    public enum Get: VarlinkMethod {
        public static let name = "org.tongban.Clock.Get"

        /// The input parameters of ``Get``.
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

        /// The output parameters of ``Get``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public enum Clock: String, Sendable, Hashable, CaseIterable, JSONReadable, JSONWritable {
                case real
                case simulated
            }

            public var now: String
            public var clock: Clock

            public init(now: String, clock: Clock) {
                self.now = now
                self.clock = clock
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var now: String?
                var clock: Clock?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("now") {
                        try reader.readMember(into: &now)
                    } else if reader.isMember("clock") {
                        try reader.readMember(into: &clock)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.now = try reader.required(now, "now")
                self.clock = try reader.required(clock, "clock")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("now", self.now)
                writer.member("clock", self.clock)
                writer.endObject()
            }
        }
    }

    /// Moves the simulated clock by a time such as `3d`, `90min`, `1d12h` or to a moment, through every timer on the way, in order.
    /// [Supports 'more' flag]
    public enum Advance: VarlinkMethod {
        public static let name = "org.tongban.Clock.Advance"

        /// The input parameters of ``Advance``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var by: String?
            public var to: String?

            public init(by: String? = nil, to: String? = nil) {
                self.by = by
                self.to = to
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var by: String?
                var to: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("by") {
                        try reader.readNullableMember(into: &by)
                    } else if reader.isMember("to") {
                        try reader.readNullableMember(into: &to)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.by = by
                self.to = to
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("by", ifPresent: self.by)
                writer.member("to", ifPresent: self.to)
                writer.endObject()
            }
        }

        /// The output parameters of ``Advance``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var now: String
            public var fired: Int
            public var done: Bool

            public init(now: String, fired: Int, done: Bool) {
                self.now = now
                self.fired = fired
                self.done = done
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var now: String?
                var fired: Int?
                var done: Bool?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("now") {
                        try reader.readMember(into: &now)
                    } else if reader.isMember("fired") {
                        try reader.readMember(into: &fired)
                    } else if reader.isMember("done") {
                        try reader.readMember(into: &done)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.now = try reader.required(now, "now")
                self.fired = try reader.required(fired, "fired")
                self.done = try reader.required(done, "done")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("now", self.now)
                writer.member("fired", self.fired)
                writer.member("done", self.done)
                writer.endObject()
            }
        }
    }
}

/// The errors of `org.tongban.Clock`.
public enum ClockFailure: VarlinkFailure, Hashable {
    case notSimulated

    public var errorName: String {
        switch self {
        case .notSimulated: "org.tongban.Clock.NotSimulated"
        }
    }

    public var errorParameters: RawJSON {
        switch self {
        case .notSimulated: .emptyObject
        }
    }

    public init?(errorName: String, errorParameters: RawJSON) {
        switch errorName {
        case "org.tongban.Clock.NotSimulated":
            self = .notSimulated
        default:
            return nil
        }
    }
}
