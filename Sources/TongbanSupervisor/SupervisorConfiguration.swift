// SPDX-License-Identifier: Apache-2.0

/// What a supervisor is told once.
public struct SupervisorConfiguration: Sendable, Hashable {
    /// The path of `tongband-launch`.
    public var launcher: String
    /// The folder for the sockets of the plugins, absolute; made when missing, of mode 0700, used by no other daemon.
    public var runtimeDirectory: String
    /// Paths every plugin may read beside its own folder and the system's.
    public var readablePaths: [String]
    /// Paths every plugin may change. What the daemon keeps must not be among or below them.
    public var writablePaths: [String]
    /// Variables every plugin is started with.
    public var environment: [String: String]
    public var timings: SupervisionTimings
    public var logs: LogLimits

    public init(
        launcher: String,
        runtimeDirectory: String,
        readablePaths: [String] = [],
        writablePaths: [String] = [],
        environment: [String: String] = [:],
        timings: SupervisionTimings = SupervisionTimings(),
        logs: LogLimits = LogLimits()
    ) {
        self.launcher = launcher
        self.runtimeDirectory = runtimeDirectory
        self.readablePaths = readablePaths
        self.writablePaths = writablePaths
        self.environment = environment
        self.timings = timings
        self.logs = logs
    }
}
