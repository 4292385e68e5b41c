// SPDX-License-Identifier: Apache-2.0

/// A length of time as rules give it: so many working days, days, months, hours.
///
/// Written as a number and a unit: `20wd`, `7d`, `3mon`, `1y`, `24h`, `15min`, `2oh` (office hours), `30omin`, and of
/// urgent matters `2uwd` (every day is a working day), `3uh` (hours of duty), `45umin`.
public struct Limit: Sendable, Hashable {
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        case workingDays = "wd"
        case calendarDays = "d"
        case months = "mon"
        case years = "y"
        /// Around the clock.
        case minutes = "min"
        case hours = "h"
        /// Only while offices are open.
        case officeMinutes = "omin"
        case officeHours = "oh"
        /// 紧急工作日: every day counts as a working day, weekends and holidays too; nothing is moved.
        case urgentDays = "uwd"
        /// 紧急工作时: in the hours of duty of every day, which are round the clock unless the office hours say otherwise.
        case urgentMinutes = "umin"
        case urgentHours = "uh"

        public var name: Bilingual {
            switch self {
            case .workingDays: Bilingual("个工作日", "working days")
            case .calendarDays: Bilingual("日", "days")
            case .months: Bilingual("个月", "months")
            case .years: Bilingual("年", "years")
            case .minutes: Bilingual("分钟", "minutes")
            case .hours: Bilingual("小时", "hours")
            case .officeMinutes: Bilingual("分钟(办公时间)", "office minutes")
            case .officeHours: Bilingual("小时(办公时间)", "office hours")
            case .urgentDays: Bilingual("个紧急工作日", "urgent working days")
            case .urgentMinutes: Bilingual("分钟(紧急工作时)", "urgent working minutes")
            case .urgentHours: Bilingual("个紧急工作时", "urgent working hours")
            }
        }
    }

    public var count: Int
    public var unit: Unit

    /// - Parameter count: 0 to ``maximum(of:)``; anything else is a programmer's error.
    public init(_ count: Int, _ unit: Unit) {
        precondition(count >= 0 && count <= Self.maximum(of: unit), "a limit is neither negative nor endless")
        self.count = count
        self.unit = unit
    }

    /// No limit is longer: 36,500 of any unit, but for minutes, of which there may be 52,560,000 (a hundred years).
    public static func maximum(of unit: Unit) -> Int {
        switch unit {
        case .minutes, .officeMinutes, .urgentMinutes: 52_560_000
        case .hours, .officeHours, .urgentHours: 876_000
        case .months: 1_200
        case .years: 100
        case .workingDays, .calendarDays, .urgentDays: 36_500
        }
    }

    /// Whether a limit of one unit may be added to one of the other: both count the same clock.
    public static func fit(_ one: Unit, _ other: Unit) -> Bool { one.clock == other.clock }

    /// Whether it ends with a day, not with a moment.
    public var isInDays: Bool {
        switch self.unit {
        case .workingDays, .calendarDays, .months, .years, .urgentDays: true
        case .minutes, .hours, .officeMinutes, .officeHours, .urgentMinutes, .urgentHours: false
        }
    }
}

extension Limit.Unit {
    /// What is counted, whatever it is counted in.
    enum Clock: Sendable, Hashable {
        case workingDays, calendarDays, months, elapsed, office, urgentDays, urgent
    }

    var clock: Clock {
        switch self {
        case .workingDays: .workingDays
        case .calendarDays: .calendarDays
        case .months, .years: .months
        case .minutes, .hours: .elapsed
        case .officeMinutes, .officeHours: .office
        case .urgentDays: .urgentDays
        case .urgentMinutes, .urgentHours: .urgent
        }
    }

    /// How many of what the clock counts are in one: days, months, milliseconds.
    var factor: Int {
        switch self {
        case .workingDays, .calendarDays, .months, .urgentDays: 1
        case .years: 12
        case .minutes, .officeMinutes, .urgentMinutes: 60_000
        case .hours, .officeHours, .urgentHours: 3_600_000
        }
    }
}

/// Why a text is no limit.
public struct LimitError: Error, Sendable, Hashable, CustomStringConvertible {
    public var message: Bilingual
    public var description: String { self.message.en }
}

extension Limit: CustomStringConvertible {
    public init(_ text: some StringProtocol) throws(LimitError) {
        let bytes = Array(text.utf8)
        let digits = bytes.prefix { (0x30...0x39).contains($0) }
        let unit = String(decoding: bytes.dropFirst(digits.count), as: UTF8.self)
        guard let count = decimal(digits), let known = Unit(rawValue: unit) else {
            throw LimitError(
                message: Bilingual(
                    "“\(text)”不是时限:请写数字加单位 wd、d、mon、y、h、min、oh、omin、uwd、uh、umin,如 20wd。",
                    "\"\(text)\" is no limit: write a number and a unit (wd, d, mon, y, h, min, oh, omin, uwd, uh, umin), such as 20wd"
                )
            )
        }
        guard count <= Self.maximum(of: known) else {
            throw LimitError(
                message: Bilingual(
                    "时限“\(text)”过长,最多 \(Self.maximum(of: known))\(unit)。",
                    "the limit \"\(text)\" is too long; at most \(Self.maximum(of: known))\(unit)"
                )
            )
        }
        self.init(count, known)
    }

    public var description: String { "\(self.count)\(self.unit.rawValue)" }
}
