// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// How a method is carried out.
enum MethodHandler: Sendable {
    /// On the connection's event loop, without suspending.
    case onLoop(isPipelined: Bool, @Sendable (VarlinkContext, VarlinkResponder) -> Void)

    /// As a task of the connection.
    case task(isPipelined: Bool, @Sendable (VarlinkContext) async throws -> RawJSON?)

    /// As a task of the connection that may reply many times.
    case stream(requiresMore: Bool, @Sendable (VarlinkContext, VarlinkReplyWriter) async throws -> RawJSON?)

    /// As a task of the connection that takes it over.
    case upgrade(@Sendable (VarlinkContext, VarlinkUpgrade) async throws -> Void)

    /// Whether such a call may be open together with others of its connection.
    var isPipelined: Bool {
        switch self {
        case .onLoop(let isPipelined, _), .task(let isPipelined, _): isPipelined
        case .stream, .upgrade: false
        }
    }
}
