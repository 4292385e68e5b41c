// SPDX-License-Identifier: Apache-2.0

extension JSONWriter {
    @inlinable
    public mutating func writeNull() {
        self.literal("null")
    }

    @inlinable
    public mutating func write(_ value: Bool) {
        self.literal(value ? "true" : "false")
    }

    @inlinable
    mutating func literal(_ word: StaticString) {
        self.beginValue(word.utf8CodeUnitCount)
        self.put(word.utf8Start, word.utf8CodeUnitCount)
    }

    public mutating func write(_ value: Int64) {
        self.beginValue(20)
        if value < 0 { self.put(UInt8(ascii: "-")) }
        self.putDigits(value.magnitude)
    }

    public mutating func write(_ value: UInt64) {
        self.beginValue(20)
        self.putDigits(value)
    }

    /// Writes the shortest number that is read as this double again; a whole one with `.0`, so that it is not taken for
    /// an integer.
    ///
    /// What JSON has no number for, infinity and not-a-number, is written as `null`, so that a reader who needs a number
    /// says so. What was read from JSON is always finite.
    public mutating func write(_ value: Double) {
        guard value.isFinite else {
            self.writeNull()
            return
        }
        var text = value.description
        text.withUTF8 { bytes in
            self.beginValue(bytes.count)
            if let start = bytes.baseAddress { self.put(start, bytes.count) }
        }
    }

    /// Writes a value that is JSON text already, as it is.
    public mutating func write(_ value: RawJSON) {
        value.bytes.withUnsafeBufferPointer { bytes in
            self.beginValue(bytes.count)
            if let start = bytes.baseAddress { self.put(start, bytes.count) }
        }
    }

    public mutating func write(_ value: JSON) {
        switch value {
        case .null: self.writeNull()
        case .bool(let value): self.write(value)
        case .integer(let value): self.write(value)
        case .unsigned(let value): self.write(value)
        case .number(let value): self.write(value)
        case .string(let value): self.write(value)
        case .array(let elements):
            self.beginArray()
            for element in elements {
                self.write(element)
            }
            self.endArray()
        case .object(let object):
            self.beginObject()
            for member in object.members {
                self.name(dynamic: member.name)
                self.write(member.value)
            }
            self.endObject()
        }
    }

    /// Writes the digits of a number for which there is room.
    private mutating func putDigits(_ value: UInt64) {
        var digits = 1
        var bound = value
        while bound >= 10 {
            bound /= 10
            digits &+= 1
        }
        var rest = value
        var index = self.length &+ digits
        self.length = index
        repeat {
            index &-= 1
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            self.base[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
            rest = quotient
        } while rest != 0
    }
}
