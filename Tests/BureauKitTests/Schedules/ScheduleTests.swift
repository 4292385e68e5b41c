// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

@Suite("Schedules (0.7)")
struct ScheduleTests {
    static func definition(_ recurrence: String?, catchUp: Int = 31) -> BureauDefinition {
        BureauDefinition("water", "示例", "Example", about: ("示例。", "An example."), prefix: "SW") {
            Role("clerk", "科员", "Clerk")
            Handler("count", "统计", "Count") { _, _ in [] }
            if let recurrence {
                Schedule("s", "统计", "Count", recurrence, submits: "count", catchUp: catchUp)
            }
        }
    }

    private func daemon(_ recurrence: String, at start: String, catchUp: Int = 31) throws -> TestDaemon {
        try TestDaemon(
            Self.definition(recurrence, catchUp: catchUp),
            at: start,
            calendar: CalendarTable.tables(inFolder: Welfare.calendarFolder)
        )
    }

    private func ran(_ daemon: TestDaemon) throws -> [String] {
        try daemon.runs(of: "s").map { "\($0.period) \($0.at.prefix(16))" }
    }

    @Test(
        "An ISO week without working day (2022-W05, 2026-W08) has no run and the next run covers both",
        arguments: [
            ("2022-01-31T00:00:00+08:00", "2022-02-13T00:00:00+08:00", "2022-W05", "2022-W06 2022-02-11T16:00"),
            ("2026-02-16T00:00:00+08:00", "2026-03-01T00:00:00+08:00", "2026-W08", "2026-W09 2026-02-28T16:00"),
        ]
    )
    func emptyWeek(start: String, end: String, empty: String, run: String) async throws {
        let daemon = try self.daemon("weekly.lastwd(16:00)", at: start)
        try await daemon.advance(to: end)
        #expect(try self.ran(daemon) == [run])
        let payload = try #require(try daemon.tasks().first?.payload?.parsed())
        #expect(payload["weeks"] == [.string(empty), .string(String(run.prefix(8)))])
    }

    @Test("monthly.day(n) = day n, rolled forward to a working day")
    func monthlyDay() async throws {
        let daemon = try self.daemon("monthly.day(5 09:00)", at: "2022-09-01T00:00:00+08:00")
        try await daemon.advance(to: "2022-11-30T00:00:00+08:00")
        #expect(
            try self.ran(daemon) == [
                "2022-09 2022-09-05T09:00", "2022-10 2022-10-08T09:00", "2022-11 2022-11-07T09:00",
            ]
        )
    }

    @Test("quarter.end = last working day of the quarter for cut-off, period itself stays calendar")
    func quarterEnd() async throws {
        let daemon = try self.daemon("quarter.end(17:00)", at: "2022-12-01T00:00:00+08:00")
        try await daemon.advance(to: "2023-01-10T00:00:00+08:00")
        #expect(try self.ran(daemon) == ["2022-Q4 2022-12-30T17:00"])
        let payload = try #require(try daemon.tasks().first?.payload?.parsed())
        #expect(payload["from"] == "2022-10-01")
        #expect(payload["through"] == "2022-12-31")
    }

    @Test("annual(mm-dd) rolls forward")
    func annual() async throws {
        let daemon = try self.daemon("annual(01-15 09:00)", at: "2022-12-01T00:00:00+08:00")
        try await daemon.advance(to: "2023-02-10T00:00:00+08:00")
        #expect(try self.ran(daemon) == ["2023 2023-01-16T09:00"])
    }

    @Test("A missed run (X16) runs once, for its own period: three days of downtime")
    func missed() async throws {
        let daemon = try self.daemon("daily(08:00)", at: "2022-07-12T07:00:00+08:00")
        try await daemon.advance(to: "2022-07-12T09:00:00+08:00")
        try await daemon.isDown(until: "2022-07-15T09:00:00+08:00")
        let runs = try daemon.runs(of: "s")
        #expect(runs.map(\.period) == ["2022-07-12", "2022-07-13", "2022-07-14", "2022-07-15"])
        #expect(runs.map { $0.lateBy / 3_600_000 } == [0, 49, 25, 1])
        #expect(try daemon.tasks().count == 4)
        try await daemon.advance(to: "2022-07-15T10:00:00+08:00")
        #expect(try daemon.runs(of: "s").count == 4)
    }

    @Test("So many missed runs are made up for, the rest is named and skipped", arguments: [(3, 3, 0), (2, 2, 1)])
    func bounded(limit: Int, ran: Int, skipped: Int) async throws {
        let daemon = try self.daemon("daily(08:00)", at: "2022-07-12T09:00:00+08:00", catchUp: limit)
        try await daemon.isDown(until: "2022-07-15T09:00:00+08:00")
        let runs = try daemon.runs(of: "s")
        #expect(runs.filter { $0.outcome == .ran }.count == ran)
        #expect(runs.filter { $0.outcome == .skipped }.map(\.period) == (skipped == 1 ? ["2022-07-13"] : []))
        #expect(try daemon.journal("schedule.skipped").count == skipped)
    }

    @Test("A year of missed minutes neither fills the memory nor the queue")
    func yearOfMinutes() async throws {
        let daemon = try self.daemon("every(1min)", at: "2022-01-01T00:00:30+08:00", catchUp: 5)
        try await daemon.isDown(until: "2023-01-01T00:00:30+08:00")
        #expect(try daemon.tasks().count == 5)
        #expect(try daemon.runs(of: "s").last?.period == "2023-01-01T00:00")
        #expect(try daemon.schedule("s").nextPeriod == "2023-01-01T00:01")
    }

    @Test("A clock set back never fires twice")
    func setBack() throws {
        let store = MemoryStore()
        let declaration = try JSON(encoding: Self.definition("daily(08:00)").declaration)
        func periods(startedAt start: String, until end: String) throws -> [String] {
            let engine = Engine(store: store)
            let cases = CaseEngine(engine: engine, directory: Directory())
            let now = try #require(Instant(start))
            try engine.open(at: now)
            try engine.perform(at: now, by: .system) { () throws(EngineError) in
                try cases.open()
                _ = try cases.register(declaration, bureau: "water")
            }
            while try engine.tick(at: try #require(Instant(end))) {}
            _ = try engine.commit()
            return try cases.schedules.runs(of: "water/s", limit: 100).map(\.period)
        }
        let first = try periods(startedAt: "2022-07-12T07:00:00+08:00", until: "2022-07-13T09:00:00+08:00")
        #expect(first == ["2022-07-13", "2022-07-12"])
        // Started again, two days earlier by the clock.
        let again = try periods(startedAt: "2022-07-11T07:00:00+08:00", until: "2022-07-13T10:00:00+08:00")
        #expect(again == first)
        #expect(try periods(startedAt: "2022-07-13T07:00:00+08:00", until: "2022-07-14T08:00:00+08:00").count == 3)
    }

    @Test("A new calendar moves the runs that are to come")
    func calendarReload() async throws {
        let daemon = try TestDaemon(Self.definition("monthly.day(5 09:00)"), at: "2022-09-28T09:00:00+08:00")
        #expect(try daemon.schedule("s").nextDue?.hasPrefix("2022-10-05") == true || daemon.schedule("s").isProvisional)
        let before = try daemon.schedule("s").nextDue
        for table in try CalendarTable.tables(inFolder: Welfare.calendarFolder) where table.year == 2022 {
            try await daemon.apply(.table(table))
        }
        #expect(try daemon.schedule("s").nextDue?.hasPrefix("2022-10-08T09:00") == true)
        #expect(try daemon.schedule("s").isProvisional == false)
        if before?.hasPrefix("2022-10-08") == false {
            #expect(try daemon.journal("schedule.moved").count == 1)
        }
        try await daemon.advance(to: "2022-10-31T00:00:00+08:00")
        #expect(try self.ran(daemon) == ["2022-10 2022-10-08T09:00"])
    }

    @Test("A new version changes, removes and brings back schedules, and keeps what has run")
    func versions() async throws {
        let daemon = try self.daemon("daily(08:00)", at: "2022-07-12T07:00:00+08:00")
        try await daemon.advance(to: "2022-07-12T09:00:00+08:00")
        // Later the same day: the day has had its run.
        try daemon.declare(Self.definition("daily(18:00)"))
        try await daemon.advance(to: "2022-07-13T19:00:00+08:00")
        #expect(try self.ran(daemon) == ["2022-07-12 2022-07-12T08:00", "2022-07-13 2022-07-13T18:00"])
        try daemon.declare(Self.definition(nil))
        #expect(try daemon.schedule("s").isRemoved)
        try await daemon.advance(to: "2022-07-15T19:00:00+08:00")
        try daemon.declare(Self.definition("daily(18:00)"))
        try await daemon.advance(to: "2022-07-16T19:00:00+08:00")
        #expect(try daemon.runs(of: "s").map(\.period) == ["2022-07-12", "2022-07-13", "2022-07-16"])
    }

    @Test("An operator runs, skips and makes up for periods; each runs once")
    func operating() async throws {
        let daemon = try self.daemon("daily(08:00)", at: "2022-07-12T07:00:00+08:00")
        let head = PersonView.person("chief", "head")
        #expect(throws: EngineError.self) { try daemon.skipSchedule("s", reason: "", as: head) }
        #expect(throws: EngineError.self) {
            try daemon.skipSchedule("s", reason: "x", as: PersonView.person("li", "clerk"))
        }
        try await daemon.runSchedule("s", reason: "early", as: head)
        #expect(try daemon.skipSchedule("s", reason: "holiday", as: head) == "2022-07-13")
        try await daemon.advance(to: "2022-07-14T09:00:00+08:00")
        #expect(try daemon.runs(of: "s").map(\.outcome) == [.ran, .skipped, .ran])
        await #expect(throws: EngineError.self) {
            try await daemon.runSchedule("s", period: "2022-07-12", reason: "again", as: head)
        }
        try await daemon.runSchedule("s", period: "2022-07-13", reason: "after all", as: head)
        #expect(try daemon.runs(of: "s").map(\.outcome) == [.ran, .ran, .ran])
        #expect(try daemon.schedule("s").lastPeriod == "2022-07-14")
    }

    @Test(
        "A faulty schedule is refused with its name",
        arguments: ["daily(24:00)", "cron(0 0 30 2 *)", "every(0min)", "nightly"]
    )
    func faulty(recurrence: String) throws {
        #expect(throws: EngineError.self) { try self.daemon(recurrence, at: "2022-07-12T07:00:00+08:00") }
    }

    @Test("Missed runs made up for are 1 to 1000", arguments: [(0, 1), (1, 0), (1_000, 0), (1_001, 1)])
    func limits(catchUp: Int, faults: Int) {
        let declaration = Self.definition("daily(08:00)", catchUp: catchUp).declaration
        #expect(DeclarationCheck.faults(in: declaration).count == faults)
    }
}
