// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import NIOCore
import Testing

@testable import Varlink

@Suite("What a server does with the bytes that come", .timeLimit(.minutes(1)))
struct ServerWireTests {
    let test = TestService()

    @Test("replies are compact, NUL-terminated and leave out empty parameters")
    func compact() async throws {
        try await RawPeer.withServer(of: self.test) { peer in
            try await peer.send(
                " {\n\"method\" : \"org.example.test.Echo\",\t\"parameters\" : { \"text\" : \"a\" } } \0"
            )
            #expect(try await peer.message() == TestService.echoed("a"))
        }
    }

    @Test("10,000 tiny calls in one read are answered one by one, in order")
    func coalesced() async throws {
        try await RawPeer.withServer(of: self.test) { peer in
            try await peer.send((0..<10_000).map { TestService.echo("\($0)") }.joined())
            for number in 0..<10_000 {
                #expect(try await peer.message() == TestService.echoed("\(number)"))
            }
        }
    }

    @Test("one call that comes byte by byte is answered once")
    func split() async throws {
        try await RawPeer.withServer(of: self.test) { peer in
            for character in TestService.echo("你好") {
                for byte in String(character).utf8 { try await peer.sendByte(byte) }
            }
            #expect(try await peer.message() == TestService.echoed("你好"))
            peer.finish()
            #expect(try await peer.closes())
        }
    }

    @Test(
        "a malformed message closes the connection, without a reply",
        arguments: [
            "x", "[]", "null", "{}", #"{"method":"org.example.test.Echo","extra":1}"#,
            #"{"method":"org.example.test.Echo","more":"yes"}"#,
            #"{"method":"org.example.test.Echo","more":true,"oneway":true}"#, "",
        ]
    )
    func malformed(message: String) async throws {
        let test = self.test
        try await RawPeer.withServer(of: test) { peer in
            // The call before it is still answered, the one after it is not.
            try await peer.send(TestService.echo("a") + message + "\0" + TestService.echo("b"))
            #expect(try await peer.message() == TestService.echoed("a"))
            #expect(try await peer.closes())
            let event = await test.events.next()
            #expect(event?.hasPrefix("closed violation") == true)
        }
    }

    @Test("unknown vendor objects are ignored, known ones reach the handler")
    func vendorObjects() async throws {
        try await RawPeer.withServer(of: self.test) { peer in
            try await peer.send(TestService.call("Describe", #""org.example.call":{"a": 1},"com.example.x":{}"#))
            let reply = try #require(try await peer.message())
            #expect(reply.contains(#""header":"{\"a\": 1}""#))
        }
    }

    @Test(
        "absent, null and empty parameters are the same",
        arguments: ["", #""parameters":null"#, #""parameters":{}"#]
    )
    func emptyParameters(members: String) async throws {
        try await RawPeer.withServer(of: self.test) { peer in
            try await peer.send(TestService.call("Refuse", members))
            #expect(try await peer.message() == #"{"error":"org.example.test.Refused","parameters":{"text":""}}"#)
        }
    }

    @Test("a oneway call has no reply, whatever comes of it")
    func oneway() async throws {
        try await RawPeer.withServer(of: self.test) { peer in
            try await peer.send(TestService.echo("1", #""oneway":true"#))
            try await peer.send(TestService.call("Refuse", #""oneway":true"#))
            try await peer.send(TestService.call("Break", #""oneway":true"#))
            try await peer.send(TestService.call("Nowhere", #""oneway":true"#))
            try await peer.send(TestService.call("Flood", #""oneway":true"#))
            try await peer.send(TestService.echo("2"))
            #expect(try await peer.message() == TestService.echoed("2"))
        }
    }

    @Test("oneway calls are carried out even when their sender is gone at once")
    func onewayThenClose() async throws {
        try await RawPeer.withServer(of: self.test) { peer in
            try await peer.send(TestService.call("Park", #""oneway":true"#))
            try await peer.send(TestService.call("Park", #""oneway":true"#))
        }
        for _ in 0..<2 {
            let (context, responder) = try #require(await self.test.parked.next())
            #expect(context.mode == .oneway)
            try await context.eventLoop.submit { responder.reply() }.get()
        }
    }

    @Test("calls are answered in order, though the later is ready first")
    func order() async throws {
        let test = self.test
        try await RawPeer.withServer(of: test) { peer in
            try await peer.send(TestService.call("ParkPipelined") + TestService.echo("second"))
            let (context, responder) = try #require(await test.parked.next())
            try await context.eventLoop.submit { responder.reply(TextValue("first")) }.get()
            #expect(try await peer.message() == TestService.echoed("first"))
            #expect(try await peer.message() == TestService.echoed("second"))
        }
    }

    @Test("a call that is not pipelined keeps those after it from starting")
    func exclusive() async throws {
        let test = self.test
        try await RawPeer.withServer(of: test) { peer in
            try await peer.send(TestService.call("Park") + TestService.call("Park") + TestService.echo("last"))
            let (context, first) = try #require(await test.parked.next())
            // On the loop, after everything that was read: the second has not started.
            try await context.eventLoop.submit {
                #expect(test.parked.count == 1)
                first.reply(TextValue("1"))
            }.get()
            let (_, second) = try #require(await test.parked.next())
            #expect(try await peer.message() == TestService.echoed("1"))
            try await context.eventLoop.submit { second.reply(TextValue("2")) }.get()
            #expect(try await peer.message() == TestService.echoed("2"))
            #expect(try await peer.message() == TestService.echoed("last"))
        }
    }

    @Test("during a series of replies, a call that was sent meanwhile waits for the last of them")
    func moreIsExclusive() async throws {
        try await RawPeer.withServer(of: self.test) { peer in
            try await peer.send(
                TestService.call("Count", #""parameters":{"text":"2"},"more":true"#) + TestService.echo("after")
            )
            #expect(try await peer.message() == #"{"parameters":{"text":"0"},"continues":true}"#)
            #expect(try await peer.message() == #"{"parameters":{"text":"1"},"continues":true}"#)
            #expect(try await peer.message() == TestService.echoed("2"))
            #expect(try await peer.message() == TestService.echoed("after"))
        }
    }

    @Test("more on a method with one reply gives one reply, without continues")
    func moreOnSingle() async throws {
        try await RawPeer.withServer(of: self.test) { peer in
            try await peer.send(TestService.echo("a", #""more":true"#))
            #expect(try await peer.message() == TestService.echoed("a"))
        }
    }

    @Test("a handler on the loop cannot continue a call that did not ask for more")
    func floodWithoutMore() async throws {
        try await RawPeer.withServer(of: self.test) { peer in
            try await peer.send(TestService.call("Flood"))
            #expect(try await peer.message() == #"{"error":"org.varlink.service.ExpectedMore"}"#)
            try await peer.send(TestService.echo("a"))
            #expect(try await peer.message() == TestService.echoed("a"))
        }
    }

    @Test("an error that no interface declares closes the connection, and says where it was thrown")
    func brokenHandler() async throws {
        let test = self.test
        try await RawPeer.withServer(of: test) { peer in
            try await peer.send(TestService.call("Break"))
            #expect(try await peer.closes())
            let event = try #require(await test.events.next())
            #expect(event.hasPrefix("closed handlerFailed"))
            #expect(event.contains("org.example.test.Break"))
        }
    }

    @Test("whoever only stops sending still gets the replies to what was sent")
    func halfClosed() async throws {
        try await RawPeer.withServer(of: self.test) { peer in
            try await peer.send(TestService.call("EchoTask", #""parameters":{"a":1}"#) + TestService.echo("b"))
            peer.finish()
            #expect(try await peer.message() == #"{"parameters":{"a":1}}"#)
            #expect(try await peer.message() == TestService.echoed("b"))
            #expect(try await peer.message() == nil)
        }
    }

    @Test("when the client disconnects, its call on the loop is told, and its late reply dropped")
    func disconnectOnLoop() async throws {
        let test = self.test
        try await RawPeer.withServer(of: test) { peer in
            try await peer.send(TestService.call("Park"))
            let (context, responder) = try #require(await test.parked.next())
            #expect(try await context.eventLoop.submit { responder.isOpen }.get())
        }
        #expect(await test.events.next() == "park closed")
        #expect(await test.events.next() == "closed peerClosed")
    }

    @Test("when the client disconnects, its task is cancelled")
    func disconnectTask() async throws {
        let test = self.test
        try await RawPeer.withServer(of: test) { peer in
            try await peer.send(TestService.call("ParkTask"))
            #expect(await test.events.next() == "task started")
        }
        await test.events.wait(for: "task cancelled")
    }
}
