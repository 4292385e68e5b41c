// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// A connection, as told to handlers and to whoever listens to a server's events.
public struct VarlinkConnectionInfo: Sendable, Identifiable {
    /// Unique among the connections of one server, and never used again.
    public struct ID: Sendable, Hashable, CustomStringConvertible {
        public let number: UInt64

        public var description: String { String(self.number) }
    }

    public let id: ID

    /// Who is at the other end; `nil` when the transport cannot tell.
    public let peer: VarlinkPeer?

    public let eventLoop: any EventLoop
}
