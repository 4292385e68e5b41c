// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanAPI
import TongbanModel

/// A case as people read it.
enum CaseText {
    /// Shows a case with the names its item gives to fields, states and roles.
    static func show(_ shown: CasesInterface.Case, in session: Session) async throws {
        let summary = shown.summary
        let item = try await session.call(
            ItemsInterface.Get.self,
            .init(bureau: summary.bureau, item: summary.item, version: summary.declaration)
        ).declaration.parsed().decoded(as: ItemDeclaration.self)
        let bureau = try await session.call(ItemsInterface.GetBureau.self, .init(bureau: summary.bureau))
        let words = DeclarationWords(
            bureau: try bureau.declaration.parsed().decoded(as: BureauDeclaration.self),
            language: session.console.language
        )
        self.show(shown, item, words, console: session.console)
    }

    private static func show(
        _ shown: CasesInterface.Case,
        _ item: ItemDeclaration,
        _ words: DeclarationWords,
        console: Console
    ) {
        let summary = shown.summary
        let language = console.language
        let states = shown.states.map { words.text(item.stateName($0)) }.joined(separator: "+")
        console.line(
            "\(summary.number)  \(summary.bureau)/\(summary.item)  \(console.text(summary.zh, summary.en))  \(states) [\(summary.state)]"
        )
        console.say(
            "提出 \(Format.moment(summary.opened, language)),第 \(summary.revision) 版"
                + (summary.closed.map { ",办结 \(Format.moment($0, language))" } ?? ""),
            "opened \(Format.moment(summary.opened, language)), revision \(summary.revision)"
                + (summary.closed.map { ", closed \(Format.moment($0, language))" } ?? "")
        )
        if let data = try? shown.data.parsed(), let object = data.objectValue, !object.isEmpty {
            let fields = item.allFields
            for member in object where !member.value.isNull {
                if member.name == RuleSet.name, let day = member.value["day"]?.stringValue {
                    console.say("  规则按 \(day) 的版本", "  by the rules of \(day)")
                    continue
                }
                let field = fields.first { $0.id == member.name }
                let name = field.map { "\(words.text($0.name)) (\(member.name))" } ?? member.name
                console.line("  \(name): \(Format.value(member.value, of: field, language))")
            }
        }
        if !shown.deadlines.isEmpty {
            var table = Table(
                console.text("时限", "DEADLINE"),
                console.text("期限", "LIMIT"),
                console.text("起算", "FROM"),
                console.text("到期", "DUE"),
                console.text("剩余", "LEFT"),
                console.text("状态", "STATE")
            )
            for deadline in shown.deadlines {
                table.add(
                    console.text(deadline.zh, deadline.en),
                    deadline.limit.split(separator: "+").map { words.limit(String($0)) }.joined(separator: " + "),
                    Format.moment(deadline.started, language),
                    Format.due(deadline.due, language)
                        + (deadline.provisional ? console.text("(暂定)", " (provisional)") : ""),
                    Format.workingDays(deadline.workingDaysLeft, console),
                    Self.name(of: deadline.state, console)
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
        self.showActions(shown, words, console)
    }

    /// What may be done now, by whom, and what each asks for; of what is refused, why.
    private static func showActions(
        _ shown: CasesInterface.Case,
        _ words: DeclarationWords,
        _ console: Console
    ) {
        guard !shown.actions.isEmpty else { return }
        let (allowed, refused) = (shown.actions.filter(\.allowed), shown.actions.filter { !$0.allowed })
        if !allowed.isEmpty { console.say("您现在可以:", "you may now:") }
        for action in allowed {
            let needs = action.fields.compactMap { raw -> String? in
                guard let field = try? raw.parsed().decoded(as: FieldDeclaration.self) else { return nil }
                return field.id + (field.required && field.onlyIf == nil ? "*" : "")
            }
            let values = needs.isEmpty ? "" : "  " + needs.map { "\($0)=…" }.joined(separator: " ")
            console.line(
                "  • \(console.text(action.zh, action.en))  case act \(shown.summary.number) \(action.id)\(values)"
            )
        }
        if !refused.isEmpty { console.say("他人或以后可以:", "others, or later:") }
        for action in refused {
            let why = console.text(action.reasonZh ?? "", action.reasonEn ?? "")
            let reason = action.reason.map { " [\($0)] \(why)" } ?? ""
            console.line(
                "  × \(action.id)  \(console.text(action.zh, action.en))  \(words.roles(action.roles))"
                    + (action.reason == "ROLE" ? "" : reason)
            )
        }
    }

    private static func name(of state: CasesInterface.Deadline.State, _ console: Console) -> String {
        switch state {
        case .running: console.text("计时中", "running")
        case .paused: console.text("暂停", "paused")
        case .met: console.text("按时", "met")
        case .breached: console.text("超期", "breached")
        case .ended: console.text("期满", "ended")
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
    /// - Parameter today: the daemon's day, by which dates are judged.
    static func fill(_ values: inout JSONObject, fields: [JSON], today: CivilDay, console: Console) {
        guard console.isTerminal, console.inputIsTerminal, !console.wantsJSON else { return }
        let declared = fields.compactMap { try? $0.decoded(as: FieldDeclaration.self) }
        for field in declared where field.required && values[field.id] == nil && field.kind != .rows {
            var known = values
            known["today"] = .string(today.description)
            if let condition = field.onlyIf,
                (try? JsonLogic.isTrue(condition, data: .object(known))) != true
            {
                continue
            }
            if let value = self.ask(for: field, today: today, console) { values[field.id] = value }
        }
    }

    /// Asks until there is a value that is in order; nothing entered leaves it to the daemon to refuse.
    private static func ask(for field: FieldDeclaration, today: CivilDay, _ console: Console) -> JSON? {
        let name = console.text(field.name.zh, field.name.en)
        if let help = field.help { console.line("  " + console.text(help.zh, help.en)) }
        for option in field.options {
            console.line("  \(option.code)  \(console.text(option.name.zh, option.name.en))")
        }
        while true {
            console.ask("\(name) (\(field.id)): ")
            guard let line = readLine(), !line.isEmpty else { return nil }
            let value = Values.value(line, kind: field.kind.rawValue)
            var alone = field
            alone.onlyIf = nil
            let faults = FormCheck(fields: [alone], today: today).faults(of: [field.id: value])
            guard let fault = faults.first else { return value }
            console.line("  " + console.text(fault.message.zh, fault.message.en))
        }
    }
}
