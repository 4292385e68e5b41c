// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Chapter: whose time, and how it was")
struct WhoseTimeChapter {
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
                        Deadline("work", "办理", "Work", .workingDays(10), pausedIn: ["ASKED_BACK"])
                        State("WORK", "办理中", "At work") {
                            Action("ask", "询问", "Ask back", by: "clerk", to: "ASKED_BACK")
                            Action("finish", "办结", "Finish", by: "clerk", to: "DONE")
                        }
                        State("ASKED_BACK", "等申请人", "With the applicant") {
                            Action("reply", "回复", "Reply", by: "citizen", to: "WORK")
                        }.heldBy(.applicant)
                    }
                    Final("DONE", "办结", "Done")
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
        try await daemon.advance(to: "2022-07-12T11:00:00+08:00")
        try await daemon.act(number, "ask", as: clerk)
        try await daemon.advance(to: "2022-07-13T11:00:00+08:00")
        try await daemon.act(number, "reply", as: citizen)
        try await daemon.act(number, "finish", as: clerk)
        let time = try daemon.time(of: number)
        #expect(time.handling.milliseconds == 2 * 3_600_000)
        #expect(time.spans.map(\.milliseconds).reduce(0, +) == time.totalMilliseconds)
        let then = try daemon.snapshot(of: number, at: "2022-07-12T12:00:00+08:00")
        #expect(then.record(number)?.state == "ASKED_BACK")
        #expect(try daemon.state(of: number) == "DONE")
        let early = try await refusal { _ = try daemon.snapshot(of: number, at: "2022-07-12T08:00:00+08:00") }
        #expect(early?.refusalCode == "NOT_YET")
    }
}
