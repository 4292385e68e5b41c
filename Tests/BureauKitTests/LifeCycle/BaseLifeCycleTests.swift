// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("The base life cycle")
struct BaseLifeCycleTests {
    @Test("The declarations made of it are accepted")
    func sound() {
        #expect(DeclarationCheck.faults(in: Welfare.definition.declaration).isEmpty)
    }

    @Test("DRAFT: it may have gaps, is submitted when whole, and is discarded after 30 days untouched")
    func draft() async throws {
        let daemon = try Welfare.daemon()
        let number = try await daemon.open("pension", as: Welfare.citizen, ["name": "张三"])
        #expect(try daemon.state(of: number) == "DRAFT")
        let gaps = try await refusal { try await daemon.act(number, "submit", as: Welfare.citizen) }
        #expect(gaps?.formFaults == ["applicant: missing", "purpose: missing"])

        // Touched on the twentieth day, it is kept for thirty more.
        try await daemon.advance(to: "2022-08-01T09:00:00+08:00")
        try await daemon.act(number, "edit", as: Welfare.citizen, ["purpose": "补助"])
        try await daemon.advance(to: "2022-08-31T23:59:59+08:00")
        #expect(try daemon.state(of: number) == "DRAFT")
        let faulty = try await refusal { try await daemon.act(number, "edit", as: Welfare.citizen, ["applicant": "1"]) }
        #expect(faulty?.formFaults == ["applicant: format"])
        try await daemon.advance(to: "2022-09-01T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "DISCARDED")
    }

    @Test("DRAFT: submitting it with what was missing makes it a case like any other")
    func submitted() async throws {
        let daemon = try Welfare.daemon()
        let number = try await daemon.open("pension", as: Welfare.citizen, ["name": "张三"])
        try await daemon.act(
            number,
            "submit",
            as: Welfare.citizen,
            ["applicant": .string(Welfare.subject), "purpose": "津贴"]
        )
        #expect(try daemon.state(of: number) == "SUBMITTED")
        #expect(try daemon.case(number).record.subject == Welfare.subject)
        let again = try await daemon.open("pension", as: Welfare.village, ["name": "张三"])
        let twice = try await refusal {
            try await daemon.act(
                again,
                "submit",
                as: Welfare.village,
                ["applicant": .string(Welfare.subject), "purpose": "津贴"]
            )
        }
        #expect(twice?.refusalCode == "DUPLICATE")
    }

    @Test("SUBMITTED to ACCEPTED: silence for 5 working days accepts it, with effect from the day of receipt")
    func silence() async throws {
        let daemon = try Welfare.daemon()
        let number = try await daemon.open("grant", as: Welfare.citizen, Welfare.application)
        #expect(try daemon.due("accept", of: number) == .end(of: "2022-07-19"))
        try await daemon.advance(to: "2022-07-20T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "ACCEPTED")
        #expect(try daemon.data(of: number)["acceptedOn"] == "2022-07-12")
        // Twenty working days from 12 July, not from the 19th.
        #expect(try daemon.due("decide", of: number) == .end(of: "2022-08-09"))
        #expect(try daemon.journal("due.breach", of: number).isEmpty)
    }

    @Test("SUBMITTED to RETURNED: once, naming everything that is missing; the clock starts anew when it is complete")
    func returned() async throws {
        let daemon = try Welfare.daemon()
        let number = try await daemon.open("grant", as: Welfare.citizen, Welfare.application)
        try await daemon.advance(to: "2022-07-15T10:00:00+08:00")
        let nothing = try await refusal { try await daemon.act(number, "return", as: Welfare.clerk, ["missing": []]) }
        #expect(nothing?.formFaults == ["missing: range"])
        try await daemon.act(number, "return", as: Welfare.clerk, ["missing": ["户口簿", "收入证明"]])
        #expect(try daemon.state(of: number) == "RETURNED")

        try await daemon.advance(to: "2022-07-21T16:00:00+08:00")
        try await daemon.act(number, "complete", as: Welfare.citizen, ["completion": "已补", "purpose": "生活补助"])
        #expect(try daemon.state(of: number) == "SUBMITTED")
        #expect(try daemon.data(of: number)["purpose"] == "生活补助")
        #expect(try daemon.due("accept", of: number) == .end(of: "2022-07-28"))
        let twice = try await refusal {
            try await daemon.act(number, "return", as: Welfare.clerk, ["missing": ["照片"]])
        }
        #expect(twice?.refusalCode == "ONCE")
    }

    @Test("RETURNED to LAPSED: no reply for 60 days")
    func lapsed() async throws {
        let daemon = try Welfare.daemon()
        let number = try await daemon.open("grant", as: Welfare.citizen, Welfare.application)
        try await daemon.act(number, "return", as: Welfare.clerk, ["missing": ["户口簿"]])
        try await daemon.advance(to: "2022-09-13T23:59:59+08:00")
        #expect(try daemon.state(of: number) == "RETURNED")
        try await daemon.advance(to: "2022-09-14T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "LAPSED")
        // A new application is free.
        try await daemon.open("grant", as: Welfare.citizen, Welfare.application)
    }

    @Test("SUBMITTED to REFUSED: with reason and competent body")
    func refused() async throws {
        let daemon = try Welfare.daemon()
        let number = try await daemon.open("grant", as: Welfare.citizen, Welfare.application)
        let bare = try await refusal { try await daemon.act(number, "refuse", as: Welfare.clerk) }
        #expect(bare?.formFaults == ["reason: missing", "competent: missing"])
        try await daemon.act(number, "refuse", as: Welfare.clerk, ["reason": "不属职权", "competent": "医保局"])
        #expect(try daemon.state(of: number) == "REFUSED")
    }

    @Test("ACCEPTED to REVIEW to APPROVED: the bureau proposes, a head who did not handle it decides; extended once")
    func decided() async throws {
        let daemon = try Welfare.daemon()
        let number = try await Welfare.accepted(daemon)
        #expect(try daemon.due("decide", of: number) == .end(of: "2022-08-09"))
        try await daemon.act(number, "extend", as: Welfare.head, ["reason": "案情复杂"])
        #expect(try daemon.due("decide", of: number) == .end(of: "2022-08-23"))
        let twice = try await refusal {
            try await daemon.act(number, "extend", as: Welfare.head, ["reason": "仍复杂"])
        }
        #expect(twice?.refusalCode == "ALREADY_EXTENDED")
        #expect(try daemon.notices(of: number).map(\.topic) == ["case.accepted", "case.extended"])

        try await daemon.act(number, "begin", as: Welfare.clerk)
        let both = PersonView.person("clerk", "bureau", "head")
        try await daemon.act(number, "propose", as: Welfare.clerk, ["proposal": "APPROVE", "grounds": "符合"])
        let own = try await refusal { try await daemon.act(number, "approve", as: both) }
        #expect(own?.refusalCode == "FOUR_EYES")
        try await daemon.act(number, "approve", as: Welfare.head)
        #expect(try daemon.state(of: number) == "EFFECTIVE")
        #expect(try daemon.due("deliver", of: number) == .end(of: "2022-07-26"))
        try await daemon.act(number, "deliver", as: Welfare.clerk)
        #expect(try daemon.state(of: number) == "CLOSED")
    }

    @Test("APPROVED to PUBLICITY: 5 working days, an objection leads back to REVIEW with a limit of its own")
    func publicity() async throws {
        let daemon = try Welfare.daemon()
        var form = Welfare.application
        form["name"] = "李四"
        let number = try await daemon.open("pension", as: Welfare.citizen, form)
        try await daemon.act(number, "submit", as: Welfare.citizen)
        try await daemon.act(number, "accept", as: Welfare.clerk)
        try await daemon.act(number, "begin", as: Welfare.clerk)
        try await daemon.act(number, "propose", as: Welfare.clerk, ["proposal": "APPROVE", "grounds": "符合"])
        try await daemon.act(number, "approve", as: Welfare.head)
        #expect(try daemon.state(of: number) == "PUBLICITY")
        try await daemon.advance(to: "2022-07-14T09:00:00+08:00")
        try await daemon.act(number, "object", as: Welfare.village, ["objection": "不在本村"])
        #expect(try daemon.state(of: number) == "REVIEW")
        #expect(try daemon.due("decide", of: number) == .end(of: "2022-08-11"))
        try await daemon.act(number, "propose", as: Welfare.clerk, ["proposal": "APPROVE", "grounds": "已核实"])
        try await daemon.act(number, "approve", as: Welfare.head)
        try await daemon.advance(to: "2022-07-21T23:59:59+08:00")
        #expect(try daemon.state(of: number) == "PUBLICITY")
        try await daemon.advance(to: "2022-07-22T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "EFFECTIVE")
    }

    @Test("A head sends a proposal back; what is revoked may be appealed too")
    func revoked() async throws {
        let daemon = try Welfare.daemon()
        let number = try await daemon.open("pension", as: Welfare.citizen, Welfare.application)
        try await daemon.act(number, "submit", as: Welfare.citizen)
        try await daemon.act(number, "accept", as: Welfare.clerk)
        try await daemon.act(number, "begin", as: Welfare.clerk)
        try await daemon.act(number, "propose", as: Welfare.clerk, ["proposal": "REJECT", "grounds": "存疑"])
        try await daemon.act(number, "sendBack", as: Welfare.head, ["reason": "再核"])
        #expect(try daemon.state(of: number) == "REVIEW")
        try await daemon.act(number, "propose", as: Welfare.clerk, ["proposal": "APPROVE", "grounds": "符合"])
        try await daemon.act(number, "approve", as: Welfare.head)
        try await daemon.advance(to: "2022-07-20T09:00:00+08:00")
        try await daemon.act(number, "revoke", as: Welfare.head, ["reason": "虚报"])
        #expect(try daemon.state(of: number) == "REVOKED")
        try await daemon.act(number, "appeal", as: Welfare.citizen, ["grounds": "没有虚报"])
        #expect(try daemon.state(of: number) == "APPEALED")
        #expect(try daemon.case(number).record.isOpen)
    }
}
