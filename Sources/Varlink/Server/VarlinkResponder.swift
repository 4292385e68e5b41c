// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import NIOCore

/// Answers one call, on the event loop of its connection: at once, or later.
///
/// It may be sent anywhere, but used only on that loop; elsewhere it stops the program. Once the call is answered, or
/// its connection closed, further answers are dropped without harm.
public struct VarlinkResponder: Sendable {
    /// The loop on which this may be used.
    public let eventLoop: any EventLoop

    private let handler: NIOLoopBound<ServerConnectionHandler>
    private let id: ServerConnectionState.CallID

    init(_ handler: ServerConnectionHandler, _ id: ServerConnectionState.CallID) {
        self.eventLoop = handler.info.eventLoop
        self.handler = NIOLoopBound(handler, eventLoop: handler.info.eventLoop)
        self.id = id
    }

    /// Whether an answer would still be sent.
    public var isOpen: Bool { self.handler.value.isOpen(self.id) }

    /// Whether the peer reads fast enough. When not, a stream should stop, or leave out what can be told anew later.
    public var isWritable: Bool { self.handler.value.isWritable }

    /// The one reply, or the last of many, without parameters.
    public func reply() {
        self.finish(nil)
    }

    /// The one reply, or the last of many.
    ///
    /// - Parameter parameters: A JSON object.
    public func reply(_ parameters: RawJSON) {
        self.finish(parameters)
    }

    /// The one reply, or the last of many.
    ///
    /// - Parameter output: Something that is written as a JSON object.
    public func reply(_ output: some JSONWritable) {
        self.finish(RawJSON(encoding: output))
    }

    func finish(_ parameters: RawJSON?) {
        self.handler.value.reply(self.id, VarlinkReply(parameters: parameters?.nonEmpty))
    }

    /// One of many replies. When the call did not ask for many, it is answered `ExpectedMore` instead.
    ///
    /// - Parameter parameters: A JSON object.
    /// - Returns: Whether another is wanted: the call is still open, and its peer reads fast enough.
    @discardableResult
    public func replyContinues(_ parameters: RawJSON) -> Bool {
        let handler = self.handler.value
        handler.reply(self.id, VarlinkReply(parameters: parameters.nonEmpty, continues: true))
        return handler.isOpen(self.id) && handler.isWritable
    }

    /// One of many replies; see ``replyContinues(_:)-(RawJSON)``.
    @discardableResult
    public func replyContinues(_ output: some JSONWritable) -> Bool {
        self.replyContinues(RawJSON(encoding: output))
    }

    /// Answers with an error, which ends the call.
    public func fail(_ failure: some VarlinkFailure) {
        self.fail(name: failure.errorName, parameters: failure.errorParameters)
    }

    /// Answers with an error, which ends the call.
    ///
    /// - Parameters:
    ///   - name: The fully-qualified name: interface, dot, error.
    ///   - parameters: A JSON object; `nil` for none.
    public func fail(name: String, parameters: RawJSON? = nil) {
        self.handler.value.reply(
            self.id,
            VarlinkReply(parameters: parameters?.nonEmpty, error: name)
        )
    }

    /// Answers with whatever a handler threw: a failure as that, a `JSONError` as `InvalidParameter`; any other error
    /// closes the connection.
    public func fail(with error: any Error) {
        self.fail(with: error, method: nil)
    }

    func fail(with error: any Error, method: String?) {
        self.handler.value.fail(self.id, error, method: method)
    }

    /// Calls back, once, when the connection closes before the call is answered.
    ///
    /// A call with `oneway` goes on when its connection closes, since nobody waits for its reply.
    public func onClose(_ body: @escaping () -> Void) {
        self.handler.value.onClose(of: self.id, body)
    }

    /// Calls back, once, when the peer has read enough for the stream to go on; at once when it has. Never when the
    /// connection closes before.
    public func onWritable(_ body: @escaping () -> Void) {
        self.handler.value.onWritable(body)
    }

    /// Confirms an upgrade and hands over the connection.
    func upgrade(_ parameters: RawJSON?) throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        try self.handler.value.upgrade(self.id, VarlinkReply(parameters: parameters?.nonEmpty))
    }

    /// Succeeds the promise when the stream may go on, fails it when the connection closes.
    func wait(_ promise: EventLoopPromise<Void>) {
        self.handler.value.wait(promise)
    }
}

extension RawJSON {
    /// `nil` for `{}`, which is to be left out of messages.
    var nonEmpty: RawJSON? { self.isEmptyObject ? nil : self }
}
