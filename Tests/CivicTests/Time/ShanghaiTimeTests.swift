// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

@Suite("The time of Shanghai")
struct ShanghaiTimeTests {
    /// Midnights that did not exist, by the IANA time zone database: clocks sprang from 00:00 to 01:00.
    static let missingMidnights = [
        "1919-04-13", "1940-06-01", "1941-03-15", "1942-01-31", "1946-05-15", "1947-04-15", "1948-05-01", "1949-05-01",
    ]

    @Test("A day whose midnight was sprung over begins at 01:00", arguments: missingMidnights)
    func missingMidnight(text: String) throws {
        let date = try day(text)
        let start = ShanghaiTime.startOfDay(date)
        #expect(start.description == "\(text)T01:00:00+09:00")
        #expect(ShanghaiTime.day(of: start) == date)
        #expect(ShanghaiTime.day(of: start.adding(milliseconds: -1)) == date.adding(days: -1))
    }

    @Test(
        "Days of old summer times survive being stored, loaded and printed",
        arguments: ["1946-05-15", "1949-05-01", "1986-05-04", "1988-04-10", "1988-04-17", "1991-09-15"]
    )
    func survives(text: String) throws {
        let date = try day(text)
        let stored = ShanghaiTime.startOfDay(date).milliseconds
        #expect(ShanghaiTime.day(of: Instant(milliseconds: stored)).description == text)
        #expect(date.description == text)
    }

    @Test("Every day from 1890 to 2030 begins in itself and ends where the next begins")
    func everyDay() throws {
        var date = try day("1890-01-01")
        let last = try day("2030-12-31")
        while date <= last {
            let start = ShanghaiTime.startOfDay(date)
            let next = ShanghaiTime.startOfDay(date.adding(days: 1))
            let length = next.since(start)
            guard ShanghaiTime.day(of: start) == date, ShanghaiTime.day(of: next.adding(milliseconds: -1)) == date,
                ShanghaiTime.day(of: start.adding(milliseconds: -1)) < date, (82_800_000...90_400_000).contains(length)
            else {
                Issue.record("\(date) starts at \(start) and has \(length) ms")
                return
            }
            date = date.adding(days: 1)
        }
    }

    @Test(
        "Summer time of 1986 to 1991 begins and ends at 02:00",
        arguments: [
            ("1986-05-04", "1986-09-14"), ("1987-04-12", "1987-09-13"), ("1988-04-17", "1988-09-11"),
            ("1989-04-16", "1989-09-17"), ("1990-04-15", "1990-09-16"), ("1991-04-14", "1991-09-15"),
        ]
    )
    func summerTime(start: String, end: String) throws {
        let spring = try instant("\(start)T02:00:00+08:00")
        #expect(ShanghaiTime.offset(at: spring) == 9 * 3_600)
        #expect(ShanghaiTime.offset(at: spring.adding(milliseconds: -1)) == 8 * 3_600)
        let autumn = try instant("\(end)T02:00:00+09:00")
        #expect(ShanghaiTime.offset(at: autumn) == 8 * 3_600)
        #expect(ShanghaiTime.offset(at: autumn.adding(milliseconds: -1)) == 9 * 3_600)
        #expect(try wall("\(start) 02:30") == spring, "a time that was sprung over is the moment of the spring")
        #expect(
            try wall("\(end) 01:30") == autumn.adding(seconds: -1_800),
            "of a time that came twice the first is meant"
        )
    }

    @Test("The summer time of 1942 lasted until 2 September 1945")
    func longSummer() throws {
        let end = try instant("1945-09-02T00:00:00+09:00")
        #expect(ShanghaiTime.offset(at: end.adding(milliseconds: -1)) == 9 * 3_600)
        #expect(ShanghaiTime.offset(at: end) == 8 * 3_600)
    }

    @Test("Before 1901 local mean time was 8:05:43 ahead of UTC")
    func localMeanTime() throws {
        let end = try instant("1900-12-31T15:54:17Z")
        #expect(ShanghaiTime.offset(at: end.adding(milliseconds: -1)) == 8 * 3_600 + 343)
        #expect(ShanghaiTime.offset(at: end) == 8 * 3_600)
    }

    @Test("The wall clock of a moment")
    func timeOfDay() throws {
        let moment = try instant("2022-07-11T02:31:05.250Z")
        #expect(ShanghaiTime.timeOfDay(of: moment).minutes == 631)
        #expect(ShanghaiTime.timeOfDay(of: moment).milliseconds == 37_865_250)
        #expect(ShanghaiTime.instant(day: try day("2022-07-11"), minutes: 1_440) == (try wall("2022-07-12")))
    }

    @Test("Offsets are those of the system's time zone file", .enabled(if: Python.path != nil))
    func oracle() throws {
        // Every six hours and a bit from 1890 to 2030.
        let program = """
            import zoneinfo, datetime as d
            z = zoneinfo.ZoneInfo("Asia/Shanghai")
            e = d.datetime(1970, 1, 1, tzinfo=d.timezone.utc)
            for s in range(-2524608000, 1893456000, 21611):
                print(s, int((e + d.timedelta(seconds=s)).astimezone(z).utcoffset().total_seconds()))
            """
        let lines = try Python.lines(program)
        #expect(lines.count > 200_000)
        for line in lines {
            let parts = line.split(separator: " ")
            let second = try #require(Int64(parts[0]))
            let offset = try #require(Int(parts[1]))
            let ours = ShanghaiTime.offset(at: Instant(milliseconds: second * 1_000))
            guard ours == offset else {
                Issue.record("at \(second) the offset is \(offset), not \(ours)")
                return
            }
        }
    }
}
