// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

/// Counting rules: Administrative Licensing Law, article 82; Civil Code, articles 200 to 203.
@Suite("Deadlines: worked examples")
struct DeadlineVectorTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var start: String
        var limit: String
        var due: String
        var provisional = false
        var testDescription: String { "\(self.start) + \(self.limit) = \(self.due)" }
    }

    static let examples = [
        Example(start: "2022-07-12", limit: "20wd", due: "2022-08-09"),
        Example(start: "2022-09-28", limit: "5wd", due: "2022-10-10"),
        Example(start: "2022-01-25", limit: "5wd", due: "2022-01-30"),
        Example(start: "2022-10-03", limit: "5wd", due: "2022-10-12"),
        Example(start: "2022-01-28", limit: "3wd", due: "2022-02-07"),
        Example(start: "2023-12-29", limit: "1wd", due: "2024-01-02"),
        Example(start: "2024-02-08", limit: "7wd", due: "2024-02-23"),
        Example(start: "2025-09-26", limit: "5wd", due: "2025-10-10"),
        Example(start: "2026-02-13", limit: "5wd", due: "2026-02-27"),
        Example(start: "2026-09-30", limit: "20wd", due: "2026-11-03"),
        Example(start: "2026-11-23", limit: "20wd", due: "2026-12-21"),
        Example(start: "2026-02-12", limit: "7d", due: "2026-02-24"),
        Example(start: "2022-09-26", limit: "7d", due: "2022-10-08"),
        Example(start: "2025-07-01", limit: "3mon", due: "2025-10-09"),
        Example(start: "2025-11-30", limit: "3mon", due: "2026-02-28"),
        Example(start: "2022-08-31", limit: "6mon", due: "2023-02-28"),
        Example(start: "2026-12-18", limit: "4wd", due: "2026-12-24"),
        Example(start: "2026-12-18", limit: "5wd", due: "2026-12-25", provisional: true),
        Example(start: "2026-12-18", limit: "10wd", due: "2027-01-04", provisional: true),
    ]

    @Test("A limit in days ends with the day, at 24:00", arguments: examples)
    func example(_ example: Example) throws {
        let ledger = DeadlineLedger(start: try wall("\(example.start) 10:15"), limit: try Limit(example.limit))
        let due = try SeedFiles.rules.due(ledger)
        #expect(due.day == (try day(example.due)))
        #expect(due.instant == ShanghaiTime.startOfDay(try day(example.due).adding(days: 1)))
        #expect(due.isProvisional == example.provisional)
    }

    @Test("Suspended on the 15th and resumed on the 20th of July, 20 working days from 2022-07-12 end on 2022-08-12")
    func suspended() throws {
        let ledger = DeadlineLedger(
            start: try wall("2022-07-12"),
            limit: try Limit("20wd"),
            pauses: [.init(from: try wall("2022-07-15 09:00"), to: try wall("2022-07-20 16:00"))]
        )
        #expect(try SeedFiles.rules.due(ledger).day == (try day("2022-08-12")))
    }

    @Test("The same day whatever the hour of receipt, midnight and the last second included")
    func hourOfReceipt() throws {
        for time in ["00:00", "12:00", "23:59:59"] {
            let ledger = DeadlineLedger(start: try wall("2022-07-12 \(time)"), limit: try Limit("20wd"))
            #expect(try SeedFiles.rules.due(ledger).day == (try day("2022-08-09")))
        }
    }

    @Test("Without the next year's notice a due day is computed and provisional; with it, it is certain")
    func noticeArrives() throws {
        let ledger = DeadlineLedger(start: try wall("2025-12-25"), limit: try Limit("5wd"))
        let before = WorkingCalendar(tables: try SeedFiles.calendarTables().filter { $0.year <= 2025 })
        let early = try DeadlineRules(calendar: before).due(ledger)
        #expect(early.isProvisional)
        #expect(early.day == (try day("2026-01-02")))
        let due = try SeedFiles.rules.due(ledger)
        #expect(!due.isProvisional)
        #expect(due.day == (try day("2026-01-04")), "1 to 3 January are off, Sunday the 4th is worked")
    }

    @Test("No working days: the day itself, to its end")
    func onTheSpot() throws {
        let ledger = DeadlineLedger(start: try wall("2022-07-12 10:00"), limit: try Limit("0wd"))
        let due = try SeedFiles.rules.due(ledger)
        #expect(due.day == (try day("2022-07-12")))
        #expect(due.instant == (try wall("2022-07-13")))
    }
}
