// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

@Suite("Five fields of cron")
struct CronExpressionTests {
    private func dues(_ text: String, _ after: String, _ count: Int) throws -> [String] {
        try Recurrence("cron(\(text))")
            .runs(after: try instant(after), count: count, calendar: SeedFiles.calendar)
            .map { String($0.due.description.prefix(16)) }
    }

    @Test(
        "Ranges, lists, steps and names",
        arguments: [
            ("0 9 * * 1-5", "2022-07-15T10:00:00+08:00", ["2022-07-18T09:00", "2022-07-19T09:00"]),
            (
                "*/20 8 * * *", "2022-07-15T08:10:00+08:00",
                ["2022-07-15T08:20", "2022-07-15T08:40", "2022-07-16T08:00"]
            ),
            ("5/30 * * * *", "2022-07-15T08:10:00+08:00", ["2022-07-15T08:35", "2022-07-15T09:05"]),
            ("0 0 1 jan,jul *", "2022-02-01T00:00:00+08:00", ["2022-07-01T00:00", "2023-01-01T00:00"]),
            ("0 0 * * SUN", "2022-07-15T08:10:00+08:00", ["2022-07-17T00:00"]),
            ("0 0 * * 7", "2022-07-15T08:10:00+08:00", ["2022-07-17T00:00"]),
            (
                "0 0 * * fri-mon", "2022-07-12T08:10:00+08:00",
                [
                    "2022-07-15T00:00", "2022-07-16T00:00", "2022-07-17T00:00", "2022-07-18T00:00", "2022-07-22T00:00",
                ]
            ),
            (
                "10-20/5 3 * * *", "2022-07-12T08:10:00+08:00",
                ["2022-07-13T03:10", "2022-07-13T03:15", "2022-07-13T03:20"]
            ),
            ("@hourly", "2022-07-12T08:10:00+08:00", ["2022-07-12T09:00"]),
            ("@weekly", "2022-07-12T08:10:00+08:00", ["2022-07-17T00:00"]),
            ("@yearly", "2022-07-12T08:10:00+08:00", ["2023-01-01T00:00"]),
            ("0 0 29 2 *", "2097-01-01T00:00:00+08:00", ["2104-02-29T00:00"]),
        ]
    )
    func fields(text: String, after: String, expected: [String]) throws {
        #expect(try self.dues(text, after, expected.count) == expected)
    }

    @Test("Day of month and day of week, both restricted, fit one or the other; a field with * restricts nothing")
    func either() throws {
        #expect(
            try self.dues("0 0 13 * 5", "2022-07-12T00:00:00+08:00", 3) == [
                "2022-07-13T00:00", "2022-07-15T00:00", "2022-07-22T00:00",
            ]
        )
        #expect(try self.dues("0 0 */2 * 5", "2022-07-12T00:00:00+08:00", 1) == ["2022-07-15T00:00"])
    }

    @Test("What never comes has no run, and does not search for ever")
    func never() throws {
        #expect(try self.dues("0 0 30 2 *", "2022-07-12T00:00:00+08:00", 1).isEmpty)
    }
}
