// SPDX-License-Identifier: Apache-2.0

/// Why a server's connection ended.
public enum VarlinkCloseReason: Sendable {
    /// The peer closed it.
    case peerClosed

    /// The peer sent what the protocol forbids.
    case violation(VarlinkProtocolViolation)

    /// The peer left more unread than the limit, in bytes.
    case outputLimitExceeded(Int)

    /// A message was begun and not finished in time.
    case messageTimedOut

    /// The server is being shut down.
    case shutdown

    /// A handler threw an error that is no failure of an interface, or broke its contract.
    case handlerFailed(method: String?, any Error)

    /// Reading or writing failed.
    case transport(any Error)

    /// It was upgraded, and the other protocol came to its end.
    case upgraded
}
