// SPDX-License-Identifier: Apache-2.0

/// The number of a task, unique in one store and growing with the order of acceptance.
///
/// Callers see it as an opaque decimal string.
public struct TaskID: Sendable, Hashable, Comparable, CustomStringConvertible {
    public var number: Int64

    public init(_ number: Int64) {
        self.number = number
    }

    /// Reads the form that ``description`` prints; anything else, a sign or a leading zero included, gives `nil`.
    public init?(_ text: String) {
        guard let number = Int64(text), number > 0, String(number) == text else { return nil }
        self.number = number
    }

    public var description: String { String(self.number) }

    public static func < (one: TaskID, other: TaskID) -> Bool { one.number < other.number }
}
