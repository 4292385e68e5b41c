// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Foundation
import Testing

@testable import TongbanModel

@Suite("Periods, figures and reports")
struct ReportModelTests {
    @Test(
        "A period reads back as it was written, and knows its days",
        arguments: [
            ("2022-07-12", "2022-07-12", "2022-07-12"), ("2022-W28", "2022-07-11", "2022-07-17"),
            ("2020-W53", "2020-12-28", "2021-01-03"), ("2022-07", "2022-07-01", "2022-07-31"),
            ("2024-02", "2024-02-01", "2024-02-29"), ("2022-Q2", "2022-04-01", "2022-06-30"),
            ("2022-H2", "2022-07-01", "2022-12-31"), ("2022", "2022-01-01", "2022-12-31"),
            ("2022-01-01..2022-06-30", "2022-01-01", "2022-06-30"), ("..2022-07-13", nil, "2022-07-13"),
        ] as [(String, String?, String)]
    )
    func periods(_ text: String, _ first: String?, _ last: String) throws {
        let period = try #require(ReportPeriod(text))
        #expect(period.description == text)
        #expect(period.first?.description == first)
        #expect(period.last.description == last)
        #expect(period.contains(period.last) && !period.contains(period.last.adding(days: 1)))
        if let first = period.first { #expect(!period.contains(first.adding(days: -1))) }
    }

    @Test(
        "What names no period is none",
        arguments: [
            "", "2022-13", "2022-00", "2022-Q5", "2022-Q0", "2022-H3", "2022-W53", "2022-W00", "22", "2022-7",
            "2022-02-30", "2022-06-30..2022-01-01", "..", "2022..", "0000", "9999",
        ]
    )
    func noPeriods(_ text: String) { #expect(ReportPeriod(text) == nil) }

    @Test(
        "The period before, and a year before",
        arguments: [
            ("2022-07", "2022-06", "2021-07"), ("2022-Q1", "2021-Q4", "2021-Q1"), ("2022-W01", "2021-W52", "2021-W01"),
            ("2022-07-01..2022-07-10", "2022-06-21..2022-06-30", "2021-07-01..2021-07-10"),
            ("2020-W53", "2020-W52", nil), ("..2022-07-13", nil, "..2021-07-13"), ("2022-H1", "2021-H2", "2021-H1"),
        ] as [(String, String?, String?)]
    )
    func comparisons(_ text: String, _ previous: String?, _ year: String?) throws {
        let period = try #require(ReportPeriod(text))
        #expect(period.previous?.description == previous)
        #expect(period.yearBefore?.description == year)
    }

    @Test(
        "Published shares follow from their whole numbers",
        arguments: [
            (22_231, 28_313, "78.52"), (12, 25, "48.00"), (12, 272, "4.41"), (37, 42, "88.10"), (31, 42, "73.81"),
            (10, 42, "23.81"), (130, 575, "22.61"), (5, 6, "83.33"), (7, 0, "—"), (0, 7, "0.00"),
        ] as [(Int64, Int64, String)]
    )
    func shares(_ n: Int64, _ d: Int64, _ text: String) {
        #expect(ReportDocument.Cell(n: n, d: d).text(isShare: true).zh == text)
    }

    @Test("Distinct persons are fewer than cases, and a person in two rows counts once in the total")
    func distinct() throws {
        let period = try #require(ReportPeriod("2022-07"))
        let rows = ReportDeclaration.Rows(kind: .town, field: "_area")
        var persons = FigureTally(
            FigureDeclaration(id: "p", name: Bilingual("人", "persons"), source: .cases, of: "x", distinct: "who"),
            in: period,
            by: rows
        )
        var cases = FigureTally(
            FigureDeclaration(id: "c", name: Bilingual("件", "cases"), source: .cases, of: "x"),
            in: period,
            by: rows
        )
        for (who, area, day) in [
            ("a", "340602101001", "2022-07-01"), ("a", "340602101002", "2022-07-31"),
            ("a", "340602102001", "2022-07-05"),
            ("b", "340602102001", "2022-06-30"), ("b", "340602102001", "2022-08-01"),
        ] {
            let values: JSON = ["who": .string(who), "_area": .string(area), "_opened": .string(day)]
            try persons.take(values)
            try cases.take(values)
        }
        #expect(persons.whole == 1 && cases.whole == 3)
        #expect(persons.keys == ["340602101000", "340602102000"])
        #expect(persons.number(of: "340602101000") == 1 && cases.number(of: "340602101000") == 2)
    }

    @Test("A report states the figures of the page as they were published, and its shares follow from them")
    func pageFigures() throws {
        var folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(
            separator: "/"
        )
        folder += "/seeds/page-figures.json"
        let page = try JSON(parsing: Array(try String(contentsOfFile: folder, encoding: .utf8).utf8))
        var figures: [FigureDeclaration] = []
        for figure in try #require(page["figures"]?.arrayValue) {
            let qualifier = try #require(
                figure["qualifier"]?.stringValue.flatMap(Approximate.Qualifier.init(rawValue:))
            )
            let stated = FigureDeclaration.Stated(
                from: try #require(CivilDay("2022-07-01")),
                value: try #require(figure["value"]?.integerValue),
                qualifier: qualifier,
                source: "报纸"
            )
            figures.append(
                FigureDeclaration(
                    id: try #require(figure["id"]?.stringValue),
                    name: try #require(figure["name"].flatMap { Bilingual(json: $0) }),
                    source: .stated,
                    stated: [stated]
                )
            )
        }
        let shares = [
            ("credit.rated-a", "credit.rated", "78.52"), ("employment.direct", "employment.hardship", "48.00"),
            ("employment.direct", "employment.seekers", "4.41"),
            ("employment.interns", "employment.internship-posts", "22.61"), ("credit.used", "credit.granted", "62.02"),
            ("credit.fund", "credit.granted", "1.29"), ("credit.fund", "credit.used", "2.08"),
            ("credit.granted-households", "credit.rated-a", "约39.13"),
        ]
        let plain = figures.map(\.id)
        for (n, d, _) in shares {
            let name = Bilingual("占比", "share")
            figures.append(.init(id: "\(n)/\(d)", name: name, source: .share, numerator: n, denominator: d))
        }
        let ids = shares.map { "\($0.0)/\($0.1)" }
        let report = ReportDeclaration(id: "page", name: Bilingual("版面", "Page"), figures: plain + ids)
        let bureau = BureauDeclaration(
            id: "page",
            name: Bilingual("版面", "Page"),
            summary: Bilingual("", ""),
            prefix: "BM",
            roles: [],
            items: [],
            figures: figures,
            reports: [report]
        )
        let assembly = try #require(ReportAssembly("page", of: bureau))
        func total(_ period: String) throws -> [ReportDocument.Cell] {
            let period = try #require(ReportPeriod(period))
            return assembly.document(of: "page", period: period, tallies: assembly.tallies(in: period)).total.cells
        }
        let cells = try total("2022-07")
        for (cell, figure) in zip(cells, figures.prefix(plain.count)) {
            #expect(cell.n == figure.stated?[0].value && cell.qualifier == figure.stated?[0].qualifier)
        }
        for (cell, share) in zip(cells.suffix(shares.count), shares) {
            #expect(cell.text(isShare: true).zh == share.2, "\(share)")
        }
        // Before anything was stated there is no figure, and no share of nothing.
        #expect(try total("2022-06").allSatisfy { $0.text(isShare: false).zh == "—" })
    }

    @Test("A declaration with as many figures as a report takes is sound, with one more it is not")
    func columns() {
        func faults(_ count: Int, hideBelow: Int? = nil, isPublic: Bool? = nil) -> [DeclarationCheck.Fault] {
            let figures = (0..<count).map {
                FigureDeclaration(id: "f\($0)", name: Bilingual("数", "n"), source: .journal, of: "case.opened")
            }
            let report = ReportDeclaration(
                id: "r",
                name: Bilingual("表", "r"),
                figures: figures.map(\.id),
                hideBelow: hideBelow,
                isPublic: isPublic
            )
            return DeclarationCheck.faults(
                in: BureauDeclaration(
                    id: "b",
                    name: Bilingual("部", "b"),
                    summary: Bilingual("", ""),
                    prefix: "BB",
                    roles: [],
                    items: [],
                    figures: figures,
                    reports: [report]
                )
            )
        }
        #expect(faults(DeclarationCheck.reportColumns).isEmpty)
        #expect(faults(DeclarationCheck.reportColumns + 1).count == 1)
        #expect(faults(0).count == 1)
        #expect(faults(1, hideBelow: 3).isEmpty && faults(1, hideBelow: 100).isEmpty)
        #expect(faults(1, hideBelow: 2).count == 1 && faults(1, hideBelow: 101).count == 1)
        #expect(faults(1, isPublic: true).count == 1 && faults(1, hideBelow: 5, isPublic: true).isEmpty)
    }

    @Test("A sum as great as a number can be is kept, a greater one is told")
    func sums() throws {
        let figure = FigureDeclaration(id: "s", name: Bilingual("和", "sum"), source: .register, of: "r", sum: "fen")
        var tally = FigureTally(figure, in: try #require(ReportPeriod("2022")), by: nil)
        try tally.take(["fen": .integer(.max - 1)])
        try tally.take(["fen": 1])
        #expect(tally.whole == .max && !tally.isOverfull)
        try tally.take(["fen": 1])
        #expect(tally.isOverfull)
    }

    /// All tables that somebody who knows the rules could believe in, given what is shown.
    private static func possible(_ cells: [Int64], total: Int64, below limit: Int) -> [[Int64]] {
        let shown = SmallCells.hidden(cells, total: total, below: limit)
        var found: [[Int64]] = []
        func fill(_ table: [Int64]) {
            guard table.count < cells.count else {
                let sum = table.reduce(0, +)
                if !shown.total, sum != total { return }
                if SmallCells.hidden(table, total: sum, below: limit) == shown { found.append(table) }
                return
            }
            guard shown.cells.contains(table.count) else { return fill(table + [cells[table.count]]) }
            for value: Int64 in 0...(shown.total ? 6 : 15) { fill(table + [value]) }
        }
        fill([])
        return found
    }

    @Test("No hidden count can be worked out, not even by somebody who knows how they are hidden")
    func smallCells() {
        for a: Int64 in 0...5 {
            for b: Int64 in 0...5 {
                for c: Int64 in 0...5 {
                    let cells = [a, b, c]
                    let hidden = SmallCells.hidden(cells, total: a + b + c, below: 3)
                    for index in cells.indices where cells[index] > 0 && cells[index] < 3 {
                        #expect(hidden.cells.contains(index))
                    }
                    let tables = Self.possible(cells, total: a + b + c, below: 3)
                    #expect(tables.contains(cells))
                    for index in hidden.cells {
                        #expect(Set(tables.map { $0[index] }).count > 1, "\(cells) \(hidden)")
                    }
                }
            }
        }
    }

    @Test("A count at the limit is shown, one below it is not, and nothing is hidden without need")
    func limit() {
        #expect(SmallCells.hidden([5, 9], total: 14, below: 5) == .init())
        #expect(SmallCells.hidden([4, 9, 30], total: 43, below: 5) == .init(cells: [0, 1]))
        #expect(SmallCells.hidden([0, 0], total: 0, below: 5) == .init())
        #expect(SmallCells.hidden([4, 0], total: 4, below: 5) == .init(cells: [0], total: true))
    }

    private func sample(hideBelow: Int? = nil) throws -> ReportDocument {
        let figures = [
            FigureDeclaration(
                id: "a",
                name: Bilingual("A级以上", "A and above"),
                source: .register,
                of: "r",
                filter: ["in": [["var": "g"], ["AAA", "AA", "A"]]]
            ),
            FigureDeclaration(id: "all", name: Bilingual("评级户", "rated"), source: .register, of: "r"),
            FigureDeclaration(
                id: "share",
                name: Bilingual("占比", "share"),
                source: .share,
                numerator: "a",
                denominator: "all"
            ),
            FigureDeclaration(
                id: "said",
                name: Bilingual("授信户", "granted"),
                source: .stated,
                stated: [
                    .init(from: try #require(CivilDay("2022-07-01")), value: 8_700, qualifier: .moreThan, source: "报纸")
                ]
            ),
        ]
        let report = ReportDeclaration(
            id: "t",
            name: Bilingual("信用<村>", "Credit <village>"),
            figures: ["a", "all", "share", "said"],
            rows: .init(kind: .value, field: "v", rows: [.init(id: "z", name: Bilingual("=朱庄", "=Zhuzhuang"))]),
            chart: .bars,
            hideBelow: hideBelow
        )
        let bureau = BureauDeclaration(
            id: "credit",
            name: Bilingual("信用", "Credit"),
            summary: Bilingual("", ""),
            prefix: "XY",
            roles: [],
            registers: [.init(id: "r", name: Bilingual("户", "r"), key: "k", fields: [])],
            items: [],
            figures: figures,
            reports: [report]
        )
        let assembly = try #require(ReportAssembly("t", of: bureau))
        let period = try #require(ReportPeriod("2022-07"))
        var tallies = assembly.tallies(in: period)
        for (village, grade) in [
            ("甲", "A"), ("甲", "B"), ("甲", "AAA"), ("乙", "AA"), ("丙", "A"), ("丙", "A"), ("丙", "C"), ("丙", "A"),
            ("丙", "A"),
        ] {
            for index in tallies.indices { try tallies[index].take(["v": .string(village), "g": .string(grade)]) }
        }
        return assembly.document(of: "credit", period: period, tallies: tallies)
    }

    @Test("Rows that are declared are there with 0, shares of nothing are —, qualifiers stay")
    func document() throws {
        let document = try self.sample()
        #expect(document.rows.map(\.id) == ["z", "丙", "乙", "甲"])
        #expect(document.rows[0].cells[2].text(isShare: true).zh == "—")
        #expect(document.total.cells[2] == .init(n: 7, d: 9))
        #expect(document.total.cells[3].text(isShare: false) == Bilingual("8700余", "more than 8700"))
        #expect(try document.json() == self.sample().json())
        #expect(try JSON(encoding: document).decoded(as: ReportDocument.self) == document)
    }

    @Test("A share is hidden with its parts")
    func hiddenShare() throws {
        let document = try self.sample(hideBelow: 3)
        for row in document.rows + [document.total] {
            #expect(row.cells[0].hidden == row.cells[2].hidden && row.cells[1].hidden == row.cells[2].hidden)
            if row.cells[2].hidden == true { #expect(row.cells[2].n == nil && row.cells[2].d == nil) }
        }
        #expect(document.rows[2].cells[0].hidden == true)
    }

    @Test("CSV keeps formulas from running and has a mark when asked")
    func csv() throws {
        let document = try self.sample()
        let lines = document.csv(in: .chinese).split(separator: "\r\n")
        #expect(lines[0] == "id,项目,A级以上,评级户,占比 n,占比 d,占比 %,授信户")
        #expect(lines[1] == "z,'=朱庄,0,0,0,0,—,—")
        #expect(lines[5] == "total,合计,7,9,7,9,77.78,8700余")
        #expect(document.csv(in: .chinese, withMark: true).unicodeScalars.first == "\u{FEFF}")
    }

    @Test("A drawing has round ticks, escaped words, and no bar for what is hidden")
    func drawing() throws {
        let svg = try self.sample(hideBelow: 3).svg(in: .chinese)
        #expect(!svg.contains("授信户"))
        var lines = try self.sample()
        lines.chart = .lines
        #expect(lines.svg(in: .english).contains("stroke-width=\"2\""))
        #expect(svg.contains("信用&lt;村&gt; 2022-07"))
        #expect(svg.contains("url(#h)"))
        #expect(try svg == self.sample(hideBelow: 3).svg(in: .chinese))
        #expect(ReportDrawing.axis(to: 1) == (1, 1))
        #expect(ReportDrawing.axis(to: 5) == (1, 5))
        #expect(ReportDrawing.axis(to: 6) == (2, 6))
        #expect(ReportDrawing.axis(to: 949) == (200, 1_000))
        #expect(ReportDrawing.axis(to: .max).top == .max)
        #expect(ReportDrawing.escaped("a\u{1}\"'") == "a\u{FFFD}&quot;&#39;")
    }
}
