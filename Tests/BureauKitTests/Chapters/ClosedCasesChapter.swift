// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Chapter: after a case is closed")
struct ClosedCasesChapter {
    static var definition: BureauDefinition {
        BureauDefinition("office", "示例", "Example", about: ("示例。", "An example."), prefix: "BG") {
            Role("clerk", "clerk", "clerk")
            Item(
                "matter",
                "事项",
                "Matter",
                about: ("一件事。", "A matter."),
                openedBy: ["citizen"]
            ) {
                Form { Field("title", "标题", "Title") }
                Flow {
                    State("OPEN", "办理", "Open") {
                        Action("refuse", "不批准", "Refuse", by: "clerk", to: "REFUSED")
                    }.untimed()
                    State("RECHECK", "复核", "Re-check") {
                        Deadline("recheck", "复核", "Re-check", .workingDays(5))
                        Action("uphold", "维持", "Uphold", by: "clerk", to: "UPHELD", notBy: ["refuse"])
                    }
                    Final("REFUSED", "不予批准", "Refused") {
                        Action("appeal", "申诉", "Appeal", by: "citizen", to: "RECHECK") {
                            Field("grounds", "理由", "Grounds").required()
                        }.within(Limit(60, .calendarDays))
                    }
                    Final("UPHELD", "维持", "Upheld")
                }
            }
        }
    }

    @Test("The example does what the chapter says")
    func example() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        let citizen = PersonView.person("li", "citizen")
        let clerk = PersonView.person("clerk", "clerk")
        let number = try await daemon.open("matter", as: citizen)
        try await daemon.act(number, "refuse", as: clerk)
        #expect(try daemon.case(number).record.closed != nil)
        try await daemon.act(number, "appeal", as: citizen, ["grounds": "不服"])
        #expect(try daemon.state(of: number) == "RECHECK")
        let same = try await refusal { try await daemon.act(number, "uphold", as: clerk) }
        #expect(same?.refusalCode == "FOUR_EYES")
    }
}
