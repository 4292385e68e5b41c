// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import MarketBureau

@Suite("Market: reports of violations")
struct ReportTests {
    @Test(
        "Given a report received under Order 20, when rules switch to Order 121, then the old case keeps Order 20 deadlines"
    )
    func oldOrder() async throws {
        // The new order begins when the configuration says so; here with shorter limits, so that they can be told apart.
        let daemon = try Bench.daemon(
            at: "2022-07-12T09:00:00+08:00",
            changing: [
                ("complaint.basis", "2022-07-20", "第121号令"), ("report.decide", "2022-07-20", "10wd"),
                ("report.tell", "2022-07-20", "3wd"), ("report.merge", "2022-07-20", true),
            ]
        )
        let old = try await daemon.open("report", as: Bench.citizen, Bench.report)
        #expect(try daemon.data(of: old)["basis"] == "第20号令")
        #expect(try daemon.due("decide", of: old) == .end(of: "2022-08-02"))

        try await daemon.advance(to: "2022-07-25T09:00:00+08:00")
        let new = try await daemon.open("report", as: Bench.citizen, Bench.report.adding("matter", "无照经营"))
        #expect(try daemon.data(of: new)["basis"] == "第121号令")
        #expect(try daemon.due("decide", of: new) == .end(of: "2022-08-08"))
        #expect(try daemon.due("decide", of: old) == .end(of: "2022-08-02"))

        try await daemon.act(old, "notFile", as: Bench.clerk, ["reason": "查无实据"])
        try await daemon.act(new, "notFile", as: Bench.clerk, ["reason": "查无实据"])
        #expect(try daemon.due("tell", of: old) == .end(of: "2022-08-01"))
        #expect(try daemon.due("tell", of: new) == .end(of: "2022-07-28"))
    }

    @Test(
        "Given Order 20 and then Order 121, when the same is reported twice, then side by side under the first and merged under the second"
    )
    func repeated() async throws {
        let daemon = try Bench.daemon(
            at: "2022-07-12T09:00:00+08:00",
            changing: [("report.merge", "2022-07-20", true)]
        )
        let one = try await daemon.open("report", as: Bench.citizen, Bench.report)
        let two = try await daemon.open("report", as: Bench.clerk, Bench.report.adding("reporter", "举报人乙"))
        #expect(try daemon.state(of: one) == "RECEIVED" && daemon.state(of: two) == "RECEIVED")
        try await daemon.advance(to: "2022-07-20T09:00:00+08:00")
        let three = try await daemon.open("report", as: Bench.clerk, Bench.report.adding("reporter", "举报人丙"))
        #expect(try daemon.state(of: three) == "MERGED")
        #expect(try daemon.case(three).links == [one])
    }

    @Test(
        "Given a shop on a platform that hides its address, when Order 121 holds, then PLATFORM_SEAT unless the platform is here"
    )
    func platform() async throws {
        let daemon = try Bench.daemon(
            at: "2022-07-12T09:00:00+08:00",
            changing: [("jurisdiction.platform", "2022-07-20", true)]
        )
        let hidden: JSONObject = ["address_hidden": true, "platform": "某平台", "platform_area": "330106000000"]
        func complaint(_ matter: String, _ more: JSONObject) -> JSONObject {
            var form = Bench.complaint.adding("matter", .string(matter))
            for member in more { form[member.name] = member.value }
            return form
        }
        let old = try await daemon.open("complaint", as: Bench.citizen, complaint("一", hidden))
        try await daemon.advance(to: "2022-07-20T09:00:00+08:00")
        let new = try await daemon.open("complaint", as: Bench.citizen, complaint("二", hidden))
        let here = try await daemon.open(
            "complaint",
            as: Bench.citizen,
            complaint("三", hidden.adding("platform_area", "340602001001"))
        )
        try await daemon.act(old, "accept", as: Bench.clerk)
        let refused = try await refusal { try await daemon.act(new, "accept", as: Bench.clerk) }
        #expect(refused?.refusalCode == "PLATFORM_SEAT")
        try await daemon.act(here, "accept", as: Bench.clerk)
    }

    @Test(
        "Given the shipped rules, when a report comes before and on the day Order 121 begins, then each goes by its order"
    )
    func shipped() async throws {
        let daemon = try Bench.daemon(at: "2026-04-14T09:00:00+08:00")
        let old = try await daemon.open("report", as: Bench.citizen, Bench.report)
        try await daemon.advance(to: "2026-04-15T09:00:00+08:00")
        let new = try await daemon.open("report", as: Bench.citizen, Bench.report)
        #expect(try daemon.data(of: old)["basis"] == "第20号令")
        #expect(try daemon.data(of: new)["basis"] == "第121号令")
        #expect(try daemon.state(of: new) == "MERGED")
    }

    @Test(
        "Given a reporter identity, when the entity or an ordinary inspector opens the case, then the identity is not shown and the attempt is logged"
    )
    func identity() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        let number = try await daemon.open(
            "report",
            as: Bench.citizen,
            Bench.report.adding("phone", "13800138000")
        )
        let shop = PersonView.person("shop", "citizen")
        for (index, person) in [shop, Bench.inspector].enumerated() {
            let view = try daemon.look(at: number, as: person)
            #expect(view.data["reporter"] == "***" && view.data["phone"] == "***")
            #expect(view.record.subject != "举报人甲")
            #expect(view.withheld == ["phone", "reporter"])
            let logged = try daemon.journal("case.withheld", of: number)
            #expect(logged.count == index + 1)
            #expect(logged.last?.actor?.id == person.id)
        }
        for person in [Bench.clerk, Bench.head] {
            let view = try daemon.case(number, as: person)
            #expect(view.data["reporter"] == "举报人甲" && view.withheld.isEmpty)
            #expect(view.sensitive == ["phone", "reporter"])
        }
        // Nothing of it is in the journal.
        #expect(try !daemon.journal(nil, of: number).contains { $0.data.text.contains("举报人甲") })
    }

    @Test("Given a report, when 15 working days pass, then a breach; a head may add 15 once")
    func extended() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        let number = try await daemon.open("report", as: Bench.citizen, Bench.report)
        let clerk = try await refusal {
            try await daemon.act(number, "extend", as: Bench.clerk, ["extension_reason": "案情复杂"])
        }
        #expect(clerk?.refusalCode == "ROLE")
        try await daemon.act(number, "extend", as: Bench.head, ["extension_reason": "案情复杂"])
        #expect(try daemon.due("decide", of: number) == .end(of: "2022-08-23"))
        let twice = try await refusal {
            try await daemon.act(number, "extend", as: Bench.head, ["extension_reason": "还不够"])
        }
        #expect(twice != nil)
        try await daemon.advance(to: "2022-08-24T00:00:00+08:00")
        #expect(try daemon.deadline("decide", of: number).state == .breached)
    }

    @Test(
        "Given a named and an anonymous report, when they are decided, then the first is told in 5 working days and the second closes"
    )
    func told() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        let named = try await daemon.open("report", as: Bench.citizen, Bench.report)
        var form = Bench.report.adding("matter", "无证经营")
        form["reporter"] = nil
        let anonymous = try await daemon.open("report", as: Bench.clerk, form)
        try await daemon.act(named, "check", as: Bench.inspector, ["finding": "属实"])
        try await daemon.act(named, "withdraw", as: Bench.citizen)
        #expect(try daemon.state(of: named) == "RECEIVED+WITHDRAWN")
        try await daemon.act(named, "file", as: Bench.second)
        #expect(try daemon.state(of: named) == "FILED+WITHDRAWN")
        #expect(try daemon.due("tell", of: named) == .end(of: "2022-07-19"))
        #expect(try daemon.record("filing", "LA-\(named)")?["respondent"] == "E-1")
        try await daemon.act(named, "tell", as: Bench.clerk)
        #expect(try daemon.state(of: named) == "REPORTER_TOLD+WITHDRAWN")
        #expect(try daemon.data(of: named)["notice"] == .string("\(named)/FILED"))
        #expect(try daemon.notices(of: named).map(\.topic) == ["report.result"])

        let own = try await refusal { try await daemon.act(anonymous, "file", as: Bench.clerk) }
        #expect(own?.refusalCode == "FOUR_EYES")
        try await daemon.act(anonymous, "notFile", as: Bench.second, ["reason": "查无实据"])
        #expect(try daemon.state(of: anonymous) == "CLOSED")
        #expect(try daemon.data(of: anonymous)["decision"] == "NOT_FILED")
        #expect(try daemon.notices(of: anonymous).isEmpty)
    }
}
