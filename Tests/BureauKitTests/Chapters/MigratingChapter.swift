// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Testing
import TongbanEngine
import TongbanModel

@Suite("Chapter: leading running cases to a new version")
struct MigratingChapter {
    static func definition(isNew: Bool) -> BureauDefinition {
        BureauDefinition("permits", "示例", "Example", about: ("示例。", "An example."), prefix: "XK") {
            Role("clerk", "科员", "Clerk")
            Item("permit", "许可", "Permit", about: ("许可。", "A permit."), openedBy: ["clerk"]) {
                Form { Field("who", "何人", "Who").required() }
                Flow {
                    if isNew {
                        State("EXAMINING", "审查", "Examining") {
                            Deadline("examine", "审查", "Examine", .workingDays(8))
                            Action("pass", "通过", "Pass", by: "clerk", to: "DONE")
                            Action("ask", "要求说明", "Ask", by: "clerk")
                        }
                    } else {
                        State("CHECKING", "核查", "Checking") {
                            Deadline("check", "核查", "Check", .workingDays(5))
                            Action("pass", "通过", "Pass", by: "clerk", to: "DONE")
                        }
                    }
                    Final("DONE", "办结", "Done")
                }
            }
        }
    }

    @Test("The example does what the chapter says")
    func example() async throws {
        let daemon = try TestDaemon(Self.definition(isNew: false), at: "2022-07-12T09:00:00+08:00")
        let clerk = PersonView.person("clerk", "clerk")
        let number = try await daemon.open("permit", as: clerk, ["who": "甲"])
        try daemon.declare(Self.definition(isNew: true))
        #expect(try daemon.migration(of: number).refusals.map(\.code) == ["UNMAPPED CHECKING"])

        let shown = try daemon.migration(of: number, ["CHECKING": "EXAMINING", "deadline/check": "examine"])
        #expect(shown.statesAfter == ["EXAMINING"])
        #expect(shown.deadlines.map(\.limitAfter) == ["8wd"])
        #expect(shown.actions.added == ["ask"])
        #expect(try daemon.state(of: number) == "CHECKING")

        try daemon.migrate(number, ["CHECKING": "EXAMINING", "deadline/check": "examine"])
        #expect(try daemon.state(of: number) == "EXAMINING")
        // And the new version's actions are there.
        try await daemon.act(number, "ask", as: clerk)
        try await daemon.act(number, "pass", as: clerk)
        #expect(try daemon.state(of: number) == "DONE")
    }
}
