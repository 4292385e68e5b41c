// SPDX-License-Identifier: Apache-2.0

/// What a server tells of its connections, for logs, figures, and state that is tied to a connection.
///
/// Told on the event loop of the connection.
public enum VarlinkServerEvent: Sendable {
    public enum Refusal: Sendable, Hashable {
        /// As many connections as allowed are open.
        case tooManyConnections(limit: Int)

        /// This user has as many connections as allowed.
        case tooManyConnectionsOfUser(UInt32, limit: Int)

        /// The server is being shut down.
        case shutdown
    }

    case connectionOpened(VarlinkConnectionInfo)

    /// A connection was closed before anything was read from it.
    case connectionRefused(VarlinkPeer?, Refusal)

    /// Every connection that was opened comes to this, once.
    case connectionClosed(VarlinkConnectionInfo, VarlinkCloseReason)
}
