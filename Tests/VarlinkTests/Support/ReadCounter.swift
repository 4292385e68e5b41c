// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Synchronization

/// Counts how often more was asked of the socket.
final class ReadCounter: ChannelOutboundHandler, Sendable {
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let reads = Atomic(0)

    var count: Int { self.reads.load(ordering: .relaxed) }

    func reset() {
        self.reads.store(0, ordering: .relaxed)
    }

    func read(context: ChannelHandlerContext) {
        self.reads.wrappingAdd(1, ordering: .relaxed)
        context.read()
    }
}
