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

    let limits: JSONLimits
    var state: ServerConnectionState
    var decoder: FrameDecoder
    var context: ChannelHandlerContext?

    var output = ByteBuffer()
    var isReading = false
    var isTakingCalls = false
    var readIsPending = false
    var flushIsScheduled = false
    var messageTimer: Scheduled<Void>?
    var closeReason: VarlinkCloseReason?
    var isClosing = false
    var closeCallbacks: [ServerConnectionState.CallID: [() -> Void]] = [:]
    var writableCallbacks: [() -> Void] = []
    var streamWaiters: [EventLoopPromise<Void>] = []
    var tasks: ConnectionTasks?

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
}
