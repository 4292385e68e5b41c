// SPDX-License-Identifier: Apache-2.0

/// A text compared byte by byte, as a database compares it.
///
/// `String` holds texts for equal that are written with different characters, and orders them by its own rules; both
/// stores must agree on what is the same key and which comes first.
struct UTF8Key: Sendable, Hashable, Comparable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    static func == (one: UTF8Key, other: UTF8Key) -> Bool {
        one.text.utf8.elementsEqual(other.text.utf8)
    }

    static func < (one: UTF8Key, other: UTF8Key) -> Bool {
        one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        var text = self.text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(0xFF as UInt8)
    }

    func hasPrefix(_ prefix: String) -> Bool {
        self.text.utf8.starts(with: prefix.utf8)
    }
}
