// SPDX-License-Identifier: Apache-2.0

/// The hours of the night in which people are not disturbed, in the time of Shanghai.
///
/// The first moment belongs to them and the last does not: with `21:00-07:00` a message of 20:59 goes out, one of 21:00
/// waits until 07:00.
public struct QuietHours: Sendable, Hashable {
    /// Minutes since midnight.
    public let start: Int
    public let end: Int

    /// - Returns: `nil` when both are the same, which would be no hours or all of them.
    public init?(start: TimeOfDay, end: TimeOfDay) {
        guard start != end, start.second.isMultiple(of: 60), end.second.isMultiple(of: 60) else { return nil }
        self.init(startMinute: start.second / 60, endMinute: end.second / 60)
    }

    private init(startMinute: Int, endMinute: Int) {
        self.start = startMinute
        self.end = endMinute
    }

    /// 21:00 to 07:00.
    public static let standard = QuietHours(startMinute: 21 * 60, endMinute: 7 * 60)

    /// Whether a moment lies in them.
    public func contains(_ moment: Instant) -> Bool {
        let minutes = ShanghaiTime.timeOfDay(of: moment).minutes
        return self.start < self.end
            ? (self.start..<self.end).contains(minutes) : minutes >= self.start || minutes < self.end
    }

    /// When they end, for a moment that lies in them; `nil` for any other.
    public func opening(after moment: Instant) -> Instant? {
        guard self.contains(moment) else { return nil }
        let day = ShanghaiTime.day(of: moment)
        let isBeforeMidnight = self.start > self.end && ShanghaiTime.timeOfDay(of: moment).minutes >= self.start
        return ShanghaiTime.instant(day: isBeforeMidnight ? day.adding(days: 1) : day, minutes: self.end)
    }
}

extension QuietHours: CustomStringConvertible {
    /// Reads `21:00-07:00`.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let start = TimeOfDay(parts[0]), let end = TimeOfDay(parts[1]) else { return nil }
        self.init(start: start, end: end)
    }

    public var description: String { "\(Self.text(self.start))-\(Self.text(self.end))" }

    private static func text(_ minutes: Int) -> String { "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))" }
}
