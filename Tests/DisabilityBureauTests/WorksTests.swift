// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import DisabilityBureau

@Suite("Disability: renovations, works and acceptance")
struct WorksTests {
    @Test("Given needed {O3,O4}, when accepted {O3}, then REWORK, not ACCEPTED")
    func acceptance() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.built(daemon)
        try await daemon.act(number, "inspect", as: Bench.clerk, Bench.sheet("O3"))
        #expect(try daemon.state(of: number) == "REWORK")
        #expect(try daemon.notices(of: number).contains { $0.to == "builder" && $0.topic == "home.rework" })
        #expect(try daemon.due("rework", of: number) == .end(of: "2022-07-26"))
        try await daemon.act(number, "reworked", as: Bench.builder)
        #expect(try daemon.state(of: number) == "BUILT")
        try await daemon.act(number, "inspect", as: Bench.clerk, Bench.sheet("O3", "O4"))
        #expect(try daemon.state(of: number) == "ACCEPTED")
    }

    @Test("Given outcomes 3 and 4 needed, when others are accepted beside them, then the home is accepted")
    func more() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.built(daemon)
        try await daemon.act(number, "inspect", as: Bench.clerk, Bench.sheet("O1", "O3", "O4"))
        #expect(try daemon.state(of: number) == "ACCEPTED")
    }

    @Test("Given an acceptance without one of the five parties, then JOINT; by who assessed the home, then FOUR_EYES")
    func joint() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.built(daemon)
        let alone: JSONObject = ["accepted": ["O3", "O4"], "parties": ["FEDERATION", "TOWN", "DESIGNER", "AUDIT"]]
        let refused = try await refusal { try await daemon.act(number, "inspect", as: Bench.clerk, alone) }
        #expect(refused?.refusalCode == "JOINT")
        let same = PersonView.person("assessor", "disability:assessor", "disability:bureau")
        let own = try await refusal { try await daemon.act(number, "inspect", as: same, Bench.sheet("O3", "O4")) }
        #expect(own?.refusalCode == "FOUR_EYES")
    }

    @Test("Given a home that is accepted, then its works are paid out of the year's money, or wait for it")
    func paid() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.built(daemon)
        try await daemon.act(number, "inspect", as: Bench.clerk, Bench.sheet("O3", "O4"))
        #expect(try daemon.data(of: number)["parties"]?.arrayValue?.count == 5)
        #expect(try daemon.payments(of: number).map(\.waiting) == [200_000])
        try await daemon.appropriate(Fen(200_000), to: "home")
        #expect(try daemon.payments(of: number).map(\.state) == [.paid])
        #expect(try daemon.payments(of: number).map(\.payee) == ["builder"])
        #expect(try daemon.account("home").balance == 0)
    }

    @Test("Given works of 60 days, when the weather stops them, then the clock stands")
    func weather() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.building(daemon)
        // The sixtieth day, 10 September, is a holiday until the 12th.
        #expect(try daemon.due("build", of: number) == .end(of: "2022-09-13"))
        try await daemon.act(number, "suspend", as: Bench.supervisor, ["reason": "FORCE_MAJEURE"])
        #expect(try daemon.state(of: number) == "SUSPENDED")
        try await daemon.advance(to: "2022-07-22T09:00:00+08:00")
        try await daemon.act(number, "resume", as: Bench.supervisor)
        #expect(try daemon.state(of: number) == "BUILDING")
        #expect(try daemon.due("build", of: number) == .end(of: "2022-09-20"))
    }

    @Test(
        "Given a home accepted on 2022-07-12, when followed up, then from 30 to 90 days after; then closed",
        arguments: [("2022-08-10T23:00:00+08:00", "TOO_EARLY"), ("2022-08-11T09:00:00+08:00", nil)]
            as [(String, String?)]
    )
    func followUp(moment: String, code: String?) async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.built(daemon)
        try await daemon.act(number, "inspect", as: Bench.clerk, Bench.sheet("O3", "O4"))
        #expect(try daemon.due("follow", of: number) == .end(of: "2022-10-10"))
        try await daemon.advance(to: moment)
        let refused = try await refusal {
            try await daemon.act(number, "follow", as: Bench.clerk, ["satisfaction": 4])
        }
        #expect(refused?.refusalCode == code)
        guard code == nil else { return }
        #expect(try daemon.state(of: number) == "FOLLOWED")
        try await daemon.act(number, "close", as: Bench.clerk)
        #expect(try daemon.state(of: number) == "CLOSED")
    }

    @Test("Given a person who dies before the plan is signed, then TERMINATED, and nothing is to be paid")
    func deadBefore() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.approved(daemon)
        try await daemon.tell(Bench.adult, "person.deceased")
        #expect(try daemon.state(of: number) == "TERMINATED")
        #expect(try daemon.data(of: number)["termination"] == "DEAD")
        #expect(try daemon.numbers(of: "settlement").isEmpty)
    }

    @Test(
        "Given a person who dies while it is built, when nobody else there is eligible, then TERMINATED and the builder is paid for work done"
    )
    func dead() async throws {
        let daemon = try Bench.daemon()
        try await daemon.appropriate(Fen(1_000_000), to: "home")
        let number = try await Bench.building(daemon)
        try await daemon.tell(Bench.adult, "person.deceased")
        #expect(try daemon.state(of: number) == "TERMINATED")
        let settlement = try #require(try daemon.numbers(of: "settlement").first)
        #expect(try daemon.state(of: settlement) == "OPEN")
        let work: JSONObject = ["done": 200_001, "note": "完成大半"]
        let tooMuch = try await refusal { try await daemon.act(settlement, "measure", as: Bench.supervisor, work) }
        #expect(tooMuch?.refusalCode == "CAP")
        try await daemon.act(settlement, "measure", as: Bench.supervisor, ["done": 120_000, "note": "完成抓杆"])
        try await daemon.act(settlement, "approve", as: Bench.head)
        #expect(try daemon.payments(of: settlement).map(\.paid) == [120_000])
        #expect(try daemon.state(of: settlement) == "SETTLED")
    }

    @Test(
        "Given a person who dies while it is built, when another disabled person lives there, then it goes on if that one's grade is 1 or 2",
        arguments: [("42", "BUILDING+SUCCESSOR"), ("43", "TERMINATED")]
    )
    func successor(kind: String, state: String) async throws {
        let daemon = try Bench.daemon()
        let number = try await daemon.open("renovation", as: Bench.citizen, Bench.application())
        try await daemon.act(
            number,
            "join",
            as: Bench.village,
            ["member": .string(Bench.other), "member_certificate": .string(Bench.other + kind)]
        )
        try await daemon.act(number, "villageOk", as: PersonView.person("village2", "village"))
        try await daemon.act(number, "townOk", as: Bench.town)
        try await daemon.act(number, "districtOk", as: Bench.head)
        try await daemon.act(number, "assess", as: Bench.assessor, Bench.plan())
        try await daemon.act(number, "sign", as: Bench.citizen)
        try await daemon.act(number, "begin", as: Bench.builder)
        try await daemon.tell(Bench.adult, "person.deceased")
        #expect(try daemon.state(of: number) == state)
    }

    @Test("Given a home that is built, when the household moves, then CLOSED, and nothing is asked back")
    func moved() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.built(daemon)
        try await daemon.tell(Bench.adult, "person.moved", ["effective": "2022-07-20", "to": "340621"])
        #expect(try daemon.state(of: number) == "CLOSED")
        #expect(try daemon.ledger("home").isEmpty)
    }

    @Test("Given a grade that is lowered while it is built, then the works are finished all the same")
    func lowered() async throws {
        let daemon = try Bench.daemon()
        try daemon.put("person", Bench.adult, Bench.person())
        let number = try await Bench.building(daemon)
        try daemon.put("person", Bench.adult, Bench.person(grade: 3))
        try await daemon.act(number, "built", as: Bench.builder, ["photos": ["1.jpg", "2.jpg"]])
        try await daemon.act(number, "inspect", as: Bench.clerk, Bench.sheet("O3", "O4"))
        #expect(try daemon.state(of: number) == "ACCEPTED")
    }

    @Test("Given works that are not finished in 60 days, then that is a breach, told to supervisor and head")
    func late() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.building(daemon)
        try await daemon.advance(to: "2022-09-14T00:00:00+08:00")
        #expect(try daemon.deadline("build", of: number).state == .breached)
        #expect(try !daemon.journal("due.breach", of: number).isEmpty)
    }
}
