// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Chapter: tasks for people")
struct PeopleChapter {
    static var definition: BureauDefinition {
        BureauDefinition("grid", "示例", "Example", about: ("示例。", "An example."), prefix: "WG") {
            Role("clerk", "clerk", "clerk")
            Role("inspector", "inspector", "inspector")
            Role("head", "head", "head")
            Item(
                "report",
                "事项",
                "Matter",
                about: ("一件事。", "A matter."),
                openedBy: ["clerk"]
            ) {
                Form { Field("title", "标题", "Title") }
                Flow {
                    State("REPORTED", "已上报", "Reported") {
                        Deadline("check", "核查", "Check", .workingDays(2))
                        Work("check", "实地核查", "Check on site", for: "inspector", notBy: ["open"], mustHold: true)
                        Action("confirm", "属实", "Confirm", by: "inspector", to: "DONE")
                        Action("dismiss", "不属实", "Dismiss", by: "inspector", to: "DONE")
                    }
                    Final("DONE", "已核查", "Checked")
                }
            }
        }
    }

    private static func daemon() throws -> TestDaemon {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        try daemon.put([
            PersonRecord(id: "wang", name: "甲", roles: ["grid:clerk"]),
            PersonRecord(id: "li", name: "乙", roles: ["grid:inspector"]),
            PersonRecord(id: "zhao", name: "丙", roles: ["grid:inspector"]),
        ])
        return daemon
    }

    @Test("The example does what the chapter says")
    func example() async throws {
        let daemon = try Self.daemon()
        let number = try await daemon.open("report", as: daemon.person("wang"))
        let task = try #require(try daemon.offeredWork(to: daemon.person("li")).first)
        try daemon.take(task.task, as: daemon.person("li"))
        let other = try await refusal { try await daemon.act(number, "confirm", as: daemon.person("zhao")) }
        #expect(other?.refusalCode == "HELD_BY")
        let back = try #require(Instant("2022-07-18T09:00:00+08:00"))
        try daemon.add(NewAbsence(person: "li", from: daemon.now, to: back, substitutes: ["zhao"]))
        #expect(try daemon.work(of: number).map(\.assignee) == ["zhao"])
        try await daemon.act(number, "confirm", as: daemon.person("zhao"))
        #expect(try daemon.state(of: number) == "DONE")
    }
}
