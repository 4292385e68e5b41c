// SPDX-License-Identifier: Apache-2.0

extension JSONReader {
    /// Reads `true` or `false`.
    public mutating func readBool() throws(JSONError) -> Bool {
        switch try self.peek() {
        case UInt8(ascii: "t"):
            try self.expect("true")
            return true
        case UInt8(ascii: "f"):
            try self.expect("false")
            return false
        default:
            throw self.mismatch(.bool)
        }
    }

    /// Reads `null`, which must be there.
    public mutating func readNull() throws(JSONError) {
        guard try self.readNullIfPresent() else { throw self.mismatch(.null) }
    }

    /// Reads `null` when it is there, and nothing otherwise.
    @inlinable
    public mutating func readNullIfPresent() throws(JSONError) -> Bool {
        guard try self.peek() == UInt8(ascii: "n") else { return false }
        try self.expect("null")
        return true
    }

    @usableFromInline
    mutating func expect(_ word: StaticString) throws(JSONError) {
        let bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        for byte in bytes {
            guard self.position < self.end, self.base[self.position] == byte else { throw self.unexpected() }
            self.position &+= 1
        }
    }

    /// Goes past a value, making sure that it is well-formed, but not that no object in it has a member twice.
    public mutating func skipValue() throws(JSONError) {
        switch try self.nextKind() {
        case .string:
            _ = try self.scanString()
        case .number, .integer:
            let token = try self.scanNumber()
            // A number that no double can hold is refused here too, so that what was skipped can be read later.
            if !token.isInteger || !token.isExact { _ = try self.double(of: token) }
        case .bool:
            _ = try self.readBool()
        case .null:
            try self.expect("null")
        case .array:
            try self.beginArray()
            while try self.nextElement() {
                try self.skipValue()
            }
        case .object:
            try self.beginObject()
            while try self.nextMember() {
                try self.skipValue()
            }
        }
    }

    /// Reads a value and keeps it byte for byte.
    ///
    /// It is well-formed, but an object in it may have a member twice: that shows when it is parsed.
    public mutating func readRaw() throws(JSONError) -> RawJSON {
        self.skipWhiteSpace()
        let start = self.position
        try self.skipValue()
        let bytes = UnsafeBufferPointer(start: self.base + start, count: self.position - start)
        return RawJSON(unchecked: Array(bytes))
    }

    /// Reads a value into memory.
    ///
    /// - Throws: ``JSONError/Code/duplicateMember`` too, when an object has a member twice.
    public mutating func readValue() throws(JSONError) -> JSON {
        switch try self.peek() {
        case UInt8(ascii: "\""):
            return .string(try self.stringAtQuote())
        case UInt8(ascii: "{"):
            return .object(try self.readMembers())
        case UInt8(ascii: "["):
            return .array(try self.readElements())
        case UInt8(ascii: "t"), UInt8(ascii: "f"):
            return .bool(try self.readBool())
        case UInt8(ascii: "n"):
            try self.expect("null")
            return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return try self.value(of: try self.scanNumber())
        default:
            throw self.unexpected()
        }
    }

    private mutating func readElements() throws(JSONError) -> [JSON] {
        var elements: [JSON] = []
        try self.open()
        while try self.nextElement() {
            if elements.isEmpty { elements.reserveCapacity(4) }
            do throws(JSONError) {
                elements.append(try self.readValue())
            } catch {
                throw error.inElement(elements.count)
            }
        }
        return elements
    }

    private mutating func readMembers() throws(JSONError) -> JSONObject {
        var members: [JSONObject.Member] = []
        // Few names are compared one by one, and only with a set of marks that says they may be there already; a set of
        // many names keeps a hostile text from costing the square of its size.
        var marks: UInt64 = 0
        var names: Set<String> = []
        try self.open()
        members.reserveCapacity(8)
        while try self.nextMember() {
            let mark = self.nameMark
            let name = self.memberName
            let isDuplicate: Bool
            if members.count < 16 {
                isDuplicate = marks & mark != 0 && members.contains { $0.name == name }
                marks |= mark
            } else {
                if names.isEmpty { names.formUnion(members.map(\.name)) }
                isDuplicate = !names.insert(name).inserted
            }
            guard !isDuplicate else { throw self.duplicateMember() }
            do throws(JSONError) {
                members.append(JSONObject.Member(name: name, value: try self.readValue()))
            } catch {
                throw error.inMember(name)
            }
        }
        return JSONObject(uniqueMembers: members)
    }

    /// One bit of 64 for the name of the current member; names with different bits differ.
    private var nameMark: UInt64 {
        // A name that was written with escapes may be any.
        guard self.nameStart >= 0, self.nameCount > 0 else { return .max }
        let first = UInt64(self.base[self.nameStart])
        let last = UInt64(self.base[self.nameStart &+ self.nameCount &- 1])
        let middle = UInt64(self.base[self.nameStart &+ self.nameCount >> 1])
        let sum = first &* 7 &+ last &* 31 &+ middle &* 13 &+ UInt64(truncatingIfNeeded: self.nameCount)
        return 1 &<< (sum & 63)
    }
}
