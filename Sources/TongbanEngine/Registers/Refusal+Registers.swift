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

    static func notDated(_ register: BureauDeclaration.Register) -> Refusal {
        Refusal(
            code: "NOT_DATED",
            zh: "台账“\(register.name.zh)”不按日保存历史。",
            en: "register \"\(register.name.en)\" does not keep records by the day; declare it dated"
        )
    }

    static func locked(_ register: BureauDeclaration.Register) -> Refusal {
        Refusal(
            code: "LOCKED",
            zh: "台账“\(register.name.zh)”在这些日期已锁定;须申请更正并由负责人批准。",
            en: "register \"\(register.name.en)\" is locked for these days; ask for a correction, which a head decides"
        )
    }

    static func renamed(key: String, _ register: BureauDeclaration.Register) -> Refusal {
        Refusal(
            code: "RENAMED",
            zh: "台账“\(register.name.zh)”中该记录的键已改为 \(key)。",
            en: "the record of register \"\(register.name.en)\" has another key now, \(key)"
        )
    }

    static func keyTaken(_ register: BureauDeclaration.Register) -> Refusal {
        Refusal(
            code: "DUPLICATE",
            zh: "台账“\(register.name.zh)”中已有或曾有该键的记录。",
            en: "register \"\(register.name.en)\" has, or had, a record with that key"
        )
    }

    static func snapshotTaken(_ name: String) -> Refusal {
        Refusal(code: "DUPLICATE", zh: "已有快照“\(name)”。", en: "there is a snapshot \"\(name)\" already")
    }

    static func noSnapshot(_ name: String) -> Refusal {
        Refusal(code: "NO_SNAPSHOT", zh: "没有快照“\(name)”。", en: "there is no snapshot \"\(name)\"")
    }

    static func noChange(_: String) -> Refusal {
        Refusal(code: "NO_CHANGE", zh: "与现有内容相同。", en: "this is what is there already")
    }

    static func noRequest(_ id: Int) -> Refusal {
        Refusal(code: "NO_REQUEST", zh: "没有第 \(id) 号申请。", en: "there is no request \(id)")
    }

    static func requestDecided(_ id: Int) -> Refusal {
        Refusal(code: "DECIDED", zh: "第 \(id) 号申请已有决定。", en: "request \(id) is decided already")
    }

    static func ownRequest(_ id: Int) -> Refusal {
        Refusal(
            code: "FOUR_EYES",
            zh: "第 \(id) 号申请须由申请人以外的人决定。",
            en: "request \(id) is decided by somebody else than who asked for it"
        )
    }

    static func stale(_ id: Int) -> Refusal {
        Refusal(
            code: "STALE",
            zh: "提出第 \(id) 号申请之后,记录已有变化,请重新申请。",
            en: "the record has changed since request \(id) was made; ask again"
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
