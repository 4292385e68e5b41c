// SPDX-License-Identifier: Apache-2.0

/// Measures how long one run of a short body takes.
struct Stopwatch {
    /// How long to measure in all.
    var duration: Duration

    private static let rounds = 9

    /// The nanoseconds that one run takes: the median of several rounds, each of as many runs as fill its time.
    func nanoseconds(_ body: () throws -> Void) rethrows -> Double {
        let clock = ContinuousClock()
        let share = self.duration / Self.rounds
        var runs = 1
        while true {
            let elapsed = try clock.measure { for _ in 0..<runs { try body() } }
            if elapsed >= share / 4 { break }
            runs *= 2
        }
        var samples: [Double] = []
        for _ in 0..<Self.rounds {
            let elapsed = try clock.measure { for _ in 0..<(runs * 3) { try body() } }
            samples.append(elapsed / .nanoseconds(1) / Double(runs * 3))
        }
        return samples.sorted()[Self.rounds / 2]
    }
}

/// Keeps a value from being optimised away.
@inline(never)
func keep<Value>(_ value: borrowing Value) {}
