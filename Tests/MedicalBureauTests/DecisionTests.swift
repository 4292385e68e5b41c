// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import Civic
import Testing
import TongbanModel

@testable import MedicalBureau

@Suite("Medical: opinions and decisions")
struct DecisionTests {
    @Test("Given one expert who says NO, then the case ends as EXPERT_NO and cannot be approved", arguments: [1, 2])
    func disagreement(position: Int) async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.accepted(daemon)
        if position == 2 { try await daemon.act(number, "opinion", as: Bench.first, ["opinion": "OK"]) }
        try await daemon.act(number, "opinion", as: Bench.second, ["opinion": "NO"])
        #expect(try daemon.state(of: number) == "EXPERT_NO")
        let approval = try await refusal { try await daemon.act(number, "approve", as: Bench.agency) }
        #expect(approval?.refusalCode == "CLOSED")
        #expect(try daemon.records("qualification").isEmpty)
        #expect(try daemon.notices(of: number).count == 1)
    }

    @Test("Given one opinion OK, then a second one is waited for, and the same expert may not give it")
    func oneIsNotEnough() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.accepted(daemon)
        try await daemon.act(number, "opinion", as: Bench.first, ["opinion": "OK"])
        #expect(try daemon.state(of: number) == "ACCEPTED")
        #expect(try daemon.data(of: number)["opinions"] == ["OK"])
        let approval = try await refusal { try await daemon.act(number, "approve", as: Bench.agency) }
        #expect(approval?.refusalCode == "NOT_POSSIBLE")
        let again = try await refusal {
            try await daemon.act(number, "opinion", as: Bench.first, ["opinion": "OK"])
        }
        #expect(again?.refusalCode == "FOUR_EYES")
    }

    @Test(
        "Given two opinions OK, when it is approved, then the qualification is entered once and the person is told once"
    )
    func approved() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.accepted(daemon)
        try await daemon.act(number, "opinion", as: Bench.first, ["opinion": "OK"])
        try await daemon.act(number, "opinion", as: Bench.second, ["opinion": "OK"])
        #expect(try daemon.state(of: number) == "EXPERT_OK")
        try await daemon.act(number, "approve", as: Bench.agency)
        #expect(try daemon.state(of: number) == "IN_FORCE")
        let records = try daemon.records("qualification")
        #expect(records.map(\.key) == [number])
        #expect(records.first?.data["state"] == "IN_FORCE")
        #expect(records.first?.data["from"] == "2022-07-12")
        #expect(try daemon.notices(of: number).count == 1)

        let again = try await refusal { try await daemon.act(number, "approve", as: Bench.agency) }
        #expect(again?.refusalCode == "CLOSED")
        try await daemon.advance(by: .seconds(86_400 * 60))
        #expect(try daemon.records("qualification").count == 1)
        #expect(try daemon.journal("record.added").count == 1)
    }

    @Test("Given a case suspended on 2022-07-15 and resumed on 2022-07-20, then it is due on 2022-08-12")
    func suspended() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.accepted(daemon)
        try await daemon.advance(to: "2022-07-15T10:00:00+08:00")
        try await daemon.act(number, "suspend", as: Bench.agency, ["pause": "EXPERT"])
        #expect(try daemon.due("decide", of: number) == nil)
        try await daemon.advance(to: "2022-07-20T10:00:00+08:00")
        try await daemon.act(number, "resume", as: Bench.agency)
        #expect(try daemon.due("decide", of: number) == .end(of: "2022-08-12"))
    }

    @Test("Given a case in hand, when the head extends it, then by 10 working days, and once only")
    func extended() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.accepted(daemon)
        try await daemon.act(number, "extend", as: Bench.head, ["reason": "情况复杂"])
        #expect(try daemon.due("decide", of: number) == .end(of: "2022-08-23"))
        let again = try await refusal {
            try await daemon.act(number, "extend", as: Bench.head, ["reason": "仍然复杂"])
        }
        #expect(again?.refusalCode == "ALREADY_EXTENDED")
        #expect(try daemon.due("decide", of: number) == .end(of: "2022-08-23"))
    }
}
