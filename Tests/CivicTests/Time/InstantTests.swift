// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

@Suite("Moments")
struct InstantTests {
    @Test(
        "One moment is read in every way RFC 3339 writes it",
        arguments: [
            "2022-07-11T08:00:00+08:00", "2022-07-11T00:00:00Z", "2022-07-11T00:00:00z", "2022-07-11t00:00:00Z",
            "2022-07-10T19:30:00-04:30", "2022-07-11T00:00:00.000Z", "2022-07-11T00:00:00.000999999Z",
            "2022-07-10T23:59:60Z",
        ]
    )
    func reads(text: String) throws {
        #expect(try instant(text).milliseconds == 1_657_497_600_000)
    }

    @Test("Moments print in the time of Shanghai, and in UTC when asked")
    func prints() throws {
        let moment = try instant("2022-07-11T00:00:00Z")
        #expect(moment.description == "2022-07-11T08:00:00+08:00")
        #expect(moment.utcDescription == "2022-07-11T00:00:00Z")
        #expect(moment.adding(milliseconds: 7).description == "2022-07-11T08:00:00.007+08:00")
        #expect(moment.adding(milliseconds: -7).utcDescription == "2022-07-10T23:59:59.993Z")
        #expect(try instant("1986-07-01T00:00:00Z").description == "1986-07-01T09:00:00+09:00")
    }

    @Test(
        "What is no moment is refused",
        arguments: [
            "2022-07-11", "2022-07-11T08:00:00", "2022-07-11T08:00Z", "2022-07-11 08:00:00Z", "2022-07-11T24:00:00Z",
            "2022-07-11T08:60:00Z", "2022-07-11T08:00:61Z", "2022-07-11T08:00:00+0800", "2022-07-11T08:00:00+24:00",
            "2022-07-11T08:00:00+08:60", "2022-02-29T08:00:00Z", "2022-07-11T08:00:00.Z",
            "2022-07-11T08:00:00.1234567890Z",
            "2022-07-11T08:00:00Z ", "2022-07-11T8:00:00Z", "",
        ]
    )
    func refused(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test("Random moments read back as they were printed, to the millisecond")
    func roundTrip() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<2_000 {
            // 1901-01-01 to 2150
            let moment = Instant(milliseconds: .random(in: -2_177_000_000_000...5_680_000_000_000, using: &generator))
            #expect(Instant(moment.description) == moment)
            #expect(Instant(moment.utcDescription) == moment)
        }
    }

    @Test("Moments before 1901 keep the moment, at an offset of whole minutes")
    func beforeStandardTime() throws {
        let moment = try instant("1900-06-01T00:00:00Z")
        #expect(moment.description == "1900-06-01T08:05:00+08:05")
        #expect(Instant(moment.description) == moment)
    }

    @Test("Durations are added and taken away")
    func durations() throws {
        let moment = try instant("2022-07-11T00:00:00Z")
        #expect((moment + .seconds(90)).since(moment) == 90_000)
        #expect(moment - .milliseconds(1) == moment.adding(milliseconds: -1))
        #expect((moment + .microseconds(1_999)).since(moment) == 1)
        #expect((moment + .microseconds(-1)).since(moment) == -1)
        #expect(moment.adding(seconds: 3) - moment == .seconds(3))
        var other = moment
        other += .seconds(60)
        #expect(other > moment)
    }

    @Test("Arithmetic at the ends of time stays there instead of trapping")
    func saturates() {
        let last = Instant(milliseconds: .max)
        let first = Instant(milliseconds: .min)
        #expect(last.adding(milliseconds: 1) == last)
        #expect(first.adding(seconds: -1) == first)
        #expect(first.adding(seconds: .min) == first)
        #expect(last + .seconds(Int64.max) == last)
        #expect(last.since(first) == .max)
        #expect(first.since(last) == .min)
        #expect(!last.description.isEmpty)
        #expect(!first.description.isEmpty)
    }
}
