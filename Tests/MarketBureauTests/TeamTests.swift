// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import MarketBureau

@Suite("Market: emergency teams")
struct TeamTests {
    @Test("Given 7 teams, when an eighth is added without configuration change, then refused LIMIT")
    func limit() throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        try Bench.putTeams(daemon)
        let eighth = #expect(throws: EngineError.self) { try daemon.put("team", "8", Bench.team(8)) }
        #expect(eighth?.refusalCode == "LIMIT")
        try daemon.put("team", "7", Bench.team(7).adding("captain", "member7-1"))
        #expect(try daemon.record("team", "7")?["captain"] == "member7-1")
        #expect(try daemon.records("team").count == 7)
    }

    @Test("Given fewer teams, when one has a number above the limit, then LIMIT too")
    func numbers() throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        for wrong in [0, 8, 70] {
            let refused = #expect(throws: EngineError.self) { try daemon.put("team", "\(wrong)", Bench.team(wrong)) }
            #expect(refused?.refusalCode == "LIMIT")
        }
    }

    @Test(
        "Given a rule that allows eight teams from a day on, when that day comes, then the eighth is taken without a new program"
    )
    func raised() async throws {
        let daemon = try Bench.daemon(
            at: "2022-07-12T09:00:00+08:00",
            changing: [("team.limit", "2022-07-14", 8)]
        )
        try Bench.putTeams(daemon)
        #expect(throws: EngineError.self) { try daemon.put("team", "8", Bench.team(8)) }
        try await daemon.advance(to: "2022-07-14T00:00:00+08:00")
        try daemon.put("team", "8", Bench.team(8))
        let ninth = #expect(throws: EngineError.self) { try daemon.put("team", "9", Bench.team(9)) }
        #expect(ninth?.refusalCode == "LIMIT")
    }

    @Test(
        "Given a person in a team, when another team names him as member or captain, then DUPLICATE; once replaced he may, and the past is kept"
    )
    func oneTeam() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        try Bench.putTeams(daemon, 2)
        let member = #expect(throws: EngineError.self) {
            try daemon.put("team", "3", Bench.team(3).adding("members", ["captain3", "member1-2"]))
        }
        #expect(member?.refusalCode == "DUPLICATE")
        let captain = #expect(throws: EngineError.self) {
            try daemon.put("team", "3", ["no": "3", "captain": "member2-1"])
        }
        #expect(captain?.refusalCode == "DUPLICATE")
        let outside = #expect(throws: EngineError.self) {
            try daemon.put("team", "3", ["no": "3", "captain": "x", "members": ["y"]])
        }
        #expect(outside?.refusalCode == "CAPTAIN")

        try await daemon.advance(to: "2022-07-20T09:00:00+08:00")
        // Ill: replaced, and the list of the day before is kept.
        try daemon.put(
            "team",
            "1",
            Bench.team(1).adding("members", ["captain1", "member1-1", "member1-3", "stand-in"])
        )
        #expect(try daemon.record("team", "1", on: "2022-07-19")["members"]?.arrayValue?.contains("member1-2") == true)
        #expect(try daemon.record("team", "1", on: "2022-07-20")["members"]?.arrayValue?.contains("member1-2") == false)
        try daemon.put("team", "3", Bench.team(3).adding("members", ["captain3", "member1-2"]))
    }

    @Test(
        "Given a daemon stopped 07:50–08:40, when it restarts, then the 08:00 roll-call fires once with late_by=40 min"
    )
    func rollcallLate() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T07:50:00+08:00")
        try Bench.putTeams(daemon)
        try await daemon.isDown(until: "2022-07-12T08:40:00+08:00")
        let runs = try daemon.runs(of: "rollcall")
        #expect(runs.map(\.period) == ["2022-07-12"])
        #expect(runs.map(\.lateBy) == [40 * 60_000])
        let calls = try daemon.numbers(of: "rollcall")
        #expect(calls.count == 7)
        for call in calls { #expect(try daemon.data(of: call)["late_by"] == 40) }
        try await daemon.advance(to: "2022-07-12T23:00:00+08:00")
        #expect(try daemon.numbers(of: "rollcall").count == 7)
    }

    @Test(
        "Given the roll-call at 08:00, when a team has not answered by 08:30, then the head is told; who answers in time is not named"
    )
    func rollcall() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T07:00:00+08:00")
        try Bench.putTeams(daemon)
        try await daemon.advance(to: "2022-07-12T08:00:00+08:00")
        let calls = try daemon.numbers(of: "rollcall")
        #expect(calls.count == 7)
        let stranger = try await refusal {
            try await daemon.act(calls[1], "answer", as: Bench.captain, ["present": ["captain1"]])
        }
        #expect(stranger?.refusalCode == "NOT_IN_TEAM")
        try await daemon.advance(to: "2022-07-12T08:30:00+08:00")
        try await daemon.act(
            calls[0],
            "answer",
            as: Bench.captain,
            ["present": ["captain1", "member1-1", "member1-2"]]
        )
        #expect(try daemon.state(of: calls[0]) == "READY")
        #expect(try daemon.deadline("answer", of: calls[0]).state == .met)
        #expect(try daemon.record("readiness", "1|2022-07-12")?["on_duty"] == 3)

        try await daemon.advance(to: "2022-07-12T08:30:01+08:00")
        let told = try daemon.notices().filter { $0.topic == "rollcall.unanswered" }
        #expect(told.count == 6 && told.allSatisfy { $0.to == "head" })
        // It can still be answered, until the day is over.
        try await daemon.act(calls[1], "answer", as: .person("captain2", "market:captain"), ["present": ["captain2"]])
        try await daemon.advance(to: "2022-07-13T00:00:00+08:00")
        #expect(
            try calls.map { try daemon.state(of: $0) } == ["READY", "READY"] + Array(repeating: "UNANSWERED", count: 5)
        )
    }
}
