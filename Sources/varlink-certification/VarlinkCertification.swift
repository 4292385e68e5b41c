// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// Proves this implementation of Varlink against others: serves `org.varlink.certification`, or calls it.
@main
struct VarlinkCertification: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "varlink-certification",
        abstract: "Serve or call org.varlink.certification, the test that every implementation of Varlink should pass.",
        subcommands: [Serve.self, Client.self]
    )
}
