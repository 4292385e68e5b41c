// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import NIOCore

// Writing replies, once a turn of the event loop.
extension ServerConnectionHandler {
    func isOpen(_ id: ServerConnectionState.CallID) -> Bool {
        self.state.mode(of: id) != nil
    }

    func reply(_ id: ServerConnectionState.CallID, _ reply: VarlinkReply) {
        if reply.continues, let mode = self.state.mode(of: id), mode != .more {
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

    func write(_ reply: VarlinkReply) {
        guard self.state.isConnected else { return }
        reply.encode(into: &self.output)
        if self.output.readableBytes > self.server.configuration.outputHighWaterMark { self.checkOutputLimit() }
        self.scheduleFlush()
    }

    func checkOutputLimit() {
        let limit = self.server.configuration.outputLimit
        // What is written in one turn may be more than the limit, as long as the peer takes it.
        guard !self.isClosing, self.output.readableBytes + self.waitingBytes > limit else { return }
        self.flush()
        if self.waitingBytes > limit { self.close(.outputLimitExceeded(limit)) }
    }

    /// Bytes given to the channel that the peer's socket has not taken.
    var waitingBytes: Int {
        guard let channel = self.context?.channel, let options = channel.syncOptions else { return 0 }
        return (try? options.getOption(.bufferedWritableBytes)) ?? 0
    }

    func scheduleFlush() {
        guard !self.isReading, !self.flushIsScheduled else { return }
        self.flushIsScheduled = true
        self.info.eventLoop.assumeIsolated().execute {
            self.flushIsScheduled = false
            self.flush()
        }
    }

    func flush() {
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
}
