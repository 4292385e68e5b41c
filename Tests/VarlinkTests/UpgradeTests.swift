// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import NIOCore
import Testing

@testable import Varlink

@Suite("Upgrade to another protocol", .timeLimit(.minutes(1)))
struct UpgradeTests {
    let test = TestService()

    @Test("after the confirming reply both sides exchange bytes")
    func upgrade() async throws {
        let folder = try TemporaryFolder()
        try await VarlinkServer.withServer(self.test.service, at: folder.socket, group: testGroup) { _ in
            let connection = try await VarlinkConnection.connect(to: folder.socket, group: testGroup)
            let echoed = try await connection.upgrade("org.example.test.Raw") { output, stream in
                #expect(output.text == #"{"text":"raw"}"#)
                try await stream.write("a\0b".utf8)
                stream.finish()
                var received = ByteBuffer()
                for try await bytes in stream.inbound { received.writeImmutableBuffer(bytes) }
                return String(buffer: received)
            }
            #expect(echoed == "a\0b")
            await #expect(throws: VarlinkError.self) { try await connection.call("org.example.test.Echo") }
            await connection.close()
        }
    }

    @Test("bytes that came right behind the call are not lost to the server")
    func serverReadsNothingTooFar() async throws {
        try await RawPeer.withServer(of: self.test) { peer in
            try await peer.send(TestService.call("Raw", #""upgrade":true"#) + "raw\0{bytes")
            #expect(try await peer.message() == #"{"parameters":{"text":"raw"}}"#)
            #expect(try await peer.bytes(10) == "raw\0{bytes")
            peer.finish()
            #expect(try await peer.closes())
        }
    }

    @Test("bytes that came right behind the confirmation are not lost to the client")
    func clientReadsNothingTooFar() async throws {
        try await RawPeer.withClient { peer, connection in
            async let received: String = connection.upgrade("a.B") { _, stream in
                var iterator = stream.inbound.makeAsyncIterator()
                var received = ByteBuffer()
                while received.readableBytes < 10, let bytes = try await iterator.next() {
                    received.writeImmutableBuffer(bytes)
                }
                return String(buffer: received)
            }
            #expect(try await peer.message() == #"{"method":"a.B","upgrade":true}"#)
            try await peer.send("{}\0raw\0{bytes")
            let bytes = try await received
            #expect(bytes == "raw\0{bytes")
        }
    }

    @Test("after an error the connection still speaks Varlink")
    func refused() async throws {
        try await RawPeer.withServer(of: self.test) { peer in
            try await peer.send(
                TestService.call("Raw", #""upgrade":true,"org.example.refuse":{}"#) + TestService.echo("a")
            )
            #expect(try await peer.message() == #"{"error":"org.example.test.Refused","parameters":{"text":"no"}}"#)
            #expect(try await peer.message() == TestService.echoed("a"))
        }
    }

    @Test("a method that wants an upgrade says so to who did not ask for it")
    func expected() async throws {
        try await RawPeer.withServer(of: self.test) { peer in
            try await peer.send(TestService.call("Raw"))
            #expect(try await peer.message() == #"{"error":"org.varlink.service.ExpectedUpgrade"}"#)
        }
    }

    @Test("a method that knows no upgrade never seems to confirm one")
    func notImplemented() async throws {
        try await RawPeer.withServer(of: self.test) { peer in
            try await peer.send(TestService.echo("a", #""upgrade":true"#))
            #expect(
                try await peer.message()
                    == #"{"error":"org.varlink.service.MethodNotImplemented","#
                    + #""parameters":{"method":"org.example.test.Echo"}}"#
            )
        }
    }
}
