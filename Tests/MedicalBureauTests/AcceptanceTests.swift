// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import MedicalBureau

@Suite("Medical: acceptance")
struct AcceptanceTests {
    @Test("Given accepted Tue 2022-07-12, then result due Tue 2022-08-09 (20 WD)")
    func twentyWorkingDays() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.accepted(daemon)
        #expect(try daemon.state(of: number) == "ACCEPTED")
        #expect(try daemon.due("decide", of: number) == .end(of: "2022-08-09"))
    }

    @Test(
        "Given accepted 2026-02-10, then due Mon 2026-03-16 (Spring Festival 9 days, make-up 02-14 and 02-28 counted)"
    )
    func springFestival() async throws {
        let daemon = try Bench.daemon(at: "2026-02-10T09:00:00+08:00")
        #expect(try daemon.due("decide", of: try await Bench.accepted(daemon)) == .end(of: "2026-03-16"))
    }

    @Test("Given received 2022-07-12 and nobody reacts, then on 2022-07-20 00:00 ACCEPTED as of 07-12, due 2022-08-09")
    func silence() async throws {
        let daemon = try Bench.daemon()
        let number = try await daemon.open(
            "application",
            as: Bench.citizen,
            Bench.application(receivedOn: "2022-07-12")
        )
        try await daemon.advance(to: "2022-07-19T23:59:59+08:00")
        #expect(try daemon.state(of: number) == "SUBMITTED")
        try await daemon.advance(to: "2022-07-20T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "ACCEPTED")
        #expect(try daemon.data(of: number)["acceptedOn"] == "2022-07-12")
        #expect(try daemon.due("decide", of: number) == .end(of: "2022-08-09"))
        #expect(try daemon.journal("due.breach", of: number).isEmpty)
    }

    @Test("Given returned and completed 2022-07-18, then the 5-WD check ends 2022-07-25; a second return is refused")
    func completed() async throws {
        let daemon = try Bench.daemon()
        let number = try await daemon.open("application", as: Bench.citizen, Bench.application())
        #expect(try daemon.due("check", of: number) == .end(of: "2022-07-19"))
        try await daemon.act(number, "return", as: Bench.hospital, ["missing": ["诊断证明"]])
        try await daemon.advance(to: "2022-07-18T10:00:00+08:00")
        try await daemon.act(number, "complete", as: Bench.citizen, ["materials": ["病历", "诊断证明"]])
        #expect(try daemon.due("check", of: number) == .end(of: "2022-07-25"))
        let again = try await refusal {
            try await daemon.act(number, "return", as: Bench.hospital, ["missing": ["照片"]])
        }
        #expect(again?.refusalCode == "ONCE")
    }

    @Test(
        "Given an application on 2022-07-12, then it was received that day; a hospital may name an earlier one, nobody a later",
        arguments: [
            (Bench.citizen, "2022-07-12", nil), (Bench.citizen, "2022-07-11", "BACKDATED"),
            (Bench.citizen, "2022-07-13", "RECEIVED_ON"), (Bench.hospital, "2022-07-11", nil),
            (Bench.hospital, "2022-07-13", "RECEIVED_ON"),
        ] as [(PersonView, String, String?)]
    )
    func receivedOn(person: PersonView, day: String, code: String?) async throws {
        let daemon = try Bench.daemon()
        let refused = try await refusal {
            try await daemon.open("application", as: person, Bench.application(receivedOn: day))
        }
        #expect(refused?.refusalCode == code)
    }

    @Test(
        "Given an active qualification for disease X, when a second application for X, then DUPLICATE; for Y, accepted"
    )
    func active() async throws {
        let daemon = try Bench.daemon()
        let first = try await Bench.inForce(daemon)
        let again = try await refusal { try await daemon.open("application", as: Bench.citizen, Bench.application()) }
        #expect(again?.refusalCode == "DUPLICATE \(first)")
        let other = try await daemon.open("application", as: Bench.citizen, Bench.application("M01600"))
        try await daemon.act(other, "accept", as: Bench.hospital)
        #expect(try daemon.state(of: other) == "ACCEPTED")
        // An application that is open is one too.
        let open = try await refusal {
            try await daemon.open("application", as: Bench.citizen, Bench.application("M01600"))
        }
        #expect(open?.refusalCode == "DUPLICATE")
    }

    @Test("Given finance opens a case, then amount visible, disease shown as ***")
    func finance() async throws {
        let daemon = try Bench.daemon()
        var data = Bench.application()
        data["amount"] = 360_000
        let number = try await daemon.open("application", as: Bench.citizen, data)
        let shown = try daemon.look(at: number, as: PersonView(id: "caiwu", roles: ["finance"])).data
        #expect(shown["amount"] == 360_000)
        #expect(shown["disease"] == "***" && shown["person"] == "***")
    }

    @Test(
        "Given a hospital that loses its designation, when the night is over, then its application waits for another with the clock standing"
    )
    func lostHospital() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.accepted(daemon)
        for (code, designated) in [("H34060200001", false), ("H34060200002", true)] {
            try daemon.put("hospital", code, ["code": .string(code), "name": "医院", "designated": .bool(designated)])
        }
        try await daemon.advance(to: "2022-07-13T01:00:00+08:00")
        #expect(try daemon.state(of: number) == "MOVING")
        #expect(try daemon.due("decide", of: number) == nil)
        let same = try await refusal {
            try await daemon.act(number, "move", as: Bench.agency, ["hospital": "H34060200001"])
        }
        #expect(same?.refusalCode == "HOSPITAL")
        try await daemon.advance(to: "2022-07-15T10:00:00+08:00")
        try await daemon.act(number, "move", as: Bench.agency, ["hospital": "H34060200002"])
        #expect(try daemon.state(of: number) == "ACCEPTED")
        #expect(try daemon.due("decide", of: number) == .end(of: "2022-08-11"))
    }
}
