// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Chapter: working together")
struct TogetherChapter {
    static var definition: BureauDefinition {
        BureauDefinition("round", "示例", "Example", about: ("示例。", "An example."), prefix: "XC") {
            Role("clerk", "clerk", "clerk")
            Item(
                "round",
                "事项",
                "Matter",
                about: ("一件事。", "A matter."),
                openedBy: ["clerk"]
            ) {
                Form { Field("title", "标题", "Title") }
                Flow {
                    State("COLLECTING", "汇总", "Collecting") {
                        Deadline("collect", "汇总", "Collect", .workingDays(3))
                        Action("ask", "增派", "Ask one more", by: "clerk") {
                            Field("village", "村", "Village").required()
                            Opens("reply", ["village": given("village")])
                        }
                        When(children("reply", endedAs: "SENT") >= 2, to: "ENOUGH") { Withdraws("reply") }
                    }
                    State("ENOUGH", "已够", "Enough") { Action("seal", "用印", "Seal", by: "clerk", to: "WAITING") }
                        .untimed()
                    State("WAITING", "等待", "Waiting") {
                        Acquires("seal")
                        Deadline("seal", "用印", "Use the seal", .workingDays(1))
                        OnEvent("locks.granted", to: "SEALING")
                    }
                    State("SEALING", "用印", "Sealing") { Action("done", "完", "Done", by: "clerk", to: "DONE") }.untimed()
                    Final("DONE", "完", "Done")
                }
            }
            Item(
                "reply",
                "事项",
                "Matter",
                about: ("一件事。", "A matter."),
                openedBy: ["clerk"]
            ) {
                Form { Field("village", "村", "Village") }
                Flow {
                    State("ASKED", "已派", "Asked") { Action("send", "上报", "Send", by: "clerk", to: "SENT") }.untimed()
                    Final("SENT", "已报", "Sent")
                }
            }
        }
    }

    @Test("The example does what the chapter says")
    func example() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        let clerk = PersonView.person("clerk", "clerk")
        let number = try await daemon.open("round", as: clerk)
        for village in ["甲", "乙", "丙"] { try await daemon.act(number, "ask", as: clerk, ["village": .string(village)]) }
        let replies = try daemon.numbers(of: "reply")
        for reply in replies.prefix(2) { try await daemon.act(reply, "send", as: clerk) }
        #expect(try daemon.state(of: number) == "ENOUGH")
        #expect(try daemon.state(of: replies[2]) == "CANCELLED")
    }
}
