// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// The days off and the make-up working days of one year's holiday notice.
///
/// A notice may also change days of the year before or after it (31 December 2022 is in the notice for 2023).
public struct CalendarTable: Sendable, Hashable {
    public enum Status: String, Sendable, Hashable {
        /// As published by the General Office of the State Council.
        case official
        /// Statutory days only, until the notice comes.
        case provisional
    }

    public var year: Int
    public var version: Int
    public var status: Status
    public var source: String
    /// Days off, with the name of the holiday.
    public var off: [CivilDay: String]
    /// Saturdays and Sundays that are worked, with the name of the holiday they make up for.
    public var work: [CivilDay: String]
    /// Days off that stand in for another day.
    public var lieu: [CivilDay]

    public init(
        year: Int,
        version: Int,
        status: Status,
        source: String,
        off: [CivilDay: String],
        work: [CivilDay: String] = [:],
        lieu: [CivilDay] = []
    ) {
        self.year = year
        self.version = version
        self.status = status
        self.source = source
        self.off = off
        self.work = work
        self.lieu = lieu
    }
}

extension CalendarTable {
    /// `{year, version, status, source, off: {date: name}, work: {date: name}, lieu: [date]}`.
    public init(json: JSON) throws(CalendarError) {
        func fail(_ zh: String, _ en: String) -> CalendarError { CalendarError(message: Bilingual(zh, en)) }
        guard let year = json["year"]?.integerValue, (1949...9999).contains(year) else {
            throw fail("日历表缺少年份 year(1949–9999)。", "a calendar table needs \"year\", 1949 to 9999")
        }
        guard let version = json["version"]?.integerValue, version >= 1 else {
            throw fail("日历表缺少版本号 version(从 1 起)。", "a calendar table needs \"version\", from 1")
        }
        guard let status = json["status"]?.stringValue.flatMap(Status.init(rawValue:)) else {
            throw fail("status 须为 official 或 provisional。", "\"status\" must be official or provisional")
        }
        func near(_ day: CivilDay) throws(CalendarError) {
            guard abs(day.year - Int(year)) <= 1 else {
                throw fail("\(day) 与 \(year) 年的表相差过远。", "\(day) is too far from the year \(year)")
            }
        }
        func days(_ name: String) throws(CalendarError) -> [CivilDay: String] {
            var days: [CivilDay: String] = [:]
            guard let value = json[name], !value.isNull else { return days }
            guard let object = value.objectValue else {
                throw fail("\(name) 须为“日期:名称”的对象。", "\"\(name)\" must be an object of dates and names")
            }
            for member in object {
                guard let day = CivilDay(member.name) else {
                    throw fail("\(name) 中的“\(member.name)”不是日期。", "\"\(member.name)\" in \"\(name)\" is no date")
                }
                guard let holiday = member.value.stringValue else {
                    throw fail("\(name) 中 \(day) 的名称须为文字。", "the name of \(day) in \"\(name)\" must be a text")
                }
                try near(day)
                days[day] = holiday
            }
            return days
        }
        var lieu: [CivilDay] = []
        if let value = json["lieu"], !value.isNull {
            let days = value.arrayValue?.map { $0.stringValue.flatMap { CivilDay($0) } } ?? [nil]
            for day in days {
                guard let day else { throw fail("lieu 须为日期的数组。", "\"lieu\" must be an array of dates") }
                try near(day)
                lieu.append(day)
            }
        }
        guard json["source"]?.isNull ?? true || json["source"]?.stringValue != nil else {
            throw fail("source 须为文字。", "\"source\" must be a text")
        }
        let off = try days("off")
        let work = try days("work")
        if let both = off.keys.first(where: { work[$0] != nil }) {
            throw fail("\(both) 既放假又上班。", "\(both) is both off and worked")
        }
        self.init(
            year: Int(year),
            version: Int(version),
            status: status,
            source: json["source"]?.stringValue ?? "",
            off: off,
            work: work,
            lieu: lieu
        )
    }

    public var json: JSON {
        func days(_ days: [CivilDay: String]) -> JSON {
            var object = JSONObject()
            for (day, name) in days.sorted(by: { $0.key < $1.key }) {
                object[day.description] = .string(name)
            }
            return .object(object)
        }
        return [
            "year": .integer(Int64(self.year)), "version": .integer(Int64(self.version)),
            "status": .string(self.status.rawValue), "source": .string(self.source), "off": days(self.off),
            "work": days(self.work), "lieu": .array(self.lieu.sorted().map { .string($0.description) }),
        ]
    }
}
