// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// Answers one call of a method whose types were generated; see ``VarlinkResponder``.
public struct VarlinkMethodResponder<Method: VarlinkMethod>: Sendable {
    /// The same, without the type of the output.
    public let untyped: VarlinkResponder

    public init(_ untyped: VarlinkResponder) {
        self.untyped = untyped
    }

    /// The loop on which this may be used.
    public var eventLoop: any EventLoop { self.untyped.eventLoop }

    /// Whether an answer would still be sent.
    public var isOpen: Bool { self.untyped.isOpen }

    /// Whether the peer reads fast enough.
    public var isWritable: Bool { self.untyped.isWritable }

    /// The one reply, or the last of many.
    public func reply(_ output: Method.Output) {
        self.untyped.reply(output)
    }

    /// One of many replies. When the call did not ask for many, it is answered `ExpectedMore` instead.
    ///
    /// - Returns: Whether another is wanted: the call is still open, and its peer reads fast enough.
    @discardableResult
    public func replyContinues(_ output: Method.Output) -> Bool {
        self.untyped.replyContinues(output)
    }

    /// Answers with an error, which ends the call.
    public func fail(_ failure: some VarlinkFailure) {
        self.untyped.fail(failure)
    }

    /// Calls back, once, when the connection closes before the call is answered.
    public func onClose(_ body: @escaping () -> Void) {
        self.untyped.onClose(body)
    }

    /// Calls back, once, when the peer has read enough for the stream to go on.
    public func onWritable(_ body: @escaping () -> Void) {
        self.untyped.onWritable(body)
    }
}
