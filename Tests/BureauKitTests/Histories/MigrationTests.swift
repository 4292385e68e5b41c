// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import BureauTesting

@Suite("Migration of running cases")
struct MigrationTests {
    static let clerk = PersonView.person("clerk", "permit:bureau")
    static let head = PersonView.person("head", "permit:head")

    /// What differs between the versions of the permit.
    struct Version {
        var desk = "DESK"
        var limit = TimeLimit.workingDays(5)
        var roles = ["bureau"]
        var hasExtra = false
        var hasReply = true
        var reminder = true
        var goesOn = false
        var isParallel = false
        var asksReason = false
        var finishRoles = ["bureau"]
    }

    static func definition(_ version: Version = Version()) -> BureauDefinition {
        BureauDefinition("permit", "许可局", "Permits", about: ("测试用的部门。", "A bureau for tests."), prefix: "XK") {
            Role("bureau", "科员", "Clerk")
            Role("senior", "主办", "Senior")
            Role("head", "领导", "Head")
            Item("permit", "许可", "Permit", about: ("许可。", "A permit."), openedBy: ["citizen", "bureau"]) {
                Form {
                    Field("who", "何人", "Who").required()
                    if version.asksReason { Field("reason", "理由", "Reason").required() }
                }
                Suspends(in: version.desk, by: "bureau", deciders: "head")
                Flow {
                    State("WORK", "承办", "Work") {
                        Deadline("work", "承办", "Work", version.limit, pausedIn: ["ASKED"], onReturn: .resume)
                        History("BACK", otherwise: version.desk)
                        State(version.desk, "经办", "At the desk") {
                            OnEntry { Sets("visits", to: value("visits", or: 0) + 1) }
                            Action("ask", "要求补正", "Ask", by: version.roles, to: "ASKED")
                            Action("finish", "办结", "Finish", by: version.finishRoles, to: "DONE")
                            if version.isParallel { Action("split", "分头", "Split", by: "bureau", to: "BOTH") }
                            if version.hasExtra {
                                Deadline("extra", "另限", "Extra", .days(3))
                                Action("look", "查看", "Look", by: "bureau") { Sets("looked", to: true) }
                            }
                            if version.goesOn { When(value("visits") >= 1, to: "CHECK") }
                        }
                        State("ASKED", "待补正", "Asked") {
                            if version.hasReply {
                                Deadline("reply", "补正", "Reply", .days(10), then: "LAPSED", intended: true)
                            }
                            Action("reply", "补正", "Reply", by: "citizen", "bureau", to: "BACK")
                        }.untimed().heldBy(.applicant)
                        if version.goesOn {
                            State("CHECK", "复核", "Check") {
                                Action("finish", "办结", "Finish", by: "bureau", to: "DONE")
                            }
                        }
                    }
                    if version.isParallel {
                        Parallel("BOTH", "分头", "Both") {
                            Action("end", "结", "End", by: "bureau", to: "DONE")
                            State("ONE", "一", "One") {
                                State("A", "甲", "A") { Action("a", "甲", "A", by: "bureau", to: "A2") }
                                State("A2", "甲二", "A2") { Action("b", "乙", "B", by: "bureau", to: "A") }
                            }.untimed()
                            State("TWO", "二", "Two") {
                                State("B", "乙", "B") { Action("c", "丙", "C", by: "bureau", to: "B") }
                            }.untimed()
                        }
                    }
                    Final("DONE", "办结", "Done")
                    if version.hasReply { Final("LAPSED", "逾期", "Lapsed") }
                }
            }
        }
    }

    private func daemon(_ version: Version = Version()) throws -> TestDaemon {
        try TestDaemon(
            Self.definition(version),
            at: "2022-07-12T09:00:00+08:00",
            calendar: CalendarTable.tables(inFolder: Welfare.calendarFolder)
        )
    }

    private func declare(_ version: Version, _ daemon: TestDaemon) throws {
        let json = try JSON(encoding: Self.definition(version).declaration)
        try daemon.call { cases throws(EngineError) in _ = try cases.register(json, bureau: "permit") }
    }

    private func order(_ map: [String: String] = [:], to: Int? = nil) -> MigrationOrder {
        MigrationOrder(bureau: "permit", item: "permit", to: to, map: map)
    }

    /// - Parameter id: `nil` only shows.
    private func migrate(
        _ daemon: TestDaemon,
        _ number: String,
        _ map: [String: String] = [:],
        to: Int? = nil,
        revision: Int? = nil,
        id: Int64? = nil
    ) throws -> CaseMigration {
        let order = self.order(map, to: to)
        return try daemon.call { cases throws(EngineError) in
            try cases.migrate(number, by: order, revision: revision, id: id, for: Self.head)
        }
    }

    private func begin(_ daemon: TestDaemon, _ map: [String: String] = [:]) throws -> Int64 {
        let order = self.order(map)
        return try daemon.call { cases throws(EngineError) in try cases.beginMigration(order, by: Self.head) }
    }

    @Test("A dry run tells what would happen and changes nothing at all")
    func dryRun() async throws {
        let daemon = try self.daemon()
        let number = try await daemon.open("permit", as: Self.clerk, ["who": "li"])
        try self.declare(Version(limit: .workingDays(8), hasExtra: true, asksReason: true), daemon)
        try await daemon.advance(to: "2022-07-13T09:00:00+08:00")
        let before = try daemon.cases.snapshot(of: number)
        let entries = try daemon.journal().count
        let shown = try self.migrate(daemon, number)
        #expect(shown.outcome == .ready)
        #expect(shown.statesAfter == ["DESK"])
        #expect(shown.deadlines.map(\.id) == ["work", "extra"])
        #expect(shown.deadlines.map(\.change) == [.moved, .started])
        #expect(shown.deadlines[0].limitBefore == "5wd")
        #expect(shown.deadlines[0].limitAfter == "8wd")
        #expect(shown.deadlines[0].dueBefore == .end(of: "2022-07-19"))
        #expect(shown.deadlines[0].dueAfter == .end(of: "2022-07-22"))
        #expect(shown.deadlines[1].dueAfter == .end(of: "2022-07-18"))
        #expect(shown.actions.added == ["look"])
        #expect(shown.faults.map(\.field) == ["reason"])
        #expect(try daemon.cases.snapshot(of: number) == before)
        #expect(try daemon.journal().count == entries)
        #expect(try daemon.case(number).record.declaration == 1)
        // And work goes on as if nobody had asked.
        try await daemon.act(number, "ask", as: Self.clerk)
        #expect(try daemon.state(of: number) == "ASKED")
    }

    @Test("What was used of a deadline stays used to the millisecond; only the limit changes, and that is on record")
    func budgets() async throws {
        let daemon = try self.daemon()
        let number = try await daemon.open("permit", as: Self.clerk, ["who": "li"])
        try await daemon.advance(by: .milliseconds(86_400_123))
        try await daemon.act(number, "ask", as: Self.clerk)
        try await daemon.advance(by: .milliseconds(172_800_456))
        let before = try daemon.deadline("work", of: number)
        try self.declare(Version(limit: .workingDays(8)), daemon)
        let done = try self.migrate(daemon, number, id: try self.begin(daemon))
        #expect(done.outcome == .migrated)
        let after = try daemon.deadline("work", of: number)
        #expect(after.start == before.start)
        #expect(after.pauses == before.pauses)
        #expect(after.begun == before.begun)
        #expect(after.limit == "8wd")
        #expect(after.changes.map(\.from) == ["5wd"])
        #expect(after.changes.first?.actor == "head")
        #expect(try daemon.deadline("reply", of: number).changes.isEmpty)
        #expect(try daemon.journal("case.migrated", of: number).count == 1)
    }

    @Test("A state that is not there is refused by name, and mapped goes on there")
    func mapping() async throws {
        let daemon = try self.daemon()
        let number = try await daemon.open("permit", as: Self.clerk, ["who": "li"])
        try self.declare(Version(desk: "COUNTER"), daemon)
        let refused = try self.migrate(daemon, number)
        #expect(refused.outcome == .refused)
        #expect(refused.refusals.map(\.code) == ["UNMAPPED DESK"])
        let nowhere = try self.migrate(daemon, number, ["DESK": "NOWHERE"])
        #expect(nowhere.refusals.map(\.code) == ["UNMAPPED DESK"])
        let group = try self.migrate(daemon, number, ["DESK": "WORK"])
        #expect(group.refusals.map(\.code) == ["ILLEGAL_STATES"])
        let done = try self.migrate(daemon, number, ["DESK": "COUNTER"], id: try self.begin(daemon))
        #expect(done.statesAfter == ["COUNTER"])
        #expect(try daemon.data(of: number)["visits"] == 1, "entry actions are not run again")
        #expect(try daemon.due("work", of: number) == .end(of: "2022-07-19"))
    }

    @Test("What a history state remembers is kept under the new name")
    func history() async throws {
        let daemon = try self.daemon()
        let number = try await daemon.open("permit", as: Self.clerk, ["who": "li"])
        try await daemon.act(number, "ask", as: Self.clerk)
        try self.declare(Version(desk: "COUNTER"), daemon)
        _ = try self.migrate(daemon, number, ["DESK": "COUNTER"], id: try self.begin(daemon))
        try await daemon.act(number, "reply", as: Self.clerk)
        #expect(try daemon.state(of: number) == "COUNTER")
    }

    @Test("States that cannot be active together are refused with the reason")
    func parallel() async throws {
        let daemon = try self.daemon()
        let number = try await daemon.open("permit", as: Self.clerk, ["who": "li"])
        try self.declare(Version(isParallel: true), daemon)
        let refused = try self.migrate(daemon, number, ["DESK": "A"])
        #expect(refused.refusals.map(\.code) == ["ILLEGAL_STATES"])
        #expect(refused.refusals.first?.message.en.contains("TWO") == true)
    }

    @Test("A case somebody changed since it was looked at is told of and left alone")
    func optimistic() async throws {
        let daemon = try self.daemon()
        let number = try await daemon.open("permit", as: Self.clerk, ["who": "li"])
        try self.declare(Version(limit: .workingDays(8)), daemon)
        let seen = try self.migrate(daemon, number)
        try await daemon.act(number, "ask", as: Self.clerk)
        let id = try self.begin(daemon)
        #expect(try self.migrate(daemon, number, revision: seen.revision, id: id).outcome == .changed)
        #expect(try daemon.case(number).record.declaration == 1)
        #expect(try self.migrate(daemon, number, revision: seen.revision + 1, id: id).outcome == .migrated)
        #expect(try self.migrate(daemon, number, id: id).refusals.map(\.code) == ["SAME_VERSION"])
    }

    @Test("An interrupted migration goes on where it was: what is migrated is looked for no more")
    func resumable() async throws {
        let daemon = try self.daemon()
        for _ in 0..<5 { try await daemon.open("permit", as: Self.clerk, ["who": "li"]) }
        try self.declare(Version(limit: .workingDays(8)), daemon)
        let numbers = try daemon.numbers(of: "permit")
        let id = try self.begin(daemon)
        for number in numbers.prefix(2) { _ = try self.migrate(daemon, number, id: id) }
        let left = try daemon.cases.migratable(self.order(), after: nil, limit: 100, for: Self.head)
        #expect(left.cases.map(\.number) == Array(numbers.dropFirst(2)))
    }

    @Test("Only the operator and heads may; a version that is not there is refused")
    func rights() async throws {
        let daemon = try self.daemon()
        let clerk = try await refusal { _ = try daemon.cases.migrationTarget(of: self.order(), for: Self.clerk) }
        #expect(clerk?.refusalCode == "ROLE")
        #expect(try daemon.cases.migrationTarget(of: self.order(), for: .system) == 1)
        let version = try await refusal { _ = try daemon.cases.migrationTarget(of: self.order(to: 9), for: Self.head) }
        #expect(version?.refusalCode == "NO_VERSION")
    }

    @Test("Undoing restores untouched cases with their clocks, and leaves others alone")
    func undo() async throws {
        let daemon = try self.daemon()
        let first = try await daemon.open("permit", as: Self.clerk, ["who": "li"])
        let second = try await daemon.open("permit", as: Self.clerk, ["who": "wang"])
        let before = try daemon.cases.snapshot(of: first)
        try await daemon.advance(by: .seconds(3_600))
        try self.declare(Version(desk: "COUNTER", limit: .workingDays(2), hasExtra: true), daemon)
        let id = try self.begin(daemon)
        for number in [first, second] { _ = try self.migrate(daemon, number, ["DESK": "COUNTER"], id: id) }
        try await daemon.advance(by: .seconds(60))
        try await daemon.act(second, "look", as: Self.clerk)
        #expect(try daemon.cases.undoable(id, for: Self.head) == [first, second])
        func undo(_ number: String) throws -> Bool {
            try daemon.call { cases throws(EngineError) in try cases.undoMigration(id, of: number, by: Self.head) }
        }
        #expect(try undo(first))
        #expect(try !undo(second))
        let after = try daemon.case(first)
        #expect(after.record.declaration == 1)
        #expect(after.record.state == "DESK")
        #expect(after.deadlines.map(\.run.id) == ["work"])
        #expect(after.deadlines.first?.run.limit == "5wd")
        #expect(try daemon.due("work", of: first) == .end(of: "2022-07-19"))
        #expect(after.data == before.data)
        #expect(try daemon.state(of: second) == "COUNTER")
        // The clock that was taken away does not strike, the old one does.
        try await daemon.advance(to: "2022-07-21T00:00:00+08:00")
        #expect(try daemon.journal("due.breach", of: first).map { try $0.data.parsed()["deadline"] } == ["work"])
        #expect(try daemon.journal("due.breach", of: first).map(\.at) == [try #require(.end(of: "2022-07-19"))])
    }

    @Test("flowable#2539: tasks for people get the roles of the new version, not those of the old")
    func tasks() async throws {
        let daemon = try self.daemon()
        let number = try await daemon.open("permit", as: Self.clerk, ["who": "li"])
        let before = try #require(try daemon.work(of: number).first)
        try self.declare(Version(roles: ["senior"], finishRoles: ["senior"]), daemon)
        let done = try self.migrate(daemon, number, id: try self.begin(daemon))
        let after = try daemon.work(of: number)
        #expect(after.map(\.kind) == [before.kind])
        #expect(after.map(\.roles) == [["senior"]])
        #expect(done.tasks.changed == [before.kind])
        let clerk = try await refusal { try await daemon.act(number, "ask", as: Self.clerk) }
        #expect(clerk?.refusalCode == "ROLE")
        try await daemon.act(number, "ask", as: .person("chen", "permit:senior"))
    }

    @Test("camunda-bpm-platform#4637: the timer of a deadline is still there after a migration, and fires once")
    func timers() async throws {
        let daemon = try self.daemon()
        let number = try await daemon.open("permit", as: Self.clerk, ["who": "li"])
        try await daemon.act(number, "ask", as: Self.clerk)
        try self.declare(Version(desk: "COUNTER"), daemon)
        _ = try self.migrate(daemon, number, ["DESK": "COUNTER"], id: try self.begin(daemon))
        try await daemon.advance(to: "2022-07-23T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "LAPSED")
        #expect(try daemon.journal("due.elapsed", of: number).count == 1)
    }

    @Test("spiff-arena#1671: a deadline added to the state a case waits in does not block it")
    func addedDeadline() async throws {
        let daemon = try self.daemon(Version(hasReply: false))
        let number = try await daemon.open("permit", as: Self.clerk, ["who": "li"])
        try await daemon.act(number, "ask", as: Self.clerk)
        try await daemon.advance(by: .seconds(86_400 * 3))
        try self.declare(Version(hasReply: true), daemon)
        _ = try self.migrate(daemon, number, id: try self.begin(daemon))
        #expect(try daemon.due("reply", of: number) == .end(of: "2022-07-25"))
        try await daemon.act(number, "reply", as: Self.clerk)
        #expect(try daemon.state(of: number) == "DESK")
    }

    @Test("A deadline the new version does not have ends, and its timer with it")
    func endedDeadline() async throws {
        let daemon = try self.daemon()
        let number = try await daemon.open("permit", as: Self.clerk, ["who": "li"])
        try await daemon.act(number, "ask", as: Self.clerk)
        try self.declare(Version(hasReply: false), daemon)
        let done = try self.migrate(daemon, number, id: try self.begin(daemon))
        #expect(done.deadlines.first { $0.id == "reply" }?.change == .ended)
        try await daemon.advance(to: "2022-08-30T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "ASKED")
    }

    @Test("Where a condition of the new version holds already, the case moves on, and that is shown before")
    func movesOn() async throws {
        let daemon = try self.daemon()
        let number = try await daemon.open("permit", as: Self.clerk, ["who": "li"])
        try self.declare(Version(goesOn: true), daemon)
        let shown = try self.migrate(daemon, number)
        #expect(shown.movesOn)
        #expect(shown.statesAfter == ["CHECK"])
        #expect(try daemon.state(of: number) == "DESK")
        _ = try self.migrate(daemon, number, id: try self.begin(daemon))
        #expect(try daemon.state(of: number) == "CHECK")
    }

    @Test("A suspended case stays suspended, and goes on afterwards in the new version")
    func suspended() async throws {
        let daemon = try self.daemon()
        let number = try await daemon.open("permit", as: Self.clerk, ["who": "li"])
        try await daemon.act(number, "suspend", as: Self.clerk, ["reason": "EXPERT"])
        try self.declare(Version(hasExtra: true), daemon)
        _ = try self.migrate(daemon, number, id: try self.begin(daemon))
        #expect(try daemon.state(of: number) == "SUSPENDED")
        #expect(try daemon.deadline("extra", of: number).state == .paused)
        try await daemon.act(number, "resume", as: Self.clerk)
        #expect(try daemon.state(of: number) == "DESK")
        #expect(try daemon.deadline("extra", of: number).state == .running)
    }

    @Test("A migrated case goes on as a fresh one that was brought to the same point", arguments: 0..<20)
    func asFresh(seed: Int) async throws {
        var chance = Chance(seed + 5_000)
        let migrated = try self.daemon()
        let number = try await migrated.open("permit", as: Self.clerk, ["who": "li"])
        let new = Version(limit: .workingDays(5 + chance.below(4)), roles: ["bureau", "senior"])
        // The fresh one lives under the new version from the start, through the same actions at the same moments.
        let fresh = try self.daemon(new)
        try await fresh.open("permit", as: Self.clerk, ["who": "li"])
        func both(_ body: (TestDaemon) async throws -> Void) async throws {
            try await body(migrated)
            try await body(fresh)
        }
        func step() async throws {
            let wait = Duration.milliseconds(chance.below(86_400_000))
            try await both { try await $0.advance(by: wait) }
            let possible = try migrated.case(number, as: Self.clerk).actions.filter { $0.refusal == nil }
                .map(\.declaration.id).filter { $0 != "finish" || chance.below(10) == 0 }
            guard !possible.isEmpty else { return }
            let action = possible[chance.below(possible.count)]
            let values: JSONObject = action == "suspend" ? ["reason": "EXPERT"] : [:]
            try await both { try await $0.act(number, action, as: Self.clerk, values) }
        }
        for _ in 0..<chance.below(8) { try await step() }
        guard try migrated.case(number).record.isOpen else { return }
        let isBreached = try migrated.deadline("work", of: number).state == .breached
        try self.declare(new, migrated)
        let done = try self.migrate(migrated, number, id: try self.begin(migrated))
        #expect(done.outcome == .migrated)
        for _ in 0..<12 {
            let one = try migrated.case(number)
            let other = try fresh.case(number)
            #expect(one.record.state == other.record.state)
            #expect(one.data == other.data)
            #expect(one.actions.map(\.declaration.id) == other.actions.map(\.declaration.id))
            #expect(try migrated.work(of: number).map(\.roles) == fresh.work(of: number).map(\.roles))
            // A breach stays for good; otherwise the due moments are the same.
            if !isBreached {
                #expect(one.deadlines.map(\.run.due) == other.deadlines.map(\.run.due))
                #expect(one.deadlines.map(\.run.state) == other.deadlines.map(\.run.state))
            }
            let kept = try migrated.cases.snapshot(of: number)
            #expect(try migrated.cases.snapshot(of: number, at: migrated.now) == kept)
            try await step()
        }
    }
}
