// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import Civic
import Testing
import TongbanModel

@testable import MarketBureau

@Suite("Market: complaints")
struct ComplaintTests {
    @Test(
        "Given a complaint accepted on 2022-07-12, when nobody agrees, then mediation ends by time on 2022-09-14 at 24:00 and the complainant is to be told within 7 working days"
    )
    func mediationEndsByTime() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        let number = try await daemon.open("complaint", as: Bench.citizen, Bench.complaint)
        try await daemon.act(number, "accept", as: Bench.clerk)
        #expect(try daemon.due("mediate", of: number) == .end(of: "2022-09-14"))

        try await daemon.advance(to: "2022-09-14T23:59:59+08:00")
        #expect(try daemon.state(of: number) == "ACCEPTED")
        try await daemon.advance(to: "2022-09-15T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "TELLING")
        #expect(try daemon.data(of: number)["outcome"] == "TERMINATED")
        #expect(try daemon.deadline("mediate", of: number).state == .elapsed)
        #expect(try daemon.journal("due.breach", of: number).isEmpty)
        // Told from 15 September on: the first day that counts is the 16th.
        #expect(try daemon.due("tell", of: number) == .end(of: "2022-09-26"))

        try await daemon.act(number, "told", as: Bench.clerk)
        #expect(try daemon.state(of: number) == "TERMINATED")
        #expect(try daemon.notices(of: number).map(\.topic) == ["complaint.result"])
    }

    @Test("Given a complaint, when nobody decides for 7 working days, then that is a breach and the case stays")
    func silenceIsNoAcceptance() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        let number = try await daemon.open("complaint", as: Bench.citizen, Bench.complaint)
        #expect(try daemon.due("accept", of: number) == .end(of: "2022-07-21"))
        try await daemon.advance(to: "2022-07-22T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "RECEIVED")
        #expect(try daemon.deadline("accept", of: number).state == .breached)
        #expect(try daemon.journal("due.breach", of: number).count == 1)
    }

    @Test("Given a complaint, when the same person complains of the same again, then DUPLICATE; once it is closed, not")
    func duplicate() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        let number = try await daemon.open("complaint", as: Bench.citizen, Bench.complaint)
        let again = try await refusal { try await daemon.open("complaint", as: Bench.citizen, Bench.complaint) }
        #expect(again?.refusalCode == "DUPLICATE")

        var other = Bench.complaint
        other["matter"] = "虚假宣传"
        try await daemon.open("complaint", as: Bench.citizen, other)
        try await daemon.act(number, "withdraw", as: Bench.citizen)
        try await daemon.open("complaint", as: Bench.citizen, Bench.complaint)
        #expect(try daemon.numbers(of: "complaint").count == 3)
    }

    @Test("Given a complaint a clerk took down, when that clerk decides on it, then FOUR_EYES; a second one may")
    func fourEyes() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        let number = try await daemon.open("complaint", as: Bench.clerk, Bench.complaint)
        let own = try await refusal { try await daemon.act(number, "accept", as: Bench.clerk) }
        #expect(own?.refusalCode == "FOUR_EYES")
        try await daemon.act(number, "accept", as: .person("second", "bureau"))
        #expect(try daemon.state(of: number) == "ACCEPTED")
    }

    @Test("Given a complaint, when it is refused, then the reason is asked for and the complainant is told once")
    func refused() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        let number = try await daemon.open("complaint", as: Bench.citizen, Bench.complaint)
        let bare = try await refusal { try await daemon.act(number, "refuse", as: Bench.clerk) }
        #expect(bare?.formFaults == ["reason: missing"])
        try await daemon.act(number, "refuse", as: Bench.clerk, ["reason": "不属于职责范围"])
        #expect(try daemon.state(of: number) == "REFUSED")
        #expect(try daemon.data(of: number)["notice"] == .string("\(number)/REFUSED"))
        #expect(try daemon.notices(of: number).count == 1)
        #expect(try daemon.tasks(of: number).map(\.state) == [.done])
    }
}
