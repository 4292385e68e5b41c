// SPDX-License-Identifier: Apache-2.0

/// A moment, in milliseconds since 1970-01-01T00:00:00Z.
public struct Instant: Sendable, Hashable, Comparable {
    public var milliseconds: Int64

    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    public static func < (one: Instant, other: Instant) -> Bool { one.milliseconds < other.milliseconds }

    /// The moment so much later; what does not fit is the last or first moment that does.
    public func adding(milliseconds: Int64) -> Instant {
        Instant(milliseconds: saturatingSum(self.milliseconds, milliseconds))
    }

    public func adding(seconds: Int64) -> Instant {
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000)
        return self.adding(milliseconds: overflow ? (seconds < 0 ? .min : .max) : product)
    }

    /// The milliseconds from another moment to this one.
    public func since(_ other: Instant) -> Int64 {
        let (difference, overflow) = self.milliseconds.subtractingReportingOverflow(other.milliseconds)
        return overflow ? (self < other ? .min : .max) : difference
    }
}

extension Instant: CustomStringConvertible {
    /// Reads an RFC 3339 date-time with offset: `2022-07-11T08:00:00+08:00`, `…Z`, up to nine fraction digits of which
    /// three are kept. A leap second counts as the second after it.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, let day = CivilDay(String(decoding: bytes[0..<10], as: UTF8.self)),
            bytes[10] == 0x54 || bytes[10] == 0x74, bytes[13] == 0x3A, bytes[16] == 0x3A,
            let hour = decimal(bytes[11..<13]), let minute = decimal(bytes[14..<16]),
            let second = decimal(bytes[17..<19]), hour < 24, minute < 60, second <= 60
        else { return nil }
        var rest = bytes[19...]
        var fraction: Int64 = 0
        if rest.first == 0x2E {
            let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
            guard (1...9).contains(digits.count) else { return nil }
            let kept = Array(digits.prefix(3)) + Array(repeating: 0x30, count: max(0, 3 - digits.count))
            fraction = Int64(decimal(kept) ?? 0)
            rest = rest.dropFirst(1 + digits.count)
        }
        var offset = 0
        if rest.count == 1, rest.first == 0x5A || rest.first == 0x7A {
            offset = 0
        } else {
            let zone = Array(rest)
            guard zone.count == 6, zone[0] == 0x2B || zone[0] == 0x2D, zone[3] == 0x3A,
                let hours = decimal(zone[1..<3]), let minutes = decimal(zone[4..<6]), hours < 24, minutes < 60
            else { return nil }
            offset = (hours * 60 + minutes) * (zone[0] == 0x2B ? 1 : -1)
        }
        let seconds = day.number * 86_400 + hour * 3_600 + (minute - offset) * 60 + second
        self.milliseconds = Int64(seconds) * 1_000 + fraction
    }

    /// RFC 3339 in the time of Shanghai, milliseconds only when there are any: `2022-07-11T08:00:00+08:00`.
    ///
    /// The offset is written in whole minutes; of the times before 1901, whose offset has seconds, the moment is right
    /// and the wall clock is that of the offset written.
    public var description: String {
        let minutes = ShanghaiTime.offset(at: self) / 60
        return self.text(offsetMinutes: minutes) + "+\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
    }

    /// RFC 3339 in UTC: `2022-07-11T00:00:00Z`.
    public var utcDescription: String { self.text(offsetMinutes: 0) + "Z" }

    private func text(offsetMinutes: Int) -> String {
        let local = saturatingSum(self.milliseconds, Int64(offsetMinutes) * 60_000)
        let day = Int(floorDivide(local, 86_400_000))
        let ofDay = Int(local - Int64(day) * 86_400_000)
        let fraction = ofDay % 1_000
        let time =
            "\(padded(ofDay / 3_600_000, 2)):\(padded(ofDay / 60_000 % 60, 2)):\(padded(ofDay / 1_000 % 60, 2))"
        return "\(CivilDay(number: day))T\(time)\(fraction == 0 ? "" : "." + padded(fraction, 3))"
    }
}

extension Instant {
    /// The moment a duration later; parts of a millisecond are cut off towards the past.
    public static func + (instant: Instant, duration: Duration) -> Instant {
        instant.adding(milliseconds: duration.wholeMilliseconds)
    }

    public static func - (instant: Instant, duration: Duration) -> Instant { instant + (.zero - duration) }

    public static func += (instant: inout Instant, duration: Duration) { instant = instant + duration }

    /// The time from the second moment to the first.
    public static func - (instant: Instant, other: Instant) -> Duration { .milliseconds(instant.since(other)) }
}

extension Duration {
    /// Whole milliseconds, rounded down; the greatest or least number when there are more.
    var wholeMilliseconds: Int64 {
        let (seconds, attoseconds) = self.components
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000)
        if overflow { return seconds < 0 ? .min : .max }
        return saturatingSum(product, floorDivide(attoseconds, 1_000_000_000_000_000))
    }
}

func saturatingSum(_ one: Int64, _ other: Int64) -> Int64 {
    let (sum, overflow) = one.addingReportingOverflow(other)
    return overflow ? (other < 0 ? .min : .max) : sum
}

func floorDivide(_ number: Int64, _ divisor: Int64) -> Int64 {
    let quotient = number / divisor
    return number % divisor < 0 ? quotient - 1 : quotient
}
