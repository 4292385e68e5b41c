// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Chapter: forms")
struct FormsChapter {
    static var definition: BureauDefinition {
        BureauDefinition("housing", "示例", "Example", about: ("示例。", "An example."), prefix: "ZF") {
            Role("clerk", "clerk", "clerk")
            Item(
                "subsidy",
                "事项",
                "Matter",
                about: ("一件事。", "A matter."),
                openedBy: ["citizen"],
                subject: "applicant"
            ) {
                Form {
                    Field("applicant", "身份证号", "Identity number", .residentID).required().sensitive()
                    Field("name", "姓名", "Name", .personName).required().personal()
                    Field("kind", "类别", "Kind", oneOf: ["FLAT": ("房屋", "flat"), "OTHER": ("其他", "other")]).required()
                    Field("what", "说明", "What it is").required().between(2, 200).onlyIf(value("kind") == "OTHER")
                    Field("rent", "月租金(分)", "Rent in fen", .money).atLeast(0)
                    Field("people", "共同居住人", "People living there") {
                        Field("name", "姓名", "Name", .personName).required()
                        Field("income", "月收入(分)", "Income in fen", .money).atLeast(0)
                    }.between(0, 20)
                    Field("consent", "监护人同意书", "Guardian's consent").required().onlyIf(
                        isUnder(14, value("applicant"), on: value("today"))
                    )
                    Requires(
                        "TOO_DEAR",
                        !form("rent").exists || form("rent") <= 300_000,
                        "月租金超过 3000 元。",
                        "the rent is above 3,000 yuan"
                    )
                }
                Flow {
                    State("ASKED", "已申请", "Asked") { Action("grant", "同意", "Grant", by: "clerk", to: "GRANTED") }
                        .untimed()
                    Final("GRANTED", "已同意", "Granted")
                }
            }
        }
    }

    @Test("The example does what the chapter says")
    func example() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        let error = try await refusal {
            try await daemon.open("subsidy", as: .person("li", "citizen"), ["kind": "OTHER", "rent": "many"])
        }
        #expect(error?.formFaults == ["applicant: missing", "name: missing", "what: missing", "rent: type"])
        let number = try await daemon.open(
            "subsidy",
            as: .person("li", "citizen"),
            ["applicant": "11010519491231002X", "name": "张三", "kind": "FLAT"]
        )
        let stranger = try daemon.case(number, as: .person("other", "auditor"))
        #expect(stranger.data["applicant"] == "***")
        #expect(stranger.data["name"] == "张*")
        let dear = try await refusal {
            try await daemon.open(
                "subsidy",
                as: .person("li", "citizen"),
                ["applicant": "11010519491231002X", "name": "张三", "kind": "FLAT", "rent": 300_001]
            )
        }
        #expect(dear?.refusalCode == "TOO_DEAR")
    }
}
