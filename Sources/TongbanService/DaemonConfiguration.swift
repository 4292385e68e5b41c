// SPDX-License-Identifier: Apache-2.0

import Civic
public import Logging
import TongbanEngine
import Varlink

/// What a daemon is started with.
public struct DaemonConfiguration: Sendable {
    /// The folder that holds the database.
    public var stateDirectory: String
    /// The path of the socket; with an activated socket only what plugins and messages are told.
    public var socketPath: String
    /// Folders with a folder for each plugin.
    public var pluginDirectories: [String]
    /// The folder for the plugins' sockets.
    public var runtimeDirectory: String
    /// The path of `tongband-launch`.
    public var launcher: String
    public var clock: DaemonClock
    /// Unix users who run the service, beside root and the daemon's own.
    public var operators: Set<UInt32>
    /// Unix users of programs that may act for any person.
    public var trusted: Set<UInt32>
    /// The file with the keys for sensitive values; without one, the credential `tongban.sealing-keys` is taken, else
    /// `sealing.keys` in the state folder.
    public var sealingKeys: String?
    /// Where the service manager puts credentials.
    public var credentialsDirectory: String?
    public var server: VarlinkServerConfiguration
    public var limits: EngineLimits
    /// Which gateways there are, when people are not disturbed, which words do not travel.
    public var messages: MessageRules
    /// How long running tasks may take when the daemon stops.
    public var stopLimit: Duration
    public var version: String
    public var logLevel: Logger.Level
    /// How long plugins have for their first answer before the daemon says without them that it is ready.
    public var startLimit: Duration

    public init(stateDirectory: String, socketPath: String, pluginDirectories: [String], launcher: String) {
        self.stateDirectory = stateDirectory
        self.socketPath = socketPath
        self.pluginDirectories = pluginDirectories
        self.runtimeDirectory = stateDirectory + "/run"
        self.launcher = launcher
        self.clock = .real
        self.operators = []
        self.trusted = []
        self.server = VarlinkServerConfiguration()
        self.server.connectionLimitPerUser = 1_024
        self.limits = EngineLimits()
        self.messages = MessageRules()
        self.stopLimit = .seconds(15)
        self.version = "0.1.0"
        self.logLevel = .info
        self.startLimit = .seconds(2)
    }

    public var storePath: String { self.stateDirectory + "/tongban.db" }
    /// The folder that holds the contents of attachments.
    public var attachmentPath: String { self.stateDirectory + "/attachments" }
    /// Bytes of one attachment.
    public var attachmentSizeLimit: Int {
        get { self.limits.attachmentSize }
        set { self.limits.attachmentSize = newValue }
    }
    /// Attachments of one case.
    public var attachmentCountLimit: Int {
        get { self.limits.attachmentsPerCase }
        set { self.limits.attachmentsPerCase = newValue }
    }

    /// For how many days a task is kept after it was done or cancelled.
    public var keepsFinishedTasksDays: Int {
        get { Int(self.limits.keepsFinished / 86_400_000) }
        set { self.limits.keepsFinished = Int64(newValue) * 86_400_000 }
    }

    /// What of it can be changed while the daemon runs.
    public var live: LiveSettings {
        LiveSettings(
            operators: self.operators,
            trusted: self.trusted,
            pluginDirectories: self.pluginDirectories,
            connectionLimit: self.server.connectionLimit,
            connectionLimitPerUser: self.server.connectionLimitPerUser,
            keepsFinishedTasksDays: self.keepsFinishedTasksDays,
            logLevel: self.logLevel,
            atStart: [
                "state": self.stateDirectory, "socket": self.socketPath, "runtime": self.runtimeDirectory,
                "launcher": self.launcher, "clock": "\(self.clock)",
                "messageSizeLimit": "\(self.server.messageSizeLimit)",
            ]
        )
    }
}
