// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Foundation
import Testing
import TongbanEngine
import TongbanModel

@testable import MedicalBureau

@Suite("Medical: opinions and decisions")
struct DecisionTests {
    static let third = PersonView.person("expert3", "expert")

    @Test("Given two experts, one NO, then EXPERT_NO and return of papers; agency cannot approve", arguments: [1, 2])
    func disagreement(position: Int) async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.accepted(daemon)
        if position == 2 { try await daemon.act(number, "opinion", as: Bench.first, ["opinion": "OK"]) }
        try await daemon.act(number, "opinion", as: Bench.second, ["opinion": "NO"])
        #expect(try daemon.state(of: number) == "EXPERT_NO")
        let told = try #require(try daemon.notices(of: number).last)
        #expect(told.text.zh.contains("材料请取回"))
        let approval = try await refusal { try await daemon.act(number, "approve", as: Bench.agency) }
        #expect(approval?.refusalCode == "CLOSED")
        #expect(try daemon.records("qualification").isEmpty)
    }

    @Test("Given experts who disagree, when a third agrees, then it takes the dissenter to concur; no majority decides")
    func thirdExpert() async throws {
        let daemon = try Bench.daemon()
        for concurs in [true, false] {
            let number = try await daemon.open(
                "application",
                as: Bench.citizen,
                Bench.application(concurs ? "M03900" : "M01600")
            )
            try await daemon.act(number, "accept", as: Bench.hospital)
            try await daemon.act(number, "opinion", as: Bench.first, ["opinion": "OK"])
            try await daemon.act(number, "opinion", as: Bench.second, ["opinion": "NO"])
            try await daemon.act(number, "third", as: Bench.agency)
            let again = try await refusal {
                try await daemon.act(number, "opinion", as: Bench.second, ["opinion": "OK"])
            }
            #expect(again?.refusalCode == "FOUR_EYES")
            try await daemon.act(number, "opinion", as: Self.third, ["opinion": "OK"])
            #expect(try daemon.state(of: number) == "RECONCILING")
            let other = try await refusal { try await daemon.act(number, "concur", as: Bench.first) }
            #expect(other?.refusalCode == "DISSENTER")
            try await daemon.act(number, concurs ? "concur" : "maintain", as: Bench.second)
            #expect(try daemon.state(of: number) == (concurs ? "EXPERT_OK" : "REJECTED"))
        }
    }

    @Test("Given one opinion OK, then a second one is waited for, and the same expert may not give it")
    func oneIsNotEnough() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.accepted(daemon)
        try await daemon.act(number, "opinion", as: Bench.first, ["opinion": "OK"])
        #expect(try daemon.state(of: number) == "ACCEPTED")
        let approval = try await refusal { try await daemon.act(number, "approve", as: Bench.agency) }
        #expect(approval?.refusalCode == "NOT_POSSIBLE")
        let again = try await refusal { try await daemon.act(number, "opinion", as: Bench.first, ["opinion": "OK"]) }
        #expect(again?.refusalCode == "FOUR_EYES")
    }

    @Test(
        "Given two opinions OK, when it is approved, then the qualification is in force that day, and the screening says so"
    )
    func approved() async throws {
        let daemon = try Bench.daemon()
        try Bench.screen(daemon, status: "FOUND")
        let number = try await Bench.inForce(daemon)
        #expect(try daemon.state(of: number) == "IN_FORCE")
        let record = try #require(try daemon.records("qualification").first)
        #expect(record.data["no"] == .string(number) && record.data["from"] == "2022-07-12")
        #expect(try daemon.numbers(of: "qualification").count == 1)
        #expect(try daemon.records("screening").map { $0.data["status"] } == ["CERTIFIED"])
        // Decided on the day of acceptance: no working day after it was used.
        let report = try daemon.report("handling", "2022-07")
        #expect(report.total.cells[2].n == 1 && report.total.cells[4].n == 1)
    }

    @Test("Given a rule that a qualification begins on the first of the next month, then it does")
    func nextMonth() async throws {
        let text = try String(contentsOfFile: Bench.root + "/Plugins/Medical/rules.json", encoding: .utf8)
        let book = try RuleBook(text: text.replacingOccurrences(of: "\"DECISION\"", with: "\"NEXT_MONTH\""))
        let daemon = try Bench.daemon()
        try daemon.change(Medical(), rules: book)
        _ = try await Bench.inForce(daemon)
        #expect(try daemon.records("qualification").first?.data["from"] == "2022-08-01")
    }

    @Test("Given a case suspended on 2022-07-15 and resumed on 2022-07-20, then it is due on 2022-08-12")
    func suspended() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.accepted(daemon)
        try await daemon.advance(to: "2022-07-15T10:00:00+08:00")
        try await daemon.act(number, "suspend", as: Bench.agency, ["reason": "EXPERT"])
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
        let again = try await refusal { try await daemon.act(number, "extend", as: Bench.head, ["reason": "仍然复杂"]) }
        #expect(again?.refusalCode == "ALREADY_EXTENDED")
    }

    @Test(
        "Given a rejection, when the applicant appeals, then it is answered in 5 working days by somebody else, and reopened with other experts"
    )
    func appeal() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.accepted(daemon)
        for expert in [Bench.first, Bench.second] {
            try await daemon.act(number, "opinion", as: expert, ["opinion": "OK"])
        }
        try await daemon.act(number, "reject", as: Bench.agency, ["reason": "材料不符"])
        try await daemon.act(number, "appeal", as: Bench.citizen, ["grounds": "材料齐全"])
        #expect(try daemon.due("appeal", of: number) == .end(of: "2022-07-19"))
        let same = try await refusal { try await daemon.act(number, "reopen", as: Bench.agency) }
        #expect(same?.refusalCode == "FOUR_EYES")
        try await daemon.act(number, "reopen", as: PersonView.person("agency2", "agency"))
        #expect(try daemon.state(of: number) == "ACCEPTED")
        let former = try await refusal { try await daemon.act(number, "opinion", as: Bench.first, ["opinion": "OK"]) }
        #expect(former?.refusalCode == "FOUR_EYES")
        #expect(try daemon.data(of: number)["opinions"] == [])
    }
}
