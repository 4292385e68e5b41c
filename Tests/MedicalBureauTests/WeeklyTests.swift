// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import MedicalBureau

@Suite("Medical: weekly screening report")
struct WeeklyTests {
    private func sheets(_ daemon: TestDaemon) throws -> [String] { try daemon.numbers(of: "unit_report") }

    private func confirm(_ daemon: TestDaemon, _ numbers: some Sequence<String>) async throws {
        for number in numbers {
            let unit = try daemon.data(of: number)["unit"]?.stringValue
            try await daemon.act(number, "submit", as: PersonView(id: "v", roles: ["village"], area: unit))
            try await daemon.act(number, "confirm", as: PersonView(id: "t", roles: ["medical:town"], area: unit))
        }
    }

    @Test(
        "Given ISO week 2022-W40, then report due Sunday 2022-10-09 12:00 (two working days in that week, both make-up)"
    )
    func nationalDay() async throws {
        let daemon = try Bench.daemon(at: "2022-10-03T09:00:00+08:00")
        try await daemon.advance(to: "2022-10-09T09:00:00+08:00")
        let sheet = try #require(try self.sheets(daemon).first)
        #expect(try daemon.data(of: sheet)["week"] == "2022-W40")
        let due = try daemon.due("submit", of: sheet)
        #expect(due == Instant("2022-10-09T12:00:00+08:00"))
    }

    @Test(
        "Given 5 of 6 units confirmed at 16:00, when compiled, then district report shows the sixth as 未报 and punctuality 83.33"
    )
    func missing() async throws {
        let daemon = try Bench.daemon()
        try Bench.screen(daemon, status: "FOUND")
        try await daemon.advance(to: "2022-07-15T09:00:00+08:00")
        let numbers = try self.sheets(daemon)
        #expect(numbers.count == 6)
        try await daemon.advance(to: "2022-07-15T11:00:00+08:00")
        try await self.confirm(daemon, numbers.prefix(5))
        try await daemon.advance(to: "2022-07-15T16:00:00+08:00")
        let district = try #require(try daemon.numbers(of: "weekly_report").first)
        try await daemon.act(district, "compile", as: Bench.bureau)
        #expect(try daemon.state(of: district) == "COMPILED")
        let data = try daemon.data(of: district)
        #expect(data["punctuality"] == "83.33")
        let units = try #require(data["units"]?.arrayValue)
        #expect(units.map { $0["state"]?.stringValue } == ["已报", "已报", "已报", "已报", "已报", "未报"])
        #expect(units[0]["totals"]?["FOUND"] == 1 && units[1]["totals"]?["FOUND"] == 0 && units[5]["totals"] == nil)
        #expect(try daemon.state(of: numbers[5]) == "MISSING")
        #expect(try daemon.report("handling", "2022-07").total.cells[6].text(isShare: true).en == "83.33")
    }

    @Test(
        "Given a sheet that is missing, then its village and town are told two hours before the cut-off, the town at it, the head two hours later"
    )
    func ladder() async throws {
        let daemon = try Bench.daemon()
        try await daemon.advance(to: "2022-07-15T09:00:00+08:00")
        let sheet = try #require(try self.sheets(daemon).first)
        func told(_ moment: String) async throws -> Set<String> {
            try await daemon.advance(to: moment)
            return Set(try daemon.journal(of: sheet).filter { $0.kind.hasPrefix("due.") }.map(\.kind))
        }
        #expect(try await told("2022-07-15T09:59:59+08:00").isEmpty)
        #expect(try await told("2022-07-15T10:00:00+08:00") == ["due.soon"])
        #expect(try await told("2022-07-15T12:00:01+08:00") == ["due.soon", "due.breach"])
        #expect(try await told("2022-07-15T14:00:01+08:00").count == 3)
    }

    @Test(
        "Given report for W28 locked with 12 FOUND, when one proves double, then version 2 says 11, version 1 stays readable"
    )
    func amended() async throws {
        let daemon = try Bench.daemon()
        for number in 1...12 { try Bench.screen(daemon, number, status: "FOUND") }
        try await daemon.advance(to: "2022-07-15T09:00:00+08:00")
        try await self.confirm(daemon, try self.sheets(daemon))
        try await daemon.advance(to: "2022-07-15T16:00:00+08:00")
        let district = try #require(try daemon.numbers(of: "weekly_report").first)
        try await daemon.act(district, "compile", as: Bench.bureau)
        try await daemon.act(district, "lock", as: Bench.bureau)
        #expect(try daemon.record("weekly_report", "2022-W28|1")?["totals"]?["FOUND"] == 12)

        try await daemon.advance(to: "2022-07-20T09:00:00+08:00")
        // What is found afterwards is of a later week.
        try Bench.screen(daemon, 13, status: "FOUND", from: "2022-07-20")
        try Bench.screen(daemon, 7, status: "DUPLICATE", from: "2022-07-12")
        try await daemon.act(district, "amend", as: Bench.bureau, ["reason": "重复登记"])
        let own = try await refusal {
            try await daemon.act(district, "approve", as: PersonView.person("bureau", "bureau", "head"))
        }
        #expect(own?.refusalCode == "FOUR_EYES")
        try await daemon.act(district, "approve", as: Bench.head)
        #expect(try daemon.state(of: district) == "AMENDED")
        let second = try #require(try daemon.record("weekly_report", "2022-W28|2"))
        #expect(second["totals"]?["FOUND"] == 11 && second["reason"] == "重复登记" && second["punctuality"] == "100.00")
        #expect(try daemon.record("weekly_report", "2022-W28|1")?["totals"]?["FOUND"] == 12)
    }

    @Test("Given a town, when it takes the sheet of another unit, then UNIT")
    func otherUnit() async throws {
        let daemon = try Bench.daemon()
        try await daemon.advance(to: "2022-07-15T09:00:00+08:00")
        let other = try await refusal { try await daemon.act(try self.sheets(daemon)[1], "submit", as: Bench.town) }
        #expect(other?.refusalCode == "UNIT")
    }

    @Test(
        "Given the same patient screened by two villages, when the night is over, then the place of residence wins and the other row is DUPLICATE"
    )
    func twoVillages() async throws {
        let daemon = try Bench.daemon()
        try daemon.put(
            "insured",
            Bench.person,
            [
                "id18": .string(Bench.person), "name": "严甲午", "scheme": "390", "category": "GENERAL",
                "village_code": "340602001002",
            ]
        )
        try Bench.screen(daemon, status: "FOUND")
        try Bench.screen(daemon, status: "FOUND", in: "340602001002")
        try await daemon.advance(to: "2022-07-13T01:00:00+08:00")
        let rows = try daemon.records("screening").map {
            ($0.data["village"]?.stringValue, $0.data["status"]?.stringValue)
        }
        #expect(rows.first { $0.0 == "340602001001" }?.1 == "DUPLICATE")
        #expect(rows.first { $0.0 == "340602001002" }?.1 == "FOUND")
    }

    @Test(
        "Given a patient unwilling on 2022-07-12, then he is asked again after 90 days, by his village, and the answer stands in the register"
    )
    func unwilling() async throws {
        let daemon = try Bench.daemon()
        try Bench.screen(daemon, status: "UNWILLING")
        try await daemon.advance(to: "2022-10-09T12:00:00+08:00")
        #expect(try daemon.numbers(of: "reask").isEmpty)
        try await daemon.advance(to: "2022-10-10T01:00:00+08:00")
        let number = try #require(try daemon.numbers(of: "reask").first)
        try await daemon.act(number, "answer", as: Bench.village, ["status": "APPLYING"])
        let row = try #require(try daemon.records("screening").first)
        #expect(row.data["status"] == "APPLYING" && row.data["asked"] == "2022-10-10")
    }

    @Test("Given a row with 2 patients in the public view, then printed as <3")
    func small() async throws {
        let daemon = try Bench.daemon()
        for number in 1...2 { try Bench.screen(daemon, number, status: "FOUND") }
        let report = try daemon.report("public", "2022-07")
        let row = try #require(report.rows.first { $0.id == "340602001000" })
        #expect(row.cells[1].text(isShare: false).en == "<3")
        // One more, and the number is shown.
        try Bench.screen(daemon, 3, status: "FOUND")
        let three = try daemon.report("public", "2022-07")
        #expect(three.rows.first { $0.id == "340602001000" }?.cells[1].text(isShare: false).en == "3")
    }

    @Test(
        "Given leaflets of which one count is only nearly known, then the sum is more than it says; persons with two diseases count once"
    )
    func outreach() async throws {
        let daemon = try Bench.daemon()
        for (no, kind, copies) in [
            ("1", "HOME_VISIT", ["value": 4_000, "qualifier": "EXACT"] as JSON),
            ("2", "TEST_SITE", ["value": 3_500, "qualifier": "MORE_THAN"]),
            ("3", "ENTERPRISE", ["value": 2_500, "qualifier": "EXACT"]),
        ] {
            try daemon.put(
                "outreach",
                no,
                ["no": .string(no), "kind": .string(kind), "date": "2022-07-12", "place": "某处", "copies": copies]
            )
        }
        let report = try daemon.report("outreach", "2022-07")
        #expect(report.total.cells[1].text(isShare: false).zh == "10000余")
        #expect(report.total.cells[2].n == 3)
        try Bench.screen(daemon, status: "FOUND")
        try Bench.screen(daemon, status: "CERTIFIED", disease: "M01600")
        let screening = try daemon.report("screening", "2022-07").total
        #expect(screening.cells[1].n == 1 && screening.cells[2].n == 2)
    }
}
