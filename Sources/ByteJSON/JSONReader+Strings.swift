// SPDX-License-Identifier: Apache-2.0

extension JSONReader {
    /// Where the inside of a string stands.
    struct StringRun {
        var start: Int
        var count: Int
        var hasEscapes: Bool
    }

    /// Reads a string.
    public mutating func readString() throws(JSONError) -> String {
        guard try self.peek() == UInt8(ascii: "\"") else { throw self.mismatch(.string) }
        return try self.stringAtQuote()
    }

    /// Reads the string whose opening quote is the current byte.
    mutating func stringAtQuote() throws(JSONError) -> String {
        let (run, isASCII) = try self.scanStringUnchecked()
        if run.hasEscapes {
            var bytes = exchange(&self.scratch, with: [])
            bytes.removeAll(keepingCapacity: true)
            bytes.reserveCapacity(run.count)
            try self.unescape(run, into: &bytes)
            // Escapes cannot make ill-formed bytes well-formed: each starts and ends in ASCII.
            let string = bytes.withUnsafeBufferPointer { Self.string($0, isASCII: isASCII) }
            self.scratch = bytes
            if let string { return string }
        } else {
            let bytes = UnsafeBufferPointer(start: self.base + run.start, count: run.count)
            if let string = Self.string(bytes, isASCII: isASCII) { return string }
        }
        throw JSONError(.invalidUTF8, offset: self.firstInvalidUTF8(in: run) ?? run.start)
    }

    /// The string of these bytes, or `nil` when they are ill-formed UTF-8.
    @inline(__always)
    private static func string(_ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool) -> String? {
        // Faster than the initializer that validates; what was ill-formed has been replaced, and so differs.
        let string = Self.text(bytes)
        return isASCII || self.consists(string, of: bytes) ? string : nil
    }

    /// As `String(decoding:as:)`; texts that fit a string without storage of their own are copied straight into it.
    @inline(__always)
    static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard bytes.count <= 15 else { return String(decoding: bytes, as: UTF8.self) }
        return String(unsafeUninitializedCapacity: bytes.count) { own in
            guard let from = bytes.baseAddress, let to = own.baseAddress else { return 0 }
            for index in 0..<bytes.count { to[index] = from[index] }
            return bytes.count
        }
    }

    private static func consists(_ string: String, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        string.utf8.withContiguousStorageIfAvailable { own in
            guard own.count == bytes.count, let one = own.baseAddress, let other = bytes.baseAddress else {
                return own.count == bytes.count
            }
            var index = 0
            while index &+ 8 <= own.count {
                if Words.load(one + index) != Words.load(other + index) { return false }
                index &+= 8
            }
            while index < own.count {
                if one[index] != other[index] { return false }
                index &+= 1
            }
            return true
        } ?? string.utf8.elementsEqual(bytes)
    }

    /// Goes past the string whose opening quote is the current byte; its bytes may still be ill-formed UTF-8, and its
    /// escapes wrong.
    ///
    /// - Returns: Where it stands, and whether it is sure to be all ASCII.
    private mutating func scanStringUnchecked() throws(JSONError) -> (run: StringRun, isASCII: Bool) {
        let start = self.position &+ 1
        var index = start
        var hasEscapes = false
        var seen: UInt64 = 0
        while true {
            while index &+ 8 <= self.end {
                let word = Words.load(self.base + index)
                let mask = Words.special(word)
                if mask != 0 {
                    let plain = Words.first(mask)
                    seen |= word & ((1 &<< UInt64(truncatingIfNeeded: plain &* 8)) &- 1)
                    index &+= plain
                    break
                }
                seen |= word
                index &+= 8
            }
            guard index < self.end else { throw JSONError(.unexpectedEnd, offset: self.end) }
            let byte = self.base[index]
            if byte == UInt8(ascii: "\"") {
                self.position = index &+ 1
                let run = StringRun(start: start, count: index &- start, hasEscapes: hasEscapes)
                return (run, Words.high(seen) == 0)
            } else if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                index &+= 2
            } else if byte < 0x20 {
                throw JSONError(.controlCharacter, offset: index)
            } else {
                seen |= UInt64(byte)
                index &+= 1
            }
        }
    }

    /// Goes past the string whose opening quote is the current byte, and makes sure of its UTF-8 and its escapes.
    mutating func scanString() throws(JSONError) -> StringRun {
        let start = self.position &+ 1
        var index = start
        var hasEscapes = false
        while true {
            while index &+ 8 <= self.end {
                let word = Words.load(self.base + index)
                let mask = Words.special(word) | Words.high(word)
                if mask != 0 {
                    index &+= Words.first(mask)
                    break
                }
                index &+= 8
            }
            guard index < self.end else { throw JSONError(.unexpectedEnd, offset: self.end) }
            let byte = self.base[index]
            if byte >= 0x80 {
                repeat {
                    guard let length = UTF8Sequence.length(self.base, at: index, end: self.end) else {
                        throw JSONError(.invalidUTF8, offset: index)
                    }
                    index &+= length
                } while index < self.end && self.base[index] >= 0x80
            } else if byte == UInt8(ascii: "\"") {
                self.position = index &+ 1
                return StringRun(start: start, count: index &- start, hasEscapes: hasEscapes)
            } else if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                _ = try self.escape(at: &index)
            } else if byte < 0x20 {
                throw JSONError(.controlCharacter, offset: index)
            } else {
                index &+= 1
            }
        }
    }

    /// Appends the inside of a string with its escapes replaced.
    func unescape(_ run: StringRun, into bytes: inout [UInt8]) throws(JSONError) {
        let end = run.start + run.count
        var index = run.start
        while index < end {
            let plain = index
            while index &+ 8 <= end {
                let mask = Words.special(Words.load(self.base + index))
                index &+= mask == 0 ? 8 : Words.first(mask)
                if mask != 0 { break }
            }
            while index < end, self.base[index] != UInt8(ascii: "\\") {
                index &+= 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(start: self.base + plain, count: index - plain))
            guard index < end else { return }
            Self.append(try self.escape(at: &index), to: &bytes)
        }
    }

    private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        switch scalar {
        case ..<0x80:
            bytes.append(UInt8(truncatingIfNeeded: scalar))
        case ..<0x800:
            bytes.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
            bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
        case ..<0x10000:
            bytes.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
            bytes.append(0x80 | UInt8(truncatingIfNeeded: (scalar >> 6) & 0x3F))
            bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
        default:
            bytes.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
            bytes.append(0x80 | UInt8(truncatingIfNeeded: (scalar >> 12) & 0x3F))
            bytes.append(0x80 | UInt8(truncatingIfNeeded: (scalar >> 6) & 0x3F))
            bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
        }
    }

    /// The scalar of the escape that starts with the backslash at `index`, which is moved past it.
    private func escape(at index: inout Int) throws(JSONError) -> UInt32 {
        let start = index
        guard start &+ 1 < self.end else { throw JSONError(.unexpectedEnd, offset: self.end) }
        index &+= 2
        switch self.base[start &+ 1] {
        case UInt8(ascii: "\""): return 0x22
        case UInt8(ascii: "\\"): return 0x5C
        case UInt8(ascii: "/"): return 0x2F
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "u"): break
        default: throw JSONError(.invalidEscape, offset: start)
        }
        let unit = try self.hexadecimal(at: &index)
        guard unit & 0xF800 == 0xD800 else { return unit }
        guard unit < 0xDC00, index &+ 1 < self.end, self.base[index] == UInt8(ascii: "\\"),
            self.base[index &+ 1] == UInt8(ascii: "u")
        else { throw JSONError(.loneSurrogate, offset: start) }
        index &+= 2
        let low = try self.hexadecimal(at: &index)
        guard low & 0xFC00 == 0xDC00 else { throw JSONError(.loneSurrogate, offset: start) }
        return 0x10000 + ((unit & 0x3FF) << 10) + (low & 0x3FF)
    }

    private func hexadecimal(at index: inout Int) throws(JSONError) -> UInt32 {
        guard index &+ 4 <= self.end else { throw JSONError(.unexpectedEnd, offset: self.end) }
        var value: UInt32 = 0
        for offset in index..<(index &+ 4) {
            let byte = self.base[offset]
            let digit: UInt8 =
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"): byte &- UInt8(ascii: "0")
                case UInt8(ascii: "a")...UInt8(ascii: "f"): byte &- UInt8(ascii: "a") &+ 10
                case UInt8(ascii: "A")...UInt8(ascii: "F"): byte &- UInt8(ascii: "A") &+ 10
                default: throw JSONError(.invalidEscape, offset: offset)
                }
            value = value << 4 | UInt32(digit)
        }
        index &+= 4
        return value
    }

    private func firstInvalidUTF8(in run: StringRun) -> Int? {
        let end = run.start + run.count
        var index = run.start
        while index < end {
            if self.base[index] < 0x80 {
                index &+= 1
            } else if let length = UTF8Sequence.length(self.base, at: index, end: end) {
                index &+= length
            } else {
                return index
            }
        }
        return nil
    }
}
