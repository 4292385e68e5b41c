// SPDX-License-Identifier: Apache-2.0

/// How long a supervisor waits for what.
public struct SupervisionTimings: Sendable, Hashable {
    /// From the start of the process to its answer to the handshake.
    public var handshake: Duration
    /// Between the end of one probe and the next.
    public var probeInterval: Duration
    /// For the answer to a probe.
    public var probe: Duration
    /// So many probes in a row may go unanswered; with the last of them the plugin is killed.
    public var probes: Int
    /// For the running tasks of a plugin that was told to retire.
    public var retire: Duration
    /// From SIGTERM to SIGKILL.
    public var terminate: Duration
    /// From SIGKILL to killing the warden as well.
    public var kill: Duration

    public init(
        handshake: Duration = .seconds(10),
        probeInterval: Duration = .seconds(5),
        probe: Duration = .seconds(5),
        probes: Int = 3,
        retire: Duration = .seconds(10),
        terminate: Duration = .seconds(3),
        kill: Duration = .seconds(2)
    ) {
        self.handshake = handshake
        self.probeInterval = probeInterval
        self.probe = probe
        self.probes = probes
        self.retire = retire
        self.terminate = terminate
        self.kill = kill
    }
}
