// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanModel

@testable import CongressBureau

@Suite("Congress: rounds")
struct RoundTests {
    @Test("Given 40 registered waters and 39 visited, when the round is closed, then refused COVERAGE 97.50")
    func coverage() async throws {
        let daemon = try Bench.daemon()
        let round = try await Bench.round(daemon, waters: 40)
        #expect(try daemon.state(of: round) == "RUNNING")
        for number in 1...39 { try await Bench.see(Bench.water(number), daemon, in: round) }
        // Seen twice counts once.
        try await Bench.see(Bench.water(1), daemon, in: round)
        let early = try await refusal { try await daemon.act(round, "finish", as: Bench.presidium) }
        #expect(early?.refusalCode == "COVERAGE 97.50")
        try await Bench.see(Bench.water(40), daemon, in: round)
        try await daemon.act(round, "finish", as: Bench.presidium)
        #expect(try daemon.state(of: round) == "COMPLETE")
        #expect(try daemon.due("report", of: round) == .end(of: "2022-07-18"))
        let report = try daemon.report("waters", "2022-07")
        #expect(report.total.cells[2].n == 40 && report.total.cells[2].d == 41)
    }

    @Test("Given a photo 450 m from the water, when the visit is entered, then refused GEO")
    func photo() async throws {
        let daemon = try Bench.daemon()
        let round = try await Bench.round(daemon, waters: 2)
        func visit(_ latitude: Int64, _ datum: String = "WGS84") async throws -> String? {
            let place: JSON = [
                "latitude": .integer(latitude), "longitude": 1_168_427_409, "datum": .string(datum),
            ]
            return try await refusal {
                try await daemon.act(
                    round,
                    "visit",
                    as: Bench.deputy,
                    ["water": .string(Bench.water(1)), "result": "OK", "place": place]
                )
            }?.refusalCode
        }
        // 0.004047 degrees of latitude are 450 m, 0.0009 are 100 m, 0.00091 are 101 m.
        #expect(try await visit(339_900_232) == "GEO 450 m")
        #expect(try await visit(339_868_862) == "GEO 101 m")
        #expect(try await visit(339_868_755) == nil)
        #expect(try daemon.data(of: round)["visited"] == [.string(Bench.water(1))])
    }

    @Test("Given a river entered as a line, when the photo is taken at its middle, then the visit is taken")
    func river() async throws {
        let daemon = try Bench.daemon()
        try Bench.put(daemon, "R1")
        var record = try #require(try daemon.record("water", "R1"))
        record["line"] = [
            ["latitude": 340_000_000, "longitude": 1_168_000_000, "datum": "WGS84"],
            ["latitude": 340_000_000, "longitude": 1_169_000_000, "datum": "WGS84"],
        ]
        try daemon.put("water", "R1", record)
        let round = try await daemon.open(
            "round",
            as: Bench.presidium,
            ["title": "内河", "villages": [.string(Bench.village)], "until": "2022-07-31"]
        )
        let place: JSON = ["latitude": 340_005_000, "longitude": 1_168_500_000, "datum": "WGS84"]
        try await daemon.act(round, "visit", as: Bench.deputy, ["water": "R1", "result": "OK", "place": place])
        #expect(try daemon.data(of: round)["visited"] == ["R1"])
    }

    @Test("Given a round of one village, when a water of another is seen, then WATER")
    func otherWater() async throws {
        let daemon = try Bench.daemon()
        let round = try await Bench.round(daemon, waters: 2)
        let other = try await refusal { try await Bench.see("W9999", daemon, in: round) }
        #expect(other?.refusalCode == "WATER")
    }

    @Test(
        "Given a round of the whole town that names 7 villages, when all waters are seen, then it cannot be complete; with 8 it can"
    )
    func wholeTown() async throws {
        let daemon = try Bench.daemon()
        func round(_ villages: Int) async throws -> String {
            let codes = (1...villages).map { JSON.string("34060210120\($0)") }
            for code in codes { try Bench.put(daemon, "V\(code.stringValue ?? "")", in: code.stringValue ?? "") }
            let number = try await daemon.open(
                "round",
                as: Bench.presidium,
                ["title": "全镇 \(villages)", "scope": "TOWN", "villages": .array(codes), "until": "2022-07-31"]
            )
            for water in try daemon.data(of: number)["waters"]?.arrayValue ?? [] {
                try await Bench.see(water.stringValue ?? "", daemon, in: number)
            }
            return number
        }
        let seven = try await round(7)
        let short = try await refusal { try await daemon.act(seven, "finish", as: Bench.presidium) }
        #expect(short?.refusalCode == "VILLAGES 7/8")
        let eight = try await round(8)
        try await daemon.act(eight, "finish", as: Bench.presidium)
        #expect(try daemon.state(of: eight) == "COMPLETE")
    }

    @Test(
        "Given a water found in a round that is not registered, when it is entered, then it is registered and to be seen too"
    )
    func newWater() async throws {
        let daemon = try Bench.daemon()
        let round = try await Bench.round(daemon, waters: 2)
        let found: JSONObject = [
            "id": "W5000", "name": "废弃窑坑", "kind": "DITCH_POND", "village_code": .string(Bench.village),
            "place": Bench.place, "danger": 1,
        ]
        try await daemon.act(round, "found", as: Bench.deputy, found)
        #expect(try daemon.record("water", "W5000")?["lat"] == 339_859_762)
        #expect(try daemon.data(of: round)["waters"]?.arrayValue?.count == 3)
        let again = try await refusal { try await daemon.act(round, "found", as: Bench.deputy, found) }
        #expect(again?.refusalCode == "KNOWN")
        for water in ["W1001", "W1002"] { try await Bench.see(water, daemon, in: round) }
        let early = try await refusal { try await daemon.act(round, "finish", as: Bench.presidium) }
        #expect(early?.refusalCode == "COVERAGE 66.67")
    }

    @Test("Given heavy rain, when the alert is raised, then an extra round is to be finished within 24 hours")
    func rain() async throws {
        let daemon = try Bench.daemon()
        try Bench.put(daemon, "W1")
        let alert = try await daemon.open(
            "alert",
            as: Bench.duty,
            ["kind": "RAIN", "villages": [.string(Bench.village)], "until": "2022-07-12"]
        )
        let round = try #require(try daemon.numbers(of: "round").first)
        #expect(try daemon.state(of: round) == "RUNNING")
        #expect(try daemon.due("finish", of: round) == Instant("2022-07-12T10:30:00+08:00"))
        try await daemon.act(alert, "over", as: Bench.duty)
        #expect(try daemon.state(of: round) == "RUNNING")
    }
}
