// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Foundation
import Testing
import TongbanEngine
import TongbanModel

@testable import MedicalBureau

@Suite("Medical: what happens to holders")
struct HolderTests {
    private static let key = "\(Bench.person)|M03900"
    private static let other = PersonView.person("agency2", "agency")

    /// A qualification for two years from 2022-07-12.
    private func held(_ daemon: TestDaemon) async throws -> String {
        try Bench.catalogue(daemon, "M03900", months: 24)
        // Nobody here reports, and years of sheets that nobody sends take long.
        try daemon.pauseSchedule("weekly", reason: "test", as: Bench.head)
        _ = try await Bench.inForce(daemon, phone: "15400000001")
        return try #require(try daemon.numbers(of: "qualification").first)
    }

    private func register(_ daemon: TestDaemon) throws -> JSONObject {
        try #require(try daemon.record("qualification", Self.key))
    }

    @Test(
        "Given a renewal filed on the last day of a month before the end, then no gap however late it is decided; a day later, from the decision on",
        arguments: [("2024-06-11", "2024-07-12"), ("2024-06-12", "2024-07-15")]
    )
    func filing(day: String, from: String) async throws {
        let daemon = try Bench.daemon()
        let number = try await self.held(daemon)
        try await daemon.advance(to: "\(day)T09:00:00+08:00")
        try await daemon.act(number, "renew", as: Bench.citizen, ["materials": ["病历"]])
        try await daemon.advance(to: "2024-07-15T09:00:00+08:00")
        #expect(try daemon.state(of: number) == "FILED")
        try await daemon.act(number, "grant", as: Bench.agency)
        #expect(try self.register(daemon)["from"] == .string(from))
        #expect(
            try daemon.data(of: try #require(try daemon.numbers(of: "qualification").last))["from"] == .string(from)
        )
    }

    @Test(
        "Given a qualification that ended, when a renewal is filed within 90 days, then it goes on from the decision without arrears; on the 91st day no more"
    )
    func afterwards() async throws {
        let daemon = try Bench.daemon()
        let number = try await self.held(daemon)
        try await daemon.advance(to: "2024-10-10T09:00:00+08:00")
        #expect(try daemon.state(of: number) == "EXPIRED")
        try await daemon.act(number, "renew", as: Bench.citizen, ["materials": ["病历"]])
        try await daemon.act(number, "grant", as: Bench.agency)
        #expect(try self.register(daemon)["from"] == "2024-10-10")

        let late = try Bench.daemon()
        let second = try await self.held(late)
        try await late.advance(to: "2024-10-11T09:00:00+08:00")
        let refused = try await refusal {
            try await late.act(second, "renew", as: Bench.citizen, ["materials": ["病历"]])
        }
        #expect(refused != nil)
    }

    @Test(
        "Given a disease that leaves the catalogue, then who holds the qualification keeps it to its end, it is not renewed, and nobody applies any more"
    )
    func leavesCatalogue() async throws {
        let daemon = try Bench.daemon()
        let number = try await self.held(daemon)
        try Bench.catalogue(daemon, "M03900", months: 24, until: "2024-05-31")
        try Bench.catalogue(daemon, "M01600", until: "2024-05-31")
        try await daemon.advance(to: "2024-05-31T09:00:00+08:00")
        try await daemon.open("application", as: Bench.citizen, Bench.application("M01600"))
        try await daemon.advance(to: "2024-06-01T09:00:00+08:00")
        #expect(try daemon.state(of: number) == "REVIEW_DUE")
        let refused = try await refusal {
            try await daemon.open("application", as: Bench.hospital, Bench.application("M01600"))
        }
        #expect(refused?.refusalCode == "DUPLICATE" || refused?.refusalCode == "NOT_IN_CATALOGUE")
        try await daemon.act(number, "renew", as: Bench.citizen, ["materials": ["病历"]])
        let grant = try await refusal { try await daemon.act(number, "grant", as: Bench.agency) }
        #expect(grant?.refusalCode == "NOT_IN_CATALOGUE")
        #expect(try self.register(daemon)["state"] == "IN_FORCE" && self.register(daemon)["to"] == "2024-07-11")
    }

    @Test(
        "Given a holder who switches 390→310, when the night is over, then PAUSED for at most 20 working days and looked up in the other catalogue",
        arguments: [(["310", "390"], "IN_FORCE"), (["390"], "STOPPED")] as [(JSON, String)]
    )
    func switchesScheme(schemes: JSON, state: String) async throws {
        let daemon = try Bench.daemon()
        try Bench.insured(daemon)
        let number = try await self.held(daemon)
        try Bench.catalogue(daemon, "M03900", months: 24, schemes: schemes)
        try Bench.insured(daemon, scheme: "310", from: "2022-07-12")
        try await daemon.advance(to: "2022-07-13T01:00:00+08:00")
        #expect(try daemon.state(of: number) == "PAUSED")
        #expect(try self.register(daemon)["state"] == "PAUSED" && self.register(daemon)["paused_on"] == "2022-07-13")
        #expect(try daemon.due("pause", of: number) == .end(of: "2022-08-10"))
        if state == "STOPPED" {
            let resume = try await refusal { try await daemon.act(number, "resume", as: Bench.agency) }
            #expect(resume?.refusalCode == "NOT_IN_SCHEME")
        }
        try await daemon.advance(to: "2022-08-10T23:59:59+08:00")
        #expect(try daemon.state(of: number) == "PAUSED")
        try await daemon.advance(to: "2022-08-11T00:00:01+08:00")
        #expect(try daemon.state(of: number) == state)
        #expect(try self.register(daemon)["state"] == .string(state))
        if state == "IN_FORCE" {
            #expect(try daemon.data(of: number)["scheme"] == "310")
            // It is not paused again for the same change.
            try await daemon.advance(to: "2022-08-12T02:00:00+08:00")
            #expect(try daemon.state(of: number) == "IN_FORCE")
        } else {
            #expect(try daemon.data(of: number)["reason"] == "LEFT")
        }
    }

    @Test(
        "Given a holder who renounces on 2022-07-20, then it is in force to the end of the month and STOPPED(RENOUNCED) from the next"
    )
    func renounces() async throws {
        let daemon = try Bench.daemon()
        let number = try await self.held(daemon)
        try await daemon.advance(to: "2022-07-20T09:00:00+08:00")
        try await daemon.act(number, "renounce", as: Bench.citizen)
        try await daemon.advance(to: "2022-07-31T12:00:00+08:00")
        #expect(try daemon.state(of: number) == "IN_FORCE")
        try await daemon.advance(to: "2022-08-01T01:00:00+08:00")
        #expect(try daemon.state(of: number) == "STOPPED" && daemon.data(of: number)["reason"] == "RENOUNCED")
        #expect(try self.register(daemon)["to"] == "2022-07-31")
    }

    @Test(
        "Given a qualification stopped as CURED, when its holder appeals, then somebody else answers within 5 working days and it is in force again"
    )
    func appealed() async throws {
        let daemon = try Bench.daemon()
        try Bench.screen(daemon, status: "FOUND")
        let number = try await self.held(daemon)
        try await daemon.act(number, "stop", as: Bench.agency, ["reason": "CURED"])
        #expect(try daemon.records("screening").map { $0.data["status"] } == ["INELIGIBLE"])
        try await daemon.act(number, "appeal", as: Bench.citizen, ["grounds": "仍需治疗"])
        #expect(try daemon.due("appeal", of: number) == .end(of: "2022-07-19"))
        let same = try await refusal { try await daemon.act(number, "reopen", as: Bench.agency) }
        #expect(same?.refusalCode == "FOUR_EYES")
        try await daemon.act(number, "reopen", as: Self.other)
        #expect(try daemon.state(of: number) == "IN_FORCE" && self.register(daemon)["state"] == "IN_FORCE")
        #expect(try daemon.records("screening").map { $0.data["status"] } == ["CERTIFIED"])
    }

    @Test("Given a qualification ended by death, when somebody appeals, then NO_APPEAL")
    func noAppeal() async throws {
        let daemon = try Bench.daemon()
        let number = try await self.held(daemon)
        try await daemon.tell(Bench.person, "person.deceased", ["on": "2022-07-12"])
        let refused = try await refusal {
            try await daemon.act(number, "appeal", as: Bench.citizen, ["grounds": "不服"])
        }
        #expect(refused?.refusalCode == "NO_APPEAL")
    }

    @Test(
        "Given a qualification brought from elsewhere, when an agent of the agency enters it, then another one confirms, and it is in the register"
    )
    func entered() async throws {
        let daemon = try Bench.daemon()
        let data: JSONObject = [
            "person": .string(Bench.person), "disease": "M03900", "from": "2021-09-01", "to": "2023-08-31",
            "village_code": "340602001001",
        ]
        let number = try await daemon.open("qualification", as: Bench.agency, data)
        #expect(try daemon.state(of: number) == "ENTERED")
        let same = try await refusal { try await daemon.act(number, "confirm", as: Bench.agency) }
        #expect(same?.refusalCode == "FOUR_EYES")
        #expect(try daemon.records("qualification").isEmpty)
        try await daemon.act(number, "confirm", as: Self.other)
        #expect(try daemon.state(of: number) == "IN_FORCE" && self.register(daemon)["no"] == .string(number))
        // Whoever holds one was found, whether anybody had screened him or not.
        #expect(try daemon.records("screening").map { $0.data["status"] } == ["CERTIFIED"])
        let again = try await refusal { try await daemon.open("application", as: Bench.citizen, Bench.application()) }
        #expect(again?.refusalCode == "DUPLICATE \(number)")
        let backwards = try await refusal {
            try await daemon.open(
                "qualification",
                as: Bench.agency,
                ["person": .string(Bench.person), "disease": "M01600", "from": "2022-07-12", "to": "2022-07-11"]
            )
        }
        #expect(backwards?.refusalCode == "PERIOD")
    }

    private func claim(_ daemon: TestDaemon, on day: String) async throws -> String {
        try await daemon.open(
            "claim",
            as: Bench.hospital,
            ["person": .string(Bench.person), "disease": "M03900", "day": .string(day), "amount": 12_000]
        )
    }

    @Test("Given a pause since 2022-07-15, then costs of the day before are paid, those of that day when it goes on")
    func paused() async throws {
        let daemon = try Bench.daemon()
        let number = try await self.held(daemon)
        try await daemon.advance(to: "2022-07-15T09:00:00+08:00")
        try await daemon.act(number, "pause", as: Bench.agency, ["pause": "ARREARS"])
        _ = try await self.claim(daemon, on: "2022-07-14")
        let refused = try await refusal { _ = try await self.claim(daemon, on: "2022-07-15") }
        #expect(refused?.refusalCode == "PAUSED")
        try await daemon.act(number, "resume", as: Bench.agency)
        _ = try await self.claim(daemon, on: "2022-07-15")
    }

    @Test(
        "Given a death told three days late, then what was settled for the time after it is got back, what is open is not paid"
    )
    func recovered() async throws {
        let daemon = try Bench.daemon()
        _ = try await self.held(daemon)
        try await daemon.advance(to: "2022-08-21T09:00:00+08:00")
        let claims = [
            try await self.claim(daemon, on: "2022-08-20"), try await self.claim(daemon, on: "2022-08-21"),
            try await self.claim(daemon, on: "2022-08-21"),
        ]
        for claim in claims.prefix(2) { try await daemon.act(claim, "settle", as: Bench.agency) }
        try await daemon.advance(to: "2022-08-23T09:00:00+08:00")
        try await daemon.tell(Bench.person, "person.deceased", ["on": "2022-08-20"])
        let recoveries = try daemon.numbers(of: "recovery")
        #expect(try recoveries.map { try daemon.data(of: $0)["claim"] } == [.string(claims[1])])
        #expect(try recoveries.map { try daemon.data(of: $0)["amount"] } == [12_000])
        let settled = try await refusal { try await daemon.act(claims[2], "settle", as: Bench.agency) }
        #expect(settled?.refusalCode == "NOT_ENTITLED")
    }
}
