// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from io.systemd.service.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// What systemd's own services offer to be managed by.
public enum ServiceInterface {
    /// The name of the interface.
    public static let name = "io.systemd.service"

    /// The text of the definition.
    public static let description = #"""
        # What systemd's own services offer to be managed by.
        interface io.systemd.service

        # Answers when the service is alive.
        method Ping() -> ()

        # Reads the configuration anew and looks for plugins again.
        method Reload() -> ()

        # Messages less urgent than this are not logged: a priority of syslog, 0 (emergency) to 7 (debug).
        method SetLogLevel(level: int) -> ()

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: ["Ping", "Reload", "SetLogLevel"]
        )
    }

    /// Answers when the service is alive.
    public enum Ping: VarlinkMethod {
        public static let name = "io.systemd.service.Ping"

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

    /// Reads the configuration anew and looks for plugins again.
    public enum Reload: VarlinkMethod {
        public static let name = "io.systemd.service.Reload"

        /// The input parameters of ``Reload``.
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

        /// The output parameters of ``Reload``.
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

    /// Messages less urgent than this are not logged: a priority of syslog, 0 (emergency) to 7 (debug).
    public enum SetLogLevel: VarlinkMethod {
        public static let name = "io.systemd.service.SetLogLevel"

        /// The input parameters of ``SetLogLevel``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var level: Int

            public init(level: Int) {
                self.level = level
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var level: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("level") {
                        try reader.readMember(into: &level)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.level = try reader.required(level, "level")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("level", self.level)
                writer.endObject()
            }
        }

        /// The output parameters of ``SetLogLevel``.
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
