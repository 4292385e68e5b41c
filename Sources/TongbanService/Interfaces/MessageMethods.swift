// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanAPI
import TongbanEngine
import TongbanModel
import Varlink

/// `org.tongban.Messages`.
struct MessageMethods {
    let endpoint: Endpoint
    private static let largestPage = 1_000
    /// The role of programs that carry messages.
    static let gatewayRole = "gateway"

    func add(to service: inout VarlinkService) {
        service.add(MessagesInterface.interface)
        self.addReading(to: &service)
        self.addChanging(to: &service)
        self.addCarrying(to: &service)
        self.addContacts(to: &service)
    }

    private func addReading(to service: inout VarlinkService) {
        self.endpoint.read(MessagesInterface.Inbox.self, in: &service, needs: .nothing) { input, caller, core in
            let limit = Self.page(input.limit)
            let found = try core.cases.messages.inbox(
                of: caller.view,
                unread: !(input.all ?? false),
                after: input.after,
                limit: limit
            )
            return .init(messages: found.map(Self.shown), next: found.count == limit ? found.last?.number : nil)
        }
        self.endpoint.read(MessagesInterface.List.self, in: &service) { input, caller, core in
            let desk = core.cases.messages
            if let number = input.case {
                let found = try desk.messages(ofCase: number).filter { caller.mayRead(bureau: $0.bureau) }
                return .init(messages: found.map(Self.shown), next: nil)
            }
            let limit = Self.page(input.limit)
            let found = try desk.messages(after: input.after, limit: limit)
            return .init(
                messages: found.filter { caller.mayRead(bureau: $0.bureau) }.map(Self.shown),
                next: found.count == limit ? found.last?.number : nil
            )
        }
        self.endpoint.read(MessagesInterface.Get.self, in: &service, needs: .nothing) { input, caller, core in
            let desk = core.cases.messages
            let message = try desk.message(input.number)
            guard caller.mayRead(bureau: message.bureau) || desk.mayOpen(message, caller.view) else {
                throw EngineError.refused(Self.notReadable(message))
            }
            return .init(
                message: Self.shown(message),
                shortZh: message.short.zh,
                shortEn: message.short.en,
                replaced: message.replaced,
                history: message.history.map { entry in
                    .init(
                        at: Instant(milliseconds: entry.at).description,
                        channel: entry.channel?.rawValue,
                        what: entry.what,
                        detail: entry.detail
                    )
                }
            )
        }
        self.endpoint.read(MessagesInterface.ByHand.self, in: &service) { input, caller, core in
            guard caller.mayRead(bureau: input.bureau) else {
                throw EngineError.refused(.notOf(input.bureau))
            }
            let limit = Self.page(input.limit)
            let found = try core.cases.messages.byHand(of: input.bureau, after: input.after, limit: limit)
            return .init(messages: found.map(Self.shown), next: found.count == limit ? found.last?.number : nil)
        }
        self.endpoint.readNoting(MessagesInterface.Number.self, in: &service) { input, caller, core in
            let desk = core.cases.messages
            let message = try desk.message(input.number)
            guard desk.mayHandle(message, caller.decider) else {
                throw EngineError.refused(Self.notReadable(message))
            }
            let number = message.status == .byHand ? try desk.callNumber(of: message) : nil
            return (
                .init(mobile: number),
                number == nil ? nil : { () throws(EngineError) in try desk.noteCall(message) }
            )
        }
    }

    private func addChanging(to service: inout VarlinkService) {
        self.endpoint.change(MessagesInterface.Read.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let message = try core.cases.messages.read(
                input.number,
                confirms: input.confirms ?? false,
                by: caller.view
            )
            return .init(message: Self.shown(message))
        }
        self.endpoint.change(MessagesInterface.Handle.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            guard let result = Message.Result(rawValue: input.result) else {
                throw .invalid(
                    field: "result",
                    Bilingual("须为 REACHED、NO_ANSWER 或 IMPOSSIBLE", "must be REACHED, NO_ANSWER or IMPOSSIBLE")
                )
            }
            let message = try core.cases.messages.handle(input.number, result, note: input.note, by: caller.decider)
            return .init(message: Self.shown(message))
        }
        self.endpoint.change(MessagesInterface.Cancel.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let message = try core.cases.messages.cancel(input.number, reason: input.reason, by: caller.decider)
            return .init(message: Self.shown(message))
        }
    }

    private func addCarrying(to service: inout VarlinkService) {
        self.endpoint.change(MessagesInterface.Take.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            try Self.requireGateway(caller)
            let channel = MessageChannel(rawValue: input.channel)
            guard let channel, channel.needsGateway else {
                throw .invalid(field: "channel", Bilingual("须为 SMS 或 WECHAT", "must be SMS or WECHAT"))
            }
            let sends = try core.cases.messages.takeSends(channel, limit: min(max(input.limit ?? 10, 1), 100))
            return .init(
                messages: sends.map { send in
                    .init(
                        key: send.key,
                        channel: send.channel.rawValue,
                        to: send.address,
                        zh: send.text.zh,
                        en: send.text.en,
                        topic: send.topic,
                        case: send.caseNumber,
                        urgency: send.urgency.rawValue
                    )
                }
            )
        }
        self.endpoint.change(MessagesInterface.Report.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            try Self.requireGateway(caller)
            let (number, step) = try Self.parts(ofKey: input.key)
            let outcome: MessageDesk.Outcome
            switch input.outcome {
            case "SENT": outcome = .sent(try input.level.map(Self.level) ?? .accepted)
            case "FAILED": outcome = .failed(input.reason ?? "", forNow: false)
            case "FAILED_FOR_NOW": outcome = .failed(input.reason ?? "", forNow: true)
            default:
                throw .invalid(
                    field: "outcome",
                    Bilingual("须为 SENT、FAILED 或 FAILED_FOR_NOW", "must be SENT, FAILED or FAILED_FOR_NOW")
                )
            }
            try core.cases.messages.report(outcome, of: number, step: step)
            return .init(message: Self.shown(try core.cases.messages.message(number)))
        }
        self.endpoint.change(MessagesInterface.Receipt.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            try Self.requireGateway(caller)
            let (number, step) = try Self.parts(ofKey: input.key)
            let message = try core.cases.messages.receipt(try Self.level(input.level), of: number, step: step)
            return .init(message: Self.shown(message))
        }
    }

    private func addContacts(to service: inout VarlinkService) {
        self.endpoint.read(MessagesInterface.Contact.self, in: &service) { input, _, core in
            let card = try core.cases.messages.card(of: input.person)?.masked
            return .init(mobile: card?.mobile, wechat: card?.wechat)
        }
        self.endpoint.change(MessagesInterface.SetContact.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            guard caller.isOperator || caller.view.id == input.person else {
                throw .refused(
                    Refusal(
                        code: "ROLE",
                        zh: "只有本人和运维人员可以更改联系方式。",
                        en: "only the person himself, or an operator, changes where he is reached"
                    )
                )
            }
            try core.cases.messages.setCard(
                ContactCard(mobile: input.mobile, wechat: input.wechat),
                of: input.person
            )
            return .init()
        }
    }

    private static func requireGateway(_ caller: Caller) throws(EngineError) {
        guard caller.isOperator || caller.view.roles.contains(Self.gatewayRole) else {
            throw .refused(
                Refusal(
                    code: "ROLE",
                    zh: "只有运维人员和角色 gateway 可以收发消息。",
                    en: "only operators, and whoever has the role gateway, carry messages"
                )
            )
        }
    }

    private static func parts(ofKey key: String) throws(EngineError) -> (number: String, step: Int) {
        let parts = key.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let step = Int(parts[1]), step >= 0 else {
            throw .invalid(field: "key", Bilingual("须如 XX-20220712-000001/0", "must be such as XX-20220712-000001/0"))
        }
        return (String(parts[0]), step)
    }

    private static func level(_ text: String) throws(EngineError) -> MessageLevel {
        guard let level = MessageLevel(rawValue: text) else {
            throw .invalid(
                field: "level",
                Bilingual("须为 ACCEPTED、DELIVERED、READ 或 CONFIRMED", "must be ACCEPTED, DELIVERED, READ or CONFIRMED")
            )
        }
        return level
    }

    private static func page(_ limit: Int?) -> Int { min(max(limit ?? 100, 1), Self.largestPage) }

    private static func notReadable(_ message: Message) -> Refusal {
        Refusal(code: "ROLE", zh: "消息 \(message.number) 不是发给您的。", en: "message \(message.number) is not for you")
    }

    private static func shown(_ message: Message) -> MessagesInterface.Message {
        let channel = message.reachedBy ?? message.current?.channel
        return .init(
            number: message.number,
            bureau: message.bureau,
            case: message.caseNumber,
            to: message.to,
            topic: message.topic,
            urgency: message.urgency.rawValue,
            zh: message.text.zh,
            en: message.text.en,
            at: Instant(milliseconds: message.at).description,
            status: message.status.rawValue,
            statusZh: message.status.name.zh,
            statusEn: message.status.name.en,
            channel: channel?.rawValue,
            channelZh: channel?.name.zh,
            channelEn: channel?.name.en,
            tries: message.tries,
            next: message.next.map { Instant(milliseconds: $0).description },
            readers: message.readers
        )
    }
}

extension Refusal {
    fileprivate static func notOf(_ bureau: String) -> Refusal {
        Refusal(
            code: "ROLE",
            zh: "只有部门 \(bureau) 的人员可以查看。",
            en: "only the staff of bureau \(bureau) may see that"
        )
    }
}
