// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Cases: repeats that are merged")
struct RepeatTests {
    static let citizen = PersonView.person("li", "citizen")
    static let clerk = PersonView.person("clerk", "line:clerk")

    static var line: BureauDefinition {
        BureauDefinition("line", "热线", "Hotline", about: ("测试。", "A test."), prefix: "RX") {
            Role("clerk", "科员", "Clerk")
            Item(
                "call",
                "来电",
                "Call",
                about: ("来电。", "A call."),
                openedBy: ["citizen"],
                unique: ["matter"],
                subject: "who"
            ) {
                Form {
                    Field("who", "何人", "Who").required()
                    Field("matter", "事项", "Matter").required()
                    Field("apart", "单独办理", "Apart", .boolean)
                }
                Suspends(in: "OPEN", by: "clerk", deciders: "clerk")
                Flow {
                    State("OPEN", "开", "Open") { Action("close", "办结", "Close", by: "clerk", to: "DONE") }.untimed()
                    Final("DONE", "办结", "Done")
                }
                Merging(by: "clerk", repeats: value("apart") != true)
            }
        }
    }

    private func call(_ daemon: TestDaemon, _ who: String, apart: Bool = false) async throws -> String {
        try await daemon.open("call", as: Self.citizen, ["who": .string(who), "matter": "噪声", "apart": .bool(apart)])
    }

    @Test("a repeat is merged at once and its applicant told; one that is to be apart stands beside it")
    func merged() async throws {
        let daemon = try TestDaemon(Self.line, at: "2022-07-12T09:00:00+08:00")
        let first = try await self.call(daemon, "甲")
        let second = try await self.call(daemon, "乙")
        let third = try await self.call(daemon, "丙", apart: true)
        #expect(try [first, second, third].map { try daemon.state(of: $0) } == ["OPEN", "MERGED", "OPEN"])
        #expect(try daemon.notices(of: second).map(\.topic) == ["merge.merged"])
        try await daemon.act(first, "close", as: Self.clerk)
        #expect(try daemon.case(second).record.closed != nil)
        // The matter is free again, though the third one about it is open.
        let fourth = try await self.call(daemon, "丁")
        #expect(try daemon.state(of: fourth) == "OPEN")
    }

    @Test("a repeat of a case that is merged goes where that went, and none into a suspended one")
    func further() async throws {
        let daemon = try TestDaemon(Self.line, at: "2022-07-12T09:00:00+08:00")
        let other = try await daemon.open("call", as: Self.citizen, ["who": "戊", "matter": "油烟"])
        let first = try await self.call(daemon, "甲")
        try await daemon.merge([first], into: other, as: Self.clerk)
        let second = try await self.call(daemon, "乙")
        #expect(try daemon.case(second).dossier.merge?.main == other)

        try await daemon.act(other, "suspend", as: Self.clerk, ["reason": "EXPERT"])
        let third = try await self.call(daemon, "丙")
        #expect(try daemon.state(of: third) == "OPEN")
    }
}
