// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import BureauTesting

@Suite("Notification: channel cascade, time-outs, quiet hours, idempotency, short texts")
struct MessageRuleTests {
    static let clerk = PersonView.person("ann", "town:clerk")
    static let head = PersonView.person("fan", "town:head")

    static func town(
        _ cascades: [Cascade] = [],
        to: String = "subject",
        _ zh: String = "您的办件有结果。",
        _ en: String = "There is a result."
    ) -> BureauDefinition {
        BureauDefinition("town", "镇", "Town", about: ("测试。", "A test."), prefix: "ZZ") {
            Role("clerk", "科员", "Clerk")
            Role("head", "负责人", "Head", supervises: true)
            for cascade in cascades { cascade }
            Item(
                "help",
                "救助",
                "Help",
                about: ("救助。", "Help."),
                openedBy: ["clerk"],
                subject: "who",
                contact: "contact"
            ) {
                Form {
                    Field("who", "申请人", "Applicant").required()
                    Field("mobile", "手机", "Mobile", .mobile).personal()
                    Field("openid", "微信", "WeChat").personal()
                    Field("contact", "联系人", "Contact").personal()
                }
                Reached(mobile: "mobile", wechat: "openid")
                Suspends(in: "OPEN", by: "clerk", deciders: "clerk")
                Flow {
                    State("OPEN", "办理", "Open") {
                        Action("tell", "告知", "Tell", by: "clerk") { Notifies(to, about: "help.result", zh, en) }
                        OnEvent("message.reached", to: "TOLD")
                        OnEvent("message.unreached", to: "UNTOLD")
                        Action("end", "办结", "End", by: "clerk", to: "TOLD")
                    }.untimed()
                    State("UNTOLD", "未送达", "Not told") {
                        Action("end", "办结", "End", by: "clerk", to: "TOLD")
                    }.untimed()
                    Final("TOLD", "已告知", "Told")
                }
            }
        }
    }

    static let sms = Cascade("help.*").step(.sms, until: .delivered, within: Limit(2, .hours)).step(.inApp)

    static func told(
        _ definition: BureauDefinition,
        _ data: JSONObject = ["who": "甲", "mobile": "13800138000", "openid": "o6"],
        at: String = "2022-07-12T09:00:00+08:00",
        gateways: Set<MessageChannel> = [.sms, .wechat]
    ) async throws -> (TestDaemon, String) {
        let daemon = try TestDaemon(definition, at: at)
        daemon.messageRules.gateways = gateways
        let number = try await daemon.open("help", as: Self.clerk, data)
        try await daemon.act(number, "tell", as: Self.clerk)
        return (daemon, number)
    }

    @Test("a role's message lies in the inboxes of those who have the role, until one of them opens it")
    func inbox() async throws {
        let (daemon, number) = try await Self.told(Self.town(to: "head"))
        #expect(try daemon.messages(of: number).map(\.status) == [.reached])
        #expect(try daemon.inbox(of: Self.clerk).isEmpty)
        let message = try #require(try daemon.inbox(of: Self.head).first)
        #expect(message.text.zh == "您的办件有结果。")
        #expect(
            try await refusal { try await daemon.read(message.number, as: Self.clerk) }?.refusalCode == "ROLE"
        )
        try await daemon.read(message.number, as: Self.head)
        #expect(try daemon.inbox(of: Self.head).isEmpty)
        #expect(try daemon.message(message.number).readers == ["fan"])
    }

    @Test("a role that is in every bureau has the inbox of every bureau")
    func everywhere() async throws {
        let (daemon, _) = try await Self.told(Self.town(to: "auditor"))
        #expect(try daemon.inbox(of: .person("shen", "auditor")).count == 1)
        #expect(try daemon.inbox(of: .person("shen", "market:auditor")).isEmpty)
    }

    @Test("without a gateway, and without a number, the next channel is taken")
    func obstacles() async throws {
        for (gateways, data) in [
            ([], ["who": "甲", "mobile": "13800138000"]), ([.sms], ["who": "甲"]),
        ] as [(Set<MessageChannel>, JSONObject)] {
            let (daemon, number) = try await Self.told(Self.town([Self.sms]), data, gateways: gateways)
            let message = try #require(try daemon.messages(of: number).first)
            #expect(message.status == .reached && message.reachedBy == .inApp)
            #expect(try daemon.take(.sms).isEmpty)
        }
    }

    @Test("a channel that is not reached in its time gives way to the next, not a moment sooner")
    func timeOut() async throws {
        let (daemon, number) = try await Self.told(Self.town([Self.sms]))
        let sent = try #require(try daemon.take(.sms).first)
        #expect(sent.address == "13800138000" && sent.key.hasSuffix("/0"))
        try await daemon.report(.sent(.accepted), of: sent)
        try await daemon.advance(to: "2022-07-12T10:59:59.999+08:00")
        #expect(try daemon.messages(of: number).map(\.status) == [.waiting])
        try await daemon.advance(to: "2022-07-12T11:00:00+08:00")
        #expect(try daemon.messages(of: number).map(\.reachedBy) == [.inApp])
        // A late receipt changes nothing of what was reached.
        try await daemon.receipt(.delivered, of: sent)
        #expect(try daemon.messages(of: number).map(\.status) == [.reached])
    }

    @Test("a receipt in time reaches")
    func receipt() async throws {
        let (daemon, number) = try await Self.told(Self.town([Self.sms]))
        let sent = try #require(try daemon.take(.sms).first)
        try await daemon.report(.sent(.accepted), of: sent)
        try await daemon.receipt(.delivered, of: sent)
        #expect(try daemon.messages(of: number).map(\.reachedBy) == [.sms])
    }

    @Test(
        "quiet hours 21:00 to 07:00: what comes in them waits until 07:00; at 20:59:59.999 it goes",
        arguments: [
            ("2022-07-12T20:59:59.999+08:00", true), ("2022-07-12T21:00:00+08:00", false),
            ("2022-07-13T06:59:59.999+08:00", false), ("2022-07-13T07:00:00+08:00", true),
        ]
    )
    func quietHours(_ moment: String, _ goes: Bool) async throws {
        let (daemon, number) = try await Self.told(Self.town([Self.sms]), at: moment)
        #expect(try daemon.take(.sms).count == (goes ? 1 : 0))
        guard !goes else { return }
        #expect(try daemon.messages(of: number).map(\.status) == [.quiet])
        try await daemon.advance(to: "2022-07-13T07:00:00+08:00")
        #expect(try daemon.take(.sms).count == 1)
    }

    @Test("staff are disturbed at any hour")
    func staffAtNight() async throws {
        let cascade = Cascade("help.*").step(.sms)
        let (daemon, _) = try await Self.told(Self.town([cascade], to: "ann"), at: "2022-07-12T23:00:00+08:00")
        // No number is known of her: nobody was reached, and her head is told.
        #expect(try daemon.inbox(of: Self.head).map(\.topic) == ["message.unreached"])
        try daemon.call { cases throws(EngineError) in
            try cases.put([PersonRecord(id: "ann", name: "安", roles: ["town:clerk"])])
            try cases.messages.setCard(ContactCard(mobile: "13900139000"), of: "ann")
        }
        let number = try await daemon.open("help", as: Self.clerk, ["who": "乙"])
        try await daemon.act(number, "tell", as: Self.clerk)
        #expect(try daemon.take(.sms).map(\.address) == ["13900139000"])
    }

    @Test(
        "a gateway that does not answer, or fails for now, is tried again with the same key after 1, 5 and 30 minutes"
    )
    func retries() async throws {
        let (daemon, number) = try await Self.told(Self.town([Self.sms]))
        var keys: Set<String> = []
        for (index, minutes) in [1, 5, 30].enumerated() {
            let sent = try #require(try daemon.take(.sms).first)
            keys.insert(sent.key)
            #expect(try daemon.take(.sms).isEmpty)
            if index == 0 {
                // It vanished: two minutes later it counts as failed.
                try await daemon.advance(by: .seconds(120))
            } else {
                try await daemon.report(.failed("busy", forNow: true), of: sent)
            }
            try await daemon.advance(by: .seconds(minutes * 60 - 1))
            #expect(try daemon.take(.sms).isEmpty)
            try await daemon.advance(by: .seconds(1))
        }
        let last = try #require(try daemon.take(.sms).first)
        keys.insert(last.key)
        #expect(keys.count == 1)
        // The fourth failure is the last: the next channel is taken.
        try await daemon.report(.failed("busy", forNow: true), of: last)
        #expect(try daemon.messages(of: number).map(\.reachedBy) == [.inApp])
        #expect(try daemon.messages(of: number).count == 1)
    }

    @Test("a report that comes twice, or of a channel that was left, changes nothing")
    func reportTwice() async throws {
        let (daemon, number) = try await Self.told(Self.town([Self.sms]))
        let sent = try #require(try daemon.take(.sms).first)
        try await daemon.report(.sent(.accepted), of: sent)
        let once = try daemon.messages(of: number)
        try await daemon.report(.sent(.accepted), of: sent)
        try await daemon.report(.failed("late", forNow: false), of: sent)
        #expect(try daemon.messages(of: number) == once)
    }

    @Test("after a stop nothing is sent twice: what was taken is tried again with its key, what was reported is not")
    func downtime() async throws {
        let (daemon, number) = try await Self.told(Self.town([Self.sms]))
        let sent = try #require(try daemon.take(.sms).first)
        try await daemon.isDown(until: "2022-07-12T09:30:00+08:00")
        try await daemon.advance(by: .seconds(60))
        let again = try #require(try daemon.take(.sms).first)
        #expect(again.key == sent.key)
        try await daemon.report(.sent(.delivered), of: again)
        try await daemon.isDown(until: "2022-07-13T09:30:00+08:00")
        #expect(try daemon.take(.sms).isEmpty)
        #expect(try daemon.messages(of: number).map(\.reachedBy) == [.sms])
    }

    @Test("a call that nobody answers is tried on another day, as often as declared, and then the case is told")
    func calls() async throws {
        let cascade = Cascade("help.*", raises: true).step(.phone, within: Limit(10, .workingDays), tries: 2)
        let (daemon, number) = try await Self.told(Self.town([cascade]))
        let call = try #require(try daemon.byHand().first)
        #expect(
            try await refusal { try await daemon.handle(call.number, .reached, as: Self.clerk) }?.refusalCode == "ROLE"
        )
        try await daemon.handle(call.number, .noAnswer, as: Self.head)
        #expect(try daemon.byHand().isEmpty)
        #expect(
            try await refusal { try await daemon.handle(call.number, .reached, as: Self.head) }?.refusalCode
                == "TOO_SOON"
        )
        try await daemon.advance(to: "2022-07-13T08:00:00+08:00")
        try await daemon.handle(call.number, .noAnswer, as: Self.head)
        #expect(try daemon.state(of: number) == "UNTOLD")
        #expect(try daemon.messages(of: number).map(\.status) == [.unreached])
    }

    @Test("a call that is answered tells the case; a suspended one when it goes on")
    func answered() async throws {
        let cascade = Cascade("help.*", raises: true, byHand: ["clerk"]).step(.phone)
        let (daemon, number) = try await Self.told(Self.town([cascade]))
        try await daemon.act(number, "suspend", as: Self.clerk, ["reason": "EXPERT", "note": "等"])
        let call = try #require(try daemon.byHand().first)
        try await daemon.handle(call.number, .reached, as: Self.clerk)
        #expect(try daemon.state(of: number) != "TOLD")
        try await daemon.act(number, "resume", as: Self.clerk)
        #expect(try daemon.state(of: number) == "TOLD")
    }

    @Test("paper nobody brings in its time reaches nobody, and those who answer for the bureau are told")
    func paper() async throws {
        let cascade = Cascade("help.*").step(.print, within: Limit(1, .workingDays))
        let (daemon, number) = try await Self.told(Self.town([cascade]))
        #expect(try daemon.byHand().count == 1)
        try await daemon.advance(to: "2022-07-14T00:00:00+08:00")
        #expect(try daemon.byHand().isEmpty)
        let ends = try daemon.messages(of: number).map { "\($0.to) \($0.status)" }
        #expect(ends == ["subject unreached", "head reached"])
        #expect(try daemon.inbox(of: Self.head).map(\.topic) == ["message.unreached"])
    }

    @Test("a contact is told in place of whom the case is about, at his own number")
    func contact() async throws {
        let (daemon, _) = try await Self.told(
            Self.town([Self.sms]),
            ["who": "甲", "mobile": "13800138000", "contact": "13700137000"]
        )
        #expect(try daemon.take(.sms).map(\.address) == ["13700137000"])
    }

    @Test("to the dead nothing is sent, not even what waits for the morning (X3)")
    func dead() async throws {
        let (daemon, number) = try await Self.told(Self.town([Self.sms]), at: "2022-07-12T22:00:00+08:00")
        try await daemon.tell("甲", "person.deceased")
        try await daemon.advance(to: "2022-07-13T08:00:00+08:00")
        #expect(try daemon.take(.sms).isEmpty)
        #expect(try daemon.messages(of: number).first?.status == .cancelled)
    }

    @Test(
        "texts with a diagnosis, a handicap, a rating, a sum or a whole number are replaced by one that names the case",
        arguments: [
            ("您的残疾等级已评定。", "WORD"), ("您患糖尿病的诊断已确认。", "WORD"), ("信用评级已变更。", "WORD"), ("补贴 3000 元已到账。", "AMOUNT"),
            ("身份证 34060219900307123X 已核验。", "IDENTIFIER"), ("卡号 6222020200112345 已登记。", "LONG_NUMBER"),
            (String(repeating: "长", count: 269), "TOO_LONG"), (String(repeating: "长", count: 268), nil),
            ("您的办件有结果。", nil), ("地点 340604100201。", nil), ("电话 055712345678。", "LONG_NUMBER"),
            ("电话 13800138000。", "LONG_NUMBER"),
        ] as [(String, String?)]
    )
    func shortTexts(_ text: String, _ code: String?) async throws {
        let (daemon, number) = try await Self.told(Self.town([Self.sms], text))
        let sent = try #require(try daemon.take(.sms).first)
        #expect(try daemon.messages(of: number).first?.replaced == code)
        #expect(sent.text.zh == (code == nil ? text : "您的办件 \(number) 有新进展,请登录查看或到窗口咨询。"))
        // The inbox has the whole text.
        #expect(try daemon.messages(of: number).first?.text.zh == text)
    }

    @Test("words that an operator adds do not travel either")
    func ownWords() async throws {
        let daemon = try TestDaemon(Self.town([Self.sms], "救助已批准。"), at: "2022-07-12T09:00:00+08:00")
        daemon.messageRules = MessageRules(gateways: [.sms], words: ["救助"])
        let number = try await daemon.open("help", as: Self.clerk, ["who": "甲", "mobile": "13800138000"])
        try await daemon.act(number, "tell", as: Self.clerk)
        #expect(try daemon.messages(of: number).first?.replaced == "WORD")
    }

    @Test("a message is taken back before it has reached anybody, not after")
    func cancel() async throws {
        let (daemon, number) = try await Self.told(Self.town([Self.sms]))
        let message = try #require(try daemon.messages(of: number).first)
        #expect(
            try await refusal { try await daemon.cancelMessage(message.number, as: Self.clerk) }?.refusalCode
                == "SUPERVISOR"
        )
        try await daemon.cancelMessage(message.number, as: Self.head)
        #expect(try daemon.take(.sms).isEmpty)
        #expect(
            try await refusal { try await daemon.cancelMessage(message.number, as: Self.head) }?.refusalCode
                == "MESSAGE_OVER"
        )
    }

    @Test("no number stands in the journal")
    func journal() async throws {
        let (daemon, _) = try await Self.told(Self.town([Self.sms]))
        let sent = try #require(try daemon.take(.sms).first)
        try await daemon.report(.sent(.accepted), of: sent)
        for entry in try daemon.journal("message") { #expect(!entry.data.text.contains("13800138000")) }
        #expect(try daemon.journal("message.sent").count == 1)
    }

    @Test("the cascade that fits a topic best is taken")
    func fits() {
        let cascades = ["*", "a.*", "a.b"].map { CascadeDeclaration(topic: $0, steps: []) }
        #expect(CascadeDeclaration.best(of: cascades, for: "a.b")?.topic == "a.b")
        #expect(CascadeDeclaration.best(of: cascades, for: "a.c")?.topic == "a.*")
        #expect(CascadeDeclaration.best(of: cascades, for: "ab")?.topic == "*")
        #expect(CascadeDeclaration.best(of: [cascades[1]], for: "b") == nil)
    }

    @Test("declarations that cannot be kept are refused by name, at the limit and one past it")
    func declarations() {
        func faults(_ cascade: Cascade) -> [String] {
            DeclarationCheck.faults(in: Self.town([cascade]).declaration).map(\.message.en)
        }
        #expect(faults(Self.sms).isEmpty)
        #expect(faults(Cascade("a")) == ["a cascade has 1 to 8 steps"])
        #expect(faults((1...8).reduce(Cascade("a")) { cascade, _ in cascade.step(.inApp) }).isEmpty)
        #expect(faults((1...9).reduce(Cascade("a")) { cascade, _ in cascade.step(.inApp) }).count == 1)
        #expect(faults(Cascade("a").step(.phone, tries: 10)).isEmpty)
        #expect(faults(Cascade("a").step(.phone, tries: 11)).count == 1)
        #expect(faults(Cascade("a").step(.sms, tries: 2)).count == 1)
        #expect(faults(Cascade("a", byHand: ["nobody"]).step(.phone)) == ["there is no role nobody"])
        #expect(faults(Cascade(String(repeating: "a", count: 64)).step(.sms)).isEmpty)
        #expect(faults(Cascade(String(repeating: "a", count: 65)).step(.sms)).count == 1)
    }
}
