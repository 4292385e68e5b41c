// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import BureauTesting

@Suite("Public notices: start, end, objection")
struct PublicNoticeRuleTests {
    static let clerk = PersonView.person("ann", "town:clerk")
    static let head = PersonView.person("fan", "town:head")

    static func town(_ notice: Notice = PublicNoticeRuleTests.list()) -> BureauDefinition {
        BureauDefinition("town", "镇", "Town", about: ("测试。", "A test."), prefix: "ZZ") {
            Role("clerk", "科员", "Clerk")
            Role("head", "负责人", "Head", supervises: true)
            notice
            Item("grant", "补助", "Grant", about: ("补助。", "A grant."), openedBy: ["clerk"]) {
                Form {
                    Field("household", "户主", "Household").required().personal()
                    Field("amount", "金额", "Amount", .money).required()
                    Field("illness", "病情", "Illness").sensitive()
                    Field("kind", "类别", "Kind", oneOf: ["A": ("甲", "first"), "B": ("乙", "second")])
                }
                Suspends(in: "CHECKED", "PUBLIC", by: "clerk", deciders: "clerk")
                Flow {
                    State("CHECKED", "已核对", "Checked") {
                        Action("publish", "公示", "Publish", by: "clerk", to: "PUBLIC") { Publishes("list") }
                    }.untimed()
                    State("PUBLIC", "公示", "Public") {
                        OnEvent("notice.objection", to: "REVIEW")
                        OnEvent("notice.ended", to: "GRANTED")
                        OnEvent("notice.contested", to: "REVIEW")
                        OnEvent("notice.withdrawn", to: "CHECKED")
                        Action("refuse", "不予补助", "Refuse", by: "clerk", to: "REFUSED")
                    }.untimed()
                    State("REVIEW", "复核", "Review") {
                        OnEvent("notice.contested", to: "CONTESTED")
                        Action("again", "再次公示", "Publish again", by: "clerk", to: "PUBLIC") { Publishes("list") }
                    }.untimed()
                    State("CONTESTED", "有异议", "Contested") {
                        Action("refuse", "不予补助", "Refuse", by: "clerk", to: "REFUSED")
                    }.untimed()
                    Final("GRANTED", "已补助", "Granted")
                    Final("REFUSED", "不予补助", "Refused")
                }
            }
        }
    }

    static func list(
        _ id: String = "list",
        _ fields: [String] = ["household", "amount", "kind"],
        for limit: Limit = Limit(5, .workingDays)
    ) -> Notice {
        Notice(id, "拟补助名单公示", "Intended grants", showing: fields, for: limit)
    }

    /// The National Day of 2022: seven days off, made up for on the weekend after them.
    private static func nationalDay() throws -> CalendarTable {
        func days(_ days: ClosedRange<Int>) throws -> [CivilDay: String] {
            var named: [CivilDay: String] = [:]
            for day in days { named[try #require(CivilDay("2022-10-0\(day)"))] = "国庆节" }
            return named
        }
        return CalendarTable(
            year: 2022,
            version: 1,
            status: .official,
            source: "国办发明电〔2021〕11号",
            off: try days(1...7),
            work: try days(8...9)
        )
    }

    private static func published(
        _ limit: Limit = Limit(5, .workingDays),
        at moment: String = "2022-07-12T09:00:00+08:00",
        calendar: [CalendarTable] = []
    ) async throws -> (daemon: TestDaemon, number: String, notice: PublicNotice) {
        let daemon = try TestDaemon(Self.town(Self.list(for: limit)), at: moment, calendar: calendar)
        let number = try await daemon.open(
            "grant",
            as: Self.clerk,
            ["household": "欧阳某", "amount": 123_456, "illness": "糖尿病", "kind": "B"]
        )
        try await daemon.act(number, "publish", as: Self.clerk)
        return (daemon, number, try #require(try daemon.publicNotices(of: number).first))
    }

    private static func code(_ body: () async throws -> Void) async throws -> String? {
        do {
            try await body()
            return nil
        } catch EngineError.refused(let refusal) {
            return refusal.code
        }
    }

    @Test(
        "A notice lasts to the end of its last day; over the National Day it rolls on",
        arguments: [
            (Limit(5, .workingDays), "2022-07-12", "2022-07-19"), (Limit(7, .calendarDays), "2022-07-12", "2022-07-19"),
            (Limit(7, .calendarDays), "2022-09-26", "2022-10-08"), (Limit(5, .workingDays), "2022-09-26", "2022-10-08"),
        ]
    )
    func lastDay(_ limit: Limit, _ start: String, _ end: String) async throws {
        let (daemon, number, notice) = try await Self.published(
            limit,
            at: "\(start)T09:00:00+08:00",
            calendar: [Self.nationalDay()]
        )
        #expect(notice.start.description == start && notice.end.description == end)
        try await daemon.advance(to: "\(end)T23:59:59.999+08:00")
        #expect(try daemon.publicNotices(of: number).first?.status == .current)
        #expect(try daemon.state(of: number) == "PUBLIC")
        try await daemon.advance(to: try #require(notice.endInstant.description as String?))
        #expect(try daemon.publicNotices(of: number).first?.status == .ended)
        #expect(try daemon.state(of: number) == "GRANTED")
    }

    @Test("A calendar that comes later lengthens a notice, and one that is taken back does not shorten it")
    func calendar() async throws {
        let (daemon, number, notice) = try await Self.published(at: "2022-09-26T09:00:00+08:00")
        // Before the table is known the statutory days off count, 1 to 3 October, and their weekend is made up for.
        #expect(notice.end.description == "2022-10-06")
        try await daemon.apply(.table(try Self.nationalDay()))
        #expect(try daemon.publicNotices(of: number).first?.end.description == "2022-10-08")
        try await daemon.advance(to: "2022-10-07T00:00:00+08:00")
        #expect(try await daemon.object(to: notice.number, who: "张某", text: "有误") == 1)
        let empty = CalendarTable(year: 2022, version: 2, status: .official, source: "", off: [:])
        try await daemon.apply(.table(empty))
        #expect(try daemon.publicNotices(of: number).first?.end.description == "2022-10-08")
        #expect(try daemon.publicNotices(of: number).first?.status == .current)
    }

    @Test("Personal values are masked, sensitive ones never shown, codes are words and fen are yuan")
    func lines() async throws {
        let (_, _, notice) = try await Self.published()
        #expect(notice.title.zh == "拟补助名单公示")
        #expect(notice.lines.map(\.name.zh) == ["户主", "金额", "类别"])
        #expect(notice.lines.map(\.value.zh) == ["欧阳*", "1234.56 元", "乙"])
        #expect(notice.lines.last?.value.en == "second")
    }

    @Test("An objection reaches the case; after 24:00 of the last day none is taken")
    func objection() async throws {
        let (daemon, number, notice) = try await Self.published()
        try await daemon.advance(to: "2022-07-19T23:59:59.999+08:00")
        #expect(try await daemon.object(to: notice.number, who: "张某", text: "不符合条件") == 1)
        #expect(try daemon.state(of: number) == "REVIEW")
        #expect(try await daemon.object(to: notice.number, who: "王某", text: "同意上述异议") == 2)
        try await daemon.advance(to: "2022-07-20T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "CONTESTED")
        #expect(try daemon.publicNotices(of: number).first?.objections.map(\.who) == ["张某", "王某"])
        let late = try await Self.code { try await daemon.object(to: notice.number, who: "李某", text: "迟了") }
        #expect(late == "NOTICE_OVER")
        // Who objected and why stands in the notice, not in the journal.
        for entry in try daemon.journal("publicity.objection", of: number) {
            #expect(!entry.data.description.contains("张某") && !entry.data.description.contains("不符合"))
        }
    }

    @Test("A notice ends once, late when the daemon was down")
    func downtime() async throws {
        let (daemon, number, _) = try await Self.published()
        try await daemon.isDown(until: "2022-07-20T09:00:00+08:00")
        #expect(try daemon.state(of: number) == "GRANTED")
        let ended = try daemon.journal("publicity.ended", of: number)
        #expect(ended.count == 1)
        #expect(try ended.first?.data.parsed()["late_by"] == .integer(9 * 3_600_000))
    }

    @Test("A new notice of the same kind stands for the one before; the case hears of the new one only")
    func again() async throws {
        let (daemon, number, first) = try await Self.published()
        try await daemon.object(to: first.number, who: "张某", text: "有误")
        try await daemon.act(number, "again", as: Self.clerk)
        let notices = try daemon.publicNotices(of: number)
        #expect(notices.map(\.status) == [.withdrawn, .current])
        #expect(notices.last?.objections.isEmpty == true)
        #expect(try daemon.state(of: number) == "PUBLIC")
        try await daemon.advance(to: "2022-07-20T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "GRANTED")
    }

    @Test("Only who answers for the bureau takes a notice back, with a reason, while it is current")
    func withdrawn() async throws {
        let (daemon, number, notice) = try await Self.published()
        #expect(
            try await Self.code { try await daemon.withdrawNotice(notice.number, reason: "有误", as: Self.clerk) }
                == "SUPERVISOR"
        )
        #expect(
            try await Self.code { try await daemon.withdrawNotice(notice.number, reason: "", as: Self.head) }
                == "TEXT_MISSING"
        )
        try await daemon.withdrawNotice(notice.number, reason: "金额有误", as: Self.head)
        #expect(try daemon.state(of: number) == "CHECKED")
        #expect(try daemon.publicNotices(of: number).first?.reason == "金额有误")
        #expect(
            try await Self.code { try await daemon.withdrawNotice(notice.number, reason: "又", as: Self.head) }
                == "NOTICE_OVER"
        )
        let missing = try await Self.code { try await daemon.withdrawNotice("GS-1", reason: "无", as: Self.head) }
        #expect(missing == "NO_NOTICE")
    }

    @Test("When the case closes, what it made public is withdrawn")
    func closes() async throws {
        let (daemon, number, notice) = try await Self.published()
        try await daemon.act(number, "refuse", as: Self.clerk)
        #expect(try daemon.publicNotices(of: number).first?.status == .withdrawn)
        let late = try await Self.code { try await daemon.object(to: notice.number, who: "李某", text: "异议") }
        #expect(late == "NOTICE_OVER")
    }

    @Test("A suspended case hears of objections and of the end when it goes on")
    func suspended() async throws {
        let (daemon, number, _) = try await Self.published()
        try await daemon.act(number, "suspend", as: Self.clerk, ["reason": "OTHER_BUREAU", "note": "等"])
        try await daemon.advance(to: "2022-07-20T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "SUSPENDED")
        try await daemon.act(number, "resume", as: Self.clerk)
        #expect(try daemon.state(of: number) == "GRANTED")
    }

    @Test("Names, texts and the number of objections are bounded")
    func limits() throws {
        let moment = try #require(Instant("2022-07-12T09:00:00+08:00"))
        let day = ShanghaiTime.day(of: moment)
        func notice() -> PublicNotice {
            PublicNotice(
                number: "GS-20220712-000001",
                bureau: "town",
                caseNumber: "ZZ-1",
                kind: "list",
                title: Bilingual("公示", "Notice"),
                lines: [],
                start: day,
                end: day,
                limit: "5wd",
                at: moment.milliseconds
            )
        }
        func code(_ notice: inout PublicNotice, _ who: Int, _ text: Int) -> String? {
            do throws(Refusal) {
                _ = try notice.object(
                    who: String(repeating: "张", count: who),
                    text: String(repeating: "异", count: text),
                    by: "citizen",
                    at: moment
                )
                return nil
            } catch {
                return error.code
            }
        }
        var one = notice()
        #expect(code(&one, PublicNotice.whoLimit, PublicNotice.textLimit) == nil)
        #expect(code(&one, PublicNotice.whoLimit + 1, 1) == "TEXT_TOO_LONG")
        #expect(code(&one, 1, PublicNotice.textLimit + 1) == "TEXT_TOO_LONG")
        #expect(code(&one, 0, 1) == "TEXT_MISSING")
        #expect(code(&one, 1, 0) == "TEXT_MISSING")
        #expect(one.objections.count == 1)
        for _ in 1..<PublicNotice.objectionLimit { #expect(code(&one, 1, 1) == nil) }
        #expect(one.objections.count == PublicNotice.objectionLimit)
        #expect(code(&one, 1, 1) == "LIMIT")
    }

    private static func faults(_ notice: Notice) -> [String] {
        DeclarationCheck.faults(in: Self.town(notice).declaration).map { "\($0.place): \($0.message.en)" }
    }

    @Test("Each fault of a declared notice is named")
    func declared() {
        #expect(Self.faults(Self.list()).isEmpty)
        #expect(Self.faults(Self.list(for: Limit(1, .calendarDays))).isEmpty)
        for limit in [Limit(0, .workingDays), Limit(3, .hours), Limit(1, .months)] {
            #expect(
                Self.faults(Self.list(for: limit)) == [
                    "notice/list: \(limit) is no number of working or calendar days"
                ]
            )
        }
        #expect(
            Self.faults(Self.list("list", ["illness"])) == [
                "notice/list: the sensitive field illness cannot be made public"
            ]
        )
        #expect(Self.faults(Self.list("list", ["none"])) == ["notice/list: there is no field none"])
        #expect(
            Self.faults(Self.list("other")).contains("grant/CHECKED: no public notice list is declared")
        )
    }

    @Test("The effect of publishing reads back as it was written")
    func effect() throws {
        #expect(try Effect(json: Effect.publish("list").json) == .publish("list"))
        let nothing: JSON = ["effect": "publish"]
        #expect(throws: EffectError.self) { try Effect(json: nothing) }
    }
}
