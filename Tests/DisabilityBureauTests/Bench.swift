// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import TongbanEngine

@testable import DisabilityBureau

enum Bench {
    static let citizen = PersonView.person("zhang", "citizen")
    static let village = PersonView.person("village", "village")
    static let town = PersonView.person("town", "town")
    static let head = PersonView.person("head", "head")
    static let assessor = PersonView.person("assessor", "assessor")
    static let builder = PersonView.person("builder", "builder")
    static let clerk = PersonView.person("clerk", "bureau")

    static let calendarFolder =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        + "/seeds/calendar"

    /// A daemon with the works of the tests in its register.
    static func daemon(at moment: String = "2022-07-12T09:00:00+08:00") throws -> TestDaemon {
        let daemon = try TestDaemon(
            Disability().definition,
            at: moment,
            calendar: CalendarTable.tables(inFolder: self.calendarFolder)
        )
        try daemon.put(
            "item_outcome",
            "GRAB_BAR",
            ["code": "GRAB_BAR", "name_zh": "抓杆", "name_en": "grab bar", "outcomes": ["O3"]]
        )
        try daemon.put(
            "item_outcome",
            "SHOWER_SEAT",
            ["code": "SHOWER_SEAT", "name_zh": "洗浴凳", "name_en": "shower seat", "outcomes": ["O4"]]
        )
        return daemon
    }

    static func application(grade: Int64 = 2, certificate: String = "34060219750818007X42") -> JSONObject {
        [
            "household": "H-1", "applicant": "34060219750818007X", "certificate": .string(certificate),
            "grade": .integer(grade), "needy": "LOWINC", "address": "1号", "village_code": "340602101203",
        ]
    }

    /// An application that village, town and district agreed to.
    static func approved(_ daemon: TestDaemon) async throws -> String {
        let number = try await daemon.open("renovation", as: self.citizen, self.application())
        try await daemon.act(number, "villageOk", as: self.village)
        try await daemon.act(number, "townOk", as: self.town)
        try await daemon.act(number, "districtOk", as: self.head)
        return number
    }

    /// Needs outcomes 3 and 4; the price is that of each of the two works, in fen.
    static func plan(price: Int64 = 100_000, works: [String] = ["GRAB_BAR", "SHOWER_SEAT"]) -> JSONObject {
        [
            "needed": ["O3", "O4"],
            "works": .array(works.map { ["code": .string($0), "quantity": 1, "price": .integer(price)] }),
        ]
    }

    /// A home that was built and waits to be accepted.
    static func built(_ daemon: TestDaemon) async throws -> String {
        let number = try await self.approved(daemon)
        try await daemon.act(number, "assess", as: self.assessor, self.plan())
        try await daemon.act(number, "sign", as: self.citizen)
        try await daemon.act(number, "begin", as: self.builder)
        try await daemon.act(number, "built", as: self.builder, ["photos": ["1.jpg", "2.jpg"]])
        return number
    }
}
