// SPDX-License-Identifier: Apache-2.0

/// The urgency of a message, as syslog(3) numbers it; `<3>` at the start of a line means ``error``.
public enum LogLevel: Int, Sendable, Hashable, Comparable, CaseIterable {
    case emergency = 0
    case alert = 1
    case critical = 2
    case error = 3
    case warning = 4
    case notice = 5
    case info = 6
    case debug = 7

    /// Orders from the least urgent to the most.
    public static func < (one: LogLevel, other: LogLevel) -> Bool { one.rawValue > other.rawValue }
}
