// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// Encrypts what is sensitive (Personal Information Protection Law, articles 28 and 51) before it is stored, and opens
/// it again.
public protocol Vault: Sendable {
    /// - Parameter name: what is sealed, such as `case/YB-20221123-000001`; it opens under the same name only, so that a
    ///   sealed value moved to another place is noticed.
    func seal(_ plain: RawJSON, as name: String) throws(VaultError) -> RawJSON

    /// Opens what was sealed; what was never sealed is given back as it is.
    ///
    /// - Throws: when the key is not there, or the value is not what was sealed under this name.
    func open(_ stored: RawJSON, as name: String) throws(VaultError) -> RawJSON
}

/// Why something cannot be sealed or opened.
public struct VaultError: Error, Sendable, Hashable, CustomStringConvertible {
    public var description: String

    public init(_ description: String) {
        self.description = description
    }
}

/// Seals nothing: for stores that live in memory only.
public struct OpenVault: Vault {
    public init() {}

    public func seal(_ plain: RawJSON, as name: String) throws(VaultError) -> RawJSON { plain }

    public func open(_ stored: RawJSON, as name: String) throws(VaultError) -> RawJSON { stored }
}
