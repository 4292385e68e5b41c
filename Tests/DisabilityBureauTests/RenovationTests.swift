// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import DisabilityBureau

@Suite("Disability: renovations, from the need to the plan")
struct RenovationTests {
    @Test("The declaration has no fault")
    func declaration() throws {
        let daemon = try Bench.daemon()
        #expect(DeclarationCheck.faults(in: daemon.definition.declaration).isEmpty)
    }

    @Test("Given a grade 3 person, when he applies for renovation, then REJECTED(GRADE) with right of appeal")
    func grade() async throws {
        let daemon = try Bench.daemon()
        let number = try await daemon.open("renovation", as: Bench.citizen, Bench.application(grade: 3))
        #expect(try daemon.state(of: number) == "REJECTED")
        #expect(try daemon.data(of: number)["reason"] == "GRADE")
        #expect(try daemon.notices(of: number).last?.text.zh.contains("复核") == true)
        try await daemon.act(number, "appeal", as: Bench.citizen, ["grounds": "等级评定有误"])
        #expect(try daemon.state(of: number) == "APPEALED")
        #expect(try daemon.due("recheck", of: number) == .end(of: "2022-07-19"))
        try await daemon.act(number, "uphold", as: Bench.clerk, ["explanation": "等级属实"])
        #expect(try daemon.state(of: number) == "UPHELD")
    }

    @Test("Given a rejection, when 60 days have passed, then it cannot be appealed against any more")
    func lateAppeal() async throws {
        let daemon = try Bench.daemon()
        let number = try await daemon.open("renovation", as: Bench.citizen, Bench.application(grade: 4))
        try await daemon.advance(to: "2022-09-14T09:00:00+08:00")
        let late = try await refusal { try await daemon.act(number, "appeal", as: Bench.citizen, ["grounds": "x"]) }
        #expect(late?.refusalCode != nil)
        #expect(try daemon.state(of: number) == "REJECTED")
    }

    @Test(
        "Given one condition that is not met, when a renovation is asked for, then it is rejected for that",
        arguments: [
            ("grade", 1, "APPLIED", "ELIGIBLE"), ("needy", "NONE", "REJECTED", "NEEDY"),
            ("suitable", false, "REJECTED", "DWELLING"), ("wish", false, "REJECTED", "WISH"),
        ] as [(String, JSON, String, String)]
    )
    func eligibility(field: String, value: JSON, state: String, reason: String) async throws {
        let daemon = try Bench.daemon()
        var data = Bench.application(grade: field == "grade" ? 1 : 2)
        data[field] = value
        let number = try await daemon.open("renovation", as: Bench.citizen, data)
        #expect(try daemon.state(of: number) == state)
        #expect(try daemon.data(of: number)["reason"] == .string(reason))
    }

    @Test(
        "Given a certificate that expired, when a renovation is asked for, then it is refused with a hint; on its last day not",
        arguments: [("2022-07-11", "CERT_EXPIRED"), ("2022-07-12", nil)] as [(String, String?)]
    )
    func expired(expires: String, code: String?) async throws {
        let daemon = try Bench.daemon()
        try daemon.put("person", Bench.adult, Bench.person(expires: expires))
        let refused = try await refusal {
            _ = try await daemon.open("renovation", as: Bench.citizen, Bench.application())
        }
        #expect(refused?.refusalCode == code)
        #expect(try daemon.numbers(of: "renovation").count == (code == nil ? 1 : 0))
    }

    @Test(
        "Given a certificate's number that is not the applicant's, or of another grade, then CERTIFICATE; none, format"
    )
    func certificate() async throws {
        let daemon = try Bench.daemon()
        for number in ["\(Bench.other)42", "\(Bench.adult)41"] {
            let refused = try await refusal {
                _ = try await daemon.open(
                    "renovation",
                    as: Bench.citizen,
                    Bench.application(["certificate": .string(number)])
                )
            }
            #expect(refused?.refusalCode == "CERTIFICATE")
        }
        let refused = try await refusal {
            _ = try await daemon.open(
                "renovation",
                as: Bench.citizen,
                Bench.application(["certificate": "34060219750818007Z42"])
            )
        }
        #expect(refused?.formFaults == ["certificate: format"])
        #expect(try daemon.numbers(of: "renovation").isEmpty)
    }

    @Test("Given a certificate number with a lower-case x, when a renovation is asked for, then it is kept with X")
    func lowerCase() async throws {
        let daemon = try Bench.daemon()
        let number = try await daemon.open(
            "renovation",
            as: Bench.citizen,
            Bench.application(["applicant": "34060219750818007x", "certificate": "34060219750818007x42"])
        )
        #expect(try daemon.data(of: number)["certificate"] == "34060219750818007X42")
        #expect(try daemon.numbers(about: Bench.adult) == [number])
    }

    @Test(
        "Given an open case of a household, when another is opened, then DUPLICATE; who else lives there joins the one"
    )
    func duplicate() async throws {
        let daemon = try Bench.daemon()
        let number = try await daemon.open("renovation", as: Bench.citizen, Bench.application())
        let second = Bench.application(["applicant": .string(Bench.other), "certificate": .string("\(Bench.other)42")])
        let refused = try await refusal { _ = try await daemon.open("renovation", as: Bench.citizen, second) }
        #expect(refused?.refusalCode == "DUPLICATE")
        #expect(try daemon.data(of: number)["priority"] == 1)
        try await daemon.act(
            number,
            "join",
            as: Bench.village,
            ["member": .string(Bench.other), "member_certificate": .string("\(Bench.other)42")]
        )
        #expect(try daemon.data(of: number)["members"] == [.string("\(Bench.other)42")])
        #expect(try daemon.data(of: number)["priority"] == 5)
    }

    @Test("Given a rented home, when its owner has not consented, then OWNER_CONSENT")
    func tenant() async throws {
        let daemon = try Bench.daemon()
        let refused = try await refusal {
            _ = try await daemon.open("renovation", as: Bench.citizen, Bench.application(["ownership": "TENANT"]))
        }
        #expect(refused?.refusalCode == "OWNER_CONSENT")
        _ = try await daemon.open(
            "renovation",
            as: Bench.citizen,
            Bench.application(["ownership": "TENANT", "owner_consent": true])
        )
    }

    @Test("Given homes that wait, when they are put in order, then the score decides, and of equals who applied first")
    func priority() async throws {
        let daemon = try Bench.daemon()
        let cases: [(String, Int64, JSONObject, Int64)] = [
            ("H-1", 2, [:], 1), ("H-2", 1, ["alone": true], 4), ("H-3", 2, ["old_carer": true], 5),
            ("H-4", 1, ["multi": true, "old_carer": true, "alone": true], 12), ("H-5", 2, ["multi": true], 5),
        ]
        var numbers: [String] = []
        for (household, grade, more, priority) in cases {
            let number = try await daemon.open(
                "renovation",
                as: Bench.citizen,
                Bench.application(grade: grade, household: household, more)
            )
            #expect(try daemon.data(of: number)["priority"] == .integer(priority))
            numbers.append(number)
            try await daemon.advance(by: .seconds(86_400))
        }
        #expect(try numbers.map { try daemon.data(of: $0)["rank"]?.integerValue } == [5, 4, 2, 1, 3])
        #expect(try daemon.record("home", "H-4")?["priority"] == 12)
    }

    @Test("Given three checks, when their limits are asked, then 5, 10 and 10 working days")
    func limits() async throws {
        let daemon = try Bench.daemon()
        let number = try await daemon.open("renovation", as: Bench.citizen, Bench.application())
        #expect(try daemon.due("village", of: number) == .end(of: "2022-07-19"))
        try await daemon.act(number, "villageOk", as: Bench.village)
        #expect(try daemon.due("town", of: number) == .end(of: "2022-07-26"))
        try await daemon.act(number, "townOk", as: Bench.town)
        #expect(try daemon.due("district", of: number) == .end(of: "2022-07-26"))
        try await daemon.act(number, "districtOk", as: Bench.head)
        #expect(try daemon.due("plan", of: number) == .end(of: "2022-08-09"))
        #expect(try daemon.notices(of: number).filter { $0.topic == "home.progress" }.count == 4)
    }

    @Test("Given three checks, when who took the one before takes the next, then FOUR_EYES")
    func fourEyes() async throws {
        let daemon = try Bench.daemon()
        let all = PersonView.person("all", "village", "disability:town", "disability:head")
        let number = try await daemon.open("renovation", as: Bench.citizen, Bench.application())
        try await daemon.act(number, "villageOk", as: all)
        let town = try await refusal { try await daemon.act(number, "townOk", as: all) }
        #expect(town?.refusalCode == "FOUR_EYES")
        try await daemon.act(number, "townOk", as: Bench.town)
        let district = try await refusal { try await daemon.act(number, "districtOk", as: all) }
        #expect(district?.refusalCode == "FOUR_EYES")
        try await daemon.act(number, "districtOk", as: Bench.head)
        #expect(try daemon.state(of: number) == "DISTRICT_OK")
    }

    @Test(
        "Given a need the survey of 2022 found, when it waits, then the entry is checked by 2023-03-31; then applied for"
    )
    func need() async throws {
        let daemon = try Bench.daemon()
        let number = try await daemon.open("renovation", as: Bench.village, Bench.application(["survey": 2022]))
        #expect(try daemon.state(of: number) == "NEED")
        #expect(try daemon.due("entry", of: number) == .end(of: "2023-03-31"))
        try await daemon.act(number, "apply", as: Bench.citizen)
        #expect(try daemon.state(of: number) == "APPLIED")
    }

    @Test(
        "Given a plan, when it costs 6,000 yuan, then it is taken; when it costs more, then CAP",
        arguments: [(300_000, nil), (300_001, "CAP 600002")] as [(Int64, String?)]
    )
    func cap(price: Int64, code: String?) async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.approved(daemon)
        let refused = try await refusal {
            try await daemon.act(number, "assess", as: Bench.assessor, Bench.plan(price: price))
        }
        #expect(refused?.refusalCode == code)
        #expect(try daemon.state(of: number) == (code == nil ? "ASSESSED" : "DISTRICT_OK"))
        if code == nil { #expect(try daemon.data(of: number)["planTotal"] == 600_000) }
    }

    @Test(
        "Given a plan whose works do not reach an outcome that is needed, when assessed, then PLAN_SHORT",
        arguments: [["GRAB_BAR"], ["SCREEN_READER", "GAS_ALARM"], ["GRAB_BAR", "RAMP"]]
    )
    func shortPlan(works: [String]) async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.approved(daemon)
        let refused = try await refusal {
            try await daemon.act(number, "assess", as: Bench.assessor, Bench.plan(works: works))
        }
        #expect(refused?.refusalCode == "PLAN_SHORT")
        let unknown = try await refusal {
            try await daemon.act(number, "assess", as: Bench.assessor, Bench.plan(works: ["GRAB_BAR", "LIFT"]))
        }
        #expect(unknown?.refusalCode == "UNKNOWN_WORK")
        #expect(try daemon.state(of: number) == "DISTRICT_OK")
    }

    @Test(
        "Given one of the works, when all five outcomes are needed, then it takes a ramp, a grab bar and a shower seat"
    )
    func allOutcomes() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.approved(daemon)
        try await daemon.act(
            number,
            "assess",
            as: Bench.assessor,
            Bench.plan(works: ["RAMP", "GRAB_BAR", "SHOWER_SEAT"], needed: ["O1", "O2", "O3", "O4", "O5"])
        )
        #expect(try daemon.state(of: number) == "ASSESSED")
        #expect(Disability.outcomes.map(\.key) == ["O1", "O2", "O3", "O4", "O5"])
    }

    @Test("Given a plan the household refuses, when refused once, then REPLAN; when again, then WITHDRAWN")
    func replan() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.approved(daemon)
        try await daemon.act(number, "assess", as: Bench.assessor, Bench.plan())
        try await daemon.act(number, "refusePlan", as: Bench.citizen)
        #expect(try daemon.state(of: number) == "REPLAN")
        try await daemon.act(number, "assess", as: Bench.assessor, Bench.plan())
        try await daemon.act(number, "refusePlan", as: Bench.citizen)
        #expect(try daemon.state(of: number) == "WITHDRAWN")
    }

    @Test(
        "Given an unsafe wall found, when it is reported, then a hand-off URGENT goes to housing and the home clock is paused; it resumes the day after CONFIRMED"
    )
    func unsafe() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.approved(daemon)
        #expect(try daemon.due("plan", of: number) == .end(of: "2022-08-09"))
        try await daemon.advance(to: "2022-07-15T10:00:00+08:00")
        try await daemon.act(number, "unsafe", as: Bench.assessor, ["danger": "墙体开裂"])
        let handoff = try #require(try daemon.handoffs().first)
        #expect(handoff.to.id == "housing-office")
        #expect(handoff.urgency == .urgent)
        #expect(try daemon.state(of: number) == "SUSPENDED")
        #expect(try daemon.due("plan", of: number) == nil)
        #expect(try daemon.case(number).suspensions.map(\.reason) == ["OTHER_BUREAU"])
        try await daemon.handoff(handoff.number, .deliver, as: Bench.clerk)
        try await daemon.handoff(handoff.number, .take(), as: Bench.clerk)
        try await daemon.handoff(handoff.number, .finish(result: "已加固"), as: Bench.clerk)
        #expect(try daemon.state(of: number) == "SUSPENDED")
        try await daemon.advance(to: "2022-07-20T10:00:00+08:00")
        if try daemon.handoff(handoff.number).isOpen {
            try await daemon.handoff(handoff.number, .confirm, as: Bench.clerk)
        }
        #expect(try daemon.state(of: number) == "DISTRICT_OK")
        // Suspended on the 15th, which counts, and resumed on the 20th, which does not: three days later than before.
        #expect(try daemon.due("plan", of: number) == .end(of: "2022-08-12"))
    }

    @Test(
        "Given the same home, when it was closed less than 5 years ago, then a second renovation is refused; after, not"
    )
    func fiveYears() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.built(daemon)
        try await daemon.act(number, "inspect", as: Bench.clerk, Bench.sheet("O3", "O4"))
        try await daemon.advance(to: "2022-08-11T09:00:00+08:00")
        try await daemon.act(number, "follow", as: Bench.clerk, ["satisfaction": 5])
        try await daemon.act(number, "close", as: Bench.clerk)
        #expect(try daemon.record("home", "H-1")?["again_from"] == "2027-08-11")
        try await daemon.advance(to: "2027-08-10T12:00:00+08:00")
        let early = try await refusal {
            _ = try await daemon.open("renovation", as: Bench.citizen, Bench.application())
        }
        #expect(early?.refusalCode == "WITHIN_5_YEARS 2027-08-11")
        try await daemon.advance(to: "2027-08-11T12:00:00+08:00")
        _ = try await daemon.open("renovation", as: Bench.citizen, Bench.application())
    }
}
