// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// That a person is away for a time, and who works in his place.
public struct AbsenceRecord: Sendable, Hashable {
    public var id: String
    public var person: String
    public var from: Instant
    /// The moment he is back.
    public var to: Instant
    /// Who takes his place: the first of them who is present and may. Empty: as the person's standing list says.
    public var substitutes: [String]
    public var reason: String?
    /// Whether all tasks he holds are handed on, or those only that are due before he is back.
    public var all: Bool
    public var recordedBy: String
    public var recordedAt: Instant
    /// The tasks that were handed on because of it.
    public var moved: [TaskID]

    public init(
        id: String,
        person: String,
        from: Instant,
        to: Instant,
        substitutes: [String] = [],
        reason: String? = nil,
        all: Bool = false,
        recordedBy: String,
        recordedAt: Instant,
        moved: [TaskID] = []
    ) {
        self.id = id
        self.person = person
        self.from = from
        self.to = to
        self.substitutes = substitutes
        self.reason = reason
        self.all = all
        self.recordedBy = recordedBy
        self.recordedAt = recordedAt
        self.moved = moved
    }

    public func contains(_ moment: Instant) -> Bool { self.from <= moment && moment < self.to }
}

extension AbsenceRecord {
    public var json: JSON {
        [
            "id": .string(self.id), "person": .string(self.person), "from": .integer(self.from.milliseconds),
            "to": .integer(self.to.milliseconds), "substitutes": .array(self.substitutes.map(JSON.string)),
            "reason": self.reason.map(JSON.string) ?? .null, "all": .bool(self.all),
            "recordedBy": .string(self.recordedBy), "recordedAt": .integer(self.recordedAt.milliseconds),
            "moved": .array(self.moved.map { .integer($0.number) }),
        ]
    }

    /// Reads what ``json`` wrote; `nil` when it is something else.
    public init?(json: JSON) {
        guard let id = json["id"]?.stringValue, let person = json["person"]?.stringValue,
            let from = json["from"]?.integerValue, let to = json["to"]?.integerValue,
            let recordedBy = json["recordedBy"]?.stringValue, let recordedAt = json["recordedAt"]?.integerValue
        else { return nil }
        self.init(
            id: id,
            person: person,
            from: Instant(milliseconds: from),
            to: Instant(milliseconds: to),
            substitutes: (json["substitutes"]?.arrayValue ?? []).compactMap(\.stringValue),
            reason: json["reason"]?.stringValue,
            all: json["all"]?.boolValue ?? false,
            recordedBy: recordedBy,
            recordedAt: Instant(milliseconds: recordedAt),
            moved: (json["moved"]?.arrayValue ?? []).compactMap { $0.integerValue.map { TaskID($0) } }
        )
    }
}
