// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing
import TongbanTestSupport

@testable import Varlink

@Suite("exec: addresses", .timeLimit(.minutes(1)))
struct ExecTests {
    @Test("a program is started with a connected socket, serves, and ends with the connection")
    func exec() async throws {
        let address = try VarlinkAddress("exec:\(Program.certification) serve")
        let connection = try await VarlinkConnection.connect(to: address, group: testGroup)
        let info = try await connection.call("org.varlink.service.GetInfo").parsed()
        #expect(info["product"] == "Varlink certification")
        // Returns when the process has been waited for.
        await connection.close()
    }

    @Test("the whole certification passes, both sides ours")
    func certification() async throws {
        let result = try await RunningProgram.run(
            Program.certification,
            ["client", "exec:\(Program.certification) serve"]
        )
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("Certification passed"))
    }

    @Test(
        "a program that ends without serving, or does not exist, is a closed connection",
        arguments: ["true", "/nowhere"]
    )
    func ends(program: String) async throws {
        let connection = try await VarlinkConnection.connect(to: .command([program]), group: testGroup)
        await #expect(throws: VarlinkError.connectionClosed) {
            try await connection.call("org.varlink.service.GetInfo")
        }
        await connection.close()
    }

    @Test("a program that does not break the rules of Varlink is not enough: the wrong service fails, and says why")
    func failure() async throws {
        let result = try await RunningProgram.run(Program.certification, ["client", "exec:/bin/true"])
        #expect(result.status == 1)
        #expect(result.output.contains("Certification failed"))
    }
}
