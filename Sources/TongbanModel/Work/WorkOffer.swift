// SPDX-License-Identifier: Apache-2.0

/// One of those to whom a task is offered.
public struct WorkOffer: Sendable, Hashable {
    /// A role of a bureau, or one person.
    public struct Key: Sendable, Hashable, Comparable {
        public var text: String

        public init(text: String) {
            self.text = text
        }

        public static func role(_ role: String, of bureau: String) -> Key {
            Key(text: role.contains(":") ? "role:\(role)" : "role:\(bureau):\(role)")
        }

        public static func person(_ id: String) -> Key { Key(text: "person:\(id)") }

        public static func < (one: Key, other: Key) -> Bool { one.text < other.text }
    }

    public var key: Key
    /// Only for persons whose area contains this one.
    public var area: String?

    public init(key: Key, area: String?) {
        self.key = key
        self.area = area
    }
}
