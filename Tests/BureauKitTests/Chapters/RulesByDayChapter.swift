// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Chapter: rules that change")
struct RulesByDayChapter {
    static var definition: BureauDefinition {
        BureauDefinition("office", "示例", "Example", about: ("示例。", "An example."), prefix: "BG") {
            Role("clerk", "clerk", "clerk")
            Item("grant", "补助", "Grant", about: ("补助。", "A grant."), openedBy: ["clerk"]) {
                Rules(from: "2022-07-01", source: "甲〔2022〕1号", ["cap": 600_000])
                Rules(from: "2023-01-01", source: "甲〔2022〕9号", ["cap": 800_000])
                Form { Field("amount", "金额(分)", "Amount in fen", .money).required() }
                Flow {
                    State("ASKED", "已申请", "Asked") {
                        Deadline("decide", "决定", "Decide", .workingDays(5))
                        Action("grant", "批准", "Grant", by: "clerk", to: "GRANTED", when: value("amount") <= rule("cap"))
                    }
                    Final("GRANTED", "已批准", "Granted")
                }
            }
        }
    }

    @Test("The example does what the chapter says")
    func example() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        let clerk = PersonView.person("clerk", "clerk")
        let old = try await daemon.open("grant", as: clerk, ["amount": 700_000])
        try await daemon.advance(to: "2023-01-01T00:00:00+08:00")
        let new = try await daemon.open("grant", as: clerk, ["amount": 700_000])
        let error = try await refusal { try await daemon.act(old, "grant", as: clerk) }
        #expect(error?.refusalCode == "NOT_NOW")
        try await daemon.act(new, "grant", as: clerk)
    }
}
