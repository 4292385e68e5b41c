// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// Measures what the daemon and its parts cost; each subcommand prints text, or with `--json` one JSON document.
@main
struct TongbanBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tongban-bench",
        abstract: "Measure what Tongban's parts cost on this machine.",
        subcommands: [JSONBench.self]
    )
}
