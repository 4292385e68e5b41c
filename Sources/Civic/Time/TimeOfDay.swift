// SPDX-License-Identifier: Apache-2.0

/// A time on the wall clock, without day or zone: 00:00:00 to 23:59:59.
public struct TimeOfDay: Sendable, Hashable, Comparable {
    /// Seconds since midnight, below 86,400.
    public let second: Int

    /// `nil` when there is no such time.
    public init?(hour: Int, minute: Int = 0, second: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
        self.second = hour * 3_600 + minute * 60 + second
    }

    public static let midnight = TimeOfDay(second: 0)

    private init(second: Int) {
        self.second = second
    }

    public static func < (one: TimeOfDay, other: TimeOfDay) -> Bool { one.second < other.second }
}

extension TimeOfDay: CustomStringConvertible {
    /// Reads `HH:MM` or `HH:MM:SS`, and nothing else.
    public init?(_ text: some StringProtocol) {
        let parts = text.utf8.split(separator: 0x3A, omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, parts.allSatisfy({ $0.count == 2 }),
            let hour = decimal(parts[0]), let minute = decimal(parts[1])
        else { return nil }
        guard parts.count == 3 else {
            self.init(hour: hour, minute: minute)
            return
        }
        guard let second = decimal(parts[2]) else { return nil }
        self.init(hour: hour, minute: minute, second: second)
    }

    /// `08:00`, with seconds only when there are any.
    public var description: String {
        let minutes = "\(padded(self.second / 3_600, 2)):\(padded(self.second / 60 % 60, 2))"
        return self.second.isMultiple(of: 60) ? minutes : "\(minutes):\(padded(self.second % 60, 2))"
    }
}
