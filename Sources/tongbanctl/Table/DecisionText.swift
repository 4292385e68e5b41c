// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import TongbanModel

/// Tables, score cards and their results in words.
enum DecisionText {
    enum Declared {
        case table(DecisionTable)
        case card(ScoreCard)
    }

    /// Reads a file with a table, or with a score card, which has groups.
    static func read(_ path: String, _ console: Console) throws -> Declared {
        let bytes = try contents(of: path)
        do {
            let json = try JSON(parsing: bytes)
            return json["groups"] != nil ? .card(try json.decoded()) : .table(try json.decoded())
        } catch {
            console.complain("\(path) 不是决策表或评分卡:\(error)", "\(path) is no table and no score card: \(error)")
            throw ExitCode(1)
        }
    }

    static func inputs(_ arguments: [String]) throws -> JSONObject {
        var inputs = JSONObject()
        for argument in arguments {
            guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else {
                throw UsageError("\(argument): NAME=VALUE / 须为 名称=值")
            }
            let text = String(argument[argument.index(after: equals)...])
            inputs[String(argument[..<equals])] = (try? JSON(parsing: text)) ?? .string(text)
        }
        return inputs
    }

    static func show(_ table: DecisionTable, _ format: DecisionFormat, _ console: Console) {
        let language = console.language
        if format.format == .table {
            let collect = table.collect.map { " \($0.rawValue)" } ?? ""
            console.line(
                "\(table.id)  \(table.name.text(language))  \(table.policy.rawValue)\(collect)  \(table.effectiveFrom)"
            )
            if let source = table.source { console.line(source) }
        }
        let hasRules = table.rows.contains { $0.if != nil }
        var shown = Table("#")
        shown.header += table.inputs.map { $0.name.text(language) }
        if hasRules { shown.header.append(console.text("条件", "RULE")) }
        shown.header += table.outputs.map { "→ \($0.name.text(language))" }
        shown.header.append(console.text("说明", "NOTE"))
        for row in table.rows {
            var cells = [row.id] + table.inputs.map { row.when[$0.id] ?? "-" }
            if hasRules { cells.append(row.if?.text ?? "") }
            cells += table.outputs.map { Self.plain(row.then[$0.id] ?? .null) }
            shown.rows.append(cells + [row.note?.text(language) ?? ""])
        }
        if let otherwise = table.otherwise {
            var cells = [console.text("其他", "otherwise")] + table.inputs.map { _ in "" }
            if hasRules { cells.append("") }
            shown.rows.append(cells + table.outputs.map { Self.plain(otherwise[$0.id] ?? .null) } + [""])
        }
        format.print(shown, console)
    }

    static func show(_ card: ScoreCard, _ format: DecisionFormat, _ console: Console) {
        let language = console.language
        if format.format == .table {
            console.line("\(card.id)  \(card.name.text(language))  \(card.effectiveFrom)")
            if let source = card.source { console.line(source) }
        }
        var shown = Table(
            console.text("分组", "GROUP"),
            console.text("评分项", "CRITERION"),
            console.text("名称", "NAME"),
            console.text("分值", "POINTS"),
            rightAligned: []
        )
        for group in card.groups {
            for criterion in group.criteria {
                let points: String
                if let steps = criterion.steps {
                    points = steps.map { "\($0.when) → \(DecisionKind.written(hundredths: $0.points))" }
                        .joined(separator: "; ")
                } else {
                    let each = DecisionKind.written(hundredths: criterion.points ?? 0)
                    let count = criterion.count.map { " × \($0.text)" } ?? ""
                    points = each + count + (criterion.of.map { " / \($0.text)" } ?? "")
                }
                let bounds = Self.bounds(criterion.minimum, criterion.maximum)
                shown.add(group.id, criterion.id, criterion.name.text(language), points + bounds)
            }
            if group.minimum != nil || group.maximum != nil {
                shown.add(
                    group.id,
                    "",
                    console.text("合计限额", "together"),
                    Self.bounds(group.minimum, group.maximum)
                )
            }
        }
        for veto in card.vetoes ?? [] {
            shown.add(console.text("一票否决", "VETO"), veto.id, veto.name.text(language), veto.if.text)
        }
        for band in card.bands ?? [] { shown.add(console.text("等级", "GRADE"), band.grade, "", band.when) }
        format.print(shown, console)
    }

    private static func bounds(_ minimum: Int64?, _ maximum: Int64?) -> String {
        guard minimum != nil || maximum != nil else { return "" }
        let ends = [minimum, maximum].map { $0.map(DecisionKind.written(hundredths:)) ?? "" }
        return " [\(ends[0])..\(ends[1])]"
    }

    static func show(_ result: DecisionResult, _ console: Console) {
        Self.show(
            value: result.value,
            isScore: result.isScore,
            rows: result.rows,
            lines: result.lines.map { ($0.holds, $0.text(console.language)) },
            console
        )
    }

    static func show(_ result: DecisionsInterface.Result, _ console: Console) {
        Self.show(
            value: (try? result.output.parsed())?["value"] ?? .null,
            isScore: result.score,
            rows: result.rows,
            lines: result.lines.map { ($0.holds, console.text($0.zh, $0.en)) },
            console
        )
    }

    /// The decisions of a case with their reasons.
    static func show(_ decisions: [DecisionsInterface.Decision], _ console: Console) {
        for decision in decisions {
            let moment = Format.moment(decision.at, console.language)
            let result = decision.result
            console.say(
                "\(decision.number). \(moment)  \(result.table)(\(result.version) 起)→ \(decision.into ?? "—")",
                "\(decision.number). \(moment)  \(result.table) (from \(result.version)) → \(decision.into ?? "—")"
            )
            let inputs = ((try? result.inputs.parsed())?.objectValue ?? [:]).map {
                "\($0.name)=\(Self.plain($0.value))"
            }
            console.line("  \(inputs.joined(separator: " "))")
            self.show(result, console)
        }
    }

    private static func show(
        value: JSON,
        isScore: Bool,
        rows: [String],
        lines: [(holds: Bool, text: String)],
        _ console: Console
    ) {
        if isScore {
            let score = value["score"]?.integerValue.map(DecisionKind.written(hundredths:)) ?? "***"
            let grade = value["grade"]?.stringValue ?? "—"
            console.say("得分 \(score),等级 \(grade)", "score \(score), grade \(grade)")
            if !rows.isEmpty {
                let names = rows.joined(separator: ", ")
                console.say("一票否决:\(names)", "vetoed by \(names)")
            }
        } else {
            let names = rows.isEmpty ? "—" : rows.joined(separator: ", ")
            console.say("结果 \(Self.plain(value)),适用行 \(names)", "result \(Self.plain(value)), by row \(names)")
        }
        for line in lines { console.line("  \(line.holds ? "✓" : "·") \(line.text)") }
    }

    static func plain(_ value: JSON) -> String { value.stringValue ?? value.text }
}
