// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import Civic
import Testing
import TongbanModel

@testable import CongressBureau

@Suite("Congress: suggestions")
struct SuggestionTests {
    @Test(
        "Given a suggestion, when it is assigned, then it is to be answered in three months, on a working day",
        arguments: [
            ("2022-07-11", "2022-10-11"),
            // 1 to 8 October 2025 are free: the last day moves to the 9th.
            ("2025-07-01", "2025-10-09"),
        ]
    )
    func threeMonths(assigned: String, due: String) async throws {
        let daemon = try Bench.daemon(at: "\(assigned)T10:00:00+08:00")
        let number = try await Bench.assigned(daemon)
        #expect(try daemon.due("reply", of: number) == .end(of: due))
    }

    @Test("Given a suggestion assigned on 2022-07-11, when six months are consented to, then 2023-01-11, and once only")
    func consent() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.assigned(daemon)
        try await daemon.act(number, "consent", as: Bench.presidium)
        #expect(try daemon.due("reply", of: number) == .end(of: "2023-01-11"))
        let again = try await refusal { try await daemon.act(number, "consent", as: Bench.presidium) }
        #expect(again?.refusalCode == "ALREADY_EXTENDED")
    }

    @Test("Given a reply the deputy is not satisfied with on 2022-10-20, then the second one is due on 2022-11-21")
    func dissatisfied() async throws {
        let daemon = try Bench.daemon(at: "2022-10-18T10:00:00+08:00")
        let number = try await Bench.assigned(daemon)
        try await daemon.act(number, "reply", as: Bench.handler, ["class": "C", "answer": "暂无经费"])
        try await daemon.advance(to: "2022-10-20T10:00:00+08:00")
        try await daemon.act(number, "dissatisfied", as: Bench.deputy, ["reason": "问题没有解决"])
        // 20 November 2022 is a Sunday.
        #expect(try daemon.due("again", of: number) == .end(of: "2022-11-21"))
        try await daemon.act(number, "replyAgain", as: Bench.handler, ["answer": "已列入计划"])
        #expect(try daemon.state(of: number) == "REPLIED2")
        #expect(try daemon.notices(of: number).count == 2)
    }

    @Test("Given a reply, when the deputy says nothing for 10 working days, then it counts as basically satisfied")
    func silence() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.assigned(daemon)
        try await daemon.act(number, "reply", as: Bench.handler, ["class": "A", "answer": "已加装"])
        #expect(try daemon.due("opinion", of: number) == .end(of: "2022-07-25"))
        try await daemon.advance(to: "2022-07-26T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "BASICALLY")
    }

    @Test("Given a suggestion in the deputy's own interest, then it is returned at once and the deputy is told")
    func ownInterest() async throws {
        let daemon = try Bench.daemon()
        var own = Bench.suggestion
        own["ownInterest"] = true
        let number = try await daemon.open("suggestion", as: Bench.deputy, own)
        #expect(try daemon.state(of: number) == "OWN_INTEREST")
        #expect(try daemon.notices(of: number).count == 1)
    }

    @Test("The declaration has no fault")
    func declaration() {
        #expect(DeclarationCheck.faults(in: Congress().definition.declaration).isEmpty)
    }
}
