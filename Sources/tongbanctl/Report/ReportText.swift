// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// A report as a table on a terminal: the same report gives the same bytes.
enum ReportText {
    static func table(_ document: ReportDocument, _ console: Console) -> String {
        func text(_ both: Bilingual) -> String { console.text(both.zh, both.en) }
        var head = "\(text(document.name)) \(document.period)"
        if let version = document.version { head += console.text(" 第 \(version) 版", " version \(version)") }
        if let at = document.at { head += console.text("(\(at) 时)", " (at \(at))") }
        var lines = [head]
        if let reason = document.reason { lines.append(console.text("重报理由:", "restated because: ") + reason) }
        var table = Table("", rightAligned: [])
        table.header = [""]
        for column in document.columns {
            let unit = column.isShare && column.isMean != true ? "%" : column.unit.map(text) ?? ""
            table.header.append(text(column.name) + (unit.isEmpty ? "" : console.text("(\(unit))", " (\(unit))")))
        }
        table.rightAligned = Set(1...max(1, document.columns.count))
        func cells(_ cells: [ReportDocument.Cell]) -> [String] {
            zip(document.columns, cells).map { column, cell in
                let shown = text(cell.text(isShare: column.isShare))
                guard column.isShare, let n = cell.n, let d = cell.d else { return shown }
                return "\(n)/\(d) \(shown)"
            }
        }
        for row in document.rows + [document.total] {
            table.rows.append([text(row.name)] + cells(row.cells))
            if let before = row.before {
                table.rows.append(["  " + (document.comparedWith ?? "")] + cells(before))
            }
        }
        lines.append(table.text)
        for adjustment in document.adjustments {
            let name = document.columns.first { $0.id == adjustment.figure }.map { text($0.name) } ?? adjustment.figure
            let delta = adjustment.delta > 0 ? "+\(adjustment.delta)" : String(adjustment.delta)
            lines.append(
                console.text("调整 ", "adjustment of ") + "\(adjustment.period) \(name) \(delta): \(adjustment.reason)"
            )
        }
        if let limit = document.hideBelow {
            lines.append(
                console.text(
                    "* 小于 \(limit) 的数及可推出它的数不显示",
                    "* counts below \(limit), and those that would give them away, are not shown"
                )
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
