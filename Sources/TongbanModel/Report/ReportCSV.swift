// SPDX-License-Identifier: Apache-2.0

import Civic

extension ReportDocument {
    /// RFC 4180 with a header line. A share has three columns: numerator, denominator and per cent; a mean has the quotient
    /// in the place of per cent.
    ///
    /// - Parameter withMark: a byte order mark in front, by which some table programs know UTF-8.
    public func csv(in language: Language, withMark: Bool = false) -> String {
        func text(_ both: Bilingual) -> String { language == .chinese ? both.zh : both.en }
        var header = ["id", text(Bilingual("项目", "name"))]
        for column in self.columns {
            let name = text(column.name)
            if column.isShare {
                header += ["\(name) n", "\(name) d", column.isMean == true ? "\(name) n/d" : "\(name) %"]
            } else {
                header.append(name)
            }
        }
        func cells(_ cells: [Cell]) -> [String] {
            zip(self.columns, cells).flatMap { column, cell in
                let shown = text(cell.text(isShare: column.isShare))
                guard column.isShare else { return [shown] }
                let parts = [cell.n, cell.d].map { $0.map(String.init) ?? (cell.hidden == true ? "*" : "—") }
                return parts + [shown]
            }
        }
        var lines = [header.map(Self.guarded)]
        for row in self.rows + [self.total] {
            lines.append([Self.guarded(row.id), Self.guarded(text(row.name))] + cells(row.cells))
            if let before = row.before {
                let name = "\(text(row.name)) \(self.comparedWith ?? "")"
                lines.append(
                    [Self.guarded("\(row.id)@\(self.comparedWith ?? "")"), Self.guarded(name)] + cells(before)
                )
            }
        }
        for adjustment in self.adjustments {
            let own = self.columns.flatMap { column -> [String] in
                let shown = column.id == adjustment.figure ? String(adjustment.delta) : ""
                return column.isShare ? [shown, "", ""] : [shown]
            }
            let name = "\(text(Bilingual("调整", "adjustment of"))) \(adjustment.period): \(adjustment.reason)"
            lines.append(["adjustment", Self.guarded(name)] + own)
        }
        let body = lines.map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
        return (withMark ? "\u{FEFF}" : "") + body
    }

    /// A text that a table program would take for a formula, with an apostrophe in front (OWASP, CSV injection).
    static func guarded(_ cell: String) -> String {
        guard let first = cell.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else { return cell }
        return "'" + cell
    }

    private static func quoted(_ cell: String) -> String {
        guard cell.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return cell }
        return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
