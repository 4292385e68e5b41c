// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// One run of a deadline in a case, kept as a ledger: limit, start, pauses and extensions, from which the due moment
/// follows. The due moment itself is never the record.
public struct DeadlineRun: Sendable, Hashable {
    public enum State: String, Sendable, Hashable {
        case running
        case paused
        /// The state was left in time.
        case met
        /// The moment passed; stays so for good.
        case breached
        /// The moment passed, as it was meant to.
        case elapsed
    }

    public struct Pause: Sendable, Hashable {
        public var from: Instant
        /// `nil` while it lasts.
        public var to: Instant?

        public init(from: Instant, to: Instant? = nil) {
            self.from = from
            self.to = to
        }
    }

    /// A step of the ladder that is climbed as the moment comes near and passes; each is claimed once.
    public enum Rung: String, Sendable, Hashable, CaseIterable {
        case half
        case soon
        case due
        case breach3
    }

    public var id: String
    /// In the notation of `Limit`.
    public var limit: String
    public var start: Instant
    public var pauses: [Pause]
    /// In the notation of `Limit`, each added to the total.
    public var extensions: [String]
    public var state: State
    /// The rungs already climbed.
    public var claimed: [Rung]
    /// When the state was left.
    public var ended: Instant?
    /// As last computed, for lists and timers; `nil` while paused without an end.
    public var due: Instant?
    public var isProvisional: Bool

    public init(
        id: String,
        limit: String,
        start: Instant,
        pauses: [Pause] = [],
        extensions: [String] = [],
        state: State = .running,
        claimed: [Rung] = [],
        ended: Instant? = nil,
        due: Instant? = nil,
        isProvisional: Bool = false
    ) {
        self.id = id
        self.limit = limit
        self.start = start
        self.pauses = pauses
        self.extensions = extensions
        self.state = state
        self.claimed = claimed
        self.ended = ended
        self.due = due
        self.isProvisional = isProvisional
    }

    /// Whether the state the deadline belongs to has not been left.
    public var isActive: Bool { self.ended == nil }
}

extension DeadlineRun {
    var json: JSON {
        var object: JSONObject = [
            "id": .string(self.id), "limit": .string(self.limit), "start": .integer(self.start.milliseconds),
            "state": .string(self.state.rawValue),
        ]
        if !self.pauses.isEmpty {
            object["pauses"] = .array(
                self.pauses.map { pause in
                    .array([.integer(pause.from.milliseconds), pause.to.map { .integer($0.milliseconds) } ?? .null])
                }
            )
        }
        if !self.extensions.isEmpty { object["extensions"] = .array(self.extensions.map(JSON.string)) }
        if !self.claimed.isEmpty { object["claimed"] = .array(self.claimed.map { .string($0.rawValue) }) }
        if let ended { object["ended"] = .integer(ended.milliseconds) }
        if let due { object["due"] = .integer(due.milliseconds) }
        if self.isProvisional { object["provisional"] = true }
        return .object(object)
    }

    init?(json: JSON) {
        guard let id = json["id"]?.stringValue, let limit = json["limit"]?.stringValue,
            let start = json["start"]?.integerValue,
            let state = json["state"]?.stringValue.flatMap(State.init(rawValue:))
        else { return nil }
        self.init(id: id, limit: limit, start: Instant(milliseconds: start), state: state)
        for pause in json["pauses"]?.arrayValue ?? [] {
            guard let from = pause[0]?.integerValue else { return nil }
            self.pauses.append(
                Pause(
                    from: Instant(milliseconds: from),
                    to: pause[1]?.integerValue.map { Instant(milliseconds: $0) }
                )
            )
        }
        self.extensions = (json["extensions"]?.arrayValue ?? []).compactMap(\.stringValue)
        self.claimed = (json["claimed"]?.arrayValue ?? []).compactMap { $0.stringValue.flatMap(Rung.init(rawValue:)) }
        self.ended = json["ended"]?.integerValue.map { Instant(milliseconds: $0) }
        self.due = json["due"]?.integerValue.map { Instant(milliseconds: $0) }
        self.isProvisional = json["provisional"]?.boolValue ?? false
    }
}
