// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

/// All changes of the clock of Asia/Shanghai from 1890 to 2030, by the IANA time zone database.
@Suite("The time of Shanghai: every change of the clock")
struct ShanghaiTransitionTests {
    /// The moment, and the offset from it on, in seconds.
    static let transitions: [(moment: String, offset: Int)] = {
        [
            ("1900-12-31T15:54:17Z", 28800),
            ("1919-04-12T16:00:00Z", 32400),
            ("1919-09-30T15:00:00Z", 28800),
            ("1940-05-31T16:00:00Z", 32400),
            ("1940-10-12T15:00:00Z", 28800),
            ("1941-03-14T16:00:00Z", 32400),
            ("1941-11-01T15:00:00Z", 28800),
            ("1942-01-30T16:00:00Z", 32400),
            ("1945-09-01T15:00:00Z", 28800),
            ("1946-05-14T16:00:00Z", 32400),
            ("1946-09-30T15:00:00Z", 28800),
            ("1947-04-14T16:00:00Z", 32400),
            ("1947-10-31T15:00:00Z", 28800),
            ("1948-04-30T16:00:00Z", 32400),
            ("1948-09-30T15:00:00Z", 28800),
            ("1949-04-30T16:00:00Z", 32400),
            ("1949-05-27T15:00:00Z", 28800),
            ("1986-05-03T18:00:00Z", 32400),
            ("1986-09-13T17:00:00Z", 28800),
            ("1987-04-11T18:00:00Z", 32400),
            ("1987-09-12T17:00:00Z", 28800),
            ("1988-04-16T18:00:00Z", 32400),
            ("1988-09-10T17:00:00Z", 28800),
            ("1989-04-15T18:00:00Z", 32400),
            ("1989-09-16T17:00:00Z", 28800),
            ("1990-04-14T18:00:00Z", 32400),
            ("1990-09-15T17:00:00Z", 28800),
            ("1991-04-13T18:00:00Z", 32400),
            ("1991-09-14T17:00:00Z", 28800),
        ]
    }()

    @Test("From each change on the offset is the new one, a millisecond before it is the old one")
    func each() throws {
        var before = 8 * 3_600 + 5 * 60 + 43
        for transition in Self.transitions {
            let moment = try instant(transition.moment)
            #expect(ShanghaiTime.offset(at: moment) == transition.offset, "\(transition.moment)")
            #expect(ShanghaiTime.offset(at: moment.adding(milliseconds: -1)) == before, "before \(transition.moment)")
            before = transition.offset
        }
        #expect(before == 8 * 3_600)
    }

    @Test("Between two changes, before the first and after the last, nothing changes")
    func noOthers() throws {
        let moments = try Self.transitions.map { try instant($0.moment) }
        var at = try instant("1890-01-01T00:00:00Z")
        let end = try instant("2031-01-01T00:00:00Z")
        var index = 0
        while at < end {
            while index < moments.count, moments[index] <= at { index += 1 }
            let expected = index == 0 ? 29_143 : Self.transitions[index - 1].offset
            guard ShanghaiTime.offset(at: at) == expected else {
                Issue.record("at \(at.utcDescription) the offset is \(ShanghaiTime.offset(at: at)), not \(expected)")
                return
            }
            at = at.adding(seconds: 3_600)
        }
    }

    @Test(
        "A wall-clock time that comes twice is the first of the two, one that never comes is the moment of the change"
    )
    func wallClock() throws {
        for (index, transition) in Self.transitions.enumerated().dropFirst() {
            let moment = try instant(transition.moment)
            let old = Self.transitions[index - 1].offset
            let wall = moment.adding(seconds: Int64(old))
            let number = Int(wall.milliseconds / 86_400_000) - (wall.milliseconds % 86_400_000 < 0 ? 1 : 0)
            let minutes = Int(wall.milliseconds - Int64(number) * 86_400_000) / 60_000
            let half = ShanghaiTime.instant(day: CivilDay(number: number), minutes: minutes + 30)
            if transition.offset > old {
                #expect(half == moment, "\(transition.moment) springs")
            } else {
                let first = ShanghaiTime.instant(day: CivilDay(number: number), minutes: minutes - 30)
                #expect(first == moment.adding(seconds: -1_800), "\(transition.moment) comes twice")
            }
        }
    }
}
