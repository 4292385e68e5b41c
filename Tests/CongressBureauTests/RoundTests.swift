// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import Civic
import Testing
import TongbanModel

@testable import CongressBureau

@Suite("Congress: rounds and findings")
struct RoundTests {
    @Test("Given 40 waters of which 39 were seen, when the round is to end, then COVERAGE 97.50; with all 40 it ends")
    func coverage() async throws {
        let daemon = try Bench.daemon()
        let round = try await Bench.round(daemon, waters: 40)
        #expect(try daemon.state(of: round) == "RUNNING")
        for number in 1...39 {
            try await Bench.see(Bench.water(number), daemon, in: round)
        }
        // Seen twice counts once.
        try await Bench.see(Bench.water(1), daemon, in: round)
        let early = try await refusal { try await daemon.act(round, "finish", as: Bench.presidium) }
        #expect(early?.refusalCode == "COVERAGE 97.50")
        try await Bench.see(Bench.water(40), daemon, in: round)
        try await daemon.act(round, "finish", as: Bench.presidium)
        #expect(try daemon.state(of: round) == "COMPLETE")
    }

    @Test("Given a round of one village, when a water of another is seen, then WATER")
    func otherWater() async throws {
        let daemon = try Bench.daemon()
        let round = try await Bench.round(daemon, waters: 2)
        let other = try await refusal { try await Bench.see("W9999", daemon, in: round) }
        #expect(other?.refusalCode == "WATER")
    }

    @Test("Given a round of which nothing was seen, when it is to end, then COVERAGE 0.00")
    func nothingSeen() async throws {
        let daemon = try Bench.daemon()
        let round = try await Bench.round(daemon, waters: 3)
        let early = try await refusal { try await daemon.act(round, "finish", as: Bench.presidium) }
        #expect(early?.refusalCode == "COVERAGE 0.00")
    }

    @Test(
        "Given a missing sign of severity 1 found on 2022-07-11 at 10:30, then it is to be put right by 2022-07-12 10:30"
    )
    func finding() async throws {
        let daemon = try Bench.daemon()
        let round = try await Bench.round(daemon, waters: 2)
        try await daemon.act(
            round,
            "visit",
            as: Bench.deputy,
            ["water": .string(Bench.water(1)), "result": "FINDING", "code": "NO_SIGN", "severity": 1]
        )
        let numbers = try daemon.numbers(of: "finding")
        #expect(numbers.count == 1)
        let finding = try #require(numbers.first)
        #expect(try daemon.due("fix", of: finding) == Instant("2022-07-12T10:30:00+08:00"))
        #expect(try daemon.case(finding).record.parent == round)
        #expect(try daemon.case(round).links == [finding])
        #expect(try daemon.data(of: finding)["reporter"] == "deputy")
        #expect(try daemon.data(of: round)["visited"] == [.string(Bench.water(1))])
    }

    @Test("Given a round with a finding, when the round has ended and is reported, then the finding is still open")
    func findingOutlivesRound() async throws {
        let daemon = try Bench.daemon()
        let round = try await Bench.round(daemon, waters: 2)
        try await daemon.act(
            round,
            "visit",
            as: Bench.deputy,
            ["water": .string(Bench.water(1)), "result": "FINDING", "code": "NO_SIGN", "severity": 2]
        )
        try await Bench.see(Bench.water(2), daemon, in: round)
        try await daemon.act(round, "finish", as: Bench.presidium)
        let finding = try #require(try daemon.numbers(of: "finding").first)
        let before = try daemon.state(of: finding)
        try await daemon.act(round, "report", as: Bench.presidium, ["report": "督查报告"])
        #expect(try daemon.case(round).record.closed != nil)
        #expect(try daemon.state(of: finding) == before)
        #expect(try daemon.case(finding).record.closed == nil)
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
        let number = try await daemon.open(
            "finding",
            as: Bench.deputy,
            ["water": "W1", "code": "NO_SIGN", "severity": .integer(severity)]
        )
        #expect(try daemon.due("fix", of: number) == Instant(due))
    }

    @Test("Given who says it is put right, when that person verifies it, then FOUR_EYES; another deputy may")
    func verify() async throws {
        let daemon = try Bench.daemon()
        let both = PersonView.person("both", "villagehead", "deputy")
        let number = try await daemon.open(
            "finding",
            as: Bench.deputy,
            ["water": "W1", "code": "NO_SIGN", "severity": 2]
        )
        try await daemon.act(number, "hand", as: Bench.presidium, ["to": "村委会"])
        try await daemon.act(number, "fixed", as: both, ["photos": ["1.jpg"]])
        let own = try await refusal { try await daemon.act(number, "verify", as: both) }
        #expect(own?.refusalCode == "FOUR_EYES")
        try await daemon.act(number, "verify", as: Bench.deputy)
        #expect(try daemon.state(of: number) == "CLOSED")
        #expect(try daemon.deadline("fix", of: number).state == .met)
    }
}
