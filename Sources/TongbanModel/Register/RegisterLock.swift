// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// Days of a register about which nothing is changed any more but by an approved request.
public struct RegisterLock: Sendable, Hashable {
    public var id: Int
    /// The first and the last day; `nil` for no end. Both `nil` for the whole register.
    public var from: CivilDay?
    public var to: CivilDay?
    public var reason: String
    public var by: String
    public var at: Instant

    public init(id: Int, from: CivilDay?, to: CivilDay?, reason: String, by: String, at: Instant) {
        self.id = id
        self.from = from
        self.to = to
        self.reason = reason
        self.by = by
        self.at = at
    }

    /// Whether it holds for one of the days from one on until before another, `nil` for all later ones.
    public func touches(from first: CivilDay, until end: CivilDay?) -> Bool {
        if let to, to < first { return false }
        if let end, let from, from >= end { return false }
        return true
    }

    public var json: JSON {
        var object: JSONObject = [
            "id": .integer(Int64(self.id)), "reason": .string(self.reason), "by": .string(self.by),
            "at": .integer(self.at.milliseconds),
        ]
        object["from"] = self.from.map { .string($0.description) }
        object["to"] = self.to.map { .string($0.description) }
        return .object(object)
    }

    public init?(json: JSON) {
        guard let id = json["id"]?.integerValue, let reason = json["reason"]?.stringValue,
            let by = json["by"]?.stringValue, let at = json["at"]?.integerValue
        else { return nil }
        self.init(
            id: Int(id),
            from: json["from"]?.stringValue.flatMap { CivilDay($0) },
            to: json["to"]?.stringValue.flatMap { CivilDay($0) },
            reason: reason,
            by: by,
            at: Instant(milliseconds: at)
        )
    }
}
