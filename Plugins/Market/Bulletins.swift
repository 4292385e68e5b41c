// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import TongbanModel

/// What is told of the work: the situation every day, the coordination report every week, the statistics every month.
extension Market {
    static var bulletins: Register {
        Register("bulletin", "简报", "Bulletins", key: "report", and: ["period"], indexed: ["made_on"]) {
            Field("report", "报表", "Report").required()
            Field("period", "时期", "Period").required()
            Field("made_on", "生成日期", "Made on", .date).required()
            Field("late_by", "迟发(分钟)", "Late by minutes", .integer)
            Field("figures", "数字", "Figures", .any).required()
            Field("rows", "分行数字", "Rows", .any)
        }
    }

    @ListBuilder<any BureauPart>
    static var bulletinSchedules: [any BureauPart] {
        let rules = RuleBook.current
        Schedule(
            "summary",
            "每日情况汇总",
            "Daily summary",
            "daily(\(rules.text("summary.at")))",
            submits: "bulletin",
            with: ["report": "daily"]
        )
        Schedule(
            "coordination",
            "每周调度报告",
            "Weekly coordination report",
            "weekly.lastwd(\(rules.text("coordination.at")))",
            submits: "bulletin",
            with: ["report": "tracks"]
        )
        Schedule(
            "statistics",
            "月度统计",
            "Monthly statistics",
            "monthly.day(\(max(1, rules.integer("statistics.day"))) \(rules.text("statistics.at")))",
            submits: "bulletin",
            with: ["report": "monthly", "of": "previous"]
        )
    }

    /// Works the report out, keeps it as a bulletin and tells the head. A week without working days is covered by the next
    /// run, which names both.
    static var writeBulletin: Handler {
        Handler("bulletin", "生成简报", "Write a bulletin") { task, daemon in
            guard let report = task.payload["report"]?.stringValue,
                let own = (task.payload["of"] == "previous" ? task.payload["previous"] : task.payload["period"])?
                    .stringValue
            else { throw TaskFailure("the task names no report or period", isFatal: true) }
            let weeks = task.payload["weeks"]?.arrayValue?.compactMap(\.stringValue) ?? []
            var effects: [Effect] = []
            for period in weeks.isEmpty ? [own] : weeks {
                let document = try await daemon.report(report, period)
                effects.append(
                    .put(
                        register: "bulletin",
                        key: "\(report)|\(period)",
                        record: [
                            "report": .string(report), "period": .string(period),
                            "made_on": .string(task.today.description),
                            "late_by": .integer((task.payload["lateBy"]?.integerValue ?? 0) / 60_000),
                            "figures": Self.figures(of: document.total, in: document),
                            "rows": Self.rows(of: document),
                        ]
                    )
                )
                effects.append(
                    .notify(
                        to: "head",
                        text: Bilingual(
                            "\(document.name.zh) \(period) 已生成。",
                            "\(document.name.en) \(period) is there."
                        ),
                        topic: "bulletin.\(report)"
                    )
                )
            }
            return effects
        }
    }

    /// The cells of a row as they are printed, by figure: `—` where nothing is known.
    private static func figures(of row: ReportDocument.Row, in document: ReportDocument) -> JSON {
        var figures = JSONObject()
        for (column, cell) in zip(document.columns, row.cells) {
            figures[column.id] = .string(cell.text(isShare: column.isShare).en)
        }
        return .object(figures)
    }

    private static func rows(of document: ReportDocument) -> JSON {
        var rows = JSONObject()
        for row in document.rows { rows[row.id] = self.figures(of: row, in: document) }
        return .object(rows)
    }
}
