// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import TongbanEngine

@testable import CongressBureau

enum Bench {
    static let presidium = PersonView.person("presidium", "presidium")
    static let deputy = PersonView.person("deputy", "deputy")
    static let handler = PersonView.person("handler", "handler")

    static let village = "340602101001"
    static let calendarFolder =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        + "/seeds/calendar"

    static func daemon(at moment: String = "2022-07-11T10:30:00+08:00") throws -> TestDaemon {
        try TestDaemon(Congress().definition, at: moment, calendar: CalendarTable.tables(inFolder: self.calendarFolder))
    }

    static func water(_ number: Int) -> String { "W\(1_000 + number)" }

    /// A round over so many waters of a village, and one water of another village that is not in it.
    static func round(_ daemon: TestDaemon, waters: Int) async throws -> String {
        for number in 1...waters {
            try self.put(daemon, self.water(number), in: self.village)
        }
        try self.put(daemon, "W9999", in: "340602101002")
        return try await daemon.open(
            "round",
            as: self.presidium,
            ["title": "7月", "villages": [.string(self.village)], "until": "2022-07-31"]
        )
    }

    private static func put(_ daemon: TestDaemon, _ id: String, in village: String) throws {
        try daemon.put(
            "water",
            id,
            [
                "id": .string(id), "name": "沟塘", "kind": "DITCH_POND", "village_code": .string(village),
                "lat": 339_859_762, "lon": 1_168_427_409, "datum": "WGS84", "danger": 1,
            ]
        )
    }

    static func see(_ water: String, _ daemon: TestDaemon, in round: String) async throws {
        try await daemon.act(round, "visit", as: self.deputy, ["water": .string(water), "result": "OK"])
    }

    static let suggestion: JSONObject = ["text": "在学校旁的沟塘加装护栏和警示牌", "lead": "deputy"]

    /// A suggestion assigned at the daemon's time.
    static func assigned(_ daemon: TestDaemon) async throws -> String {
        let number = try await daemon.open("suggestion", as: self.deputy, self.suggestion)
        try await daemon.act(number, "assign", as: self.presidium, ["body": "水利局"])
        return number
    }
}
