// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Chapter: deadlines")
struct DeadlinesChapter {
    static var definition: BureauDefinition {
        BureauDefinition("office", "示例", "Example", about: ("示例。", "An example."), prefix: "BG") {
            Role("clerk", "clerk", "clerk")
            Role("head", "head", "head")
            Item(
                "question",
                "事项",
                "Matter",
                about: ("一件事。", "A matter."),
                openedBy: ["citizen"]
            ) {
                Form { Field("title", "标题", "Title") }
                Flow {
                    State("OPEN", "办理", "Open", initial: "WORK") {
                        Deadline("answer", "答复", "Answer", .workingDays(3), pausedIn: ["ASKED_BACK"], source: "服务承诺")
                        Action("extend", "延长", "Extend", by: "head") { Extends("answer", by: Limit(2, .workingDays)) }
                        Action("answer", "答复", "Answer", by: "clerk", to: "DONE")
                        State("WORK", "办理中", "At work") {
                            Action("ask", "询问", "Ask back", by: "clerk", to: "ASKED_BACK")
                        }
                        State("ASKED_BACK", "等待答复", "Asked back") {
                            Deadline("reply", "回复", "Reply", .days(5), then: "WORK", intended: true)
                            Action("reply", "回复", "Reply", by: "citizen", to: "WORK")
                        }
                    }
                    Final("DONE", "已答复", "Answered")
                }
            }
        }
    }

    @Test("The example does what the chapter says")
    func example() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        let citizen = PersonView.person("li", "citizen")
        let clerk = PersonView.person("clerk", "clerk")
        let head = PersonView.person("head", "head")
        let number = try await daemon.open("question", as: citizen)
        #expect(try daemon.due("answer", of: number) == .end(of: "2022-07-15"))
        try await daemon.act(number, "ask", as: clerk)
        #expect(try daemon.due("answer", of: number) == nil)
        try await daemon.advance(to: "2022-07-14T09:00:00+08:00")
        try await daemon.act(number, "reply", as: citizen)
        #expect(try daemon.due("answer", of: number) == .end(of: "2022-07-19"))
        try await daemon.act(number, "extend", as: head)
        #expect(try daemon.due("answer", of: number) == .end(of: "2022-07-21"))
        try await daemon.advance(to: "2022-07-22T00:00:00+08:00")
        #expect(try daemon.deadline("answer", of: number).state == .breached)
    }
}
