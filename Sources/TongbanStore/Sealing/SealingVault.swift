// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Crypto
import Foundation
import TongbanModel

/// Seals with AES-256 in Galois counter mode (GB/T 36624, NIST SP 800-38D).
///
/// A sealed value is a JSON string `sealed:KEY:BASE64`; what is stored plain is an object and cannot be taken for one. A
/// nonce is 12 random bytes: a key is good for four thousand million values.
public struct SealingVault: Vault {
    private static let prefix = Array("\"sealed:".utf8)

    private let ring: KeyRing

    public init(_ ring: KeyRing) {
        self.ring = ring
    }

    public func seal(_ plain: RawJSON, as name: String) throws(VaultError) -> RawJSON {
        let key = self.ring.keys[0]
        do {
            let box = try AES.GCM.seal(plain.bytes, using: key.key, authenticating: Data(name.utf8))
            guard let combined = box.combined else { throw VaultError("\(name) cannot be sealed") }
            return RawJSON(.string("sealed:\(key.name):\(combined.base64EncodedString())"))
        } catch {
            throw VaultError("\(name) cannot be sealed: \(error)")
        }
    }

    public func open(_ stored: RawJSON, as name: String) throws(VaultError) -> RawJSON {
        guard stored.bytes.starts(with: Self.prefix) else { return stored }
        let parts = (try? stored.parsed().stringValue)?.split(separator: ":", omittingEmptySubsequences: false) ?? []
        guard parts.count == 3, let combined = Data(base64Encoded: String(parts[2])) else {
            throw VaultError("\(name) is sealed in no way that is known")
        }
        guard let key = self.ring.keys.first(where: { $0.name == parts[1] }) else {
            throw VaultError("\(name) is sealed with the key \(parts[1]), which is not there")
        }
        do {
            let box = try AES.GCM.SealedBox(combined: combined)
            let plain = try AES.GCM.open(box, using: key.key, authenticating: Data(name.utf8))
            return RawJSON(unchecked: Array(plain))
        } catch {
            throw VaultError("\(name) cannot be opened: it was changed, moved, or sealed with another key")
        }
    }
}
