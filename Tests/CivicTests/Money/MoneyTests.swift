// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

@Suite("Money: interest by days of 360, shares, proportional parts")
struct MoneyTests {
    @Test("50,000 yuan at 4.35 % over 92 days bear 555.83 yuan")
    func interest() {
        #expect(Fen(5_000_000).interest(over: [InterestSpan(rate: 43_500, days: 92)]) == Fen(55_583))
    }

    @Test("A rate that changes within the quarter counts by its days, and is rounded once")
    func rateChange() {
        let spans = [InterestSpan(rate: 43_500, days: 40), InterestSpan(rate: 38_500, days: 52)]
        // 5,000,000 × (43,500 × 40 + 38,500 × 52) / 360,000,000 = 51,972.2…
        #expect(Fen(5_000_000).interest(over: spans) == Fen(51_972))
        // Two halves of half a fen each make one fen, not two.
        let half = InterestSpan(rate: 360_000, days: 1)
        #expect(Fen(500).interest(over: [half]) == Fen(1))
        #expect(Fen(500).interest(over: [half, half]) == Fen(1))
    }

    @Test("Half a fen is rounded up, less is not")
    func halfUp() {
        #expect(Fen(1).interest(over: [InterestSpan(rate: 180_000_000, days: 1)]) == Fen(1))
        #expect(Fen(1).interest(over: [InterestSpan(rate: 179_999_999, days: 1)]) == Fen(0))
        #expect(Fen(1).share(1, of: 2) == Fen(1))
        #expect(Fen(-1).share(1, of: 2) == Fen(-1))
        #expect(Fen(15_000_000).share(8, of: 10) == Fen(12_000_000))
    }

    @Test("No days, no rate and no loan bear nothing; what is negative or does not fit bears nil")
    func limits() {
        #expect(Fen(5_000_000).interest(over: []) == Fen(0))
        #expect(Fen(5_000_000).interest(over: [InterestSpan(rate: 43_500, days: 0)]) == Fen(0))
        #expect(Fen(0).interest(over: [InterestSpan(rate: 43_500, days: 92)]) == Fen(0))
        #expect(Fen(1).interest(over: [InterestSpan(rate: -1, days: 1)]) == nil)
        #expect(Fen(1).interest(over: [InterestSpan(rate: 1, days: -1)]) == nil)
        #expect(Fen(.max).interest(over: [InterestSpan(rate: 1_000_000, days: 360)]) == Fen(.max))
        #expect(Fen(.max).interest(over: [InterestSpan(rate: 1_000_000, days: 361)]) == nil)
        #expect(Fen(1).interest(over: [InterestSpan(rate: .max, days: 2)]) == nil)
    }

    @Test(
        "Parts add up to the whole; what is left over goes to the largest remainders, the first of equals",
        arguments: [
            (100, [1, 1, 1], [34, 33, 33]), (100, [8, 2], [80, 20]), (1, [8, 2], [1, 0]), (1, [2, 8], [0, 1]),
            (5, [3, 3, 4], [2, 1, 2]), (0, [1, 2], [0, 0]), (7, [0, 1], [0, 7]), (3, [1], [3]),
            (2, [1, 1, 1], [1, 1, 0]),
        ] as [(Int64, [Int64], [Int64])]
    )
    func split(_ amount: Int64, _ weights: [Int64], _ parts: [Int64]) throws {
        #expect(Fen(amount).split(by: weights) == parts.map { Fen($0) })
        #expect(parts.reduce(0, +) == amount)
    }

    @Test("What cannot be split has no parts")
    func noParts() {
        #expect(Fen(5).split(by: []) == nil)
        #expect(Fen(5).split(by: [0, 0]) == nil)
        #expect(Fen(5).split(by: [1, -1]) == nil)
        #expect(Fen(-1).split(by: [1]) == nil)
        #expect(Fen(.max).split(by: [.max, .max]) == [Fen(.max / 2 + 1), Fen(.max / 2)])
        #expect(Fen(5).split(by: [.max, .max, .max]) == nil)
    }
}
