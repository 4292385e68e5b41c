// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// The minutes of the day at which offices are open: by season, on working days; and those at which somebody is on duty
/// for urgent matters, on every day.
public struct OfficeHours: Sendable, Hashable {
    /// A span of a day, in minutes since midnight; the end is not included.
    public struct Segment: Sendable, Hashable {
        public var start: Int
        public var end: Int

        public init(start: Int, end: Int) {
            self.start = start
            self.end = end
        }
    }

    /// The hours of a part of the year, from its first to its last day inclusive; it may run over New Year.
    public struct Season: Sendable, Hashable {
        public var fromMonth: Int
        public var fromDay: Int
        public var toMonth: Int
        public var toDay: Int
        public var segments: [Segment]
        /// The days of the week it is for; `nil` for all that are worked.
        public var weekdays: Set<CivilDay.Weekday>?

        public init(
            from: (Int, Int),
            to: (Int, Int),
            segments: [Segment],
            weekdays: Set<CivilDay.Weekday>? = nil
        ) {
            self.fromMonth = from.0
            self.fromDay = from.1
            self.toMonth = to.0
            self.toDay = to.1
            self.segments = segments
            self.weekdays = weekdays
        }

        func contains(_ day: CivilDay) -> Bool {
            if let weekdays, !weekdays.contains(day.weekday) { return false }
            let key = (day.month, day.day)
            let from = (self.fromMonth, self.fromDay)
            let to = (self.toMonth, self.toDay)
            return from <= to ? key >= from && key <= to : key >= from || key <= to
        }
    }

    /// The first that contains a day holds for it.
    public var seasons: [Season]
    /// The hours of duty (紧急工作时), of any day, worked or not; the first that contains a day holds for it. With none,
    /// somebody is on duty round the clock.
    public var dutySeasons: [Season]

    public init(seasons: [Season], dutySeasons: [Season] = []) {
        self.seasons = seasons
        self.dutySeasons = dutySeasons
    }

    /// 08:00–12:00 and 14:30–17:30, in June to September 15:00–18:00 in the afternoon.
    public static let standard = OfficeHours(seasons: [
        Season(
            from: (10, 1),
            to: (5, 31),
            segments: [Segment(start: 480, end: 720), Segment(start: 870, end: 1_050)]
        ),
        Season(
            from: (6, 1),
            to: (9, 30),
            segments: [Segment(start: 480, end: 720), Segment(start: 900, end: 1_080)]
        ),
    ])

    /// The open spans of a day that is worked, in order.
    public func segments(on day: CivilDay) -> [Segment] {
        self.seasons.first { $0.contains(day) }?.segments ?? []
    }

    /// The spans of a day, worked or not, at which somebody is on duty.
    public func dutySegments(on day: CivilDay) -> [Segment] {
        if self.dutySeasons.isEmpty { return [Segment(start: 0, end: 1_440)] }
        return self.dutySeasons.first { $0.contains(day) }?.segments ?? []
    }
}

extension OfficeHours {
    /// `{"seasons": [{"from": "10-01", "to": "05-31", "segments": ["08:00-12:00", "14:30-17:30"]}]}`; a season may
    /// have `"weekdays": [1, 3]`, Monday being 1. The first season that contains a day holds for it. `"duty"`, a list of
    /// the same form, gives the hours of duty for urgent matters; without it they are round the clock.
    public init(json: JSON) throws(CalendarError) {
        self.init(
            seasons: try Self.seasons(json["seasons"]),
            dutySeasons: json["duty"].map { $0.isNull } ?? true ? [] : try Self.seasons(json["duty"])
        )
    }

    private static func seasons(_ value: JSON?) throws(CalendarError) -> [Season] {
        func fail(_ zh: String, _ en: String) -> CalendarError { CalendarError(message: Bilingual(zh, en)) }
        func pair(_ text: String?, _ separator: Character) -> (Int, Int)? {
            guard let parts = text?.split(separator: separator, omittingEmptySubsequences: false), parts.count == 2,
                let first = decimal(parts[0].utf8), let second = decimal(parts[1].utf8)
            else { return nil }
            return (first, second)
        }
        guard let list = value?.arrayValue, !list.isEmpty else {
            throw fail("办公时间缺少 seasons。", "office hours need \"seasons\"")
        }
        var seasons: [Season] = []
        for season in list {
            guard let from = pair(season["from"]?.stringValue, "-"), let to = pair(season["to"]?.stringValue, "-"),
                CivilDay(year: 2024, month: from.0, day: from.1) != nil,
                CivilDay(year: 2024, month: to.0, day: to.1) != nil
            else { throw fail("from、to 须为“月-日”。", "\"from\" and \"to\" must be month-day") }
            var segments: [Segment] = []
            for value in season["segments"]?.arrayValue ?? [] {
                let ends = (value.stringValue ?? "").split(separator: "-", omittingEmptySubsequences: false)
                guard ends.count == 2, let start = pair(String(ends[0]), ":"), let end = pair(String(ends[1]), ":"),
                    start.0 <= 24, start.1 < 60, end.0 <= 24, end.1 < 60
                else { throw fail("时段须为“08:00-12:00”。", "a segment must read as 08:00-12:00") }
                let segment = Segment(start: start.0 * 60 + start.1, end: end.0 * 60 + end.1)
                guard segment.start < segment.end, segment.end <= 1_440,
                    segment.start >= (segments.last?.end ?? 0)
                else { throw fail("时段须依次排列、不得重叠。", "segments must be in order and not overlap") }
                segments.append(segment)
            }
            guard !segments.isEmpty else { throw fail("缺少时段 segments。", "\"segments\" are missing") }
            var weekdays: Set<CivilDay.Weekday>?
            if let value = season["weekdays"], !value.isNull {
                let numbers = value.arrayValue?.map { $0.integerValue ?? 0 } ?? []
                let days = numbers.compactMap { CivilDay.Weekday(rawValue: Int(clamping: $0)) }
                guard !days.isEmpty, days.count == numbers.count else {
                    throw fail("weekdays 须为 1(周一)至 7 的数组。", "\"weekdays\" must be numbers from 1, Monday, to 7")
                }
                weekdays = Set(days)
            }
            seasons.append(Season(from: from, to: to, segments: segments, weekdays: weekdays))
        }
        return seasons
    }

    public var json: JSON {
        var json: JSON = ["seasons": Self.json(self.seasons)]
        if !self.dutySeasons.isEmpty { json["duty"] = Self.json(self.dutySeasons) }
        return json
    }

    private static func json(_ seasons: [Season]) -> JSON {
        func clock(_ minutes: Int) -> String { "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))" }
        return .array(
            seasons.map { season in
                var json: JSON = [
                    "from": .string("\(padded(season.fromMonth, 2))-\(padded(season.fromDay, 2))"),
                    "to": .string("\(padded(season.toMonth, 2))-\(padded(season.toDay, 2))"),
                    "segments": .array(season.segments.map { .string("\(clock($0.start))-\(clock($0.end))") }),
                ]
                if let weekdays = season.weekdays {
                    json["weekdays"] = .array(weekdays.map(\.rawValue).sorted().map { .integer(Int64($0)) })
                }
                return json
            }
        )
    }
}
