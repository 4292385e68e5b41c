// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Edge policies")
struct EdgePolicyTests {
    @Test("X1: a duplicate among open cases is refused with the number of the existing one")
    func x1() async throws {
        let daemon = try Welfare.daemon()
        let number = try await daemon.open("grant", as: Welfare.citizen, Welfare.application)
        let second = try await refusal { try await daemon.open("grant", as: Welfare.village, Welfare.application) }
        #expect(second?.refusalCode == "DUPLICATE")
        guard case .refused(let refused) = second else { return }
        #expect(refused.message.zh.contains(number))
        // A final one is none.
        try await daemon.act(number, "withdraw", as: Welfare.citizen)
        try await daemon.open("grant", as: Welfare.village, Welfare.application)
    }

    @Test("X2: a wrong check digit is refused at entry")
    func x2AtEntry() async throws {
        let daemon = try Welfare.daemon()
        var form = Welfare.application
        form["applicant"] = "110105194912310021"
        let error = try await refusal { try await daemon.open("grant", as: Welfare.citizen, form) }
        #expect(error?.formFaults == ["applicant: format"])
    }

    @Test("X2: somebody else's number is corrected by bureau and head: every case follows, the old number finds them")
    func x2Later() async throws {
        let daemon = try Welfare.daemon()
        try await daemon.open("grant", as: Welfare.citizen, Welfare.application)
        let alone = PersonView.person("clerk", "bureau", "head")
        let own = try await refusal {
            try daemon.correct(Welfare.subject, to: Welfare.other, askedBy: Welfare.clerk, decidedBy: alone)
        }
        #expect(own?.refusalCode == "FOUR_EYES")
        let citizen = try await refusal {
            try daemon.correct(Welfare.subject, to: Welfare.other, askedBy: Welfare.citizen, decidedBy: Welfare.head)
        }
        #expect(citizen?.refusalCode == "ROLE")
        let faulty = try await refusal {
            try daemon.correct(Welfare.subject, to: "1", askedBy: Welfare.second, decidedBy: Welfare.head)
        }
        #expect(faulty?.formFaults == ["applicant: format"])
    }

    @Test("X2: the correction itself")
    func x2Corrected() async throws {
        let daemon = try Welfare.daemon()
        let open = try await daemon.open("grant", as: Welfare.citizen, Welfare.application)
        var form = Welfare.application
        form["name"] = "王五"
        let closed = try await daemon.open("grant", as: Welfare.citizen, form)
        try await daemon.act(closed, "withdraw", as: Welfare.citizen)
        let numbers = try daemon.correct(
            Welfare.subject,
            to: Welfare.other,
            askedBy: Welfare.clerk,
            decidedBy: Welfare.head
        )
        #expect(numbers == [open, closed])
        #expect(try daemon.numbers(about: Welfare.subject) == [open, closed])
        #expect(try daemon.numbers(about: Welfare.other) == [open, closed])
        #expect(try daemon.data(of: open)["applicant"] == .string(Welfare.other))
        #expect(try daemon.notices(of: open).map(\.to) == ["subject.former", "subject"])
        // The unique key went along.
        form["name"] = "张·三"
        form["applicant"] = .string(Welfare.other)
        let twice = try await refusal { try await daemon.open("grant", as: Welfare.citizen, form) }
        #expect(twice?.refusalCode == "DUPLICATE")
    }

    @Test("X3: when the applicant dies his open cases end, and closed ones stay as they are")
    func x3() async throws {
        let daemon = try Welfare.daemon()
        let suspended = try await Welfare.accepted(daemon)
        try await daemon.act(suspended, "suspend", as: Welfare.clerk, ["reason": "EXPERT"])
        let number = try await daemon.open("pension", as: Welfare.citizen, Welfare.application)
        try await daemon.act(number, "discard", as: Welfare.citizen)
        #expect(try await daemon.tell(Welfare.subject, "person.deceased", ["on": "2022-07-12"]) == [suspended])
        #expect(try daemon.state(of: suspended) == "TERMINATED")
        #expect(try daemon.data(of: suspended)["termination"] == "DEAD")
        #expect(try daemon.state(of: number) == "DISCARDED")
    }

    @Test("X4: who moves away has an accepted case finished, and one not yet accepted ends")
    func x4() async throws {
        let daemon = try Welfare.daemon()
        let accepted = try await Welfare.accepted(daemon)
        var form = Welfare.application
        form["name"] = "王五"
        let submitted = try await daemon.open("grant", as: Welfare.citizen, form)
        try await daemon.tell(Welfare.subject, "person.moved", ["to": "340621", "effective": "2022-08-01"])
        #expect(try daemon.state(of: accepted) == "ACCEPTED")
        #expect(try daemon.data(of: accepted)["movedTo"] == "340621")
        #expect(try daemon.state(of: submitted) == "TERMINATED")
        #expect(try daemon.data(of: submitted)["termination"] == "MOVED")
    }

    @Test("X5: an appeal is answered in 5 working days by somebody else, and reopened it is reviewed by somebody else")
    func x5() async throws {
        let daemon = try Welfare.daemon()
        let number = try await Welfare.rejected(daemon)
        #expect(try daemon.state(of: number) == "REJECTED")
        #expect(try !daemon.case(number).record.isOpen)
        let stranger = try await refusal {
            try await daemon.act(number, "appeal", as: Welfare.clerk, ["grounds": "不服"])
        }
        #expect(stranger?.refusalCode == "ROLE")
        try await daemon.act(number, "appeal", as: Welfare.citizen, ["grounds": "不服"])
        #expect(try daemon.state(of: number) == "APPEALED")
        #expect(try daemon.due("recheck", of: number) == .end(of: "2022-07-19"))
        let same = try await refusal { try await daemon.act(number, "reopen", as: Welfare.head) }
        #expect(same?.refusalCode == "FOUR_EYES")
        try await daemon.act(number, "reopen", as: Welfare.deputy)
        #expect(try daemon.state(of: number) == "REVIEW")
        let proposal: JSONObject = ["proposal": "APPROVE", "grounds": "符合"]
        let before = try await refusal { try await daemon.act(number, "propose", as: Welfare.clerk, proposal) }
        #expect(before?.refusalCode == "OTHER_REVIEWER")
        try await daemon.act(number, "propose", as: Welfare.second, proposal)
        try await daemon.act(number, "approve", as: Welfare.deputy)
        #expect(try daemon.state(of: number) == "EFFECTIVE")
    }

    @Test("X5: an appeal may be upheld; it may be filed on the sixtieth day and not on the next")
    func x5Limit() async throws {
        // The sixtieth day, 10 September, is a holiday up to the 12th: the limit ends on the 13th.
        let daemon = try Welfare.daemon()
        let number = try await Welfare.rejected(daemon)
        try await daemon.advance(to: "2022-09-13T23:59:59+08:00")
        try await daemon.act(number, "appeal", as: Welfare.citizen, ["grounds": "不服"])
        try await daemon.act(number, "uphold", as: Welfare.deputy, ["reason": "原决定正确"])
        #expect(try daemon.state(of: number) == "UPHELD")

        let late = try Welfare.daemon()
        let other = try await Welfare.rejected(late)
        try await late.advance(to: "2022-09-14T00:00:00+08:00")
        let error = try await refusal { try await late.act(other, "appeal", as: Welfare.citizen, ["grounds": "不服"]) }
        #expect(error?.refusalCode == "TOO_LATE")
    }

    @Test("X5: whoever applied anew meanwhile cannot have the old case taken up as well")
    func x5Duplicate() async throws {
        let daemon = try Welfare.daemon()
        let number = try await Welfare.rejected(daemon)
        try await daemon.open("grant", as: Welfare.citizen, Welfare.application)
        let error = try await refusal { try await daemon.act(number, "appeal", as: Welfare.citizen, ["grounds": "不服"]) }
        #expect(error?.refusalCode == "DUPLICATE")
        #expect(try daemon.state(of: number) == "REJECTED")
    }

    @Test("X6: withdrawn before the decision and applied for again at once; afterwards only renounced")
    func x6() async throws {
        let daemon = try Welfare.daemon()
        let number = try await Welfare.accepted(daemon)
        try await daemon.act(number, "withdraw", as: Welfare.citizen)
        #expect(try daemon.state(of: number) == "WITHDRAWN")
        try await daemon.open("grant", as: Welfare.citizen, Welfare.application)

        let pension = try await daemon.open("pension", as: Welfare.citizen, Welfare.application)
        try await daemon.act(pension, "submit", as: Welfare.citizen)
        try await daemon.act(pension, "accept", as: Welfare.clerk)
        try await daemon.act(pension, "begin", as: Welfare.clerk)
        try await daemon.act(pension, "propose", as: Welfare.clerk, ["proposal": "APPROVE", "grounds": "符合"])
        try await daemon.act(pension, "approve", as: Welfare.head)
        let late = try await refusal { try await daemon.act(pension, "withdraw", as: Welfare.citizen) }
        #expect(late?.refusalCode == "NOT_POSSIBLE")
        try await daemon.advance(to: "2022-07-20T09:00:00+08:00")
        try await daemon.act(pension, "renounce", as: Welfare.citizen)
        #expect(try daemon.data(of: pension)["renounced"] == "2022-07-20")
    }

    @Test("X8: the time at the citizen's side is not in the limit of the bureau")
    func x8() async throws {
        let daemon = try Welfare.daemon()
        let number = try await daemon.open("grant", as: Welfare.citizen, Welfare.application)
        try await daemon.act(number, "return", as: Welfare.clerk, ["missing": ["户口簿"]])
        #expect(try daemon.data(of: number)["returns"] == 1)
        #expect(try daemon.case(number).deadlines.filter { $0.run.isActive }.map(\.run.id) == ["completion"])
        try await daemon.advance(to: "2022-08-01T10:00:00+08:00")
        try await daemon.act(number, "complete", as: Welfare.citizen, ["completion": "已补"])
        try await daemon.act(number, "accept", as: Welfare.clerk)
        #expect(try daemon.due("decide", of: number) == .end(of: "2022-08-29"))
    }

    @Test("X10: a make-up Sunday is a full working day")
    func x10() async throws {
        let daemon = try Welfare.daemon(at: "2022-10-07T10:00:00+08:00")
        let number = try await daemon.open("grant", as: Welfare.citizen, Welfare.application)
        // 8 and 9 October 2022 are Saturday and Sunday, and worked.
        #expect(try daemon.due("accept", of: number) == .end(of: "2022-10-12"))
    }

    @Test("X12: an expired certificate is refused at entry with what to do; on its last day it is valid")
    func x12() async throws {
        let daemon = try Welfare.daemon()
        var form = Welfare.application
        form["certificate"] = "2022-07-11"
        let expired = try await refusal { try await daemon.open("grant", as: Welfare.citizen, form) }
        #expect(expired?.refusalCode == "EXPIRED")
        form["certificate"] = "2022-07-12"
        let number = try await daemon.open("grant", as: Welfare.citizen, form)
        // It expires while the case is handled: what counts is the acceptance.
        try await daemon.advance(to: "2022-07-14T09:00:00+08:00")
        try await daemon.act(number, "accept", as: Welfare.clerk)
        #expect(try daemon.state(of: number) == "ACCEPTED")
    }

    @Test(
        "X14: names of 1 to 50 characters, extension characters and the dot; compared without spaces and kinds of dots"
    )
    func x14() async throws {
        let daemon = try Welfare.daemon()
        var form = Welfare.application
        for name in ["𠮷野", "买买提·艾力", String(repeating: "长", count: 50)] {
            form["name"] = .string(name)
            try await daemon.open("grant", as: Welfare.citizen, form)
        }
        for name in ["买买提•艾力", "买买提 · 艾力"] {
            form["name"] = .string(name)
            let error = try await refusal { try await daemon.open("grant", as: Welfare.citizen, form) }
            #expect(error?.refusalCode == "DUPLICATE")
        }
        for name in [String(repeating: "长", count: 51), "张3", "张\u{200B}三"] {
            form["name"] = .string(name)
            let error = try await refusal { try await daemon.open("grant", as: Welfare.citizen, form) }
            #expect(error?.formFaults == ["name: format"])
        }
    }

    @Test("X15: of two clerks at once the second is told that the case has changed, and to what")
    func x15() async throws {
        let daemon = try Welfare.daemon()
        let number = try await Welfare.accepted(daemon)
        let seen = try daemon.case(number).record.revision
        try await daemon.act(number, "begin", as: Welfare.clerk, revision: seen)
        let error = try await refusal {
            try await daemon.act(
                number,
                "propose",
                as: Welfare.second,
                ["proposal": "APPROVE", "grounds": "符合"],
                revision: seen
            )
        }
        #expect(error == .conflict(number: number, revision: seen + 1))
        #expect(try daemon.state(of: number) == "REVIEW")
    }

    @Test("X11: a disputed result stays valid, and nothing new is built on it until that is settled")
    func x11() async throws {
        let daemon = try Welfare.daemon()
        let number = try await Welfare.accepted(daemon)
        try await daemon.act(number, "begin", as: Welfare.clerk)
        try await daemon.act(number, "propose", as: Welfare.clerk, ["proposal": "APPROVE", "grounds": "符合"])
        try await daemon.act(number, "approve", as: Welfare.head)
        try await daemon.act(number, "dispute", as: Welfare.citizen, ["dispute": "金额不对"])
        #expect(try daemon.state(of: number) == "EFFECTIVE+DISPUTED")
        let again = try await refusal {
            try await daemon.act(number, "dispute", as: Welfare.citizen, ["dispute": "金额不对"])
        }
        #expect(again?.refusalCode == "DISPUTED")
        var form = Welfare.application
        form["basis"] = .string(number)
        let built = try await refusal { try await daemon.open("pension", as: Welfare.citizen, form) }
        #expect(built?.refusalCode == "DISPUTED")
        try await daemon.act(number, "settle", as: Welfare.head, ["settlement": "维持"])
        #expect(try daemon.state(of: number) == "EFFECTIVE")
        try await daemon.open("pension", as: Welfare.citizen, form)
        form["basis"] = "MZ-20220712-999999"
        let missing = try await refusal { try await daemon.open("grant", as: Welfare.citizen, form) }
        #expect(missing?.formFaults == [] && missing != nil)
    }

    @Test("X13: under 14 a guardian's consent is needed; the contact is told instead of the child")
    func x13() async throws {
        let daemon = try Welfare.daemon()
        var form = Welfare.application
        // Fourteen on 12 July 2022, and fourteen the day after.
        for (id, isChild) in [("110105200807120011", false), ("110105200807130017", true)] {
            form["applicant"] = .string(id)
            let error = try await refusal { try await daemon.open("grant", as: Welfare.village, form) }
            #expect((error?.formFaults == ["consent: missing"]) == isChild, "\(id)")
        }
        form["consent"] = "G-1"
        form["contact"] = "村干部"
        let number = try await daemon.open("grant", as: Welfare.village, form)
        try await daemon.act(number, "accept", as: Welfare.clerk)
        #expect(try daemon.notices(of: number).map(\.to) == ["contact"])
        // A contact left empty is none.
        form["contact"] = .null
        form["name"] = "李四"
        let other = try await daemon.open("grant", as: Welfare.village, form)
        try await daemon.act(other, "accept", as: Welfare.clerk)
        #expect(try daemon.notices(of: other).map(\.to) == ["subject"])
    }

    @Test("X3: nothing is sent to the dead, only to their contact")
    func x3Notices() async throws {
        let daemon = try Welfare.daemon()
        let number = try await Welfare.rejected(daemon)
        try await daemon.tell(Welfare.subject, "person.deceased")
        try await daemon.act(number, "appeal", as: Welfare.village, ["grounds": "家属代为申诉"])
        try await daemon.act(number, "uphold", as: Welfare.deputy, ["reason": "原决定正确"])
        #expect(try daemon.journal("unsent.case.upheld", of: number).count == 1)
        #expect(try daemon.journal("notify.case.upheld", of: number).isEmpty)
    }

    @Test("X7: after closing nothing is overwritten: before, after, reason and approver of a correction are kept")
    func x7() async throws {
        let daemon = try Welfare.daemon()
        let number = try await Welfare.rejected(daemon)
        let id = try await daemon.amend(number, ["purpose": "生活补助"], reason: "录入有误", as: Welfare.clerk)
        let own = try await refusal {
            try await daemon.decideAmendment(id, of: number, approve: true, as: .person("clerk", "bureau", "head"))
        }
        #expect(own?.refusalCode == "FOUR_EYES")
        #expect(try daemon.case(number).data["purpose"] == "补助")
        try await daemon.decideAmendment(id, of: number, approve: true, as: Welfare.head)
        let shown = try daemon.case(number)
        #expect(shown.record.state == "AMENDED")
        #expect(shown.data["purpose"] == "生活补助")
        #expect(shown.dossier.closedIn == "REJECTED")
        #expect(shown.dossier.original?["purpose"] == "补助")
        let amendment = try #require(shown.dossier.amendments.first)
        #expect(amendment.before == ["purpose": "补助"] && amendment.after == ["purpose": "生活补助"])
        #expect(amendment.reason == "录入有误" && amendment.by == "clerk" && amendment.decision?.by == "head")
    }
}
