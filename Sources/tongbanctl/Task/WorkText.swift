// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanAPI

/// Tasks for people as they are read.
enum WorkText {
    static func table(_ tasks: [WorkInterface.Task], withHolder: Bool, _ console: Console) {
        var table = Table(
            console.text("任务", "TASK"),
            console.text("到期", "DUE"),
            console.text("剩余", "LEFT"),
            console.text("办件", "CASE"),
            console.text("事项", "ITEM"),
            console.text("环节", "STEP"),
            withHolder ? console.text("办理人", "HOLDER") : console.text("状态", "STATE"),
            console.text("可办动作", "ACTIONS"),
            rightAligned: [0]
        )
        for task in tasks {
            table.add(
                task.id,
                Format.due(task.due, console.language),
                self.left(task, console),
                task.case,
                console.text(task.itemZh, task.itemEn),
                console.text(task.zh, task.en),
                withHolder ? self.holder(task, console) : task.caseState,
                self.actions(task, console)
            )
        }
        console.line(table.text)
    }

    /// One line for each open task of a case: who has it, or for whom it waits.
    static func line(_ task: WorkInterface.Task, _ console: Console) {
        let due = task.due.map { console.text(",到期 ", ", due ") + Format.due($0, console.language) } ?? ""
        console.say(
            "人工任务 \(task.id)“\(task.zh)”\(due):\(task.waitsZh)",
            "task \(task.id) \"\(task.en)\"\(due): \(task.waitsEn)"
        )
    }

    static func show(_ task: WorkInterface.Task, _ console: Console) {
        self.line(task, console)
        var facts: [String] = []
        if let person = task.assignedBy { facts.append(console.text("由 \(person) 指派", "assigned by \(person)")) }
        if !task.delegatedBy.isEmpty {
            let chain = task.delegatedBy.joined(separator: " → ")
            facts.append(console.text("由 \(chain) 转交", "delegated by \(chain)"))
        }
        if let person = task.substituteFor { facts.append(console.text("代 \(person)", "in the place of \(person)")) }
        if task.reminders > 0 {
            facts.append(console.text("已催办 \(task.reminders) 次", "reminded \(task.reminders) time(s)"))
        }
        if let reason = task.reason { facts.append(console.text("原因:\(reason)", "reason: \(reason)")) }
        if !facts.isEmpty { console.line("  " + facts.joined(separator: console.text(";", "; "))) }
        for action in task.actions {
            let why = action.reason.map { " [\($0)]" } ?? ""
            console.line("  \(action.allowed ? "•" : "×") \(action.id)  \(console.text(action.zh, action.en))\(why)")
        }
    }

    private static func left(_ task: WorkInterface.Task, _ console: Console) -> String {
        task.workingDaysLeft == nil ? "—" : Format.workingDays(task.workingDaysLeft, console)
    }

    private static func holder(_ task: WorkInterface.Task, _ console: Console) -> String {
        switch task.status {
        case .blocked: return console.text("(办件中止)", "(suspended)")
        case .taken:
            let place = task.substituteFor.map { console.text("(代 \($0))", " (for \($0))") } ?? ""
            return (task.assignee ?? "") + place
        default:
            let whom = task.standIns + task.escalatedTo
            return console.text("待领:", "offered: ") + (whom.isEmpty ? task.roles : whom).joined(separator: ", ")
        }
    }

    private static func actions(_ task: WorkInterface.Task, _ console: Console) -> String {
        task.actions.filter(\.allowed).map { "\($0.id) \(console.text($0.zh, $0.en))" }
            .joined(separator: console.text("、", ", "))
    }
}
