// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanAPI
import TongbanModel

/// What a bureau has, section by section.
struct BureauText {
    struct Section {
        var title: String
        var table: Table
    }

    let words: DeclarationWords
    /// Its rules with all their versions.
    let rules: [RulesInterface.Rule]
    let console: Console

    private func text(_ zh: String, _ en: String) -> String { self.console.text(zh, en) }
    private func text(_ both: Bilingual) -> String { self.words.text(both) }

    var sections: [Section] {
        [
            self.section("角色", "roles", self.roles), self.section("事项", "items", self.items),
            self.section("台账", "registers", self.registers), self.section("日程", "schedules", self.schedules),
            self.section("排班", "rotas", self.rotas), self.section("移交", "hand-offs", self.handoffs),
            self.section("资金", "funds", self.funds), self.section("公示", "public notices", self.notices),
            self.section("报表", "reports", self.reports), self.section("决策表", "decision tables", self.tables),
            self.section("规则", "rules", self.ruleVersions), self.section("自动任务", "handlers", self.handlers),
        ].compactMap { $0 }
    }

    private func section(_ zh: String, _ en: String, _ table: Table) -> Section? {
        table.rows.isEmpty ? nil : Section(title: self.text(zh, en), table: table)
    }

    private func table(_ more: (String, String)...) -> Table {
        Table([self.text("编号", "ID"), self.text("名称", "NAME")] + more.map { self.text($0.0, $0.1) })
    }

    private var bureau: BureauDeclaration { self.words.bureau }

    private var roles: Table {
        var table = self.table(("", ""))
        for role in self.bureau.roles {
            table.add(role.id, self.text(role.name), role.supervises == true ? self.text("主管", "supervises") : "")
        }
        return table
    }

    private var items: Table {
        var table = self.table(("提出", "OPENED BY"), ("用途", "WHAT FOR"))
        for item in self.bureau.items {
            table.add(item.id, self.text(item.name), self.words.roles(item.openedBy), self.text(item.summary))
        }
        return table
    }

    private var registers: Table {
        var table = self.table(("键", "KEY"), ("字段", "FIELDS"), ("维护", "KEPT BY"), ("", ""))
        for register in self.bureau.registers {
            var marks: [String] = []
            if register.isDated { marks.append(self.text("分日留存", "dated")) }
            if let limit = register.limit { marks.append(self.text("至多 \(limit) 条", "at most \(limit)")) }
            table.add(
                register.id,
                self.text(register.name),
                register.keyFields.joined(separator: "+"),
                String(register.fields.count),
                self.words.roles(register.keptBy ?? []),
                marks.joined(separator: self.text("、", ", "))
            )
        }
        return table
    }

    private var schedules: Table {
        var table = self.table(("何时", "WHEN"), ("做什么", "DOES"))
        for schedule in self.bureau.schedules ?? [] {
            let does =
                schedule.item.map { self.text("提出 \($0)", "opens \($0)") }
                ?? schedule.task.map { self.text("自动任务 \($0)", "task \($0)") } ?? ""
            table.add(schedule.id, self.text(schedule.name), schedule.recurrence, does)
        }
        return table
    }

    private var rotas: Table {
        var table = self.table(("季节", "SEASON"), ("每班人数", "PEOPLE"), ("维护", "KEPT BY"))
        for rota in self.bureau.rotas ?? [] {
            table.add(
                rota.id,
                self.text(rota.name),
                rota.season ?? self.text("全年", "all year"),
                String(rota.people),
                self.words.roles(rota.keepers)
            )
        }
        return table
    }

    private var handoffs: Table {
        var table = self.table(("给谁", "TO"), ("紧急程度", "URGENCY"), ("期限", "LIMIT"))
        for handoff in self.bureau.handoffs ?? [] {
            table.add(
                handoff.id,
                self.text(handoff.name),
                "\(self.text(handoff.toName)) \(handoff.to)",
                handoff.urgency.rawValue,
                handoff.limit.map(self.words.limit) ?? ""
            )
        }
        return table
    }

    private var funds: Table {
        var table = self.table(("周期", "PERIOD"))
        for fund in self.bureau.funds ?? [] { table.add(fund.id, self.text(fund.name), fund.period.rawValue) }
        return table
    }

    private var notices: Table {
        var table = self.table(("期限", "LIMIT"))
        for notice in self.bureau.notices ?? [] {
            table.add(notice.id, self.text(notice.title), self.words.limit(notice.limit))
        }
        return table
    }

    private var reports: Table {
        var table = self.table(("指标", "FIGURES"))
        for report in self.bureau.reports ?? [] {
            table.add(report.id, self.text(report.name), report.figures.joined(separator: " "))
        }
        return table
    }

    private var tables: Table {
        var table = self.table(("自", "FROM"), ("依据", "SOURCE"))
        for one in self.bureau.tables ?? [] {
            table.add(one.id, self.text(one.name), one.effectiveFrom.description, one.source ?? "")
        }
        for card in self.bureau.scoreCards ?? [] {
            table.add(card.id, self.text(card.name), card.effectiveFrom.description, card.source ?? "")
        }
        return table
    }

    private var ruleVersions: Table {
        var table = self.table(("自", "FROM"), ("值", "VALUE"), ("", ""), ("依据", "SOURCE"))
        for rule in self.rules {
            for (index, version) in rule.versions.enumerated() {
                table.add(
                    index == 0 ? rule.id : "",
                    index == 0 ? self.text(rule.zh, rule.en) : "",
                    version.effectiveFrom,
                    RuleText.value(version.value, rule.kind, self.console),
                    version.inForce ? self.text("现行", "in force") : "",
                    version.source
                )
            }
        }
        return table
    }

    private var handlers: Table {
        var table = self.table()
        for handler in self.bureau.handlers { table.add(handler.kind, self.text(handler.name)) }
        return table
    }
}
