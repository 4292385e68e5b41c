// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanAPI

/// A case as people read it.
enum CaseText {
    static func show(_ shown: CasesInterface.Case, console: Console) {
        let summary = shown.summary
        let language = console.language
        console.line(
            "\(summary.number)  \(summary.bureau)/\(summary.item)  \(console.text(summary.zh, summary.en))  [\(summary.state)]"
        )
        console.say(
            "提出 \(Format.moment(summary.opened, language)),第 \(summary.revision) 版"
                + (summary.closed.map { ",办结 \(Format.moment($0, language))" } ?? ""),
            "opened \(Format.moment(summary.opened, language)), revision \(summary.revision)"
                + (summary.closed.map { ", closed \(Format.moment($0, language))" } ?? "")
        )
        if let data = try? shown.data.parsed(), let object = data.objectValue, !object.isEmpty {
            for member in object {
                console.line("  \(member.name): \(Format.value(member.value))")
            }
        }
        if !shown.deadlines.isEmpty {
            var table = Table(
                console.text("时限", "DEADLINE"),
                console.text("期限", "LIMIT"),
                console.text("起算", "FROM"),
                console.text("到期", "DUE"),
                console.text("状态", "STATE")
            )
            for deadline in shown.deadlines {
                table.add(
                    console.text(deadline.zh, deadline.en),
                    deadline.limit,
                    Format.moment(deadline.started, language),
                    Format.due(deadline.due, language)
                        + (deadline.provisional ? console.text("(暂定)", " (provisional)") : ""),
                    deadline.state.rawValue
                )
            }
            console.line(table.text)
        }
        for suspension in shown.suspensions {
            let since = Format.moment(suspension.since, language)
            let until = suspension.until.map { Format.moment($0, language) }
            console.say(
                "  中止:\(suspension.zh),\(since) 起\(until.map { ",至 \($0)" } ?? ",尚未恢复")(\(suspension.by))",
                "  suspended: \(suspension.en), from \(since) \(until.map { "to \($0)" } ?? "on") (\(suspension.by))"
            )
        }
        if !shown.marks.isEmpty {
            let marks = shown.marks.joined(separator: ", ")
            console.say("  标记:\(marks)", "  marks: \(marks)")
        }
        for number in shown.handoffs {
            console.say(
                "  等待移交单 \(number)(tongbanctl handoff show \(number))",
                "  waits for hand-off \(number) (tongbanctl handoff show \(number))"
            )
        }
        for card in shown.cards {
            let at = Format.moment(card.at, language)
            let color = card.color == .red ? console.text("红牌", "red card") : console.text("黄牌", "yellow card")
            console.line("  \(color)  \(at)  \(console.text(card.zh, card.en))")
        }
        self.showClosing(shown, console: console)
        guard !shown.actions.isEmpty else { return }
        console.say("现在可以:", "possible now:")
        for action in shown.actions {
            let fields = action.fields.compactMap { try? $0.parsed()["id"]?.stringValue }
            let needs = fields.isEmpty ? "" : " (\(fields.joined(separator: ", ")))"
            let mark = action.allowed ? "•" : "×"
            console.line(
                "  \(mark) \(action.id)  \(console.text(action.zh, action.en))\(needs)  [\(action.roles.joined(separator: ", "))]"
            )
        }
    }

    /// The members of an entry's data in one line.
    static func members(_ data: RawJSON) -> String {
        guard let object = try? data.parsed().objectValue else { return data.text }
        return object.members.map { "\($0.name)=\(Format.value($0.value))" }.joined(separator: " ")
    }
}

/// Asks at a terminal for required values that are missing; scripts get the daemon's refusal instead.
enum Prompt {
    static func fill(_ values: inout JSONObject, fields: [JSON], console: Console) {
        guard console.isTerminal, console.inputIsTerminal, !console.wantsJSON else { return }
        for field in fields where field["required"]?.boolValue == true && field["onlyIf"] == nil {
            guard let id = field["id"]?.stringValue, values[id] == nil, field["kind"]?.stringValue != "rows" else {
                continue
            }
            let name = field["name"]?[console.language.rawValue]?.stringValue ?? id
            let codes = (field["options"]?.arrayValue ?? []).compactMap { $0["code"]?.stringValue }
            console.ask("\(name) (\(id))\(codes.isEmpty ? "" : " [\(codes.joined(separator: "|"))]"): ")
            guard let line = readLine(), !line.isEmpty else { continue }
            values[id] = Values.value(line, kind: field["kind"]?.stringValue)
        }
    }
}
