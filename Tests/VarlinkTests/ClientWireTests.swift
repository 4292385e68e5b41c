// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing

@testable import Varlink

@Suite("What a client does with the bytes that come", .timeLimit(.minutes(1)))
struct ClientWireTests {
    @Test("a call is compact and leaves out what is empty")
    func compact() async throws {
        try await RawPeer.withClient { peer, connection in
            let first = connection.begin(VarlinkCall(method: "a.B"))
            #expect(try await peer.message() == #"{"method":"a.B"}"#)
            try await peer.send("{}\0")
            #expect(try await first.value() == .emptyObject)

            async let second = connection.call("a.B", .emptyObject, headers: ["org.example": RawJSON(["a": 1])])
            #expect(try await peer.message() == #"{"method":"a.B","org.example":{"a":1}}"#)
            try await peer.send(#"{"parameters":{"b": 2}}"# + "\0")
            let reply = try await second
            #expect(reply.text == #"{"b": 2}"#)
        }
    }

    @Test("calls that do not wait for one another keep their order, and get their own replies")
    func pipelining() async throws {
        try await RawPeer.withClient { peer, connection in
            let pending = (0..<100).map { connection.begin(VarlinkCall(method: "a.B\($0)")) }
            for number in 0..<100 {
                #expect(try await peer.message() == "{\"method\":\"a.B\(number)\"}")
            }
            try await peer.send((0..<100).map { "{\"parameters\":{\"n\":\($0)}}\0" }.joined())
            for (number, reply) in pending.enumerated() {
                #expect(try await reply.value().text == "{\"n\":\(number)}")
            }
        }
    }

    @Test(
        "a reply that the protocol forbids closes the connection and fails the call",
        arguments: ["x", "[]", #"{"unknown":1}"#, #"{"continues":true}"#, #"{"error":"a.E","continues":true}"#]
    )
    func violation(reply: String) async throws {
        try await RawPeer.withClient { peer, connection in
            let pending = connection.begin(VarlinkCall(method: "a.B"))
            _ = try await peer.message()
            try await peer.send(reply + "\0")
            let error = await #expect(throws: VarlinkError.self) { try await pending.value() }
            guard case .protocolViolation? = error else {
                Issue.record("unexpected error \(String(describing: error))")
                return
            }
            #expect(try await peer.closes())
        }
    }

    @Test("a reply that nobody asked for closes the connection")
    func unexpectedReply() async throws {
        try await RawPeer.withClient { peer, connection in
            try await peer.send("{}\0")
            #expect(try await peer.closes())
            await #expect(throws: VarlinkError.protocolViolation(.unexpectedReply)) {
                try await connection.call("a.B")
            }
        }
    }

    @Test("vendor objects in a reply are kept, and members of the output that nobody knows are the type's business")
    func vendorObjects() async throws {
        try await RawPeer.withClient { peer, connection in
            let pending = connection.begin(VarlinkCall(method: "a.B"))
            _ = try await peer.message()
            try await peer.send(#"{"org.example":{"a":1},"parameters":{"new":1}}"# + "\0")
            let reply = try await pending.reply()
            #expect(reply.headers["org.example"]?.text == #"{"a":1}"#)
            #expect(reply.parameters?.text == #"{"new":1}"#)
        }
    }

    @Test("an error reply is thrown with its name and parameters, and as the interface's own type")
    func failure() async throws {
        try await RawPeer.withClient { peer, connection in
            let pending = connection.begin(VarlinkCall(method: "a.B"))
            _ = try await peer.message()
            try await peer.send(#"{"error":"org.example.test.Refused","parameters":{"text":"no"}}"# + "\0")
            let error = await #expect(throws: VarlinkError.self) { try await pending.value() }
            #expect(
                error == .failure(name: "org.example.test.Refused", parameters: RawJSON(["text": "no"]))
            )
            #expect(error?.failure(as: TestFailure.self) == .refused(text: "no"))
            #expect(error?.failure(as: VarlinkServiceFailure.self) == nil)
            #expect(connection.isActive)
        }
    }

    @Test("an output of another type than declared is an error that names the method, and no more")
    func unexpectedOutput() async throws {
        try await RawPeer.withClient { peer, connection in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    let error = await #expect(throws: VarlinkError.self) {
                        try await connection.call(Echo.self, TextValue("a"))
                    }
                    guard case .unexpectedOutput(method: Echo.name, _)? = error else {
                        Issue.record("unexpected error \(String(describing: error))")
                        return
                    }
                }
                _ = try await peer.message()
                try await peer.send(#"{"parameters":{"text":1}}"# + "\0")
                try await group.waitForAll()
            }
            #expect(connection.isActive)
        }
    }

    @Test("when the service goes away, every call that waits is told")
    func closed() async throws {
        try await RawPeer.withClient { peer, connection in
            let first = connection.begin(VarlinkCall(method: "a.B"))
            let second = connection.begin(VarlinkCall(method: "a.C"))
            _ = try await peer.message()
            peer.finish()
            await #expect(throws: VarlinkError.connectionClosed) { try await first.value() }
            await #expect(throws: VarlinkError.connectionClosed) { try await second.value() }
            await #expect(throws: VarlinkError.connectionClosed) { try await connection.call("a.D") }
        }
    }

    @Test("what came before the service went away is still handed out")
    func lastReply() async throws {
        try await RawPeer.withClient { peer, connection in
            let pending = connection.begin(VarlinkCall(method: "a.B"))
            _ = try await peer.message()
            try await peer.send("{}\0")
            peer.finish()
            #expect(try await pending.value() == .emptyObject)
        }
    }

    @Test("a call that has no reply in time fails, and the connection is closed")
    func timeout() async throws {
        try await RawPeer.withClient { peer, connection in
            await #expect(throws: VarlinkError.timedOut(after: .milliseconds(1))) {
                try await connection.call("a.B", timeout: .milliseconds(1))
            }
            let call = try await peer.message()
            #expect(call == #"{"method":"a.B"}"#)
            #expect(try await peer.closes())
        }
    }

    @Test("cancelling a task that waits for a reply closes the connection")
    func cancellation() async throws {
        try await RawPeer.withClient { peer, connection in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    await #expect(throws: CancellationError.self) { try await connection.call("a.B") }
                }
                _ = try await peer.message()
                group.cancelAll()
            }
            #expect(try await peer.closes())
        }
    }

    @Test("leaving a series of replies early closes the connection")
    func breakingOut() async throws {
        try await RawPeer.withClient { peer, connection in
            let replies = connection.callMore("a.B")
            #expect(try await peer.message() == #"{"method":"a.B","more":true}"#)
            try await peer.send(#"{"continues":true}"# + "\0" + #"{"continues":true}"# + "\0")
            for try await reply in replies {
                #expect(reply.continues)
                break
            }
            #expect(try await peer.closes())
        }
    }

    @Test("a series that ends with an error throws it after the replies before it")
    func seriesWithError() async throws {
        try await RawPeer.withClient { peer, connection in
            let replies = connection.callMore("a.B")
            _ = try await peer.message()
            try await peer.send(#"{"continues":true}"# + "\0" + #"{"error":"a.E"}"# + "\0")
            var count = 0
            let error = await #expect(throws: VarlinkError.self) {
                for try await _ in replies { count += 1 }
            }
            #expect(count == 1)
            #expect(error == .failure(name: "a.E", parameters: .emptyObject))
            #expect(connection.isActive)
        }
    }

    @Test("a message at the size limit is taken, one byte more closes the connection")
    func sizeLimit() async throws {
        var configuration = VarlinkClientConfiguration()
        configuration.messageSizeLimit = 64
        let frame = #"{"parameters":{"x":""}}"#
        let atLimit = #"{"parameters":{"x":""# + String(repeating: "x", count: 64 - frame.utf8.count) + "\"}}"
        let overLimit = #"{"parameters":{"x":""# + String(repeating: "x", count: 65 - frame.utf8.count) + "\"}}"
        try await RawPeer.withClient(configuration: configuration) { peer, connection in
            let first = connection.begin(VarlinkCall(method: "a.B"))
            let second = connection.begin(VarlinkCall(method: "a.B"))
            _ = try await peer.message()
            _ = try await peer.message()
            try await peer.send(atLimit + "\0")
            _ = try await first.value()
            try await peer.send(overLimit + "\0")
            await #expect(throws: VarlinkError.protocolViolation(.messageTooLarge(limit: 64))) {
                try await second.value()
            }
        }
    }
}
