// SPDX-License-Identifier: Apache-2.0

/// The members of a JSON object in the order they were written, each name once.
///
/// Objects on the wire are small, so look-up is a scan; a dictionary per object would cost more than it saves.
public struct JSONObject: Sendable {
    public struct Member: Sendable, Hashable {
        public var name: String
        public var value: JSON

        public init(name: String, value: JSON) {
            self.name = name
            self.value = value
        }
    }

    public private(set) var members: [Member]

    public init() {
        self.members = []
    }

    /// Takes members whose names are known to differ.
    init(uniqueMembers members: [Member]) {
        self.members = members
    }

    public var isEmpty: Bool { self.members.isEmpty }
    public var count: Int { self.members.count }
    public var names: [String] { self.members.map(\.name) }

    /// The value of a member; assigning `nil` removes the member, assigning to a new name appends it.
    public subscript(name: String) -> JSON? {
        get { self.members.first { $0.name == name }?.value }
        set {
            if let index = self.members.firstIndex(where: { $0.name == name }) {
                if let newValue {
                    self.members[index].value = newValue
                } else {
                    self.members.remove(at: index)
                }
            } else if let newValue {
                self.members.append(Member(name: name, value: newValue))
            }
        }
    }
}

extension JSONObject: Hashable {
    public static func == (one: JSONObject, other: JSONObject) -> Bool {
        guard one.count == other.count else { return false }
        // Most objects that are compared were written in the same order.
        if zip(one.members, other.members).allSatisfy(==) { return true }
        guard one.count > 16 else { return one.members.allSatisfy { other[$0.name] == $0.value } }
        let values = Dictionary(other.members.map { ($0.name, $0.value) }) { first, _ in first }
        return one.members.allSatisfy { values[$0.name] == $0.value }
    }

    public func hash(into hasher: inout Hasher) {
        // Independent of order, as equality is.
        var combined = 0
        for member in self.members {
            combined ^= member.hashValue
        }
        hasher.combine(self.count)
        hasher.combine(combined)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, JSON)...) {
        self.init()
        for (name, value) in elements {
            self[name] = value
        }
    }
}

extension JSONObject: Sequence {
    public func makeIterator() -> IndexingIterator<[Member]> {
        self.members.makeIterator()
    }
}
