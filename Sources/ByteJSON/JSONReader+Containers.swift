// SPDX-License-Identifier: Apache-2.0

extension JSONReader {
    @inlinable
    mutating func open() throws(JSONError) {
        guard self.depth < self.depthLimit else {
            throw JSONError(.tooDeep(limit: self.depthLimit), offset: self.position)
        }
        self.depth &+= 1
        self.position &+= 1
        self.isFirst = true
    }

    @inlinable
    mutating func close() {
        self.depth &-= 1
        self.position &+= 1
        self.isFirst = false
    }

    /// Enters an array; its elements follow by ``nextElement()``.
    @inlinable
    public mutating func beginArray() throws(JSONError) {
        guard try self.peek() == UInt8(ascii: "[") else { throw self.mismatch(.array) }
        try self.open()
    }

    /// Goes to the next element of the array, which must then be read or skipped.
    ///
    /// - Returns: `false` when there is none, and the array has been left.
    @inlinable
    public mutating func nextElement() throws(JSONError) -> Bool {
        let byte = try self.peek()
        if byte == UInt8(ascii: "]") {
            self.close()
            return false
        }
        if self.isFirst {
            self.isFirst = false
        } else {
            guard byte == UInt8(ascii: ",") else { throw self.unexpected() }
            self.position &+= 1
            if try self.peek() == UInt8(ascii: "]") { throw self.unexpected() }
        }
        return true
    }

    /// Enters an object; its members follow by ``nextMember()``.
    @inlinable
    public mutating func beginObject() throws(JSONError) {
        guard try self.peek() == UInt8(ascii: "{") else { throw self.mismatch(.object) }
        try self.open()
    }

    /// Goes to the next member of the object, whose value must then be read or skipped.
    ///
    /// - Returns: `false` when there is none, and the object has been left.
    @inlinable
    public mutating func nextMember() throws(JSONError) -> Bool {
        var byte = try self.peek()
        if byte == UInt8(ascii: "}") {
            self.close()
            return false
        }
        if self.isFirst {
            self.isFirst = false
        } else {
            guard byte == UInt8(ascii: ",") else { throw self.unexpected() }
            self.position &+= 1
            byte = try self.peek()
        }
        guard byte == UInt8(ascii: "\"") else { throw self.unexpected() }
        try self.scanName()
        guard try self.peek() == UInt8(ascii: ":") else { throw self.unexpected() }
        self.position &+= 1
        return true
    }

    @usableFromInline
    mutating func scanName() throws(JSONError) {
        let run = try self.scanString()
        if run.hasEscapes {
            var name: [UInt8] = []
            try self.unescape(run, into: &name)
            self.unescapedName = name
            self.nameStart = -1
            self.nameCount = name.count
        } else {
            self.nameStart = run.start
            self.nameCount = run.count
        }
    }

    /// The name of the current member, until a value with members of its own is read.
    public var memberName: String {
        if self.nameStart < 0 {
            String(decoding: self.unescapedName, as: UTF8.self)
        } else {
            Self.text(UnsafeBufferPointer(start: self.base + self.nameStart, count: self.nameCount))
        }
    }

    /// Whether the current member has this name; compares bytes, and makes no string.
    @inlinable
    public func isMember(_ name: StaticString) -> Bool {
        let count = self.nameCount
        guard count == name.utf8CodeUnitCount else { return false }
        guard self.nameStart >= 0 else { return self.isUnescapedMember(name) }
        let one = UnsafeRawPointer(self.base + self.nameStart)
        let other = UnsafeRawPointer(name.utf8Start)
        // Two loads that overlap cover any count from the size of one load to twice that.
        if count >= 8 {
            var index = 0
            while index &+ 8 <= count {
                if Self.differ(one, other, at: index, as: UInt64.self) { return false }
                index &+= 8
            }
            return !Self.differ(one, other, at: count &- 8, as: UInt64.self)
        }
        if count >= 4 {
            return !Self.differ(one, other, at: 0, as: UInt32.self)
                && !Self.differ(one, other, at: count &- 4, as: UInt32.self)
        }
        if count >= 2 {
            return !Self.differ(one, other, at: 0, as: UInt16.self)
                && !Self.differ(one, other, at: count &- 2, as: UInt16.self)
        }
        return count == 0 || !Self.differ(one, other, at: 0, as: UInt8.self)
    }

    @inlinable @inline(__always)
    static func differ<Word: BitwiseCopyable & Equatable>(
        _ one: UnsafeRawPointer,
        _ other: UnsafeRawPointer,
        at index: Int,
        as type: Word.Type
    ) -> Bool {
        (one + index).loadUnaligned(as: type) != (other + index).loadUnaligned(as: type)
    }

    @usableFromInline
    func isUnescapedMember(_ name: StaticString) -> Bool {
        self.unescapedName.elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }
}
