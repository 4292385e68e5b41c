// SPDX-License-Identifier: Apache-2.0

/// Five fields of crontab(5): minute, hour, day of month, month, day of week.
///
/// `*`, numbers, names (`jan`, `mon`), ranges, lists and steps; Sunday is 0 or 7; a range may go over the end of a week or
/// year. When both the day of the month and the day of the week are restricted, that is, neither begins with `*`, a day
/// fits that fits either. `@hourly`, `@daily`, `@midnight`, `@weekly`, `@monthly`, `@yearly` and `@annually` are known.
public struct CronExpression: Sendable, Hashable, CustomStringConvertible {
    public let description: String
    let minutes: [Int]
    let hours: [Int]
    private let days: Set<Int>
    private let months: Set<Int>
    /// 0 is Sunday.
    private let weekdays: Set<Int>
    private let takesEither: Bool
    /// Whether it runs all around the clock, so that an hour that is sprung over is left out.
    let isOfEveryHour: Bool

    private static let nicknames = [
        "@hourly": "0 * * * *", "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@weekly": "0 0 * * 0",
        "@monthly": "0 0 1 * *", "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *",
    ]
    private static let monthNames = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    private static let weekdayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

    public init(_ text: some StringProtocol) throws(RecurrenceError) {
        let words = text.lowercased().split(whereSeparator: { $0 == " " || $0 == "\t" })
        let source = words.joined(separator: " ")
        if source.hasPrefix("@"), Self.nicknames[source] == nil {
            throw RecurrenceError("不认识 \(source)", "\(source) is not known")
        }
        let fields = (Self.nicknames[source] ?? source).split(separator: " ")
        guard fields.count == 5 else {
            throw RecurrenceError(
                "cron 须有五个字段:分 时 日 月 星期,现有 \(fields.count) 个",
                "cron has five fields, minute hour day month weekday; here are \(fields.count)"
            )
        }
        self.description = source
        self.minutes = try Self.values(fields[0], 0...59).sorted()
        self.hours = try Self.values(fields[1], 0...23).sorted()
        self.days = try Self.values(fields[2], 1...31)
        self.months = try Self.values(fields[3], 1...12, names: Self.monthNames)
        self.weekdays = Set(try Self.values(fields[4], 0...7, names: Self.weekdayNames).map { $0 % 7 })
        self.takesEither = !fields[2].hasPrefix("*") && !fields[4].hasPrefix("*")
        self.isOfEveryHour = self.hours.count == 24
    }

    /// Whether it runs on a day.
    func fits(_ day: CivilDay) -> Bool {
        guard self.months.contains(day.month) else { return false }
        let ofMonth = self.days.contains(day.day)
        let ofWeek = self.weekdays.contains(day.weekday.rawValue % 7)
        return self.takesEither ? ofMonth || ofWeek : ofMonth && ofWeek
    }

    private static func values(
        _ field: Substring,
        _ range: ClosedRange<Int>,
        names: [String] = []
    ) throws(RecurrenceError) -> Set<Int> {
        var found: Set<Int> = []
        for part in field.split(separator: ",", omittingEmptySubsequences: false) {
            found.formUnion(try Self.part(part, range, names))
        }
        return found
    }

    private static func part(
        _ part: Substring,
        _ range: ClosedRange<Int>,
        _ names: [String]
    ) throws(RecurrenceError) -> Set<Int> {
        let wrong = RecurrenceError(
            "“\(part)”不是 \(range.lowerBound) 至 \(range.upperBound) 的字段",
            "\"\(part)\" is no field from \(range.lowerBound) to \(range.upperBound)"
        )
        func number(_ text: Substring) throws(RecurrenceError) -> Int {
            if let index = names.firstIndex(of: String(text)) { return index + range.lowerBound }
            guard let value = decimal(Array(text.utf8)), range.contains(value) else { throw wrong }
            return value
        }
        let halves = part.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        var step = 1
        if halves.count == 2 {
            guard let value = decimal(Array(halves[1].utf8)), value >= 1 else { throw wrong }
            step = value
        }
        var first = range.lowerBound
        var last = range.upperBound
        if halves[0] != "*" {
            let ends = halves[0].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
            first = try number(ends[0])
            // `5/15` goes on to the end, as in most crons.
            if ends.count == 2 { last = try number(ends[1]) } else if halves.count == 1 { last = first }
        } else if range == 0...7 {
            last = 6
        }
        guard first > last else { return Set(stride(from: first, through: last, by: step)) }
        // Over the end: `fri-mon`, `22-2`. Sunday as 7 is the 0 after Saturday.
        let size = range == 0...7 ? 7 : range.count
        return Set(
            stride(from: first, through: last + size, by: step).map { value in
                (value - range.lowerBound) % size + range.lowerBound
            }
        )
    }
}
