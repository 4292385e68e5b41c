// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// The replies of one call that asked for many, in order, the last of which does not continue.
///
/// Read no faster than they are taken: while the caller is busy, the service has to wait. Leaving the loop before the
/// last reply closes the connection, since the protocol has no other way to say that one has heard enough; so does
/// cancelling the task. An error reply is thrown, after the replies before it.
public struct VarlinkReplies: AsyncSequence, Sendable {
    public typealias Element = VarlinkReply

    typealias Producer = NIOThrowingAsyncSequenceProducer<
        VarlinkReply, any Error, NIOAsyncSequenceProducerBackPressureStrategies.HighLowWatermark, Delegate
    >

    private let producer: Producer

    public struct AsyncIterator: AsyncIteratorProtocol {
        let base: Producer.AsyncIterator

        @concurrent public func next() async throws -> VarlinkReply? {
            try await self.base.next()
        }
    }

    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(base: self.producer.makeAsyncIterator())
    }
}

extension VarlinkReplies {
    /// Tells the connection what the consumer does.
    struct Delegate: NIOAsyncSequenceProducerDelegate {
        let onDemand: @Sendable () -> Void
        let onEnd: @Sendable () -> Void

        func produceMore() { self.onDemand() }
        func didTerminate() { self.onEnd() }
    }

    /// Where the connection puts the replies.
    struct Source {
        let base: Producer.Source

        /// - Returns: Whether there is room for more.
        func yield(_ reply: VarlinkReply) -> Bool {
            switch self.base.yield(reply) {
            case .produceMore: true
            // When nobody listens any more, the connection is being closed and need not be held up.
            case .dropped: true
            case .stopProducing: false
            }
        }

        func finish(_ error: (any Error)?) {
            if let error {
                self.base.finish(error)
            } else {
                self.base.finish()
            }
        }
    }

    static func make(limit: Int, delegate: Delegate) -> (VarlinkReplies, Source) {
        let high = Swift.max(limit, 1)
        let made = Producer.makeSequence(
            elementType: VarlinkReply.self,
            failureType: (any Error).self,
            backPressureStrategy: .init(lowWatermark: high / 2, highWatermark: high),
            finishOnDeinit: false,
            delegate: delegate
        )
        return (VarlinkReplies(producer: made.sequence), Source(base: made.source))
    }
}
