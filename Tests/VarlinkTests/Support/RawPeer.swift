// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOPosix

@testable import Varlink

/// The other end of a connection, which sends whatever bytes it likes and sees whatever bytes come.
///
/// Used by one task.
final class RawPeer {
    private var incoming: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outgoing: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var decoder = FrameDecoder(limit: 1 << 30)

    private init(
        _ incoming: NIOAsyncChannelInboundStream<ByteBuffer>,
        _ outgoing: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.incoming = incoming.makeAsyncIterator()
        self.outgoing = outgoing
    }

    func sendByte(_ byte: UInt8) async throws {
        try await self.outgoing.write(ByteBuffer(bytes: [byte]))
    }

    func send(_ text: String) async throws {
        try await self.outgoing.write(ByteBuffer(string: text))
    }

    /// Says that nothing more is sent.
    func finish() {
        self.outgoing.finish()
    }

    /// The next message, without its NUL; `nil` when the connection was closed.
    func message() async throws -> String? {
        while true {
            if let message = try self.decoder.next() {
                return String(buffer: message)
            }
            guard try await self.fill() else { return nil }
        }
    }

    /// The next bytes, as many as this.
    func bytes(_ count: Int) async throws -> String? {
        var received = self.decoder.takeRemaining() ?? ByteBuffer()
        while received.readableBytes < count {
            guard try await self.fill() else { return nil }
            received.writeImmutableBuffer(self.decoder.takeRemaining() ?? ByteBuffer())
        }
        return received.readString(length: count)
    }

    /// Waits until the other end closes.
    ///
    /// - Returns: Whether nothing came before.
    func closes() async throws -> Bool {
        while try await self.fill() {}
        return self.decoder.isEmpty
    }

    /// A reset is as good as an orderly end to whoever waits for it.
    private func fill() async throws -> Bool {
        do {
            guard let next = try await self.incoming.next(isolation: #isolation) else { return false }
            self.decoder.append(next)
            return true
        } catch is IOError {
            return false
        }
    }

    /// Connects one to a descriptor for as long as `body` runs.
    static func with<Result: Sendable>(
        descriptor: CInt,
        _ body: @escaping @Sendable (RawPeer) async throws -> Result
    ) async throws -> Result {
        let channel = try await ClientBootstrap(group: testGroup)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .withConnectedSocket(descriptor) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel,
                        configuration: .init(
                            backPressureStrategy: .init(lowWatermark: 1, highWatermark: 1),
                            isOutboundHalfClosureEnabled: true
                        )
                    )
                }
            }
        return try await channel.executeThenClose { incoming, outgoing in
            try await body(RawPeer(incoming, outgoing))
        }
    }

    /// Serves a service on one end of a socket pair, and gives the other.
    static func withServer<Result: Sendable>(
        of test: TestService,
        configuration: VarlinkServerConfiguration = VarlinkServerConfiguration(),
        _ body: @escaping @Sendable (RawPeer) async throws -> Result
    ) async throws -> Result {
        let server = VarlinkServer(
            service: test.service,
            configuration: configuration,
            group: testGroup,
            onEvent: test.tell
        )
        let (ours, theirs) = try UnixSocket.pair()
        try await server.serve(connected: theirs)
        async let running: Void = server.run()
        let result = try await Self.with(descriptor: ours, body)
        await running
        return result
    }

    /// Gives a client's connection, and the end at which a service would be.
    static func withClient<Result: Sendable>(
        configuration: VarlinkClientConfiguration = VarlinkClientConfiguration(),
        _ body: @escaping @Sendable (RawPeer, VarlinkConnection) async throws -> Result
    ) async throws -> Result {
        let (ours, theirs) = try UnixSocket.pair()
        let connection = try await VarlinkConnection.connect(
            descriptor: ours,
            group: testGroup,
            configuration: configuration
        )
        let result = try await Self.with(descriptor: theirs) { peer in
            try await body(peer, connection)
        }
        await connection.close()
        return result
    }
}

extension RawPeer {
    /// The half of a peer that sends, for a task of its own.
    struct Sender: Sendable {
        private let outgoing: NIOAsyncChannelOutboundWriter<ByteBuffer>

        init(_ peer: RawPeer) {
            self.outgoing = peer.outgoing
        }

        func send(_ text: String) async throws {
            try await self.outgoing.write(ByteBuffer(string: text))
        }
    }
}
