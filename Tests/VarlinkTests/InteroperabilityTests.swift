// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing
import TongbanTestSupport

@testable import Varlink

@Suite(
    "Other implementations of Varlink",
    .enabled(
        if: Program.python != nil,
        "TONGBAN_TEST_PYTHON does not name a Python with the packages varlink and asyncvarlink"
    ),
    .timeLimit(.minutes(2))
)
struct InteroperabilityTests {
    private var python: String { Program.python ?? "" }

    @Test("the certification client of the Python package passes against our service, started by socket activation")
    func theirClient() async throws {
        let result = try await RunningProgram.run(
            self.python,
            [
                "-m", "varlink.tests.test_certification", "--client",
                "--activate=\(Program.certification) serve",
            ]
        )
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("Certification passed"))
    }

    @Test("our certification client passes against the service of the Python package")
    func theirService() async throws {
        let folder = try TemporaryFolder()
        let service = try RunningProgram(
            self.python,
            ["-u", "-m", "varlink.tests.test_certification", "--varlink=\(folder.socket)"]
        )
        #expect(await service.output.wait(for: "Listening on"))
        let result = try await RunningProgram.run(Program.certification, ["client", "\(folder.socket)"])
        service.send(SIGKILL)
        _ = try await service.end()
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("Certification passed"))
    }

    @Test("the command line tool of the Python package tells of our service, and its interface")
    func theirTool() async throws {
        let folder = try TemporaryFolder()
        let test = TestService()
        try await VarlinkServer.withServer(test.service, at: folder.socket, group: testGroup) { _ in
            let info = try await RunningProgram.run(self.python, ["-m", "varlink.cli", "info", "\(folder.socket)"])
            #expect(info.output.contains("org.example.test"), "\(info.errors)")
            let help = try await RunningProgram.run(
                self.python,
                ["-m", "varlink.cli", "help", "\(folder.socket)/org.varlink.service"]
            )
            #expect(help.output.contains("ExpectedUpgrade"), "\(help.errors)")
            let call = try await RunningProgram.run(
                self.python,
                ["-m", "varlink.cli", "call", "\(folder.socket)/org.example.test.Echo", "{\"text\":\"你好\"}"]
            )
            #expect(call.output.contains("\"text\""), "\(call.errors)")
        }
    }

    /// Asks the way asyncvarlink's own documentation shows.
    private static let introspection = """
        import asyncio, sys
        import asyncvarlink
        from asyncvarlink.serviceinterface import VarlinkServiceInterface

        async def main():
            transport, protocol = await asyncvarlink.connect_unix_varlink(
                asyncvarlink.VarlinkClientProtocol, sys.argv[1]
            )
            service = protocol.make_proxy(VarlinkServiceInterface)
            info = await service.GetInfo()
            print(info)
            for name in info["interfaces"] if isinstance(info, dict) else info.interfaces:
                print(await service.GetInterfaceDescription(interface=name))
            transport.close()

        asyncio.run(main())
        """

    @Test("asyncvarlink, which validates strictly, introspects our service")
    func asyncvarlink() async throws {
        let folder = try TemporaryFolder()
        let test = TestService()
        try await VarlinkServer.withServer(test.service, at: folder.socket, group: testGroup) { _ in
            let result = try await RunningProgram.run(self.python, ["-c", Self.introspection, folder.path + "/socket"])
            #expect(result.status == 0, "\(result.errors)")
            #expect(result.output.contains("org.example.test"))
            #expect(result.output.contains("method EchoTask"))
        }
    }
}
