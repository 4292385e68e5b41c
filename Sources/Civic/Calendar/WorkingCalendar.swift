// SPDX-License-Identifier: Apache-2.0

/// Which days are worked: weekends and holidays are not, make-up days are.
///
/// Made of the tables of the years known. For a year without a table the weekends and the ``StatutoryHolidays`` are
/// taken, and what is computed on it is provisional; nothing fails at the border of a year. Within the years known
/// adding and counting take the same time whatever the number of days.
public struct WorkingCalendar: Sendable, Hashable {
    public let tables: [Int: CalendarTable]
    private let off: [CivilDay: String]
    private let work: [CivilDay: String]
    /// The first and last year with a table; working days between them are counted by ``sums``.
    private let first: CivilDay
    private let last: CivilDay
    /// `sums[i]`: working days from ``first`` up to, not including, `first + i`.
    private let sums: [Int32]
    /// The running number of each working day's place: `places[k]` is the offset from ``first`` of the k-th.
    private let places: [Int32]

    /// - Parameter tables: of one year only the one with the highest version counts.
    public init(tables: some Sequence<CalendarTable>) {
        var byYear: [Int: CalendarTable] = [:]
        for table in tables where (byYear[table.year]?.version ?? 0) <= table.version {
            byYear[table.year] = table
        }
        self.tables = byYear
        var off: [CivilDay: String] = [:]
        var work: [CivilDay: String] = [:]
        for (_, table) in byYear.sorted(by: { $0.key < $1.key }) {
            // A later notice may change days of the year before.
            for (day, name) in table.off {
                off[day] = name
                work[day] = nil
            }
            for (day, name) in table.work {
                work[day] = name
                off[day] = nil
            }
        }
        self.off = off
        self.work = work
        let years = byYear.keys.sorted()
        self.first = CivilDay(year: years.first ?? 2022, month: 1, day: 1) ?? CivilDay(number: 0)
        self.last = CivilDay(year: years.last ?? 2021, month: 12, day: 31) ?? CivilDay(number: -1)
        var sums: [Int32] = [0]
        var places: [Int32] = []
        if self.first <= self.last {
            for offset in 0...(self.last.number - self.first.number) {
                let works = Self.works(self.first.adding(days: offset), off: off, work: work, tables: byYear)
                if works { places.append(Int32(offset)) }
                sums.append(Int32(places.count))
            }
        }
        self.sums = sums
        self.places = places
    }

    private static func works(
        _ day: CivilDay,
        off: [CivilDay: String],
        work: [CivilDay: String],
        tables: [Int: CalendarTable]
    ) -> Bool {
        if work[day] != nil { return true }
        if off[day] != nil { return false }
        if day.isWeekend { return false }
        return tables[day.year] != nil || StatutoryHolidays.name(of: day) == nil
    }

    public func isWorkingDay(_ day: CivilDay) -> Bool {
        if day >= self.first, day <= self.last {
            let offset = day.number - self.first.number
            return self.sums[offset] != self.sums[offset + 1]
        }
        return Self.works(day, off: self.off, work: self.work, tables: self.tables)
    }

    /// Whether the day may yet change, because the official table of its year is missing; for the last week of a year,
    /// also when that of the next is: its notice may move working days across New Year.
    public func isProvisional(_ day: CivilDay) -> Bool {
        self.isProvisional(year: day.year)
            || (day.month == 12 && day.day >= 25 && self.isProvisional(year: day.year + 1))
    }

    func isProvisional(year: Int) -> Bool { self.tables[year]?.status != .official }

    /// The name of the holiday, or of the holiday that a make-up day makes up for, if the day is one.
    public func name(of day: CivilDay) -> String? { self.holiday(of: day)?.zh }

    /// The same in both languages.
    public func holiday(of day: CivilDay) -> Bilingual? {
        if let name = self.off[day] ?? self.work[day] { return StatutoryHolidays.bilingual(name) }
        return self.tables[day.year] == nil ? StatutoryHolidays.name(of: day) : nil
    }

    /// The first working day on or after a day.
    public func onOrAfter(_ day: CivilDay) -> CivilDay {
        var day = day
        while !self.isWorkingDay(day) { day = day.adding(days: 1) }
        return day
    }

    /// The last working day on or before a day.
    public func onOrBefore(_ day: CivilDay) -> CivilDay {
        var day = day
        while !self.isWorkingDay(day) { day = day.adding(days: -1) }
        return day
    }

    /// The working day that is the `count`-th after a day; the day itself is not counted.
    ///
    /// - Parameter count: 0 gives the day itself, working or not; negative counts go back.
    public func adding(workingDays count: Int, to day: CivilDay) -> CivilDay {
        if count == 0 { return day }
        if count > 0, day >= self.first, day < self.last {
            // Working days up to and including `day`, as the place of the next one.
            let place = Int(self.sums[day.number - self.first.number + 1]) + count - 1
            if place < self.places.count { return self.first.adding(days: Int(self.places[place])) }
        }
        if count < 0, day > self.first, day <= self.last {
            // Working days before `day`.
            let place = Int(self.sums[day.number - self.first.number]) + count
            if place >= 0 { return self.first.adding(days: Int(self.places[place])) }
        }
        var day = day
        var left = abs(count)
        while left > 0 {
            day = day.adding(days: count > 0 ? 1 : -1)
            if self.isWorkingDay(day) { left -= 1 }
        }
        return day
    }

    /// Working days after `start` up to and including `end`; negative when `end` is earlier.
    public func workingDays(after start: CivilDay, through end: CivilDay) -> Int {
        if end < start { return -self.workingDays(after: end, through: start) }
        if start >= self.first, end <= self.last {
            return Int(self.sums[end.number - self.first.number + 1])
                - Int(self.sums[start.number - self.first.number + 1])
        }
        var count = 0
        var day = start.adding(days: 1)
        while day <= end {
            if self.isWorkingDay(day) { count += 1 }
            day = day.adding(days: 1)
        }
        return count
    }

    /// Working days of a year.
    public func workingDays(in year: Int) -> Int {
        guard let start = CivilDay(year: year, month: 1, day: 1), let end = CivilDay(year: year, month: 12, day: 31)
        else { return 0 }
        return self.workingDays(after: start.adding(days: -1), through: end)
    }

    // Recurring days

    /// The last working day of an ISO week; `nil` when the whole week is off.
    public func lastWorkingDay(ofISOYear year: Int, week: Int) -> CivilDay? {
        let monday = CivilDay.monday(isoYear: year, week: week)
        return (0...6).reversed().lazy.map { monday.adding(days: $0) }.first { self.isWorkingDay($0) }
    }

    /// Day `day` of a month, or the month's last, rolled forward to a working day.
    public func monthly(day: Int, year: Int, month: Int) -> CivilDay? {
        let length = CivilDay.daysInMonth(year: year, month: month)
        return CivilDay(year: year, month: month, day: min(day, length)).map { self.onOrAfter($0) }
    }

    /// A month and day of every year, rolled forward to a working day; 29 February is the 28th of other years.
    public func annual(month: Int, day: Int, year: Int) -> CivilDay? {
        guard (1...12).contains(month), day >= 1,
            day <= (month == 2 ? 29 : CivilDay.daysInMonth(year: year, month: month))
        else { return nil }
        return self.monthly(day: day, year: year, month: month)
    }

    /// The last working day of a quarter, 1 to 4.
    public func quarterEnd(year: Int, quarter: Int) -> CivilDay? {
        let month = quarter * 3
        guard (1...4).contains(quarter) else { return nil }
        return CivilDay(year: year, month: month, day: CivilDay.daysInMonth(year: year, month: month))
            .map { self.onOrBefore($0) }
    }
}

extension CivilDay {
    /// The n-th such weekday of a month, such as the third Sunday of May; `nil` when the month has fewer.
    public static func nth(_ n: Int, _ weekday: Weekday, year: Int, month: Int) -> CivilDay? {
        guard n >= 1, let first = CivilDay(year: year, month: month, day: 1) else { return nil }
        let ahead = (weekday.rawValue - first.weekday.rawValue + 7) % 7
        return CivilDay(year: year, month: month, day: 1 + ahead + (n - 1) * 7)
    }
}
