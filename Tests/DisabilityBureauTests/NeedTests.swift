// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import DisabilityBureau

@Suite("Disability: needs, surveys, allowances, events, volunteers")
struct NeedTests {
    static func need(_ code: String, _ more: JSONObject = [:]) -> JSONObject {
        var data: JSONObject = ["person": .string(Bench.adult), "code": .string(code), "urgency": 1]
        for member in more { data[member.name] = member.value }
        return data
    }

    @Test(
        "Given a need of another bureau's, when it is registered, then it is handed there",
        arguments: [
            ("EMPLOYMENT", [:], "employment", HandoffUrgency.normal), ("LEGAL", [:], "justice-office", .normal),
            ("DEVICE", ["insured": true], "medical", .normal), ("SECURITY", [:], "civil-affairs", .normal),
        ] as [(String, JSONObject, String, HandoffUrgency)]
    )
    func handed(code: String, more: JSONObject, body: String, urgency: HandoffUrgency) async throws {
        let daemon = try Bench.daemon()
        let number = try await daemon.open("need", as: Bench.village, Self.need(code, more))
        let handoff = try #require(try daemon.handoffs().first)
        #expect(try daemon.handoffs().count == 1)
        #expect(handoff.to.id == body && handoff.urgency == urgency && handoff.caseNumber == number)
        #expect(handoff.data["grade"] == nil && handoff.data["category"] == nil)
        if code == "EMPLOYMENT" { #expect(handoff.data["hardship"] == true) }
        #expect(try daemon.record("need", number)?["status"] == "OPEN")
    }

    @Test("Given a mental crisis, when it is registered, then health and police are told as a matter of life")
    func crisis() async throws {
        let daemon = try Bench.daemon()
        _ = try await daemon.open("need", as: Bench.village, Self.need("REHAB", ["crisis": true]))
        let handoffs = try daemon.handoffs()
        #expect(Set(handoffs.map(\.to.id)) == ["health-office", "police"])
        #expect(handoffs.allSatisfy { $0.urgency == .life })
    }

    @Test("Given a need, when it is met, then it is closed in the register")
    func met() async throws {
        let daemon = try Bench.daemon()
        let number = try await daemon.open("need", as: Bench.village, Self.need("REHAB"))
        #expect(try daemon.handoffs().isEmpty)
        try await daemon.act(number, "meet", as: Bench.clerk, ["result": "已安排康复训练"])
        #expect(try daemon.state(of: number) == "MET")
        #expect(try daemon.record("need", number)?["status"] == "CLOSED")
        #expect(try daemon.record("need", number)?["closed"] == "2022-07-12")
    }

    @Test(
        "Given registered persons, when September comes, then each village is surveyed until 10-31 and checked by 03-31"
    )
    func survey() async throws {
        let daemon = try Bench.daemon(at: "2022-08-31T09:00:00+08:00")
        try daemon.put("person", Bench.adult, Bench.person())
        var other = Bench.person(Bench.other)
        other["village_code"] = "340602101202"
        try daemon.put("person", Bench.other, other)
        try await daemon.advance(to: "2022-09-01T09:00:00+08:00")
        let numbers = try daemon.numbers(of: "survey")
        #expect(numbers.count == 2)
        #expect(try daemon.due("survey", of: numbers[0]) == .end(of: "2022-10-31"))
        try await daemon.act(numbers[0], "report", as: Bench.village, ["asked": 10, "with_needs": 4])
        #expect(try daemon.due("entry", of: numbers[0]) == .end(of: "2023-03-31"))
        try await daemon.act(numbers[0], "entered", as: Bench.clerk)
        #expect(try daemon.state(of: numbers[0]) == "CLOSED")
    }

    // MARK: Events

    @Test("Given an event date query, when 2027 is asked for, then 2027-05-16; and the years before as published")
    func helpDay() async throws {
        let days = (2022...2027).map { Disability.helpDay(of: $0).description }
        #expect(days == ["2022-05-15", "2023-05-21", "2024-05-19", "2025-05-18", "2026-05-17", "2027-05-16"])
        let daemon = try Bench.daemon(at: "2026-06-01T09:00:00+08:00")
        #expect(try daemon.schedule("helpday").nextDue == "2027-05-16T00:00:00+08:00")
    }

    @Test(
        "Given the national day 2023-05-21, when 30 days are left, then a plan is asked for; a report within 10 WD after"
    )
    func event() async throws {
        let daemon = try Bench.daemon(at: "2023-04-20T09:00:00+08:00")
        #expect(try daemon.numbers(of: "event").isEmpty)
        try await daemon.advance(to: "2023-04-21T08:00:00+08:00")
        let number = try #require(try daemon.numbers(of: "event").first)
        #expect(try daemon.state(of: number) == "PLANNING")
        try await daemon.act(number, "plan", as: Bench.clerk, ["theme": "助残", "place": "广场"])
        try await daemon.advance(to: "2023-05-21T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "HELD")
        #expect(try daemon.due("report", of: number) == .end(of: "2023-06-02"))
        try await daemon.act(number, "report", as: Bench.clerk, ["people": 120, "summary": "活动顺利"])
        #expect(try daemon.state(of: number) == "REPORTED")
        #expect(try daemon.numbers(of: "event").count == 1)
    }

    @Test("Given 3 December, when it comes, then the federation is reminded on the day itself")
    func international() async throws {
        let daemon = try Bench.daemon(at: "2022-12-02T09:00:00+08:00")
        try await daemon.advance(to: "2022-12-03T09:00:00+08:00")
        #expect(try daemon.notices().filter { $0.topic == "event.international" }.map(\.to) == ["bureau"])
    }

    // MARK: Volunteers and campaigns

    static func service(_ no: String, _ start: String, _ end: String) -> JSONObject {
        [
            "no": .string(no), "volunteer": "V1", "kind": "陪伴", "start": .string("2022-07-12T\(start)+08:00"),
            "end": .string("2022-07-12T\(end)+08:00"),
        ]
    }

    @Test(
        "Given a service, when it ends before it began or lasts more than 12 hours, then it is refused",
        arguments: [
            ("08:00:00", "20:00:00", nil), ("08:00:00", "20:01:00", "TOO_LONG"),
            ("08:00:00", "08:00:00", "END_AFTER_START"),
        ] as [(String, String, String?)]
    )
    func services(start: String, end: String, code: String?) async throws {
        let daemon = try Bench.daemon()
        let refused = try await refusal { try daemon.put("service", "S1", Self.service("S1", start, end)) }
        #expect(refused?.refusalCode == code)
    }

    @Test(
        "Given services of one volunteer on a day, when together they last more than 12 hours, then TOO_LONG; another day, not"
    )
    func day() async throws {
        let daemon = try Bench.daemon()
        try daemon.put("service", "S1", Self.service("S1", "07:00:00", "14:00:00"))
        let over = try await refusal { try daemon.put("service", "S2", Self.service("S2", "15:00:00", "20:01:00")) }
        #expect(over?.refusalCode == "TOO_LONG")
        try daemon.put("service", "S2", Self.service("S2", "15:00:00", "20:00:00"))
        // Put anew, it does not count twice.
        try daemon.put("service", "S2", Self.service("S2", "15:30:00", "20:30:00"))
        var other = Self.service("S3", "08:00:00", "09:00:00")
        other["volunteer"] = "V2"
        try daemon.put("service", "S3", other)
    }

    @Test("Given services of a quarter, when its last working day is over, then their hours stand in the register")
    func hours() async throws {
        let daemon = try Bench.daemon()
        try daemon.put("service", "S1", Self.service("S1", "08:00:00", "10:30:00"))
        try daemon.put("service", "S2", Self.service("S2", "14:00:00", "15:15:00"))
        try await daemon.advance(to: "2022-09-30T17:00:00+08:00")
        let record = try #require(try daemon.record("volunteer_hours", "2022-Q3"))
        #expect(record["minutes"] == 225 && record["hours"] == "3.75" && record["services"] == 2)
    }

    @Test(
        "Given the three campaigns, when nothing or something is registered, then the report counts what is registered"
    )
    func campaigns() async throws {
        let daemon = try Bench.daemon()
        #expect(Disability.campaignKinds.map(\.key) == ["REHAB", "EDU", "LEGAL"])
        #expect(try daemon.report("campaigns", "2022").total.cells.map(\.n) == [0, 0])
        try daemon.put(
            "campaign",
            "C1",
            ["no": "C1", "kind": "EDU", "activity": "送教上门", "date": "2022-07-01", "served": ["a", "b"]]
        )
        let report = try daemon.report("campaigns", "2022")
        #expect(report.rows.map(\.id) == ["REHAB", "EDU", "LEGAL"])
        #expect(report.rows.map { $0.cells.map(\.n) } == [[0, 0], [1, 2], [0, 0]])
    }
}
