// SPDX-License-Identifier: Apache-2.0

import NIOCore

// Holding back what a peer does not read.
extension ServerConnectionHandler {
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

    func becameWritable() {
        let callbacks = self.writableCallbacks
        let waiters = self.streamWaiters
        self.writableCallbacks = []
        self.streamWaiters = []
        for callback in callbacks { callback() }
        for waiter in waiters { waiter.succeed() }
        self.takeCalls()
    }
}
