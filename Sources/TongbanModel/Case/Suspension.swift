// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// One suspension of a case.
public struct Suspension: Sendable, Hashable {
    /// A delayed event that came due meanwhile and is raised when the case goes on.
    public struct HeldEvent: Sendable, Hashable {
        public var name: String
        public var data: JSON
        public var due: Instant
        /// Where it comes from: `timer`, or the part that did something for the case.
        public var origin: String

        public init(name: String, data: JSON, due: Instant, origin: String = "timer") {
            self.name = name
            self.data = data
            self.due = due
            self.origin = origin
        }
    }

    /// One of the item's reasons, as its code.
    public var reason: String
    public var note: String?
    public var since: Instant
    public var by: String
    /// `nil` while it lasts.
    public var until: Instant?
    /// Who resumed the case.
    public var resumedBy: String?
    public var held: [HeldEvent]

    public init(
        reason: String,
        note: String? = nil,
        since: Instant,
        by: String,
        until: Instant? = nil,
        resumedBy: String? = nil,
        held: [HeldEvent] = []
    ) {
        self.reason = reason
        self.note = note
        self.since = since
        self.by = by
        self.until = until
        self.resumedBy = resumedBy
        self.held = held
    }
}

extension Suspension {
    var json: JSON {
        var object: JSONObject = [
            "reason": .string(self.reason), "since": .integer(self.since.milliseconds), "by": .string(self.by),
        ]
        if let note { object["note"] = .string(note) }
        if let until { object["until"] = .integer(until.milliseconds) }
        if let resumedBy { object["resumedBy"] = .string(resumedBy) }
        if !self.held.isEmpty {
            object["held"] = .array(
                self.held.map { event in
                    .array([
                        .string(event.name), event.data, .integer(event.due.milliseconds), .string(event.origin),
                    ])
                }
            )
        }
        return .object(object)
    }

    init?(json: JSON) {
        guard let reason = json["reason"]?.stringValue, let since = json["since"]?.integerValue,
            let by = json["by"]?.stringValue
        else { return nil }
        self.init(
            reason: reason,
            note: json["note"]?.stringValue,
            since: Instant(milliseconds: since),
            by: by,
            until: json["until"]?.integerValue.map { Instant(milliseconds: $0) },
            resumedBy: json["resumedBy"]?.stringValue
        )
        for event in json["held"]?.arrayValue ?? [] {
            guard let name = event[0]?.stringValue, let data = event[1], let due = event[2]?.integerValue else {
                return nil
            }
            // Older records know timers only.
            let origin = event[3]?.stringValue ?? "timer"
            self.held.append(HeldEvent(name: name, data: data, due: Instant(milliseconds: due), origin: origin))
        }
    }
}
