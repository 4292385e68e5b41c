// SPDX-License-Identifier: Apache-2.0

/// The civil time of Asia/Shanghai, by a table of its own, whatever zone the machine is set to.
///
/// UTC+8 throughout, but for local mean time before 1901 and the summer times of 1919, 1940 to 1949 and 1986 to 1991
/// (IANA time zone database).
public enum ShanghaiTime {
    /// A time during which clocks stood an hour ahead: local wall-clock days and minutes of its start and end, both as
    /// minutes since 1970-01-01T00:00 of the clock that was left.
    private struct Summer {
        let start: Int
        let end: Int

        init(_ start: (Int, Int, Int, Int), _ end: (Int, Int, Int, Int)) {
            self.start = Self.minutes(start)
            self.end = Self.minutes(end)
        }

        private static func minutes(_ wall: (Int, Int, Int, Int)) -> Int {
            (CivilDay(year: wall.0, month: wall.1, day: wall.2)?.number ?? 0) * 1_440 + wall.3 * 60
        }
    }

    private static let standardOffset = 8 * 3_600
    private static let meanOffset = 8 * 3_600 + 5 * 60 + 43

    /// Start in standard time, end in summer time.
    private static let summers: [Summer] = [
        Summer((1919, 4, 13, 0), (1919, 10, 1, 0)),
        Summer((1940, 6, 1, 0), (1940, 10, 13, 0)),
        Summer((1941, 3, 15, 0), (1941, 11, 2, 0)),
        Summer((1942, 1, 31, 0), (1945, 9, 2, 0)),
        Summer((1946, 5, 15, 0), (1946, 10, 1, 0)),
        Summer((1947, 4, 15, 0), (1947, 11, 1, 0)),
        Summer((1948, 5, 1, 0), (1948, 10, 1, 0)),
        Summer((1949, 5, 1, 0), (1949, 5, 28, 0)),
        Summer((1986, 5, 4, 2), (1986, 9, 14, 2)),
        Summer((1987, 4, 12, 2), (1987, 9, 13, 2)),
        Summer((1988, 4, 17, 2), (1988, 9, 11, 2)),
        Summer((1989, 4, 16, 2), (1989, 9, 17, 2)),
        Summer((1990, 4, 15, 2), (1990, 9, 16, 2)),
        Summer((1991, 4, 14, 2), (1991, 9, 15, 2)),
    ]

    /// 1901-01-01T00:00 local mean time.
    private static let endOfMeanTime: Int64 =
        Int64(CivilDay(year: 1901, month: 1, day: 1)?.number ?? 0) * 86_400 - Int64(meanOffset)

    /// 1992-01-01T00:00:00Z, in milliseconds: from then on clocks stood at UTC+8.
    private static let settled: Int64 = 694_224_000_000

    /// The seconds that local clocks were ahead of UTC at a moment.
    public static func offset(at instant: Instant) -> Int {
        if instant.milliseconds >= self.settled { return self.standardOffset }
        let seconds = floorDivide(instant.milliseconds, 1_000)
        guard seconds >= self.endOfMeanTime else { return self.meanOffset }
        let standard = Int(seconds) + self.standardOffset
        for summer in self.summers where standard >= summer.start * 60 && standard + 3_600 < summer.end * 60 {
            return self.standardOffset + 3_600
        }
        return self.standardOffset
    }

    /// The civil day of a moment.
    public static func day(of instant: Instant) -> CivilDay {
        let local = saturatingSum(instant.milliseconds, Int64(self.offset(at: instant)) * 1_000)
        return CivilDay(number: Int(floorDivide(local, 86_400_000)))
    }

    /// The wall clock at a moment, in minutes and milliseconds since local midnight.
    public static func timeOfDay(of instant: Instant) -> (minutes: Int, milliseconds: Int) {
        let local = saturatingSum(instant.milliseconds, Int64(self.offset(at: instant)) * 1_000)
        let ofDay = Int(local - floorDivide(local, 86_400_000) * 86_400_000)
        return (ofDay / 60_000, ofDay)
    }

    /// The moment a day begins. Where clocks sprang over midnight, the first moment that the day had.
    public static func startOfDay(_ day: CivilDay) -> Instant {
        self.instant(day: day, minutes: 0)
    }

    /// The moment of a wall-clock time. A time that was sprung over means the moment of the spring; of one that came
    /// twice the first is meant.
    ///
    /// - Parameter minutes: since midnight, 0 to 1440; 1440 is the start of the next day.
    public static func instant(day: CivilDay, minutes: Int) -> Instant {
        self.instant(wall: (Int64(day.number) * 1_440 + Int64(minutes)) * 60_000)
    }

    /// The moment of a wall-clock time; times sprung over and times that came twice as above.
    public static func instant(day: CivilDay, time: TimeOfDay) -> Instant {
        self.instant(wall: (Int64(day.number) * 86_400 + Int64(time.second)) * 1_000)
    }

    /// - Parameter wall: milliseconds since 1970-01-01T00:00 on the wall clock.
    private static func instant(wall: Int64) -> Instant {
        let standard = Instant(milliseconds: wall - Int64(self.standardOffset) * 1_000)
        if standard.milliseconds >= self.settled { return standard }
        // The greater the offset, the earlier the moment: of a time that came twice the first is found.
        let candidates = [self.standardOffset + 3_600, self.meanOffset, self.standardOffset]
        for offset in candidates {
            let instant = Instant(milliseconds: wall - Int64(offset) * 1_000)
            if self.offset(at: instant) == offset { return instant }
        }
        // Sprung over: summer time began at the wall-clock minute that starts the gap.
        let minute = Int(wall / 60_000)
        for summer in self.summers where minute >= summer.start && minute < summer.start + 60 {
            return Instant(milliseconds: Int64(summer.start * 60 - self.standardOffset) * 1_000)
        }
        return standard
    }
}
