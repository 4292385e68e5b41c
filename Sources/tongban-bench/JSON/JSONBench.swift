// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON

/// Compares ByteJSON with Foundation on the same messages in the same run.
struct JSONBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "json",
        abstract: "Compare reading and writing JSON with Foundation's coders.",
        discussion: "Measures 0.4, 1, 4 and 16 KB; build with -c release, or the figures mean nothing."
    )

    @Option(help: "Milliseconds to measure each figure.")
    var milliseconds = 300

    @Flag(name: .customLong("json"), help: "Print one JSON document instead of text.")
    var asJSON = false

    func validate() throws {
        guard (10...60_000).contains(self.milliseconds) else {
            throw ValidationError("--milliseconds must be from 10 to 60000.")
        }
    }

    func run() throws {
        let stopwatch = Stopwatch(duration: .milliseconds(self.milliseconds))
        let rows = try [400, 1000, 4000, 16000].flatMap { size in try JSONComparison.all(size, stopwatch) }
        if self.asJSON {
            print(JSON.array(rows.map(\.json)).pretty)
            return
        }
        print("Nanoseconds a message; ratio = Foundation / ByteJSON")
        print(
            "what".padded(36),
            "bytes".padded(-7),
            "ByteJSON".padded(-10),
            "Foundation".padded(-11),
            "ratio".padded(-7)
        )
        for row in rows {
            print(
                row.name.padded(36),
                "\(row.bytes)".padded(-7),
                "\(Int(row.ours.rounded()))".padded(-10),
                "\(Int(row.foundation.rounded()))".padded(-11),
                "\((row.ratio * 10).rounded() / 10)".padded(-7)
            )
        }
    }
}

extension String {
    /// The string filled with spaces to a width: on the right, or on the left when the width is negative.
    fileprivate func padded(_ width: Int) -> String {
        let fill = String(repeating: " ", count: max(0, abs(width) - self.count))
        return width < 0 ? fill + self : self + fill
    }
}
