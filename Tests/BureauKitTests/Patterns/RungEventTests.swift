// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Deadlines: rungs that raise events")
struct RungEventTests {
    static let clerk = PersonView.person("clerk", "office:clerk")

    static func office(days: Int) -> BureauDefinition {
        BureauDefinition("office", "示例", "Example", about: ("示例。", "An example."), prefix: "BG") {
            Role("clerk", "科员", "Clerk")
            Item("paper", "文件", "Paper", about: ("文件。", "A paper."), openedBy: ["clerk"]) {
                Flow {
                    State("OPEN", "开", "Open") {
                        Deadline("answer", "答复", "Answer", .workingDays(days)) {
                            Rung("tomorrow", at: "-2wd", raises: true, tells: "clerk")
                            Rung("quiet", at: "-3wd", tells: "clerk")
                        }
                        OnEvent("rung.answer.tomorrow") { Sets("reminded", to: value("reminded", or: 0) + 1) }
                        OnEvent("rung.answer.quiet") { Sets("quiet", to: true) }
                        Action("answer", "答复", "Answer", by: "clerk", to: "DONE")
                    }
                    Final("DONE", "办结", "Done")
                }
            }
        }
    }

    @Test("a rung that raises gives the flow an event once, at its moment; another does not")
    func raised() async throws {
        let daemon = try TestDaemon(Self.office(days: 5), at: "2022-07-11T09:00:00+08:00")
        let number = try await daemon.open("paper", as: Self.clerk)
        try await daemon.advance(to: "2022-07-14T23:59:59+08:00")
        #expect(try daemon.data(of: number)["reminded"] == nil)
        #expect(try daemon.journal("due.quiet", of: number).count == 1)
        // Due on Monday 18 July: on Friday.
        try await daemon.advance(to: "2022-07-15T00:00:00+08:00")
        #expect(try daemon.data(of: number)["reminded"] == 1)
        try await daemon.advance(to: "2022-07-30T00:00:00+08:00")
        #expect(try daemon.data(of: number) == ["reminded": 1])
    }

    @Test("a rung that lay before the beginning raises nothing")
    func tooShort() async throws {
        let daemon = try TestDaemon(Self.office(days: 1), at: "2022-07-11T09:00:00+08:00")
        let number = try await daemon.open("paper", as: Self.clerk)
        try await daemon.advance(to: "2022-07-30T00:00:00+08:00")
        #expect(try daemon.data(of: number).isEmpty)
    }
}
