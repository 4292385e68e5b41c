// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

@Suite("Deadlines: why")
struct DeadlineExplanationTests {
    private func lines(_ ledger: DeadlineLedger) throws -> [String] {
        try SeedFiles.rules.explanation(ledger).map { step in
            let from = ShanghaiTime.day(of: step.from)
            return "\(from) \(step.isCounted ? "+" : "-")\(step.amount) \(step.rule.en)"
        }
    }

    @Test("Working days over a holiday, with its name and the make-up days")
    func workingDays() throws {
        let ledger = DeadlineLedger(start: try wall("2022-09-28 10:00"), limit: try Limit("5wd"))
        #expect(
            try self.lines(ledger) == [
                "2022-09-28 -1 the day it starts is not counted",
                "2022-09-29 +2 working days",
                "2022-10-01 -7 holiday: National Day",
                "2022-10-08 +2 make-up working day",
                "2022-10-10 +1 working days",
            ]
        )
    }

    @Test("A pause and a weekend")
    func pause() throws {
        let ledger = DeadlineLedger(
            start: try wall("2022-07-12"),
            limit: try Limit("4wd"),
            pauses: [.init(from: try wall("2022-07-14 09:00"), to: try wall("2022-07-15 16:00"))]
        )
        #expect(
            try self.lines(ledger) == [
                "2022-07-12 -1 the day it starts is not counted",
                "2022-07-13 +2 working days",
                "2022-07-15 -1 the clock stood",
                "2022-07-16 -2 weekend",
                "2022-07-18 +2 working days",
            ]
        )
    }

    @Test("Calendar days moved to the next working day")
    func rolled() throws {
        let ledger = DeadlineLedger(start: try wall("2026-02-12"), limit: try Limit("7d"))
        #expect(
            try self.lines(ledger) == [
                "2026-02-12 -1 the day it starts is not counted",
                "2026-02-13 +7 calendar days",
                "2026-02-20 -5 the last day is off: moved to the next working day",
            ]
        )
    }

    @Test("Office hours: closed, paused and open stretches are told apart")
    func office() throws {
        let ledger = DeadlineLedger(
            start: try wall("2022-07-11 07:00"),
            limit: try Limit("4oh"),
            pauses: [.init(from: try wall("2022-07-11 11:00"), to: try wall("2022-07-11 15:30"))]
        )
        let steps = try SeedFiles.rules.explanation(ledger)
        let expected: [(String, Bool, Int64, String)] = [
            ("2022-07-11 07:00", false, 60, "outside office hours"),
            ("2022-07-11 08:00", true, 180, "office hours"),
            ("2022-07-11 11:00", false, 60, "the clock stood"),
            ("2022-07-11 12:00", false, 180, "outside office hours"),
            ("2022-07-11 15:00", false, 30, "the clock stood"),
            ("2022-07-11 15:30", true, 60, "office hours"),
        ]
        #expect(steps.count == expected.count)
        for (step, wanted) in zip(steps, expected) {
            #expect(step.from == (try wall(wanted.0)))
            #expect(step.isCounted == wanted.1)
            #expect(step.amount == wanted.2 * 60_000)
            #expect(step.rule.en == wanted.3)
        }
    }

    @Test("Office hours that touch, at noon or at midnight, are one stretch")
    func touching() throws {
        let hours = OfficeHours(seasons: [
            .init(
                from: (1, 1),
                to: (12, 31),
                segments: [.init(start: 0, end: 720), .init(start: 720, end: 1_440)]
            )
        ])
        let ledger = DeadlineLedger(start: try wall("2022-07-11 06:00"), limit: Limit(24, .officeHours))
        let steps = try DeadlineRules(calendar: SeedFiles.calendar, hours: hours).explanation(ledger)
        #expect(steps.map(\.amount) == [86_400_000])
        #expect(steps.map(\.to) == [try wall("2022-07-12 06:00")])
    }

    @Test("Elapsed time: the pauses stand between the counted stretches")
    func elapsed() throws {
        let start = try wall("2022-07-11 10:30")
        let ledger = DeadlineLedger(
            start: start,
            limit: try Limit("24h"),
            pauses: [.init(from: start.adding(seconds: 60), to: start.adding(seconds: 120))]
        )
        let steps = try SeedFiles.rules.explanation(ledger)
        #expect(steps.map(\.isCounted) == [true, false, true])
        #expect(steps.filter(\.isCounted).reduce(0) { $0 + $1.amount } == 86_400_000)
        #expect(steps.last?.to == start.adding(seconds: 86_460))
    }

    @Test("Rules are told in Chinese too")
    func chinese() throws {
        let ledger = DeadlineLedger(start: try wall("2022-09-28"), limit: try Limit("5wd"))
        #expect(
            try SeedFiles.rules.explanation(ledger).map { $0.rule.text(.chinese) } == [
                "起算当日不计", "工作日", "放假:国庆节", "调休上班", "工作日",
            ]
        )
    }

    @Test(
        "Months and years: every day between the corresponding days is counted, extensions included",
        arguments: [
            ("2025-07-01", "3mon", nil, 92, "2025-10-09"), ("2022-08-31", "6mon", nil, 181, "2023-02-28"),
            ("2016-02-29", "10y", nil, 3_652, "2026-02-28"), ("2022-07-11", "3mon", "3mon", 184, "2023-01-11"),
            ("2022-07-11", "1y", "1mon", 396, "2023-08-11"),
        ] as [(String, String, String?, Int64, String)]
    )
    func months(start: String, limit: String, longer: String?, counted: Int64, last: String) throws {
        let ledger = DeadlineLedger(
            start: try wall(start),
            limit: try Limit(limit),
            extensions: try longer.map { [try Limit($0)] } ?? []
        )
        let steps = try SeedFiles.rules.explanation(ledger)
        #expect(steps.filter(\.isCounted).reduce(0) { $0 + $1.amount } == counted)
        #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.to == $1.from })
        #expect(steps.last?.to == (try wall(last)).adding(seconds: 86_400))
    }

    @Test(
        "What an extension adds is counted with the rest",
        arguments: [("20wd", "10wd", 30), ("7d", "3d", 10), ("1h", "30min", 5_400_000), ("2oh", "30omin", 9_000_000)]
            as [(String, String, Int64)]
    )
    func extended(limit: String, longer: String, counted: Int64) throws {
        let ledger = DeadlineLedger(
            start: try wall("2022-07-12 09:00"),
            limit: try Limit(limit),
            extensions: [try Limit(longer)],
            pauses: [.init(from: try wall("2022-07-12 10:00"), to: try wall("2022-07-14 10:00"))]
        )
        let steps = try SeedFiles.rules.explanation(ledger)
        #expect(steps.filter(\.isCounted).reduce(0) { $0 + $1.amount } == counted)
        #expect(steps.last?.to == (try SeedFiles.rules.due(ledger).instant))
    }

    @Test("What cannot be computed cannot be explained")
    func paused() throws {
        let ledger = DeadlineLedger(
            start: try wall("2022-07-12"),
            limit: try Limit("20wd"),
            pauses: [.init(from: try wall("2022-07-15 09:00"), to: nil)]
        )
        #expect(throws: DeadlineError.paused) { try SeedFiles.rules.explanation(ledger) }
    }
}
