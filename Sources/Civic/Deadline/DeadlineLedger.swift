// SPDX-License-Identifier: Apache-2.0

/// What a due moment follows from: a limit, when it began to run, when it stood still, by how much it was lengthened.
///
/// The due moment is never kept: ``DeadlineRules`` derives it, so that time already used is not forgotten when the
/// limit or the calendar changes.
public struct DeadlineLedger: Sendable, Hashable {
    /// A time during which the clock stood; without an end it stands still.
    public struct Pause: Sendable, Hashable {
        public var from: Instant
        public var to: Instant?
        /// Why it stood, for people.
        public var reason: Bilingual?

        public init(from: Instant, to: Instant?, reason: Bilingual? = nil) {
            self.from = from
            self.to = to
            self.reason = reason
        }

        func covers(_ instant: Instant) -> Bool {
            self.from <= instant && (self.to.map { instant < $0 } ?? true)
        }
    }

    public var start: Instant
    public var limit: Limit
    /// Each is added to the total; it does not restart the count.
    public var extensions: [Limit]
    /// In the order of time, without overlap.
    public var pauses: [Pause]
    /// When it ended; what came after is not counted.
    public var ended: Instant?

    public init(
        start: Instant,
        limit: Limit,
        extensions: [Limit] = [],
        pauses: [Pause] = [],
        ended: Instant? = nil
    ) {
        self.start = start
        self.limit = limit
        self.extensions = extensions
        self.pauses = pauses
        self.ended = ended
    }

    public var isPaused: Bool { self.pauses.last.map { $0.to == nil } ?? false }

    func pause(at instant: Instant) -> Pause? { self.pauses.first { $0.covers(instant) } }
}

extension DeadlineLedger {
    /// The clock stands from now on. Nothing happens when it stands already or has ended.
    public mutating func pause(at now: Instant, reason: Bilingual? = nil) {
        guard !self.isPaused, self.ended == nil else { return }
        self.pauses.append(Pause(from: now, to: nil, reason: reason))
    }

    /// The clock goes again. A pause without length is forgotten.
    public mutating func resume(at now: Instant) {
        guard let last = self.pauses.last, last.to == nil else { return }
        if now <= last.from {
            self.pauses.removeLast()
        } else {
            self.pauses[self.pauses.count - 1].to = now
        }
    }

    /// Adds to the total.
    ///
    /// - Throws: ``DeadlineError/unit(_:of:)`` when the two count different clocks.
    public mutating func extend(by limit: Limit) throws(DeadlineError) {
        guard Limit.fit(limit.unit, self.limit.unit) else { throw .unit(limit, of: self.limit) }
        self.extensions.append(limit)
    }

    /// Puts another limit in the place of the present one. It counts from the same start with the same pauses, as if it
    /// had always held: what was used stays used. Extensions stay added.
    ///
    /// - Throws: ``DeadlineError/unit(_:of:)`` when an extension counts another clock than the new limit.
    public mutating func change(to limit: Limit) throws(DeadlineError) {
        if let other = self.extensions.first(where: { !Limit.fit($0.unit, limit.unit) }) {
            throw .unit(other, of: limit)
        }
        self.limit = limit
    }

    public mutating func end(at now: Instant) {
        guard self.ended == nil else { return }
        self.resume(at: now)
        self.ended = now
    }

    /// Goes on after it had ended; the time between counts as a pause.
    public mutating func reopen(at now: Instant, reason: Bilingual? = nil) {
        guard let ended else { return }
        self.ended = nil
        if now > ended { self.pauses.append(Pause(from: ended, to: now, reason: reason)) }
    }
}
