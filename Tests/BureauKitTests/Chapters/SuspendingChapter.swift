// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Chapter: suspending a case")
struct SuspendingChapter {
    static var definition: BureauDefinition {
        BureauDefinition("office", "示例", "Example", about: ("示例。", "An example."), prefix: "BG") {
            Role("clerk", "clerk", "clerk")
            Role("head", "head", "head")
            Item(
                "matter",
                "事项",
                "Matter",
                about: ("一件事。", "A matter."),
                openedBy: ["clerk"]
            ) {
                Form { Field("title", "标题", "Title") }
                Suspends(
                    in: "OPEN",
                    by: "clerk",
                    reasons: ["EXPERT": ("专家评审", "experts"), "HEARING": ("听证", "hearing")],
                    atMost: Limit(30, .calendarDays),
                    deciders: "head"
                )
                Flow {
                    State("OPEN", "办理", "Open") {
                        Deadline("work", "办理", "Work", .workingDays(10))
                        Action("done", "办结", "Done", by: "clerk", to: "DONE")
                    }
                    Final("DONE", "办结", "Done")
                }
            }
        }
    }

    @Test("The example does what the chapter says")
    func example() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        let clerk = PersonView.person("clerk", "clerk")
        let number = try await daemon.open("matter", as: clerk)
        try await daemon.act(number, "suspend", as: clerk, ["reason": "EXPERT"])
        #expect(try daemon.state(of: number) == "SUSPENDED")
        #expect(try daemon.due("work", of: number) == nil)
        try await daemon.advance(to: "2022-07-19T09:00:00+08:00")
        try await daemon.act(number, "resume", as: clerk)
        // Ten working days from 12 July, and the five that were not counted.
        #expect(try daemon.due("work", of: number) == .end(of: "2022-08-02"))
    }
}
