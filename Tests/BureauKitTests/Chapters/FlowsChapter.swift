// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Chapter: flows")
struct FlowsChapter {
    static var definition: BureauDefinition {
        BureauDefinition("office", "示例", "Example", about: ("示例。", "An example."), prefix: "BG") {
            Role("clerk", "clerk", "clerk")
            Role("head", "head", "head")
            Item(
                "letter",
                "事项",
                "Matter",
                about: ("一件事。", "A matter."),
                openedBy: ["clerk"]
            ) {
                Form { Field("title", "标题", "Title") }
                Flow {
                    State("DRAFTED", "已拟稿", "Drafted") {
                        Deadline("check", "审核", "Check", .workingDays(2))
                        Action("check", "审核", "Check", by: "clerk", to: "CHECKED", notBy: ["open"]) {
                            Field("opinion", "意见", "Opinion").required()
                            Sets("checkedBy", to: actor)
                        }
                    }
                    State("CHECKED", "已审核", "Checked") {
                        Deadline("sign", "签发", "Sign", .workingDays(1))
                        Action("sign", "签发", "Sign", by: "head", to: "SIGNED", notBy: ["open", "check"])
                        Action("sendBack", "退回", "Send back", by: "head", to: "DRAFTED")
                    }
                    Final("SIGNED", "已签发", "Signed")
                }
            }
        }
    }

    @Test("The example does what the chapter says")
    func example() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        let number = try await daemon.open("letter", as: .person("li", "clerk"))
        #expect(DeclarationCheck.faults(in: FlowsChapter.definition.declaration).isEmpty)
        let own = try await refusal {
            try await daemon.act(number, "check", as: .person("li", "clerk"), ["opinion": "同意"])
        }
        #expect(own?.refusalCode == "FOUR_EYES")
    }
}
