// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import MedicalBureau

@Suite("Medical: qualifications")
struct QualificationTests {
    private func held(_ daemon: TestDaemon, months: Int64 = 3, phone: String? = "13812345678") async throws -> String {
        try daemon.put(
            "disease",
            "M03900",
            ["code": "M03900", "name": "病种", "kind": "CHRONIC", "review_months": .integer(months)]
        )
        _ = try await Bench.inForce(daemon, phone: phone)
        return try #require(try daemon.numbers(of: "qualification").first)
    }

    @Test("Given holder dies 2022-08-20, then state STOPPED(DEAD) from that day and no SMS to the holder's number")
    func death() async throws {
        let daemon = try Bench.daemon()
        let number = try await self.held(daemon)
        let open = try await daemon.open("application", as: Bench.citizen, Bench.application("M01600"))
        try await daemon.advance(to: "2022-08-21T09:00:00+08:00")
        let before = try daemon.notices().count
        try await daemon.tell(Bench.person, "person.deceased", ["on": "2022-08-20"])
        #expect(try daemon.state(of: number) == "STOPPED")
        #expect(try daemon.data(of: number)["reason"] == "DEAD" && daemon.data(of: number)["stoppedOn"] == "2022-08-20")
        let record = try #require(try daemon.record("qualification", "\(Bench.person)|M03900"))
        #expect(record["state"] == "STOPPED" && record["to"] == "2022-08-20")
        #expect(try daemon.state(of: open) == "TERMINATED")
        #expect(try daemon.notices().count == before)
        #expect(try daemon.take(.sms).isEmpty)
        // What was spent to the day of death is settled, what came later is not.
        func claim(_ day: String) async throws -> String? {
            try await refusal {
                try await daemon.open(
                    "claim",
                    as: Bench.hospital,
                    ["person": .string(Bench.person), "disease": "M03900", "day": .string(day), "amount": 12_000]
                )
            }?.refusalCode
        }
        #expect(try await claim("2022-08-20") == nil)
        #expect(try await claim("2022-08-21") == "NOT_ENTITLED")
    }

    @Test(
        "Given a qualification to 2022-10-11, then its review opens two months before, it is warned of 60, 30 and 7 days before, and ends the day after"
    )
    func review() async throws {
        let daemon = try Bench.daemon()
        let number = try await self.held(daemon)
        #expect(try daemon.data(of: number)["to"] == "2022-10-11")
        try await daemon.advance(to: "2022-08-11T00:59:59+08:00")
        #expect(try daemon.state(of: number) == "IN_FORCE")
        try await daemon.advance(to: "2022-08-11T01:00:00+08:00")
        #expect(try daemon.state(of: number) == "REVIEW_DUE")
        func warnings() throws -> [String] {
            try daemon.notices(of: number).filter { $0.topic == "qualification.review" }
                .map { ShanghaiTime.day(of: $0.at).description }
        }
        try await daemon.advance(to: "2022-10-11T12:00:00+08:00")
        #expect(try warnings() == ["2022-08-12", "2022-09-11", "2022-10-04"])
        #expect(try daemon.notices(of: number).allSatisfy { !$0.text.zh.contains("M03900") })
        try await daemon.advance(to: "2022-10-12T01:00:00+08:00")
        #expect(try daemon.state(of: number) == "EXPIRED")
        #expect(try daemon.record("qualification", "\(Bench.person)|M03900")?["state"] == "EXPIRED")
    }

    @Test("Given a renewal filed in time, when it is granted, then a new period follows the old one without a gap")
    func renewed() async throws {
        let daemon = try Bench.daemon()
        let number = try await self.held(daemon)
        try await daemon.advance(to: "2022-09-10T09:00:00+08:00")
        try await daemon.act(number, "renew", as: Bench.citizen, ["materials": ["病历"]])
        try await daemon.act(number, "grant", as: Bench.agency)
        #expect(try daemon.state(of: number) == "RENEWED")
        let next = try #require(try daemon.numbers(of: "qualification").last)
        #expect(try daemon.data(of: next)["from"] == "2022-10-12" && daemon.data(of: next)["to"] == "2023-01-11")
        #expect(try daemon.data(of: next)["previous"] == .string(number))
    }

    @Test("Given a holder without a telephone, when the review is due, then the village specialist is told")
    func noPhone() async throws {
        let daemon = try Bench.daemon()
        let number = try await self.held(daemon, phone: nil)
        try await daemon.advance(to: "2022-08-12T12:00:00+08:00")
        #expect(try daemon.notices(of: number).map(\.to) == ["village"])
    }

    @Test(
        "Given a holder who moves, then inside the district only the unit changes, outside it stops with a transfer slip"
    )
    func moved() async throws {
        let daemon = try Bench.daemon()
        let number = try await self.held(daemon)
        try await daemon.tell(Bench.person, "person.moved", ["to": "340602101203", "effective": "2022-08-01"])
        #expect(try daemon.state(of: number) == "IN_FORCE" && daemon.data(of: number)["village_code"] == "340602101203")
        try await daemon.tell(Bench.person, "person.moved", ["to": "340604100000", "effective": "2022-09-01"])
        #expect(try daemon.state(of: number) == "STOPPED" && daemon.data(of: number)["stoppedOn"] == "2022-09-01")
        #expect(try daemon.handoffs().map(\.kind) == ["transfer"])
    }

    @Test(
        "Given another scheme, when the qualification is paused, then it is checked anew within 20 working days; fraud stops it and is handed on"
    )
    func pausedAndStopped() async throws {
        let daemon = try Bench.daemon()
        let number = try await self.held(daemon)
        try await daemon.act(number, "pause", as: Bench.agency, ["pause": "SCHEME"])
        #expect(try daemon.due("pause", of: number) == .end(of: "2022-08-09"))
        #expect(try daemon.record("qualification", "\(Bench.person)|M03900")?["state"] == "PAUSED")
        try await daemon.act(number, "resume", as: Bench.agency)
        #expect(try daemon.record("qualification", "\(Bench.person)|M03900")?["state"] == "IN_FORCE")
        try await daemon.act(number, "stop", as: Bench.agency, ["reason": "FRAUD"])
        #expect(try daemon.state(of: number) == "STOPPED")
        #expect(try daemon.handoffs().map(\.kind) == ["supervision"])
    }

    @Test(
        "Given own payments of a month, then monitored persons above 6,000 yuan and other rural ones above 10,000 are told to civil affairs and rural revitalisation"
    )
    func highCost() async throws {
        let daemon = try Bench.daemon()
        let stays: [(String, String, String, Bool, Int64)] = [
            ("1", "340602197903223893", "MONITORED", true, 600_000),
            ("2", "340602199407173013", "MONITORED", true, 600_001),
            ("3", "341322193812111636", "GENERAL", true, 1_000_000),
            ("4", "34060219750818007X", "GENERAL", true, 1_000_001),
            ("5", "340602201105298881", "GENERAL", false, 5_000_000),
        ]
        for (no, person, category, rural, paid) in stays {
            try daemon.put(
                "stay",
                no,
                [
                    "no": .string(no), "person": .string(person), "category": .string(category), "rural": .bool(rural),
                    "left": "2022-07-20", "own_payment": .integer(paid),
                ]
            )
        }
        try await daemon.advance(to: "2022-08-05T10:00:00+08:00")
        let cases = try daemon.numbers(of: "high_cost")
        #expect(try cases.map { try daemon.data(of: $0)["person"] } == ["34060219750818007X", "340602199407173013"])
        #expect(try daemon.handoffs().map(\.kind).sorted() == ["civil", "civil", "rural", "rural"])
        #expect(try daemon.due("feedback", of: cases[0]) == .end(of: "2022-08-19"))
        #expect(try daemon.numbers(of: "exchange").count == 1)
    }
}
