// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Testing
import TongbanEngine
import TongbanModel

@Suite("Rules by the day they begin")
struct RuleTests {
    private static let clerk = PersonView.person("clerk", "clerk")

    private static func daemon(_ rules: Rules..., at moment: String = "2022-12-31T09:00:00+08:00") throws -> TestDaemon
    {
        try TestDaemon(
            BureauDefinition("office", "示例", "Example", about: ("示例。", "An example."), prefix: "BG") {
                Role("clerk", "科员", "Clerk")
                Item("grant", "补助", "Grant", about: ("补助。", "A grant."), openedBy: ["clerk"]) {
                    rules.map { $0 as any ItemPart }
                    Form { Field("amount", "金额(分)", "Amount in fen", .money).required() }
                    Flow {
                        State("ASKED", "已申请", "Asked") {
                            Action("accept", "受理", "Accept", by: "clerk", to: "ACCEPTED") { ChoosesRules() }
                            Action(
                                "grant",
                                "批准",
                                "Grant",
                                by: "clerk",
                                to: "GRANTED",
                                when: value("amount") <= rule("cap")
                            )
                        }.untimed()
                        State("ACCEPTED", "已受理", "Accepted") {
                            Action(
                                "grant",
                                "批准",
                                "Grant",
                                by: "clerk",
                                to: "GRANTED",
                                when: value("amount") <= rule("cap")
                            )
                        }.untimed()
                        Final("GRANTED", "已批准", "Granted")
                    }
                }
            },
            at: moment
        )
    }

    private static let old = Rules(from: "2022-07-01", source: "甲〔2022〕1号", ["cap": 600_000])
    private static let new = Rules(from: "2023-01-01", source: "甲〔2022〕9号", ["cap": 800_000])

    @Test("A case goes by the rules of the day it was opened on: the day before they change, and the day itself")
    func opening() async throws {
        let daemon = try Self.daemon(Self.new, Self.old)
        let before = try await daemon.open("grant", as: Self.clerk, ["amount": 700_000])
        try await daemon.advance(to: "2023-01-01T00:00:00+08:00")
        let after = try await daemon.open("grant", as: Self.clerk, ["amount": 700_000])
        let error = try await refusal { try await daemon.act(before, "grant", as: Self.clerk) }
        #expect(error?.refusalCode == "NOT_NOW")
        try await daemon.act(after, "grant", as: Self.clerk)
        #expect(try daemon.state(of: after) == "GRANTED")
        #expect(try daemon.data(of: before)["rules"] == ["cap": 600_000])
    }

    @Test("An action may have the case go by the rules of its own day")
    func choosing() async throws {
        let daemon = try Self.daemon(Self.old, Self.new)
        let number = try await daemon.open("grant", as: Self.clerk, ["amount": 700_000])
        try await daemon.advance(to: "2023-01-03T09:00:00+08:00")
        try await daemon.act(number, "accept", as: Self.clerk)
        #expect(try daemon.data(of: number)["rules"] == ["cap": 800_000])
        #expect(try daemon.journal("case.rules", of: number).count == 1)
        try await daemon.act(number, "grant", as: Self.clerk)
    }

    @Test("Before the first rules there are none")
    func none() async throws {
        let daemon = try Self.daemon(Self.new)
        let number = try await daemon.open("grant", as: Self.clerk, ["amount": 1])
        #expect(try daemon.data(of: number)["rules"] == nil)
        let error = try await refusal { try await daemon.act(number, "grant", as: Self.clerk) }
        #expect(error?.refusalCode == "NOT_NOW")
    }

    @Test("Rules without a day of their own are refused")
    func faulty() {
        for rules in [[Rules(from: "2022-02-30", ["cap": 1])], [Self.old, Self.old]] {
            let error = #expect(throws: EngineError.self) {
                if rules.count == 1 { _ = try Self.daemon(rules[0]) } else { _ = try Self.daemon(rules[0], rules[1]) }
            }
            #expect(error?.refusalCode == "BAD_DECLARATION")
        }
    }
}
