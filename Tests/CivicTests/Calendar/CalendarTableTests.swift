// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing

@Suite("Calendar tables")
struct CalendarTableTests {
    static let valid: JSON = [
        "year": 2023, "version": 2, "status": "official", "source": "通知",
        "off": ["2022-12-31": "元旦", "2023-01-01": "元旦"], "work": ["2023-01-28": "春节"], "lieu": ["2023-01-02"],
    ]

    @Test("A table reads back as it was written")
    func roundTrip() throws {
        let table = try CalendarTable(json: Self.valid)
        #expect(table.year == 2023)
        #expect(table.version == 2)
        #expect(table.off.count == 2)
        #expect(try CalendarTable(json: table.json) == table)
        #expect(table.json == Self.valid)
    }

    @Test(
        "A table that says nothing sensible is refused, with a reason in both languages",
        arguments: [
            ("year", nil), ("year", 1948), ("year", 10_000), ("version", nil), ("version", 0), ("status", "final"),
            ("status", nil), ("off", ["x"]), ("off", ["2023-02-30": "x"]), ("off", ["2021-12-31": "x"]),
            ("off", ["2025-01-01": "x"]), ("work", ["2023-01-01": "x"]), ("lieu", ["2023"]),
            ("off", ["2023-01-01": 5]), ("work", ["2023-01-28": nil]), ("lieu", "2023-01-02"), ("lieu", [20_230_102]),
            ("lieu", ["2025-01-02"]), ("source", 5), ("year", "2023"), ("version", 1.5),
        ] as [(String, JSON?)]
    )
    func refused(member: String, value: JSON?) {
        var json = Self.valid
        json[member] = value
        let error = #expect(throws: CalendarError.self) { try CalendarTable(json: json) }
        #expect(error?.message.zh.isEmpty == false)
        #expect(error?.message.en.isEmpty == false)
    }
}
