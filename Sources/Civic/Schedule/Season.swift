// SPDX-License-Identifier: Apache-2.0

/// A part of every year, from a day to a day, both included; it may go over the end of the year.
public struct Season: Sendable, Hashable {
    /// Month times 100 plus day.
    let first: Int
    let last: Int

    /// `nil` when there is no such day; 29 February is one.
    public init?(from: (month: Int, day: Int), to: (month: Int, day: Int)) {
        for (month, day) in [from, to] {
            guard (1...12).contains(month), (1...CivilDay.daysInMonth(year: 2024, month: month)).contains(day)
            else { return nil }
        }
        self.first = from.month * 100 + from.day
        self.last = to.month * 100 + to.day
    }

    public func contains(_ day: CivilDay) -> Bool {
        let place = day.month * 100 + day.day
        return self.first <= self.last
            ? (self.first...self.last).contains(place) : place >= self.first || place <= self.last
    }
}

extension Season: CustomStringConvertible {
    /// Reads `06-15..09-15`.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].isEmpty, let from = MonthDay(parts[0]), let to = MonthDay(parts[2])
        else { return nil }
        self.init(from: (from.month, from.day), to: (to.month, to.day))
    }

    public var description: String { "\(Self.text(self.first))..\(Self.text(self.last))" }

    private static func text(_ place: Int) -> String { "\(padded(place / 100, 2))-\(padded(place % 100, 2))" }
}
