// SPDX-License-Identifier: Apache-2.0

/// Lets so many messages of a plugin pass in an interval and counts the others, so that one that floods its standard
/// error drowns nobody.
struct LogRateLimiter: Sendable {
    let limits: LogLimits
    private var begun = Duration.zero
    private var passed = 0
    private var dropped = 0

    init(limits: LogLimits) {
        self.limits = limits
    }

    /// What is passed on for a message: the message, nothing, or first the count of those dropped before it.
    mutating func admit(_ message: LogMessage, at now: Duration) -> [LogMessage] {
        var admitted: [LogMessage] = []
        if now - self.begun >= self.limits.interval {
            if let notice = self.droppedNotice() { admitted.append(notice) }
            self.begun = now
            self.passed = 0
        }
        if self.passed < self.limits.messages {
            self.passed += 1
            admitted.append(message)
        } else {
            self.dropped += 1
        }
        return admitted
    }

    /// The count of those dropped since it was last told; `nil` when there are none.
    mutating func droppedNotice() -> LogMessage? {
        guard self.dropped > 0 else { return nil }
        defer { self.dropped = 0 }
        return LogMessage(
            .warning,
            "\(self.dropped) messages dropped: more than \(self.limits.messages) in \(self.limits.interval)"
        )
    }
}
