// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

extension DeclarationCheck {
    /// What is wrong with the rule sets of an item.
    static func ruleFaults(in item: ItemDeclaration, of bureau: BureauDeclaration) -> [Fault] {
        var faults: [Fault] = []
        func fault(_ zh: String, _ en: String) {
            faults.append(Fault(place: "\(item.id)/rules", message: Bilingual(zh, en)))
        }
        let decides = !(bureau.tables ?? []).isEmpty || !(bureau.scoreCards ?? []).isEmpty
        if item.rules != nil || decides || bureau.ruleBook != nil,
            item.allFields.contains(where: { $0.id == RuleSet.name })
        {
            fault("字段不能叫 rules", "no field can be named rules")
        }
        guard let rules = item.rules else {
            if item.rulesDay != nil, !decides, bureau.ruleBook == nil {
                fault("没有规则,却注明了取规则的日期", "there are no rules to choose by a day")
            }
            return faults
        }
        if rules.isEmpty { fault("规则不能为空", "there is no set of rules") }
        for (earlier, later) in zip(rules, rules.dropFirst()) where earlier.effectiveFrom >= later.effectiveFrom {
            fault("\(later.effectiveFrom) 的规则须排在其后", "the rules of \(later.effectiveFrom) must come later")
        }
        let names = Set(rules.flatMap { $0.values.objectValue?.names ?? [] })
        for set in rules {
            guard let values = set.values.objectValue else {
                fault("\(set.effectiveFrom) 的规则须为对象", "the rules of \(set.effectiveFrom) must be an object")
                continue
            }
            for name in names.subtracting(values.names).sorted() {
                fault("\(set.effectiveFrom) 的规则缺少 \(name)", "the rules of \(set.effectiveFrom) lack \(name)")
            }
            for name in RuleSet.stamps.sorted() where values[name] != nil {
                fault("规则不能叫 \(name)", "a rule cannot be named \(name)")
            }
        }
        return faults
    }
}
