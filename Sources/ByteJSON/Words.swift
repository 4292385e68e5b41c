// SPDX-License-Identifier: Apache-2.0

/// Looking at eight bytes at once, the first byte being the lowest.
///
/// A mask has the top bit of a byte set where the byte fits. Bits above the lowest one set may be wrong, because the
/// subtraction borrows; the lowest never is, and only it is used.
enum Words {
    static let ones: UInt64 = 0x0101_0101_0101_0101
    static let tops: UInt64 = 0x8080_8080_8080_8080

    @inline(__always)
    static func load(_ pointer: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
    }

    /// Where the bytes are `"`, `\` or control characters: what ends a plain run inside a string.
    @inline(__always)
    static func special(_ word: UInt64) -> UInt64 {
        let quote = word ^ (ones &* 0x22)
        let backslash = word ^ (ones &* 0x5C)
        let isQuote = (quote &- ones) & ~quote
        let isBackslash = (backslash &- ones) & ~backslash
        let isControl = (word &- (ones &* 0x20)) & ~word
        return (isQuote | isBackslash | isControl) & tops
    }

    /// Where the bytes are no ASCII.
    @inline(__always)
    static func high(_ word: UInt64) -> UInt64 { word & tops }

    /// The index of the first byte that fits a mask which is not zero.
    @inline(__always)
    static func first(_ mask: UInt64) -> Int { mask.trailingZeroBitCount >> 3 }
}
