// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import TongbanModel

/// How a content is sealed in a file, part by part, so that any part of it can be read.
///
/// The file begins with `TBF1`, the length of the key's name in one byte, the name, and 32 random bytes. From the named key
/// and those bytes comes the key of this file alone (HKDF, RFC 5869, with SHA-256). Then come parts of 64 KiB and their tags
/// of 16 bytes, the last part shorter; a part's nonce is its number, so that parts cannot change places. An empty part
/// closes a content that fills its last part, so that a shortened file is noticed.
struct SealedFile: Sendable {
    static let partSize = 65_536
    private static let magic = Array("TBF1".utf8)
    private static let saltSize = 32
    private static let tagSize = 16
    /// The longest header: what is read of a file to see how it is sealed.
    static let longestHeader = 4 + 1 + KeyRing.nameLimit + Self.saltSize

    let header: [UInt8]
    private let key: SymmetricKey

    /// A new file, sealed with the first key of the ring.
    init(_ ring: KeyRing) {
        let salt = SymmetricKey(size: .init(bitCount: Self.saltSize * 8)).withUnsafeBytes { Array($0) }
        let name = Array(ring.keys[0].name.utf8)
        self.header = Self.magic + [UInt8(name.count)] + name + salt
        self.key = Self.fileKey(ring.keys[0].key, salt)
    }

    /// A file that is there.
    ///
    /// - Parameter start: its first bytes, ``longestHeader`` of them when it has so many.
    /// - Returns: `nil` when it is not sealed.
    /// - Throws: when its key is not in the ring.
    init?(start: [UInt8], _ ring: KeyRing) throws(VaultError) {
        guard start.starts(with: Self.magic) else { return nil }
        let nameEnd = start.count > 4 ? 5 + Int(start[4]) : .max
        guard nameEnd <= start.count - Self.saltSize else { throw VaultError("its header is cut off") }
        let name = String(decoding: start[5..<nameEnd], as: UTF8.self)
        guard let key = ring.keys.first(where: { $0.name == name }) else {
            throw VaultError("it is sealed with the key \(name), which is not there")
        }
        let salt = Array(start[nameEnd..<(nameEnd + Self.saltSize)])
        self.header = Array(start[..<(nameEnd + Self.saltSize)])
        self.key = Self.fileKey(key.key, salt)
    }

    private static func fileKey(_ key: SymmetricKey, _ salt: [UInt8]) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key,
            salt: Data(salt),
            info: Data("tongban-file-1".utf8),
            outputByteCount: 32
        )
    }

    /// Where a part begins in the file.
    func offset(of part: Int) -> Int { self.header.count + part * (Self.partSize + Self.tagSize) }

    /// How many bytes of the file a whole part takes.
    var sealedPartSize: Int { Self.partSize + Self.tagSize }

    func seal(_ bytes: [UInt8], part: Int) throws(VaultError) -> [UInt8] {
        do {
            let box = try AES.GCM.seal(bytes, using: self.key, nonce: Self.nonce(part))
            return Array(box.ciphertext) + Array(box.tag)
        } catch {
            throw VaultError("a part cannot be sealed: \(error)")
        }
    }

    func open(_ sealed: [UInt8], part: Int) throws(VaultError) -> [UInt8] {
        guard sealed.count >= Self.tagSize else { throw VaultError("a part is cut off") }
        do {
            let box = try AES.GCM.SealedBox(
                nonce: Self.nonce(part),
                ciphertext: sealed.dropLast(Self.tagSize),
                tag: sealed.suffix(Self.tagSize)
            )
            return Array(try AES.GCM.open(box, using: self.key))
        } catch {
            throw VaultError("a part was changed")
        }
    }

    private static func nonce(_ part: Int) throws -> AES.GCM.Nonce {
        let number = UInt64(part)
        return try AES.GCM.Nonce(
            data: Data(repeating: 0, count: 4)
                + Data((0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * UInt64($0))) })
        )
    }
}
