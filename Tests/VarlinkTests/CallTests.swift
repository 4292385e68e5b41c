// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing

@testable import Varlink

@Suite("Calls over a real socket")
struct CallTests {
    @Test("a typed call comes back, whether its handler is on the loop or a task")
    func echo() async throws {
        let folder = try TemporaryFolder()
        let test = TestService()
        try await VarlinkServer.withServer(test.service, at: folder.socket, group: testGroup) { _ in
            try await VarlinkConnection.withConnection(to: folder.socket, group: testGroup) { connection in
                let output = try await connection.call(Echo.self, TextValue("你好"))
                #expect(output == TextValue("你好"))
                let raw = try await connection.call("org.example.test.EchoTask", RawJSON(["text": "b"]))
                #expect(raw.text == "{\"text\":\"b\"}")
            }
        }
    }

    @Test("many replies come in order, the last without continues")
    func more() async throws {
        let folder = try TemporaryFolder()
        let test = TestService()
        try await VarlinkServer.withServer(test.service, at: folder.socket, group: testGroup) { _ in
            try await VarlinkConnection.withConnection(to: folder.socket, group: testGroup) { connection in
                var texts: [String] = []
                for try await output in connection.callMore(Count.self, TextValue("100")) {
                    texts.append(output.text)
                }
                #expect(texts == (0...100).map { "\($0)" })
                // The connection is free again.
                #expect(try await connection.call(Echo.self, TextValue("a")) == TextValue("a"))
            }
        }
    }
}
