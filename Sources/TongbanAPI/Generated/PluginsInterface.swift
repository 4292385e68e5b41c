// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Plugins.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// The bureaus' plugins as the supervisor sees them.
public enum PluginsInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Plugins"

    /// The text of the definition.
    public static let description = #"""
        # The bureaus' plugins as the supervisor sees them.
        interface org.tongban.Plugins

        type Plugin (
          id: string,
          zh: string,
          en: string,
          state: (stopped, starting, ready, unhealthy, backingOff, stopping, quarantined, disabled, faulty),
          version: ?string,
          declaration: ?int,
          pid: ?int,
          since: ?string,
          restarts: int,
          running: int,
          memoryBytes: ?int,
          reasonZh: ?string,
          reasonEn: ?string,
          lastLines: []string,
          executable: string
        )

        method List() -> (plugins: []Plugin)

        method Get(id: string) -> (plugin: Plugin)

        # Lets running tasks finish, then starts the plugin anew; lifts a quarantine.
        method Restart(id: string) -> ()

        method Enable(id: string) -> ()

        method Disable(id: string) -> ()

        error NoSuchPlugin (id: string)

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: ["List", "Get", "Restart", "Enable", "Disable"]
        )
    }

    public struct Plugin: Sendable, Hashable, JSONReadable, JSONWritable {
        public enum State: String, Sendable, Hashable, CaseIterable, JSONReadable, JSONWritable {
            case stopped
            case starting
            case ready
            case unhealthy
            case backingOff
            case stopping
            case quarantined
            case disabled
            case faulty
        }

        public var id: String
        public var zh: String
        public var en: String
        public var state: State
        public var version: String?
        public var declaration: Int?
        public var pid: Int?
        public var since: String?
        public var restarts: Int
        public var running: Int
        public var memoryBytes: Int?
        public var reasonZh: String?
        public var reasonEn: String?
        public var lastLines: [String]
        public var executable: String

        public init(
            id: String,
            zh: String,
            en: String,
            state: State,
            version: String? = nil,
            declaration: Int? = nil,
            pid: Int? = nil,
            since: String? = nil,
            restarts: Int,
            running: Int,
            memoryBytes: Int? = nil,
            reasonZh: String? = nil,
            reasonEn: String? = nil,
            lastLines: [String],
            executable: String
        ) {
            self.id = id
            self.zh = zh
            self.en = en
            self.state = state
            self.version = version
            self.declaration = declaration
            self.pid = pid
            self.since = since
            self.restarts = restarts
            self.running = running
            self.memoryBytes = memoryBytes
            self.reasonZh = reasonZh
            self.reasonEn = reasonEn
            self.lastLines = lastLines
            self.executable = executable
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var id: String?
            var zh: String?
            var en: String?
            var state: State?
            var version: String?
            var declaration: Int?
            var pid: Int?
            var since: String?
            var restarts: Int?
            var running: Int?
            var memoryBytes: Int?
            var reasonZh: String?
            var reasonEn: String?
            var lastLines: [String]?
            var executable: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("state") {
                    try reader.readMember(into: &state)
                } else if reader.isMember("version") {
                    try reader.readNullableMember(into: &version)
                } else if reader.isMember("declaration") {
                    try reader.readNullableMember(into: &declaration)
                } else if reader.isMember("pid") {
                    try reader.readNullableMember(into: &pid)
                } else if reader.isMember("since") {
                    try reader.readNullableMember(into: &since)
                } else if reader.isMember("restarts") {
                    try reader.readMember(into: &restarts)
                } else if reader.isMember("running") {
                    try reader.readMember(into: &running)
                } else if reader.isMember("memoryBytes") {
                    try reader.readNullableMember(into: &memoryBytes)
                } else if reader.isMember("reasonZh") {
                    try reader.readNullableMember(into: &reasonZh)
                } else if reader.isMember("reasonEn") {
                    try reader.readNullableMember(into: &reasonEn)
                } else if reader.isMember("lastLines") {
                    try reader.readMember(into: &lastLines)
                } else if reader.isMember("executable") {
                    try reader.readMember(into: &executable)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.id = try reader.required(id, "id")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.state = try reader.required(state, "state")
            self.version = version
            self.declaration = declaration
            self.pid = pid
            self.since = since
            self.restarts = try reader.required(restarts, "restarts")
            self.running = try reader.required(running, "running")
            self.memoryBytes = memoryBytes
            self.reasonZh = reasonZh
            self.reasonEn = reasonEn
            self.lastLines = try reader.required(lastLines, "lastLines")
            self.executable = try reader.required(executable, "executable")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("id", self.id)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("state", self.state)
            writer.member("version", ifPresent: self.version)
            writer.member("declaration", ifPresent: self.declaration)
            writer.member("pid", ifPresent: self.pid)
            writer.member("since", ifPresent: self.since)
            writer.member("restarts", self.restarts)
            writer.member("running", self.running)
            writer.member("memoryBytes", ifPresent: self.memoryBytes)
            writer.member("reasonZh", ifPresent: self.reasonZh)
            writer.member("reasonEn", ifPresent: self.reasonEn)
            writer.member("lastLines", self.lastLines)
            writer.member("executable", self.executable)
            writer.endObject()
        }
    }

    /// The method `org.tongban.Plugins.List`.
    public enum List: VarlinkMethod {
        public static let name = "org.tongban.Plugins.List"

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
            public var plugins: [Plugin]

            public init(plugins: [Plugin]) {
                self.plugins = plugins
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var plugins: [Plugin]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("plugins") {
                        try reader.readMember(into: &plugins)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.plugins = try reader.required(plugins, "plugins")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("plugins", self.plugins)
                writer.endObject()
            }
        }
    }

    /// The method `org.tongban.Plugins.Get`.
    public enum Get: VarlinkMethod {
        public static let name = "org.tongban.Plugins.Get"

        /// The input parameters of ``Get``.
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

        /// The output parameters of ``Get``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var plugin: Plugin

            public init(plugin: Plugin) {
                self.plugin = plugin
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var plugin: Plugin?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("plugin") {
                        try reader.readMember(into: &plugin)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.plugin = try reader.required(plugin, "plugin")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("plugin", self.plugin)
                writer.endObject()
            }
        }
    }

    /// Lets running tasks finish, then starts the plugin anew; lifts a quarantine.
    public enum Restart: VarlinkMethod {
        public static let name = "org.tongban.Plugins.Restart"

        /// The input parameters of ``Restart``.
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

        /// The output parameters of ``Restart``.
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

    /// The method `org.tongban.Plugins.Enable`.
    public enum Enable: VarlinkMethod {
        public static let name = "org.tongban.Plugins.Enable"

        /// The input parameters of ``Enable``.
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

        /// The output parameters of ``Enable``.
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

    /// The method `org.tongban.Plugins.Disable`.
    public enum Disable: VarlinkMethod {
        public static let name = "org.tongban.Plugins.Disable"

        /// The input parameters of ``Disable``.
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

        /// The output parameters of ``Disable``.
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

/// The errors of `org.tongban.Plugins`.
public enum PluginsFailure: VarlinkFailure, Hashable {
    case noSuchPlugin(id: String)

    public var errorName: String {
        switch self {
        case .noSuchPlugin: "org.tongban.Plugins.NoSuchPlugin"
        }
    }

    public var errorParameters: RawJSON {
        switch self {
        case .noSuchPlugin(let id):
            RawJSON(encoding: NoSuchPlugin(id: id))
        }
    }

    public init?(errorName: String, errorParameters: RawJSON) {
        switch errorName {
        case "org.tongban.Plugins.NoSuchPlugin":
            guard let parameters = try? NoSuchPlugin(parsing: errorParameters.bytes) else { return nil }
            self = .noSuchPlugin(id: parameters.id)
        default:
            return nil
        }
    }

    /// The parameters of ``noSuchPlugin``.
    public struct NoSuchPlugin: Sendable, Hashable, JSONReadable, JSONWritable {
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
