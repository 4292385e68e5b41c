// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import TongbanEngine

@testable import MedicalBureau

enum Bench {
    static let citizen = PersonView.person("chen", "citizen")
    static let hospital = PersonView.person("hospital", "hospital")
    static let first = PersonView.person("expert1", "expert")
    static let second = PersonView.person("expert2", "expert")
    static let agency = PersonView.person("agency", "agency")
    static let head = PersonView.person("head", "head")

    static let bureau = PersonView.person("bureau", "bureau")
    static let village = PersonView(id: "village", roles: ["village"], area: "340602001001")
    static let town = PersonView(id: "town", roles: ["medical:town"], area: "340602001000")

    static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(
        separator: "/"
    )

    static func daemon(at moment: String = "2022-07-12T09:00:00+08:00") throws -> TestDaemon {
        let daemon = try TestDaemon(
            Medical(),
            rulesIn: self.root + "/Plugins/Medical",
            at: moment,
            calendar: CalendarTable.tables(inFolder: self.root + "/seeds/calendar")
        )
        for code in ["M03900", "M01600"] { try self.catalogue(daemon, code) }
        return daemon
    }

    /// A disease of the catalogue.
    static func catalogue(
        _ daemon: TestDaemon,
        _ code: String,
        months: Int64 = 0,
        schemes: JSON = ["310", "390"],
        until: String? = nil
    ) throws {
        var record: JSONObject = [
            "code": .string(code), "name": "病种", "kind": "CHRONIC", "review_months": .integer(months),
            "schemes": schemes,
        ]
        if let until { record["effective_to"] = .string(until) }
        try daemon.put("disease", code, record)
    }

    /// An insured person.
    static func insured(
        _ daemon: TestDaemon,
        scheme: String = "390",
        village: String = "340602001001",
        from: String? = nil
    ) throws {
        let record: JSONObject = [
            "id18": .string(self.person), "name": "严甲午", "scheme": .string(scheme), "category": "GENERAL",
            "village_code": .string(village),
        ]
        if let from {
            try daemon.put("insured", self.person, record, from: from)
        } else {
            try daemon.put("insured", self.person, record)
        }
    }

    static let person = "340602197903223893"

    static func application(_ disease: String = "M03900", receivedOn: String? = nil) -> JSONObject {
        var data: JSONObject = [
            "person": .string(self.person), "disease": .string(disease), "hospital": "H34060200001",
            "materials": ["病历"],
        ]
        if let receivedOn { data["receivedOn"] = .string(receivedOn) }
        return data
    }

    /// An application that the hospital accepted at the daemon's time.
    static func accepted(_ daemon: TestDaemon, phone: String? = nil) async throws -> String {
        var data = self.application()
        if let phone { data["phone"] = .string(phone) }
        let number = try await daemon.open("application", as: self.citizen, data)
        try await daemon.act(number, "accept", as: self.hospital)
        return number
    }

    /// An application on which a qualification was entered.
    static func inForce(_ daemon: TestDaemon, phone: String? = nil) async throws -> String {
        let number = try await self.accepted(daemon, phone: phone)
        for expert in [self.first, self.second] {
            try await daemon.act(number, "opinion", as: expert, ["opinion": "OK"])
        }
        try await daemon.act(number, "approve", as: self.agency)
        return number
    }

    /// A row of the screening; with a number somebody else for each.
    static func screen(
        _ daemon: TestDaemon,
        _ number: Int? = nil,
        status: String,
        disease: String = "M03900",
        in village: String = "340602001001",
        from: String? = nil
    ) throws {
        let person = number.map { self.persons[$0 - 1] } ?? self.person
        var row: JSONObject = [
            "person": .string(person), "disease": .string(disease), "village": .string(village),
            "category": "GENERAL", "week": "2022-W28", "status": .string(status),
        ]
        if status == "UNWILLING" {
            row["reason"] = "TROUBLE"
            row["asked"] = "2022-07-12"
        }
        let key = "\(person)|\(disease)|\(village)"
        if let from { try daemon.put("screening", key, row, from: from) } else { try daemon.put("screening", key, row) }
    }

    /// Made-up persons whose numbers have the right check digit.
    static let persons: [String] = (1...20).map { number in
        let body = "340602199001010" + (number < 10 ? "0\(number)" : "\(number)")
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let digits = body.prefix(17).compactMap(\.wholeNumberValue)
        let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * $1.1 }
        return String(body.prefix(17)) + ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum % 11]
    }
}
