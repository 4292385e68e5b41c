// SPDX-License-Identifier: Apache-2.0

import Civic

extension DeclarationCheck {
    static func publicNoticeFaults(in bureau: BureauDeclaration) -> [Fault] {
        var faults: [Fault] = []
        var seen: Set<String> = []
        let fields = bureau.items.flatMap { $0.form + $0.actions.flatMap(\.fields) }
        for notice in bureau.notices ?? [] {
            func fault(_ zh: String, _ en: String) {
                faults.append(Fault(place: "notice/\(notice.id)", message: Bilingual(zh, en)))
            }
            if !seen.insert(notice.id).inserted { fault("公示重复", "this public notice is declared twice") }
            if !self.isID(notice.id) {
                fault("编号须为 1 至 64 个小写字母、数字、- 或 _", "an id has 1 to 64 of a-z, 0-9, - and _")
            }
            let limit = try? Limit(notice.limit)
            if limit.map({ $0.count < 1 || ![.workingDays, .calendarDays].contains($0.unit) }) ?? true {
                fault("公示期 \(notice.limit) 须为工作日或日历日", "\(notice.limit) is no number of working or calendar days")
            }
            for field in notice.fields {
                let known = fields.filter { $0.id == field }
                if known.isEmpty { fault("没有字段 \(field)", "there is no field \(field)") }
                if known.contains(where: { $0.privacy == .sensitive }) {
                    fault("敏感字段 \(field) 不得公示", "the sensitive field \(field) cannot be made public")
                }
            }
        }
        for (place, id) in self.named(by: "publish", in: bureau) where !seen.contains(id) {
            faults.append(
                Fault(place: place, message: Bilingual("没有声明公示 \(id)", "no public notice \(id) is declared"))
            )
        }
        return faults
    }
}
