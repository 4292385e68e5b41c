// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import NIOCore

/// The reply to a call that has been sent, when it comes. It need not be awaited.
public struct VarlinkPendingReply: Sendable {
    let connection: VarlinkConnection
    let id: ClientConnectionHandler.CallID
    let future: EventLoopFuture<VarlinkReply>

    /// Waits for the reply. Cancelling the task closes the connection.
    ///
    /// - Returns: The output parameters, a JSON object, `{}` when there are none.
    /// - Throws: ``VarlinkError``, or `CancellationError`.
    public func value() async throws -> RawJSON {
        try await self.reply().parameters ?? .emptyObject
    }

    /// Waits for the reply, headers and all. Cancelling the task closes the connection.
    public func reply() async throws -> VarlinkReply {
        let connection = self.connection
        let id = self.id
        let future = self.future
        return try await withTaskCancellationHandler {
            try await future.get()
        } onCancel: {
            connection.abandon(id)
        }
    }
}
