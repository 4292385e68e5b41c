// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// The bytes of a connection that was upgraded to another protocol, both ways.
public struct VarlinkByteStream: Sendable {
    /// What the peer sends, from the first byte after the message that ended the Varlink protocol. To be read by one
    /// task only.
    public let inbound: Inbound

    private let writer: NIOAsyncChannelOutboundWriter<ByteBuffer>

    /// Sends bytes, waiting while the peer does not read.
    public func write(_ bytes: ByteBuffer) async throws {
        try await self.writer.write(bytes)
    }

    /// Sends bytes, waiting while the peer does not read.
    public func write(_ bytes: some Sequence<UInt8>) async throws {
        try await self.writer.write(ByteBuffer(bytes: bytes))
    }

    /// Tells the peer that nothing more comes; it may still send.
    public func finish() {
        self.writer.finish()
    }

    static func wrap(_ channel: any Channel) throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        try NIOAsyncChannel(
            wrappingChannelSynchronously: channel,
            configuration: NIOAsyncChannel.Configuration(isOutboundHalfClosureEnabled: true)
        )
    }

    static func lend<Result: Sendable>(
        _ channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>,
        _ body: (VarlinkByteStream) async throws -> Result
    ) async throws -> Result {
        try await channel.executeThenClose { inbound, outbound in
            try await body(VarlinkByteStream(inbound: Inbound(base: inbound), writer: outbound))
        }
    }
}

extension VarlinkByteStream {
    public struct Inbound: AsyncSequence, Sendable {
        public typealias Element = ByteBuffer

        let base: NIOAsyncChannelInboundStream<ByteBuffer>

        public struct AsyncIterator: AsyncIteratorProtocol {
            var base: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator

            @concurrent public mutating func next() async throws -> ByteBuffer? {
                try await self.base.next()
            }
        }

        public func makeAsyncIterator() -> AsyncIterator {
            AsyncIterator(base: self.base.makeAsyncIterator())
        }
    }
}
