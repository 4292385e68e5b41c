// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import NIOCore
import Synchronization

/// Lets the handler of a method with `upgrade` confirm, and take the connection over.
public final class VarlinkUpgrade: Sendable {
    private let responder: VarlinkResponder
    private let isConfirmed = Atomic(false)

    init(_ responder: VarlinkResponder) {
        self.responder = responder
    }

    /// Sends the confirming reply, the last message of the connection, and lends the bytes that follow.
    ///
    /// - Parameters:
    ///   - parameters: A JSON object; `nil` for none.
    ///   - body: Speaks the other protocol; when it returns or throws, the connection is closed.
    /// - Throws: What `body` throws; ``VarlinkHandlerError/upgradeNotPossible`` when the connection is closed already.
    public func confirm<Result: Sendable>(
        _ parameters: RawJSON? = nil,
        _ body: (VarlinkByteStream) async throws -> Result
    ) async throws -> Result {
        let responder = self.responder
        let channel = try await responder.eventLoop.submit { try responder.upgrade(parameters) }.get()
        self.isConfirmed.store(true, ordering: .relaxed)
        return try await VarlinkByteStream.lend(channel, body)
    }

    /// Sends the confirming reply with typed parameters; see ``confirm(_:_:)-(RawJSON?,_)``.
    public func confirm<Result: Sendable>(
        output: some JSONWritable,
        _ body: (VarlinkByteStream) async throws -> Result
    ) async throws -> Result {
        try await self.confirm(RawJSON(encoding: output), body)
    }

    func run(_ body: () async throws -> Void) async {
        let responder = self.responder
        do {
            try await body()
            guard !self.isConfirmed.load(ordering: .relaxed) else { return }
            responder.eventLoop.execute { responder.fail(with: VarlinkHandlerError.upgradeNotConfirmed) }
        } catch {
            // Once confirmed, there is no call left to fail: the connection is closed already.
            responder.eventLoop.execute { responder.fail(with: error) }
        }
    }
}
