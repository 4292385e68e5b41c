// SPDX-License-Identifier: Apache-2.0

import BureauKit
import BureauTesting
import Testing
import TongbanEngine
import TongbanModel

@Suite("The base life with a public notice")
struct PublishingLifeTests {
    static var definition: BureauDefinition {
        BureauDefinition("village", "村", "Village", about: ("测试。", "A test."), prefix: "ZZ") {
            Role("bureau", "科员", "Clerk")
            Role("head", "负责人", "Head")
            Notice("list", "拟批准名单", "To be approved", showing: ["name"], for: Limit(5, .workingDays))
            Item(
                "grant",
                "补贴",
                "Grant",
                about: ("补贴。", "A grant."),
                openedBy: ["citizen"],
                subject: "applicant"
            ) {
                Form {
                    Field("applicant", "身份证号", "Identity number", .residentID).required()
                    Field("name", "姓名", "Name").required().personal()
                }
                Suspends(in: "HANDLING", by: "bureau", deciders: "head")
                Flow { BaseLifeCycle(publishing: "list").states() }
            }
        }
    }

    @Test("what is approved stands in public; an objection leads back to REVIEW, and then the days begin anew")
    func publishing() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        let clerk = PersonView.person("clerk", "bureau")
        let head = PersonView.person("head", "head")
        let number = try await daemon.open(
            "grant",
            as: .person("li", "citizen"),
            ["applicant": "11010519491231002X", "name": "张三"]
        )
        try await daemon.act(number, "accept", as: clerk)
        try await daemon.act(number, "begin", as: clerk)
        try await daemon.act(number, "propose", as: clerk, ["proposal": "APPROVE", "grounds": "符合"])
        try await daemon.act(number, "approve", as: head)
        #expect(try daemon.state(of: number) == "PUBLICITY")
        let notice = try #require(try daemon.publicNotices(of: number).first)
        try await daemon.object(to: notice.number, who: "李某", text: "不在本村")
        #expect(try daemon.state(of: number) == "REVIEW")
        try await daemon.act(number, "propose", as: clerk, ["proposal": "APPROVE", "grounds": "已核实"])
        try await daemon.act(number, "approve", as: head)
        #expect(try daemon.publicNotices(of: number).map(\.status) == [.withdrawn, .current])
        try await daemon.advance(to: "2022-07-19T23:59:59.999+08:00")
        #expect(try daemon.state(of: number) == "PUBLICITY")
        try await daemon.advance(to: "2022-07-20T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "EFFECTIVE")
    }
}
