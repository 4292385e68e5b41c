// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import MarketBureau

@Suite("Market: dispatch of teams")
struct DispatchTests {
    static func requested() async throws -> (TestDaemon, String) {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        try Bench.putTeams(daemon)
        return (daemon, try await daemon.open("dispatch", as: Bench.liaison, Bench.dispatch()))
    }

    @Test("Given a dispatch requested 09:00:00, when the captain answers 09:15:00, then on time; at 09:15:01 breach")
    func answer() async throws {
        let (daemon, number) = try await Self.requested()
        try await daemon.advance(to: "2022-07-12T09:15:00+08:00")
        #expect(try daemon.deadline("answer", of: number).state == .running)
        try await daemon.act(number, "answer", as: Bench.captain)
        #expect(try daemon.state(of: number) == "ASSIGNED")
        #expect(try daemon.deadline("answer", of: number).state == .met)

        let (late, other) = try await Self.requested()
        try await late.advance(to: "2022-07-12T09:15:01+08:00")
        #expect(try late.deadline("answer", of: other).state == .breached)
        #expect(try late.journal("due.breach", of: other).count == 1)
        try await late.act(other, "answer", as: Bench.captain)
        #expect(try late.deadline("answer", of: other).state == .breached)
    }

    @Test("Given a dispatch requested 09:00:00, when the team is on site 10:00:00, then on time; at 10:00:01 breach")
    func arrive() async throws {
        let (daemon, number) = try await Self.requested()
        try await daemon.act(number, "answer", as: Bench.captain)
        try await daemon.advance(to: "2022-07-12T10:00:00+08:00")
        try await daemon.act(number, "arrive", as: .person("member1-2", "market:member"))
        #expect(try daemon.deadline("arrive", of: number).state == .met)

        let (late, other) = try await Self.requested()
        try await late.act(other, "answer", as: Bench.captain)
        try await late.advance(to: "2022-07-12T10:00:01+08:00")
        #expect(try late.deadline("arrive", of: other).state == .breached)
    }

    @Test("Given a dispatch, when it is requested, then everybody of the team is told, and the liaisons")
    func told() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        try daemon.put(PersonRecord(id: "captain1", name: "队长", roles: ["market:captain"]))
        try Bench.putTeams(daemon)
        let number = try await daemon.open("dispatch", as: Bench.liaison, Bench.dispatch())
        let told = try daemon.notices(of: number)
        #expect(
            told.filter { $0.topic == "dispatch.called" }.map(\.to) == ["captain1"] + (1...4).map { "member1-\($0)" }
        )
        #expect(told.filter { $0.topic == "dispatch.requested" }.map(\.to) == ["liaison"])
        #expect(try daemon.inbox(of: Bench.captain).count == 1)
    }

    @Test(
        "Given a team, when more people are asked for than are on duty, or the end is not after the start, then refused"
    )
    func rules() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T07:00:00+08:00")
        try Bench.putTeams(daemon)
        func code(_ form: JSONObject) async throws -> String? {
            try await refusal { try await daemon.open("dispatch", as: Bench.dispatcher, form) }?.refusalCode
        }
        #expect(try await code(Bench.dispatch(people: 5)) == nil)
        #expect(try await code(Bench.dispatch(people: 6)) == "HEADCOUNT")
        #expect(try await code(Bench.dispatch(team: "9")) == "NO_TEAM")
        let start = "2022-07-12T10:00:00+08:00"
        #expect(try await code(Bench.dispatch(from: start, to: start)) == "END_AFTER_START")
        #expect(try await code(Bench.dispatch(from: start, to: "2022-07-12T03:00:00+01:00")) == "END_AFTER_START")
        #expect(try await code(Bench.dispatch(from: start, to: "2022-07-12T10:01:00+08:00")) == nil)

        // Three answered the roll-call.
        try await daemon.advance(to: "2022-07-12T08:00:00+08:00")
        let call = try #require(try daemon.numbers(of: "rollcall").first)
        try await daemon.act(call, "answer", as: Bench.captain, ["present": ["captain1", "member1-1", "member1-2"]])
        #expect(try await code(Bench.dispatch(people: 3)) == nil)
        #expect(try await code(Bench.dispatch(people: 4)) == "HEADCOUNT")
    }

    @Test(
        "Given a dispatch of 4 people for 150 minutes, when the community confirms 3, then 450 minutes; who went cannot confirm"
    )
    func confirmed() async throws {
        let (daemon, number) = try await Self.requested()
        let other = try await refusal {
            try await daemon.act(number, "answer", as: .person("captain2", "market:captain"))
        }
        #expect(other?.refusalCode == "NOT_CAPTAIN")
        try await daemon.act(number, "answer", as: Bench.captain, ["going": ["captain1", "member1-1", "member1-2"]])
        try await daemon.act(number, "arrive", as: Bench.captain)
        try await daemon.advance(to: "2022-07-12T12:30:00+08:00")
        try await daemon.act(
            number,
            "return",
            as: Bench.captain,
            ["attendance": ["captain1", "member1-1", "member1-2"]]
        )
        let own = try await refusal {
            try await daemon.act(number, "confirm", as: .person("captain1", "market:liaison"))
        }
        #expect(own?.refusalCode == "FOUR_EYES")
        try await daemon.act(number, "confirm", as: Bench.liaison, ["headcount": 3])
        #expect(try daemon.state(of: number) == "CONFIRMED")
        #expect(try daemon.data(of: number)["minutes"] == 450)
    }

    @Test(
        "Given a captain who does not answer, when another team is sent, then it has 15 minutes of its own; a cancelled one ends"
    )
    func reassigned() async throws {
        let (daemon, number) = try await Self.requested()
        try await daemon.advance(to: "2022-07-12T09:10:00+08:00")
        try await daemon.act(number, "reassign", as: Bench.dispatcher, ["team": "2"])
        #expect(try daemon.due("answer", of: number) == Instant("2022-07-12T09:25:00+08:00"))
        let old = try await refusal { try await daemon.act(number, "answer", as: Bench.captain) }
        #expect(old?.refusalCode == "NOT_CAPTAIN")
        try await daemon.act(number, "answer", as: .person("captain2", "market:captain"))
        try await daemon.act(number, "cancel", as: Bench.dispatcher, ["reason": "已不需要"])
        #expect(try daemon.state(of: number) == "CANCELLED")
        #expect(try daemon.notices(of: number).last?.to == "captain2")
    }
}
