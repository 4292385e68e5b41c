// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import NIOCore
import Synchronization
import Testing

@testable import Varlink

@Suite("Slow readers", .timeLimit(.minutes(1)))
struct SlowReaderTests {
    let test = TestService()

    private var configuration: VarlinkServerConfiguration {
        var configuration = VarlinkServerConfiguration()
        configuration.outputHighWaterMark = 128 << 10
        configuration.outputLowWaterMark = 32 << 10
        return configuration
    }

    @Test("a stream to a slow reader costs bounded memory, goes on when it reads, and delays nobody else")
    func task() async throws {
        let folder = try TemporaryFolder()
        let test = self.test
        try await VarlinkServer.withServer(
            test.service,
            at: folder.socket,
            configuration: self.configuration,
            group: testGroup
        ) { _ in
            let client = VarlinkClient(address: folder.socket, group: testGroup)
            let slow = try await client.connect()
            let replies = slow.callMore("org.example.test.FloodTask").makeAsyncIterator()
            #expect(try await replies.next()?.parameters == TestService.block)
            // Another is served meanwhile, a thousand times over.
            try await client.withConnection { other in
                for number in 0..<1000 {
                    _ = try await other.call(Echo.self, TextValue("\(number)"))
                }
            }
            // Sockets, marks and the client's own buffer hold a few megabytes at most; without back-pressure the flood
            // would have written thousands of blocks by now.
            let written = test.written.load(ordering: .relaxed)
            #expect(written < 200)
            // The stream goes on when it is read.
            for _ in 0..<(written + 100) {
                #expect(try await replies.next()?.parameters == TestService.block)
            }
            await slow.close()
            #expect(await test.events.next() == "flood ended")
        }
    }

    @Test("a stream on the loop is told to hold back, and when it may go on")
    func onLoop() async throws {
        let test = self.test
        try await RawPeer.withServer(of: test, configuration: self.configuration) { peer in
            try await peer.send(TestService.call("Flood", #""more":true"#))
            #expect(await test.events.next() == "flood held back")
            let written = test.written.load(ordering: .relaxed)
            #expect(written < 200)
            for _ in 0...written { #expect(try await peer.message() != nil) }
            #expect(await test.events.next() == "flood writable")
        }
        #expect(await test.events.next() == "flood closed")
    }

    @Test("a client that sends calls and reads no replies is not read from; when it reads, all are answered")
    func callsWithoutReading() async throws {
        let text = String(repeating: "x", count: 32 << 10)
        let test = self.test
        try await RawPeer.withServer(of: test, configuration: self.configuration) { peer in
            try await withThrowingTaskGroup(of: Void.self) { group in
                let sender = RawPeer.Sender(peer)
                group.addTask {
                    for _ in 0..<500 { try await sender.send(TestService.echo(text)) }
                }
                for _ in 0..<500 { #expect(try await peer.message() == TestService.echoed(text)) }
                try await group.waitForAll()
            }
        }
    }

    @Test(
        "output below the limit is kept for a slow reader, beyond it closes the connection",
        arguments: [false, true]
    )
    func hardLimit(isBeyond: Bool) async throws {
        var configuration = VarlinkServerConfiguration()
        configuration.outputHighWaterMark = 1 << 10
        configuration.outputLowWaterMark = 1 << 10
        configuration.outputLimit = 2 << 20
        let test = self.test
        // What a socket takes by itself is not known, but it is far less than what lies between the two sizes.
        let size = isBeyond ? 6 << 20 : 3 << 19
        try await RawPeer.withServer(of: test, configuration: configuration) { peer in
            try await peer.send(TestService.call("Park"))
            let (context, responder) = try #require(await test.parked.next())
            let text = String(repeating: "x", count: size)
            try await context.eventLoop.submit { responder.reply(TextValue(text)) }.get()
            if isBeyond {
                await test.events.wait(for: "closed outputLimitExceeded(\(2 << 20))")
            } else {
                #expect(try await peer.message() == TestService.echoed(text))
            }
        }
    }
}
