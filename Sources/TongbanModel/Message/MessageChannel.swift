// SPDX-License-Identifier: Apache-2.0

import Civic

/// A way to tell somebody something.
public enum MessageChannel: String, Sendable, Hashable, Codable, CaseIterable {
    /// The inbox that the daemon keeps for persons and roles.
    case inApp = "IN_APP"
    /// A template message of a messenger, by a gateway.
    case wechat = "WECHAT"
    /// A short message, by a gateway.
    case sms = "SMS"
    /// Somebody calls and writes down what came of it.
    case phone = "PHONE"
    /// A notice on paper, handed over or posted.
    case print = "PRINT"

    /// Whether a gateway outside the daemon carries it; only the short text goes that way.
    public var needsGateway: Bool { self == .wechat || self == .sms }
    /// Whether people do it.
    public var isByHand: Bool { self == .phone || self == .print }
    /// Whether it may wake somebody up.
    public var disturbs: Bool { self.needsGateway || self == .phone }

    public var name: Bilingual {
        switch self {
        case .inApp: Bilingual("站内消息", "in-app")
        case .wechat: Bilingual("微信", "WeChat")
        case .sms: Bilingual("短信", "SMS")
        case .phone: Bilingual("电话", "phone call")
        case .print: Bilingual("书面通知", "printed notice")
        }
    }

    /// How long the channel is given when a cascade does not say.
    public var standardTime: Limit {
        switch self {
        case .inApp, .wechat: Limit(24, .hours)
        case .sms: Limit(2, .hours)
        case .phone: Limit(2, .workingDays)
        case .print: Limit(10, .workingDays)
        }
    }
}

/// How far a message has got with whom it is for.
public enum MessageLevel: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// The gateway or the inbox has taken it.
    case accepted = "ACCEPTED"
    /// It is on the device, or in the hand.
    case delivered = "DELIVERED"
    /// It was opened.
    case read = "READ"
    /// It was answered or confirmed.
    case confirmed = "CONFIRMED"

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    public static func < (one: MessageLevel, other: MessageLevel) -> Bool { one.rank < other.rank }
}

/// By which channels people are told of a topic, in which order, and how long each is given.
public struct CascadeDeclaration: Sendable, Hashable, Codable {
    public struct Step: Sendable, Hashable, Codable {
        public var channel: MessageChannel
        /// What counts as reached; the next channel is tried when it is not within the time.
        public var until: MessageLevel
        /// In the notation of `Limit`: `24h`, `2wd`; the channel's ``MessageChannel/standardTime`` unless given.
        public var within: String?
        /// Of a phone call: how often it is tried, each time on another day; 1 unless given.
        public var tries: Int?

        public init(
            _ channel: MessageChannel,
            until: MessageLevel = .accepted,
            within: String? = nil,
            tries: Int? = nil
        ) {
            self.channel = channel
            self.until = until
            self.within = within
            self.tries = tries
        }
    }

    /// A topic, its first dotted parts followed by `.*`, or `*` for all.
    public var topic: String
    public var steps: [Step]
    /// Whether the case gets `message.reached` and `message.unreached`.
    public var raises: Bool
    /// The roles that call and print; the bureau's supervisors unless given.
    public var roles: [String]?

    public init(topic: String, steps: [Step], raises: Bool = false, roles: [String]? = nil) {
        self.topic = topic
        self.steps = steps
        self.raises = raises
        self.roles = roles
    }

    /// What holds where a bureau says nothing: a short message where there is a gateway and a number, else the inbox.
    public static let forCitizens = CascadeDeclaration(topic: "*", steps: [Step(.sms), Step(.inApp)])
    public static let forStaff = CascadeDeclaration(topic: "*", steps: [Step(.inApp)])

    /// How well it fits a topic: the length of what agrees; `nil` when it does not.
    public func fit(of topic: String) -> Int? {
        if self.topic == "*" { return 0 }
        guard self.topic.hasSuffix(".*") else { return self.topic == topic ? .max : nil }
        let head = self.topic.dropLast(1)
        return topic.hasPrefix(head) ? head.utf8.count : nil
    }

    /// The one that fits a topic best, of equals the first.
    public static func best(of cascades: [CascadeDeclaration], for topic: String) -> CascadeDeclaration? {
        var found: (cascade: CascadeDeclaration, fit: Int)?
        for cascade in cascades {
            if let fit = cascade.fit(of: topic), fit > found?.fit ?? -1 { found = (cascade, fit) }
        }
        return found?.cascade
    }
}

extension DeclarationCheck {
    static func cascadeFaults(in bureau: BureauDeclaration) -> [Fault] {
        var faults: [Fault] = []
        var seen: Set<String> = []
        for cascade in bureau.cascades ?? [] {
            func fault(_ zh: String, _ en: String) {
                faults.append(Fault(place: "cascade/\(cascade.topic)", message: Bilingual(zh, en)))
            }
            if !seen.insert(cascade.topic).inserted { fault("主题重复", "this topic is declared twice") }
            if cascade.topic.isEmpty || cascade.topic.utf8.count > 64 {
                fault("主题须为 1 至 64 字节", "a topic has 1 to 64 bytes")
            }
            if !(1...8).contains(cascade.steps.count) { fault("须有 1 至 8 级渠道", "a cascade has 1 to 8 steps") }
            for step in cascade.steps {
                if let within = step.within, (try? Limit(within)).map({ $0.count < 1 }) ?? true {
                    fault("时限 \(within) 无法读取", "\(within) is no time limit")
                }
                if let tries = step.tries, !(1...10).contains(tries) || step.channel != .phone {
                    fault("只有电话可以重试,1 至 10 次", "only calls are tried again, 1 to 10 times")
                }
            }
            for role in cascade.roles ?? [] where !bureau.roles.contains(where: { $0.id == role }) {
                fault("没有角色 \(role)", "there is no role \(role)")
            }
        }
        for item in bureau.items {
            for field in [item.mobileField, item.wechatField].compactMap({ $0 })
            where !item.form.contains(where: { $0.id == field }) {
                faults.append(
                    Fault(
                        place: "item/\(item.id)",
                        message: Bilingual("没有字段 \(field)", "there is no field \(field)")
                    )
                )
            }
        }
        return faults
    }
}
