// SPDX-License-Identifier: Apache-2.0

/// When a plugin that ended is started anew, how soon, and when no more.
public struct RestartPolicy: Sendable, Hashable {
    /// Which endings are followed by a new start.
    public enum Occasion: String, Sendable, Hashable, CaseIterable {
        case always
        /// Not when the plugin ended with exit code 0.
        case onFailure
        case never
    }

    public var occasion: Occasion
    /// The pause after the first failure; it doubles with every further one.
    public var shortestPause: Duration
    /// The pause never grows beyond this.
    public var longestPause: Duration
    /// So many failures within ``window`` put the plugin into quarantine.
    public var failures: Int
    public var window: Duration
    /// After being ready for so long the pauses begin with the shortest again.
    public var stable: Duration

    public init(
        occasion: Occasion = .always,
        shortestPause: Duration = .milliseconds(200),
        longestPause: Duration = .seconds(30),
        failures: Int = 5,
        window: Duration = .seconds(60),
        stable: Duration = .seconds(60)
    ) {
        self.occasion = occasion
        self.shortestPause = shortestPause
        self.longestPause = longestPause
        self.failures = failures
        self.window = window
        self.stable = stable
    }

    /// The pause after the `count`th failure in a row (1 is the first), shortened by up to a fifth so that plugins
    /// that failed together do not start together.
    /// - Parameter shortening: 0 to 1, how much of that fifth.
    public func pause(afterFailures count: Int, shortening: Double) -> Duration {
        var pause = self.shortestPause
        for _ in 1..<max(count, 1) {
            pause *= 2
            if pause >= self.longestPause { break }
        }
        return min(pause, self.longestPause) * (1 - 0.2 * min(max(shortening, 0), 1))
    }
}
