// SPDX-License-Identifier: Apache-2.0

/// What names may look like.
enum IDLName {
    /// `[A-Za-z]([-]*[A-Za-z0-9])*(\.[A-Za-z0-9]([-]*[A-Za-z0-9])*)+`
    static func isInterface(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, let first = text.utf8.first, Self.isLetter(first) else { return false }
        return parts.allSatisfy { part in
            guard let first = part.utf8.first, let last = part.utf8.last else { return false }
            return Self.isAlphanumeric(first) && Self.isAlphanumeric(last)
                && part.utf8.allSatisfy { Self.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
        }
    }

    /// `[A-Z][A-Za-z0-9]*`
    static func isMember(_ text: String) -> Bool {
        guard let first = text.utf8.first, Self.isUppercase(first) else { return false }
        return text.utf8.allSatisfy(Self.isAlphanumeric)
    }

    /// `[A-Za-z](_?[A-Za-z0-9])*`
    static func isField(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last, Self.isLetter(first), last != UInt8(ascii: "_")
        else { return false }
        return text.utf8.allSatisfy { Self.isAlphanumeric($0) || $0 == UInt8(ascii: "_") } && !text.contains("__")
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        Self.isUppercase(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    private static func isUppercase(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        Self.isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
