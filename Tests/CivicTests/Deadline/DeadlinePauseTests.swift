// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

@Suite("Deadlines: pauses and extensions")
struct DeadlinePauseTests {
    private func due(
        _ start: String,
        _ limit: String,
        extensions: [String] = [],
        _ pauses: [(String, String?)]
    ) throws -> Due {
        let ledger = DeadlineLedger(
            start: try wall(start),
            limit: try Limit(limit),
            extensions: try extensions.map { try Limit($0) },
            pauses: try pauses.map { .init(from: try wall($0.0), to: try $0.1.map { try wall($0) }) }
        )
        return try SeedFiles.rules.due(ledger)
    }

    @Test("The day of suspension counts, the day of resumption does not")
    func borders() throws {
        // 13, 14, 15 | 18 suspended at 00:00 | 19 counts
        #expect(
            try self.due("2022-07-12", "4wd", [("2022-07-15 23:59", "2022-07-18 00:01")]).day == (try day("2022-07-19"))
        )
    }

    @Test("A suspension within one day costs nothing")
    func withinADay() throws {
        #expect(
            try self.due("2022-07-12", "3wd", [("2022-07-13 00:01", "2022-07-13 23:59")]).day == (try day("2022-07-15"))
        )
    }

    @Test("Suspended at 00:00 that day does not count; resumed at 00:00 that day counts")
    func midnights() throws {
        #expect(try self.due("2022-07-12", "3wd", [("2022-07-14", "2022-07-15")]).day == (try day("2022-07-18")))
    }

    @Test("Elapsed clocks stand to the millisecond")
    func elapsed() throws {
        let start = try wall("2022-07-11 10:30")
        let ledger = DeadlineLedger(
            start: start,
            limit: try Limit("1h"),
            pauses: [.init(from: start.adding(milliseconds: 1_001), to: start.adding(milliseconds: 2_004))]
        )
        #expect(try SeedFiles.rules.due(ledger).instant == start.adding(milliseconds: 3_601_003))
    }

    @Test("A pause that begins at the due moment changes nothing; a millisecond earlier it does")
    func pauseAtTheEnd() throws {
        let start = try wall("2022-07-11 10:30")
        let end = start.adding(seconds: 3_600)
        func due(pausedAt from: Instant) throws -> Instant {
            let pause = DeadlineLedger.Pause(from: from, to: from.adding(seconds: 60))
            return try SeedFiles.rules.due(
                DeadlineLedger(start: start, limit: try Limit("1h"), pauses: [pause])
            ).instant
        }
        #expect(try due(pausedAt: end) == end)
        #expect(try due(pausedAt: end.adding(milliseconds: -1)) == end.adding(seconds: 60))
    }

    @Test(
        "A clock that stands has no due moment, in any unit",
        arguments: ["5wd", "5d", "1mon", "1y", "5h", "90min", "5oh"]
    )
    func standing(limit: String) throws {
        #expect(throws: DeadlineError.paused) {
            try self.due("2022-07-12 09:00", limit, [("2022-07-12 09:30", nil)])
        }
    }

    @Test("A limit that was used up before the clock stood keeps its due moment")
    func usedUpBefore() throws {
        #expect(try self.due("2022-07-12", "3wd", [("2022-07-15 10:00", nil)]).day == (try day("2022-07-15")))
        #expect(
            try self.due("2022-07-12 09:00", "1h", [("2022-07-12 10:00", nil)]).instant
                == (try wall("2022-07-12 10:00"))
        )
        #expect(
            try self.due("2022-07-12 09:00", "1oh", [("2022-07-12 10:00", nil)]).instant
                == (try wall("2022-07-12 10:00"))
        )
    }

    @Test("An extension is added to the total, before or after a pause")
    func extended() throws {
        #expect(try self.due("2022-07-12", "20wd", extensions: ["10wd"], []).day == (try day("2022-08-23")))
        #expect(
            try self.due("2022-07-12", "20wd", extensions: ["10wd"], [("2022-07-15 09:00", "2022-07-20 16:00")]).day
                == (try day("2022-08-26"))
        )
        #expect(
            try self.due("2022-07-12 09:00", "1h", extensions: ["30min"], []).instant == (try wall("2022-07-12 10:30"))
        )
        #expect(try self.due("2022-07-12", "1y", extensions: ["1mon"], []).day == (try day("2023-08-14")))
    }

    @Test("An extension in another unit is refused")
    func otherUnit() throws {
        #expect(throws: DeadlineError.unit(Limit(1, .calendarDays), of: Limit(20, .workingDays))) {
            try self.due("2022-07-12", "20wd", extensions: ["1d"], [])
        }
        #expect(throws: DeadlineError.self) { try self.due("2022-07-12", "1h", extensions: ["30omin"], []) }
        #expect(try self.due("2022-07-12", "3mon", extensions: ["1y"], []).day == (try day("2023-10-12")))
    }

    @Test("Pauses stop calendar days and months too")
    func calendarDays() throws {
        #expect(
            try self.due("2022-07-11", "3d", [("2022-07-12 10:00", "2022-07-14 10:00")]).day == (try day("2022-07-18"))
        )
        #expect(
            try self.due("2022-07-11", "1mon", [("2022-07-12 10:00", "2022-07-14 10:00")]).day
                == (try day("2022-08-15")),
            "11 August and two days, a Saturday, rolled to Monday"
        )
    }

    @Test("Office minutes stand while the clock does")
    func office() throws {
        #expect(
            try self.due("2022-07-11 08:00", "2oh", [("2022-07-11 09:00", "2022-07-11 11:30")]).instant
                == (try wall("2022-07-11 15:30"))
        )
        #expect(
            try self.due("2022-07-11 08:00", "2oh", [("2022-07-11 09:00", "2022-07-11 13:00")]).instant
                == (try wall("2022-07-11 16:00"))
        )
    }

    @Test("No office hours at all is an error, not an endless search")
    func noOfficeHours() throws {
        let rules = DeadlineRules(calendar: SeedFiles.calendar, hours: OfficeHours(seasons: []))
        let ledger = DeadlineLedger(start: try wall("2022-07-12"), limit: try Limit("1omin"))
        #expect(throws: DeadlineError.noOfficeHours) { try rules.due(ledger) }
    }

    @Test("Twelve years of office hours are counted, and a pause of twelve years is waited for")
    func manyOfficeHours() throws {
        let start = try wall("2010-01-04")
        let calendar = SeedFiles.calendar
        // Seven hours on each of 3,000 days.
        let last = calendar.adding(workingDays: 2_999, to: try day("2010-01-04"))
        #expect(last.year >= 2021)
        let long = try SeedFiles.rules.due(DeadlineLedger(start: start, limit: Limit(21_000, .officeHours)))
        #expect(ShanghaiTime.day(of: long.instant) == last)
        let paused = DeadlineLedger(
            start: start,
            limit: Limit(1, .officeHours),
            pauses: [.init(from: start, to: try wall("2022-07-12"))]
        )
        #expect(try SeedFiles.rules.due(paused).instant == (try wall("2022-07-12 09:00")))
    }

    @Test(
        "Half of a limit is the end of the day that reaches it, or the moment",
        arguments: [
            ("20wd", "2022-07-27"), ("5wd", "2022-07-16"), ("7d", "2022-07-17"), ("1mon", "2022-07-29"),
            ("2mon", "2022-08-13"), ("1y", "2023-01-12"), ("2h", "2022-07-12 10:00"),
            ("2oh", "2022-07-12 10:00"),
        ]
    )
    func half(limit: String, moment: String) throws {
        let ledger = DeadlineLedger(start: try wall("2022-07-12 09:00"), limit: try Limit(limit))
        #expect(try SeedFiles.rules.moment(ofPart: 1, outOf: 2, ledger) == (try wall(moment)))
    }
}
