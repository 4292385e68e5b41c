// SPDX-License-Identifier: Apache-2.0

import BureauKit
import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Chapter: public notices")
struct PublicNoticesChapter {
    static var definition: BureauDefinition {
        BureauDefinition("grants", "补助", "Grants", about: ("示例。", "An example."), prefix: "ZZ") {
            Role("clerk", "科员", "Clerk")
            Notice("list", "拟补助名单", "Intended grants", showing: ["household", "amount"], for: Limit(5, .workingDays))
            Item("grant", "补助", "Grant", about: ("补助。", "A grant."), openedBy: ["clerk"]) {
                Form {
                    Field("household", "户主", "Household").required().personal()
                    Field("amount", "金额", "Amount", .money).required()
                }
                Flow {
                    State("CHECKED", "已核对", "Checked") {
                        Action("publish", "公示", "Publish", by: "clerk", to: "PUBLIC") {
                            Publishes("list")
                        }
                    }
                    .untimed()
                    State("PUBLIC", "公示", "Public") {
                        OnEvent("notice.ended", to: "GRANTED")
                        OnEvent("notice.objection", to: "REVIEW")
                    }
                    .untimed()
                    State("REVIEW", "复核", "Review") {
                        Action("publish", "再次公示", "Publish again", by: "clerk", to: "PUBLIC") {
                            Publishes("list")
                        }
                    }
                    .untimed()
                    Final("GRANTED", "已补助", "Granted")
                }
            }
        }
    }

    @Test("The example does what the chapter says")
    func example() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        let clerk = PersonView.person("clerk", "grants:clerk")
        let number = try await daemon.open("grant", as: clerk, ["household": "张某某", "amount": 100_000])
        try await daemon.act(number, "publish", as: clerk)
        let notice = try #require(try daemon.publicNotices(of: number).first)
        #expect(notice.end.description == "2022-07-19")
        #expect(notice.lines.map(\.value.zh) == ["张**", "1000.00 元"])
        try await daemon.object(to: notice.number, who: "李某", text: "家庭收入不符")
        #expect(try daemon.state(of: number) == "REVIEW")
        // The objection was examined: five working days begin anew.
        try await daemon.act(number, "publish", as: clerk)
        try await daemon.advance(to: "2022-07-20T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "GRANTED")
    }
}
