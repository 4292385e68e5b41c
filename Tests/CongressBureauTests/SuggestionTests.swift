// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanModel

@testable import CongressBureau

@Suite("Congress: suggestions")
struct SuggestionTests {
    @Test("Given a suggestion assigned 2022-07-11, then due 2022-10-11; with consent 2023-01-11")
    func term() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.assigned(daemon)
        #expect(try daemon.due("reply", of: number) == .end(of: "2022-10-11"))
        try await daemon.act(number, "consent", as: Bench.presidium, ["reason": "须立项"])
        #expect(try daemon.due("reply", of: number) == .end(of: "2023-01-11"))
        let twice = try await refusal { try await daemon.act(number, "consent", as: Bench.presidium, ["reason": "再延"]) }
        #expect(twice != nil)
    }

    @Test("Given a suggestion assigned 2025-07-01, then nominal 2025-10-01, rolled to 2025-10-09")
    func rolled() async throws {
        let daemon = try Bench.daemon(at: "2025-07-01T09:00:00+08:00")
        #expect(try daemon.due("reply", of: try await Bench.assigned(daemon)) == .end(of: "2025-10-09"))
    }

    @Test("Given dissatisfied on 2022-10-20, then second reply due 2022-11-20 rolled to 2022-11-21")
    func dissatisfied() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.assigned(daemon)
        try await daemon.advance(to: "2022-10-10T09:00:00+08:00")
        try await daemon.act(number, "reply", as: Bench.handler, ["class": "C", "answer": "暂无资金"])
        try await daemon.advance(to: "2022-10-20T09:00:00+08:00")
        try await daemon.act(number, "dissatisfied", as: Bench.deputy, ["reason": "未答复实质"])
        #expect(try daemon.due("again", of: number) == .end(of: "2022-11-21"))
        try await daemon.act(number, "replyAgain", as: Bench.handler, ["answer": "已列入明年预算"])
        #expect(try daemon.state(of: number) == "REPLIED2")
        let report = try daemon.report("suggestions", "2022-10")
        #expect(report.total.cells[1].text(isShare: true).en == "100.00")
        #expect(report.total.cells[4].text(isShare: true).en == "0.00")
    }

    @Test(
        "Given a deputy writes a suggestion about a relative's house, when flagged by the presidium, then returned with reason OWN_INTEREST"
    )
    func ownInterest() async throws {
        let daemon = try Bench.daemon()
        let number = try await daemon.open("suggestion", as: Bench.deputy, Bench.suggestion)
        try await daemon.act(number, "return", as: Bench.presidium, ["reason": "OWN_INTEREST"])
        #expect(try daemon.state(of: number) == "RETURNED")
        #expect(try daemon.data(of: number)["reason"] == "OWN_INTEREST")
        #expect(try daemon.notices(of: number).map(\.to) == ["deputy"])
    }

    @Test(
        "Given the wrong body, when it sends the suggestion back within 7 working days, then it is assigned anew with the whole term; later it keeps it"
    )
    func bounced() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.assigned(daemon)
        try await daemon.advance(to: "2022-07-20T23:59:59+08:00")
        try await daemon.act(number, "bounce", as: Bench.handler, ["competent": "交通局"])
        #expect(try daemon.state(of: number) == "BOUNCED")
        try await daemon.act(number, "assign", as: Bench.presidium, ["body": "交通局"])
        #expect(try daemon.due("reply", of: number) == .end(of: "2022-10-20"))
        try await daemon.advance(to: "2022-07-30T09:00:00+08:00")
        let late = try await refusal {
            try await daemon.act(number, "bounce", as: Bench.handler, ["competent": "水利局"])
        }
        #expect(late?.refusalCode == "TOO_LATE")
    }

    @Test(
        "Given a joint suggestion, when it is answered, then every deputy gets a reply; co-handling bodies have a month"
    )
    func joint() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.assigned(
            daemon,
            ["joint": ["deputy2", "deputy3"]],
            to: ["cobodies": ["财政局"]]
        )
        let coreply = try #require(try daemon.numbers(of: "coreply").first)
        #expect(try daemon.due("answer", of: coreply) == .end(of: "2022-08-11"))
        try await daemon.act(number, "reply", as: Bench.handler, ["class": "A", "answer": "已加装"])
        #expect(try daemon.notices(of: number).map(\.to) == ["deputy", "deputy2", "deputy3"])
    }

    @Test("Given no opinion for 10 working days, then BASICALLY, flagged as silent")
    func silence() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.assigned(daemon)
        try await daemon.act(number, "reply", as: Bench.handler, ["class": "A", "answer": "已加装"])
        try await daemon.advance(to: "2022-07-25T23:59:59+08:00")
        #expect(try daemon.state(of: number) == "REPLIED")
        try await daemon.advance(to: "2022-07-26T00:00:00+08:00")
        let state = try daemon.state(of: number)
        #expect(state == "BASICALLY+SILENT")
    }

    @Test("Given a reply of class B, when the deputy is satisfied, then it is followed every quarter until it is done")
    func planned() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.assigned(daemon)
        let past = try await refusal {
            try await daemon.act(
                number,
                "reply",
                as: Bench.handler,
                ["class": "B", "answer": "已立项", "promised": "2022-07-11"]
            )
        }
        #expect(past?.refusalCode == "PAST")
        try await daemon.act(
            number,
            "reply",
            as: Bench.handler,
            ["class": "B", "answer": "已立项", "promised": "2023-05-31"]
        )
        // The deputy says nothing, which is basically satisfied.
        try await daemon.advance(to: "2022-07-26T00:00:00+08:00")
        let state = try daemon.state(of: number)
        #expect(state == "TRACKED+SILENT")
        #expect(try daemon.due("promise", of: number) == .end(of: "2023-05-31"))
        try await daemon.advance(to: "2022-12-31T12:00:00+08:00")
        #expect(try daemon.data(of: number)["checks"] == 2)
        try await daemon.act(number, "done", as: Bench.handler, ["closing": "护栏已建成"])
        let closed = try daemon.state(of: number)
        #expect(closed == "DONE+SILENT")
    }
}
