// SPDX-License-Identifier: Apache-2.0

/// How much of a plugin's output is kept together, so that a plugin that writes without end costs no memory without
/// end.
public struct LogLimits: Sendable, Hashable {
    /// Bytes of one line; what is beyond is dropped and counted.
    public var line: Int
    /// Bytes of one message; the line that would exceed it begins another message of the same level.
    public var message: Int
    /// Messages within ``interval``; what is beyond is dropped and counted.
    public var messages: Int
    public var interval: Duration
    /// How many of the last lines are kept for a failure's report.
    public var lastLines: Int

    public init(
        line: Int = 8 << 10,
        message: Int = 48 << 10,
        messages: Int = 1_000,
        interval: Duration = .seconds(10),
        lastLines: Int = 20
    ) {
        self.line = line
        self.message = message
        self.messages = messages
        self.interval = interval
        self.lastLines = lastLines
    }
}
