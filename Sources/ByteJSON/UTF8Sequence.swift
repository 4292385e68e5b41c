// SPDX-License-Identifier: Apache-2.0

/// Well-formed UTF-8 byte sequences, Unicode table 3-7.
enum UTF8Sequence {
    /// The length of the sequence of two to four bytes at a position, or `nil` when it is ill-formed or cut short.
    @inline(__always)
    static func length(_ bytes: UnsafePointer<UInt8>, at position: Int, end: Int) -> Int? {
        let left = end - position
        guard left >= 2 else { return nil }
        let first = bytes[position]
        let second = bytes[position + 1]
        switch first {
        case 0xC2...0xDF:
            return isContinuation(second) ? 2 : nil
        case 0xE0...0xEF:
            guard left >= 3, isContinuation(second), isContinuation(bytes[position + 2]) else { return nil }
            if first == 0xE0, second < 0xA0 { return nil }
            if first == 0xED, second > 0x9F { return nil }
            return 3
        case 0xF0...0xF4:
            guard left >= 4, isContinuation(second), isContinuation(bytes[position + 2]),
                isContinuation(bytes[position + 3])
            else { return nil }
            if first == 0xF0, second < 0x90 { return nil }
            if first == 0xF4, second > 0x8F { return nil }
            return 4
        default:
            return nil
        }
    }

    @inline(__always)
    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
