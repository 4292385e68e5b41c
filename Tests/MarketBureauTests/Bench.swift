// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import TongbanEngine

@testable import MarketBureau

enum Bench {
    static let citizen = PersonView.person("li", "citizen")
    static let clerk = PersonView.person("clerk", "bureau")
    static let dispatcher = PersonView.person("dispatcher", "dispatcher")
    static let inspector = PersonView.person("inspector", "inspector")
    static let head = PersonView.person("head", "head")

    static let calendarFolder =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        + "/seeds/calendar"

    static func daemon(at moment: String) throws -> TestDaemon {
        try TestDaemon(Market().definition, at: moment, calendar: CalendarTable.tables(inFolder: self.calendarFolder))
    }

    static let complaint: JSONObject = [
        "source": "12315", "complainant": "P-1", "respondent": "E-1", "matter": "短斤少两",
    ]

    static func inspection(on day: String, by inspectors: JSON = ["inspector", "second"]) -> JSONObject {
        ["entity": "91340602MA8A00000J", "planned": .string(day), "inspectors": inspectors]
    }

    /// An inspection that was ordered to be put right now, within so many working days.
    static func ordered(_ daemon: TestDaemon, on day: String, days: Int64) async throws -> String {
        let number = try await daemon.open("inspection", as: self.dispatcher, self.inspection(on: day))
        try await daemon.act(number, "begin", as: self.inspector)
        try await daemon.act(number, "fail", as: self.inspector, ["items": ["E12"], "note": "过期食品"])
        try await daemon.act(number, "order", as: self.inspector, ["days": .integer(days)])
        return number
    }
}
