// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

extension DeclarationCheck {
    /// Whether what the bureau asks of its rule file is there.
    static func ruleBookFaults(in bureau: BureauDeclaration) -> [Fault] {
        var faults = (bureau.missingRules ?? []).map { missing in
            Fault(
                place: "rules.json",
                message: Bilingual("缺少规则 \(missing)", "the rule \(missing) is missing")
            )
        }
        let known = Set((bureau.ruleBook ?? []).map(\.id))
        for item in bureau.items {
            let own = Set((item.rules ?? []).flatMap { $0.values.objectValue?.names ?? [] })
            for name in item.ruleNames.subtracting(own).subtracting(RuleSet.stamps).sorted() where !known.contains(name)
            {
                faults.append(
                    Fault(
                        place: "\(item.id)/rules",
                        message: Bilingual("没有规则 \(name)", "there is no rule \(name)")
                    )
                )
            }
            for name in own.sorted() where known.contains(name) {
                faults.append(
                    Fault(
                        place: "\(item.id)/rules",
                        message: Bilingual("规则 \(name) 在规则文件中也有", "the rule \(name) is in the rule file, too")
                    )
                )
            }
        }
        return faults
    }
}

extension ItemDeclaration {
    /// The rules its conditions, values and limits ask for.
    public var ruleNames: Set<String> {
        guard let json = try? JSON(encoding: self) else { return [] }
        return RuleDeclaration.names(in: json)
    }
}
