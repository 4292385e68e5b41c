// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import Logging
import TongbanEngine
import TongbanModel
import TongbanService
import Varlink

#if canImport(Glibc)
import Glibc
#endif

/// What the daemon is told, in this order: options, environment, configuration file, defaults.
struct Settings {
    var daemon: DaemonConfiguration

    init(command: Tongband) throws {
        let file = try command.config.map { try ConfigurationFile(path: $0) }
        guard let state = try command.state ?? Self.environment("TONGBAN_STATE") ?? file?.text("state") else {
            throw ValidationError("name the state folder: --state DIR or TONGBAN_STATE")
        }
        guard let socket = try command.socket ?? Self.environment("TONGBAN_SOCKET") ?? file?.text("socket") else {
            throw ValidationError("name the socket: --socket PATH or TONGBAN_SOCKET")
        }
        var plugins = command.plugins
        if plugins.isEmpty, let list = Self.environment("TONGBAN_PLUGINS") {
            plugins = list.split(separator: ":").map(String.init)
        }
        if plugins.isEmpty { plugins = try file?.texts("plugins") ?? [] }
        var daemon = DaemonConfiguration(
            stateDirectory: Self.absolute(state),
            socketPath: Self.absolute(socket),
            pluginDirectories: plugins.map(Self.absolute),
            launcher: try Self.launcher(try file?.text("launcher"))
        )
        if let runtime = try Self.environment("RUNTIME_DIRECTORY") ?? file?.text("runtime") {
            daemon.runtimeDirectory = Self.absolute(runtime) + "/plugins"
        }
        if let clock = try command.clock ?? file?.text("clock") {
            guard let start = Instant(clock) else {
                throw ValidationError("--clock must be a moment with offset, such as 2022-07-11T08:00:00+08:00")
            }
            daemon.clock = .simulated(start: start)
        }
        daemon.sealingKeys = try file?.text("sealingKeys").map(Self.absolute)
        daemon.credentialsDirectory = Self.environment("CREDENTIALS_DIRECTORY")
        daemon.operators = Set(try file?.users("operators") ?? [])
        daemon.trusted = Set(try file?.users("trusted") ?? [])
        if let limit = try file?.number("messageSizeLimit", in: 1_024...(64 << 20)) {
            daemon.server.messageSizeLimit = limit
        }
        if let limit = try file?.number("connectionLimit", in: 1...65_536) { daemon.server.connectionLimit = limit }
        if let limit = try file?.number("connectionLimitPerUser", in: 1...65_536) {
            daemon.server.connectionLimitPerUser = limit
        }
        if let days = try file?.number("keepsFinishedTasksDays", in: 1...36_500) {
            daemon.keepsFinishedTasksDays = days
        }
        if let limit = try file?.number("attachmentSizeLimit", in: 1...(256 << 20)) {
            daemon.attachmentSizeLimit = limit
        }
        if let limit = try file?.number("attachmentCountLimit", in: 1...1_000) {
            daemon.attachmentCountLimit = limit
        }
        daemon.messages = try Self.messages(file)
        let level = try command.logLevel ?? file?.text("logLevel") ?? "info"
        guard let known = Logger.Level(rawValue: level) else {
            throw ValidationError("\"\(level)\" is no log level")
        }
        daemon.logLevel = known
        self.daemon = daemon
    }

    private static func messages(_ file: ConfigurationFile?) throws -> MessageRules {
        var rules = MessageRules()
        for name in try file?.texts("gateways") ?? [] {
            guard let channel = MessageChannel(rawValue: name.uppercased()), channel.needsGateway else {
                throw ValidationError("gateways: \"\(name)\" is neither sms nor wechat")
            }
            rules.gateways.insert(channel)
        }
        if let hours = try file?.text("quietHours") {
            guard hours == "none" || QuietHours(hours) != nil else {
                throw ValidationError("quietHours must be such as 21:00-07:00, or none")
            }
            rules.quietHours = QuietHours(hours)
        }
        rules.words = try file?.texts("sensitiveWords") ?? []
        return rules
    }

    private static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func absolute(_ path: String) -> String {
        guard !path.hasPrefix("/") else { return path }
        guard let current = getcwd(nil, 0) else { return path }
        defer { free(current) }
        return String(cString: current) + "/" + path
    }

    /// The start helper: as configured, or beside this program, or where packages put it.
    private static func launcher(_ configured: String?) throws -> String {
        if let configured { return configured }
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let length = readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
        var candidates = ["/usr/libexec/tongban/tongband-launch", "/usr/lib/tongban/tongband-launch"]
        if length > 0 {
            let own = String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
            if let slash = own.lastIndex(of: "/") {
                candidates.insert(own[..<slash] + "/tongband-launch", at: 0)
            }
        }
        guard let found = candidates.first(where: { access($0, X_OK) == 0 }) else {
            throw ValidationError("tongband-launch is not to be found; looked at \(candidates.joined(separator: ", "))")
        }
        return found
    }
}

/// The configuration file: one JSON object. Members that are not known are a fault, so that a slip is noticed.
struct ConfigurationFile {
    private let object: JSONObject
    private let path: String

    private static let known: Set<String> = [
        "state", "socket", "plugins", "launcher", "runtime", "clock", "operators", "trusted", "messageSizeLimit",
        "connectionLimit", "connectionLimitPerUser", "keepsFinishedTasksDays", "logLevel", "attachmentSizeLimit",
        "attachmentCountLimit", "sealingKeys", "gateways", "quietHours", "sensitiveWords",
    ]

    init(path: String) throws {
        guard let file = fopen(path, "r") else {
            throw ValidationError("cannot read \(path): \(String(cString: strerror(errno)))")
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { break }
            bytes += chunk[0..<count]
        }
        let json: JSON
        do {
            json = try JSON(parsing: bytes)
        } catch {
            throw ValidationError("\(path) is no JSON: \(error)")
        }
        guard let object = json.objectValue else { throw ValidationError("\(path) must hold a JSON object") }
        if let unknown = object.names.first(where: { !Self.known.contains($0) }) {
            throw ValidationError("\(path): there is no setting \"\(unknown)\"")
        }
        self.object = object
        self.path = path
    }

    func text(_ name: String) throws -> String? {
        guard let value = self.object[name] else { return nil }
        guard let text = value.stringValue else { throw ValidationError("\(self.path): \"\(name)\" must be a string") }
        return text
    }

    func texts(_ name: String) throws -> [String]? {
        guard let value = self.object[name] else { return nil }
        let texts = value.arrayValue?.compactMap(\.stringValue)
        guard let texts, texts.count == value.arrayValue?.count else {
            throw ValidationError("\(self.path): \"\(name)\" must list strings")
        }
        return texts
    }

    func users(_ name: String) throws -> [UInt32]? {
        guard let list = self.object[name] else { return nil }
        guard let values = list.arrayValue else {
            throw ValidationError("\(self.path): \"\(name)\" must list Unix user ids")
        }
        return try values.map { value in
            guard let number = value.integerValue.flatMap({ UInt32(exactly: $0) }) else {
                throw ValidationError("\(self.path): \"\(name)\" must list Unix user ids")
            }
            return number
        }
    }

    func number(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
        guard let value = self.object[name] else { return nil }
        guard let number = value.integerValue, range.contains(Int(number)) else {
            throw ValidationError("\(self.path): \"\(name)\" must be \(range.lowerBound) to \(range.upperBound)")
        }
        return Int(number)
    }
}
