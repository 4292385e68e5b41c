// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Foundation
import Glibc
import NIOCore
import Testing

@testable import Varlink

@Suite("Listening and connecting", .timeLimit(.minutes(1)))
struct ListeningTests {
    let test = TestService()

    @Test("a socket that a program which is gone left behind is replaced, and removed at the end")
    func stale() async throws {
        let folder = try TemporaryFolder()
        let abandoned = try UnixSocket.listening(at: folder.socket, mode: 0o600)
        _ = close(abandoned.descriptor)
        #expect(FileManager.default.fileExists(atPath: folder.path + "/socket"))
        try await VarlinkServer.withServer(self.test.service, at: folder.socket, group: testGroup) { _ in
            try await VarlinkConnection.withConnection(to: folder.socket, group: testGroup) { connection in
                _ = try await connection.call(Echo.self, TextValue("a"))
            }
        }
    }

    @Test("a socket at which another program listens is left alone")
    func inUse() async throws {
        let folder = try TemporaryFolder()
        let other = try UnixSocket.listening(at: folder.socket, mode: 0o600)
        defer { _ = close(other.descriptor) }
        let server = VarlinkServer(service: self.test.service, group: testGroup)
        await #expect(throws: VarlinkSocketError.addressInUse(folder.socket.description)) {
            try await server.listen(at: folder.socket)
        }
        #expect(FileManager.default.fileExists(atPath: folder.path + "/socket"))
    }

    @Test("a file that is no socket is left alone")
    func notASocket() async throws {
        let folder = try TemporaryFolder()
        try Data("precious".utf8).write(to: URL(fileURLWithPath: folder.path + "/socket"))
        let server = VarlinkServer(service: self.test.service, group: testGroup)
        await #expect(throws: VarlinkSocketError.notASocket(folder.path + "/socket")) {
            try await server.listen(at: folder.socket)
        }
        #expect(try String(contentsOfFile: folder.path + "/socket", encoding: .utf8) == "precious")
    }

    @Test("a socket that another program has put in the place of ours is not removed")
    func replaced() throws {
        let folder = try TemporaryFolder()
        let ours = try UnixSocket.listening(at: folder.socket, mode: 0o600)
        _ = close(ours.descriptor)
        let theirs = try UnixSocket.listening(at: folder.socket, mode: 0o600)
        defer { _ = close(theirs.descriptor) }
        ours.remove()
        #expect(FileManager.default.fileExists(atPath: folder.path + "/socket"))
        theirs.remove()
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/socket"))
    }

    @Test(
        "the socket has the mode that was asked for, whatever the umask",
        arguments: [0o600, 0o644, 0o666] as [UInt32]
    )
    func mode(mode: UInt32) throws {
        let folder = try TemporaryFolder()
        let socket = try UnixSocket.listening(at: folder.socket, mode: mode)
        defer { _ = close(socket.descriptor) }
        var status = stat()
        #expect(lstat(folder.path + "/socket", &status) == 0)
        #expect(status.st_mode & 0o777 == mode)
    }

    @Test("an abstract name serves as well as a path")
    func abstract() async throws {
        let address = VarlinkAddress.abstract("org.example.test." + UUID().uuidString)
        try await VarlinkServer.withServer(self.test.service, at: address, group: testGroup) { _ in
            try await VarlinkConnection.withConnection(to: address, group: testGroup) { connection in
                let output = try await connection.call(Echo.self, TextValue("a"))
                #expect(output == TextValue("a"))
            }
        }
    }

    @Test("an address at which nobody listens says so")
    func nobody() async throws {
        let folder = try TemporaryFolder()
        await #expect(throws: VarlinkError.self) {
            _ = try await VarlinkConnection.connect(to: folder.socket, group: testGroup)
        }
    }

    @Test("while no more may wait to be accepted, connecting is tried again, and given up in time")
    func backlog() async throws {
        let folder = try TemporaryFolder()
        let socket = try UnixSocket.listening(at: folder.socket, mode: 0o600)
        defer { _ = close(socket.descriptor) }
        var waiting: [CInt] = []
        while let descriptor = try UnixSocket.connected(to: folder.socket) { waiting.append(descriptor) }
        defer { for descriptor in waiting { _ = close(descriptor) } }
        var configuration = VarlinkClientConfiguration()
        configuration.connectTimeout = .milliseconds(5)
        await #expect(throws: VarlinkError.self) {
            _ = try await VarlinkConnection.connect(to: folder.socket, group: testGroup, configuration: configuration)
        }
    }

    @Test("an activated socket serves, listening or connected")
    func activated() async throws {
        let folder = try TemporaryFolder()
        let socket = try UnixSocket.listening(at: folder.socket, mode: 0o600)
        #expect(UnixSocket.isListening(socket.descriptor) == true)
        let server = VarlinkServer(service: self.test.service, group: testGroup)
        try await server.serve(VarlinkActivatedSocket(descriptor: socket.descriptor, isListening: true))
        let (ours, theirs) = try UnixSocket.pair()
        #expect(UnixSocket.isListening(theirs) == false)
        try await server.serve(VarlinkActivatedSocket(descriptor: theirs, isListening: false))
        async let running: Void = server.run()
        let paired = try await VarlinkConnection.connect(descriptor: ours, group: testGroup)
        let accepted = try await VarlinkConnection.connect(to: folder.socket, group: testGroup)
        for connection in [paired, accepted] {
            let output = try await connection.call("org.example.test.EchoTask", RawJSON(["a": 1]))
            #expect(output.text == #"{"a":1}"#)
            await connection.close()
        }
        server.shutdown()
        await running
    }

    @Test("the kernel tells who calls, down to the process when asked")
    func peer() async throws {
        let folder = try TemporaryFolder()
        var configuration = VarlinkServerConfiguration()
        configuration.obtainsProcessDescriptors = true
        try await VarlinkServer.withServer(
            self.test.service,
            at: folder.socket,
            configuration: configuration,
            group: testGroup
        ) { _ in
            try await VarlinkConnection.withConnection(to: folder.socket, group: testGroup) { connection in
                let output = try await connection.call("org.example.test.Describe").parsed()
                #expect(output["uid"]?.integerValue == Int64(getuid()))
                #expect(output["pid"]?.integerValue == Int64(getpid()))
                #expect(output["hasProcess"]?.boolValue == (UnixSocket.ownProcessDescriptor() != nil))
            }
        }
    }

    @Test("shutting down answers what is open, ends streams, and takes nothing more")
    func shutdown() async throws {
        let folder = try TemporaryFolder()
        let test = self.test
        let server = VarlinkServer(service: test.service, group: testGroup, onEvent: test.tell)
        try await server.listen(at: folder.socket)
        async let running: Void = server.run()
        let client = VarlinkClient(address: folder.socket, group: testGroup)
        let connection = try await client.connect()
        let streaming = try await client.connect()
        let pending = connection.begin(VarlinkCall(method: "org.example.test.Park"))
        let (context, responder) = try #require(await test.parked.next())
        let replies = streaming.callMore("org.example.test.FloodTask").makeAsyncIterator()
        _ = try await replies.next()

        server.shutdown()
        await #expect(throws: (any Error).self) { while try await replies.next() != nil {} }
        try await context.eventLoop.submit { responder.reply(TextValue("done")) }.get()
        #expect(try await pending.value().text == #"{"text":"done"}"#)
        await running
        await #expect(throws: (any Error).self) { try await connection.call("org.example.test.Echo") }
        await #expect(throws: VarlinkError.self) { _ = try await client.connect() }
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/socket"))
        await connection.close()
        await streaming.close()
    }

    @Test("cancelling the task that runs the server closes everything")
    func cancelled() async throws {
        let folder = try TemporaryFolder()
        let test = self.test
        let server = VarlinkServer(service: test.service, group: testGroup, onEvent: test.tell)
        try await server.listen(at: folder.socket)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await server.run() }
            let connection = try await VarlinkConnection.connect(to: folder.socket, group: testGroup)
            let pending = connection.begin(VarlinkCall(method: "org.example.test.ParkTask"))
            #expect(await test.events.next() == "task started")
            group.cancelAll()
            await #expect(throws: VarlinkError.connectionClosed) { try await pending.value() }
            await test.events.wait(for: "task cancelled")
            await connection.close()
        }
    }
}
