// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import MarketBureau

@Suite("Market: inspections")
struct InspectionTests {
    @Test("Given an inspection with one inspector, when it is opened, then TWO_INSPECTORS; with two it is taken")
    func twoInspectors() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        let alone = try await refusal {
            try await daemon.open(
                "inspection",
                as: Bench.dispatcher,
                Bench.inspection(on: "2022-07-12", by: ["inspector"])
            )
        }
        #expect(alone?.refusalCode == "TWO_INSPECTORS")
        #expect(try daemon.numbers(of: "inspection").isEmpty)
        try await daemon.open("inspection", as: Bench.dispatcher, Bench.inspection(on: "2022-07-12"))
        #expect(try daemon.numbers(of: "inspection").count == 1)
    }

    @Test(
        "Given an order of so many working days, when it is issued, then it is due on the last of them at 24:00",
        arguments: [
            ("2022-07-12", 3, "2022-07-15"),
            // The last working day before the National Day holiday.
            ("2022-09-28", 2, "2022-09-30"),
            // 8 October 2022 is a Saturday that is worked.
            ("2022-09-29", 2, "2022-10-08"),
        ] as [(String, Int64, String)]
    )
    func rectification(issued: String, days: Int64, due: String) async throws {
        let daemon = try Bench.daemon(at: "\(issued)T10:00:00+08:00")
        let number = try await Bench.ordered(daemon, on: issued, days: days)
        #expect(try daemon.due("rectify", of: number) == .end(of: due))
        #expect(try daemon.data(of: number)["orderedOn"] == .string(issued))
    }

    @Test(
        "Given an order issued on 2022-07-12 with 3 working days, when nobody claims it is put right, then the recheck begins on 2022-07-15 at 24:00 and is due on 2022-07-19"
    )
    func unclaimed() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        let number = try await Bench.ordered(daemon, on: "2022-07-12", days: 3)
        try await daemon.advance(to: "2022-07-15T23:59:59+08:00")
        #expect(try daemon.state(of: number) == "ORDERED")
        try await daemon.advance(to: "2022-07-16T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "RECHECK")
        #expect(try daemon.due("recheck", of: number) == .end(of: "2022-07-19"))
    }

    @Test("Given a failed recheck, when who found it files the case, then FOUR_EYES; the head who did not may")
    func fourEyes() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        let number = try await Bench.ordered(daemon, on: "2022-07-12", days: 3)
        let both = PersonView.person("inspector", "inspector", "head")
        try await daemon.act(number, "claim", as: Bench.inspector)
        try await daemon.act(number, "bad", as: both, ["note": "仍未改正"])
        let own = try await refusal { try await daemon.act(number, "file", as: both) }
        #expect(own?.refusalCode == "FOUR_EYES")
        try await daemon.act(number, "file", as: Bench.head)
        #expect(try daemon.state(of: number) == "CASE_FILED")
    }

    @Test("Given seven emergency teams, when an eighth is put, then LIMIT; one of the seven may still change")
    func teams() throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        for team in 1...7 {
            try daemon.put("team", "\(team)", ["no": .string("\(team)"), "captain": "A"])
        }
        let eighth = #expect(throws: EngineError.self) { try daemon.put("team", "8", ["no": "8", "captain": "A"]) }
        #expect(eighth?.refusalCode == "LIMIT")
        try daemon.put("team", "7", ["no": "7", "captain": "B"])
        #expect(try daemon.record("team", "7")?["captain"] == "B")
        #expect(try daemon.records("team").count == 7)
    }

    @Test("The declaration has no fault")
    func declaration() {
        #expect(DeclarationCheck.faults(in: Market().definition.declaration).isEmpty)
    }
}
