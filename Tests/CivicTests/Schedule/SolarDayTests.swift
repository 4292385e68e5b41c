// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

@Suite("Sunrise and sunset")
struct SolarDayTests {
    @Test(
        "Huaibei agrees with the ephemeris of XEphem (VSOP87) to a minute",
        arguments: [
            ("2022-01-01", "07:18:04", "17:14:24"), ("2022-03-20", "06:17:10", "18:24:03"),
            ("2022-06-21", "05:02:00", "19:27:05"), ("2022-09-23", "06:01:14", "18:08:48"),
            ("2022-12-22", "07:14:24", "17:07:55"), ("2026-05-04", "05:21:11", "18:58:28"),
            ("2026-08-15", "05:34:09", "19:00:03"),
        ]
    )
    func huaibei(date: String, rise: String, set: String) throws {
        for (event, time) in [(SolarDay.Event.sunrise, rise), (.sunset, set)] {
            let found = try #require(SolarDay.huaibei.moment(of: event, on: try day(date)))
            #expect(abs(found.since(try instant("\(date)T\(time)+08:00"))) <= 60_000, "\(event) \(found)")
        }
    }

    @Test("Where the sun does not set there is no sunset")
    func polar() throws {
        let north = try #require(SolarDay(latitude: 80, longitude: 20))
        #expect(north.moment(of: .sunset, on: try day("2022-06-21")) == nil)
        #expect(SolarDay(latitude: 91, longitude: 0) == nil)
        #expect(SolarDay(latitude: 90, longitude: 180) != nil)
    }

    @Test("Slots follow the sun: dawn half an hour after sunrise")
    func slots() throws {
        let next = try Recurrence("sunrise(+30min)").next(
            after: try instant("2022-06-20T12:00:00+08:00"),
            calendar: SeedFiles.calendar
        )
        #expect(next?.due == (try instant("2022-06-21T05:32:00+08:00")))
        #expect(next?.period.key == "2022-06-21")
    }
}
