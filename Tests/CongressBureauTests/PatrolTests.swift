// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Foundation
import Testing
import TongbanModel

@testable import CongressBureau

@Suite("Congress: patrol, incidents, bulletins")
struct PatrolTests {
    static let keeper = PersonView.person("hua", "villagehead")

    @Test(
        "Given shifts 00–08, 08–16, 16–24, then no gap; when 08–15:59 is entered, then gap 15:59–16:00 reported"
    )
    func gap() async throws {
        let daemon = try Bench.daemon()
        let whole = try await daemon.plan(
            "patrol",
            at: Bench.village,
            on: "2022-07-12",
            ["00:00-08:00": ["a", "b"], "08:00-16:00": ["c", "d"], "16:00-24:00": ["e", "f"]],
            as: Self.keeper
        )
        #expect(whole.gaps.isEmpty)
        _ = try await daemon.change(whole.shifts[1].number, end: "2022-07-12T15:59:00+08:00", as: Self.keeper)
        let notice = try #require(try daemon.notices().first)
        #expect(notice.to == "villagehead" && notice.text.zh.contains("2022-07-12 15:59 – 2022-07-12 16:00"))
        // The town hears of it two hours later.
        try await daemon.advance(to: "2022-07-11T12:29:59+08:00")
        #expect(try daemon.notices().count == 1)
        try await daemon.advance(to: "2022-07-11T12:30:00+08:00")
        #expect(try daemon.notices().last?.to == "town")
    }

    @Test(
        "Given a check-in due 02:00 missing, then 02:30 reminder, 03:00 village head, 03:30 town duty room although quiet hours"
    )
    func missed() async throws {
        let daemon = try Bench.daemon(at: "2022-07-11T23:30:00+08:00")
        let planned = try await daemon.plan(
            "patrol",
            at: Bench.village,
            on: "2022-07-12",
            ["00:00-08:00": ["a", "b"], "08:00-24:00": ["c", "d"]],
            as: Self.keeper
        )
        try await daemon.advance(to: "2022-07-12T00:00:00+08:00")
        for person in ["a", "b"] { _ = try await daemon.checkIn(planned.shifts[0].number, of: person) }
        func told(_ moment: String) async throws -> [String] {
            try await daemon.advance(to: moment)
            return try daemon.notices().filter { $0.topic == "rota.missed" }.map(\.to)
        }
        #expect(try await told("2022-07-12T02:29:59+08:00") == [])
        #expect(try await told("2022-07-12T02:30:00+08:00") == ["a", "b"])
        #expect(try await told("2022-07-12T02:59:59+08:00") == ["a", "b"])
        #expect(try await told("2022-07-12T03:00:00+08:00") == ["a", "b", "villagehead"])
        #expect(try await told("2022-07-12T03:29:59+08:00") == ["a", "b", "villagehead"])
        #expect(try await told("2022-07-12T03:30:00+08:00") == ["a", "b", "villagehead", "duty"])
        let last = try #require(try daemon.journal("notify.rota.missed").last)
        #expect(try last.data.parsed()["urgency"] == "LIFE")
    }

    @Test("Given eight rotas round the clock, then each has 1440 minutes a day and the coverage is 100.00")
    func eight() async throws {
        let daemon = try Bench.daemon(at: "2022-07-11T20:00:00+08:00")
        for village in 1...8 {
            _ = try await daemon.plan(
                "patrol",
                at: "34060210120\(village)",
                on: "2022-07-12",
                [
                    "00:00-08:00": ["a\(village)", "b\(village)"], "08:00-16:00": ["c\(village)", "d\(village)"],
                    "16:00-24:00": ["e\(village)", "f\(village)"],
                ],
                as: Self.keeper
            )
        }
        try await daemon.advance(to: "2022-07-12T00:00:00+08:00")
        let report = try daemon.report("patrol", "2022-07-12")
        #expect(report.rows.count == 8 && report.rows.allSatisfy { $0.cells[0].n == 1_440 })
        #expect(report.total.cells[0].n == 11_520)
        #expect(report.total.cells[2].text(isShare: true).en == "100.00")
    }

    @Test(
        "Given a drowning, when anybody reports it, then ambulance, police and duty room are told at once, and a report is due in an hour"
    )
    func incident() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T23:10:00+08:00")
        let citizen = PersonView.person("wang", "citizen")
        let number = try await daemon.open(
            "incident",
            as: citizen,
            ["place": "进庄路桥头", "village_code": .string(Bench.village), "people": 1, "victims": ["李某"]]
        )
        #expect(try Set(daemon.handoffs().map(\.kind)) == ["ambulance", "police"])
        #expect(try daemon.handoffs().allSatisfy { $0.urgency == .life && $0.data["victims"] == nil })
        #expect(try daemon.notices(of: number).first?.to == "duty")
        try await daemon.act(number, "rescue", as: Bench.duty)
        #expect(try daemon.due("report", of: number) == Instant("2022-07-13T00:10:00+08:00"))
        try await daemon.act(number, "report", as: Bench.duty, ["fatal": true, "account": "救援经过"])
        // Who it was only the presidium and the auditor see.
        #expect(try daemon.look(at: number, as: Bench.duty).data["victims"] == "***")
        #expect(try daemon.look(at: number, as: Bench.presidium).data["victims"] == ["李某"])
        #expect(try daemon.look(at: number, as: PersonView(id: "jian", roles: ["auditor"])).data["victims"] == ["李某"])
        for handoff in try daemon.handoffs() {
            try await daemon.handoff(handoff.number, .deliver, as: Bench.presidium)
            try await daemon.handoff(handoff.number, .take(), as: Bench.presidium)
            try await daemon.handoff(handoff.number, .finish(result: "已出动"), as: Bench.presidium)
            try await daemon.handoff(handoff.number, .confirm, as: Bench.presidium)
        }
        #expect(try daemon.state(of: number) == "CLOSED")
    }

    @Test(
        "Given the last working day of a week, when it is 16:00, then the town gets the week's figures; every morning of the season a digest"
    )
    func bulletins() async throws {
        let daemon = try Bench.daemon()
        try Bench.put(daemon, "W1")
        try await daemon.advance(to: "2022-07-15T16:00:00+08:00")
        let weekly = try #require(try daemon.record("bulletin", "WEEKLY-2022-W28"))
        #expect(weekly["text_zh"]?.stringValue?.contains("登记水域 1") == true)
        #expect(try daemon.notices().filter { $0.topic == "bulletin.weekly" }.map(\.to) == ["town", "presidium"])
        #expect(try daemon.records("bulletin").filter { $0.data["kind"] == "DIGEST" }.count == 4)
        // After the season nobody is woken.
        try await daemon.advance(to: "2022-09-20T12:00:00+08:00")
        let digests = try daemon.records("bulletin").filter { $0.data["kind"] == "DIGEST" }.map(\.key)
        #expect(digests.last == "DIGEST-2022-09-15")
    }

    @Test("Given a season that is lengthened in the rule file, then the rota asks for the new days too")
    func season() async throws {
        let daemon = try Bench.daemon(at: "2022-09-14T10:00:00+08:00")
        let text = try String(contentsOfFile: Bench.rules + "/rules.json", encoding: .utf8)
        let longer = try RuleBook(text: text.replacingOccurrences(of: "06-15..09-15", with: "06-15..09-30"))
        func required() throws -> Int64? {
            try daemon.coverage("patrol", at: Bench.village, from: "2022-09-16", through: "2022-09-16").required
        }
        #expect(try required() == 0)
        try daemon.change(Congress(), rules: longer)
        #expect(try required() == 1_440)
    }
}
