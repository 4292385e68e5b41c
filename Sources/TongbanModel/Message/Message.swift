// SPDX-License-Identifier: Apache-2.0

import Civic

/// One message to one recipient, and the way it has gone so far.
///
/// It holds no telephone number: that is looked up whenever it is needed, so that nobody gets a message at a number that
/// was corrected meanwhile.
public struct Message: Sendable, Hashable, Codable {
    public enum Status: String, Sendable, Hashable, Codable, CaseIterable {
        /// Waits for the end of the quiet hours.
        case quiet = "QUIET"
        /// Goes to a gateway, or is there.
        case sending = "SENDING"
        /// Somebody has to call, or to hand over paper.
        case byHand = "BY_HAND"
        /// A channel has taken it; whether it reaches anybody is waited for.
        case waiting = "WAITING"
        case reached = "REACHED"
        /// No channel has reached anybody.
        case unreached = "UNREACHED"
        case cancelled = "CANCELLED"

        public var isOpen: Bool {
            switch self {
            case .quiet, .sending, .byHand, .waiting: true
            case .reached, .unreached, .cancelled: false
            }
        }

        public var name: Bilingual {
            switch self {
            case .quiet: Bilingual("静默时段等待", "Waiting for the morning")
            case .sending: Bilingual("发送中", "Sending")
            case .byHand: Bilingual("待人工", "For people")
            case .waiting: Bilingual("等待回执", "Waiting")
            case .reached: Bilingual("已送达", "Reached")
            case .unreached: Bilingual("未送达", "Not reached")
            case .cancelled: Bilingual("已取消", "Cancelled")
            }
        }
    }

    /// Something that happened on the way.
    public struct Entry: Sendable, Hashable, Codable {
        /// In milliseconds UTC.
        public var at: Int64
        public var channel: MessageChannel?
        /// `placed`, `sent`, `failed`, `skipped`, `read`, `called`, …
        public var what: String
        /// Without an address.
        public var detail: String?
    }

    /// What the message cannot know by itself, at a moment.
    public struct Facts {
        public var now: Instant
        /// When the quiet hours end, for a moment in them; `nil` for those who may be disturbed.
        public var opening: (Instant) -> Instant?
        /// Why a channel cannot be used; `nil` when it can.
        public var obstacle: (MessageChannel) -> String?
        /// When a time limit that begins now is over.
        public var end: (Limit) -> Instant

        public init(
            now: Instant,
            opening: @escaping (Instant) -> Instant?,
            obstacle: @escaping (MessageChannel) -> String?,
            end: @escaping (Limit) -> Instant
        ) {
            self.now = now
            self.opening = opening
            self.obstacle = obstacle
            self.end = end
        }
    }

    /// What came of a call, or of paper.
    public enum Result: String, Sendable, Hashable, Codable, CaseIterable {
        case reached = "REACHED"
        /// Nobody answered; a call is tried again on another day.
        case noAnswer = "NO_ANSWER"
        /// There is nobody to reach that way.
        case impossible = "IMPOSSIBLE"
    }

    /// No more is kept of the way; of more the oldest go, but for the first.
    public static let historyLimit = 40
    /// After these seconds a gateway that failed for a while is tried again.
    public static let pauses: [Int64] = [60, 300, 1_800]
    /// A gateway that has not answered for so many seconds has failed for a while.
    public static let sendLimit: Int64 = 120
    /// Characters of what people note, and of a reason.
    public static let noteLimit = 500

    /// `XX-20220712-000001`.
    public var number: String
    public var bureau: String
    public var caseNumber: String?
    /// `subject` or `contact` of the case, a person, or a role.
    public var to: String
    public var topic: String
    public var urgency: HandoffUrgency
    public var text: Bilingual
    /// What gateways get: ``text`` unless something stands in it that may not travel.
    public var short: Bilingual
    /// Why ``short`` is another text.
    public var replaced: String?
    public var cascade: CascadeDeclaration
    /// In milliseconds UTC.
    public var at: Int64
    public var status = Status.waiting
    /// The step of the cascade it is at.
    public var step = 0
    /// How often the step was tried.
    public var tries = 0
    /// Whether a gateway is at it.
    public var isTaken = false
    /// When something has to be looked at next, in milliseconds UTC.
    public var next: Int64?
    /// When people may try next; only for calls.
    public var after: Int64?
    public var level: MessageLevel?
    public var reachedBy: MessageChannel?
    /// Who has opened it.
    public var readers: [String] = []
    public var history: [Entry] = []

    public init(
        number: String,
        bureau: String,
        caseNumber: String?,
        to: String,
        topic: String,
        urgency: HandoffUrgency,
        text: Bilingual,
        short: Bilingual,
        replaced: String?,
        cascade: CascadeDeclaration,
        at: Int64
    ) {
        self.number = number
        self.bureau = bureau
        self.caseNumber = caseNumber
        self.to = to
        self.topic = topic
        self.urgency = urgency
        self.text = text
        self.short = short
        self.replaced = replaced
        self.cascade = cascade
        self.at = at
    }

    public var current: CascadeDeclaration.Step? {
        self.cascade.steps.indices.contains(self.step) ? self.cascade.steps[self.step] : nil
    }

    /// The key a gateway is given: the same however often the step is tried, so that nobody gets it twice.
    public var key: String { "\(self.number)/\(self.step)" }

    /// Whether people can do something for it now.
    public func isForPeople(at now: Instant) -> Bool {
        self.status == .byHand && self.after.map { $0 <= now.milliseconds } ?? true
    }

    mutating func note(_ what: String, _ channel: MessageChannel?, at now: Instant, _ detail: String? = nil) {
        self.history.append(Entry(at: now.milliseconds, channel: channel, what: what, detail: detail))
        if self.history.count > Self.historyLimit { self.history.remove(at: 1) }
    }

    // MARK: The way

    /// Tries the channels from the current step on, until one can be used or must be waited for.
    public mutating func go(_ facts: Facts) {
        self.isTaken = false
        self.after = nil
        while let step = self.current {
            if let obstacle = facts.obstacle(step.channel) {
                self.note("skipped", step.channel, at: facts.now, obstacle)
                self.leave()
                continue
            }
            if step.channel.disturbs, let opening = facts.opening(facts.now) {
                self.status = .quiet
                self.next = opening.milliseconds
                return
            }
            switch step.channel {
            case .inApp:
                self.status = .sending
                self.note("placed", .inApp, at: facts.now)
                self.take(.accepted, of: self.step, facts)
            case .sms, .wechat:
                self.status = .sending
                self.next = facts.now.milliseconds
                self.note("ready", step.channel, at: facts.now)
            case .phone, .print:
                self.status = .byHand
                self.next = self.end(facts).milliseconds
            }
            return
        }
        self.status = .unreached
        self.next = nil
        self.note("unreached", nil, at: facts.now)
    }

    private func end(_ facts: Facts) -> Instant {
        guard let step = self.current else { return facts.now }
        return facts.end(step.within.flatMap { try? Limit($0) } ?? step.channel.standardTime)
    }

    private mutating func leave() {
        self.step += 1
        self.tries = 0
        self.isTaken = false
        self.after = nil
    }

    /// A channel has taken it, or tells how far it got.
    private mutating func take(_ level: MessageLevel, of index: Int, _ facts: Facts) {
        let step = self.cascade.steps[index]
        self.level = max(self.level ?? level, level)
        if level >= step.until || level >= .read {
            self.status = .reached
            self.reachedBy = step.channel
            self.next = nil
            self.isTaken = false
            self.after = nil
        } else if index == self.step, self.status.isOpen, self.status != .waiting {
            self.status = .waiting
            self.isTaken = false
            self.next = self.end(facts).milliseconds
        }
    }

    // MARK: Gateways

    /// A gateway takes it; unless it answers, it has failed for a while.
    public mutating func taken(_ facts: Facts) {
        self.isTaken = true
        self.tries += 1
        self.next = facts.now.adding(seconds: Self.sendLimit).milliseconds
    }

    /// A gateway has taken the message of a step. What is told of another step, or twice, changes nothing.
    public mutating func sent(_ level: MessageLevel, ofStep index: Int, _ facts: Facts) {
        guard self.status == .sending, index == self.step, let step = self.current else { return }
        self.note("sent", step.channel, at: facts.now)
        self.take(level, of: index, facts)
    }

    /// A gateway has failed: for a while, and it is tried again, or for good, and the next channel is.
    public mutating func failed(_ reason: String, forNow: Bool, ofStep index: Int, _ facts: Facts) {
        guard self.status == .sending, index == self.step, let step = self.current else { return }
        self.note("failed", step.channel, at: facts.now, reason)
        guard forNow, self.tries <= Self.pauses.count, self.tries > 0 else {
            self.leave()
            return self.go(facts)
        }
        let again = facts.now.adding(seconds: Self.pauses[self.tries - 1])
        self.isTaken = false
        self.next = (facts.opening(again) ?? again).milliseconds
    }

    /// News of a step that a channel had taken: on the device, opened, confirmed. What was reached stays so.
    public mutating func receipt(_ level: MessageLevel, ofStep index: Int, _ facts: Facts) {
        guard self.cascade.steps.indices.contains(index), index <= self.step, self.status != .cancelled,
            self.level.map({ level > $0 }) ?? true || self.status.isOpen
        else { return }
        self.note(level.rawValue.lowercased(), self.cascade.steps[index].channel, at: facts.now)
        self.take(level, of: index, facts)
    }

    // MARK: People

    /// Somebody opens it in the inbox.
    public mutating func read(by person: String, confirms: Bool, _ facts: Facts) {
        if !self.readers.contains(person), self.readers.count < 100 { self.readers.append(person) }
        let index = self.cascade.steps.firstIndex { $0.channel == .inApp } ?? self.step
        self.receipt(confirms ? .confirmed : .read, ofStep: min(index, self.step), facts)
    }

    /// Somebody has called, or brought paper.
    ///
    /// - Throws: `NOT_BY_HAND`, `TOO_SOON` before the next day, `TEXT_TOO_LONG`.
    public mutating func handled(_ result: Result, note: String?, _ facts: Facts) throws(Refusal) {
        guard self.status == .byHand, let step = self.current else {
            throw Refusal(
                code: "NOT_BY_HAND",
                zh: "消息 \(self.number) 无需人工处理(\(self.status.name.zh))。",
                en: "message \(self.number) is not for people to deliver (\(self.status.name.en.lowercased()))"
            )
        }
        if let after, after > facts.now.milliseconds, result != .impossible {
            throw Refusal(
                code: "TOO_SOON",
                zh: "消息 \(self.number) 须于 \(Instant(milliseconds: after)) 以后再次拨打。",
                en: "message \(self.number) is tried again after \(Instant(milliseconds: after))"
            )
        }
        if let note, note.count > Self.noteLimit {
            throw Refusal(
                code: "TEXT_TOO_LONG",
                zh: "说明最多 \(Self.noteLimit) 字。",
                en: "a note has at most \(Self.noteLimit) characters"
            )
        }
        self.tries += 1
        self.note(result.rawValue.lowercased(), step.channel, at: facts.now, note)
        switch result {
        case .reached: self.take(.confirmed, of: self.step, facts)
        case .noAnswer where self.tries < step.tries ?? 1:
            let day = ShanghaiTime.day(of: facts.now).adding(days: 1)
            let after = ShanghaiTime.instant(day: day, minutes: 8 * 60)
            self.after = after.milliseconds
            self.next = max(self.next ?? 0, after.adding(seconds: 86_400).milliseconds)
        case .noAnswer, .impossible:
            self.leave()
            self.go(facts)
        }
    }

    /// Takes it back.
    ///
    /// - Throws: `MESSAGE_OVER`.
    public mutating func cancel(_ reason: String, _ facts: Facts) throws(Refusal) {
        guard self.status.isOpen else {
            throw Refusal(
                code: "MESSAGE_OVER",
                zh: "消息 \(self.number) \(self.status.name.zh)。",
                en: "message \(self.number) is over (\(self.status.name.en.lowercased()))"
            )
        }
        self.note("cancelled", nil, at: facts.now, reason)
        self.status = .cancelled
        self.next = nil
        self.isTaken = false
    }

    // MARK: Time

    /// What was waited for has not come, or the night is over.
    public mutating func timeUp(_ facts: Facts) {
        guard self.status.isOpen, let next, next <= facts.now.milliseconds else { return }
        switch self.status {
        case .quiet: self.go(facts)
        case .sending where self.isTaken: self.failed("no answer", forNow: true, ofStep: self.step, facts)
        case .sending: self.note("ready", self.current?.channel, at: facts.now)
        case .waiting, .byHand:
            self.note("late", self.current?.channel, at: facts.now)
            self.leave()
            self.go(facts)
        case .reached, .unreached, .cancelled: break
        }
    }
}
