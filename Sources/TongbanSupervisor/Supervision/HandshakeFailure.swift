// SPDX-License-Identifier: Apache-2.0

/// What a handshake closure throws when the plugin answered, and the answer was no.
public enum HandshakeFailure: Error, Sendable, Hashable {
    /// No protocol version in common. The text names both sides' versions.
    case versionMismatch(String)
    /// Anything else, such as a declaration the daemon cannot accept.
    case refused(String)
}
