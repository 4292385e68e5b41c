// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

/// Random ledgers beside an oracle that walks day by day or minute by minute over lists of its own.
@Suite("Deadlines beside a brute-force oracle")
struct DeadlineOracleTests {
    /// 2021-12-01 to 2026-12-31: years of summer time are not among them, so a day has 1440 minutes.
    private struct Oracle {
        let first: Int
        let works: [Bool]
        let open: [Bool]

        init() throws {
            var off: Set<String> = []
            var work: Set<String> = []
            for table in try SeedFiles.calendarTables() {
                off.formUnion(table.off.keys.map(\.description))
                work.formUnion(table.work.keys.map(\.description))
            }
            self.first = try day("2021-12-01").number
            let last = try day("2026-12-31").number
            var works: [Bool] = []
            var open: [Bool] = []
            for number in self.first...last {
                let date = CivilDay(number: number)
                let text = date.description
                // 2021-11-29 was a Monday.
                let weekday = (number - self.first + 2) % 7
                let isWorked = work.contains(text) || (weekday < 5 && !off.contains(text))
                works.append(isWorked)
                let summer = (6...9).contains(date.month)
                for minute in 0..<1_440 {
                    let morning = minute >= 480 && minute < 720
                    let afternoon = summer ? minute >= 900 && minute < 1_080 : minute >= 870 && minute < 1_050
                    open.append(isWorked && (morning || afternoon))
                }
            }
            self.works = works
            self.open = open
        }

        /// Milliseconds of a minute since the first day's midnight; midnight of Shanghai is 16:00 UTC of the day before.
        func milliseconds(minute: Int) -> Int64 {
            (Int64(self.first) * 1_440 + Int64(minute) - 480) * 60_000
        }
    }

    private struct Case {
        var limit: Limit
        /// Minutes since the oracle's first midnight.
        var start: Int
        /// In order, without overlap.
        var pauses: [Range<Int>]
        var extensions: [Limit] = []

        func ledger(_ oracle: Oracle) -> DeadlineLedger {
            DeadlineLedger(
                start: Instant(milliseconds: oracle.milliseconds(minute: self.start)),
                limit: self.limit,
                extensions: self.extensions,
                pauses: self.pauses.map { pause in
                    .init(
                        from: Instant(milliseconds: oracle.milliseconds(minute: pause.lowerBound)),
                        to: Instant(milliseconds: oracle.milliseconds(minute: pause.upperBound))
                    )
                }
            )
        }

        func isPaused(_ minute: Int) -> Bool { self.pauses.contains { $0.contains(minute) } }
    }

    private static func pauses(after start: Int, within minutes: Int, using generator: inout SeededGenerator)
        -> [Range<Int>]
    {
        let count = Int.random(in: 0...3, using: &generator)
        let ends = (0..<count * 2).map { _ in start + Int.random(in: 0...minutes, using: &generator) }.sorted()
        return stride(from: 0, to: ends.count, by: 2).map { ends[$0]..<ends[$0 + 1] }.filter { !$0.isEmpty }
    }

    /// 2022-01-01 to 2025-12-31, so that whatever is random ends within the oracle's days.
    private static func start(using generator: inout SeededGenerator) -> Int {
        Int.random(in: 31 * 1_440..<(31 + 1_400) * 1_440, using: &generator)
    }

    @Test("18,000 limits in working and calendar days")
    func days() throws {
        let oracle = try Oracle()
        var generator = SeededGenerator(seed: 2022)
        for round in 0..<18_000 {
            let working = Bool.random(using: &generator)
            let unit: Limit.Unit = working ? .workingDays : .calendarDays
            let start = Self.start(using: &generator)
            let example = Case(
                limit: Limit(Int.random(in: 0...40, using: &generator), unit),
                start: start,
                pauses: Self.pauses(after: start, within: 60 * 1_440, using: &generator),
                extensions: Int.random(in: 0...3, using: &generator) == 0 ? [Limit(10, unit)] : []
            )
            var index = start / 1_440
            var left = example.limit.count + (example.extensions.isEmpty ? 0 : 10)
            while left > 0 {
                index += 1
                if (oracle.works[index] || !working) && !example.isPaused(index * 1_440) { left -= 1 }
            }
            if !working { while !oracle.works[index] { index += 1 } }
            let due = try SeedFiles.rules.due(example.ledger(oracle))
            guard due.day?.number == oracle.first + index,
                due.instant.milliseconds == oracle.milliseconds(minute: (index + 1) * 1_440), !due.isProvisional
            else {
                Issue.record("round \(round): \(example.ledger(oracle)) is due \(due), not on day \(index)")
                return
            }
        }
    }

    @Test("1,500 limits in minutes around the clock")
    func elapsed() throws {
        let oracle = try Oracle()
        var generator = SeededGenerator(seed: 24)
        for round in 0..<1_500 {
            let start = Self.start(using: &generator)
            let example = Case(
                limit: Limit(Int.random(in: 0...600, using: &generator), .minutes),
                start: start,
                pauses: Self.pauses(after: start, within: 600, using: &generator)
            )
            var minute = start
            var left = example.limit.count
            while left > 0 {
                if !example.isPaused(minute) { left -= 1 }
                minute += 1
            }
            let due = try SeedFiles.rules.due(example.ledger(oracle))
            guard due.instant.milliseconds == oracle.milliseconds(minute: minute) else {
                Issue.record("round \(round): \(example.ledger(oracle)) is due \(due)")
                return
            }
        }
    }

    @Test("500 limits in office minutes")
    func office() throws {
        let oracle = try Oracle()
        var generator = SeededGenerator(seed: 8)
        for round in 0..<500 {
            let start = Self.start(using: &generator)
            let example = Case(
                limit: Limit(Int.random(in: 0...900, using: &generator), .officeMinutes),
                start: start,
                pauses: Self.pauses(after: start, within: 3 * 1_440, using: &generator)
            )
            var minute = start
            var left = example.limit.count
            while left > 0 {
                if oracle.open[minute] && !example.isPaused(minute) { left -= 1 }
                minute += 1
            }
            let due = try SeedFiles.rules.due(example.ledger(oracle))
            guard due.instant.milliseconds == oracle.milliseconds(minute: minute) else {
                Issue.record("round \(round): \(example.ledger(oracle)) is due \(due)")
                return
            }
        }
    }

    @Test("What is counted adds up to the limit, and the stretches follow one another without a gap")
    func explanationsAddUp() throws {
        let oracle = try Oracle()
        var generator = SeededGenerator(seed: 99)
        let units: [Limit.Unit] = [.workingDays, .calendarDays, .minutes, .hours, .officeMinutes, .officeHours]
        for _ in 0..<1_200 {
            let unit = units[Int.random(in: 0..<units.count, using: &generator)]
            let start = Self.start(using: &generator)
            let example = Case(
                limit: Limit(Int.random(in: 1...30, using: &generator), unit),
                start: start,
                pauses: Self.pauses(after: start, within: 30 * 1_440, using: &generator)
            )
            let ledger = example.ledger(oracle)
            let steps = try SeedFiles.rules.explanation(ledger)
            let due = try SeedFiles.rules.due(ledger)
            let unitAmount: Int64 =
                switch unit {
                case .minutes, .officeMinutes: 60_000
                case .hours, .officeHours: 3_600_000
                default: 1
                }
            let counted = steps.filter(\.isCounted).reduce(0) { $0 + $1.amount }
            let follow = zip(steps, steps.dropFirst()).allSatisfy { $0.to == $1.from }
            guard counted == Int64(example.limit.count) * unitAmount, follow, steps.last?.to == due.instant else {
                Issue.record("\(ledger) is explained as \(steps)")
                return
            }
        }
    }
}
