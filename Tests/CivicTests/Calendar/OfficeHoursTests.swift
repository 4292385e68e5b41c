// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing

@Suite("Office hours")
struct OfficeHoursTests {
    @Test(
        "Hours change with the season",
        arguments: [
            ("2022-05-31", 870, 1_050), ("2022-06-01", 900, 1_080), ("2022-09-30", 900, 1_080),
            ("2022-10-01", 870, 1_050),
            ("2022-12-31", 870, 1_050), ("2022-01-01", 870, 1_050),
        ]
    )
    func seasons(text: String, start: Int, end: Int) throws {
        #expect(
            OfficeHours.standard.segments(on: try day(text)) == [
                .init(start: 480, end: 720), .init(start: start, end: end),
            ]
        )
    }

    @Test("Hours read back as they were written")
    func roundTrip() throws {
        let hours = try OfficeHours(json: OfficeHours.standard.json)
        #expect(hours == OfficeHours.standard)
    }

    @Test("A season of some weekdays comes before one of all")
    func weekdays() throws {
        let json: JSON = [
            "seasons": [
                ["from": "01-01", "to": "12-31", "segments": ["08:00-12:00"], "weekdays": [5]],
                ["from": "01-01", "to": "12-31", "segments": ["00:00-24:00"]],
            ]
        ]
        let hours = try OfficeHours(json: json)
        #expect(hours.segments(on: try day("2022-07-15")) == [.init(start: 480, end: 720)])
        #expect(hours.segments(on: try day("2022-07-14")) == [.init(start: 0, end: 1_440)])
        #expect(hours.json == json)
    }

    @Test("One segment may begin where the other ends")
    func adjacent() throws {
        let json: JSON = [
            "seasons": [["from": "01-01", "to": "12-31", "segments": ["08:00-12:00", "12:00-24:00"]]]
        ]
        let hours = try OfficeHours(json: json)
        #expect(
            hours.segments(on: try day("2022-07-12")) == [.init(start: 480, end: 720), .init(start: 720, end: 1_440)]
        )
        #expect(hours.json == json)
    }

    @Test("A day outside every season has no hours")
    func noSeason() throws {
        let hours = OfficeHours(seasons: [.init(from: (6, 1), to: (6, 30), segments: [.init(start: 0, end: 60)])])
        #expect(hours.segments(on: try day("2022-07-01")).isEmpty)
    }

    @Test(
        "Hours that make no sense are refused",
        arguments: [
            [], ["from": "13-01"], ["to": "02-30"], ["segments": []], ["segments": ["12:00-08:00"]],
            ["segments": ["08:00-12:00", "11:59-13:00"]], ["segments": ["08:00-24:01"]], ["segments": ["8-12"]],
            ["segments": ["08:60-12:00"]], ["weekdays": []], ["weekdays": [0]], ["weekdays": [8]], ["weekdays": ["x"]],
        ] as [JSON]
    )
    func refused(change: JSON) {
        var season: JSON = ["from": "01-01", "to": "12-31", "segments": ["08:00-12:00"]]
        for member in change.objectValue ?? [:] {
            season[member.name] = member.value
        }
        let json: JSON = ["seasons": change.objectValue == nil ? [] : [season]]
        #expect(throws: CalendarError.self) { try OfficeHours(json: json) }
    }
}
