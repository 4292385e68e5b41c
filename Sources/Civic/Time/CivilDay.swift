// SPDX-License-Identifier: Apache-2.0

/// A day of the proleptic Gregorian calendar, without time or zone: birth dates, due days, working days.
///
/// It is kept as a day number, so that differences are exact and never derived from seconds. Years 0001 to 9999.
public struct CivilDay: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01.
    public let number: Int

    public init(number: Int) {
        self.number = number
    }

    /// The day of a year, month and day of month; `nil` when there is none, such as 30 February.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= CivilDay.daysInMonth(year: year, month: month)
        else { return nil }
        self.number = CivilDay.number(year: year, month: month, day: day)
    }

    /// Days since 1970-01-01, by the count of days in 400-year eras that begin on 1 March.
    private static func number(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private var parts: (year: Int, month: Int, day: Int) {
        let shifted = self.number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    public var year: Int { self.parts.year }
    public var month: Int { self.parts.month }
    public var day: Int { self.parts.day }

    public static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    public static func daysInMonth(year: Int, month: Int) -> Int {
        switch month {
        case 2: self.isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public static func < (one: CivilDay, other: CivilDay) -> Bool { one.number < other.number }
}

extension CivilDay {
    /// The day of the week, numbered as ISO 8601 does.
    public enum Weekday: Int, Sendable, Hashable, CaseIterable {
        case monday = 1
        case tuesday, wednesday, thursday, friday, saturday, sunday

        public var name: Bilingual {
            switch self {
            case .monday: Bilingual("周一", "Mon")
            case .tuesday: Bilingual("周二", "Tue")
            case .wednesday: Bilingual("周三", "Wed")
            case .thursday: Bilingual("周四", "Thu")
            case .friday: Bilingual("周五", "Fri")
            case .saturday: Bilingual("周六", "Sat")
            case .sunday: Bilingual("周日", "Sun")
            }
        }
    }

    public var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let index = ((self.number + 3) % 7 + 7) % 7
        return Weekday(rawValue: index + 1) ?? .monday
    }

    public var isWeekend: Bool { self.weekday == .saturday || self.weekday == .sunday }

    /// The ISO 8601 week: the year it belongs to and its number.
    public var isoWeek: (year: Int, week: Int) {
        let thursday = self.adding(days: 4 - self.weekday.rawValue)
        let year = thursday.year
        let firstOfYear = CivilDay.number(year: year, month: 1, day: 1)
        return (year, (thursday.number - firstOfYear) / 7 + 1)
    }

    /// The Monday of an ISO week.
    public static func monday(isoYear: Int, week: Int) -> CivilDay {
        let fourth = CivilDay(number: CivilDay.number(year: isoYear, month: 1, day: 4))
        return fourth.adding(days: 1 - fourth.weekday.rawValue + (week - 1) * 7)
    }

    public func adding(days: Int) -> CivilDay { CivilDay(number: self.number + days) }

    /// The corresponding day so many months later; the last of that month when it has no such day.
    ///
    /// Civil Code of the PRC, articles 201 and 202.
    public func adding(months: Int) -> CivilDay {
        let (year, month, day) = self.parts
        let index = year * 12 + (month - 1) + months
        let newYear = index >= 0 ? index / 12 : (index - 11) / 12
        let newMonth = index - newYear * 12 + 1
        let newDay = min(day, CivilDay.daysInMonth(year: newYear, month: newMonth))
        return CivilDay(number: CivilDay.number(year: newYear, month: newMonth, day: newDay))
    }

    public func days(until other: CivilDay) -> Int { other.number - self.number }

    /// Full years from a day of birth. Who is born on 29 February turns a year older on 1 March of other years.
    public func age(on day: CivilDay) -> Int {
        let (year, month, dayOfMonth) = self.parts
        let (otherYear, otherMonth, otherDay) = day.parts
        let reached = (otherMonth, otherDay) >= (month, dayOfMonth)
        return otherYear - year - (reached ? 0 : 1)
    }
}

extension CivilDay: CustomStringConvertible {
    /// Reads `YYYY-MM-DD`, and nothing else.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]), let day = decimal(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `YYYY-MM-DD`.
    public var description: String {
        let (year, month, day) = self.parts
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// `YYYYMMDD`.
    public var compact: String {
        let (year, month, day) = self.parts
        return "\(padded(year, 4))\(padded(month, 2))\(padded(day, 2))"
    }
}

extension CivilDay: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = CivilDay(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\"\(text)\" is no date YYYY-MM-DD")
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(self.description)
    }
}

/// The number that a run of ASCII digits writes; `nil` when another byte is among them or there is none.
func decimal(_ bytes: some Collection<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
    var number = 0
    for byte in bytes {
        guard (0x30...0x39).contains(byte) else { return nil }
        number = number * 10 + Int(byte - 0x30)
    }
    return number
}

func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return digits.utf8.count >= width ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
}
