// SPDX-License-Identifier: Apache-2.0

/// One message of a plugin, whole: a stack trace is one message.
public struct LogMessage: Sendable, Hashable {
    public var level: LogLevel
    /// One or more lines, without the newline at the end.
    public var text: String

    public init(_ level: LogLevel, _ text: String) {
        self.level = level
        self.text = text
    }
}
