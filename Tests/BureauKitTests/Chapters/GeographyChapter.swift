// SPDX-License-Identifier: Apache-2.0

import BureauKit
import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Chapter: places")
struct GeographyChapter {
    static var definition: BureauDefinition {
        BureauDefinition("market", "市场", "Market", about: ("示例。", "An example."), prefix: "SC") {
            Role("clerk", "科员", "Clerk")
            Item("stall", "摊点", "Stall", about: ("摊点。", "A stall."), openedBy: ["clerk"]) {
                Form {
                    Field("home", "住址", "Home", .geo).required()
                    Field("school", "学校", "School", .geo).required()
                    Requires(
                        "TOO_NEAR",
                        !isWithin(50, of: form("home"), form("school")),
                        "距学校不足 50 米。",
                        "less than 50 m from the school"
                    )
                }
                Flow {
                    State("OPEN", "已开", "Open") { Action("end", "结", "End", by: "clerk", to: "DONE") }.untimed()
                    Final("DONE", "完", "Done")
                }
            }
        }
    }

    @Test("The example does what the chapter says")
    func example() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        let clerk = PersonView.person("clerk", "clerk")
        let home = try #require(GeoPoint("34,116.9", datum: .wgs84))
        let near = try #require(GeoPoint("34.0001,116.9", datum: .wgs84))
        await #expect(throws: (any Error).self) {
            try await daemon.open("stall", as: clerk, ["home": home.json, "school": near.json])
        }
        let far = try #require(GeoPoint("34.001,116.9", datum: .wgs84))
        _ = try await daemon.open("stall", as: clerk, ["home": home.json, "school": far.json])
        // A place of another datum is no answer, not a wrong one.
        let other = try #require(GeoPoint("34.001,116.9", datum: .gcj02))
        await #expect(throws: (any Error).self) {
            try await daemon.open("stall", as: clerk, ["home": home.json, "school": other.json])
        }
        #expect(home.rounded(decimals: 2).description == "34.0,116.9")
        #expect(try home.metres(to: home.cellCentre(metres: 500)) < 360)
    }
}
