// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// What JSON values count as when a rule wants another kind: the coercions of ECMAScript.
enum JsonLogicValue {
    static func isTrue(_ value: JSON) -> Bool {
        switch value {
        case .null: false
        case .bool(let bool): bool
        case .integer(let number): number != 0
        case .unsigned(let number): number != 0
        case .number(let number): number != 0 && !number.isNaN
        case .string(let text): !text.isEmpty
        case .array(let elements): !elements.isEmpty
        case .object: true
        }
    }

    /// The value as a number: exact if it is whole; `nil` where ECMAScript says NaN.
    static func number(_ value: JSON) -> JSON? {
        switch value {
        case .null: return .integer(0)
        case .bool(let bool): return .integer(bool ? 1 : 0)
        case .integer, .unsigned: return value
        case .number(let number): return number.isFinite ? value : nil
        case .string(let text): return self.number(text)
        case .array(let elements):
            // ECMAScript goes by the text of the array, which for one element is that element's.
            if elements.isEmpty { return .integer(0) }
            return elements.count == 1 ? self.number(.string(self.text(elements[0]))) : nil
        case .object: return nil
        }
    }

    private static func number(_ text: String) -> JSON? {
        let bytes = text.utf8
        guard let start = bytes.firstIndex(where: { !self.isSpace($0) }),
            let last = bytes.lastIndex(where: { !self.isSpace($0) })
        else { return .integer(0) }
        let trimmed = text[start...last]
        if let whole = Int64(trimmed) { return .integer(whole) }
        // Swift reads more than ECMAScript: "inf", "nan", hexadecimal fractions.
        let isDecimal = trimmed.utf8.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0)
        }
        guard isDecimal, let number = Double(trimmed), number.isFinite else { return nil }
        return .number(number)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// The value as text.
    static func text(_ value: JSON) -> String {
        switch value {
        case .null: "null"
        case .bool(let bool): bool ? "true" : "false"
        case .integer(let number): String(number)
        case .unsigned(let number): String(number)
        case .number(let number): self.text(number)
        case .string(let text): text
        case .array(let elements): elements.map { $0 == .null ? "" : self.text($0) }.joined(separator: ",")
        case .object: "[object Object]"
        }
    }

    private static func text(_ number: Double) -> String {
        if let whole = Int64(exactly: number), number.magnitude < 9_007_199_254_740_992 { return String(whole) }
        return self.decimal("\(number)")
    }

    /// The shortest digits of a number in the form ECMAScript gives them: without exponent from 0.000001 to below 1e21.
    private static func decimal(_ shortest: String) -> String {
        let parts = shortest.split(separator: "e")
        var mantissa = parts[0]
        let isNegative = mantissa.first == "-"
        if isNegative { mantissa = mantissa.dropFirst() }
        let halves = mantissa.split(separator: ".")
        let fraction = halves.count > 1 && halves[1] != "0" ? halves[1] : ""
        var digits = String(halves[0] + fraction)
        // Where the point stands, counted from the first digit.
        var point = halves[0].count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        while digits.count > 1, digits.first == "0" {
            digits.removeFirst()
            point -= 1
        }
        while digits.count > 1, digits.last == "0" { digits.removeLast() }
        let text: String
        if point > 21 || point < -5 {
            let rest = digits.dropFirst()
            let exponent = point - 1
            text =
                "\(digits.prefix(1))\(rest.isEmpty ? "" : ".\(rest)")e\(exponent < 0 ? "-" : "+")\(exponent.magnitude)"
        } else if point <= 0 {
            text = "0." + String(repeating: "0", count: -point) + digits
        } else if digits.count <= point {
            text = digits + String(repeating: "0", count: point - digits.count)
        } else {
            text = "\(digits.prefix(point)).\(digits.dropFirst(point))"
        }
        return isNegative ? "-" + text : text
    }

    /// The value as the path of a `var`.
    static func path(_ value: JSON) -> String { value == .null ? "" : self.text(value) }

    static func part(_ name: Substring, of value: JSON) -> JSON? {
        switch value {
        case .object(let object):
            // Comparing bytes keeps names apart that differ only in how they are composed.
            return object.members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
        case .array(let elements):
            if name == "length" { return .integer(Int64(elements.count)) }
            guard let index = Int(name), elements.indices.contains(index) else { return nil }
            return elements[index]
        case .string(let text):
            return name == "length" ? .integer(Int64(text.unicodeScalars.count)) : nil
        default:
            return nil
        }
    }

    static func typeName(_ value: JSON) -> String {
        switch value {
        // JSON has no undefined; what is not there and what is null are the same.
        case .null: "undefined"
        case .array, .object: "object"
        case .bool: "boolean"
        case .integer, .unsigned, .number: "number"
        case .string: "string"
        }
    }

    static func strictlyEqual(_ one: JSON, _ other: JSON) -> Bool {
        switch (one, other) {
        case (.integer, .unsigned), (.integer, .number), (.unsigned, .integer), (.unsigned, .number),
            (.number, .integer), (.number, .unsigned):
            return one.doubleValue == other.doubleValue
        case (.array(let some), .array(let others)):
            return some.count == others.count && zip(some, others).allSatisfy { self.strictlyEqual($0, $1) }
        default:
            return one == other
        }
    }

    static func looselyEqual(_ one: JSON, _ other: JSON) -> Bool {
        switch (one, other) {
        case (.null, .null): return true
        case (.null, _), (_, .null): return false
        case (.string, .string), (.bool, .bool), (.array, .array), (.object, .object):
            return self.strictlyEqual(one, other)
        case (.string, .array), (.array, .string), (.string, .object), (.object, .string):
            return self.text(one) == self.text(other)
        default:
            guard let left = self.number(one), let right = self.number(other) else { return false }
            return self.strictlyEqual(left, right)
        }
    }

    /// How two values are ordered; `nil` when they cannot be compared.
    static func isLess(_ one: JSON, _ other: JSON) -> Bool? {
        if case .string(let left) = one, case .string(let right) = other {
            return left.utf16.lexicographicallyPrecedes(right.utf16)
        }
        if case .integer(let left) = one, case .integer(let right) = other { return left < right }
        guard let left = self.number(one), let right = self.number(other) else { return nil }
        if case .integer(let left) = left, case .integer(let right) = right { return left < right }
        guard let left = left.doubleValue, let right = right.doubleValue else { return nil }
        return left < right
    }
}
