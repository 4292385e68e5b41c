// SPDX-License-Identifier: Apache-2.0

import BureauKit
import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Chapter: handing on")
struct HandoffsChapter {
    static var definition: BureauDefinition {
        BureauDefinition("town", "镇", "Town", about: ("示例。", "An example."), prefix: "ZZ") {
            Role("clerk", "科员", "Clerk")
            Handoff(
                "fence",
                "加装护栏",
                "Fence",
                to: "water",
                "水利局",
                "Water office",
                sharing: ["place"],
                within: Limit(5, .workingDays)
            )
            Item("pond", "危险水域", "Dangerous pond", about: ("排查。", "An inspection."), openedBy: ["clerk"]) {
                Form {
                    Field("place", "地点", "Place").required()
                    Field("reporter", "反映人", "Reported by").personal()
                }
                Flow {
                    State("FOUND", "已发现", "Found") {
                        Action("hand", "移交", "Hand on", by: "clerk", to: "WAITING") {
                            Field("request", "请求", "Request").required()
                            HandsOver("fence", request: given("request"))
                        }
                    }
                    .untimed()
                    State("WAITING", "等待", "Waiting") {
                        OnEvent("handoff.confirmed", to: "SAFE")
                    }
                    .untimed()
                    Final("SAFE", "已排除", "Safe")
                }
            }
        }
    }

    @Test("The example does what the chapter says")
    func example() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        let clerk = PersonView.person("clerk", "town:clerk")
        let number = try await daemon.open("pond", as: clerk, ["place": "水库东侧", "reporter": "李某"])
        try await daemon.act(number, "hand", as: clerk, ["request": "加装护栏"])
        let handoff = try #require(try daemon.handoffs().first)
        #expect(handoff.data == ["place": "水库东侧"])
        // The water office has no plugin here: it gets a printed slip, and the clerk writes down what it says.
        #expect(handoff.state == .sent)
        try await daemon.handoff(handoff.number, .deliver, as: clerk)
        try await daemon.handoff(handoff.number, .take(), as: clerk)
        try await daemon.handoff(handoff.number, .finish(result: "护栏已加装"), as: clerk)
        // Nobody objects for three working days.
        try await daemon.advance(to: "2022-07-16T00:00:00+08:00")
        #expect(try daemon.handoff(handoff.number).state == .confirmed)
        #expect(try daemon.state(of: number) == "SAFE")
    }
}
