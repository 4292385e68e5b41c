// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Glibc
import Varlink

/// `varlink-certification serve`
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve org.varlink.certification, at an address or on a socket passed at the start."
    )

    @Argument(help: "Where to listen, such as unix:/run/certification. Not needed when a socket is passed.")
    var address: String?

    func run() async throws {
        let server = VarlinkServer(service: try CertificationService().service)
        if let address = self.address {
            let address = try VarlinkAddress(address)
            try await server.listen(at: address)
            print("Listening at \(address)")
            // Whoever started this may wait for the line through a pipe.
            fflush(nil)
        } else if let socket = try VarlinkActivatedSocket.inherited() {
            try await server.serve(socket)
        } else {
            throw ValidationError("No address was given, and no socket named varlink was passed.")
        }
        await server.run()
    }
}
