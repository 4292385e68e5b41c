// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import MedicalBureau

@Suite("Medical: acceptance")
struct AcceptanceTests {
    @Test("Given an application accepted on 2022-07-12, then it is to be decided by 2022-08-09 at 24:00")
    func twentyWorkingDays() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.accepted(daemon)
        #expect(try daemon.state(of: number) == "ACCEPTED")
        #expect(try daemon.due("decide", of: number) == .end(of: "2022-08-09"))
    }

    @Test(
        "Given an application received on 2022-07-12, when nobody reacts, then on 2022-07-20 at 00:00 it is in hand as of 2022-07-12, to be decided by 2022-08-09"
    )
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
        #expect(try daemon.case(number).active.contains("HANDLING"))
        #expect(try daemon.data(of: number)["acceptedOn"] == "2022-07-12")
        #expect(try daemon.due("decide", of: number) == .end(of: "2022-08-09"))
        #expect(try daemon.journal("due.breach", of: number).isEmpty)
    }

    @Test(
        "Given an application without a date of receipt, when nobody reacts, then it counts as received when it was handed in"
    )
    func silenceWithoutDate() async throws {
        let daemon = try Bench.daemon()
        let number = try await daemon.open("application", as: Bench.citizen, Bench.application())
        try await daemon.advance(to: "2022-07-20T00:00:00+08:00")
        #expect(try daemon.data(of: number)["acceptedOn"] == "2022-07-12")
        #expect(try daemon.due("decide", of: number) == .end(of: "2022-08-09"))
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
        #expect(try daemon.numbers(of: "application").count == (code == nil ? 1 : 0))
    }

    @Test("Given an application returned and completed on 2022-07-18, then the check ends on 2022-07-25")
    func completed() async throws {
        let daemon = try Bench.daemon()
        let number = try await daemon.open("application", as: Bench.citizen, Bench.application())
        #expect(try daemon.due("check", of: number) == .end(of: "2022-07-19"))
        try await daemon.act(number, "return", as: Bench.hospital, ["missing": ["诊断证明"]])
        try await daemon.advance(to: "2022-07-18T10:00:00+08:00")
        try await daemon.act(number, "complete", as: Bench.citizen, ["materials": ["病历", "诊断证明"]])
        #expect(try daemon.due("check", of: number) == .end(of: "2022-07-25"))

        // What is missing is told once, all together.
        let again = try await refusal {
            try await daemon.act(number, "return", as: Bench.hospital, ["missing": ["照片"]])
        }
        #expect(again?.refusalCode == "NOT_NOW")
    }

    @Test("Given an open application, when the same person asks for the same disease, then DUPLICATE; another is taken")
    func duplicate() async throws {
        let daemon = try Bench.daemon()
        try await daemon.open("application", as: Bench.citizen, Bench.application())
        let again = try await refusal {
            try await daemon.open("application", as: Bench.citizen, Bench.application())
        }
        #expect(again?.refusalCode == "DUPLICATE")
        try await daemon.open("application", as: Bench.citizen, Bench.application("M01601"))
        #expect(try daemon.numbers(of: "application").count == 2)
    }

    @Test("The declaration has no fault")
    func declaration() {
        #expect(DeclarationCheck.faults(in: Medical().definition.declaration).isEmpty)
    }
}
