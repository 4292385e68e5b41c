// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOEmbedded
import Testing

@testable import Varlink

@Suite("A client that is slow to take the replies of a stream", .timeLimit(.minutes(1)))
struct StreamBackPressureTests {
    @Test("as many replies as the limit are kept, then nothing is read until some are taken")
    func limit() async throws {
        var configuration = VarlinkClientConfiguration()
        configuration.streamBufferLimit = 4
        let reads = ReadCounter()
        let channel = NIOAsyncTestingChannel()
        let loop = channel.testingEventLoop
        let limits = configuration
        let handler = try await loop.executeInContext {
            let handler = ClientConnectionHandler(eventLoop: loop, configuration: limits)
            try channel.pipeline.syncOperations.addHandlers([reads, handler])
            return NIOLoopBound(handler, eventLoop: loop)
        }
        try await channel.connect(to: SocketAddress(unixDomainSocketPath: "/x"))
        let connection = VarlinkConnection(
            channel: channel,
            handler: handler,
            child: nil,
            configuration: configuration
        )
        let replies = connection.callMore("a.B").makeAsyncIterator()
        await loop.run()
        #expect(try await channel.readOutbound(as: ByteBuffer.self) != nil)

        // One less than the limit: more is read.
        reads.reset()
        try await channel.writeInbound(ByteBuffer(string: String(repeating: "{\"continues\":true}\0", count: 3)))
        try await loop.executeInContext { channel.pipeline.read() }
        #expect(reads.count == 1)

        // At the limit, and whatever came with it: nothing more is read.
        reads.reset()
        try await channel.writeInbound(ByteBuffer(string: String(repeating: "{\"continues\":true}\0", count: 3)))
        try await loop.executeInContext { channel.pipeline.read() }
        #expect(reads.count == 0)

        // When they are taken, it is.
        for _ in 0..<4 { #expect(try await replies.next()?.continues == true) }
        await loop.run()
        #expect(reads.count == 1)
        for _ in 0..<2 { #expect(try await replies.next()?.continues == true) }
        try await channel.writeInbound(ByteBuffer(string: "{}\0"))
        #expect(try await replies.next()?.continues == false)
        #expect(try await replies.next() == nil)
        _ = try? await channel.finish(acceptAlreadyClosed: true)
    }
}
