// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// What a gateway has to carry.
public struct OutgoingMessage: Sendable, Hashable {
    public var number: String
    public var step: Int
    /// The same however often it is tried.
    public var key: String
    public var channel: MessageChannel
    public var address: String
    public var text: Bilingual
    public var topic: String
    public var caseNumber: String?
    public var urgency: HandoffUrgency
}

/// What the configuration says of telling people.
public struct MessageRules: Sendable, Hashable {
    /// The channels that have a gateway.
    public var gateways: Set<MessageChannel>
    /// When citizens are not disturbed; `nil` for no such hours.
    public var quietHours: QuietHours?
    /// Words no short text may have, beside ``ShortText/commonWords``.
    public var words: [String]

    public init(gateways: Set<MessageChannel> = [], quietHours: QuietHours? = .standard, words: [String] = []) {
        self.gateways = gateways
        self.quietHours = quietHours
        self.words = words
    }
}

/// Tells people by the channels their bureau declares, one after the other until a message has reached them.
public final class MessageDesk {
    unowned let cases: CaseEngine
    public var rules = MessageRules()

    static let kind = "message"
    static let cardKind = "contact-card"
    static let caseKey = "case"
    static let inboxKey = "inbox"
    static let unreadKey = "unread"
    static let handKey = "hand"
    static let sendKey = "send"
    static let origin = "message"
    /// Those that the case itself is about.
    static let citizens: Set<String> = ["subject", "contact"]

    init(cases: CaseEngine) {
        self.cases = cases
    }

    var engine: Engine { self.cases.engine }

    static func timer(_ number: String) -> String { "message:\(number)" }

    // MARK: Telling

    /// Tells somebody: `subject` or `contact` of a case, a person of the directory, or a role of the bureau.
    ///
    /// - Parameter inHand: the case as it is now, where that is not what is stored.
    func tell(
        _ topic: String,
        _ to: String,
        _ text: Bilingual,
        of bureau: String,
        caseNumber: String?,
        urgency: HandoffUrgency = .normal,
        about inHand: CaseInHand? = nil
    ) throws(EngineError) {
        let declared = self.cases.directory.declaration(of: bureau)?.declaration.cascades ?? []
        let isCitizen = Self.citizens.contains(to)
        let cascade = CascadeDeclaration.best(of: declared, for: topic) ?? (isCitizen ? .forCitizens : .forStaff)
        var short = text
        var replaced: String?
        if cascade.steps.contains(where: \.channel.needsGateway) {
            let check = ShortText(words: self.rules.words)
            do throws(ShortTextError) {
                try check.check(text.zh, parts: 4)
                try check.check(text.en, parts: 4)
            } catch {
                replaced = error.code
                short = Self.neutral(caseNumber)
            }
        }
        var message = Message(
            number: try self.cases.nextNumber("XX", of: "message"),
            bureau: bureau,
            caseNumber: caseNumber,
            to: to,
            topic: topic,
            urgency: urgency,
            text: text,
            short: short,
            replaced: replaced,
            cascade: cascade,
            at: self.engine.now.milliseconds
        )
        if inHand == nil, try self.isDead(message) {
            try self.refuse(&message, because: "DEAD")
        } else {
            message.go(try self.facts(of: message, inHand))
        }
        try self.keep(message, before: nil)
    }

    private static func neutral(_ number: String?) -> Bilingual {
        guard let number else {
            return Bilingual(
                "您有一条新消息,请登录查看或到窗口咨询。",
                "There is a message for you: please look it up, or ask at the counter."
            )
        }
        return Bilingual(
            "您的办件 \(number) 有新进展,请登录查看或到窗口咨询。",
            "There is news of your case \(number): please look it up, or ask at the counter."
        )
    }

    // MARK: What a message cannot know

    func facts(of message: Message, _ inHand: CaseInHand? = nil) throws(EngineError) -> Message.Facts {
        let isCitizen = Self.citizens.contains(message.to)
        let quiet = isCitizen && message.urgency != .life ? self.rules.quietHours : nil
        let gateways = self.rules.gateways
        var addresses: [MessageChannel: String] = [:]
        for channel in [MessageChannel.sms, .wechat, .phone] {
            addresses[channel] = try self.address(of: message, channel, inHand)
        }
        let known = addresses
        let rules = DeadlineRules(calendar: self.cases.directory.calendar, hours: self.cases.directory.officeHours)
        let now = self.engine.now
        return Message.Facts(
            now: now,
            opening: { quiet?.opening(after: $0) },
            obstacle: { channel in
                if channel.needsGateway, !gateways.contains(channel) { return "no gateway" }
                if channel.disturbs, known[channel] == nil { return "no number" }
                return nil
            },
            end: { limit in
                // Where the calendar does not reach, every day counts.
                (try? rules.due(DeadlineLedger(start: now, limit: limit)))?.instant
                    ?? now.adding(seconds: Int64(limit.count) * 86_400)
            }
        )
    }

    /// The number or id somebody has for a channel, as it is now.
    func address(
        of message: Message,
        _ channel: MessageChannel,
        _ inHand: CaseInHand? = nil
    ) throws(EngineError) -> String? {
        guard Self.citizens.contains(message.to) else {
            return try self.card(of: message.to)?.address(channel)
        }
        var known = inHand
        if known == nil { known = try self.stored(message.caseNumber) }
        guard let inHand = known else { return nil }
        let item = inHand.item.declaration
        func value(_ field: String?) -> String? {
            field.flatMap { inHand.state.data[$0]?.stringValue }.flatMap { $0.isEmpty ? nil : $0 }
        }
        func mobile(_ field: String?) -> String? { value(field).flatMap { (try? MobileNumber($0))?.text } }
        switch (message.to, channel) {
        case ("contact", .sms), ("contact", .phone): return mobile(item.contactField)
        case ("subject", .sms), ("subject", .phone): return mobile(item.mobileField)
        case ("subject", .wechat): return value(item.wechatField)
        default: return nil
        }
    }

    private func stored(_ number: String?) throws(EngineError) -> CaseInHand? {
        guard let number,
            let record = try self.cases.store({ store throws(StoreError) in try store.caseRecord(number) })
        else { return nil }
        return try self.cases.inHand(record)
    }

    private func isDead(_ message: Message) throws(EngineError) -> Bool {
        guard message.to == "subject", let number = message.caseNumber,
            let subject = try self.cases.store({ store throws(StoreError) in try store.caseRecord(number) })?.subject
        else { return false }
        let key = CaseEngine.deceasedPrefix + subject
        return try self.cases.store { store throws(StoreError) in try store.settings(prefix: key) }
            .contains { $0.key == key }
    }

    private func refuse(_ message: inout Message, because reason: String) throws(EngineError) {
        let facts = try self.facts(of: message)
        do throws(Refusal) { try message.cancel(reason, facts) } catch { throw .refused(error) }
    }

    // MARK: Gateways

    /// Gives a gateway what is to go now; unless it reports, each is tried again.
    public func takeSends(_ channel: MessageChannel, limit: Int) throws(EngineError) -> [OutgoingMessage] {
        try self.cases.call { () throws(EngineError) in
            let objects = try self.cases.store { store throws(StoreError) in
                try store.objects(
                    kind: Self.kind,
                    key: Self.sendKey,
                    from: "\(channel.rawValue)#",
                    to: "\(channel.rawValue)#\(Self.padded(self.engine.now.milliseconds))",
                    after: nil,
                    limit: limit
                )
            }
            var sends: [OutgoingMessage] = []
            for object in objects {
                let before = try self.read(object)
                var message = before
                let facts = try self.facts(of: message)
                if try self.isDead(message) {
                    try self.refuse(&message, because: "DEAD")
                } else if let step = message.current, facts.obstacle(step.channel) == nil,
                    facts.opening(facts.now) == nil, let address = try self.address(of: message, step.channel)
                {
                    message.taken(facts)
                    sends.append(
                        OutgoingMessage(
                            number: message.number,
                            step: message.step,
                            key: message.key,
                            channel: step.channel,
                            address: address,
                            text: message.short,
                            topic: message.topic,
                            caseNumber: message.caseNumber,
                            urgency: message.urgency
                        )
                    )
                } else {
                    message.go(facts)
                }
                try self.keep(message, before: before)
            }
            return sends
        }
    }

    public enum Outcome: Sendable, Hashable {
        case sent(MessageLevel)
        /// For a while, or for good; why, without an address.
        case failed(String, forNow: Bool)
    }

    /// What became of a message a gateway took.
    public func report(_ outcome: Outcome, of number: String, step: Int) throws(EngineError) {
        try self.cases.call { () throws(EngineError) in
            _ = try self.change(number) { message, facts in
                switch outcome {
                case .sent(let level): message.sent(level, ofStep: step, facts)
                case .failed(let reason, let forNow):
                    message.failed(String(reason.prefix(200)), forNow: forNow, ofStep: step, facts)
                }
            }
        }
    }

    /// A receipt of a gateway: on the device, opened, answered.
    public func receipt(_ level: MessageLevel, of number: String, step: Int) throws(EngineError) -> Message {
        try self.cases.call { () throws(EngineError) in
            try self.change(number) { message, facts in message.receipt(level, ofStep: step, facts) }
        }
    }

    // MARK: People

    /// Somebody opens a message in his inbox, or confirms it.
    public func read(_ number: String, confirms: Bool, by person: PersonView) throws(EngineError) -> Message {
        try self.cases.call { () throws(EngineError) in
            guard self.mayOpen(try self.message(number), person) else {
                throw .refused(
                    Refusal(code: "ROLE", zh: "消息 \(number) 不是发给您的。", en: "message \(number) is not for you")
                )
            }
            return try self.change(number) { message, facts in
                message.read(by: person.id, confirms: confirms, facts)
            }
        }
    }

    /// Somebody has called, or brought paper, and says what came of it.
    public func handle(
        _ number: String,
        _ result: Message.Result,
        note: String?,
        by person: PersonView
    ) throws(EngineError) -> Message {
        try self.cases.call { () throws(EngineError) in
            let message = try self.message(number)
            guard self.mayHandle(message, person) else {
                throw .refused(
                    .role(
                        message.cascade.roles ?? self.cases.directory.supervisors(of: message.bureau),
                        toDo: Bilingual("人工送达", "Deliver by hand")
                    )
                )
            }
            return try self.change(number) { message, facts throws(EngineError) in
                do throws(Refusal) { try message.handled(result, note: note, facts) } catch { throw .refused(error) }
            }
        }
    }

    /// Takes a message back that has not reached anybody yet.
    public func cancel(_ number: String, reason: String, by person: PersonView) throws(EngineError) -> Message {
        try self.cases.call { () throws(EngineError) in
            let message = try self.message(number)
            guard self.cases.supervises(person, message.bureau) else {
                throw .refused(.notSupervisor(self.cases.directory.supervisors(of: message.bureau)))
            }
            guard !reason.isEmpty else {
                throw .invalid(field: "reason", Bilingual("须说明原因", "a reason must be given"))
            }
            guard reason.count <= Message.noteLimit else {
                throw .tooLarge(field: "reason", limit: Message.noteLimit)
            }
            return try self.change(number) { message, facts throws(EngineError) in
                do throws(Refusal) { try message.cancel(reason, facts) } catch { throw .refused(error) }
            }
        }
    }

    public func mayOpen(_ message: Message, _ person: PersonView) -> Bool {
        guard !Self.citizens.contains(message.to) else {
            return message.caseNumber.flatMap { number in
                try? self.cases.store { store throws(StoreError) in try store.caseRecord(number) }
            }?.subject == person.id
        }
        return message.to == person.id
            || self.cases.directory.persons[message.to] == nil
                && !person.isSystem && person.holdsOne(of: [message.to], in: message.bureau)
    }

    public func mayHandle(_ message: Message, _ person: PersonView) -> Bool {
        self.cases.supervises(person, message.bureau)
            || person.holdsOne(of: message.cascade.roles ?? [], in: message.bureau)
    }

    /// The number to call for a message.
    public func callNumber(of message: Message) throws(EngineError) -> String? {
        try self.address(of: message, .phone)
    }

    /// Notes in the journal that somebody was given a number to call.
    public func noteCall(_ message: Message) throws(EngineError) {
        try self.engine.record("message.number", bureau: message.bureau, caseNumber: message.caseNumber) { writer in
            writer.beginObject()
            writer.member("message", message.number)
            writer.endObject()
        }
    }

    // MARK: Contact cards

    public func card(of person: String) throws(EngineError) -> ContactCard? {
        let object = try self.cases.store { store throws(StoreError) in
            try store.object(kind: Self.cardKind, id: person)
        }
        guard let object else { return nil }
        let body = try self.engine.opened(object.body, as: "\(Self.cardKind)/\(person)")
        return try? body.parsed().decoded(as: ContactCard.self)
    }

    /// Says where a person of the directory can be reached.
    public func setCard(_ card: ContactCard, of person: String) throws(EngineError) {
        try self.cases.call { () throws(EngineError) in
            guard self.cases.directory.persons[person] != nil else {
                throw .refused(Refusal(code: "NO_PERSON", zh: "没有人员 \(person)。", en: "there is no person \(person)"))
            }
            do throws(Refusal) { try card.check() } catch { throw .refused(error) }
            try self.write(Self.cardKind, person, [:], card)
            try self.engine.record("person.contact", bureau: nil, caseNumber: nil) { writer in
                writer.beginObject()
                writer.member("person", person)
                writer.endObject()
            }
        }
    }
}
