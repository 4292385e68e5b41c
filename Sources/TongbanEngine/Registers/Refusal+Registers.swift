// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

extension Refusal {
    static func registerFull(_ register: BureauDeclaration.Register, _ limit: Int) -> Refusal {
        Refusal(
            code: "LIMIT",
            zh: "台账“\(register.name.zh)”最多 \(limit) 条;要增加须先改配置。",
            en: "register \"\(register.name.en)\" holds \(limit) records at most; the configuration says so"
        )
    }

    static func notUnique(_ unique: BureauDeclaration.UniqueKey, _ register: BureauDeclaration.Register) -> Refusal {
        let names = unique.fields.compactMap { register.field($0)?.name }
        return Refusal(
            code: "DUPLICATE",
            zh: "台账“\(register.name.zh)”中已有“\(names.map(\.zh).joined(separator: "、"))”相同的记录。",
            en: "register \"\(register.name.en)\" has a record with the same \(names.map(\.en).joined(separator: ", "))"
        )
    }

    static func registerChanged(_ register: BureauDeclaration.Register) -> Refusal {
        Refusal(
            code: "CHANGED",
            zh: "台账“\(register.name.zh)”的声明刚刚改变,请重新导入。",
            en: "register \"\(register.name.en)\" has just been declared anew; import the file again"
        )
    }
}
