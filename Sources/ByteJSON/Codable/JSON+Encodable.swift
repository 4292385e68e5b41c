// SPDX-License-Identifier: Apache-2.0

extension JSON {
    /// The JSON form of an `Encodable` value: structs become objects, absent optionals no member at all.
    ///
    /// For declarations and settings, which are read once; what travels often reads and writes its bytes itself.
    public init(encoding value: some Encodable) throws {
        let node = EncodedNode()
        try value.encode(to: ValueEncoder(node: node, codingPath: []))
        self = node.value
    }
}

extension JSON: Encodable {
    public func encode(to encoder: any Encoder) throws {
        if let encoder = encoder as? ValueEncoder {
            encoder.node.content = .value(self)
            return
        }
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .unsigned(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let elements): try container.encode(elements)
        case .object(let object):
            var keyed = encoder.container(keyedBy: MemberKey.self)
            for member in object {
                try keyed.encode(member.value, forKey: MemberKey(member.name))
            }
        }
    }
}

/// A member's name as a coding key.
struct MemberKey: CodingKey {
    var stringValue: String
    var intValue: Int?

    init(_ name: String) {
        self.stringValue = name
        self.intValue = nil
    }

    init(index: Int) {
        self.stringValue = String(index)
        self.intValue = index
    }

    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { self.init(index: intValue) }
}

/// A place in the tree that is being built; containers share it.
private final class EncodedNode {
    enum Content {
        case empty
        case value(JSON)
        case object([(name: String, node: EncodedNode)])
        case array([EncodedNode])
    }

    var content = Content.empty

    var value: JSON {
        switch self.content {
        case .empty: return .object(JSONObject())
        case .value(let value): return value
        case .array(let nodes): return .array(nodes.map(\.value))
        case .object(let members):
            var object = JSONObject()
            for (name, node) in members {
                object[name] = node.value
            }
            return .object(object)
        }
    }

    func member(_ name: String) -> EncodedNode {
        let node = EncodedNode()
        if case .object(var members) = self.content {
            members.append((name, node))
            self.content = .object(members)
        } else {
            self.content = .object([(name, node)])
        }
        return node
    }

    func element() -> EncodedNode {
        let node = EncodedNode()
        if case .array(var nodes) = self.content {
            nodes.append(node)
            self.content = .array(nodes)
        } else {
            self.content = .array([node])
        }
        return node
    }
}

private struct ValueEncoder: Encoder {
    let node: EncodedNode
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if case .empty = self.node.content { self.node.content = .object([]) }
        return KeyedEncodingContainer(KeyedContainer(node: self.node, codingPath: self.codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .empty = self.node.content { self.node.content = .array([]) }
        return UnkeyedContainer(node: self.node, codingPath: self.codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        SingleContainer(node: self.node, codingPath: self.codingPath)
    }
}

private func leaf(_ value: some Encodable) -> JSON? {
    switch value {
    case let value as Bool: .bool(value)
    case let value as String: .string(value)
    case let value as Double: .number(value)
    case let value as Float: .number(Double(value))
    case let value as any FixedWidthInteger:
        Int64(exactly: value).map(JSON.integer) ?? UInt64(exactly: value).map(JSON.unsigned)
    case let value as JSON: value
    default: nil
    }
}

private func encode(_ value: some Encodable, into node: EncodedNode, path: [any CodingKey]) throws {
    if let leaf = leaf(value) {
        node.content = .value(leaf)
    } else {
        try value.encode(to: ValueEncoder(node: node, codingPath: path))
    }
}

private struct KeyedContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: EncodedNode
    let codingPath: [any CodingKey]

    mutating func encodeNil(forKey key: Key) throws {
        self.node.member(key.stringValue).content = .value(.null)
    }

    mutating func encode(_ value: some Encodable, forKey key: Key) throws {
        try ByteJSON.encode(value, into: self.node.member(key.stringValue), path: self.codingPath + [key])
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        ValueEncoder(node: self.node.member(key.stringValue), codingPath: self.codingPath + [key])
            .container(keyedBy: keyType)
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        ValueEncoder(node: self.node.member(key.stringValue), codingPath: self.codingPath + [key]).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder {
        ValueEncoder(node: self.node.member("super"), codingPath: self.codingPath)
    }

    mutating func superEncoder(forKey key: Key) -> any Encoder {
        ValueEncoder(node: self.node.member(key.stringValue), codingPath: self.codingPath + [key])
    }
}

private struct UnkeyedContainer: UnkeyedEncodingContainer {
    let node: EncodedNode
    let codingPath: [any CodingKey]

    var count: Int {
        if case .array(let nodes) = self.node.content { nodes.count } else { 0 }
    }

    private var here: [any CodingKey] { self.codingPath + [MemberKey(index: self.count)] }

    mutating func encodeNil() throws {
        self.node.element().content = .value(.null)
    }

    mutating func encode(_ value: some Encodable) throws {
        let here = self.here
        try ByteJSON.encode(value, into: self.node.element(), path: here)
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type
    ) -> KeyedEncodingContainer<NestedKey> {
        let here = self.here
        return ValueEncoder(node: self.node.element(), codingPath: here).container(keyedBy: keyType)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        let here = self.here
        return ValueEncoder(node: self.node.element(), codingPath: here).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder {
        let here = self.here
        return ValueEncoder(node: self.node.element(), codingPath: here)
    }
}

private struct SingleContainer: SingleValueEncodingContainer {
    let node: EncodedNode
    let codingPath: [any CodingKey]

    mutating func encodeNil() throws {
        self.node.content = .value(.null)
    }

    mutating func encode(_ value: some Encodable) throws {
        try ByteJSON.encode(value, into: self.node, path: self.codingPath)
    }
}
