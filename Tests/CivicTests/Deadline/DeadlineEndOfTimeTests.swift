// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

/// A moment after the year 9999 can be printed but not read back, so no due moment lies there.
@Suite("Deadlines: the end of time")
struct DeadlineEndOfTimeTests {
    /// Open around the clock, every working day.
    private static let rules = DeadlineRules(
        calendar: SeedFiles.calendar,
        hours: OfficeHours(seasons: [
            .init(from: (1, 1), to: (12, 31), segments: [.init(start: 0, end: 1_440)])
        ])
    )

    private func due(_ start: String, _ limit: String) throws -> Due {
        try Self.rules.due(DeadlineLedger(start: try wall(start), limit: try Limit(limit)))
    }

    @Test(
        "The last due moment that can be written, and a limit one longer",
        arguments: [
            // 9999-12-30 is a Thursday, and ends when 31 December begins.
            ("9999-12-20", "8wd", "9wd", "9999-12-31 00:00"), ("9999-12-20", "10d", "11d", "9999-12-31 00:00"),
            ("9999-11-30", "1mon", "2mon", "9999-12-31 00:00"), ("9998-12-30", "1y", "2y", "9999-12-31 00:00"),
            ("9999-12-31 22:00", "119min", "120min", "9999-12-31 23:59"),
            ("9999-12-31 00:00", "23h", "24h", "9999-12-31 23:00"),
            ("9999-12-31 22:00", "119omin", "120omin", "9999-12-31 23:59"),
            ("9999-12-31 00:00", "23oh", "24oh", "9999-12-31 23:00"),
        ]
    )
    func last(start: String, limit: String, longer: String, expected: String) throws {
        let due = try self.due(start, limit)
        #expect(due.instant == (try wall(expected)))
        #expect(Instant(due.instant.description) == due.instant)
        #expect(throws: DeadlineError.tooFar) { try self.due(start, longer) }
    }

    @Test("A part of a limit that lies too far is an error as well", arguments: ["9wd", "11d", "2mon", "2y"])
    func part(limit: String) throws {
        let ledger = DeadlineLedger(start: try wall("9999-12-20"), limit: try Limit(limit))
        #expect(throws: DeadlineError.tooFar) { try Self.rules.moment(ofPart: 1, outOf: 1, ledger) }
    }

    @Test("A pause that ends at the end of time is an error, not an endless walk", arguments: Limit.Unit.allCases)
    func endlessPause(unit: Limit.Unit) throws {
        let start = try wall("2022-07-12 09:00")
        let ledger = DeadlineLedger(
            start: start,
            limit: Limit(2, unit),
            pauses: [.init(from: start.adding(seconds: 60), to: Instant(milliseconds: .max))]
        )
        #expect(throws: DeadlineError.tooFar) { try Self.rules.due(ledger) }
    }

    @Test("A start at the end of time is an error, not an endless walk", arguments: Limit.Unit.allCases)
    func startsTooFar(unit: Limit.Unit) {
        let ledger = DeadlineLedger(start: Instant(milliseconds: .max), limit: Limit(1, unit))
        #expect(throws: DeadlineError.tooFar) { try Self.rules.due(ledger) }
    }
}
