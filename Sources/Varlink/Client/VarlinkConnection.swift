// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import NIOCore
import NIOPosix
import Synchronization

/// A connection to a service.
///
/// Calls are sent in the order in which they are made, and need not wait for one another; replies come in the same
/// order. A long call holds up those after it: work that is to go on at the same time wants connections of its own.
///
/// ```swift
/// try await VarlinkConnection.withConnection(to: address, group: group) { connection in
///     let output = try await connection.call(Ping.self, Ping.Input(ping: "hello"))
/// }
/// ```
public final class VarlinkConnection: Sendable {
    /// The loop on which the connection lives.
    public let eventLoop: any EventLoop

    let configuration: VarlinkClientConfiguration
    private let channel: any Channel
    private let handler: NIOLoopBound<ClientConnectionHandler>
    private let child: ChildProcess?
    private let lastID = Atomic<UInt64>(0)

    init(
        channel: any Channel,
        handler: NIOLoopBound<ClientConnectionHandler>,
        child: ChildProcess?,
        configuration: VarlinkClientConfiguration
    ) {
        self.eventLoop = channel.eventLoop
        self.channel = channel
        self.handler = handler
        self.child = child
        self.configuration = configuration
    }

    /// Whether the connection is there, as far as is known.
    public var isActive: Bool { self.channel.isActive }

    /// Comes when the connection is closed, by either side.
    public var closeFuture: EventLoopFuture<Void> { self.channel.closeFuture }

    /// Closes the connection, and waits until it is, and until a program started for it has ended. Calls that wait for
    /// a reply fail.
    public func close() async {
        let handler = self.handler
        self.eventLoop.execute { handler.value.close(VarlinkError.connectionClosed) }
        try? await self.channel.closeFuture.get()
        await self.child?.wait()
    }
}

// MARK: Calls

extension VarlinkConnection {
    /// Sends a call now and gives its reply later, so that more can be sent meanwhile.
    ///
    /// - Parameters:
    ///   - call: With a mode of `single` or `oneway`; the latter is answered when it is sent.
    ///   - timeout: How long the reply may take; then the connection is closed. By default the configuration's.
    public func begin(_ call: VarlinkCall, timeout: Duration? = nil) -> VarlinkPendingReply {
        precondition(call.mode == .single || call.mode == .oneway, "streams and upgrades have methods of their own")
        let promise = self.eventLoop.makePromise(of: VarlinkReply.self)
        let id = self.nextID()
        self.send(call, id: id, timeout: timeout, to: { .single(promise) })
        return VarlinkPendingReply(connection: self, id: id, future: promise.futureResult)
    }

    /// Calls a method and waits for its reply. Cancelling the task closes the connection.
    ///
    /// - Parameters:
    ///   - method: The fully-qualified name.
    ///   - parameters: A JSON object; `nil` for none.
    ///   - headers: Vendor extensions of the call.
    ///   - timeout: How long the reply may take; then the connection is closed. By default the configuration's.
    /// - Returns: The output parameters, a JSON object, `{}` when there are none.
    /// - Throws: ``VarlinkError``, or `CancellationError`.
    public func call(
        _ method: String,
        _ parameters: RawJSON? = nil,
        headers: VarlinkHeaders = VarlinkHeaders(),
        timeout: Duration? = nil
    ) async throws -> RawJSON {
        try Task.checkCancellation()
        let call = VarlinkCall(method: method, parameters: parameters?.nonEmpty, headers: headers)
        return try await self.begin(call, timeout: timeout).value()
    }

    /// Calls a method whose types were generated; see ``call(_:_:headers:timeout:)-(String,_,_,_)``.
    public func call<Method: VarlinkMethod>(
        _ method: Method.Type,
        _ input: Method.Input,
        headers: VarlinkHeaders = VarlinkHeaders(),
        timeout: Duration? = nil
    ) async throws -> Method.Output {
        try Task.checkCancellation()
        let pending = self.begin(VarlinkCall(method, input, headers: headers), timeout: timeout)
        return try Self.output(of: Method.self, in: try await pending.reply(), limits: self.configuration.jsonLimits)
    }

    /// Calls a method without wanting a reply, and waits until the call is sent.
    public func oneway(
        _ method: String,
        _ parameters: RawJSON? = nil,
        headers: VarlinkHeaders = VarlinkHeaders()
    ) async throws {
        try Task.checkCancellation()
        let call = VarlinkCall(method: method, parameters: parameters?.nonEmpty, mode: .oneway, headers: headers)
        _ = try await self.begin(call).value()
        try await self.flush()
    }

    /// Calls a method whose types were generated without wanting a reply, and waits until the call is sent.
    public func oneway<Method: VarlinkMethod>(
        _ method: Method.Type,
        _ input: Method.Input,
        headers: VarlinkHeaders = VarlinkHeaders()
    ) async throws {
        try await self.oneway(Method.name, RawJSON(encoding: input), headers: headers)
    }

    /// Waits until everything that was sent is with the kernel.
    public func flush() async throws {
        let handler = self.handler
        let promise = self.eventLoop.makePromise(of: Void.self)
        self.eventLoop.execute { handler.value.flush(promise) }
        try await promise.futureResult.get()
    }

    /// Calls a method and asks for many replies.
    ///
    /// - Parameters:
    ///   - method: The fully-qualified name.
    ///   - parameters: A JSON object; `nil` for none.
    ///   - headers: Vendor extensions of the call.
    ///   - timeout: How long the first reply may take; then the connection is closed. By default the configuration's.
    public func callMore(
        _ method: String,
        _ parameters: RawJSON? = nil,
        headers: VarlinkHeaders = VarlinkHeaders(),
        timeout: Duration? = nil
    ) -> VarlinkReplies {
        let handler = self.handler
        let eventLoop = self.eventLoop
        let id = self.nextID()
        let delegate = VarlinkReplies.Delegate(
            onDemand: { eventLoop.execute { handler.value.resumeStream() } },
            onEnd: { eventLoop.execute { handler.value.abandon(id) } }
        )
        let (replies, source) = VarlinkReplies.make(limit: self.configuration.streamBufferLimit, delegate: delegate)
        let call = VarlinkCall(method: method, parameters: parameters?.nonEmpty, mode: .more, headers: headers)
        self.send(call, id: id, timeout: timeout, to: { .stream(source) })
        return replies
    }

    /// Calls a method whose types were generated and asks for many replies.
    public func callMore<Method: VarlinkMethod>(
        _ method: Method.Type,
        _ input: Method.Input,
        headers: VarlinkHeaders = VarlinkHeaders(),
        timeout: Duration? = nil
    ) -> VarlinkOutputs<Method> {
        VarlinkOutputs(
            base: self.callMore(Method.name, RawJSON(encoding: input), headers: headers, timeout: timeout),
            limits: self.configuration.jsonLimits
        )
    }

    /// Calls a method that turns the connection over to another protocol, and lends the bytes that follow.
    ///
    /// When the service answers with an error, that is thrown and the connection stays as it was. Otherwise it is closed
    /// when `body` returns or throws.
    public func upgrade<Result: Sendable>(
        _ method: String,
        _ parameters: RawJSON? = nil,
        headers: VarlinkHeaders = VarlinkHeaders(),
        timeout: Duration? = nil,
        _ body: (_ output: RawJSON, _ stream: VarlinkByteStream) async throws -> Result
    ) async throws -> Result {
        try Task.checkCancellation()
        let call = VarlinkCall(method: method, parameters: parameters?.nonEmpty, mode: .upgrade, headers: headers)
        let promise = self.eventLoop.makePromise(of: ReplyReceiver.UpgradeReply.self)
        let id = self.nextID()
        self.send(call, id: id, timeout: timeout, to: { .upgrade(promise) })
        let future = promise.futureResult
        let upgraded = try await withTaskCancellationHandler {
            try await future.get()
        } onCancel: {
            self.abandon(id)
        }
        return try await VarlinkByteStream.lend(upgraded.channel) { stream in
            try await body(upgraded.reply.parameters ?? .emptyObject, stream)
        }
    }

    private func nextID() -> ClientConnectionHandler.CallID {
        self.lastID.wrappingAdd(1, ordering: .relaxed).newValue
    }

    private func send(
        _ call: VarlinkCall,
        id: ClientConnectionHandler.CallID,
        timeout: Duration?,
        to receiver: @escaping @Sendable () -> ReplyReceiver
    ) {
        let timeout = timeout ?? self.configuration.callTimeout
        let handler = self.handler
        self.eventLoop.execute { handler.value.send(call, id: id, timeout: timeout, to: receiver()) }
    }

    /// Whoever waits for this reply has given up: closes the connection unless the reply has come.
    func abandon(_ id: ClientConnectionHandler.CallID) {
        let handler = self.handler
        self.eventLoop.execute { handler.value.abandon(id) }
    }

    static func output<Method: VarlinkMethod>(
        of method: Method.Type,
        in reply: VarlinkReply,
        limits: JSONLimits
    ) throws(VarlinkError) -> Method.Output {
        do throws(JSONError) {
            return try Method.Output(parsing: (reply.parameters ?? .emptyObject).bytes, limits: limits)
        } catch {
            throw .unexpectedOutput(method: Method.name, error)
        }
    }
}

extension VarlinkCall {
    /// A call of a method whose types were generated.
    public init<Method: VarlinkMethod>(
        _ method: Method.Type,
        _ input: Method.Input,
        mode: VarlinkCallMode = .single,
        headers: VarlinkHeaders = VarlinkHeaders()
    ) {
        self.init(
            method: Method.name,
            parameters: RawJSON(encoding: input).nonEmpty,
            mode: mode,
            headers: headers
        )
    }
}
