// SPDX-License-Identifier: Apache-2.0

import BureauKit
import BureauTesting
import Testing

@Suite("Chapter: rotas")
struct RotasChapter {
    static var definition: BureauDefinition {
        BureauDefinition("waters", "水域", "Waters", about: ("示例。", "An example."), prefix: "ZZ") {
            Role("head", "村主任", "Village head", supervises: true)
            Rota("patrol", "防溺水巡逻", "Patrol", people: 2, keptBy: ["head"])
                .season("06-15..09-15")
                .checkIns(everyMinutes: 120)
                .missed(afterMinutes: 30, tell: Rota.onDuty)
                .missed(afterMinutes: 60, tell: "head", .urgent)
                .gap(tell: "head")
        }
    }

    @Test("The example does what the chapter says")
    func example() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-11T18:00:00+08:00")
        let (shifts, gaps) = try await daemon.plan(
            "patrol",
            at: "340604100201",
            on: "2022-07-12",
            ["00:00-08:00": ["a", "b"], "08:00-15:59": ["c", "d"], "16:00-24:00": ["e", "f"]]
        )
        #expect(gaps == ["2022-07-12 15:59 – 2022-07-12 16:00"])
        #expect(try daemon.notices().last?.to == "head")
        try await daemon.advance(to: "2022-07-11T23:50:00+08:00")
        try await daemon.checkIn(shifts[0].number, of: "a")
        try await daemon.checkIn(shifts[0].number, of: "b")
        // Nobody is heard of at two o'clock.
        try await daemon.advance(to: "2022-07-12T03:00:00+08:00")
        #expect(try daemon.shift(shifts[0].number).missed.map(\.rungs) == [2])
        #expect(try daemon.notices().suffix(3).map(\.to) == ["a", "b", "head"])
    }
}
