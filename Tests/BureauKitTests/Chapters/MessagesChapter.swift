// SPDX-License-Identifier: Apache-2.0

import BureauKit
import BureauTesting
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Chapter: telling people")
struct MessagesChapter {
    static var definition: BureauDefinition {
        BureauDefinition("jobs", "就业", "Jobs", about: ("示例。", "An example."), prefix: "ZZ") {
            Role("clerk", "科员", "Clerk", supervises: true)
            Cascade("subsidy.*", raises: true)
                .step(.wechat, until: .read, within: Limit(24, .hours))
                .step(.sms, until: .confirmed, within: Limit(2, .workingDays))
                .step(.phone, tries: 3)
            Item("push", "政策推送", "Push", about: ("推送。", "A push."), openedBy: ["clerk"]) {
                Form {
                    Field("mobile", "手机", "Mobile", .mobile).required().personal()
                    Field("openid", "微信", "WeChat").personal()
                }
                Reached(mobile: "mobile", wechat: "openid")
                Flow {
                    State("PUSHED", "已推送", "Pushed") {
                        Notifies("subject", about: "subsidy.push", "您可申领补贴。", "You can apply for a subsidy.")
                        OnEvent("message.reached", to: "ANSWERED")
                        OnEvent("message.unreached", to: "VISIT")
                    }
                    .untimed()
                    State("VISIT", "上门", "Visit") {
                        Action("visited", "已上门", "Visited", by: "clerk", to: "ANSWERED")
                    }
                    .untimed()
                    Final("ANSWERED", "已答复", "Answered")
                }
            }
        }
    }

    @Test("The example does what the chapter says")
    func example() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        let clerk = PersonView.person("clerk", "jobs:clerk")
        daemon.messageRules.gateways = [.sms, .wechat]
        let number = try await daemon.open("push", as: clerk, ["mobile": "13800138000", "openid": "o6"])
        let wechat = try #require(try daemon.take(.wechat).first)
        #expect(wechat.address == "o6")
        try await daemon.report(.sent(.accepted), of: wechat)
        // Unread for a day: a short message goes out.
        try await daemon.advance(to: "2022-07-13T09:00:00+08:00")
        let sms = try #require(try daemon.take(.sms).first)
        try await daemon.report(.sent(.delivered), of: sms)
        // Unanswered for two working days: somebody calls, three times on different days.
        try await daemon.advance(to: "2022-07-16T00:00:00+08:00")
        #expect(try daemon.messages(of: number).map(\.status) == [.quiet])
        for day in ["2022-07-16", "2022-07-17", "2022-07-18"] {
            try await daemon.advance(to: "\(day)T09:00:00+08:00")
            let call = try #require(try daemon.byHand().first)
            try await daemon.handle(call.number, .noAnswer, as: clerk)
        }
        #expect(try daemon.state(of: number) == "VISIT")
    }
}
