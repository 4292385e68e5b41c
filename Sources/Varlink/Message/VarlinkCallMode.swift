// SPDX-License-Identifier: Apache-2.0

/// What a call asks for, besides being carried out: at most one of the three flags of the wire format.
public enum VarlinkCallMode: Sendable, Hashable {
    /// No flag: exactly one reply.
    case single

    /// `oneway`: no reply at all, not even an error.
    case oneway

    /// `more`: any number of replies that say `continues`, and one that does not.
    case more

    /// `upgrade`: one reply, after which the connection carries another protocol.
    case upgrade
}
