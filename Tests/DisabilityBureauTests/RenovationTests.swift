// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import Civic
import Testing
import TongbanModel

@testable import DisabilityBureau

@Suite("Disability: renovations")
struct RenovationTests {
    @Test(
        "Given a person of a grade, when a renovation is asked for, then grades 1 and 2 go on and the others are rejected",
        arguments: [(1, "APPLIED"), (2, "APPLIED"), (3, "REJECTED_GRADE"), (4, "REJECTED_GRADE")]
            as [(Int64, String)]
    )
    func grade(grade: Int64, state: String) async throws {
        let daemon = try Bench.daemon()
        let number = try await daemon.open("renovation", as: Bench.citizen, Bench.application(grade: grade))
        #expect(try daemon.state(of: number) == state)
        #expect(try daemon.notices(of: number).count == (state == "APPLIED" ? 0 : 1))
    }

    @Test("Given a certificate that is none, when a renovation is asked for, then it is refused and no case is there")
    func certificate() async throws {
        let daemon = try Bench.daemon()
        let refused = try await refusal {
            try await daemon.open(
                "renovation",
                as: Bench.citizen,
                Bench.application(certificate: "34060219750818007Z42")
            )
        }
        #expect(refused?.formFaults == ["certificate: format"])
        #expect(try daemon.numbers(of: "renovation").isEmpty)
    }

    @Test("Given three checks, when who took the one before takes the next, then FOUR_EYES")
    func fourEyes() async throws {
        let daemon = try Bench.daemon()
        let all = PersonView.person("all", "village", "town", "head")
        let number = try await daemon.open("renovation", as: Bench.citizen, Bench.application())
        try await daemon.act(number, "villageOk", as: all)
        let town = try await refusal { try await daemon.act(number, "townOk", as: all) }
        #expect(town?.refusalCode == "FOUR_EYES")
        try await daemon.act(number, "townOk", as: Bench.town)
        let district = try await refusal { try await daemon.act(number, "districtOk", as: all) }
        #expect(district?.refusalCode == "FOUR_EYES")
        try await daemon.act(number, "districtOk", as: Bench.head)
        #expect(try daemon.state(of: number) == "DISTRICT_OK")
    }

    @Test("Given outcomes 3 and 4 needed, when 3 alone is accepted, then the works are done again; with both, accepted")
    func acceptance() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.built(daemon)
        try await daemon.act(number, "inspect", as: Bench.clerk, ["accepted": ["O3"]])
        #expect(try daemon.state(of: number) == "REWORK")
        try await daemon.act(number, "reworked", as: Bench.builder)
        try await daemon.act(number, "inspect", as: Bench.clerk, ["accepted": ["O3", "O4"]])
        #expect(try daemon.state(of: number) == "ACCEPTED")
        try await daemon.act(number, "follow", as: Bench.clerk, ["satisfaction": 5])
        #expect(try daemon.state(of: number) == "CLOSED")
    }

    @Test("Given outcomes 3 and 4 needed, when others are accepted beside them, then the home is accepted")
    func more() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.built(daemon)
        try await daemon.act(number, "inspect", as: Bench.clerk, ["accepted": ["O1", "O3", "O4"]])
        #expect(try daemon.state(of: number) == "ACCEPTED")
    }

    @Test("Given a home that is accepted, then its works are paid out of the year's money, or wait for it")
    func paid() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.built(daemon)
        try await daemon.act(number, "inspect", as: Bench.clerk, ["accepted": ["O3", "O4"]])
        let total = try #require(try daemon.data(of: number)["planTotal"]?.integerValue)
        #expect(try daemon.payments(of: number).map(\.waiting) == [total])
        try await daemon.appropriate(Fen(total), to: "home")
        #expect(try daemon.payments(of: number).map(\.state) == [.paid])
        #expect(try daemon.account("home").balance == 0)
    }

    @Test("Given who assessed the home, when that person accepts the works, then FOUR_EYES")
    func acceptedByAnother() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.built(daemon)
        let same = PersonView.person("assessor", "assessor", "bureau")
        let refused = try await refusal {
            try await daemon.act(number, "inspect", as: same, ["accepted": ["O3", "O4"]])
        }
        #expect(refused?.refusalCode == "FOUR_EYES")
    }

    @Test(
        "Given a plan, when it costs 6,000 yuan, then it may be signed; when it costs more, then CAP",
        arguments: [(300_000, nil), (300_001, "CAP")] as [(Int64, String?)]
    )
    func cap(price: Int64, code: String?) async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.approved(daemon)
        try await daemon.act(number, "assess", as: Bench.assessor, Bench.plan(price: price))
        #expect(try daemon.state(of: number) == "PLAN_READY")
        #expect(try daemon.data(of: number)["planTotal"] == .integer(2 * price))
        let refused = try await refusal { try await daemon.act(number, "sign", as: Bench.citizen) }
        #expect(refused?.refusalCode == code)
        #expect(try daemon.state(of: number) == (code == nil ? "PLAN_SIGNED" : "PLAN_READY"))
    }

    @Test("Given a plan whose works do not reach an outcome that is needed, then it goes back to be assessed")
    func shortPlan() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.approved(daemon)
        try await daemon.act(number, "assess", as: Bench.assessor, Bench.plan(works: ["GRAB_BAR"]))
        #expect(try daemon.state(of: number) == "DISTRICT_OK")
        #expect(try daemon.data(of: number)["planMissing"] == ["O4"])
    }

    @Test("The declaration has no fault")
    func declaration() {
        #expect(DeclarationCheck.faults(in: Disability().definition.declaration).isEmpty)
    }
}
