// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import BureauTesting

@Suite("Rules that hold from a day on")
struct RulesTests {
    static let clerk = PersonView.person("clerk", "claim:bureau")

    static func definition(
        _ rules: [Rules] = [
            Rules(from: "2022-01-01", source: "一", ["cap": 600_000, "limit": "5wd"]),
            Rules(from: "2022-08-01", source: "二", ["cap": 650_000, "limit": "8wd"]),
        ],
        by day: String? = nil
    ) -> BureauDefinition {
        BureauDefinition("claim", "医保局", "Claims", about: ("测试用的部门。", "A bureau for tests."), prefix: "BX") {
            Role("bureau", "科员", "Clerk")
            Item("claim", "报销", "Claim", about: ("报销。", "A claim."), openedBy: ["bureau"], self.parts(rules, day))
        }
    }

    private static func parts(_ rules: [Rules], _ day: String?) -> () -> [any ItemPart] {
        var parts: [any ItemPart] = [
            Form { Field("amount", "金额", "Amount", .integer).required() },
            Flow {
                State("OPEN", "已开", "Open") {
                    Deadline("pay", "支付", "Pay", .by(rule("limit")))
                    When(value("amount") > rule("cap") * 10, to: "REFUSED")
                    Action("accept", "受理", "Accept", by: "bureau", to: "ACCEPTED") { Sets("acceptedOn", to: today) }
                    Action("pay", "支付", "Pay", by: "bureau", to: "PAID") {
                        Requires("CAP", value("amount") <= rule("cap"), "超过封顶线。", "over the cap")
                    }
                }
                State("ACCEPTED", "已受理", "Accepted") {
                    Deadline("work", "办理", "Work", .by(rule("limit")))
                    Action("again", "再受理", "Accept again", by: "bureau", to: "ACCEPTED") {
                        Sets("acceptedOn", to: today)
                    }
                    Action("pay", "支付", "Pay", by: "bureau", to: "PAID") {
                        Requires("CAP", value("amount") <= rule("cap"), "超过封顶线。", "over the cap")
                    }
                }
                Final("PAID", "已支付", "Paid")
                Final("REFUSED", "不予支付", "Refused")
            },
        ]
        parts += rules as [any ItemPart]
        if let day { parts.append(RulesDay(day)) }
        return { parts }
    }

    private func daemon(at moment: String, by day: String? = nil) throws -> TestDaemon {
        try TestDaemon(
            Self.definition(by: day),
            at: moment,
            calendar: CalendarTable.tables(inFolder: Welfare.calendarFolder)
        )
    }

    @Test(
        "The rules of the opening day hold: the day before, and on the day",
        arguments: [
            ("2022-07-31T23:59:59+08:00", 650_000, "CAP", "5wd", "2022-01-01"),
            ("2022-08-01T00:00:00+08:00", 650_000, nil, "8wd", "2022-08-01"),
            ("2022-08-01T00:00:00+08:00", 650_001, "CAP", "8wd", "2022-08-01"),
            ("2022-07-31T23:59:59+08:00", 600_000, nil, "5wd", "2022-01-01"),
        ] as [(String, Int64, String?, String, String)]
    )
    func openingDay(moment: String, amount: Int64, code: String?, limit: String, from: String) async throws {
        let daemon = try self.daemon(at: moment)
        let number = try await daemon.open("claim", as: Self.clerk, ["amount": .integer(amount)])
        #expect(try daemon.deadline("pay", of: number).limit == limit)
        #expect(try daemon.data(of: number)["rules"]?["effectiveFrom"]?.stringValue == from)
        // Whatever day it is decided on.
        try await daemon.advance(to: "2022-08-02T09:00:00+08:00")
        let refused = try await refusal { try await daemon.act(number, "pay", as: Self.clerk) }
        #expect(refused?.refusalCode == code)
    }

    @Test("Conditions of the flow see the rules, too")
    func flow() async throws {
        let daemon = try self.daemon(at: "2022-07-12T09:00:00+08:00")
        let number = try await daemon.open("claim", as: Self.clerk, ["amount": 6_000_001])
        #expect(try daemon.state(of: number) == "REFUSED")
    }

    @Test("Where the item says so the acceptance day decides, once, and its deadline counts by it")
    func acceptanceDay() async throws {
        let daemon = try self.daemon(at: "2022-07-29T09:00:00+08:00", by: "acceptedOn")
        let early = try await daemon.open("claim", as: Self.clerk, ["amount": 620_000])
        let late = try await daemon.open("claim", as: Self.clerk, ["amount": 620_000])
        try await daemon.advance(to: "2022-07-31T23:59:59+08:00")
        try await daemon.act(early, "accept", as: Self.clerk)
        #expect(try daemon.deadline("work", of: early).limit == "5wd")
        try await daemon.advance(to: "2022-08-01T00:00:00+08:00")
        try await daemon.act(late, "accept", as: Self.clerk)
        #expect(try daemon.deadline("work", of: late).limit == "8wd")
        try await daemon.act(early, "again", as: Self.clerk)
        #expect(try await refusal { try await daemon.act(early, "pay", as: Self.clerk) }?.refusalCode == "CAP")
        try await daemon.act(late, "pay", as: Self.clerk)
        #expect(try daemon.state(of: late) == "PAID")
    }

    @Test(
        "Before the first rules nothing can be opened",
        arguments: [("2021-12-31T23:59:59+08:00", "NO_RULES"), ("2022-01-01T00:00:00+08:00", nil)]
            as [(String, String?)]
    )
    func noRules(moment: String, code: String?) async throws {
        let daemon = try self.daemon(at: moment)
        let refused = try await refusal { try await daemon.open("claim", as: Self.clerk, ["amount": 1]) }
        #expect(refused?.refusalCode == code)
    }

    @Test("A later declaration changes no rules of a case, migrated or not")
    func pinned() async throws {
        let daemon = try self.daemon(at: "2022-07-12T09:00:00+08:00")
        let number = try await daemon.open("claim", as: Self.clerk, ["amount": 620_000])
        let other = Self.definition([Rules(from: "2022-01-01", ["cap": 1, "limit": "1wd"])])
        let json = try JSON(encoding: other.declaration)
        try daemon.call { cases throws(EngineError) in _ = try cases.register(json, bureau: "claim") }
        #expect(try daemon.data(of: number)["rules"]?["cap"] == 600_000)
        let order = MigrationOrder(bureau: "claim", item: "claim")
        try daemon.call { cases throws(EngineError) in
            let id = try cases.beginMigration(order, by: .system)
            _ = try cases.migrate(number, by: order, revision: nil, id: id, for: .system)
        }
        #expect(try daemon.case(number).record.declaration == 2)
        #expect(try daemon.data(of: number)["rules"]?["cap"] == 600_000)
        let next = try await daemon.open("claim", as: Self.clerk, ["amount": 1])
        #expect(try daemon.data(of: next)["rules"]?["cap"] == 1)
    }

    @Test(
        "Faulty rules are refused",
        arguments: [
            [
                Rules(from: "2022-08-01", ["cap": 1, "limit": "1wd"]),
                Rules(from: "2022-08-01", ["cap": 2, "limit": "1wd"]),
            ],
            [Rules(from: "2022-08-01", ["cap": 1, "limit": "1wd"]), Rules(from: "2023-08-01", ["cap": 2])],
            [Rules(from: "1 August", ["cap": 1, "limit": "1wd"])],
            [Rules(from: "2022-08-01", ["cap": 1, "limit": "1wd", "day": 1])],
            [Rules(from: "2022-08-01", ["limit": "1wd"])],
        ]
    )
    func faulty(rules: [Rules]) async throws {
        let refused = try await refusal { _ = try TestDaemon(Self.definition(rules), at: "2022-09-01T09:00:00+08:00") }
        #expect(refused?.refusalCode == "BAD_DECLARATION")
    }
}
