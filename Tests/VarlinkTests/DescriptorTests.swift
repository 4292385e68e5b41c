// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TongbanTestSupport

@testable import Varlink

@Suite("File descriptors that were not asked for", .timeLimit(.minutes(1)))
struct DescriptorTests {
    /// Passes descriptors with the socket module, which Swift's import of the C library has no macros for.
    private static let script = """
        import array, os, socket, sys
        s = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        s.connect(sys.argv[1])
        r, w = os.pipe()
        call = sys.argv[2].encode() + b"\\0"
        rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [w]))]
        # One with the first byte of a message, one in its middle.
        def send(part):
            try:
                s.sendmsg([part], rights)
            except PermissionError:
                # A kernel that was told so keeps them out itself.
                s.sendall(part)
        send(call[:5])
        send(call[5:])
        reply = b""
        while not reply.endswith(b"\\0"):
            reply += s.recv(4096)
        # Were the other end kept open by the service, the pipe would not end.
        os.close(w)
        assert os.read(r, 1) == b""
        sys.stdout.buffer.write(reply[:-1])
        """

    @Test("they are kept out or dropped at once, and the message is answered as if they were not there")
    func dropped() async throws {
        let folder = try TemporaryFolder()
        let test = TestService()
        try await VarlinkServer.withServer(test.service, at: folder.socket, group: testGroup) { _ in
            let call = String(TestService.echo("a").dropLast())
            let result = try await RunningProgram.run(
                "/usr/bin/env",
                ["python3", "-c", Self.script, folder.path + "/socket", call]
            )
            #expect(result.status == 0, "\(result.errors)")
            #expect(result.output == TestService.echoed("a"))
        }
    }
}
