// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanModel

@testable import MarketBureau

@Suite("Market: complaints")
struct ComplaintTests {
    @Test(
        "Given a complaint accepted 2022-07-12, when there is no agreement, then TERMINATED on 2022-09-14 24:00 (45 WD) and notice due 7 WD later"
    )
    func mediationEndsByTime() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        let number = try await daemon.open("complaint", as: Bench.citizen, Bench.complaint)
        try await daemon.act(number, "accept", as: Bench.clerk)
        #expect(try daemon.due("mediate", of: number) == .end(of: "2022-09-14"))

        try await daemon.advance(to: "2022-09-14T23:59:59+08:00")
        #expect(try daemon.state(of: number) == "ACCEPTED")
        try await daemon.advance(to: "2022-09-15T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "TERMINATED")
        #expect(try daemon.data(of: number)["terminated_for"] == "TIME")
        #expect(try daemon.deadline("mediate", of: number).state == .elapsed)
        #expect(try daemon.journal("due.breach", of: number).isEmpty)
        // Told from 15 September on: the first day that counts is the 16th.
        #expect(try daemon.due("tell", of: number) == .end(of: "2022-09-26"))

        try await daemon.act(number, "told", as: Bench.clerk)
        #expect(try daemon.state(of: number) == "TOLD")
        #expect(try daemon.notices(of: number).map(\.topic) == ["complaint.result"])
    }

    @Test("Given a complaint, when nobody decides for 7 working days, then that is a breach and the case stays")
    func silenceIsNoAcceptance() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        let number = try await daemon.open("complaint", as: Bench.citizen, Bench.complaint)
        #expect(try daemon.due("accept", of: number) == .end(of: "2022-07-21"))
        try await daemon.advance(to: "2022-07-21T23:59:59+08:00")
        #expect(try daemon.deadline("accept", of: number).state == .running)
        try await daemon.advance(to: "2022-07-22T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "RECEIVED")
        #expect(try daemon.deadline("accept", of: number).state == .breached)
        #expect(try daemon.journal("due.breach", of: number).count == 1)
    }

    @Test(
        "Given a complaint, when the same person complains of the same again, then the later one is merged and he is told"
    )
    func repeated() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        let first = try await daemon.open("complaint", as: Bench.citizen, Bench.complaint)
        let again = try await daemon.open("complaint", as: Bench.citizen, Bench.complaint)
        #expect(try daemon.state(of: again) == "MERGED")
        #expect(try daemon.notices(of: again).map(\.topic) == ["merge.merged"])
        #expect(try daemon.notices(of: first).map(\.topic) == ["merge.main"])

        var other = Bench.complaint
        other["matter"] = "虚假宣传"
        let different = try await daemon.open("complaint", as: Bench.citizen, other)
        #expect(try daemon.state(of: different) == "RECEIVED")
        // A third one about the first matter goes to the first case, too.
        let third = try await daemon.open("complaint", as: Bench.citizen, Bench.complaint)
        #expect(try daemon.case(third).links == [first])

        try await daemon.act(first, "accept", as: Bench.clerk)
        try await daemon.act(first, "mediated", as: Bench.clerk, ["agreement": "退还差价"])
        #expect(try daemon.case(again).record.closed != nil)
        #expect(try daemon.notices(of: again).last?.text.zh.contains(first) == true)
        // It is over: the same again is a new case.
        let anew = try await daemon.open("complaint", as: Bench.citizen, Bench.complaint)
        #expect(try daemon.state(of: anew) == "RECEIVED")
    }

    @Test("Given a complaint a clerk took down, when that clerk decides on it, then FOUR_EYES; a second one may")
    func fourEyes() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        let number = try await daemon.open("complaint", as: Bench.clerk, Bench.complaint)
        for action in ["accept", "refuse", "handOn"] {
            let own = try await refusal {
                try await daemon.act(
                    number,
                    action,
                    as: Bench.clerk,
                    action == "refuse" ? ["reason": "无管辖权"] : action == "handOn" ? ["request": "占道"] : [:]
                )
            }
            #expect(own?.refusalCode == "FOUR_EYES")
        }
        try await daemon.act(number, "accept", as: Bench.second)
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

    @Test(
        "Given a matter that is complained of and reported, when the complainant withdraws, then WITHDRAWN and the report goes on"
    )
    func withdrawal() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        var both = Bench.complaint
        both["kind"] = ["COMPLAINT", "REPORT"]
        let complaint = try await daemon.open("complaint", as: Bench.citizen, both)
        let report = try #require(try daemon.numbers(of: "report").first)
        #expect(try daemon.data(of: report)["reporter"] == "P-1")
        try await daemon.act(complaint, "withdraw", as: Bench.citizen)
        #expect(try daemon.state(of: complaint) == "WITHDRAWN")
        #expect(try daemon.state(of: report) == "RECEIVED")
        #expect(try daemon.due("decide", of: report) == .end(of: "2022-08-02"))

        let only = try await refusal {
            try await daemon.open("complaint", as: Bench.citizen, Bench.complaint.adding("kind", ["REPORT"]))
        }
        #expect(only?.refusalCode == "USE_REPORT")
    }

    @Test("Given an open complaint, when the complainant dies, then TERMINATED for DEAD and nothing is sent to him")
    func deceased() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        let person = "11010519491231002X"
        let number = try await daemon.open(
            "complaint",
            as: Bench.citizen,
            Bench.complaint.adding("complainant", .string(person))
        )
        try await daemon.act(number, "accept", as: Bench.clerk)
        try await daemon.tell(person, "person.deceased")
        #expect(try daemon.state(of: number) == "TERMINATED")
        #expect(try daemon.data(of: number)["terminated_for"] == "DEAD")
        try await daemon.act(number, "told", as: Bench.clerk)
        #expect(try daemon.notices(of: number).isEmpty)
        #expect(try daemon.journal("unsent", of: number).count == 1)
    }

    @Test(
        "Given a matter for urban management, when it is handed on and done there, then HANDED_OVER and the complainant is told"
    )
    func urban() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        let number = try await daemon.open("complaint", as: Bench.citizen, Bench.complaint)
        try await daemon.act(number, "handOn", as: Bench.clerk, ["request": "占道摆摊,请处理"])
        #expect(try daemon.state(of: number) == "HANDED_ON")
        let handoff = try #require(try daemon.handoffs().first)
        #expect(handoff.to.id == "urban-management" && handoff.urgency == .normal)
        #expect(handoff.data == ["respondent": "E-1", "matter": "短斤少两"])
        try await daemon.handoff(handoff.number, .deliver, as: Bench.clerk)
        try await daemon.handoff(handoff.number, .take(), as: Bench.clerk)
        try await daemon.handoff(handoff.number, .finish(result: "已清理"), as: Bench.clerk)
        try await daemon.handoff(handoff.number, .confirm, as: Bench.clerk)
        #expect(try daemon.state(of: number) == "HANDED_OVER")
        #expect(try daemon.notices(of: number).map(\.topic) == ["complaint.result"])
    }

    @Test(
        "Given a suspected crime, when it is handed to public security, then the own case is SUSPENDED for OTHER_BUREAU and its clock stands"
    )
    func crime() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        let number = try await daemon.open("complaint", as: Bench.citizen, Bench.complaint)
        try await daemon.act(number, "accept", as: Bench.clerk)
        try await daemon.act(number, "crime", as: Bench.clerk, ["request": "涉嫌销售假药"])
        #expect(try daemon.state(of: number) == "SUSPENDED")
        #expect(try daemon.case(number).suspensions.map(\.reason) == ["OTHER_BUREAU"])
        #expect(try daemon.due("mediate", of: number) == nil)
        let handoff = try #require(try daemon.handoffs().first)
        #expect(handoff.to.id == "public-security" && handoff.urgency == .urgent)

        try await daemon.advance(to: "2022-07-19T09:00:00+08:00")
        try await daemon.handoff(handoff.number, .deliver, as: Bench.clerk)
        try await daemon.handoff(handoff.number, .take(), as: Bench.clerk)
        try await daemon.handoff(handoff.number, .finish(result: "不构成犯罪"), as: Bench.clerk)
        try await daemon.handoff(handoff.number, .confirm, as: Bench.clerk)
        #expect(try daemon.state(of: number) == "ACCEPTED")
        // The five working days from 12 to 19 July are not counted.
        #expect(try daemon.due("mediate", of: number) == .end(of: "2022-09-21"))
    }
}

extension JSONObject {
    func adding(_ name: String, _ value: JSON) -> JSONObject {
        var copy = self
        copy[name] = value
        return copy
    }
}
