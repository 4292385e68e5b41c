// SPDX-License-Identifier: Apache-2.0

extension JSONReader {
    /// A number as it is written: `mantissa` × 10 to the `exponent`, unless there are more digits than fit.
    struct NumberToken {
        var start: Int
        var count: Int
        var isNegative = false
        var mantissa: UInt64 = 0
        var exponent = 0
        var isExact = true
        var isInteger = true
    }

    /// Reads a whole number, written without fraction and exponent.
    public mutating func readInt64() throws(JSONError) -> Int64 {
        let (magnitude, isNegative, start) = try self.integer()
        if isNegative {
            guard magnitude <= Int64.min.magnitude else { throw JSONError(.numberOutOfRange, offset: start) }
            return Int64(truncatingIfNeeded: 0 &- magnitude)
        }
        guard let value = Int64(exactly: magnitude) else { throw JSONError(.numberOutOfRange, offset: start) }
        return value
    }

    /// Reads a whole number that is not negative, written without fraction and exponent.
    public mutating func readUInt64() throws(JSONError) -> UInt64 {
        let (magnitude, isNegative, start) = try self.integer()
        guard !isNegative || magnitude == 0 else { throw JSONError(.numberOutOfRange, offset: start) }
        return magnitude
    }

    /// Reads a number, rounded to the nearest double.
    ///
    /// - Throws: ``JSONError/Code/numberOutOfRange`` when the nearest would be infinite.
    public mutating func readDouble() throws(JSONError) -> Double {
        let byte = try self.peek()
        guard byte == UInt8(ascii: "-") || Self.isDigit(byte) else { throw self.mismatch(.number) }
        return try self.double(of: try self.scanNumber())
    }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    @inline(__always)
    private func digit(at index: Int) -> UInt8? {
        guard index < self.end else { return nil }
        let digit = self.base[index] &- UInt8(ascii: "0")
        return digit < 10 ? digit : nil
    }

    @inline(__always)
    private mutating func integer() throws(JSONError) -> (magnitude: UInt64, isNegative: Bool, start: Int) {
        var byte = try self.peek()
        let start = self.position
        var index = start
        let isNegative = byte == UInt8(ascii: "-")
        if isNegative {
            index &+= 1
            guard index < self.end else { throw JSONError(.unexpectedEnd, offset: index) }
            byte = self.base[index]
            guard Self.isDigit(byte) else { throw JSONError(.invalidNumber, offset: start) }
        }
        guard Self.isDigit(byte) else { throw self.mismatch(.integer) }
        var magnitude = UInt64(byte &- UInt8(ascii: "0"))
        index &+= 1
        while let digit = self.digit(at: index) {
            guard magnitude != 0 else { throw JSONError(.invalidNumber, offset: start) }
            let (tenfold, overflow) = magnitude.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tenfold.addingReportingOverflow(UInt64(digit))
            guard !overflow, !carry else { throw JSONError(.numberOutOfRange, offset: start) }
            magnitude = sum
            index &+= 1
        }
        if index < self.end {
            let next = self.base[index]
            if next == UInt8(ascii: ".") || next | 0x20 == UInt8(ascii: "e") { throw self.mismatch(.integer) }
        }
        self.position = index
        return (magnitude, isNegative, start)
    }

    /// Goes past the number whose first byte is the current one, a minus sign or a digit.
    mutating func scanNumber() throws(JSONError) -> NumberToken {
        let start = self.position
        var token = NumberToken(start: start, count: 0)
        var index = start
        if self.base[index] == UInt8(ascii: "-") {
            token.isNegative = true
            index &+= 1
        }
        guard let first = self.digit(at: index) else { throw self.invalidNumber(start, at: index) }
        index &+= 1
        token.mantissa = UInt64(first)
        if first == 0 {
            if self.digit(at: index) != nil { throw JSONError(.invalidNumber, offset: start) }
        } else {
            while let digit = self.digit(at: index) {
                Self.append(digit, to: &token)
                index &+= 1
            }
        }
        if index < self.end, self.base[index] == UInt8(ascii: ".") {
            token.isInteger = false
            index &+= 1
            let fraction = index
            while let digit = self.digit(at: index) {
                Self.append(digit, to: &token)
                index &+= 1
            }
            guard index > fraction else { throw self.invalidNumber(start, at: index) }
            token.exponent = fraction - index
        }
        if index < self.end, self.base[index] | 0x20 == UInt8(ascii: "e") {
            token.isInteger = false
            index &+= 1
            var isNegative = false
            if index < self.end, self.base[index] == UInt8(ascii: "+") || self.base[index] == UInt8(ascii: "-") {
                isNegative = self.base[index] == UInt8(ascii: "-")
                index &+= 1
            }
            let digits = index
            var exponent = 0
            while let digit = self.digit(at: index) {
                // Anything this large is far outside the range of a double, whatever the mantissa.
                if exponent < 1_000_000_000 { exponent = exponent * 10 + Int(digit) }
                index &+= 1
            }
            guard index > digits else { throw self.invalidNumber(start, at: index) }
            token.exponent += isNegative ? -exponent : exponent
        }
        token.count = index - start
        self.position = index
        return token
    }

    @inline(__always)
    private static func append(_ digit: UInt8, to token: inout NumberToken) {
        let (tenfold, overflow) = token.mantissa.multipliedReportingOverflow(by: 10)
        let (sum, carry) = tenfold.addingReportingOverflow(UInt64(digit))
        token.isExact = token.isExact && !overflow && !carry
        token.mantissa = sum
    }

    private func invalidNumber(_ start: Int, at index: Int) -> JSONError {
        index < self.end ? JSONError(.invalidNumber, offset: start) : JSONError(.unexpectedEnd, offset: index)
    }

    func double(of token: NumberToken) throws(JSONError) -> Double {
        // Both factors are exact doubles, so that the one rounding of their product or quotient is the right one.
        if token.isExact, token.mantissa <= 1 << 53, token.exponent.magnitude < powersOfTen.count {
            let power = powersOfTen[abs(token.exponent)]
            let magnitude = Double(token.mantissa)
            let value = token.exponent < 0 ? magnitude / power : magnitude * power
            return token.isNegative ? -value : value
        }
        let bytes = UnsafeBufferPointer(start: self.base + token.start, count: token.count)
        guard let value = Double(String(decoding: bytes, as: UTF8.self)) else {
            throw JSONError(.invalidNumber, offset: token.start)
        }
        guard value.isFinite else { throw JSONError(.numberOutOfRange, offset: token.start) }
        return value
    }

    /// The number as ``JSON`` keeps it: exact while it is a whole number of 64 bits.
    func value(of token: NumberToken) throws(JSONError) -> JSON {
        if token.isInteger, token.isExact {
            if token.isNegative {
                if token.mantissa <= Int64.min.magnitude {
                    return .integer(Int64(truncatingIfNeeded: 0 &- token.mantissa))
                }
            } else if let integer = Int64(exactly: token.mantissa) {
                return .integer(integer)
            } else {
                return .unsigned(token.mantissa)
            }
        }
        return .number(try self.double(of: token))
    }
}

/// The powers of ten that are exact doubles.
private let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
]
