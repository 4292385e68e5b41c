// SPDX-License-Identifier: Apache-2.0

import Crypto

/// The SHA-256 of a content, taken in piece by piece.
public struct AttachmentHash: Sendable {
    private var hasher = SHA256()

    public init() {}

    public mutating func add(_ bytes: [UInt8]) { self.hasher.update(data: bytes) }

    /// The hash in 64 hexadecimal digits, lower case.
    public func finish() -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: self.hasher.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
            as: UTF8.self
        )
    }

    /// Whether a text is a hash as ``finish()`` writes it, so that it can be part of a path.
    public static func isHash(_ text: String) -> Bool {
        text.utf8.count == 64
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
