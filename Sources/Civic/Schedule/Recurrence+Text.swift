// SPDX-License-Identifier: Apache-2.0

extension Recurrence: CustomStringConvertible {
    /// Reads what ``description`` prints, such as `weekly.lastwd(16:00)`, `monthly.day(5 09:00)` or
    /// `daily(06:00) in 06-15..09-15`. A time that is left out is 00:00.
    public init(_ text: some StringProtocol) throws(RecurrenceError) {
        var body = Substring(text)
        var season: Season?
        if let end = body.lastIndex(of: ")"), end != body.indices.last {
            let rest = body[body.index(after: end)...].split(separator: " ")
            guard rest.count == 2, rest[0] == "in", let read = Season(rest[1]) else {
                throw RecurrenceError(
                    "季节须写作 in 06-15..09-15",
                    "a season is written as in 06-15..09-15"
                )
            }
            season = read
            body = body[...end]
        }
        var name = body
        var inside: Substring = ""
        if let start = body.firstIndex(of: "("), body.last == ")" {
            name = body[..<start]
            inside = body[body.index(after: start)...].dropLast()
        }
        let rule: Rule
        if name == "cron" {
            rule = .cron(try CronExpression(inside))
        } else {
            guard let read = Self.rule(name, inside.split(separator: " ")) else {
                throw RecurrenceError(
                    "“\(text)”不是定时规则;例如 weekly.lastwd(16:00)、monthly.day(5 09:00)、cron(0 9 * * 1-5)",
                    "\"\(text)\" is no recurrence; such as weekly.lastwd(16:00), monthly.day(5 09:00), cron(0 9 * * 1-5)"
                )
            }
            rule = read
        }
        self.init(rule, season: season)
        if let fault = self.fault { throw fault }
    }

    /// What is wrong with its numbers; `nil` when nothing is.
    public var fault: RecurrenceError? {
        func outside(_ what: (String, String), _ range: String) -> RecurrenceError {
            RecurrenceError("\(what.0)须为 \(range)", "\(what.1) must be \(range)")
        }
        switch self.rule {
        case .weekly(let days, _): return days.isEmpty ? RecurrenceError("没有星期", "it names no weekday") : nil
        case .everyDays(let count, _, _):
            return (1...366).contains(count) ? nil : outside(("天数", "the number of days"), "1-366")
        case .monthlyWorkingDay(let n, _):
            return n != 0 && (-23...23).contains(n) ? nil : outside(("工作日序号", "the working day"), "1-23, -1--23")
        case .monthlyDay(let n, _), .afterQuarter(let n, _):
            return (1...31).contains(n) ? nil : outside(("日", "the day"), "1-31")
        case .annual(let month, let day, _):
            let exists = Season(from: (month, day), to: (month, day)) != nil
            return exists ? nil : RecurrenceError("没有 \(month) 月 \(day) 日", "there is no day \(day) in month \(month)")
        case .annualWeekday(let n, _, let month, _):
            guard (1...12).contains(month) else { return outside(("月", "the month"), "1-12") }
            return (1...5).contains(n) ? nil : outside(("第几个", "the number of the weekday"), "1-5")
        case .everyMinutes(let step, let from, let through):
            guard from.second.isMultiple(of: 60), through.second.isMultiple(of: 60) else {
                return RecurrenceError("时段须为整分钟", "the window is given in whole minutes")
            }
            return (1...1_440).contains(step) ? nil : outside(("分钟数", "the number of minutes"), "1-1440")
        case .sun(_, let offset):
            return (-720...720).contains(offset) ? nil : outside(("偏移分钟", "the offset in minutes"), "-720-720")
        case .weeklyLastWorkingDay, .daily, .everyWorkingDay, .quarterEnd, .cron: return nil
        }
    }

    public var description: String {
        let rule =
            switch self.rule {
            case .weeklyLastWorkingDay(let time): "weekly.lastwd(\(time))"
            case .weekly(let days, let time):
                "weekly.day(\(Self.weekdays.filter { days.contains($0.1) }.map(\.0).joined(separator: ",")) \(time))"
            case .daily(let time): "daily(\(time))"
            case .everyWorkingDay(let time): "daily.wd(\(time))"
            case .everyDays(let count, let from, let time): "every(\(count)d \(from) \(time))"
            case .monthlyWorkingDay(let n, let time): "monthly.wd(\(n) \(time))"
            case .monthlyDay(let n, let time): "monthly.day(\(n) \(time))"
            case .quarterEnd(let time): "quarter.end(\(time))"
            case .afterQuarter(let n, let time): "quarter.after(\(n) \(time))"
            case .annual(let month, let day, let time): "annual(\(padded(month, 2))-\(padded(day, 2)) \(time))"
            case .annualWeekday(let n, let weekday, let month, let time):
                "annual.day(\(padded(month, 2)) \(n) \(Self.weekdays[weekday.rawValue - 1].0) \(time))"
            case .everyMinutes(let step, let from, let through): "every(\(step)min \(from)-\(through))"
            case .sun(let event, let offset): "\(event.rawValue)(\(offset < 0 ? "" : "+")\(offset)min)"
            case .cron(let cron): "cron(\(cron))"
            }
        return self.season.map { "\(rule) in \($0)" } ?? rule
    }

    static let weekdays: [(String, CivilDay.Weekday)] = [
        ("mon", .monday), ("tue", .tuesday), ("wed", .wednesday), ("thu", .thursday), ("fri", .friday),
        ("sat", .saturday), ("sun", .sunday),
    ]

    private static func weekday(_ text: Substring) -> CivilDay.Weekday? {
        self.weekdays.first { $0.0 == text }?.1
    }

    /// A number with its unit, such as `15min`.
    private static func count(_ text: Substring, _ unit: String) -> Int? {
        guard text.hasSuffix(unit) else { return nil }
        return decimal(Array(text.utf8.dropLast(unit.utf8.count)))
    }

    private static func signed(_ text: Substring, _ unit: String = "") -> Int? {
        if text.hasPrefix("-") { return self.count(text.dropFirst(), unit).map { -$0 } }
        return self.count(text.hasPrefix("+") ? text.dropFirst() : text, unit)
    }

    private static func rule(_ name: Substring, _ words: [Substring]) -> Rule? {
        if name == "sunrise" || name == "sunset" {
            guard words.count <= 1, let event = SolarDay.Event(rawValue: String(name)) else { return nil }
            return (words.first.map { self.signed($0, "min") } ?? 0).map { .sun(event, offsetMinutes: $0) }
        }
        if name == "every", let step = words.first.flatMap({ self.count($0, "min") }) {
            guard words.count == 2 else {
                let last = TimeOfDay(hour: 23, minute: 59)
                return words.count == 1 ? last.map { .everyMinutes(step, from: .midnight, through: $0) } : nil
            }
            let ends = words[1].split(separator: "-", omittingEmptySubsequences: false)
            guard ends.count == 2, let from = TimeOfDay(ends[0]), let through = TimeOfDay(ends[1]) else { return nil }
            return .everyMinutes(step, from: from, through: through)
        }
        var rest = words
        var time = TimeOfDay.midnight
        if let last = rest.last, last.contains(":") {
            guard let read = TimeOfDay(last) else { return nil }
            time = read
            rest.removeLast()
        }
        switch (name, rest.count) {
        case ("weekly.lastwd", 0): return .weeklyLastWorkingDay(at: time)
        case ("daily", 0): return .daily(at: time)
        case ("daily.wd", 0): return .everyWorkingDay(at: time)
        case ("quarter.end", 0): return .quarterEnd(at: time)
        case ("weekly.day", 1):
            let names = rest[0].split(separator: ",", omittingEmptySubsequences: false)
            let days = names.compactMap { self.weekday($0) }
            return days.count == names.count ? .weekly(on: Set(days), at: time) : nil
        case ("every", 2):
            guard let count = self.count(rest[0], "d"), let from = CivilDay(rest[1]) else { return nil }
            return .everyDays(count, from: from, at: time)
        case ("monthly.wd", 1): return self.signed(rest[0]).map { .monthlyWorkingDay($0, at: time) }
        case ("monthly.day", 1): return self.count(rest[0], "").map { .monthlyDay($0, at: time) }
        case ("quarter.after", 1): return self.count(rest[0], "").map { .afterQuarter(day: $0, at: time) }
        case ("annual", 1): return MonthDay(rest[0]).map { .annual(month: $0.month, day: $0.day, at: time) }
        case ("annual.day", 3):
            guard let month = self.count(rest[0], ""), let n = self.count(rest[1], ""),
                let weekday = self.weekday(rest[2])
            else { return nil }
            return .annualWeekday(n, weekday, month: month, at: time)
        default: return nil
        }
    }
}
