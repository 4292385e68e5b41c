// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// That a record be changed although it is locked, or get another key: asked for by one, decided by another.
public struct RegisterRequest: Sendable, Hashable {
    public enum State: String, Sendable, Hashable {
        case pending = "PENDING"
        case approved = "APPROVED"
        case rejected = "REJECTED"
    }

    /// Its number within the bureau.
    public var id: Int
    public var register: String
    public var key: String
    /// The key the record is to get; `nil` for a change of its values.
    public var newKey: String?
    /// The day from which the change is valid, in a dated register.
    public var from: CivilDay?
    public var before: JSONObject
    public var after: JSONObject
    public var reason: String
    /// What proves it: numbers of cases or hashes of attachments.
    public var evidence: [String]
    public var by: String
    public var at: Instant
    public var state = State.pending
    public var decidedBy: String?
    public var decidedAt: Instant?
    public var decision: String?

    public init(
        id: Int,
        register: String,
        key: String,
        newKey: String? = nil,
        from: CivilDay? = nil,
        before: JSONObject,
        after: JSONObject,
        reason: String,
        evidence: [String],
        by: String,
        at: Instant
    ) {
        self.id = id
        self.register = register
        self.key = key
        self.newKey = newKey
        self.from = from
        self.before = before
        self.after = after
        self.reason = reason
        self.evidence = evidence
        self.by = by
        self.at = at
    }

    public var json: JSON {
        var object: JSONObject = [
            "id": .integer(Int64(self.id)), "register": .string(self.register), "key": .string(self.key),
            "before": .object(self.before), "after": .object(self.after), "reason": .string(self.reason),
            "evidence": .array(self.evidence.map(JSON.string)), "by": .string(self.by),
            "at": .integer(self.at.milliseconds), "state": .string(self.state.rawValue),
        ]
        object["newKey"] = self.newKey.map { .string($0) }
        object["from"] = self.from.map { .string($0.description) }
        object["decidedBy"] = self.decidedBy.map { .string($0) }
        object["decidedAt"] = self.decidedAt.map { .integer($0.milliseconds) }
        object["decision"] = self.decision.map { .string($0) }
        return .object(object)
    }

    public init?(json: JSON) {
        guard let id = json["id"]?.integerValue, let register = json["register"]?.stringValue,
            let key = json["key"]?.stringValue, let before = json["before"]?.objectValue,
            let after = json["after"]?.objectValue, let reason = json["reason"]?.stringValue,
            let by = json["by"]?.stringValue, let at = json["at"]?.integerValue,
            let state = json["state"]?.stringValue.flatMap(State.init(rawValue:))
        else { return nil }
        self.init(
            id: Int(id),
            register: register,
            key: key,
            newKey: json["newKey"]?.stringValue,
            from: json["from"]?.stringValue.flatMap { CivilDay($0) },
            before: before,
            after: after,
            reason: reason,
            evidence: (json["evidence"]?.arrayValue ?? []).compactMap(\.stringValue),
            by: by,
            at: Instant(milliseconds: at)
        )
        self.state = state
        self.decidedBy = json["decidedBy"]?.stringValue
        self.decidedAt = json["decidedAt"]?.integerValue.map { Instant(milliseconds: $0) }
        self.decision = json["decision"]?.stringValue
    }
}
