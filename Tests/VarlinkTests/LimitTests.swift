// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import NIOCore
import NIOEmbedded
import Testing

@testable import Varlink

@Suite("Limits of a server", .timeLimit(.minutes(1)))
struct LimitTests {
    let test = TestService()

    @Test("a message at the size limit is answered, one byte more closes the connection")
    func messageSize() async throws {
        var configuration = VarlinkServerConfiguration()
        configuration.messageSizeLimit = 128
        let room = 128 - (TestService.echo("").utf8.count - 1)
        let test = self.test
        try await RawPeer.withServer(of: test, configuration: configuration) { peer in
            let atLimit = String(repeating: "x", count: room)
            try await peer.send(TestService.echo(atLimit))
            #expect(try await peer.message() == TestService.echoed(atLimit))
            try await peer.send(TestService.echo(atLimit + "x"))
            #expect(try await peer.closes())
            let event = await test.events.next()
            #expect(event?.contains("more than 128 bytes") == true)
        }
    }

    @Test("a message that nests at the limit is answered, one level more closes the connection")
    func nesting() async throws {
        var configuration = VarlinkServerConfiguration()
        configuration.nestingLimit = 4
        try await RawPeer.withServer(of: self.test, configuration: configuration) { peer in
            try await peer.send(TestService.call("EchoTask", #""parameters":{"x":[[]]}"#))
            #expect(try await peer.message() == #"{"parameters":{"x":[[]]}}"#)
            try await peer.send(TestService.call("EchoTask", #""parameters":{"x":[[[]]]}"#))
            #expect(try await peer.closes())
        }
    }

    @Test("calls beyond the limit of open ones wait unread until one is answered")
    func openCalls() async throws {
        var configuration = VarlinkServerConfiguration()
        configuration.openCallLimit = 2
        let test = self.test
        try await RawPeer.withServer(of: test, configuration: configuration) { peer in
            try await peer.send((0..<3).map { _ in TestService.call("ParkPipelined") }.joined())
            let (context, first) = try #require(await test.parked.next())
            let (_, second) = try #require(await test.parked.next())
            // The third starts with the first reply, not before: on the loop nothing can come in between.
            try await context.eventLoop.submit {
                #expect(test.parked.count == 2)
                first.reply(TextValue("1"))
            }.get()
            let (_, third) = try #require(await test.parked.next())
            try await context.eventLoop.submit {
                third.reply(TextValue("3"))
                second.reply(TextValue("2"))
            }.get()
            for number in 1...3 {
                #expect(try await peer.message() == TestService.echoed("\(number)"))
            }
        }
    }

    @Test("connections beyond the limit in all are closed at once, and said to be")
    func connections() async throws {
        var configuration = VarlinkServerConfiguration()
        configuration.connectionLimit = 2
        try await self.expectThirdConnectionRefused(configuration, "refused tooManyConnections(limit: 2)")
    }

    @Test("connections beyond the limit of one user are closed at once, and said to be")
    func connectionsPerUser() async throws {
        var configuration = VarlinkServerConfiguration()
        configuration.connectionLimitPerUser = 2
        try await self.expectThirdConnectionRefused(configuration, "refused tooManyConnectionsOfUser")
    }

    @Test("limits of connections can be changed while the server runs; what is open stays")
    func changedLimits() async throws {
        let folder = try TemporaryFolder()
        try await VarlinkServer.withServer(
            self.test.service,
            at: folder.socket,
            group: testGroup,
            onEvent: self.test.tell
        ) { server in
            let client = VarlinkClient(address: folder.socket, group: testGroup)
            let first = try await client.connect()
            let second = try await client.connect()
            _ = try await first.call(Echo.self, TextValue("1"))
            _ = try await second.call(Echo.self, TextValue("2"))
            server.setConnectionLimits(all: 1, perUser: 1)
            let third = try await client.connect()
            await #expect(throws: VarlinkError.connectionClosed) { try await third.call(Echo.self, TextValue("3")) }
            #expect(await self.test.events.next() == "refused tooManyConnections(limit: 1)")
            server.setConnectionLimits(all: 3, perUser: 3)
            let fourth = try await client.connect()
            #expect(try await fourth.call(Echo.self, TextValue("4")) == TextValue("4"))
            #expect(try await first.call(Echo.self, TextValue("5")) == TextValue("5"))
            for connection in [first, second, third, fourth] { await connection.close() }
        }
    }

    private func expectThirdConnectionRefused(_ configuration: VarlinkServerConfiguration, _ event: String) async throws
    {
        let folder = try TemporaryFolder()
        try await VarlinkServer.withServer(
            self.test.service,
            at: folder.socket,
            configuration: configuration,
            group: testGroup,
            onEvent: self.test.tell
        ) { _ in
            let client = VarlinkClient(address: folder.socket, group: testGroup)
            let first = try await client.connect()
            let second = try await client.connect()
            _ = try await first.call(Echo.self, TextValue("1"))
            _ = try await second.call(Echo.self, TextValue("2"))
            let third = try await client.connect()
            await #expect(throws: VarlinkError.connectionClosed) { try await third.call(Echo.self, TextValue("3")) }
            #expect(await self.test.events.next()?.hasPrefix(event) == true)
            await third.close()
            // When one goes, another may come.
            await first.close()
            #expect(await self.test.events.next() == "closed peerClosed")
            let fourth = try await client.connect()
            _ = try await fourth.call(Echo.self, TextValue("4"))
            await second.close()
            await fourth.close()
        }
    }

    @Test("a message that is begun and not finished in time closes the connection; an idle connection stays")
    func halfMessage() throws {
        var configuration = VarlinkServerConfiguration()
        configuration.messageTimeout = .seconds(30)
        let channel = try Self.embedded(self.test, configuration)

        // Idle.
        channel.embeddedEventLoop.advanceTime(by: .hours(1))
        #expect(channel.isActive)

        // Finished just in time, byte by byte, and another begun by the same bytes.
        try channel.writeInbound(ByteBuffer(string: "{\"method\":"))
        channel.embeddedEventLoop.advanceTime(by: .seconds(29))
        try channel.writeInbound(ByteBuffer(string: "\"org.example.test.Echo\",\"parameters\":{\"text\":\"a\"}}\0{"))
        #expect(try channel.readOutbound(as: ByteBuffer.self) == ByteBuffer(string: TestService.echoed("a") + "\0"))
        channel.embeddedEventLoop.advanceTime(by: .seconds(29))
        #expect(channel.isActive)

        // More bytes do not lengthen the time.
        try channel.writeInbound(ByteBuffer(string: "\"method\""))
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
        _ = try? channel.finish()
    }

    @Test("while it is the server that does not take a message, its time does not run")
    func halfMessageWaiting() async throws {
        var configuration = VarlinkServerConfiguration()
        configuration.messageTimeout = .seconds(30)
        let channel = try Self.embedded(self.test, configuration)
        try channel.writeInbound(ByteBuffer(string: TestService.call("Park") + "{\"method\":"))
        channel.embeddedEventLoop.advanceTime(by: .hours(1))
        #expect(channel.isActive)
        _ = try? channel.finish()
        // What was parked holds on to the service, and the service to it.
        #expect(await self.test.parked.next() != nil)
    }

    @Test("while a call is unanswered, nothing is read; once it is answered, it is")
    func readingStops() async throws {
        let reads = ReadCounter()
        let channel = try Self.embedded(self.test, VarlinkServerConfiguration(), reads: reads)
        try channel.writeInbound(ByteBuffer(string: TestService.call("Park") + TestService.echo("b")))
        let (_, responder) = try #require(await self.test.parked.next())
        reads.reset()
        channel.read()
        #expect(reads.count == 0)
        responder.reply(TextValue("a"))
        #expect(reads.count == 1)
        channel.embeddedEventLoop.run()
        let expected = TestService.echoed("a") + "\0" + TestService.echoed("b") + "\0"
        #expect(try channel.readOutbound(as: ByteBuffer.self) == ByteBuffer(string: expected))
        _ = try? channel.finish()
    }

    @Test("replies of one turn leave in one write")
    func oneWrite() throws {
        let channel = try Self.embedded(self.test, VarlinkServerConfiguration())
        try channel.writeInbound(ByteBuffer(string: TestService.echo("a") + TestService.echo("b")))
        let expected = TestService.echoed("a") + "\0" + TestService.echoed("b") + "\0"
        #expect(try channel.readOutbound(as: ByteBuffer.self) == ByteBuffer(string: expected))
        #expect(try channel.readOutbound(as: ByteBuffer.self) == nil)
        _ = try? channel.finish()
    }

    private static func embedded(
        _ test: TestService,
        _ configuration: VarlinkServerConfiguration,
        reads: ReadCounter = ReadCounter()
    ) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel(handler: reads)
        let core = ServerCore(service: test.service, configuration: configuration, onEvent: test.tell)
        let handler = try #require(core.admit(nil, eventLoop: channel.eventLoop))
        try channel.pipeline.syncOperations.addHandler(handler)
        channel.connect(to: try SocketAddress(unixDomainSocketPath: "/x"), promise: nil)
        return channel
    }
}
