// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Foundation
import Testing
import TongbanTestSupport

@Suite("tongbanctl: seeds", .timeLimit(.minutes(5)))
struct SeedTests {
    private static let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../seeds").standardized.path

    @Test("the shipped seeds load with some of their bureaus; what is left out is named; loading again changes nothing")
    func partly() async throws {
        let rig = try DaemonRig()
        try rig.install("congress", "CongressBureau")
        let daemon = try await rig.start(clock: "2022-07-12T09:00:00+08:00")
        defer { withExtendedLifetime(daemon) {} }
        let first = try await rig.control("--json", "seed", "load", Self.seeds)
        #expect(first.status == 0, "\(first.errors)")
        let counts = try JSON(parsing: first.output)
        #expect(counts["absent"] == ["disability", "market", "medical"])
        #expect(counts["recordsAdded"]?.integerValue ?? 0 > 0)
        #expect(counts["cases"]?.integerValue ?? 0 > 0)
        let second = try JSON(parsing: try await rig.control("--json", "seed", "load", Self.seeds).output)
        #expect(second["recordsAdded"] == 0 && second["recordsChanged"] == 0)
        #expect(second["recordsUnchanged"] == counts["recordsAdded"])
        let unknown = try await rig.control("register", "show", "market", "entity", "x")
        #expect(unknown.status == 1)
        let words = try await rig.control("seed", "load", Self.seeds)
        #expect(words.status == 0 && words.output.contains("disability"), "\(words)")
    }
}
