// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

extension HumanTaskRecord {
    /// What a store keeps in one value: everything that no list is sorted or searched by.
    public var details: JSON {
        var object: JSONObject = [
            "roles": .array(self.roles.map(JSON.string)), "offered": .integer(self.offeredAt.milliseconds),
        ]
        func put(_ name: String, _ texts: [String]) {
            if !texts.isEmpty { object[name] = .array(texts.map(JSON.string)) }
        }
        func put(_ name: String, _ instant: Instant?) {
            if let instant { object[name] = .integer(instant.milliseconds) }
        }
        func put(_ name: String, _ text: String?) {
            if let text { object[name] = .string(text) }
        }
        put("area", self.area)
        put("excluded", self.excluded)
        if !self.standIns.isEmpty {
            object["standIns"] = .array(self.standIns.map { [.string($0.person), .string($0.absent)] })
        }
        put("escalated", self.escalatedTo)
        put("taken", self.takenAt)
        put("ended", self.endedAt)
        put("assignedBy", self.assignedBy)
        put("delegatedBy", self.delegatedBy)
        put("substituteFor", self.substituteFor)
        if self.reminders > 0 { object["reminders"] = .integer(Int64(self.reminders)) }
        put("reason", self.reason)
        return .object(object)
    }

    /// Takes what ``details`` wrote.
    ///
    /// - Returns: whether it could be read.
    public mutating func take(details: JSON) -> Bool {
        func texts(_ name: String) -> [String] { (details[name]?.arrayValue ?? []).compactMap(\.stringValue) }
        func instant(_ name: String) -> Instant? { details[name]?.integerValue.map(Instant.init(milliseconds:)) }
        guard let offered = instant("offered") else { return false }
        self.offeredAt = offered
        self.roles = texts("roles")
        self.area = details["area"]?.stringValue
        self.excluded = texts("excluded")
        self.standIns = (details["standIns"]?.arrayValue ?? []).compactMap { pair in
            guard let person = pair[0]?.stringValue, let absent = pair[1]?.stringValue else { return nil }
            return StandIn(person: person, absent: absent)
        }
        self.escalatedTo = texts("escalated")
        self.takenAt = instant("taken")
        self.endedAt = instant("ended")
        self.assignedBy = details["assignedBy"]?.stringValue
        self.delegatedBy = texts("delegatedBy")
        self.substituteFor = details["substituteFor"]?.stringValue
        self.reminders = Int(clamping: details["reminders"]?.integerValue ?? 0)
        self.reason = details["reason"]?.stringValue
        return true
    }
}
