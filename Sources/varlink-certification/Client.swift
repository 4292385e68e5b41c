// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Varlink

/// `varlink-certification client`
struct Client: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Call org.varlink.certification step by step, and check each reply."
    )

    @Argument(help: "Where the service is: unix:/path, unix:@name or exec:PROGRAM.")
    var address: String

    func run() async throws {
        let address = try VarlinkAddress(self.address)
        do {
            try await VarlinkConnection.withConnection(to: address) { connection in
                try await CertificationRun(connection: connection).run { print($0) }
            }
        } catch {
            print("Certification failed: \(error)")
            throw ExitCode.failure
        }
        print("Certification passed")
    }
}
