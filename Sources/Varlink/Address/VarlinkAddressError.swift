// SPDX-License-Identifier: Apache-2.0

/// Why an address is of no use.
public enum VarlinkAddressError: Error, Sendable, Hashable {
    /// The address, or the part after its scheme, is empty.
    case empty(String)

    /// The path or name is longer than a Unix socket's may be, in bytes.
    case tooLong(String, limit: Int)

    /// A path or name with a NUL byte in it.
    case containsNUL(String)

    /// The scheme is none of `unix:`, `exec:` and `tcp:`, and the address is no path.
    case unknownScheme(String)

    /// `tcp:` without a host or with a port that is none.
    case malformedHostAndPort(String)

    /// The address is well-formed, but its transport is not for this: `tcp:` has no access control and is not
    /// supported at all, and nobody can listen at `exec:`.
    case unsupportedTransport(String)
}

extension VarlinkAddressError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty(let text): "\"\(text)\" is no address: nothing follows the scheme"
        case .tooLong(let text, let limit): "\"\(text)\" is longer than the \(limit) bytes of a Unix socket's address"
        case .containsNUL(let text): "\"\(text)\" contains a NUL byte"
        case .unknownScheme(let text): "\"\(text)\" is no address: it begins with neither unix:, exec:, / nor @"
        case .malformedHostAndPort(let text): "\"\(text)\" is no address: expected tcp:HOST:PORT"
        case .unsupportedTransport(let text): "\"\(text)\": this transport is not supported here; use a Unix socket"
        }
    }
}
