// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// Lets at most `count` claims through in any `milliseconds`.
///
/// Remembers the moments of the last claims, those close together as one: at most ``finest`` of them, however high the
/// limit. Claims remembered as one count until the last of them is old enough, so that never too many pass.
struct RateWindow {
    let limit: QueueRecord.RateLimit
    private static let finest: Int64 = 1_000

    private struct Taken {
        var first: Instant
        var last: Instant
        var count: Int
    }

    private var taken: [Taken] = []
    private var sum = 0

    init(_ limit: QueueRecord.RateLimit) {
        self.limit = limit
    }

    /// How many may pass now.
    mutating func available(at now: Instant) -> Int {
        let start = now.adding(milliseconds: -self.limit.milliseconds)
        let old = self.taken.prefix { $0.last <= start }
        if !old.isEmpty {
            self.sum -= old.reduce(0) { $0 + $1.count }
            self.taken.removeFirst(old.count)
        }
        return max(0, self.limit.count - self.sum)
    }

    mutating func take(_ count: Int, at now: Instant) {
        guard count > 0 else { return }
        self.sum += count
        if let last = self.taken.last, last.last == now || now.since(last.first) < self.limit.milliseconds / Self.finest
        {
            self.taken[self.taken.count - 1].count += count
            self.taken[self.taken.count - 1].last = now
        } else {
            self.taken.append(Taken(first: now, last: now, count: count))
        }
    }

    /// When the next may pass, once none may.
    var next: Instant? { self.taken.first.map { $0.last.adding(milliseconds: self.limit.milliseconds) } }
}
