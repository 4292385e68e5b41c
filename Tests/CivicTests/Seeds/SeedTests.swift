// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing

@Suite("Seeds: calendar, areas, persons, figures")
struct SeedTests {
    /// Days off as published by the State Council, and make-up days, by month and day.
    static let notices: [(year: Int, off: String, work: String)] = [
        (
            2022, "01-01~01-03 01-31~02-06 04-03~04-05 04-30~05-04 06-03~06-05 09-10~09-12 10-01~10-07 12-31",
            "01-29 01-30 04-02 04-24 05-07 10-08 10-09"
        ),
        (
            2023, "01-01~01-02 01-21~01-27 04-05 04-29~05-03 06-22~06-24 09-29~10-06 12-30~12-31",
            "01-28 01-29 04-23 05-06 06-25 10-07 10-08"
        ),
        (
            2024, "01-01 02-10~02-17 04-04~04-06 05-01~05-05 06-10 09-15~09-17 10-01~10-07",
            "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12"
        ),
        (
            2025, "01-01 01-28~02-04 04-04~04-06 05-01~05-05 05-31~06-02 10-01~10-08",
            "01-26 02-08 04-27 09-28 10-11"
        ),
        (
            2026, "01-01~01-03 02-15~02-23 04-04~04-06 05-01~05-05 06-19~06-21 09-25~09-27 10-01~10-07",
            "01-04 02-14 02-28 05-09 09-20 10-10"
        ),
    ]

    @Test("The tables of 2022 to 2026 hold the days of the published notices", arguments: notices.map(\.year))
    func noticed(year: Int) throws {
        let notice = try #require(Self.notices.first { $0.year == year })
        var off: Set<CivilDay> = []
        for span in notice.off.split(separator: " ") {
            let ends = try span.split(separator: "~").map { try day("\(year)-\($0)") }
            var date = ends[0]
            while date <= ends[ends.count - 1] {
                off.insert(date)
                date = date.adding(days: 1)
            }
        }
        let work = Set(try notice.work.split(separator: " ").map { try day("\(year)-\($0)") })
        let tables = try SeedFiles.calendarTables()
        #expect(Set(tables.flatMap(\.off.keys).filter { $0.year == year }) == off)
        #expect(Set(tables.flatMap(\.work.keys).filter { $0.year == year }) == work)
    }

    @Test("Every year from 2004 has a table, the last one provisional")
    func years() throws {
        let tables = try SeedFiles.calendarTables()
        #expect(tables.map(\.year) == Array(2004...2027))
        #expect(tables.filter { $0.status == .provisional }.map(\.year) == [2027])
        #expect(tables.allSatisfy { !$0.source.isEmpty })
    }

    @Test("Office hours are the standard ones")
    func officeHours() throws {
        #expect(try OfficeHours(json: try SeedFiles.json("office-hours.json")) == .standard)
    }

    @Test("Every area has a code of its own, a name, and a parent among the areas")
    func areas() throws {
        let areas = try #require(try SeedFiles.json("areas.json")["areas"]?.arrayValue)
        let codes = try areas.map { try AreaCode(try #require($0["code"]?.stringValue)) }
        #expect(Set(codes).count == codes.count)
        for (area, code) in zip(areas, codes) {
            let name = area["name"].flatMap { Bilingual(json: $0) }
            #expect(name?.zh.isEmpty == false && name?.en.isEmpty == false, "\(code)")
            if let parent = area["parent"]?.stringValue {
                #expect(codes.contains { $0.text == parent }, "\(code)")
            }
        }
        let villages = areas.filter { $0["code"]?.stringValue?.count == 12 }
        let shitai = villages.filter { $0["code"]?.stringValue?.hasPrefix("340602101") == true }
        #expect(shitai.count == 8)
        #expect(shitai.count { $0["provisional"]?.boolValue == true } == 1)
        #expect(villages.count { $0["code"]?.stringValue?.hasPrefix("340602102") == true } == 11)
        let names = Set(villages.compactMap { $0["name"]?["zh"]?.stringValue })
        #expect(names.isSuperset(of: ["官庄村", "白顶山村", "梧桐村", "高岳社区", "水泥厂社区", "朱庄社区", "杜集社区", "毛场村"]))
        #expect(areas.contains { $0["code"] == "340602002009" && $0["codeFrom"] == "published" })
    }

    @Test("Persons have ids of their own and areas that exist; four eyes are to be had in every bureau")
    func persons() throws {
        let persons = try #require(try SeedFiles.json("persons.json")["persons"]?.arrayValue)
        let ids = persons.compactMap { $0["id"]?.stringValue }
        #expect(ids.count == persons.count)
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } })
        let areas = try Self.areaCodes()
        for person in persons {
            #expect(person["roles"]?.arrayValue?.isEmpty == false)
            #expect(person["name"]?.stringValue?.isEmpty == false)
            if let area = person["area"]?.stringValue { #expect(areas.contains(area)) }
        }
        func holders(_ role: String) -> Int {
            persons.count { $0["roles"]?.arrayValue?.contains(.string(role)) == true }
        }
        for bureau in ["market", "medical", "disability", "congress"] {
            #expect(holders("\(bureau):bureau") >= 2)
            #expect(holders("\(bureau):head") >= 2)
            #expect(holders("\(bureau):town") >= 12)
        }
        for role in ["village", "finance", "auditor", "sysadmin", "secadmin", "logadmin", "market:inspector"] {
            #expect(holders(role) >= 1, "\(role)")
        }
        #expect(holders("medical:expert") >= 3)
        #expect(holders("congress:deputy") == 14)
        #expect(["city", "district", "town"].map { holders("congress:level-\($0)") } == [2, 4, 8])
        #expect(holders("citizen") == 3)
        let administrators = persons.filter { person in
            ["sysadmin", "secadmin", "logadmin"].contains { person["roles"]?.arrayValue?.contains(.string($0)) == true }
        }
        #expect(administrators.allSatisfy { $0["roles"]?.arrayValue?.count == 1 }, "nobody holds two of them")
        #expect(Set(ids).isSuperset(of: ["market.clerk", "market.head", "medical.expert1", "congress.deputy1"]))
    }

    @Test("Every case of the demonstration names a bureau, an item, and a person and an area that exist")
    func cases() throws {
        let persons = try #require(try SeedFiles.json("persons.json")["persons"]?.arrayValue)
        let ids = Set(persons.compactMap { $0["id"]?.stringValue })
        let areas = try Self.areaCodes()
        for seed in try #require(try SeedFiles.json("cases.json")["cases"]?.arrayValue) {
            let bureau = try #require(seed["bureau"]?.stringValue)
            #expect(["market", "medical", "disability", "congress"].contains(bureau))
            #expect(seed["item"]?.stringValue?.isEmpty == false)
            #expect(seed["data"]?.objectValue != nil)
            if let person = seed["as"] { #expect(ids.contains(try #require(person.stringValue))) }
            if let area = seed["area"] { #expect(areas.contains(try #require(area.stringValue))) }
        }
    }

    @Test("Figures of the page have ids of their own and a qualifier that is known")
    func figures() throws {
        let figures = try #require(try SeedFiles.json("page-figures.json")["figures"]?.arrayValue)
        #expect(Set(figures.compactMap { $0["id"]?.stringValue }).count == figures.count)
        for figure in figures {
            #expect(figure["qualifier"]?.stringValue.flatMap(Approximate.Qualifier.init(rawValue:)) != nil)
            #expect((figure["value"]?.integerValue ?? 0) > 0)
            #expect(figure["name"].flatMap { Bilingual(json: $0) } != nil)
        }
        func value(_ id: String) -> Int64? { figures.first { $0["id"] == .string(id) }?["value"]?.integerValue }
        #expect(value("market.teams") == 7)
        #expect(value("congress.villages") == 8)
        #expect(value("credit.granted") == 38_700_000_000)
        let rated = Percentage(try #require(value("credit.rated-a")), of: try #require(value("credit.rated")))
        #expect(rated.hundredths == value("credit.rated-a-share"))
        #expect(try #require(value("employment.subsidy")) / #require(value("employment.persons")) == 200_000)
    }

    @Test("The seeds are what their generators write", .enabled(if: Python.path != nil))
    func generated() throws {
        let program = """
            import filecmp, os, subprocess, sys, tempfile
            seeds = "\(SeedFiles.root)"
            with tempfile.TemporaryDirectory() as folder:
                for name in ("generate.py", "calendar_tables.py"):
                    subprocess.run([sys.executable, "-B", f"{seeds}/../etc/seeds/{name}", folder], check=True)
                for parent, _, names in os.walk(seeds):
                    for name in names:
                        path = os.path.relpath(os.path.join(parent, name), seeds)
                        made = os.path.join(folder, path)
                        same = os.path.exists(made) and filecmp.cmp(made, os.path.join(seeds, path), shallow=False)
                        print(path, "same" if same else "differs")
            """
        let lines = try Python.lines(program)
        #expect(lines.count > 30)
        #expect(
            Set(lines.filter { $0.hasSuffix(" differs") }) == ["README.md differs", "cases.json differs"],
            "these two are written by hand"
        )
    }

    static func areaCodes() throws -> Set<String> {
        let areas = try #require(try SeedFiles.json("areas.json")["areas"]?.arrayValue)
        return Set(areas.compactMap { $0["code"]?.stringValue })
    }
}
