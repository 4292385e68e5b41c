// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

extension DeclarationCheck {
    static func scheduleFaults(in bureau: BureauDeclaration) -> [Fault] {
        var faults: [Fault] = []
        var seen: Set<String> = []
        for schedule in bureau.schedules ?? [] {
            func fault(_ zh: String, _ en: String) {
                faults.append(Fault(place: "schedule/\(schedule.id)", message: Bilingual(zh, en)))
            }
            if !seen.insert(schedule.id).inserted { fault("定时重复", "this schedule is declared twice") }
            if !self.isID(schedule.id) {
                fault("编号须为 1 至 64 个小写字母、数字、- 或 _", "the id has 1 to 64 of a-z, 0-9, - and _")
            }
            do throws(RecurrenceError) {
                let recurrence = try Recurrence(schedule.recurrence)
                let calendar = WorkingCalendar(tables: [])
                if recurrence.next(after: Instant(milliseconds: 0), calendar: calendar, sun: schedule.sun ?? .huaibei)
                    == nil
                {
                    fault("规则 \(schedule.recurrence) 永不到来", "\(schedule.recurrence) never comes")
                }
            } catch {
                fault(error.message.zh, error.message.en)
            }
            if schedule.sun == nil { fault("没有这样的经纬度", "there is no such place") }
            if let limit = schedule.catchUp, !(1...ScheduleDeclaration.largestCatchUp).contains(limit) {
                fault("补办次数须为 1 至 1000", "it makes up for 1 to 1000 missed runs")
            }
            if let data = schedule.data, data.objectValue == nil { fault("内容须为 JSON 对象", "its data must be an object") }
            switch (schedule.task, schedule.item) {
            case (let task?, nil):
                if !bureau.handlers.contains(where: { $0.kind == task }) {
                    fault("没有处理程序 \(task)", "there is no handler for \(task)")
                }
                if schedule.periodField != nil { fault("任务没有表单字段", "a task has no form field") }
            case (nil, let id?):
                guard let item = bureau.item(id) else {
                    fault("没有事项 \(id)", "there is no item \(id)")
                    continue
                }
                if let field = schedule.periodField, !item.form.contains(where: { $0.id == field }) {
                    fault("\(field) 不是事项 \(id) 的字段", "\(field) is no field of item \(id)")
                }
            default: fault("须注明提交任务或开办事项之一", "it either submits a task or opens a case")
            }
        }
        return faults
    }
}
