// SPDX-License-Identifier: Apache-2.0

import NIOCore

// How a connection ends: too late, in order, at once, or as another protocol's.
extension ServerConnectionHandler {
    // MARK: Half a message

    func watchMessage() {
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

    func stopMessageTimer() {
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

    func closeIfFinished() {
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
