// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// One version of a bureau's declaration, with its flows compiled.
final class LoadedBureau {
    let declaration: BureauDeclaration
    let version: Int
    let json: JSON
    let items: [String: LoadedItem]

    init(declaration: BureauDeclaration, version: Int, json: JSON) throws(EngineError) {
        self.declaration = declaration
        self.version = version
        self.json = json
        var items: [String: LoadedItem] = [:]
        for item in declaration.items {
            items[item.id] = try LoadedItem(
                bureau: declaration.id,
                prefix: declaration.prefix,
                version: version,
                item,
                decisions: DecisionSet(declaration),
                book: declaration.ruleBook ?? []
            )
        }
        self.items = items
    }
}

/// An item of one version of a declaration, with its flow compiled and its actions indexed.
final class LoadedItem {
    let bureau: String
    let version: Int
    let declaration: ItemDeclaration
    let interpreter: FlowInterpreter
    let prefix: String
    /// Actions by event, each as declared in one state.
    let actions: [String: [ActionDeclaration]]
    let deadlines: [String: DeadlineDeclaration]
    let deadlinesByState: [String: [DeadlineDeclaration]]
    /// Of the whole case.
    let caseDeadlines: [DeadlineDeclaration]
    /// The hours of deadlines that have hours of their own.
    let deadlineHours: [String: OfficeHours]
    /// The tasks for people, those that follow from actions included.
    let humanTasks: [HumanTaskDeclaration]
    let humanTasksByState: [String: [HumanTaskDeclaration]]
    /// Each state that has such a task, with the states around it.
    let statesAround: [String: Set<String>]
    /// The actions that leave their state whenever they are taken, as `STATE/ACTION`.
    let leavingActions: Set<String>
    let holders: HolderTable
    let mask: CaseMask
    /// Whether its cases hold something sensitive, and are stored sealed.
    let isSensitive: Bool
    /// The tables and score cards of the bureau.
    let decisions: DecisionSet
    /// Whether its cases are decided by what held on a day.
    let hasRules: Bool
    /// The rules of the bureau's rule file that its flow asks for.
    let book: [RuleDeclaration]

    init(
        bureau: String,
        prefix: String,
        version: Int,
        _ item: ItemDeclaration,
        decisions: DecisionSet,
        book: [RuleDeclaration] = []
    ) throws(EngineError) {
        self.decisions = decisions
        let names = book.isEmpty ? [] : item.ruleNames
        self.book = book.filter { names.contains($0.id) }
        self.hasRules = item.rules != nil || !decisions.isEmpty || !self.book.isEmpty
        self.bureau = bureau
        self.version = version
        self.declaration = item
        self.prefix = item.prefix ?? prefix
        do {
            self.interpreter = try FlowInterpreter(item.flow, decisions: decisions)
        } catch {
            throw .refused(
                Refusal(
                    code: "BAD_FLOW",
                    zh: "部门 \(bureau) 事项 \(item.id) 的流程有误:\(error)",
                    en: "bureau \(bureau), item \(item.id): faulty flow: \(error)"
                )
            )
        }
        self.actions = Dictionary(grouping: item.actions, by: \.id)
        let deadlines = item.deadlines + [item.suspension?.running].compactMap { $0 }
        self.deadlines = Dictionary(deadlines.map { ($0.id, $0) }) { first, _ in first }
        self.deadlinesByState = Dictionary(grouping: deadlines.filter { !$0.isOfWholeCase }, by: \.state)
        self.caseDeadlines = item.deadlines.filter(\.isOfWholeCase)
        var hours: [String: OfficeHours] = [:]
        for deadline in item.deadlines {
            if let own = deadline.hours { hours[deadline.id] = try? OfficeHours(json: own) }
        }
        self.deadlineHours = hours
        let tasks = item.humanTasks
        self.humanTasks = tasks
        self.humanTasksByState = Dictionary(grouping: tasks, by: \.state)
        var around: [String: Set<String>] = [:]
        var leaving: Set<String> = []
        item.flow.forEachState { state, outer in
            if tasks.contains(where: { $0.state == state.id }) {
                around[state.id] = Set([state.id] + outer.map(\.id))
            }
            for action in item.actions where action.state == state.id {
                let ways = state.transitions.filter { $0.events.contains(action.id) }
                if !ways.isEmpty, ways.allSatisfy({ !$0.targets.isEmpty }) {
                    leaving.insert("\(state.id)/\(action.id)")
                }
            }
        }
        self.statesAround = around
        self.leavingActions = leaving
        self.holders = HolderTable(item)
        self.mask = CaseMask(item)
        self.isSensitive = item.rating != nil || item.allFields.contains(where: \.holdsSensitive)
    }

    func humanTask(_ id: String) -> HumanTaskDeclaration? {
        self.humanTasks.first { $0.id == id }
    }
}
