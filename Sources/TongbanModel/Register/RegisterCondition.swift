// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// What a field of a record must be.
public struct RegisterCondition: Sendable, Hashable {
    public enum Test: Sendable, Hashable {
        case equal(JSON)
        /// Both ends included; `nil` for no end.
        case range(from: JSON?, to: JSON?)
        /// Texts that begin so.
        case prefix(String)
    }

    public var field: String
    public var test: Test

    public init(_ field: String, _ test: Test) {
        self.field = field
        self.test = test
    }

    /// Whether it holds for a record; numbers compare as numbers, texts by their UTF-8 bytes.
    public func holds(in data: JSONObject) -> Bool {
        guard let value = data[self.field], !value.isNull else { return false }
        switch self.test {
        case .equal(let wanted): return value.canonical == wanted.canonical
        case .range(let from, let to):
            return from.map { !Self.precedes(value, $0) } ?? true && to.map { !Self.precedes($0, value) } ?? true
        case .prefix(let prefix): return value.stringValue?.utf8.starts(with: prefix.utf8) ?? false
        }
    }

    private static func precedes(_ one: JSON, _ other: JSON) -> Bool {
        if let first = one.integerValue, let second = other.integerValue { return first < second }
        return (one.stringValue ?? "").utf8.lexicographicallyPrecedes((other.stringValue ?? "").utf8)
    }
}
