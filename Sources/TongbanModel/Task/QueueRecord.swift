// SPDX-License-Identifier: Apache-2.0

/// A queue as the store keeps it: its limits and whether work on it goes on.
public struct QueueRecord: Sendable, Hashable {
    /// At most `count` claims in any `milliseconds`.
    public struct RateLimit: Sendable, Hashable {
        public var count: Int
        public var milliseconds: Int64

        public init(count: Int, milliseconds: Int64) {
            self.count = count
            self.milliseconds = milliseconds
        }
    }

    public var name: String
    /// Nothing is claimed while it is paused.
    public var paused: Bool
    /// Nothing new is accepted while it drains.
    public var draining: Bool
    /// At most this many leases at a time.
    public var concurrency: Int?
    public var rate: RateLimit?
    /// For kinds without a policy of their own.
    public var retry: RetryPolicy
    public var kinds: [String: RetryPolicy]

    public init(
        name: String,
        paused: Bool = false,
        draining: Bool = false,
        concurrency: Int? = nil,
        rate: RateLimit? = nil,
        retry: RetryPolicy = .standard,
        kinds: [String: RetryPolicy] = [:]
    ) {
        self.name = name
        self.paused = paused
        self.draining = draining
        self.concurrency = concurrency
        self.rate = rate
        self.retry = retry
        self.kinds = kinds
    }

    public func policy(for kind: String) -> RetryPolicy {
        self.kinds[kind] ?? self.retry
    }
}
