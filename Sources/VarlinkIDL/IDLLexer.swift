// SPDX-License-Identifier: Apache-2.0

/// Takes the text of an interface definition apart.
struct IDLLexer {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private var lineStart = 0

    init(_ text: String) {
        self.bytes = Array(text.utf8)
    }

    mutating func next() -> IDLToken {
        let docs = self.skipBlanks()
        var token = IDLToken(kind: .end, line: self.line, column: self.position - self.lineStart + 1, docs: docs)
        guard self.position < self.bytes.count else { return token }
        let byte = self.bytes[self.position]
        if Self.startsWord(byte) {
            let start = self.position
            while self.position < self.bytes.count, Self.continuesWord(self.bytes[self.position]) {
                // An arrow right after a word is no part of it.
                if self.matches("->") { break }
                self.position += 1
            }
            token.kind = .word(String(decoding: self.bytes[start..<self.position], as: UTF8.self))
            return token
        }
        for mark in ["(", ")", ",", ":", "?", "->", "[]", "[string]"] where self.matches(mark) {
            self.position += mark.utf8.count
            token.kind = .mark(mark)
            return token
        }
        token.kind = .stray(self.strayCharacter())
        return token
    }

    private func matches(_ mark: String) -> Bool {
        self.bytes[self.position...].starts(with: mark.utf8)
    }

    private static func startsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static func continuesWord(_ byte: UInt8) -> Bool {
        self.startsWord(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    private func strayCharacter() -> String {
        let byte = self.bytes[self.position]
        guard byte > 0x20, byte != 0x7F else { return "byte 0x" + String(byte, radix: 16, uppercase: true) }
        return "'" + String(String(decoding: self.bytes[self.position...].prefix(32), as: UTF8.self).prefix(1)) + "'"
    }

    /// Goes past white space and comments.
    ///
    /// - Returns: The block of comment lines right above what follows. A comment that shares its line with what is
    ///   before it, and a block that an empty line sets apart, are nobody's documentation.
    private mutating func skipBlanks() -> [String] {
        var docs: [String] = []
        var isAloneOnLine = self.position == 0
        var hasComment = false
        while self.position < self.bytes.count {
            switch self.bytes[self.position] {
            case UInt8(ascii: "\n"):
                if isAloneOnLine, !hasComment { docs = [] }
                self.position += 1
                self.line += 1
                self.lineStart = self.position
                isAloneOnLine = true
                hasComment = false
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
                self.position += 1
            case UInt8(ascii: "#"):
                let comment = self.comment()
                if isAloneOnLine {
                    docs.append(comment)
                    hasComment = true
                }
            default:
                return docs
            }
        }
        return docs
    }

    /// Goes to the end of the line.
    ///
    /// - Returns: The comment without its `#`, one space after it, and white space at its end.
    private mutating func comment() -> String {
        self.position += 1
        if self.position < self.bytes.count, self.bytes[self.position] == UInt8(ascii: " ") { self.position += 1 }
        let start = self.position
        while self.position < self.bytes.count, self.bytes[self.position] != UInt8(ascii: "\n") { self.position += 1 }
        var end = self.position
        while end > start, self.bytes[end - 1] <= 0x20 { end -= 1 }
        return String(decoding: self.bytes[start..<end], as: UTF8.self)
    }
}
