// SPDX-License-Identifier: Apache-2.0

import Civic

/// The civil days that a figure is about, in the time of Asia/Shanghai.
///
/// Written as `2022-07-12`, `2022-W28` (ISO 8601), `2022-07`, `2022-Q2`, `2022-H1`, `2022`, `2022-01-01..2022-06-30`, or
/// `..2022-07-13` for everything up to a day.
public struct ReportPeriod: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        case day, week, month, quarter, halfYear, year, range, upTo
    }

    public let kind: Kind
    /// The first day; `nil` when everything before ``last`` is meant.
    public let first: CivilDay?
    /// The last day, included.
    public let last: CivilDay

    init(kind: Kind, first: CivilDay?, last: CivilDay) {
        self.kind = kind
        self.first = first
        self.last = last
    }

    /// The period a text names; `nil` when it names none, such as `2022-W53`, `2022-Q5` or a range that ends before it
    /// begins.
    public init?(_ text: String) {
        if let dots = Self.dots(in: text) {
            let head = String(text[..<dots.lowerBound])
            guard let last = CivilDay(String(text[dots.upperBound...])) else { return nil }
            if head.isEmpty {
                self.init(kind: .upTo, first: nil, last: last)
                return
            }
            guard let first = CivilDay(head), first <= last else { return nil }
            self.init(kind: .range, first: first, last: last)
            return
        }
        if let day = CivilDay(text) {
            self.init(kind: .day, first: day, last: day)
            return
        }
        let bytes = Array(text.utf8)
        guard bytes.count >= 4, let year = Self.number(bytes[0..<4]), (1...9998).contains(year) else { return nil }
        if bytes.count == 4 {
            self.init(months: 12, from: 1, of: year, .year)
            return
        }
        guard bytes[4] == 0x2D else { return nil }
        switch (bytes.count, bytes.count > 5 ? bytes[5] : 0) {
        case (8, 0x57):
            guard let week = Self.number(bytes[6..<8]), week >= 1 else { return nil }
            let monday = CivilDay.monday(isoYear: year, week: week)
            guard monday.isoWeek == (year, week) else { return nil }
            self.init(kind: .week, first: monday, last: monday.adding(days: 6))
        case (7, 0x51):
            guard let quarter = Self.number(bytes[6..<7]), (1...4).contains(quarter) else { return nil }
            self.init(months: 3, from: quarter * 3 - 2, of: year, .quarter)
        case (7, 0x48):
            guard let half = Self.number(bytes[6..<7]), (1...2).contains(half) else { return nil }
            self.init(months: 6, from: half * 6 - 5, of: year, .halfYear)
        case (7, _):
            guard let month = Self.number(bytes[5..<7]), (1...12).contains(month) else { return nil }
            self.init(months: 1, from: month, of: year, .month)
        default: return nil
        }
    }

    private init?(months: Int, from month: Int, of year: Int, _ kind: Kind) {
        guard let first = CivilDay(year: year, month: month, day: 1) else { return nil }
        self.init(kind: kind, first: first, last: first.adding(months: months).adding(days: -1))
    }

    private static func dots(in text: String) -> Range<String.Index>? {
        let bytes = text.utf8
        var index = bytes.startIndex
        while index != bytes.endIndex {
            let next = bytes.index(after: index)
            if next != bytes.endIndex, bytes[index] == 0x2E, bytes[next] == 0x2E {
                return index..<bytes.index(after: next)
            }
            index = next
        }
        return nil
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    public func contains(_ day: CivilDay) -> Bool {
        day <= self.last && self.first.map { $0 <= day } ?? true
    }

    /// The period of the same length just before; `nil` of everything up to a day.
    public var previous: ReportPeriod? { self.first.flatMap { self.moved(months: nil, first: $0) } }

    /// The same period a year earlier: the same week of the ISO year before, which the 53rd may not have.
    public var yearBefore: ReportPeriod? {
        switch self.kind {
        case .week:
            guard let week = self.first?.isoWeek else { return nil }
            let monday = CivilDay.monday(isoYear: week.year - 1, week: week.week)
            guard monday.isoWeek == (week.year - 1, week.week) else { return nil }
            return ReportPeriod(kind: .week, first: monday, last: monday.adding(days: 6))
        case .upTo: return ReportPeriod(kind: .upTo, first: nil, last: self.last.adding(months: -12))
        case .day, .range:
            return ReportPeriod(
                kind: self.kind,
                first: self.first?.adding(months: -12),
                last: self.last.adding(months: -12)
            )
        case .month, .quarter, .halfYear, .year: return self.first.flatMap { self.moved(months: -12, first: $0) }
        }
    }

    /// The period of the same kind that a day lies in; `nil` of ranges, which have no calendar.
    public func running(on day: CivilDay) -> ReportPeriod? {
        switch self.kind {
        case .day: return ReportPeriod(kind: .day, first: day, last: day)
        case .week:
            let monday = day.adding(days: 1 - day.weekday.rawValue)
            return ReportPeriod(kind: .week, first: monday, last: monday.adding(days: 6))
        case .month, .quarter, .halfYear, .year:
            let months = self.months ?? 1
            let month = (day.month - 1) / months * months + 1
            guard let first = CivilDay(year: day.year, month: month, day: 1) else { return nil }
            return ReportPeriod(kind: self.kind, first: first, last: first.adding(months: months).adding(days: -1))
        case .range, .upTo: return nil
        }
    }

    private var months: Int? {
        switch self.kind {
        case .month: 1
        case .quarter: 3
        case .halfYear: 6
        case .year: 12
        case .day, .week, .range, .upTo: nil
        }
    }

    private func moved(months: Int?, first: CivilDay) -> ReportPeriod? {
        if let own = self.months {
            let start = first.adding(months: months ?? -own)
            return ReportPeriod(kind: self.kind, first: start, last: start.adding(months: own).adding(days: -1))
        }
        let length = first.days(until: self.last) + 1
        return ReportPeriod(kind: self.kind, first: first.adding(days: -length), last: first.adding(days: -1))
    }
}

extension ReportPeriod: CustomStringConvertible {
    public var description: String {
        guard let first else { return "..\(self.last)" }
        let day = first.description
        return switch self.kind {
        case .day: day
        case .week:
            "\(Self.padded(first.isoWeek.year, 4))-W\(Self.padded(first.isoWeek.week, 2))"
        case .month: String(day.prefix(7))
        case .quarter: "\(day.prefix(4))-Q\((first.month + 2) / 3)"
        case .halfYear: "\(day.prefix(4))-H\(first.month < 7 ? 1 : 2)"
        case .year: String(day.prefix(4))
        case .range, .upTo: "\(day)..\(self.last)"
        }
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
