// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Chapter: the base life of an application")
struct BaseLifeChapter {
    static var definition: BureauDefinition {
        BureauDefinition("care", "示例", "Example", about: ("示例。", "An example."), prefix: "HL") {
            Role("bureau", "bureau", "bureau")
            Role("head", "head", "head")
            Item(
                "allowance",
                "护理补贴",
                "Care allowance",
                about: ("护理补贴。", "An allowance for care."),
                openedBy: ["citizen", "village"],
                unique: ["applicant"],
                subject: "applicant"
            ) {
                Form {
                    Field("applicant", "身份证号", "Identity number", .residentID).required()
                }
                Suspends(in: "HANDLING", by: "bureau", deciders: "head")
                Flow {
                    BaseLifeCycle(decide: .workingDays(10), publicity: .workingDays(5)).states(effective: {
                        Action("stop", "停发", "Stop", by: "bureau", to: "CLOSED") {
                            Field("reason", "原因", "Reason").required()
                        }
                    })
                }
            }
        }
    }

    @Test("The example does what the chapter says")
    func example() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        let citizen = PersonView.person("li", "citizen")
        let clerk = PersonView.person("clerk", "bureau")
        let head = PersonView.person("head", "head")
        let number = try await daemon.open("allowance", as: citizen, ["applicant": "11010519491231002X"])
        try await daemon.act(number, "accept", as: clerk)
        try await daemon.act(number, "begin", as: clerk)
        try await daemon.act(number, "propose", as: clerk, ["proposal": "APPROVE", "grounds": "符合条件"])
        try await daemon.act(number, "approve", as: head)
        #expect(try daemon.state(of: number) == "PUBLICITY")
        try await daemon.advance(to: "2022-07-20T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "EFFECTIVE")
    }
}
