// SPDX-License-Identifier: Apache-2.0

/// `(one, two, …)`: a string that is one of the values; at least one.
public struct IDLEnum: Sendable, Hashable {
    public struct Value: Sendable, Hashable {
        public var docs: [String]
        public var name: String

        public init(docs: [String] = [], name: String) {
            self.docs = docs
            self.name = name
        }
    }

    public var values: [Value]

    public init(values: [Value]) {
        self.values = values
    }
}
