// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// Lets at most `count` claims through in any `milliseconds`.
///
/// Remembers the moments of the last claims, those close together as one: at most ``finest`` of them, however high the
/// limit. Claims remembered as one count until the last of them is old enough, so that never too many pass.
///
/// What it remembers is kept in the store, moment by moment, in a ring of ``slots``, so that a restart forgets nothing.
struct RateWindow {
    let limit: QueueRecord.RateLimit
    private static let finest: Int64 = 1_000
    /// More than are ever remembered at a time.
    static let slots: Int64 = 1_024

    /// Claims that count as one.
    struct Taken {
        /// Counts up; gives the place in the ring.
        fileprivate(set) var number: Int64
        fileprivate(set) var first: Instant
        fileprivate(set) var last: Instant
        fileprivate(set) var count: Int
    }

    private var taken: [Taken] = []
    private var sum = 0
    private var lastNumber: Int64 = 0

    init(_ limit: QueueRecord.RateLimit) {
        self.limit = limit
    }

    /// - Parameter old: The window of the limit that was in force before.
    init(_ limit: QueueRecord.RateLimit, after old: RateWindow?) {
        self.init(limit)
        self.lastNumber = old?.lastNumber ?? 0
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
            self.lastNumber += 1
            self.taken.append(Taken(number: self.lastNumber, first: now, last: now, count: count))
        }
    }

    /// When the next may pass, once none may.
    var next: Instant? { self.taken.first.map { $0.last.adding(milliseconds: self.limit.milliseconds) } }
}

// What the store keeps.
extension RateWindow {
    /// The slot that the last claims are kept in, and what to keep there; `nil` when there were none.
    var lastSlot: (slot: Int64, value: JSON)? {
        guard let last = self.taken.last else { return nil }
        let numbers = [
            last.number, last.first.milliseconds, last.last.milliseconds, Int64(last.count), Int64(self.limit.count),
            self.limit.milliseconds,
        ]
        return (last.number % Self.slots, .array(numbers.map(JSON.integer)))
    }

    /// Remembers again what was kept. What another limit was in force for, or what is no such value, is passed over.
    init(_ limit: QueueRecord.RateLimit, kept values: [JSON]) {
        self.init(limit)
        for value in values {
            let numbers = (value.arrayValue ?? []).compactMap(\.integerValue)
            guard numbers.count == 6 else { continue }
            self.lastNumber = max(self.lastNumber, numbers[0])
            guard numbers[4] == Int64(limit.count), numbers[5] == limit.milliseconds,
                let count = Int(exactly: numbers[3])
            else { continue }
            self.taken.append(
                Taken(
                    number: numbers[0],
                    first: Instant(milliseconds: numbers[1]),
                    last: Instant(milliseconds: numbers[2]),
                    count: count
                )
            )
        }
        self.taken.sort { $0.number < $1.number }
        self.sum = self.taken.reduce(0) { $0 + $1.count }
    }
}
