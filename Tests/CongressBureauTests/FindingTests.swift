// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanModel

@testable import CongressBureau

@Suite("Congress: findings")
struct FindingTests {
    @Test("Given NO_SIGN severity 1 at 2022-07-11 10:30, then due 2022-07-12 10:30")
    func found() async throws {
        let daemon = try Bench.daemon()
        let round = try await Bench.round(daemon, waters: 2)
        try await daemon.act(
            round,
            "visit",
            as: Bench.deputy,
            ["water": .string(Bench.water(1)), "result": "FINDING", "code": "NO_SIGN", "severity": 1]
        )
        let finding = try #require(try daemon.numbers(of: "finding").first)
        #expect(try daemon.due("fix", of: finding) == Instant("2022-07-12T10:30:00+08:00"))
        #expect(try daemon.case(finding).record.parent == round)
        #expect(try daemon.data(of: finding)["reporter"] == "deputy")
        #expect(try daemon.data(of: finding)["village_code"] == .string(Bench.village))
        // Village head and town hear of it at once; the register says that the sign is missing.
        #expect(try Set(daemon.notices(of: finding).map(\.to)).isSuperset(of: ["villagehead", "town"]))
        #expect(try daemon.record("facility", "W1001-SIGN")?["state"] == "MISSING")
        // 24 hours to the second: in time at the moment itself, late a second after.
        try await daemon.advance(to: "2022-07-12T10:30:00+08:00")
        #expect(try daemon.deadline("fix", of: finding).state == .running)
        try await daemon.advance(to: "2022-07-12T10:30:01+08:00")
        #expect(try daemon.deadline("fix", of: finding).state == .breached)
    }

    @Test(
        "Given a finding of 2022-07-11 10:30, then its severity says how long there is",
        arguments: [
            (1, "2022-07-12T10:30:00+08:00"), (2, "2022-07-15T00:00:00+08:00"), (3, "2022-08-02T00:00:00+08:00"),
        ]
            as [(Int64, String)]
    )
    func severity(severity: Int64, due: String) async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.finding(daemon, severity: severity)
        #expect(try daemon.due("fix", of: number) == Instant(due))
    }

    @Test(
        "Given a danger at a water that is not registered, when it is reported, then it is taken, and the presidium told to register it"
    )
    func unregistered() async throws {
        let daemon = try Bench.daemon()
        let number = try await daemon.open(
            "finding",
            as: Bench.deputy,
            ["water": "某窑坑", "code": "DEEP_PIT", "severity": 3]
        )
        #expect(try daemon.state(of: number) == "OPEN")
        #expect(try daemon.notices(of: number).map(\.topic) == ["finding.unregistered"])
    }

    @Test("Given a finding fixed by village X, when the same person verifies, then refused FOUR_EYES")
    func verify() async throws {
        let daemon = try Bench.daemon()
        let both = PersonView.person("both", "villagehead", "deputy")
        let number = try await Bench.finding(daemon)
        try await daemon.act(number, "hand", as: Bench.presidium)
        try await daemon.act(number, "fixed", as: both, ["photos": ["before.jpg", "after.jpg"]])
        let own = try await refusal { try await daemon.act(number, "verify", as: both) }
        #expect(own?.refusalCode == "FOUR_EYES")
        try await daemon.act(number, "verify", as: Bench.deputy)
        #expect(try daemon.state(of: number) == "CLOSED")
        #expect(try daemon.deadline("fix", of: number).state == .met)
        #expect(try daemon.record("facility", "W1-SIGN")?["state"] == "OK")
        let report = try daemon.report("waters", "2022-07")
        #expect(report.total.cells[6].text(isShare: true).en == "100.00")
        #expect(report.total.cells[3].text(isShare: true).en == "100.00")
    }

    @Test("Given a village head without a deputy's role who reported the fix, when he verifies, then FOUR_EYES too")
    func verifyByHead() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.finding(daemon)
        try await daemon.act(number, "hand", as: Bench.presidium)
        try await daemon.act(number, "fixed", as: Bench.head, ["photos": ["1.jpg", "2.jpg"]])
        #expect(
            try await refusal { try await daemon.act(number, "verify", as: Bench.head) }?.refusalCode == "FOUR_EYES"
        )
    }

    @Test("Given a fix that is none, when the deputy reopens it, then there is half the term anew, each time")
    func reopened() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.finding(daemon, severity: 1)
        try await daemon.act(number, "hand", as: Bench.presidium)
        try await daemon.act(number, "fixed", as: Bench.head, ["photos": ["1.jpg", "2.jpg"]])
        try await daemon.advance(to: "2022-07-11T12:00:00+08:00")
        try await daemon.act(number, "reopen", as: Bench.deputy, ["reason": "未立牌"])
        #expect(try daemon.state(of: number) == "REOPENED")
        #expect(try daemon.due("refix", of: number) == Instant("2022-07-12T00:00:00+08:00"))
        try await daemon.act(number, "fixed", as: Bench.head, ["photos": ["1.jpg", "3.jpg"]])
        try await daemon.advance(to: "2022-07-11T18:00:00+08:00")
        try await daemon.act(number, "reopen", as: Bench.otherDeputy, ["reason": "立错地方"])
        #expect(try daemon.due("refix", of: number) == Instant("2022-07-12T06:00:00+08:00"))
    }

    @Test("Given a child reported bathing, then hand-off to school without the child's name in any SMS")
    func bathing() async throws {
        let daemon = try Bench.daemon()
        try Bench.put(daemon, "W1")
        let number = try await daemon.open(
            "finding",
            as: Bench.deputy,
            [
                "water": "W1", "code": "BATHING", "severity": 1, "village_code": .string(Bench.village), "bathers": 2,
                "names": ["赵小明"],
            ]
        )
        let handoff = try #require(try daemon.handoffs().first)
        #expect(handoff.kind == "school" && handoff.urgency == .urgent)
        #expect(handoff.data == ["water": "W1", "village_code": .string(Bench.village), "bathers": 2])
        let texts = try daemon.messages(of: number).flatMap { [$0.text.zh, $0.text.en, $0.short.zh, $0.short.en] }
        #expect(!texts.isEmpty && texts.allSatisfy { !$0.contains("赵小明") })
        #expect(!handoff.request.contains("赵小明"))
    }

    @Test(
        "Given a finding for the water bureau, when the deputy has verified it, then it is closed only with the hand-off"
    )
    func waterBureau() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.finding(daemon, code: "BROKEN_FENCE")
        try await daemon.act(number, "handWater", as: Bench.presidium, ["request": "修复护栏"])
        let handoff = try #require(try daemon.handoffs().first)
        #expect(handoff.kind == "water" && handoff.data["code"] == "BROKEN_FENCE")
        try await daemon.act(number, "fixed", as: Bench.handler, ["photos": ["1.jpg", "2.jpg"]])
        try await daemon.act(number, "verify", as: Bench.deputy)
        #expect(try daemon.state(of: number) == "VERIFIED")
        let early = try await refusal { try await daemon.act(number, "close", as: Bench.presidium) }
        #expect(early?.refusalCode == "HANDOFF_OPEN")
        try await daemon.handoff(handoff.number, .deliver, as: Bench.presidium)
        try await daemon.handoff(handoff.number, .take(), as: Bench.presidium)
        try await daemon.handoff(handoff.number, .finish(result: "护栏已修复"), as: Bench.presidium)
        try await daemon.handoff(handoff.number, .confirm, as: Bench.presidium)
        #expect(try daemon.state(of: number) == "CLOSED")
    }

    @Test(
        "Given a bridge head of two villages, when a sign is asked of both, then there are two findings, one for each"
    )
    func twoVillages() async throws {
        let daemon = try Bench.daemon()
        let round = try await Bench.round(daemon, waters: 1)
        for village in ["340602101203", "340602101204"] {
            try await daemon.act(
                round,
                "visit",
                as: Bench.deputy,
                [
                    "water": .string(Bench.water(1)), "result": "FINDING", "code": "NO_SIGN", "severity": 1,
                    "village": .string(village),
                ]
            )
        }
        #expect(try daemon.numbers(of: "finding").count == 2)
        #expect(try daemon.report("waters", "2022-07-11").total.cells[5].n == 2)
    }

    @Test(
        "Given a sign that is stolen again, when it is found, then the new finding names the old; an open one is not opened twice"
    )
    func again() async throws {
        let daemon = try Bench.daemon()
        let round = try await Bench.round(daemon, waters: 2)
        let visit: JSONObject = [
            "water": .string(Bench.water(1)), "result": "FINDING", "code": "NO_SIGN", "severity": 2,
        ]
        try await daemon.act(round, "visit", as: Bench.deputy, visit)
        try await daemon.act(round, "visit", as: Bench.otherDeputy, visit)
        let first = try #require(try daemon.numbers(of: "finding").first)
        #expect(try daemon.numbers(of: "finding").count == 1)
        try await daemon.act(first, "hand", as: Bench.presidium)
        try await daemon.act(first, "fixed", as: Bench.head, ["photos": ["1.jpg", "2.jpg"]])
        try await daemon.act(first, "verify", as: Bench.deputy)
        try await daemon.act(round, "visit", as: Bench.deputy, visit)
        let second = try #require(try daemon.numbers(of: "finding").last)
        #expect(try daemon.data(of: second)["former"] == .string(first))
    }
}
