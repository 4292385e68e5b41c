// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// A matter that a case hands on to another body (移交单), until the sender has its result.
///
/// Each change is one function that checks whether it is possible, and says what is: the moment and the person are
/// values, so that the same calls always come to the same hand-off.
public struct HandoffRecord: Sendable, Hashable, Codable {
    /// The most characters a request, a reason or a result has.
    public static let textLimit = 500
    /// The most files that are handed on, and that a result has.
    public static let attachmentLimit = 20
    /// So often may it be sent back as not competent; then the coordinator decides.
    public static let bounceLimit = 2
    /// So often may the sender send a result back; then the coordinator decides.
    public static let redoLimit = 1
    public static let redirectLimit = Limit(1, .workingDays)
    public static let decisionLimit = Limit(1, .workingDays)
    public static let confirmationLimit = Limit(3, .workingDays)

    /// The two bodies and the coordinator.
    public struct Body: Sendable, Hashable, Codable {
        public var id: String
        public var name: Bilingual
        /// Whether it has a plugin; one that has none gets a printed slip.
        public var isBureau: Bool

        public init(id: String, name: Bilingual, isBureau: Bool) {
            self.id = id
            self.name = name
            self.isBureau = isBureau
        }
    }

    /// One change, for those who look later.
    public struct Event: Sendable, Hashable, Codable {
        public var what: String
        public var by: String
        /// Milliseconds since 1970, UTC.
        public var at: Int64
        public var text: String?
        public var to: String?
    }

    /// What it follows from that a step has passed its limit: the step, when it began, how long it may take.
    public struct Step: Sendable, Hashable {
        public var name: String
        public var start: Instant
        public var limit: Limit
    }

    /// `HO-YYYYMMDD-NNNNNN`.
    public var number: String
    /// The declaration it was made by.
    public var kind: String
    public var title: Bilingual
    public var bureau: String
    public var caseNumber: String
    public var to: Body
    public var request: String
    public var urgency: HandoffUrgency
    /// How long the receiver has once it was taken, in the notation of `Limit`.
    public var limit: String?
    /// The values of the case that are handed on.
    public var data: JSON
    /// Those of them that are sensitive.
    public var sensitive: [String]
    /// Hashes of the files that are handed on.
    public var attachments: [String]
    public private(set) var state: HandoffState
    /// When the state was entered, in milliseconds since 1970, UTC.
    public private(set) var since: Int64
    public private(set) var bounces = 0
    public private(set) var redos = 0
    /// Whether the coordinator named the receiver, who cannot send it back then.
    public private(set) var isBinding = false
    public private(set) var receiverCase: String?
    public private(set) var result: String?
    public private(set) var evidence: [String] = []
    public private(set) var events: [Event] = []
    /// The steps whose limits passed; they stay.
    public private(set) var breaches: [String] = []
    /// Whether the sender's case was suspended for it.
    public var suspends = false

    public init(
        number: String,
        declaration: HandoffDeclaration,
        bureau: String,
        caseNumber: String,
        to body: Body,
        request: String,
        urgency: HandoffUrgency? = nil,
        data: JSONObject = [:],
        sensitive: [String] = [],
        attachments: [String] = [],
        by person: String,
        at now: Instant
    ) throws(Refusal) {
        self.number = number
        self.kind = declaration.id
        self.title = declaration.name
        self.bureau = bureau
        self.caseNumber = caseNumber
        self.to = body
        self.request = try Self.checked(request, "request")
        self.urgency = urgency ?? declaration.urgency
        self.limit = declaration.limit
        self.data = .object(data)
        self.sensitive = sensitive
        self.attachments = attachments
        self.state = .sent
        self.since = now.milliseconds
        guard attachments.count <= Self.attachmentLimit else { throw .tooManyFiles }
        self.enter(.sent, "sent", by: person, at: now, text: nil, to: body.id)
        if body.isBureau { self.enter(.received, "received", by: "system", at: now) }
    }

    public var isOpen: Bool { self.state.isOpen }

    // MARK: The receiver

    /// The printed slip was handed over.
    public mutating func deliver(by person: String, at now: Instant) throws(Refusal) {
        try self.require([.sent], "deliver")
        self.enter(.received, "received", by: person, at: now)
    }

    /// The receiver works on it in one of its cases, whether or not anybody has taken it yet.
    public mutating func assign(case number: String) { self.receiverCase = number }

    /// The receiver takes it in hand.
    public mutating func take(by person: String, at now: Instant, case number: String? = nil) throws(Refusal) {
        try self.require([.received], "take")
        if let number { self.receiverCase = number }
        self.enter(.taken, "taken", by: person, at: now, text: number)
    }

    /// The receiver sends it back as not competent.
    ///
    /// - Parameters:
    ///   - competent: the body that is, as the receiver sees it.
    ///   - isLate: whether ``HandoffUrgency/bounceLimit`` has passed.
    public mutating func bounce(
        competent: String,
        reason: String,
        isLate: Bool,
        by person: String,
        at now: Instant
    ) throws(Refusal) {
        try self.require([.received], "bounce")
        guard !self.isBinding else { throw .bindingHandoff(self.number) }
        let competent = try Self.checked(competent, "competent")
        let reason = try Self.checked(reason, "reason")
        guard !isLate else { throw .bounceLate(self.number, self.urgency.bounceLimit) }
        self.bounces += 1
        self.enter(.bounced, "bounced", by: person, at: now, text: reason, to: competent)
        if self.bounces >= Self.bounceLimit { self.enter(.referred, "referred", by: "system", at: now) }
    }

    /// The receiver reports the result.
    public mutating func finish(
        result: String,
        evidence: [String],
        by person: String,
        at now: Instant,
        case number: String? = nil
    ) throws(Refusal) {
        try self.require([.taken, .redo], "done")
        let result = try Self.checked(result, "result")
        guard evidence.count <= Self.attachmentLimit else { throw .tooManyFiles }
        self.result = result
        self.evidence = evidence
        if let number { self.receiverCase = number }
        self.enter(.done, "done", by: person, at: now, text: result)
    }

    // MARK: The sender

    /// The sender sends it on to the body that is competent.
    public mutating func redirect(to body: Body, by person: String, at now: Instant) throws(Refusal) {
        try self.require([.bounced], "redirect")
        self.hand(to: body, "redirected", by: person, at: now)
    }

    /// The sender is content, or was silent for ``confirmationLimit``.
    public mutating func confirm(by person: String, at now: Instant) throws(Refusal) {
        try self.require([.done], "confirm")
        self.enter(.confirmed, "confirmed", by: person, at: now)
    }

    /// The sender is not content: once the receiver does it again, the second time the coordinator decides.
    public mutating func refuse(reason: String, by person: String, at now: Instant) throws(Refusal) {
        try self.require([.done], "redo")
        let reason = try Self.checked(reason, "reason")
        guard self.redos < Self.redoLimit else {
            return self.enter(.referred, "referred", by: person, at: now, text: reason)
        }
        self.redos += 1
        self.enter(.redo, "redo", by: person, at: now, text: reason)
    }

    /// The sender's case has ended, or needs it no more.
    public mutating func withdraw(reason: String?, by person: String, at now: Instant) throws(Refusal) {
        guard self.isOpen else { throw .handoffState(self.number, self.state, "withdraw") }
        self.enter(.withdrawn, "withdrawn", by: person, at: now, text: reason)
    }

    // MARK: The coordinator

    /// The coordinator names the receiver, who cannot send it back; of a result, who must do it again.
    public mutating func decide(
        body: Body,
        reason: String,
        by person: String,
        at now: Instant
    ) throws(Refusal) {
        try self.require([.referred], "decide")
        _ = try Self.checked(reason, "reason")
        self.isBinding = true
        self.hand(to: body, "decided", by: person, at: now, text: reason)
    }

    /// The coordinator decides that the result stands.
    public mutating func accept(reason: String, by person: String, at now: Instant) throws(Refusal) {
        try self.require([.referred], "decide")
        guard self.result != nil else { throw .noHandoffResult(self.number) }
        let reason = try Self.checked(reason, "reason")
        self.enter(.confirmed, "accepted", by: person, at: now, text: reason)
    }

    // MARK: Time

    /// The step whose limit runs now; `nil` when none does.
    public var step: Step? {
        let start = Instant(milliseconds: self.since)
        return switch self.state {
        case .sent: Step(name: "deliver", start: start, limit: self.urgency.takeLimit)
        case .received: Step(name: "take", start: start, limit: self.urgency.takeLimit)
        case .taken, .redo:
            self.limit.flatMap { try? Limit($0) }.map { Step(name: "finish", start: start, limit: $0) }
        case .bounced: Step(name: "redirect", start: start, limit: Self.redirectLimit)
        case .referred: Step(name: "decide", start: start, limit: Self.decisionLimit)
        case .done: Step(name: "confirm", start: start, limit: Self.confirmationLimit)
        case .confirmed, .withdrawn: nil
        }
    }

    /// Whether it is noted that the limit of the present step has passed.
    public var isBreached: Bool { self.step.map { self.breaches.contains("\($0.name)@\(self.since)") } ?? false }

    /// Notes that the limit of the present step has passed.
    ///
    /// - Returns: `false` when that is noted already.
    public mutating func breach() -> Bool {
        guard let step else { return false }
        let name = "\(step.name)@\(self.since)"
        guard !self.breaches.contains(name) else { return false }
        self.breaches.append(name)
        return true
    }

    /// The steps whose limits passed, in their order: `take`, `finish`, …
    public var breachedSteps: [String] { self.breaches.map { String($0.prefix { $0 != "@" }) } }

    // MARK: Changing

    private mutating func hand(
        to body: Body,
        _ what: String,
        by person: String,
        at now: Instant,
        text: String? = nil
    ) {
        self.to = body
        self.receiverCase = nil
        self.result = nil
        self.evidence = []
        self.enter(.sent, what, by: person, at: now, text: text, to: body.id)
        if body.isBureau { self.enter(.received, "received", by: "system", at: now) }
    }

    private mutating func enter(
        _ state: HandoffState,
        _ what: String,
        by person: String,
        at now: Instant,
        text: String? = nil,
        to body: String? = nil
    ) {
        self.state = state
        self.since = now.milliseconds
        self.events.append(Event(what: what, by: person, at: now.milliseconds, text: text, to: body))
    }

    private func require(_ states: [HandoffState], _ verb: String) throws(Refusal) {
        guard states.contains(self.state) else { throw .handoffState(self.number, self.state, verb) }
    }

    private static func checked(_ text: String, _ field: String) throws(Refusal) -> String {
        guard text.contains(where: { !$0.isWhitespace }) else { throw .handoffText(field) }
        guard text.count <= Self.textLimit else { throw .handoffTextTooLong(field, Self.textLimit) }
        return text
    }
}
