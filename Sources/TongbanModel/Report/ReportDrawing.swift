// SPDX-License-Identifier: Apache-2.0

import Civic

/// Draws a report as SVG: bars that lie, one group for each row, or lines from row to row.
///
/// Counts and shares have no common axis: where a report has both, its counts are drawn. A column that no row has a value
/// of is not drawn. Coordinates are whole numbers,
/// so that the same report gives the same bytes.
struct ReportDrawing {
    private static let colours = ["#1f5fa8", "#d9822b", "#3a8f5c", "#a33a5e", "#6b5ca5", "#5f6b73"]
    private static let width = 800
    private static let labels = 190
    private static let right = 110

    private let document: ReportDocument
    private let language: Language
    /// Which columns are drawn.
    private let columns: [Int]
    private let rows: [ReportDocument.Row]
    private let step: Int64
    private let top: Int64

    init(_ document: ReportDocument, in language: Language) {
        self.document = document
        self.language = language
        let rows = document.rows.isEmpty ? [document.total] : document.rows
        // A published value stands in the total only.
        let known = document.columns.indices.filter { column in
            rows.contains { $0.cells[column].n != nil || $0.cells[column].hidden == true }
        }
        let counts = known.filter { !document.columns[$0].isShare }
        let shares = known.filter { document.columns[$0].isShare && document.columns[$0].isMean != true }
        let columns = counts.isEmpty ? (shares.isEmpty ? known : shares) : counts
        self.columns = columns
        self.rows = rows
        let heights = rows.flatMap { row in columns.compactMap { Self.height(row.cells[$0], document, $0) } }
        (self.step, self.top) = Self.axis(to: max(heights.max() ?? 0, 1))
    }

    private static func height(_ cell: ReportDocument.Cell, _ document: ReportDocument, _ column: Int) -> Int64? {
        guard let n = cell.n, n >= 0 else { return nil }
        guard document.columns[column].isShare else { return n }
        guard let d = cell.d, d > 0 else { return nil }
        guard document.columns[column].isMean == true else { return Percentage(n, of: d).hundredths }
        return n / d * 100 + (n % d) * 100 / d
    }

    /// At most five steps of 1, 2 or 5 times a power of ten.
    static func axis(to highest: Int64) -> (step: Int64, top: Int64) {
        var power: Int64 = 1
        while true {
            for factor: Int64 in [1, 2, 5] {
                let (step, tooFar) = power.multipliedReportingOverflow(by: factor)
                guard !tooFar, step <= .max / 5 else { return (highest, highest) }
                if step * 5 >= highest { return (step, (highest + step - 1) / step * step) }
            }
            power *= 10
        }
    }

    private func text(_ both: Bilingual) -> String { self.language == .chinese ? both.zh : both.en }

    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\t", "\n", "\r": result += " "
            // XML 1.0 has no place for them, not even escaped.
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private func length(_ value: Int64, of whole: Int) -> Int {
        Int(Double(value) / Double(self.top) * Double(whole) + 0.5)
    }

    private func label(_ x: Int, _ y: Int, _ text: String, _ anchor: String = "start", size: Int = 12) -> String {
        "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(size)\" text-anchor=\"\(anchor)\">\(Self.escaped(text))</text>\n"
    }

    private func tick(_ value: Int64) -> String {
        guard self.columns.allSatisfy({ self.document.columns[$0].isShare }) else { return String(value) }
        let text = value % 100 == 0 ? "\(value / 100)" : "\(Percentage(value, of: 10_000))"
        return self.columns.contains { self.document.columns[$0].isMean == true } ? text : text + " %"
    }

    var svg: String {
        let isLines = self.document.chart == .lines && self.rows.count > 1
        let plotTop = 66 + 20 * ((self.columns.count + 2) / 3)
        let barHeight = self.columns.count > 3 ? 10 : 16
        let group = barHeight * self.columns.count + 14
        let plotHeight = isLines ? 280 : group * self.rows.count
        let height = plotTop + plotHeight + 50
        let title = "\(self.text(self.document.name)) \(self.document.period)"
        var body = self.head(title, height)
        body += self.legend()
        body += isLines ? self.lines(plotTop, plotHeight) : self.bars(plotTop, group, barHeight, plotHeight)
        if self.rows.contains(where: { row in self.columns.contains { row.cells[$0].hidden == true } }) {
            body += self.label(
                16,
                height - 10,
                self.text(Bilingual("* 过小的数不显示", "* small counts are hidden")),
                size: 11
            )
        }
        return body + "</g>\n</svg>\n"
    }

    private func head(_ title: String, _ height: Int) -> String {
        let sentences = (self.rows).map { row in
            let cells = self.columns.map { column in
                "\(self.text(self.document.columns[column].name)) \(self.shown(row.cells[column], column))"
            }
            return "\(self.text(row.name)): \(cells.joined(separator: ", "))"
        }
        let size = "width=\"\(Self.width)\" height=\"\(height)\" viewBox=\"0 0 \(Self.width) \(height)\""
        let language = self.language == .chinese ? "zh-CN" : "en"
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" \(size) role="img" aria-labelledby="t d" xml:lang="\(language)">
            <title id="t">\(Self.escaped(title))</title>
            <desc id="d">\(Self.escaped(sentences.joined(separator: "; ")))</desc>
            <defs><pattern id="h" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
            <rect width="6" height="6" fill="#ffffff"/><rect width="2" height="6" fill="#9aa3a8"/></pattern></defs>
            <rect width="\(Self.width)" height="\(height)" fill="#ffffff"/>
            <g font-family="sans-serif" fill="#222222">

            """ + self.label(16, 32, title, size: 18)
    }

    private func shown(_ cell: ReportDocument.Cell, _ column: Int) -> String {
        let isShare = self.document.columns[column].isShare
        let text = self.text(cell.text(isShare: isShare))
        return isShare && cell.mean != true && cell.hidden != true && text != "—" ? "\(text) %" : text
    }

    private func legend() -> String {
        var result = ""
        for (place, column) in self.columns.enumerated() {
            let (x, y) = (16 + place % 3 * 260, 50 + place / 3 * 20)
            let unit = self.document.columns[column].unit.map {
                self.language == .chinese ? "(\($0.zh))" : " (\($0.en))"
            }
            result += "<rect x=\"\(x)\" y=\"\(y)\" width=\"12\" height=\"12\" fill=\"\(Self.colour(place))\"/>\n"
            result += self.label(x + 18, y + 11, self.text(self.document.columns[column].name) + (unit ?? ""))
        }
        return result
    }

    private static func colour(_ place: Int) -> String { self.colours[place % self.colours.count] }

    private func bars(_ plotTop: Int, _ group: Int, _ barHeight: Int, _ plotHeight: Int) -> String {
        let plot = Self.width - Self.labels - Self.right
        var result = ""
        for value in stride(from: 0, through: self.top, by: Int64.Stride(self.step)) {
            let x = Self.labels + self.length(value, of: plot)
            result += "<path d=\"M\(x) \(plotTop)V\(plotTop + plotHeight)\" stroke=\"#d5dadd\"/>\n"
            result += self.label(x, plotTop + plotHeight + 16, self.tick(value), "middle", size: 11)
        }
        for (index, row) in self.rows.enumerated() {
            let start = plotTop + index * group + 7
            let middle = start + barHeight * self.columns.count / 2 + 4
            result += self.label(Self.labels - 8, middle, Self.short(self.text(row.name)), "end")
            for (place, column) in self.columns.enumerated() {
                let (cell, y) = (row.cells[column], start + place * barHeight)
                let height = Self.height(cell, self.document, column)
                let long = cell.hidden == true ? 40 : height.map { self.length($0, of: plot) } ?? 0
                let fill = cell.hidden == true ? "url(#h)" : Self.colour(place)
                result += "<rect x=\"\(Self.labels)\" y=\"\(y)\" width=\"\(long)\" height=\"\(barHeight - 2)\""
                result += " fill=\"\(fill)\"/>\n"
                result += self.label(
                    Self.labels + long + 5,
                    y + barHeight - 4,
                    self.shown(cell, column),
                    size: min(11, barHeight)
                )
            }
        }
        return result + "<path d=\"M\(Self.labels) \(plotTop)v\(plotHeight)\" stroke=\"#222222\"/>\n"
    }

    /// A label that fits: a wide character counts for two.
    private static func short(_ text: String) -> String {
        var (result, room) = ("", 26)
        for character in text {
            room -= character.utf8.count > 2 ? 2 : 1
            guard room >= 0 else { return result + "…" }
            result.append(character)
        }
        return result
    }

    private func lines(_ plotTop: Int, _ plotHeight: Int) -> String {
        let left = 90
        let plot = Self.width - left - 40
        var result = ""
        for value in stride(from: 0, through: self.top, by: Int64.Stride(self.step)) {
            let y = plotTop + plotHeight - self.length(value, of: plotHeight)
            result += "<path d=\"M\(left) \(y)H\(left + plot)\" stroke=\"#d5dadd\"/>\n"
            result += self.label(left - 8, y + 4, self.tick(value), "end", size: 11)
        }
        func x(_ index: Int) -> Int { left + plot * index / (self.rows.count - 1) }
        let every = (self.rows.count + 11) / 12
        for (index, row) in self.rows.enumerated() where index % every == 0 {
            result += self.label(
                x(index),
                plotTop + plotHeight + 18,
                Self.short(self.text(row.name)),
                "middle",
                size: 11
            )
        }
        for (place, column) in self.columns.enumerated() {
            var path = ""
            var dots = ""
            var isBroken = true
            for (index, row) in self.rows.enumerated() {
                guard let height = Self.height(row.cells[column], self.document, column) else {
                    isBroken = true
                    continue
                }
                let y = plotTop + plotHeight - self.length(height, of: plotHeight)
                path += "\(isBroken ? "M" : "L")\(x(index)) \(y)"
                dots += "<circle cx=\"\(x(index))\" cy=\"\(y)\" r=\"3\" fill=\"\(Self.colour(place))\"/>\n"
                isBroken = false
            }
            if !path.isEmpty {
                result += "<path d=\"\(path)\" fill=\"none\" stroke=\"\(Self.colour(place))\" stroke-width=\"2\"/>\n"
            }
            result += dots
        }
        return result
    }
}

extension ReportDocument {
    /// The report drawn, with a title and a description for those who cannot see it; no fonts are fetched.
    public func svg(in language: Language) -> String { ReportDrawing(self, in: language).svg }
}
