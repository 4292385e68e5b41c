// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// What a peer sent that the protocol forbids. There is no reply to such a message: the connection is closed.
public enum VarlinkProtocolViolation: Error, Sendable, Hashable {
    /// The message is no well-formed JSON, nests too deep, or a member of it has a value of the wrong kind.
    case malformed(JSONError)

    /// The message is longer than the limit, in bytes.
    case messageTooLarge(limit: Int)

    /// A call names no method.
    case noMethod

    /// A call sets more than one of `oneway`, `more` and `upgrade`.
    case conflictingFlags

    /// A member that is neither the protocol's nor a vendor's.
    case unknownMember(String)

    /// A reply that nobody asked for.
    case unexpectedReply

    /// A reply says `continues`, but its call did not ask for `more`.
    case unexpectedContinues

    /// A reply has both `continues` and `error`.
    case continuesWithError
}

extension VarlinkProtocolViolation: CustomStringConvertible {
    public var description: String {
        switch self {
        case .malformed(let error): "malformed message: \(error)"
        case .messageTooLarge(let limit): "message of more than \(limit) bytes"
        case .noMethod: "call without a method"
        case .conflictingFlags: "call with more than one of oneway, more, upgrade"
        case .unknownMember(let name): "unknown member \"\(name)\""
        case .unexpectedReply: "reply without a call"
        case .unexpectedContinues: "continued reply to a call that did not ask for more"
        case .continuesWithError: "error reply that continues"
        }
    }
}
