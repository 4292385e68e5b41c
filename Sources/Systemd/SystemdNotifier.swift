// SPDX-License-Identifier: Apache-2.0

import CSystemd
import Glibc

/// Tells the service manager how the daemon does (sd_notify(3)). Without a service manager, that is when
/// `NOTIFY_SOCKET` is not set, nothing is told and nothing fails.
public struct SystemdNotifier: Sendable {
    /// Whether a manager listens.
    public let isActive: Bool
    /// How often the manager wants to hear from a daemon that is well (`WatchdogSec=`); `nil` when it does not. Call
    /// ``watchdog()`` at least twice as often.
    public let watchdogInterval: Duration?

    /// Reads the environment now.
    public init() {
        self.isActive = getenv("NOTIFY_SOCKET") != nil
        var microseconds: UInt64 = 0
        self.watchdogInterval =
            sd_watchdog_enabled(0, &microseconds) > 0 ? .microseconds(Int64(clamping: microseconds)) : nil
    }

    /// The daemon has started, or has finished reloading.
    @discardableResult
    public func ready(status: String? = nil) -> Bool { self.send("READY=1", status: status) }

    /// One line for `systemctl status`.
    @discardableResult
    public func status(_ text: String) -> Bool { self.send(status: text) }

    /// The daemon reads its configuration anew; ``ready(status:)`` follows. The moment goes along, as `Type=notify-reload`
    /// demands: without it the manager waits for the answer to another reload.
    @discardableResult
    public func reloading(status: String? = nil) -> Bool {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        let microseconds = Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1_000
        return self.send("RELOADING=1", "MONOTONIC_USEC=\(microseconds)", status: status)
    }

    /// The daemon ends.
    @discardableResult
    public func stopping(status: String? = nil) -> Bool { self.send("STOPPING=1", status: status) }

    /// The daemon is well.
    @discardableResult
    public func watchdog() -> Bool { self.send("WATCHDOG=1", status: nil) }

    /// Starting or stopping takes longer than the unit allows: so long from now.
    @discardableResult
    public func extendTimeout(_ duration: Duration) -> Bool {
        let (seconds, attoseconds) = duration.components
        let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
        return self.send("EXTEND_TIMEOUT_USEC=\(max(0, microseconds))", status: nil)
    }

    /// - Returns: Whether the manager was told.
    private func send(_ lines: String..., status: String?) -> Bool {
        guard self.isActive else { return false }
        var lines = lines
        if let status {
            // A line of its own each: a newline in the text would begin another message.
            lines.append("STATUS=" + String(status.map { $0.isNewline ? " " : $0 }))
        }
        return sd_notify(0, lines.joined(separator: "\n")) > 0
    }
}
