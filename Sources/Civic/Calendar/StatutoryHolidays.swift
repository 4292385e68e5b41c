// SPDX-License-Identifier: Apache-2.0

/// The public holidays that the law itself fixes: known before the notice of a year is out.
///
/// Regulation on Public Holidays for National Annual Festivals and Memorial Days, as revised in 2024: thirteen days a
/// year; those that fall on a weekend are given back on the next working days. The festivals of the Chinese calendar
/// are known for 2008 to 2060; of other years only the holidays with a fixed date.
public enum StatutoryHolidays {
    private struct Festival {
        var name: String
        var days: ClosedRange<Int>
    }

    private static let english = [
        "元旦": "New Year's Day", "春节": "Spring Festival", "清明节": "Tomb-sweeping Day", "劳动节": "Labour Day",
        "端午节": "Dragon Boat Festival", "中秋节": "Mid-autumn Festival", "国庆节": "National Day",
        "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日": "70th Anniversary of Victory",
    ]

    /// The name of a holiday in both languages; one that is not known keeps its own in both.
    public static func bilingual(_ name: String) -> Bilingual { Bilingual(name, self.english[name] ?? name) }

    /// The days off of a year by this rule, weekend days of the festivals and days in lieu included.
    public static func days(of year: Int) -> [CivilDay: Bilingual] {
        var days: [Int: String] = [:]
        var owed: [(festival: Festival, count: Int)] = []
        for festival in self.festivals(of: year) {
            var count = 0
            for day in festival.days {
                // Two festivals on one day are two days off.
                if days[day] != nil || CivilDay(number: day).isWeekend { count += 1 }
                days[day] = days[day] ?? festival.name
            }
            owed.append((festival, count))
        }
        for (festival, count) in owed {
            var day = festival.days.upperBound
            var left = count
            while left > 0 {
                day += 1
                guard days[day] == nil, !CivilDay(number: day).isWeekend else { continue }
                days[day] = festival.name
                left -= 1
            }
        }
        return Dictionary(
            uniqueKeysWithValues: days.map { (CivilDay(number: $0.key), self.bilingual($0.value)) }
        )
    }

    /// The holiday that a day belongs to by this rule, if any.
    public static func name(of day: CivilDay) -> Bilingual? { self.known[day] }

    /// Computed once: the years in which anybody's deadlines fall.
    private static let known: [CivilDay: Bilingual] = (1949...2100).reduce(into: [:]) { known, year in
        known.merge(StatutoryHolidays.days(of: year)) { first, _ in first }
    }

    private static func festivals(of year: Int) -> [Festival] {
        func festival(_ name: String, _ date: Int, before: Int = 0, length: Int) -> Festival? {
            CivilDay(year: year, month: date / 100, day: date % 100).map {
                Festival(name: name, days: ($0.number - before)...($0.number + length - 1))
            }
        }
        let lunar = LunarFestivals.table[year]
        let festivals = [
            festival("元旦", 101, length: 1),
            lunar.flatMap { festival("春节", $0.springFestival, before: 1, length: 3) },
            lunar.flatMap { festival("清明节", $0.qingming, length: 1) },
            festival("劳动节", 501, length: 2),
            lunar.flatMap { festival("端午节", $0.dragonBoat, length: 1) },
            festival("国庆节", 1_001, length: 3),
            lunar.flatMap { festival("中秋节", $0.midAutumn, length: 1) },
        ]
        return festivals.compactMap { $0 }
    }
}
