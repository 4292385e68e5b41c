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

    static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")

    static func daemon(at moment: String = "2022-07-12T09:00:00+08:00") throws -> TestDaemon {
        try TestDaemon(
            Medical(),
            rulesIn: self.root + "/Plugins/Medical",
            at: moment,
            calendar: CalendarTable.tables(inFolder: self.root + "/seeds/calendar")
        )
    }

    static func application(_ disease: String = "M03900", receivedOn: String? = nil) -> JSONObject {
        var data: JSONObject = [
            "person": "340602197903223893", "disease": .string(disease), "hospital": "H-1", "materials": ["病历"],
        ]
        if let receivedOn { data["receivedOn"] = .string(receivedOn) }
        return data
    }

    /// An application that the hospital accepted at the daemon's time.
    static func accepted(_ daemon: TestDaemon) async throws -> String {
        let number = try await daemon.open("application", as: self.citizen, self.application())
        try await daemon.act(number, "accept", as: self.hospital)
        return number
    }
}
