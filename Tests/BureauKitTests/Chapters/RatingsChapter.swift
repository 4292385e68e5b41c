// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import Testing
import TongbanModel

@Suite("Chapter: ratings, corrections and files")
struct RatingsChapter {
    private let clerk = PersonView.person("clerk", "clerk")
    private let head = PersonView.person("head", "head")
    private let citizen = PersonView.person("li", "citizen")

    private var definition: BureauDefinition {
        BureauDefinition("lamps", "路灯所", "Lamps", about: ("路灯。", "Street lamps."), prefix: "LD") {
            Role("clerk", "科员", "Clerk")
            Role("head", "所长", "Head")
            Item("outage", "不亮", "Outage", about: ("路灯不亮。", "A lamp is out."), openedBy: ["citizen"]) {
                Form { Field("place", "地点", "Place").required() }
                Flow {
                    State("OPEN", "已收", "Open") {
                        Deadline("fix", "修复", "Fix", .workingDays(3))
                        Action("done", "办结", "Close", by: "clerk", to: "DONE")
                    }
                    Final("DONE", "办结", "Done")
                }
                Rating(
                    by: "citizen",
                    callBack: ["callback"],
                    rework: ReworkDeclaration(item: "redo", callBackBy: ["callback"])
                )
                Amending(by: "clerk", decidedBy: ["head"])
                Attachments(.pdf, .jpeg, countLimit: 10)
            }
            Item.rework("redo", "重修", "Fix again", by: ["clerk"], callBackBy: ["callback"])
        }
    }

    @Test("The examples of the chapter")
    func examples() async throws {
        let daemon = try TestDaemon(self.definition, at: "2022-07-12T09:00:00+08:00")
        let number = try await daemon.open("outage", as: self.citizen, ["place": "和平路 6 号"])
        try await daemon.act(number, "done", as: self.clerk)
        let own = try await refusal { try await daemon.rate(number, 5, as: clerk) }
        #expect(own?.refusalCode == "OWN_BUREAU")
        let rework = try #require(try await daemon.rate(number, 1, as: citizen))
        #expect(try daemon.deadline("rework", of: rework).limit == "15wd")

        let id = try await daemon.amend(number, ["place": "和平路 8 号"], reason: "门牌录错", as: clerk)
        try await daemon.decideAmendment(id, of: number, approve: true, as: head)
        #expect(try daemon.state(of: number) == "AMENDED")
        #expect(try daemon.data(of: number)["place"] == "和平路 8 号")
        #expect(try daemon.case(number).dossier.original?["place"] == "和平路 6 号")
    }
}
