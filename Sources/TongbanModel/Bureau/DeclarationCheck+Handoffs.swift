// SPDX-License-Identifier: Apache-2.0

import Civic

extension DeclarationCheck {
    static func handoffFaults(in bureau: BureauDeclaration) -> [Fault] {
        var faults: [Fault] = []
        var seen: Set<String> = []
        let fields = Set(bureau.items.flatMap { $0.form.map(\.id) + $0.actions.flatMap { $0.fields.map(\.id) } })
        for handoff in bureau.handoffs ?? [] {
            func fault(_ zh: String, _ en: String) {
                faults.append(Fault(place: "handoff/\(handoff.id)", message: Bilingual(zh, en)))
            }
            if !seen.insert(handoff.id).inserted { fault("移交重复", "this hand-off is declared twice") }
            for id in [handoff.id, handoff.to] {
                if !self.isID(id) {
                    fault("编号须为 1 至 64 个小写字母、数字、- 或 _", "an id has 1 to 64 of a-z, 0-9, - and _")
                }
            }
            if handoff.to == bureau.id { fault("不能移交给本部门", "a bureau cannot hand on to itself") }
            if let limit = handoff.limit, (try? Limit(limit)) == nil {
                fault("期限 \(limit) 无法读取", "\(limit) is no limit")
            }
            for field in handoff.fields where !fields.contains(field) {
                fault("没有字段 \(field)", "there is no field \(field)")
            }
        }
        var senders: Set<String?> = []
        for reception in bureau.receptions ?? [] {
            func fault(_ zh: String, _ en: String) {
                faults.append(Fault(place: "reception/\(reception.from ?? "*")", message: Bilingual(zh, en)))
            }
            if !senders.insert(reception.from).inserted { fault("接收重复", "this reception is declared twice") }
            if !bureau.handlers.contains(where: { $0.kind == reception.submits }) {
                fault("没有处理程序 \(reception.submits)", "there is no handler \(reception.submits)")
            }
        }
        for (place, id) in self.named(by: "handoff", in: bureau) where !seen.contains(id) {
            faults.append(
                Fault(place: place, message: Bilingual("没有声明移交 \(id)", "no hand-off \(id) is declared"))
            )
        }
        return faults
    }
}
