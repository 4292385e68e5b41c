// SPDX-License-Identifier: Apache-2.0

import Civic

extension DeclarationCheck {
    static func rotaFaults(in bureau: BureauDeclaration) -> [Fault] {
        var faults: [Fault] = []
        var seen: Set<String> = []
        let roles = Set(bureau.roles.map(\.id))
        for rota in bureau.rotas ?? [] {
            func fault(_ zh: String, _ en: String) {
                faults.append(Fault(place: "rota/\(rota.id)", message: Bilingual(zh, en)))
            }
            if !seen.insert(rota.id).inserted { fault("排班重复", "this rota is declared twice") }
            if !self.isID(rota.id) {
                fault("编号须为 1 至 64 个小写字母、数字、- 或 _", "an id has 1 to 64 of a-z, 0-9, - and _")
            }
            if let season = rota.season, Season(season) == nil {
                fault("时段 \(season) 须如 06-15..09-15", "season \(season) is none, such as 06-15..09-15")
            }
            if rota.hours.isEmpty || rota.from.map({ RotaSlot.minute($0) == nil }) ?? false {
                fault("每日时段须如 00:00 至 24:00", "the hours of the day are none, such as 00:00 to 24:00")
            }
            if TimeOfDay(rota.checkedAt) == nil { fault("检查时刻须如 20:00", "the time of checking is none, such as 20:00") }
            if !(1...RotaShift.peopleLimit).contains(rota.people) {
                fault("每班须为 1 至 \(RotaShift.peopleLimit) 人", "a shift has 1 to \(RotaShift.peopleLimit) people")
            }
            if !(1...60).contains(rota.ahead) { fault("提前天数须为 1 至 60", "1 to 60 days ahead") }
            if !(0...120).contains(rota.margin) { fault("签到提前量须为 0 至 120 分钟", "a margin has 0 to 120 minutes") }
            if rota.keepers.isEmpty { fault("须指明由谁排班", "who plans the shifts must be named") }
            for role in rota.keepers where !roles.contains(role) {
                fault("没有角色 \(role)", "there is no role \(role)")
            }
            self.check(rota.missed, fault)
            self.check(rota.gaps, fault)
            if rota.gaps.contains(where: { $0.to == RotaDeclaration.onDuty }) {
                fault("无人值守时没有可告知的当班人员", "in a gap there is nobody on duty to tell")
            }
            if let every = rota.every {
                if !(10...1_440).contains(every) {
                    fault("签到间隔须为 10 至 1440 分钟", "10 to 1,440 minutes between check-ins")
                }
                if every <= rota.margin { fault("签到间隔须大于提前量", "check-ins are further apart than the margin") }
                if let last = rota.missed.last, last.after > every {
                    fault("缺岗须在下次签到前告知完", "a missing check-in is told of before the next is due")
                }
            }
            if let kind = rota.submits, !bureau.handlers.contains(where: { $0.kind == kind }) {
                fault("没有处理程序 \(kind)", "there is no handler \(kind)")
            }
            if rota.submits != nil, rota.missed.isEmpty {
                fault("须指明缺岗多久后提交任务", "it must be said after how long the task is submitted")
            }
        }
        return faults
    }

    private static func check(_ rungs: [RotaDeclaration.Rung], _ fault: (String, String) -> Void) {
        if rungs.contains(where: { !(0...10_080).contains($0.after) }) {
            fault("告知须在 0 至 10080 分钟后", "people are told after 0 to 10,080 minutes")
        }
        if zip(rungs, rungs.dropFirst()).contains(where: { $0.after >= $1.after }) {
            fault("告知须由先到后", "those told later stand later")
        }
        if rungs.contains(where: { $0.to.isEmpty }) { fault("须指明告知谁", "who is told must be named") }
        if rungs.count > 10 { fault("最多告知 10 级", "at most ten rungs") }
    }
}
