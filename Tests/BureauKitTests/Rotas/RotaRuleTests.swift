// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import BureauTesting

@Suite("Rotas: shifts, gaps, check-ins, absence ladder")
struct RotaRuleTests {
    static let keeper = PersonView.person("hua", "waters:head")

    static var patrol: Rota {
        Rota("patrol", "巡逻", "Patrol", people: 2, keptBy: ["head"])
            .season("06-15..09-15")
            .checkIns(everyMinutes: 120)
            .missed(afterMinutes: 30, tell: Rota.onDuty)
            .missed(afterMinutes: 60, tell: "head", .urgent)
            .missed(afterMinutes: 90, tell: "room", .life)
            .gap(tell: "head")
            .gap(afterMinutes: 120, tell: "room", .urgent)
    }

    static func bureau(_ rota: Rota = RotaRuleTests.patrol) -> BureauDefinition {
        BureauDefinition("waters", "水域", "Waters", about: ("测试。", "A test."), prefix: "ZZ") {
            Role("head", "村主任", "Village head")
            Role("room", "值班室", "Duty room", supervises: true)
            rota
            Handler("search", "找人", "Search") { _, _ in [] }
        }
    }

    static func daemon(_ rota: Rota = RotaRuleTests.patrol, at: String = "2022-07-11T18:00:00+08:00") throws
        -> TestDaemon
    {
        try TestDaemon(Self.bureau(rota), at: at)
    }

    static let whole: KeyValuePairs<String, [String]> = [
        "00:00-08:00": ["a", "b"], "08:00-16:00": ["c", "d"], "16:00-24:00": ["e", "f"],
    ]

    @Test("shifts that follow each other leave no gap; a minute that is missing is one, and is told at once")
    func gapToTheMinute() async throws {
        let daemon = try Self.daemon()
        let whole = try await daemon.plan("patrol", at: "A", on: "2022-07-12", Self.whole, as: Self.keeper)
        #expect(whole.gaps.isEmpty)
        #expect(try daemon.notices().isEmpty)
        let short = try await daemon.change(whole.shifts[1].number, end: "2022-07-12T15:59:00+08:00", as: Self.keeper)
        #expect(short.end == whole.shifts[2].start - 1)
        let notice = try #require(try daemon.notices().first)
        #expect(notice.to == "head" && notice.text.zh.contains("2022-07-12 15:59 – 2022-07-12 16:00"))
        let coverage = try daemon.coverage("patrol", at: "A", from: "2022-07-12", through: "2022-07-12")
        #expect(coverage.required == 1_440 && coverage.covered == 1_439)
        try await daemon.change(short.number, end: "2022-07-12T16:00:00+08:00", as: Self.keeper)
        #expect(try daemon.journal("rota.covered").count == 1)
    }

    @Test("a gap that stays open is told further up two hours later, and again at the daily check")
    func gapLadder() async throws {
        let daemon = try Self.daemon()
        try await daemon.plan("patrol", at: "A", on: "2022-07-12", ["00:00-08:00": ["a", "b"]])
        #expect(try daemon.notices().map(\.to) == ["head"])
        try await daemon.advance(to: "2022-07-11T19:59:59.999+08:00")
        #expect(try daemon.notices().count == 1)
        try await daemon.advance(to: "2022-07-11T20:00:00+08:00")
        // The daily check looks seven days ahead, and begins the ladder anew.
        let tos = try daemon.notices().map(\.to)
        #expect(tos.count(where: { $0 == "head" }) == 2 && tos.count(where: { $0 == "room" }) <= 1)
        try await daemon.advance(to: "2022-07-11T22:00:00+08:00")
        #expect(try daemon.notices().last?.to == "room")
    }

    @Test("outside the season nobody has to be there")
    func season() async throws {
        let daemon = try Self.daemon(at: "2022-09-15T08:00:00+08:00")
        let (_, gaps) = try await daemon.plan("patrol", at: "A", on: "2022-09-16", ["00:00-01:00": ["a", "b"]])
        #expect(gaps.isEmpty)
        let (_, more) = try await daemon.plan("patrol", at: "A", on: "2022-09-15", ["20:00-21:00": ["a", "b"]])
        #expect(more == ["2022-09-15 00:00 – 2022-09-15 20:00", "2022-09-15 21:00 – 2022-09-16 00:00"])
        let coverage = try daemon.coverage("patrol", at: "A", from: "2022-09-15", through: "2022-09-16")
        #expect(coverage.days.map(\.required) == [1_440, 0] && coverage.covered == 60)
    }

    @Test(
        "a person on two shifts at the same time is refused, at two places and of two bureaus; one minute later he is not"
    )
    func personTwice() async throws {
        let daemon = try Self.daemon()
        try await daemon.plan("patrol", at: "A", on: "2022-07-12", ["00:00-08:00": ["a", "b"]])
        let error = await #expect(throws: EngineError.self) {
            try await daemon.plan(
                "patrol",
                at: "B",
                on: "2022-07-12",
                ["08:00-09:00": ["x", "y"], "07:59-12:00": ["c", "a"]]
            )
        }
        #expect(error?.refusalCode == "PERSON_TWICE")
        // None of the call's shifts was planned.
        #expect(try daemon.shifts("patrol", at: "B", on: "2022-07-12").isEmpty)
        try await daemon.plan("patrol", at: "B", on: "2022-07-12", ["08:00-12:00": ["c", "a"]])
    }

    @Test("whoever was taken off a shift, and whoever's shift was cancelled, is free")
    func freed() async throws {
        let daemon = try Self.daemon()
        let (one, _) = try await daemon.plan("patrol", at: "A", on: "2022-07-12", Self.whole)
        try await daemon.change(one[0].number, people: ["a", "z"])
        try await daemon.cancelShift(one[1].number)
        let (other, _) = try await daemon.plan(
            "patrol",
            at: "B",
            on: "2022-07-12",
            ["00:00-08:00": ["b", "y"], "08:00-16:00": ["c", "d"]]
        )
        #expect(other.count == 2)
        let error = await #expect(throws: EngineError.self) {
            try await daemon.change(one[0].number, people: ["a", "y"])
        }
        #expect(error?.refusalCode == "PERSON_TWICE")
    }

    @Test("a shift over midnight is one shift, and both days get their minutes")
    func overMidnight() async throws {
        let daemon = try Self.daemon()
        let (shifts, _) = try await daemon.plan("patrol", at: "A", on: "2022-07-12", ["22:00-06:00": ["a", "b"]])
        #expect(shifts.count == 1)
        let coverage = try daemon.coverage("patrol", at: "A", from: "2022-07-12", through: "2022-07-13")
        #expect(coverage.days.map(\.covered) == [120, 360])
        #expect(try daemon.shifts("patrol", at: "A", on: "2022-07-13").map(\.number) == shifts.map(\.number))
    }

    @Test("two shifts at one place overlap, and their minutes count once")
    func overlap() async throws {
        let daemon = try Self.daemon()
        try await daemon.plan(
            "patrol",
            at: "A",
            on: "2022-07-12",
            ["00:00-09:00": ["a", "b"], "08:00-24:00": ["c", "d"]]
        )
        let coverage = try daemon.coverage("patrol", at: "A", from: "2022-07-12", through: "2022-07-12")
        #expect(coverage.covered == 1_440 && coverage.gaps.isEmpty)
        #expect(coverage.overlaps.map(RotaCoverage.text) == ["2022-07-12 08:00 – 2022-07-12 09:00"])
    }

    @Test(
        "a check-in due at 02:00 is missing: 02:30 those on duty, 03:00 the head, 03:30 the duty room, whatever the hour"
    )
    func absenceLadder() async throws {
        let daemon = try Self.daemon(Self.patrol.missed(submits: "search"))
        let (shifts, _) = try await daemon.plan("patrol", at: "A", on: "2022-07-12", Self.whole)
        try await daemon.advance(to: "2022-07-12T00:00:00+08:00")
        try await daemon.checkIn(shifts[0].number, of: "a")
        try await daemon.checkIn(shifts[0].number, of: "b")
        let before = try daemon.notices().count
        try await daemon.advance(to: "2022-07-12T02:29:59.999+08:00")
        #expect(try daemon.notices().count == before)
        for (moment, count) in [("02:30", 2), ("03:00", 3), ("03:30", 4)] {
            try await daemon.advance(to: "2022-07-12T\(moment):00+08:00")
            #expect(try daemon.notices().count == before + count)
        }
        #expect(try daemon.notices().suffix(4).map(\.to) == ["a", "b", "head", "room"])
        let urgency = try daemon.journal("notify.rota.missed").map { try $0.data.parsed()["urgency"] }
        #expect(urgency == ["NORMAL", "NORMAL", "URGENT", "LIFE"])
        let task = try #require(try daemon.tasks().first)
        #expect(task.kind == "search")
        #expect(try task.payload?.parsed()["due"]?.stringValue == "2022-07-12T02:00:00+08:00")
        // The next check-in has a ladder of its own.
        try await daemon.advance(to: "2022-07-12T03:44:59.999+08:00")
        try await daemon.checkIn(shifts[0].number, of: "b")
        try await daemon.advance(to: "2022-07-12T04:30:00+08:00")
        #expect(try daemon.shift(shifts[0].number).missed.map(\.rungs) == [3, 1])
        try await daemon.checkIn(shifts[0].number, of: "b")
        try await daemon.advance(to: "2022-07-12T05:59:00+08:00")
        #expect(try daemon.shift(shifts[0].number).missed.map(\.rungs) == [3, 1])
    }

    @Test("at the start everybody must be heard of, later one of them")
    func startNeedsAll() async throws {
        let daemon = try Self.daemon()
        let (shifts, _) = try await daemon.plan("patrol", at: "A", on: "2022-07-12", Self.whole)
        try await daemon.advance(to: "2022-07-11T23:45:00+08:00")
        try await daemon.checkIn(shifts[0].number, of: "a")
        try await daemon.advance(to: "2022-07-12T00:30:00+08:00")
        #expect(try daemon.shift(shifts[0].number).missed.map(\.people) == [["b"]])
        try await daemon.checkIn(shifts[0].number, of: "b")
        try await daemon.advance(to: "2022-07-12T01:59:00+08:00")
        try await daemon.checkIn(shifts[0].number, of: "a")
        try await daemon.advance(to: "2022-07-12T03:44:00+08:00")
        #expect(try daemon.shift(shifts[0].number).missed.count == 1)
    }

    @Test("a check-in counts from fifteen minutes before the start, not sixteen, until the end, not at it")
    func checkInLimits() async throws {
        let daemon = try Self.daemon()
        let (shifts, _) = try await daemon.plan("patrol", at: "A", on: "2022-07-12", ["00:00-08:00": ["a", "b"]])
        let number = shifts[0].number
        try await daemon.advance(to: "2022-07-11T23:44:59.999+08:00")
        var error = await #expect(throws: EngineError.self) { try await daemon.checkIn(number, of: "a") }
        #expect(error?.refusalCode == "EARLY")
        try await daemon.advance(to: "2022-07-11T23:45:00+08:00")
        #expect(try await daemon.checkIn(number, of: "a").status == .onDuty)
        error = await #expect(throws: EngineError.self) { try await daemon.checkIn(number, of: "c") }
        #expect(error?.refusalCode == "NOT_ON_SHIFT")
        error = await #expect(throws: EngineError.self) {
            try await daemon.checkIn(number, of: "b", as: .person("c"))
        }
        #expect(error?.refusalCode == "ROLE")
        try await daemon.checkIn(number, of: "b", as: Self.keeper)
        try await daemon.advance(to: "2022-07-12T07:59:59.999+08:00")
        try await daemon.checkIn(number, of: "b")
        try await daemon.advance(to: "2022-07-12T08:00:00+08:00")
        error = await #expect(throws: EngineError.self) { try await daemon.checkIn(number, of: "b") }
        #expect(error?.refusalCode == "SHIFT_OVER")
        #expect(try daemon.shift(number).status == .done)
    }

    @Test("a shift on which nobody was heard of is absent, and its minutes are not covered")
    func absent() async throws {
        let daemon = try Self.daemon()
        let (shifts, _) = try await daemon.plan("patrol", at: "A", on: "2022-07-12", Self.whole)
        try await daemon.advance(to: "2022-07-12T08:00:00+08:00")
        #expect(try daemon.shift(shifts[0].number).status == .absent)
        let coverage = try daemon.coverage("patrol", at: "A", from: "2022-07-12", through: "2022-07-12")
        #expect(coverage.covered == 960)
        #expect(try daemon.journal("rota.absent").count == 1)
    }

    @Test("after a stop everything missed is told once, in order, stamped with how late it is")
    func downtime() async throws {
        let daemon = try Self.daemon()
        try await daemon.plan("patrol", at: "A", on: "2022-07-12", ["00:00-08:00": ["a", "b"]])
        try await daemon.isDown(until: "2022-07-12T03:10:00+08:00")
        let told = try daemon.notices().filter { $0.topic == "rota.missed" }.map(\.to)
        #expect(told == ["a", "b", "head", "room", "a", "b", "head"])
        let late = try daemon.journal("rota.missed").compactMap { try $0.data.parsed()["late_by"]?.integerValue }
        let latest: Int64 = 9_600_000
        #expect(late.max() == latest)
    }

    @Test("teams follow each other, a week ahead, every day; what stands in the way is left")
    func pattern() async throws {
        let daemon = try Self.daemon()
        try await daemon.plan("patrol", at: "A", on: "2022-07-12", ["08:00-12:00": ["x", "y"]])
        let gaps = try await daemon.pattern(
            "patrol",
            at: "A",
            from: "2022-07-12",
            ["00:00-08:00", "08:00-16:00", "16:00-24:00"],
            teams: [["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"]],
            as: Self.keeper
        )
        #expect(gaps == ["2022-07-12 12:00 – 2022-07-12 16:00"])
        #expect(try daemon.shifts("patrol", at: "A", on: "2022-07-12").map(\.people.first) == ["a", "x", "e"])
        #expect(try daemon.shifts("patrol", at: "A", on: "2022-07-13").map(\.people.first) == ["g", "a", "c"])
        #expect(try daemon.shifts("patrol", at: "A", on: "2022-07-18").count == 3)
        #expect(try daemon.shifts("patrol", at: "A", on: "2022-07-19").isEmpty)
        try await daemon.advance(to: "2022-07-12T20:00:00+08:00")
        #expect(try daemon.shifts("patrol", at: "A", on: "2022-07-19").count == 3)
    }

    @Test("a team that is on duty elsewhere leaves a gap that is told")
    func unfilled() async throws {
        let daemon = try Self.daemon()
        try await daemon.plan("patrol", at: "B", on: "2022-07-13", ["06:00-10:00": ["a", "z"]])
        let gaps = try await daemon.pattern(
            "patrol",
            at: "A",
            from: "2022-07-12",
            ["00:00-24:00"],
            teams: [["a", "b"]]
        )
        #expect(gaps.contains("2022-07-13 00:00 – 2022-07-14 00:00"))
        #expect(try daemon.journal("rota.unfilled").count == 1)
    }

    @Test("only keepers plan")
    func keepers() async throws {
        let daemon = try Self.daemon()
        let error = await #expect(throws: EngineError.self) {
            try await daemon.plan("patrol", at: "A", on: "2022-07-12", Self.whole, as: .person("ann", "waters:clerk"))
        }
        #expect(error?.refusalCode == "ROLE")
        let other = PersonView.person("hua", "waters:head", area: "340604100201")
        let area = await #expect(throws: EngineError.self) {
            try await daemon.plan("patrol", at: "340604100202", on: "2022-07-12", Self.whole, as: other)
        }
        #expect(area?.refusalCode == "AREA")
    }

    @Test(
        "at the limit and one past it: people, hours, minutes, a route",
        arguments: [
            (["a"], 60, 1, "TOO_FEW"), (["a", "b"], 1_440, 500, nil), (["a", "b"], 1_441, 500, "BAD_SHIFT"),
            (["a", "b"], 0, 1, "BAD_SHIFT"), (["a", "b"], 60, 501, "TEXT_TOO_LONG"),
            (["a", "a"], 60, 1, "PERSON_TWICE"),
            ((1...20).map { "p\($0)" }, 60, 1, nil), ((1...21).map { "p\($0)" }, 60, 1, "LIMIT"),
        ] as [([String], Int, Int, String?)]
    )
    func shiftLimits(_ people: [String], _ minutes: Int, _ route: Int, _ code: String?) async throws {
        let daemon = try Self.daemon()
        let start = ShanghaiTime.instant(day: try #require(CivilDay("2022-07-12")), minutes: 0)
        let new = NewShift(
            start: start,
            end: start.adding(seconds: Int64(minutes) * 60),
            people: people,
            route: String(repeating: "路", count: route)
        )
        do {
            let (shifts, _) = try daemon.call { cases throws(EngineError) in
                try cases.rotas.plan([new], at: "A", of: "patrol", "waters", by: .system)
            }
            #expect(code == nil && shifts.count == 1)
        } catch {
            #expect(error.refusalCode == code)
        }
    }

    @Test("a shift begins and ends on a minute; a day has too many check-ins at the 501st")
    func moreLimits() async throws {
        let daemon = try Self.daemon()
        let start = ShanghaiTime.instant(day: try #require(CivilDay("2022-07-12")), minutes: 0)
        #expect(throws: EngineError.self) {
            try daemon.call { cases throws(EngineError) in
                try cases.rotas.plan(
                    [
                        NewShift(
                            start: start.adding(milliseconds: 1),
                            end: start.adding(seconds: 60),
                            people: ["a", "b"]
                        )
                    ],
                    at: "A",
                    of: "patrol",
                    "waters",
                    by: .system
                )
            }
        }
        var shift = RotaShift(number: "S", bureau: "w", rota: "p", place: "A", start: 0, end: 60, people: ["a"])
        let rota = RotaDeclaration(id: "p", name: Bilingual("巡", "p"), keepers: ["head"])
        for _ in 0..<500 { try shift.checkIn(.init(person: "a", by: "a", at: 1), rota) }
        let error = #expect(throws: Refusal.self) { try shift.checkIn(.init(person: "a", by: "a", at: 1), rota) }
        #expect(error?.code == "LIMIT")
    }

    @Test("declarations that cannot be kept are refused by name")
    func declarations() throws {
        func faults(_ rota: Rota) -> [String] {
            DeclarationCheck.faults(in: Self.bureau(rota).declaration).map(\.message.en)
        }
        #expect(faults(Self.patrol).isEmpty)
        #expect(faults(Rota("Patrol", "巡", "P", keptBy: ["head"])).count == 1)
        #expect(faults(Rota("p", "巡", "P", keptBy: ["nobody"])) == ["there is no role nobody"])
        #expect(faults(Rota("p", "巡", "P", people: 21, keptBy: ["head"])) == ["a shift has 1 to 20 people"])
        #expect(faults(Rota("p", "巡", "P", keptBy: ["head"]).season("06-15")).count == 1)
        #expect(faults(Rota("p", "巡", "P", keptBy: ["head"]).hours("08:00", "07:00")).count == 1)
        #expect(faults(Rota("p", "巡", "P", keptBy: ["head"]).checkIns(everyMinutes: 9, margin: 5)).count == 1)
        #expect(faults(Rota("p", "巡", "P", keptBy: ["head"]).checkIns(everyMinutes: 10, margin: 5)).isEmpty)
        #expect(
            faults(
                Rota("p", "巡", "P", keptBy: ["head"]).checkIns(everyMinutes: 60).missed(afterMinutes: 61, tell: "head")
            )
            .count == 1
        )
        #expect(faults(Self.patrol.missed(submits: "none")) == ["there is no handler none"])
        #expect(faults(Rota("p", "巡", "P", keptBy: ["head"]).gap(tell: Rota.onDuty)).count == 1)
    }
}
