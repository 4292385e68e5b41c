// SPDX-License-Identifier: Apache-2.0

/// How a kind of task is tried again.
public struct RetryPolicy: Sendable, Hashable {
    /// After this many failed attempts the task is a dead letter.
    public var maxAttempts: Int
    /// The wait after the first failure, in milliseconds.
    public var firstMilliseconds: Int64
    /// Each further wait is this many times as long, in percent (200 doubles).
    public var growthPercent: Int64
    /// No wait is longer, in milliseconds.
    public var longestMilliseconds: Int64
    /// For how long a claim is leased when the claimant does not say, in milliseconds.
    public var leaseMilliseconds: Int64

    public init(
        maxAttempts: Int = 5,
        firstMilliseconds: Int64 = 1_000,
        growthPercent: Int64 = 200,
        longestMilliseconds: Int64 = 600_000,
        leaseMilliseconds: Int64 = 60_000
    ) {
        self.maxAttempts = maxAttempts
        self.firstMilliseconds = firstMilliseconds
        self.growthPercent = growthPercent
        self.longestMilliseconds = longestMilliseconds
        self.leaseMilliseconds = leaseMilliseconds
    }

    public static let standard = RetryPolicy()

    /// The wait before the attempt after `attempt`, in milliseconds.
    public func backoff(afterAttempt attempt: Int) -> Int64 {
        var wait = min(self.firstMilliseconds, self.longestMilliseconds)
        for _ in 1..<max(attempt, 1) {
            let (product, overflow) = wait.multipliedReportingOverflow(by: self.growthPercent)
            if overflow { return self.longestMilliseconds }
            wait = product / 100
            if wait >= self.longestMilliseconds { return self.longestMilliseconds }
        }
        return wait
    }
}
