// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import TongbanEngine
import TongbanModel

@testable import CongressBureau

enum Bench {
    static let presidium = PersonView.person("presidium", "presidium")
    static let office = PersonView.person("office", "bureau")
    static let deputy = PersonView.person("deputy", "deputy")
    static let otherDeputy = PersonView.person("deputy2", "deputy")
    static let handler = PersonView.person("handler", "handler")
    static let head = PersonView.person("head", "villagehead")
    static let duty = PersonView.person("duty", "duty")

    static let village = "340602101001"
    /// The middle of the waters made up here.
    static let place: JSON = ["latitude": 339_859_762, "longitude": 1_168_427_409, "datum": "WGS84"]

    static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(
        separator: "/"
    )
    static let rules = Self.root + "/Plugins/Congress"

    static func daemon(at moment: String = "2022-07-11T10:30:00+08:00") throws -> TestDaemon {
        try TestDaemon(
            Congress(),
            rulesIn: self.rules,
            at: moment,
            calendar: CalendarTable.tables(inFolder: self.root + "/seeds/calendar")
        )
    }

    static func water(_ number: Int) -> String { "W\(1_000 + number)" }

    static func put(_ daemon: TestDaemon, _ id: String, in village: String = Bench.village, danger: Int64 = 1) throws {
        try daemon.put(
            "water",
            id,
            [
                "id": .string(id), "name": "沟塘", "kind": "DITCH_POND", "village_code": .string(village),
                "lat": 339_859_762, "lon": 1_168_427_409, "datum": "WGS84", "danger": .integer(danger),
            ]
        )
    }

    /// A round over so many waters of a village, and one water of another village that is not in it.
    static func round(_ daemon: TestDaemon, waters: Int) async throws -> String {
        for number in 1...waters { try self.put(daemon, self.water(number)) }
        try self.put(daemon, "W9999", in: "340602101002")
        return try await daemon.open(
            "round",
            as: self.presidium,
            ["title": "7月", "villages": [.string(self.village)], "until": "2022-07-31"]
        )
    }

    static func see(_ water: String, _ daemon: TestDaemon, in round: String) async throws {
        try await daemon.act(round, "visit", as: self.deputy, ["water": .string(water), "result": "OK"])
    }

    /// A finding of a registered water.
    static func finding(_ daemon: TestDaemon, severity: Int64 = 2, code: String = "NO_SIGN") async throws -> String {
        try self.put(daemon, "W1")
        return try await daemon.open(
            "finding",
            as: self.deputy,
            [
                "water": "W1", "code": .string(code), "severity": .integer(severity),
                "village_code": .string(self.village),
            ]
        )
    }

    static let suggestion: JSONObject = ["text": "在学校旁的沟塘加装护栏和警示牌", "lead": "deputy"]

    /// A suggestion assigned at the daemon's time.
    static func assigned(_ daemon: TestDaemon, _ more: JSONObject = [:], to bodies: JSONObject = [:]) async throws
        -> String
    {
        var data = self.suggestion
        for member in more { data[member.name] = member.value }
        let number = try await daemon.open("suggestion", as: self.deputy, data)
        try await daemon.act(number, "check", as: self.presidium)
        var given: JSONObject = ["body": "水利局"]
        for member in bodies { given[member.name] = member.value }
        try await daemon.act(number, "assign", as: self.presidium, given)
        return number
    }
}
