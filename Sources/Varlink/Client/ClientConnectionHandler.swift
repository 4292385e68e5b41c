// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import NIOCore

/// The shell around ``ClientConnectionState``: writes calls, once a turn of the event loop, cuts bytes into replies, and
/// hands them to who waits.
final class ClientConnectionHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    typealias CallID = UInt64

    private struct Token {
        let id: CallID
        let receiver: ReplyReceiver
    }

    private let eventLoop: any EventLoop
    private let limits: JSONLimits
    private var state = ClientConnectionState<Token>()
    private var decoder: FrameDecoder
    private var context: ChannelHandlerContext?
    private var output = ByteBuffer()
    private var flushIsScheduled = false
    private var isHandingOut = false
    private var readIsPending = false
    private var streamIsFull = false
    private var timers: [CallID: Scheduled<Void>] = [:]
    private var closeError: (any Error)?

    init(eventLoop: any EventLoop, configuration: VarlinkClientConfiguration) {
        self.eventLoop = eventLoop
        self.limits = configuration.jsonLimits
        self.decoder = FrameDecoder(limit: configuration.messageSizeLimit)
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
        self.decoder.append(self.unwrapInboundIn(data))
        self.handOut()
    }

    func read(context: ChannelHandlerContext) {
        if self.streamIsFull {
            self.readIsPending = true
        } else {
            context.read()
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !self.state.isUpgraded else {
            context.fireErrorCaught(error)
            return
        }
        self.close(VarlinkError.connectionClosed)
    }

    func channelInactive(context: ChannelHandlerContext) {
        // What came before the end and has not been handed out is still good.
        self.streamIsFull = false
        self.handOut()
        let error = self.closeError ?? VarlinkError.connectionClosed
        self.closeError = error
        for timer in self.timers.values { timer.cancel() }
        self.timers = [:]
        for token in self.state.close() { token.receiver.fail(error) }
        context.fireChannelInactive()
    }

    // MARK: Calls

    /// Sends a call. Whoever waits for its reply is told in any case.
    func send(_ call: VarlinkCall, id: CallID, timeout: Duration?, to receiver: ReplyReceiver) {
        let action = self.state.send(Token(id: id, receiver: receiver), mode: call.mode)
        switch action {
        case .refuseClosed: receiver.fail(self.closeError ?? VarlinkError.connectionClosed)
        case .refuseUpgraded: receiver.fail(VarlinkError.upgraded)
        case .send, .sendAndForget:
            call.encode(into: &self.output)
            self.scheduleFlush()
            if action == .sendAndForget, case .single(let promise) = receiver { promise.succeed(VarlinkReply()) }
            if action == .send, let timeout {
                self.timers[id] = self.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(timeout)) {
                    self.timers[id] = nil
                    self.close(VarlinkError.timedOut(after: timeout))
                }
            }
        }
    }

    private func scheduleFlush() {
        guard !self.flushIsScheduled else { return }
        self.flushIsScheduled = true
        self.eventLoop.assumeIsolated().execute {
            self.flushIsScheduled = false
            self.flush()
        }
    }

    private func flush() {
        guard self.output.readableBytes > 0, let context = self.context else { return }
        context.writeAndFlush(self.wrapOutboundOut(self.output), promise: nil)
        if self.output.capacity <= 1 << 16 {
            self.output.clear()
        } else {
            self.output = ByteBuffer()
        }
    }

    /// Completes the promise when everything sent so far is with the kernel.
    func flush(_ promise: EventLoopPromise<Void>) {
        guard let context = self.context, self.closeError == nil else {
            promise.fail(self.closeError ?? VarlinkError.connectionClosed)
            return
        }
        self.flush()
        context.writeAndFlush(self.wrapOutboundOut(ByteBuffer()), promise: promise)
    }

    // MARK: Replies

    private func handOut() {
        guard !self.isHandingOut else { return }
        self.isHandingOut = true
        defer { self.isHandingOut = false }
        do throws(VarlinkProtocolViolation) {
            while !self.streamIsFull, !self.state.isUpgraded, let message = try self.decoder.next() {
                let reply = try self.decode(message)
                try self.handOut(reply)
            }
        } catch {
            self.close(VarlinkError.protocolViolation(error))
        }
        self.resumeReading()
    }

    private func decode(_ message: ByteBuffer) throws(VarlinkProtocolViolation) -> VarlinkReply {
        let limits = self.limits
        return try message.withUnsafeReadableBytes { bytes in
            Result { () throws(VarlinkProtocolViolation) in try VarlinkReply(decoding: bytes, limits: limits) }
        }.get()
    }

    private func handOut(_ reply: VarlinkReply) throws(VarlinkProtocolViolation) {
        switch self.state.receive(reply) {
        case .violation(let violation):
            throw violation
        case .proceed(let token):
            // A stream goes on for as long as it likes; the limit is for its first reply.
            self.stopTimer(token.id)
            if case .stream(let source) = token.receiver, !source.yield(reply) { self.streamIsFull = true }
        case .finish(let token):
            self.stopTimer(token.id)
            self.finish(token.receiver, reply)
        case .upgrade(let token):
            self.stopTimer(token.id)
            self.upgrade(token.receiver, reply)
        }
    }

    private func finish(_ receiver: ReplyReceiver, _ reply: VarlinkReply) {
        if let name = reply.error {
            receiver.fail(VarlinkError.failure(name: name, parameters: reply.parameters ?? .emptyObject))
            return
        }
        switch receiver {
        case .single(let promise):
            promise.succeed(reply)
        case .stream(let source):
            _ = source.yield(reply)
            source.finish(nil)
        case .upgrade:
            break
        }
    }

    private func upgrade(_ receiver: ReplyReceiver, _ reply: VarlinkReply) {
        guard case .upgrade(let promise) = receiver, let context = self.context else { return }
        do {
            let channel = try VarlinkByteStream.wrap(context.channel)
            promise.succeed(ReplyReceiver.UpgradeReply(reply: reply, channel: channel))
            if let remaining = self.decoder.takeRemaining() {
                context.fireChannelRead(self.wrapInboundOut(remaining))
                context.fireChannelReadComplete()
            }
        } catch {
            promise.fail(error)
            self.close(error)
        }
    }

    /// The consumer of a stream has room again.
    func resumeStream() {
        self.streamIsFull = false
        self.handOut()
    }

    private func resumeReading() {
        guard self.readIsPending, !self.streamIsFull, let context = self.context else { return }
        self.readIsPending = false
        context.read()
    }

    // MARK: The end

    private func stopTimer(_ id: CallID) {
        guard !self.timers.isEmpty else { return }
        self.timers.removeValue(forKey: id)?.cancel()
    }

    /// Whoever waits for this call has given up: closes the connection, unless the last reply has come.
    func abandon(_ id: CallID) {
        guard self.state.isWaiting({ $0.id == id }) else { return }
        self.close(CancellationError())
    }

    /// Closes the connection; every call that waits fails with the error.
    func close(_ error: any Error) {
        self.closeError = self.closeError ?? error
        guard let context = self.context else { return }
        self.flush()
        context.close(promise: nil)
    }
}
