// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import Testing

@Suite("Chapter: handling repeats together")
struct MergingChapter {
    private let clerk = PersonView.person("clerk", "clerk")

    private var definition: BureauDefinition {
        BureauDefinition("lamps", "路灯所", "Lamps", about: ("路灯。", "Street lamps."), prefix: "LD") {
            Role("clerk", "科员", "Clerk")
            Item("outage", "不亮", "Outage", about: ("路灯不亮。", "A lamp is out."), openedBy: ["citizen"]) {
                Flow {
                    State("OPEN", "已收", "Open") {
                        Deadline("fix", "修复", "Fix", .workingDays(3))
                        Action("reply", "答复", "Reply", by: "clerk", to: "DONE") {
                            Field("reply", "答复", "Reply").required()
                        }
                    }
                    Final("DONE", "办结", "Done")
                }
                Merging(by: "clerk", answerField: "reply")
            }
        }
    }

    @Test("The example of the chapter")
    func example() async throws {
        let daemon = try TestDaemon(self.definition, at: "2022-07-12T09:00:00+08:00")
        var numbers: [String] = []
        for name in ["li", "wang", "zhao"] {
            numbers.append(try await daemon.open("outage", as: .person(name, "citizen")))
        }
        let (first, second, third) = (numbers[0], numbers[1], numbers[2])
        try await daemon.merge([second, third], into: first, as: clerk)
        #expect(try daemon.state(of: second) == "MERGED")
        let frozen = try await refusal { try await daemon.act(second, "reply", as: clerk, ["reply": "…"]) }
        #expect(frozen?.refusalCode == "MERGED")
        try await daemon.unmerge(third, as: clerk)
        #expect(try daemon.state(of: third) == "OPEN")
        try await daemon.act(first, "reply", as: clerk, ["reply": "路灯已修复。"])
        #expect(try !daemon.case(second).record.isOpen)
        #expect(try daemon.notices(of: second).last?.text.zh.hasSuffix("路灯已修复。") == true)
    }
}
