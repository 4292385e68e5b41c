// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// The vendor extension objects of a message, by name.
///
/// A name is a vendor's in reverse-domain notation and so has a dot; its value is a JSON object. Whoever does not
/// understand one ignores it (UAPI.20, "Vendor Extensions").
public struct VarlinkHeaders: Sendable, Hashable {
    public struct Entry: Sendable, Hashable {
        public var name: String
        public var value: RawJSON

        public init(name: String, value: RawJSON) {
            self.name = name
            self.value = value
        }
    }

    public private(set) var entries: [Entry]

    public init() {
        self.entries = []
    }

    public var isEmpty: Bool { self.entries.isEmpty }

    /// The object of a vendor; assigning `nil` removes it.
    ///
    /// - Precondition: A name that is assigned to contains a dot.
    public subscript(name: String) -> RawJSON? {
        get { self.entries.first { $0.name == name }?.value }
        set {
            precondition(name.utf8.contains(UInt8(ascii: ".")), "the name of a vendor extension has a dot")
            self.entries.removeAll { $0.name == name }
            if let newValue {
                self.entries.append(Entry(name: name, value: newValue))
            }
        }
    }
}

extension VarlinkHeaders: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, RawJSON)...) {
        self.init()
        for (name, value) in elements {
            self[name] = value
        }
    }
}
