// SPDX-License-Identifier: Apache-2.0

extension JSON {
    public var isNull: Bool { self == .null }

    public var boolValue: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The value as `Int64`, when it is a whole number in range, however it was written.
    public var integerValue: Int64? {
        switch self {
        case .integer(let value): value
        case .unsigned(let value): Int64(exactly: value)
        case .number(let value): Self.whole(value)
        default: nil
        }
    }

    /// As `Int64(exactly:)`, which would need the mathematical library of C.
    private static func whole(_ value: Double) -> Int64? {
        guard value >= -0x1p63, value < 0x1p63 else { return nil }
        let integer = Int64(value)
        return Double(integer) == value ? integer : nil
    }

    public var doubleValue: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .unsigned(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }

    public var stringValue: String? {
        if case .string(let value) = self { value } else { nil }
    }

    public var arrayValue: [JSON]? {
        if case .array(let value) = self { value } else { nil }
    }

    public var objectValue: JSONObject? {
        if case .object(let value) = self { value } else { nil }
    }

    /// The member of an object, or `nil` when this is no object or has no such member.
    ///
    /// Assigning to a member of ``null`` makes an object of it; assigning to any other value that is no object is a
    /// programmer's error.
    public subscript(name: String) -> JSON? {
        get { self.objectValue?[name] }
        set {
            switch self {
            case .object(var object):
                self = .null
                object[name] = newValue
                self = .object(object)
            case .null:
                var object = JSONObject()
                object[name] = newValue
                self = .object(object)
            default:
                preconditionFailure("a member was assigned to a JSON value that is no object")
            }
        }
    }

    /// The element of an array, or `nil` when this is no array or the index is out of bounds.
    public subscript(index: Int) -> JSON? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }
}
