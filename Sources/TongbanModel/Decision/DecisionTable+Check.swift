// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

extension DecisionTable {
    /// What is wrong with the table, each with the place in it: a condition that cannot be read, rows that overlap where
    /// only one may fit, inputs that no row fits. The last two name inputs as an example.
    public func faults() -> [DeclarationCheck.Fault] {
        var faults = Self.inputFaults(self.inputs, of: self.id)
        func fault(_ place: String, _ zh: String, _ en: String) {
            let path = place.isEmpty ? self.id : "\(self.id)/\(place)"
            faults.append(.init(place: path, message: Bilingual(zh, en)))
        }
        if self.effectiveFrom <= Self.noDay { fault("", "生效日期有误", "it begins on no day") }
        for (count, limit, zh, en) in [
            (self.inputs.count, Self.inputLimit, "输入", "inputs"),
            (self.outputs.count, Self.outputLimit, "输出", "outputs"),
            (self.rows.count, Self.rowLimit, "行", "rows"),
        ] where !(1...limit).contains(count) {
            fault("", "\(zh)须有 1 至 \(limit) 个,现有 \(count) 个", "it must have 1 to \(limit) \(en), not \(count)")
        }
        for id in Self.repeated(self.rows.map(\.id)) { fault(id, "行重复", "this row is written twice") }
        for id in Self.repeated(self.outputs.map(\.id)) { fault(id, "输出重复", "this output is written twice") }
        if self.collect != nil, self.policy != .collect {
            fault("", "只有 COLLECT 可以汇总", "only COLLECT collects")
        }
        let collected = self.collect ?? .list
        if self.policy == .collect, collected != .list, collected != .count, self.outputs.count != 1 {
            fault("", "\(collected.rawValue) 须只有一个输出", "\(collected.rawValue) takes a single output")
        }
        var conditions: [[DecisionCondition?]] = []
        for row in self.rows {
            if row.id.isEmpty || row.id == Self.otherwiseID || row.id.utf8.count > 64 {
                fault(row.id, "行号须为 1 至 64 字节,且不能叫 otherwise", "a row's id has 1 to 64 bytes and is not \"otherwise\"")
            }
            for name in row.when.keys.sorted() where !self.inputs.contains(where: { $0.id == name }) {
                fault("\(row.id)/\(name)", "没有这个输入", "there is no such input")
            }
            faults += self.outputFaults(row.then, "\(self.id)/\(row.id)")
            if let rule = row.if {
                for message in self.ruleCheck.faults(in: rule) { fault("\(row.id)/if", message.zh, message.en) }
            }
            conditions.append(
                self.inputs.map { input -> DecisionCondition? in
                    guard let text = row.when[input.id] else { return nil }
                    do throws(DecisionCondition.Unreadable) {
                        let condition = try DecisionCondition(text, kind: input.kind)
                        if let option = self.unknownOption(condition, input) {
                            fault("\(row.id)/\(input.id)", "没有选项 \(option)", "there is no option \(option)")
                        }
                        return condition
                    } catch {
                        fault(
                            "\(row.id)/\(input.id)",
                            "条件“\(error.part)”无法读取(\(input.kind.rawValue))",
                            "the condition \"\(error.part)\" cannot be read as \(input.kind.rawValue)"
                        )
                        return nil
                    }
                }
            )
        }
        if let otherwise = self.otherwise { faults += self.outputFaults(otherwise, "\(self.id)/\(Self.otherwiseID)") }
        guard faults.isEmpty else { return faults }
        return self.coverFaults(DecisionSpace(self, conditions))
    }

    private var ruleCheck: JsonLogicCheck {
        JsonLogicCheck(
            scope: .members(
                Dictionary(self.inputs.map { ($0.id, JsonLogicShape.plain) }) { first, _ in first }
            )
        )
    }

    private func coverFaults(_ space: DecisionSpace) -> [DeclarationCheck.Fault] {
        var faults: [DeclarationCheck.Fault] = []
        if self.policy == .unique {
            for overlap in space.overlaps(limit: 5) {
                let rows = (self.rows[overlap.one].id, self.rows[overlap.other].id)
                let example = JSON.object(overlap.example).text
                faults.append(
                    .init(
                        place: "\(self.id)/\(rows.1)",
                        message: Bilingual(
                            "与 \(rows.0) 行重叠,例如 \(example)",
                            "it overlaps row \(rows.0), for example with \(example)"
                        )
                    )
                )
            }
        }
        if self.policy != .collect, self.otherwise == nil, self.partial != true, case .inputs(let example) = space.gap()
        {
            let example = JSON.object(example).text
            faults.append(
                .init(
                    place: self.id,
                    message: Bilingual("没有一行适用于例如 \(example)", "no row fits, for example, \(example)")
                )
            )
        }
        return faults
    }

    private func outputFaults(_ then: [String: JSON], _ place: String) -> [DeclarationCheck.Fault] {
        var faults: [DeclarationCheck.Fault] = []
        for name in then.keys.sorted() where !self.outputs.contains(where: { $0.id == name }) {
            faults.append(.init(place: "\(place)/\(name)", message: Bilingual("没有这个输出", "there is no such output")))
        }
        for output in self.outputs {
            guard let rule = then[output.id] else {
                faults.append(
                    .init(place: "\(place)/\(output.id)", message: Bilingual("没有给出输出", "this output is not given"))
                )
                continue
            }
            for message in self.ruleCheck.faults(in: rule) {
                faults.append(.init(place: "\(place)/\(output.id)", message: message))
            }
        }
        return faults
    }

    private func unknownOption(_ condition: DecisionCondition, _ input: DecisionInput) -> String? {
        guard let options = input.options else { return nil }
        for case .text(let text) in condition.tests where !options.contains(text) { return text }
        return nil
    }

    static func inputFaults(_ inputs: [DecisionInput], of table: String) -> [DeclarationCheck.Fault] {
        var faults: [DeclarationCheck.Fault] = []
        func fault(_ input: String, _ zh: String, _ en: String) {
            faults.append(.init(place: "\(table)/\(input)", message: Bilingual(zh, en)))
        }
        if table.isEmpty || table.utf8.count > 64 { fault("", "表名须为 1 至 64 字节", "a table's id has 1 to 64 bytes") }
        for id in self.repeated(inputs.map(\.id)) { fault(id, "输入重复", "this input is declared twice") }
        for input in inputs {
            if input.id.isEmpty || input.id.contains(".") {
                fault(input.id, "输入名不能为空或含有点", "an input's id is not empty and has no dot")
            }
            if input.options?.isEmpty == true || (input.options != nil && input.kind != .text) {
                fault(input.id, "选项有误", "options are for texts, and at least one")
            }
            for end in [input.minimum, input.maximum] {
                guard let end, !input.kind.isOrdered || input.kind.value(of: end) == nil else { continue }
                fault(input.id, "界限 \(end.text) 有误", "the bound \(end.text) makes no sense")
            }
        }
        return faults
    }

    static func repeated(_ ids: [String]) -> [String] {
        var seen: Set<String> = []
        return ids.filter { !seen.insert($0).inserted }
    }
}
