// SPDX-License-Identifier: Apache-2.0

public import Civic
import Glibc

/// The time a supervisor goes by. Tests bring their own.
public protocol SupervisorClock: Sendable {
    /// Time passed since a fixed moment; never goes back.
    var now: Duration { get }
    /// The moment people call now.
    var instant: Instant { get }
    /// Returns when `now` has reached `deadline`.
    /// - Throws: `CancellationError`.
    func sleep(until deadline: Duration) async throws
}

/// The machine's own clock.
public struct SystemSupervisorClock: SupervisorClock {
    private let origin = ContinuousClock.now

    public init() {}

    public var now: Duration { ContinuousClock.now - self.origin }

    public var instant: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }

    public func sleep(until deadline: Duration) async throws {
        try await ContinuousClock().sleep(until: self.origin + deadline)
    }
}
