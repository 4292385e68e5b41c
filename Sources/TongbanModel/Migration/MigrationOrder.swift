// SPDX-License-Identifier: Apache-2.0

/// That running cases of an item go on in another version of the declaration.
public struct MigrationOrder: Sendable, Hashable {
    public var bureau: String
    public var item: String
    /// Only cases of this version; `nil` for those of every other one.
    public var from: Int?
    /// `nil` for the version in force.
    public var to: Int?
    /// New identifiers of states by old ones, and of deadlines as `deadline/OLD`. What is not here keeps its own.
    public var map: [String: String]

    public init(bureau: String, item: String, from: Int? = nil, to: Int? = nil, map: [String: String] = [:]) {
        self.bureau = bureau
        self.item = item
        self.from = from
        self.to = to
        self.map = map
    }

    static let deadlinePrefix = "deadline/"

    public func deadline(_ id: String) -> String { self.map[Self.deadlinePrefix + id] ?? id }

    /// The states' part of the map.
    public var states: [String: String] { self.map.filter { !$0.key.hasPrefix(Self.deadlinePrefix) } }
}
