// SPDX-License-Identifier: Apache-2.0

extension JSON {
    /// Reads a `Decodable` value out of this one; the counterpart of ``init(encoding:)``.
    ///
    /// - Throws: `DecodingError`, whose coding path names the member.
    public func decoded<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
        try decode(type, from: self, path: [])
    }
}

extension JSON: Decodable {
    public init(from decoder: any Decoder) throws {
        if let decoder = decoder as? ValueDecoder {
            self = decoder.value
            return
        }
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? container.decode(UInt64.self) {
            self = .unsigned(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSON].self) {
            self = .array(value)
        } else {
            let keyed = try decoder.container(keyedBy: MemberKey.self)
            var object = JSONObject()
            for key in keyed.allKeys {
                object[key.stringValue] = try keyed.decode(JSON.self, forKey: key)
            }
            self = .object(object)
        }
    }
}

private struct ValueDecoder: Decoder {
    let value: JSON
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .object(let object) = self.value else {
            throw mismatch([String: JSON].self, self.value, self.codingPath)
        }
        return KeyedDecodingContainer(KeyedContainer(object: object, codingPath: self.codingPath))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .array(let elements) = self.value else { throw mismatch([JSON].self, self.value, self.codingPath) }
        return UnkeyedContainer(elements: elements, codingPath: self.codingPath)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer {
        SingleContainer(value: self.value, codingPath: self.codingPath)
    }
}

private func mismatch(_ type: Any.Type, _ value: JSON, _ path: [any CodingKey]) -> DecodingError {
    let found =
        switch value {
        case .null: "null"
        case .bool: "a boolean"
        case .integer, .unsigned: "an integer"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    return .typeMismatch(type, .init(codingPath: path, debugDescription: "expected \(type), found \(found)"))
}

private func decode<Value: Decodable>(_ type: Value.Type, from value: JSON, path: [any CodingKey]) throws -> Value {
    let leaf: (any Decodable)? =
        switch type {
        case is JSON.Type: value
        case is Bool.Type: value.boolValue
        case is String.Type: value.stringValue
        case is Double.Type: value.doubleValue
        case is Float.Type: value.doubleValue.map { Float($0) }
        case let type as any (FixedWidthInteger & Decodable).Type: integer(type, from: value)
        default: try type.init(from: ValueDecoder(value: value, codingPath: path))
        }
    guard let result = leaf as? Value else { throw mismatch(type, value, path) }
    return result
}

private func integer<Number: FixedWidthInteger & Decodable>(_ type: Number.Type, from value: JSON) -> Number? {
    if case .unsigned(let value) = value { return Number(exactly: value) }
    return value.integerValue.flatMap { Number(exactly: $0) }
}

private struct KeyedContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let object: JSONObject
    let codingPath: [any CodingKey]

    var allKeys: [Key] { self.object.names.compactMap(Key.init(stringValue:)) }

    func contains(_ key: Key) -> Bool { self.object[key.stringValue] != nil }

    private func value(_ key: Key) throws -> JSON {
        guard let value = self.object[key.stringValue] else {
            throw DecodingError.keyNotFound(
                key,
                .init(codingPath: self.codingPath + [key], debugDescription: "\(key.stringValue) is missing")
            )
        }
        return value
    }

    func decodeNil(forKey key: Key) throws -> Bool { try self.value(key) == .null }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try ByteJSON.decode(type, from: self.value(key), path: self.codingPath + [key])
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try ValueDecoder(value: self.value(key), codingPath: self.codingPath + [key]).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try ValueDecoder(value: self.value(key), codingPath: self.codingPath + [key]).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
        ValueDecoder(value: self.object["super"] ?? .null, codingPath: self.codingPath)
    }

    func superDecoder(forKey key: Key) throws -> any Decoder {
        ValueDecoder(value: try self.value(key), codingPath: self.codingPath + [key])
    }
}

private struct UnkeyedContainer: UnkeyedDecodingContainer {
    let elements: [JSON]
    let codingPath: [any CodingKey]
    var currentIndex = 0

    init(elements: [JSON], codingPath: [any CodingKey]) {
        self.elements = elements
        self.codingPath = codingPath
    }

    var count: Int? { self.elements.count }
    var isAtEnd: Bool { self.currentIndex >= self.elements.count }
    private var here: [any CodingKey] { self.codingPath + [MemberKey(index: self.currentIndex)] }

    private func value() throws -> JSON {
        guard !self.isAtEnd else {
            throw DecodingError.valueNotFound(
                JSON.self,
                .init(codingPath: self.here, debugDescription: "the array has ended")
            )
        }
        return self.elements[self.currentIndex]
    }

    mutating func decodeNil() throws -> Bool {
        guard try self.value() == .null else { return false }
        self.currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let result = try ByteJSON.decode(type, from: self.value(), path: self.here)
        self.currentIndex += 1
        return result
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) throws -> KeyedDecodingContainer<NestedKey> {
        let container = try ValueDecoder(value: self.value(), codingPath: self.here).container(keyedBy: type)
        self.currentIndex += 1
        return container
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let container = try ValueDecoder(value: self.value(), codingPath: self.here).unkeyedContainer()
        self.currentIndex += 1
        return container
    }

    mutating func superDecoder() throws -> any Decoder {
        let decoder = ValueDecoder(value: try self.value(), codingPath: self.here)
        self.currentIndex += 1
        return decoder
    }
}

private struct SingleContainer: SingleValueDecodingContainer {
    let value: JSON
    let codingPath: [any CodingKey]

    func decodeNil() -> Bool { self.value == .null }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try ByteJSON.decode(type, from: self.value, path: self.codingPath)
    }
}
