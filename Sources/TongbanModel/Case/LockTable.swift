// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// The locks of a bureau: which case holds which, and which cases wait, in the order they asked.
///
/// A case asks for all it needs at once and gets all or waits, and nobody overtakes an earlier request for one of the
/// same locks: so no two cases ever wait for each other, and none waits for ever while the others let go.
public struct LockTable: Sendable, Hashable {
    public struct Request: Sendable, Hashable {
        public var number: String
        public var names: [String]
    }

    /// The case that holds a lock, by the lock's name.
    public private(set) var holders: [String: String]
    public private(set) var waiting: [Request]

    public init() {
        self.holders = [:]
        self.waiting = []
    }

    /// Whether nothing is held and nobody waits.
    public var isEmpty: Bool { self.holders.isEmpty && self.waiting.isEmpty }

    /// Asks for locks for a case; what it holds already stays its own.
    ///
    /// - Returns: whether it got them; otherwise it waits.
    public mutating func request(_ names: [String], for number: String) -> Bool {
        let wanted = Set(names).filter { self.holders[$0] != number }.sorted()
        guard !wanted.isEmpty else { return true }
        self.waiting.append(Request(number: number, names: wanted))
        return self.grant().contains(number)
    }

    /// Gives locks back, all when none are named; with all of them what the case still waits for is dropped too.
    ///
    /// - Returns: the cases that got what they wait for, in the order they asked.
    public mutating func release(_ names: [String]? = nil, of number: String) -> [String] {
        for (name, holder) in self.holders where holder == number && (names?.contains(name) ?? true) {
            self.holders[name] = nil
        }
        if names == nil { self.waiting.removeAll { $0.number == number } }
        return self.grant()
    }

    private mutating func grant() -> [String] {
        var granted: [String] = []
        var claimed: Set<String> = []
        var left: [Request] = []
        for request in self.waiting {
            let isFree = request.names.allSatisfy { name in
                !claimed.contains(name) && (self.holders[name].map { $0 == request.number } ?? true)
            }
            if isFree {
                for name in request.names { self.holders[name] = request.number }
                granted.append(request.number)
            } else {
                left.append(request)
                claimed.formUnion(request.names)
            }
        }
        self.waiting = left
        return granted
    }
}

extension LockTable {
    public var json: JSON {
        var holders = JSONObject()
        for (name, number) in self.holders.sorted(by: { $0.key < $1.key }) { holders[name] = .string(number) }
        return [
            "holders": .object(holders),
            "waiting": .array(
                self.waiting.map { .array([.string($0.number), .array($0.names.map(JSON.string))]) }
            ),
        ]
    }

    /// Reads what ``json`` wrote; `nil` when it is something else.
    public init?(json: JSON) {
        guard let holders = json["holders"]?.objectValue, let waiting = json["waiting"]?.arrayValue else { return nil }
        self.init()
        for member in holders {
            guard let number = member.value.stringValue else { return nil }
            self.holders[member.name] = number
        }
        for request in waiting {
            guard let number = request[0]?.stringValue, let names = request[1]?.arrayValue else { return nil }
            self.waiting.append(Request(number: number, names: names.compactMap(\.stringValue)))
        }
    }
}
