// SPDX-License-Identifier: Apache-2.0

import Logging

/// What can be changed while the daemon runs, and what cannot but is looked at to be told of.
public struct LiveSettings: Sendable, Hashable {
    /// Unix users who run the service, beside root and the daemon's own.
    public var operators: Set<UInt32>
    /// Unix users of programs that may act for any person.
    public var trusted: Set<UInt32>
    /// Folders with a folder for each plugin.
    public var pluginDirectories: [String]
    /// How many connections there may be.
    public var connectionLimit: Int
    /// How many connections one user may have.
    public var connectionLimitPerUser: Int
    /// For how many days a task is kept after it was done or cancelled.
    public var keepsFinishedTasksDays: Int
    public var logLevel: Logger.Level
    /// Settings that count at the start only, by name.
    public var atStart: [String: String]

    public init(
        operators: Set<UInt32>,
        trusted: Set<UInt32>,
        pluginDirectories: [String],
        connectionLimit: Int,
        connectionLimitPerUser: Int,
        keepsFinishedTasksDays: Int,
        logLevel: Logger.Level,
        atStart: [String: String]
    ) {
        self.operators = operators
        self.trusted = trusted
        self.pluginDirectories = pluginDirectories
        self.connectionLimit = connectionLimit
        self.connectionLimitPerUser = connectionLimitPerUser
        self.keepsFinishedTasksDays = keepsFinishedTasksDays
        self.logLevel = logLevel
        self.atStart = atStart
    }

    /// What differs, each in words, ordered as above.
    public func changes(from old: LiveSettings) -> [String] {
        var changes: [String] = []
        func compare(_ name: String, _ old: String, _ new: String) {
            if old != new { changes.append("\(name): \(old) -> \(new)") }
        }
        compare("operators", Self.list(old.operators), Self.list(self.operators))
        compare("trusted", Self.list(old.trusted), Self.list(self.trusted))
        compare("plugins", old.pluginDirectories.joined(separator: ":"), self.pluginDirectories.joined(separator: ":"))
        compare("connectionLimit", "\(old.connectionLimit)", "\(self.connectionLimit)")
        compare("connectionLimitPerUser", "\(old.connectionLimitPerUser)", "\(self.connectionLimitPerUser)")
        compare("keepsFinishedTasksDays", "\(old.keepsFinishedTasksDays)", "\(self.keepsFinishedTasksDays)")
        compare("logLevel", "\(old.logLevel)", "\(self.logLevel)")
        for name in Set(self.atStart.keys).union(old.atStart.keys).sorted()
        where old.atStart[name] != self.atStart[name] {
            changes.append("\(name): counts from the next start")
        }
        return changes
    }

    private static func list(_ users: Set<UInt32>) -> String {
        users.isEmpty ? "none" : users.sorted().map(String.init).joined(separator: ",")
    }
}
