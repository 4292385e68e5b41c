// SPDX-License-Identifier: Apache-2.0

import Civic

/// One run of a deadline in a case, kept as a ledger: limit, start, pauses, extensions and changes, from which the due
/// moment follows. The due moment itself is never the record.
public struct DeadlineRun: Sendable, Hashable {
    public enum State: String, Sendable, Hashable {
        case running
        case paused
        /// Ended in time.
        case met
        /// The moment passed; stays so for good.
        case breached
        /// The moment passed, as it was meant to.
        case elapsed
    }

    /// A step of the ladder that is climbed as the moment comes near and passes; each is climbed once in a run.
    public struct Rung: Sendable, Hashable, RawRepresentable {
        public var rawValue: String

        public init(rawValue: String) { self.rawValue = rawValue }

        public static let half = Rung(rawValue: "half")
        public static let soon = Rung(rawValue: "soon")
        public static let due = Rung(rawValue: "due")
        public static let breach3 = Rung(rawValue: "breach3")
    }

    /// That a rung was climbed; stays for good.
    public struct Climb: Sendable, Hashable {
        public var rung: Rung
        public var at: Instant
        /// The moment of the rung; later than it the rung was climbed late.
        public var moment: Instant

        public init(rung: Rung, at: Instant, moment: Instant) {
            self.rung = rung
            self.at = at
            self.moment = moment
        }
    }

    /// That somebody put another limit in the place of the one that ran.
    public struct Change: Sendable, Hashable {
        /// In the notation of `Limit`.
        public var from: String
        public var to: String
        public var at: Instant
        public var actor: String
        public var reason: String

        public init(from: String, to: String, at: Instant, actor: String, reason: String) {
            self.from = from
            self.to = to
            self.at = at
            self.actor = actor
            self.reason = reason
        }
    }

    public var id: String
    public var ledger: DeadlineLedger
    public var state: State
    public var climbs: [Climb]
    public var changes: [Change]
    /// When it was set going, which is not always when it counts from.
    public var begun: Instant
    /// When the ledger or the calendar was last changed: a warning whose moment had passed by then is not given.
    public var revised: Instant
    /// As last computed, for lists and timers; `nil` while paused without an end.
    public var due: Instant?
    public var isProvisional: Bool

    public init(
        id: String,
        ledger: DeadlineLedger,
        state: State = .running,
        climbs: [Climb] = [],
        changes: [Change] = [],
        begun: Instant,
        revised: Instant? = nil,
        due: Instant? = nil,
        isProvisional: Bool = false
    ) {
        self.id = id
        self.ledger = ledger
        self.state = state
        self.climbs = climbs
        self.changes = changes
        self.begun = begun
        self.revised = revised ?? begun
        self.due = due
        self.isProvisional = isProvisional
    }

    public var start: Instant { self.ledger.start }
    /// In the notation of `Limit`.
    public var limit: String { self.ledger.limit.description }
    /// In the notation of `Limit`, each added to the total.
    public var extensions: [String] { self.ledger.extensions.map(\.description) }
    public var pauses: [DeadlineLedger.Pause] { self.ledger.pauses }
    public var ended: Instant? { self.ledger.ended }
    /// The rungs already climbed.
    public var claimed: [Rung] { self.climbs.map(\.rung) }
    /// Whether it has not ended.
    public var isActive: Bool { self.ledger.ended == nil }
    /// Whether the clock stands; a breached deadline's may, too.
    public var isStanding: Bool { self.ledger.isPaused }

    /// Whether the moment has passed: of a limit in days with its last day; else after the moment, at which it is still
    /// in time.
    public func isPassed(at now: Instant) -> Bool {
        guard let due else { return false }
        return self.ledger.limit.isInDays ? now >= due : now > due
    }
}
