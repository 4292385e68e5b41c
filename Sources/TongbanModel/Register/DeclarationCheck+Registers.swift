// SPDX-License-Identifier: Apache-2.0

import Civic

extension DeclarationCheck {
    static func faults(in register: BureauDeclaration.Register) -> [Fault] {
        var faults: [Fault] = []
        func fault(_ zh: String, _ en: String) {
            faults.append(Fault(place: register.id, message: Bilingual(zh, en)))
        }
        for key in register.keyFields where register.field(key) == nil {
            fault("键 \(key) 不是字段", "its key \(key) is none of its fields")
        }
        if Set(register.keyFields).count != register.keyFields.count {
            fault("键中有重复的字段", "its key names a field twice")
        }
        if register.keyFields.count > 1 {
            for key in register.keyFields where register.field(key).map({ !$0.required || !$0.kind.hasOrder }) ?? false
            {
                fault(
                    "组合键的字段 \(key) 须为必填的单值字段",
                    "\(key) is part of a key of several fields, so it must be required and a single value"
                )
            }
        }
        for unique in register.unique ?? [] {
            if unique.fields.isEmpty { fault("唯一键没有字段", "a unique key has no fields") }
            for id in unique.fields {
                self.orderedFault(id, in: register, takesLists: unique.each == true).map(fault)
            }
        }
        for id in register.indexed ?? [] { self.orderedFault(id, in: register).map(fault) }
        if Set(register.indexed ?? []).count != (register.indexed ?? []).count
            || Set((register.unique ?? []).map(\.id)).count != (register.unique ?? []).count
        {
            fault("索引或唯一键重复", "an index or a unique key is declared twice")
        }
        let names = ExpressionCheck.shapes(of: register.fields).merging(["key": .plain, "today": .plain]) { own, _ in
            own
        }
        let check = JsonLogicCheck(scope: .members(names))
        for requirement in register.requirements ?? [] {
            for rule in [requirement.condition, requirement.detail].compactMap({ $0 }) {
                faults += check.faults(in: rule).map {
                    Fault(place: "\(register.id)/\(requirement.code)", message: $0)
                }
            }
        }
        for total in register.totals ?? [] {
            if !(register.indexed ?? []).contains(total.field) {
                fault(
                    "合计 \(total.code) 的字段 \(total.field) 须建索引",
                    "the field \(total.field) of total \(total.code) must be indexed"
                )
            }
            for rule in [total.also, total.amount].compactMap({ $0 }) {
                faults += check.faults(in: rule).map { Fault(place: "\(register.id)/\(total.code)", message: $0) }
            }
        }
        return faults
    }

    /// An index keeps values in the open, so no sensitive ones.
    private static func orderedFault(_ id: String, in register: BureauDeclaration.Register, takesLists: Bool = false)
        -> (String, String)?
    {
        guard let field = register.field(id) else { return ("索引 \(id) 不是字段", "the index \(id) is none of its fields") }
        let isList = takesLists && (field.kind == .texts || field.kind == .choices)
        guard field.kind.hasOrder || isList else {
            return ("字段 \(id) 不能索引", "the field \(id) is of a kind that cannot be indexed")
        }
        guard field.privacy != .sensitive else {
            return ("敏感字段 \(id) 不能索引", "the field \(id) is sensitive and cannot be indexed")
        }
        return nil
    }
}
