// SPDX-License-Identifier: Apache-2.0

import Civic

extension DeclarationCheck {
    /// What is wrong with the tasks for people that an item declares.
    static func workFaults(in item: ItemDeclaration) -> [Fault] {
        var states: Set<String> = []
        item.flow.forEachState { state, _ in states.insert(state.id) }
        let actions = Set(item.actions.map(\.id)).union(["open"])
        var faults: [Fault] = []
        func fault(_ place: String, _ zh: String, _ en: String) {
            faults.append(Fault(place: "\(item.id)/\(place)", message: Bilingual(zh, en)))
        }
        var seen: Set<String> = []
        let rungs = Set(
            [DeadlineRun.Rung.half, .soon, .due, .breach3].map(\.rawValue)
                + item.deadlines.flatMap { $0.rungs ?? [] }.map(\.id)
        )
        for task in item.tasks ?? [] {
            if !seen.insert(task.id).inserted { fault(task.id, "人工任务重复", "this task for people is declared twice") }
            if !states.contains(task.state) {
                fault(task.id, "状态 \(task.state) 不存在", "there is no state \(task.state)")
            }
            if task.roles.isEmpty { fault(task.id, "人工任务没有角色", "the task for people has no role") }
            for action in task.notBy ?? [] where !actions.contains(action) {
                fault(task.id, "notBy 中的动作 \(action) 不存在", "there is no action \(action), which notBy names")
            }
            for rung in task.reminders ?? [] where !rungs.contains(rung) {
                fault(task.id, "提醒时点 \(rung) 不存在", "there is no rung \(rung) to remind at")
            }
        }
        for state in item.untasked ?? [] where !states.contains(state) {
            fault(state, "状态不存在", "there is no such state")
        }
        return faults
    }
}
