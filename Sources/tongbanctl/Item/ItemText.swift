// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// An item as a clerk reads it: what it is for, what to bring, who may do what, and by when.
struct ItemText {
    let item: ItemDeclaration
    let version: Int
    let words: DeclarationWords
    /// As of this day rules are named.
    let today: CivilDay

    private func text(_ zh: String, _ en: String) -> String { self.words.text(zh, en) }
    private func text(_ both: Bilingual) -> String { self.words.text(both) }

    var lines: [String] {
        let bureau = self.words.bureau
        var lines = [
            "\(self.text(self.item.name))  \(bureau.id) \(self.item.id)  \(self.text("第 \(self.version) 版", "version \(self.version)"))",
            self.text(self.item.summary), "",
        ]
        lines.append(
            self.item.openedBy.isEmpty
                ? self.text("只由系统提出。", "opened by the daemon alone")
                : self.text("提出:", "opened by: ") + self.words.roles(self.item.openedBy)
        )
        if !self.item.uniqueKey.isEmpty {
            let fields = self.item.uniqueKey.joined(separator: "+")
            lines.append(self.text("在办期间不得重复:\(fields)", "one open case for each: \(fields)"))
        }
        lines += self.section(self.text("填写:", "to fill in:"), self.form)
        lines += self.section(self.text("须符合:", "must hold:"), self.rules)
        lines += self.section(self.text("办理:", "what may be done:"), self.actions)
        lines += self.section(self.text("时限:", "deadlines:"), self.deadlines)
        if let suspension = self.item.suspension {
            let reasons = suspension.reasons.map { "\($0.code) \(self.text($0.name))" }
            lines.append(
                self.text(
                    "中止:\(self.words.roles(suspension.roles)),最长 \(self.words.limit(suspension.limit)),原因 ",
                    "may be suspended by \(self.words.roles(suspension.roles)), \(self.words.limit(suspension.limit)) at most, for "
                ) + reasons.joined(separator: self.text("、", ", "))
            )
        }
        lines.append("")
        lines.append(
            self.text(
                "提出一件:tongbanctl --as 人员 case open \(bureau.id) \(self.item.id)(终端上逐项询问)",
                "open one: tongbanctl --as PERSON case open \(bureau.id) \(self.item.id) (asks for each value at a terminal)"
            )
        )
        lines.append(
            self.text(
                "流程图:tongbanctl item diagram \(bureau.id) \(self.item.id)",
                "its flow: tongbanctl item diagram \(bureau.id) \(self.item.id)"
            )
        )
        return lines
    }

    private func section(_ title: String, _ table: Table) -> [String] {
        guard !table.rows.isEmpty else { return [] }
        return ["", title] + table.text.split(separator: "\n").map { "  \($0)" }
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", title] + lines.map { "  \($0)" }
    }

    private var form: Table {
        var table = Table(
            self.text("字段", "FIELD"),
            self.text("名称", "NAME"),
            self.text("类型", "KIND"),
            "",
            self.text("选项或说明", "OPTIONS OR HELP")
        )
        for field in self.item.form {
            table.add(
                field.id,
                self.text(field.name),
                self.words.kind(field),
                self.words.marks(field),
                field.options.isEmpty ? field.help.map(self.text) ?? "" : self.words.options(field)
            )
            for inner in field.fields {
                table.add(
                    "  ." + inner.id,
                    self.text(inner.name),
                    self.words.kind(inner),
                    self.words.marks(inner),
                    self.words.options(inner)
                )
            }
        }
        return table
    }

    private var rules: [String] { self.item.requirements.map { "\($0.code)  \(self.text($0.message))" } }

    private var actions: Table {
        var table = Table(
            self.text("状态", "STATE"),
            self.text("动作", "ACTION"),
            self.text("名称", "NAME"),
            self.text("谁办", "WHO"),
            self.text("转到", "LEADS TO"),
            self.text("填写", "TO FILL IN")
        )
        var last = ""
        for action in self.item.actions {
            var who = self.words.roles(action.roles)
            if !action.notBy.isEmpty {
                who += self.text(
                    "(非 \(action.notBy.joined(separator: "、")) 的经办人)",
                    " (not who did \(action.notBy.joined(separator: ", ")))"
                )
            }
            let fields = action.fields.map { $0.id + ($0.required && $0.onlyIf == nil ? "*" : "") }
            let form = action.form == nil ? [] : [self.text("(表单)", "(the form)")]
            table.add(
                action.state == last ? "" : "\(self.text(self.item.stateName(action.state))) \(action.state)",
                action.id,
                self.text(action.name),
                who,
                self.targets(of: action).joined(separator: self.text(" 或 ", " or ")),
                (fields + form).joined(separator: " ")
            )
            last = action.state
        }
        return table
    }

    private func targets(of action: ActionDeclaration) -> [String] {
        if let reopens = action.reopens { return [reopens] }
        var targets: [String] = []
        self.item.flow.forEachState { state, _ in
            guard state.id == action.state else { return }
            for transition in state.transitions where transition.events.contains(action.id) {
                for target in transition.targets where !targets.contains(target) { targets.append(target) }
            }
        }
        return targets
    }

    private var deadlines: Table {
        var table = Table(
            self.text("时限", "DEADLINE"),
            self.text("名称", "NAME"),
            self.text("期限", "LIMIT"),
            self.text("起于", "RUNS IN"),
            self.text("到期时", "WHEN IT PASSES"),
            self.text("依据", "SOURCE")
        )
        for deadline in self.item.deadlines {
            let state =
                deadline.state.isEmpty
                ? deadline.startsIn?.joined(separator: ", ") ?? self.text("全程", "the whole case")
                : deadline.state
            table.add(
                deadline.id,
                self.text(deadline.name),
                self.words.limit(deadline.limit, on: self.today),
                state
                    + (deadline.pausedIn.isEmpty
                        ? "" : self.text(",暂停于 ", ", stands in ") + deadline.pausedIn.joined(separator: ", ")),
                self.passing(of: deadline),
                deadline.source ?? ""
            )
        }
        return table
    }

    private func passing(of deadline: DeadlineDeclaration) -> String {
        var targets: [String] = []
        self.item.flow.forEachState { state, _ in
            for transition in state.transitions where transition.events.contains(deadline.dueEvent) {
                for target in transition.targets where !targets.contains(target) { targets.append(target) }
            }
        }
        let breach = deadline.isIntended ? "" : self.text("红牌", "red card")
        guard !targets.isEmpty else { return breach }
        let leads = "→ " + targets.joined(separator: ", ")
        return breach.isEmpty ? leads : "\(breach) \(leads)"
    }
}
