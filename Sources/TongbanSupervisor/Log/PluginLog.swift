// SPDX-License-Identifier: Apache-2.0

/// What one process of a plugin writes: made into messages, held to a rate, its last lines kept.
struct PluginLog: Sendable {
    private var assembler: LogLineAssembler
    private var limiter: LogRateLimiter
    private let limits: LogLimits
    /// The last lines, oldest first, those not passed on included.
    private(set) var lastLines: [String] = []

    init(limits: LogLimits) {
        self.limits = limits
        self.assembler = LogLineAssembler(limits: limits)
        self.limiter = LogRateLimiter(limits: limits)
    }

    /// Whether something waits for `settle`.
    var isPending: Bool { !self.assembler.isEmpty }

    mutating func append(_ bytes: some Sequence<UInt8>, at now: Duration) -> [LogMessage] {
        self.pass(self.assembler.append(bytes), at: now)
    }

    mutating func settle(at now: Duration) -> [LogMessage] {
        self.pass(self.assembler.settle().map { [$0] } ?? [], at: now)
    }

    mutating func finish(at now: Duration) -> [LogMessage] {
        let messages = self.pass(self.assembler.finish(), at: now)
        return messages + (self.limiter.droppedNotice().map { [$0] } ?? [])
    }

    private mutating func pass(_ messages: [LogMessage], at now: Duration) -> [LogMessage] {
        var passed: [LogMessage] = []
        for message in messages {
            for line in message.text.split(separator: "\n") { self.lastLines.append(String(line)) }
            let excess = self.lastLines.count - self.limits.lastLines
            if excess > 0 { self.lastLines.removeFirst(excess) }
            passed += self.limiter.admit(message, at: now)
        }
        return passed
    }
}
