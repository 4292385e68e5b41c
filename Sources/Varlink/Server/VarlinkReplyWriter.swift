// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import NIOCore

/// Writes the replies of a call that asked for many, no faster than its peer reads them.
public struct VarlinkReplyWriter: Sendable {
    private let responder: VarlinkResponder
    private let mode: VarlinkCallMode

    init(_ responder: VarlinkResponder, mode: VarlinkCallMode) {
        self.responder = responder
        self.mode = mode
    }

    /// Sends one reply that continues, and waits until the peer has read enough for another.
    ///
    /// - Parameter parameters: A JSON object; `nil` for none.
    /// - Throws: `ExpectedMore` when the call did not ask for many replies; `CancellationError` when its connection is
    ///   closed or the task cancelled.
    public func write(_ parameters: RawJSON? = nil) async throws {
        try Task.checkCancellation()
        guard self.mode == .more else { throw VarlinkServiceFailure.expectedMore }
        let responder = self.responder
        let written = responder.eventLoop.makePromise(of: Void.self)
        responder.eventLoop.execute {
            guard responder.isOpen else {
                written.fail(CancellationError())
                return
            }
            if responder.replyContinues(parameters ?? .emptyObject) {
                written.succeed()
            } else {
                responder.wait(written)
            }
        }
        try await written.futureResult.get()
    }
}
