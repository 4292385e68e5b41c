// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import NIOCore

/// The shell around ``ServerConnectionState``: cuts bytes into calls, lets handlers carry them out, and writes their
/// replies, once a turn of the event loop.
final class ServerConnectionHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    let info: VarlinkConnectionInfo
    let server: ServerCore

    private let limits: JSONLimits
    private var state: ServerConnectionState
    private var decoder: FrameDecoder
    var context: ChannelHandlerContext?

    private var output = ByteBuffer()
    private var isReading = false
    private var isTakingCalls = false
    private var readIsPending = false
    private var flushIsScheduled = false
    private var messageTimer: Scheduled<Void>?
    private var closeReason: VarlinkCloseReason?
    private var isClosing = false
    private var closeCallbacks: [ServerConnectionState.CallID: [() -> Void]] = [:]
    private var writableCallbacks: [() -> Void] = []
    private var streamWaiters: [EventLoopPromise<Void>] = []
    private var tasks: ConnectionTasks?

    init(info: VarlinkConnectionInfo, server: ServerCore) {
        self.info = info
        self.server = server
        self.limits = server.configuration.jsonLimits
        self.state = ServerConnectionState(openCallLimit: server.configuration.openCallLimit)
        self.decoder = FrameDecoder(limit: server.configuration.messageSizeLimit)
    }

    // MARK: Channel events

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !self.state.isUpgraded else {
            context.fireChannelRead(data)
            return
        }
        self.isReading = true
        self.decoder.append(self.unwrapInboundIn(data))
        self.takeCalls()
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        guard !self.state.isUpgraded else {
            context.fireChannelReadComplete()
            return
        }
        self.isReading = false
        self.flush()
    }

    func read(context: ChannelHandlerContext) {
        if self.state.isUpgraded || (self.state.wantsCall && self.isWritable) {
            context.read()
        } else {
            self.readIsPending = true
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if !self.state.isUpgraded, case .inputClosed? = event as? ChannelEvent {
            self.state.closeInput()
            self.closeIfFinished()
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if self.isWritable { self.becameWritable() }
        context.fireChannelWritabilityChanged()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !self.state.isUpgraded else {
            context.fireErrorCaught(error)
            return
        }
        self.close(.transport(error))
    }

    func channelInactive(context: ChannelHandlerContext) {
        let reason = self.closeReason ?? (self.state.isUpgraded ? .upgraded : .peerClosed)
        self.stopMessageTimer()
        self.output = ByteBuffer()
        let aborted = self.state.abandon()
        // What the peer did wrong, or the server wants, ends everything; otherwise calls that need no reply go on.
        if case .peerClosed = reason {} else { self.state.close() }
        let callbacks = self.closeCallbacks
        self.closeCallbacks = [:]
        for id in aborted {
            for callback in callbacks[id] ?? [] { callback() }
        }
        self.writableCallbacks = []
        for waiter in self.streamWaiters { waiter.fail(CancellationError()) }
        self.streamWaiters = []
        // The handler of an upgraded connection learns of its end by the stream, once it has read what came before.
        if self.state.wasUpgraded { self.tasks?.finish() } else { self.tasks?.cancel() }
        self.tasks = nil
        self.takeCalls()
        self.server.connectionClosed(self.info, reason)
        context.fireChannelInactive()
    }

    // MARK: Calls

    /// Takes calls from the bytes that came, as many as may start now.
    private func takeCalls() {
        guard !self.isTakingCalls else { return }
        self.isTakingCalls = true
        defer { self.isTakingCalls = false }
        do throws(VarlinkProtocolViolation) {
            while true {
                if let (id, call) = self.state.nextHeldCall() {
                    self.start(id, call)
                    continue
                }
                guard self.state.wantsCall, self.isWritable || !self.state.isConnected else { break }
                guard let message = try self.decoder.next() else { break }
                self.stopMessageTimer()
                let call = try self.decode(message)
                let handler = self.server.service.handler(of: call.method)
                let isPipelined = (try? handler.get())?.isPipelined ?? false
                if case .start(let id) = self.state.receive(call, isPipelined: isPipelined) {
                    self.carryOut(id, call, handler)
                }
            }
        } catch {
            self.close(.violation(error))
            return
        }
        self.watchMessage()
        self.resumeReading()
        self.closeIfFinished()
    }

    private func decode(_ message: ByteBuffer) throws(VarlinkProtocolViolation) -> VarlinkCall {
        let limits = self.limits
        return try message.withUnsafeReadableBytes { bytes in
            Result { () throws(VarlinkProtocolViolation) in try VarlinkCall(decoding: bytes, limits: limits) }
        }.get()
    }

    private func start(_ id: ServerConnectionState.CallID, _ call: VarlinkCall) {
        self.carryOut(id, call, self.server.service.handler(of: call.method))
    }

    private func carryOut(
        _ id: ServerConnectionState.CallID,
        _ call: VarlinkCall,
        _ handler: Result<MethodHandler, VarlinkServiceFailure>
    ) {
        let responder = VarlinkResponder(self, id)
        switch handler {
        case .failure(let failure):
            responder.fail(failure)
        case .success(let handler):
            let context = VarlinkContext(call: call, connection: self.info, limits: self.limits)
            switch handler {
            case .onLoop, .task, .stream:
                guard call.mode != .upgrade else {
                    responder.fail(VarlinkServiceFailure.methodNotImplemented(method: call.method))
                    return
                }
            case .upgrade:
                guard call.mode == .upgrade else {
                    responder.fail(VarlinkServiceFailure.expectedUpgrade)
                    return
                }
            }
            switch handler {
            case .onLoop(_, let body):
                body(context, responder)
            case .task(_, let body):
                self.run(call, responder) { try await body(context) }
            case .stream(let requiresMore, let body):
                guard !requiresMore || call.mode == .more else {
                    responder.fail(VarlinkServiceFailure.expectedMore)
                    return
                }
                let writer = VarlinkReplyWriter(responder, mode: call.mode)
                self.run(call, responder) { try await body(context, writer) }
            case .upgrade(let body):
                let upgrade = VarlinkUpgrade(responder)
                self.add(oneway: false) { await upgrade.run { try await body(context, upgrade) } }
            }
        }
    }

    private func run(
        _ call: VarlinkCall,
        _ responder: VarlinkResponder,
        _ body: @escaping @Sendable () async throws -> RawJSON?
    ) {
        self.add(oneway: call.mode == .oneway) {
            do {
                let parameters = try await body()
                responder.eventLoop.execute { responder.finish(parameters) }
            } catch {
                let method = call.method
                responder.eventLoop.execute { responder.fail(with: error, method: method) }
            }
        }
    }

    /// Hands work to the tasks of this connection, or, when nobody waits for its end, of the server.
    private func add(oneway: Bool, _ body: @escaping @Sendable () async -> Void) {
        if oneway {
            self.server.tasks.add(body)
        } else if let tasks = self.tasks {
            tasks.add(body)
        } else {
            let tasks = ConnectionTasks()
            self.tasks = tasks
            tasks.add(body)
            self.server.tasks.add { await tasks.run() }
        }
    }

    private func resumeReading() {
        guard self.readIsPending, let context = self.context, self.state.isConnected else { return }
        guard self.state.wantsCall, self.isWritable else { return }
        self.readIsPending = false
        context.read()
    }

    // MARK: Replies

    func isOpen(_ id: ServerConnectionState.CallID) -> Bool {
        self.state.mode(of: id) != nil
    }

    func reply(_ id: ServerConnectionState.CallID, _ reply: VarlinkReply) {
        if reply.continues, let mode = self.state.mode(of: id), mode == .single || mode == .upgrade {
            let failure = VarlinkServiceFailure.expectedMore
            self.reply(id, VarlinkReply(error: failure.errorName))
            return
        }
        switch self.state.reply(id, reply) {
        case .ignore:
            return
        case .send(let reply):
            self.write(reply)
        case .proceed:
            break
        }
        while let reply = self.state.nextReply() {
            self.write(reply)
        }
        if !reply.continues {
            if !self.closeCallbacks.isEmpty { self.closeCallbacks[id] = nil }
            self.takeCalls()
        }
    }

    func fail(_ id: ServerConnectionState.CallID, _ error: any Error, method: String? = nil) {
        switch error {
        case let failure as any VarlinkFailure:
            self.reply(
                id,
                VarlinkReply(parameters: failure.errorParameters.nonEmpty, error: failure.errorName)
            )
        case let error as JSONError:
            self.fail(id, VarlinkServiceFailure(error))
        default:
            guard let mode = self.state.mode(of: id) else { return }
            if mode == .oneway {
                self.reply(id, VarlinkReply())
            } else {
                self.close(.handlerFailed(method: method, error))
            }
        }
    }

    func onClose(of id: ServerConnectionState.CallID, _ body: @escaping () -> Void) {
        guard self.state.mode(of: id) != nil else { return }
        self.closeCallbacks[id, default: []].append(body)
    }

    private func write(_ reply: VarlinkReply) {
        guard self.state.isConnected else { return }
        reply.encode(into: &self.output)
        if self.output.readableBytes > self.server.configuration.outputHighWaterMark { self.checkOutputLimit() }
        self.scheduleFlush()
    }

    private func checkOutputLimit() {
        let limit = self.server.configuration.outputLimit
        // What is written in one turn may be more than the limit, as long as the peer takes it.
        guard !self.isClosing, self.output.readableBytes + self.waitingBytes > limit else { return }
        self.flush()
        if self.waitingBytes > limit { self.close(.outputLimitExceeded(limit)) }
    }

    /// Bytes given to the channel that the peer's socket has not taken.
    private var waitingBytes: Int {
        guard let channel = self.context?.channel, let options = channel.syncOptions else { return 0 }
        return (try? options.getOption(.bufferedWritableBytes)) ?? 0
    }

    private func scheduleFlush() {
        guard !self.isReading, !self.flushIsScheduled else { return }
        self.flushIsScheduled = true
        self.info.eventLoop.assumeIsolated().execute {
            self.flushIsScheduled = false
            self.flush()
        }
    }

    private func flush() {
        guard self.output.readableBytes > 0, let context = self.context else { return }
        let wasHeldBack = self.output.readableBytes > self.server.configuration.outputHighWaterMark
        context.writeAndFlush(self.wrapOutboundOut(self.output), promise: nil)
        // When the socket took it all, the memory is ours alone again and is used for the next replies, unless it is
        // much.
        if self.output.capacity <= 1 << 16 {
            self.output.clear()
        } else {
            self.output = ByteBuffer()
        }
        if wasHeldBack, context.channel.isWritable {
            self.becameWritable()
        }
    }

    // MARK: Slow readers

    /// Whether the peer reads fast enough for more to be written.
    var isWritable: Bool {
        guard let context = self.context else { return false }
        return context.channel.isWritable
            && self.output.readableBytes <= self.server.configuration.outputHighWaterMark
    }

    func onWritable(_ body: @escaping () -> Void) {
        guard self.state.isConnected else { return }
        if self.isWritable {
            body()
        } else {
            self.writableCallbacks.append(body)
        }
    }

    func wait(_ promise: EventLoopPromise<Void>) {
        if !self.state.isConnected {
            promise.fail(CancellationError())
        } else if self.isWritable {
            promise.succeed()
        } else {
            self.streamWaiters.append(promise)
        }
    }

    private func becameWritable() {
        let callbacks = self.writableCallbacks
        let waiters = self.streamWaiters
        self.writableCallbacks = []
        self.streamWaiters = []
        for callback in callbacks { callback() }
        for waiter in waiters { waiter.succeed() }
        self.takeCalls()
    }

    // MARK: Half a message

    private func watchMessage() {
        guard let timeout = self.server.configuration.messageTimeout else { return }
        // While we do not read, or have not taken what was read, it is not the peer who is late.
        let isWaiting =
            !self.decoder.isEmpty && self.state.wantsCall && self.state.isConnected && self.isWritable
        if !isWaiting {
            self.stopMessageTimer()
        } else if self.messageTimer == nil {
            self.messageTimer = self.info.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(timeout)) {
                self.close(.messageTimedOut)
            }
        }
    }

    private func stopMessageTimer() {
        self.messageTimer?.cancel()
        self.messageTimer = nil
    }

    // MARK: The end

    /// Takes in nothing more, answers what is open, and closes; streams are ended.
    func drain() {
        guard self.state.isConnected else {
            if self.state.isUpgraded { self.close(.shutdown) }
            return
        }
        self.closeReason = self.closeReason ?? .shutdown
        self.state.drain()
        self.closeIfFinished()
    }

    /// Closes now. Replies that were given before are sent as far as the peer's socket takes them.
    func close(_ reason: VarlinkCloseReason) {
        guard !self.isClosing else { return }
        self.isClosing = true
        self.closeReason = self.closeReason ?? reason
        self.flush()
        self.state.close()
        self.context?.close(promise: nil)
    }

    private func closeIfFinished() {
        guard !self.isClosing, let context = self.context else { return }
        if self.state.isDraining {
            guard self.state.hasOnlyStreams else { return }
        } else {
            // When it is not writable, whole messages may be left that were not looked at.
            guard self.state.isFinished, self.isWritable else { return }
        }
        self.isClosing = true
        self.flush()
        self.state.close()
        // A close drops what is not yet written; an empty write comes after all of it.
        let written = context.eventLoop.makePromise(of: Void.self)
        context.writeAndFlush(self.wrapOutboundOut(ByteBuffer()), promise: written)
        written.futureResult.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
    }

    // MARK: Upgrade

    /// Confirms an upgrade: writes the last message, and lets everything that comes after pass to another protocol.
    func upgrade(
        _ id: ServerConnectionState.CallID,
        _ reply: VarlinkReply
    ) throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        guard let context = self.context, self.state.upgrade(id) else { throw VarlinkHandlerError.upgradeNotPossible }
        reply.encode(into: &self.output)
        self.flush()
        let channel = try VarlinkByteStream.wrap(context.channel)
        if let remaining = self.decoder.takeRemaining() {
            context.fireChannelRead(self.wrapInboundOut(remaining))
            context.fireChannelReadComplete()
        }
        if self.readIsPending {
            self.readIsPending = false
            context.read()
        }
        return channel
    }
}
