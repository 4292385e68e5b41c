// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// Lets at most `count` claims through in any `milliseconds`: remembers the moments of the last ones.
struct RateWindow {
    let limit: QueueRecord.RateLimit
    /// Moments at which claims were let through, oldest first, with how many.
    private var taken: [(at: Instant, count: Int)] = []

    init(_ limit: QueueRecord.RateLimit) {
        self.limit = limit
    }

    /// How many may pass now.
    mutating func available(at now: Instant) -> Int {
        let start = now.adding(milliseconds: -self.limit.milliseconds)
        self.taken.removeAll { $0.at <= start }
        return max(0, self.limit.count - self.taken.reduce(0) { $0 + $1.count })
    }

    mutating func take(_ count: Int, at now: Instant) {
        guard count > 0 else { return }
        if let last = self.taken.last, last.at == now {
            self.taken[self.taken.count - 1].count += count
        } else {
            self.taken.append((now, count))
        }
    }

    /// When the next may pass.
    var next: Instant? { self.taken.first.map { $0.at.adding(milliseconds: self.limit.milliseconds) } }
}
