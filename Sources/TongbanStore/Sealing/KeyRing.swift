// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation

/// The keys that sensitive values are sealed with.
///
/// Written as text, a key a line: a name and 32 bytes in base64. The first seals; every one opens what it sealed, so a new
/// key is put in front of the old ones. Empty lines and lines that begin with `#` are passed over.
public struct KeyRing: Sendable {
    struct Key: Sendable {
        var name: String
        var key: SymmetricKey
    }

    /// Why a text is no key ring.
    public struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
        public var description: String
    }

    static let nameLimit = 32

    let keys: [Key]

    /// - Throws: ``Fault`` naming the line; the key itself is never told.
    public init(text: String) throws(Fault) {
        var keys: [Key] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split(whereSeparator: \.isWhitespace)
            guard let name = words.first, !name.hasPrefix("#") else { continue }
            func fault(_ what: String) -> Fault { Fault(description: "line \(index + 1): \(what)") }
            guard words.count == 2 else { throw fault("a name and a key are expected") }
            guard (1...Self.nameLimit).contains(name.utf8.count), name.utf8.allSatisfy(Self.isNameByte) else {
                throw fault("a name has 1 to \(Self.nameLimit) letters, digits, - or _")
            }
            guard let bytes = Data(base64Encoded: String(words[1])), bytes.count == 32 else {
                throw fault("the key is not 32 bytes in base64")
            }
            guard !keys.contains(where: { $0.name == name }) else { throw fault("the name \(name) is there twice") }
            keys.append(Key(name: String(name), key: SymmetricKey(data: bytes)))
        }
        guard !keys.isEmpty else { throw Fault(description: "there is no key") }
        self.keys = keys
    }

    /// A ring with one new key, as text.
    public static func newText() -> String {
        let bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
        return "K1 \(bytes.base64EncodedString())\n"
    }

    /// What tells keys of the same name apart, by name: it says nothing of the key itself.
    public var fingerprints: [String: String] {
        Dictionary(self.keys.map { ($0.name, Self.fingerprint(of: $0.key)) }) { first, _ in first }
    }

    private static func fingerprint(of key: SymmetricKey) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data("tongban-sealing-key-1".utf8), using: key)
        return Data(code).prefix(8).map { String(format: "%02x", $0) }.joined()
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
        default: false
        }
    }
}
