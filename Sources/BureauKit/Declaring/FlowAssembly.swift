// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// Takes the states of an item apart: into the statechart, and into what stands on top of it.
struct FlowAssembly {
    private(set) var names: [ItemDeclaration.StateName] = []
    private(set) var actions: [ActionDeclaration] = []
    private(set) var deadlines: [DeadlineDeclaration] = []
    private(set) var tasks: [HumanTaskDeclaration] = []
    private(set) var untasked: [String] = []

    /// - Parameter deadlines: those of the whole case. Their passing is heard in every outermost state.
    mutating func chart(_ name: String, _ flow: Flow, _ deadlines: [Deadline]) -> FlowChart {
        let passings = deadlines.compactMap { deadline -> FlowTransition? in
            self.deadlines.append(deadline.declaration)
            return Self.passing(of: deadline)
        }
        let nodes = flow.states.map { state in
            var node = self.node(state)
            if state.kind == .plain || state.kind == .parallel { node.transitions += passings }
            return node
        }
        return FlowChart(name: name, initial: (flow.initial ?? flow.states.first?.id).map { [$0] } ?? [], states: nodes)
    }

    private mutating func node(_ state: State) -> FlowStateNode {
        if state.kind != .history {
            self.names.append(.init(id: state.id, name: state.name, untimed: state.isUntimed, holder: state.holder))
        }
        self.tasks += state.parts.compactMap { ($0 as? Work)?.declaration(in: state.id) }
        if state.isUntasked { self.untasked.append(state.id) }
        var transitions: [FlowTransition] = []
        var entry: [FlowContent] = []
        for part in state.parts {
            switch part {
            case let action as Action:
                let transition = self.transition(action, in: state)
                if state.kind != .final { transitions.append(transition) }
            case let event as OnEvent:
                transitions.append(
                    FlowTransition(
                        events: [event.event],
                        targets: event.target.map { [$0] } ?? [],
                        condition: event.condition?.rule,
                        actions: event.parts.map(\.content)
                    )
                )
            case let condition as When:
                transitions.append(
                    FlowTransition(
                        events: [],
                        targets: [condition.target],
                        condition: condition.condition.rule,
                        actions: condition.parts.map(\.content)
                    )
                )
            case let deadline as Deadline:
                if let transition = self.transition(deadline, in: state) { transitions.append(transition) }
            case let onEntry as OnEntry: entry += onEntry.parts.map(\.content)
            case let step as any Step: entry.append(step.content)
            default: break
            }
        }
        let children = state.children.map { self.node($0) }
        let kind: FlowStateNode.Kind =
            switch state.kind {
            case .final: .final
            case .parallel: .parallel
            case .history: .history(deep: true)
            case .plain: children.isEmpty ? .atomic : .compound
            }
        if state.kind == .history, let initial = state.initial {
            transitions = [FlowTransition(events: [], targets: [initial])]
        }
        let initial: [String] =
            kind == .compound
            ? [state.initial ?? state.children.first { $0.kind != .history }?.id].compactMap { $0 } : []
        return FlowStateNode(
            state.id,
            kind: kind,
            initial: initial,
            children: children,
            transitions: transitions,
            onEntry: entry.isEmpty ? [] : [entry]
        )
    }

    private mutating func transition(_ action: Action, in state: State) -> FlowTransition {
        if !self.actions.contains(where: { $0.id == action.id && $0.state == state.id }) {
            self.actions.append(
                ActionDeclaration(
                    id: action.id,
                    state: state.id,
                    name: action.name,
                    roles: action.roles,
                    fields: action.parts.compactMap { ($0 as? Field)?.declaration },
                    notBy: action.notBy,
                    requirements: action.parts.compactMap { ($0 as? Requires)?.declaration },
                    extensions: action.parts.compactMap { ($0 as? Extends)?.declaration },
                    form: action.parts.lazy.compactMap { ($0 as? Edits)?.use }.first,
                    whileSuspended: action.isWhileSuspended ? true : nil,
                    reopens: state.kind == .final ? action.target : nil,
                    within: action.lastsFor?.description
                )
            )
        }
        return FlowTransition(
            events: [action.id],
            targets: action.target.map { [$0] } ?? [],
            condition: action.condition?.rule,
            actions: action.parts.compactMap { ($0 as? any Step)?.content }
        )
    }

    private mutating func transition(_ deadline: Deadline, in state: State) -> FlowTransition? {
        var declaration = deadline.declaration
        declaration.state = state.id
        self.deadlines.append(declaration)
        return Self.passing(of: deadline)
    }

    /// What the flow does when the moment has passed.
    private static func passing(of deadline: Deadline) -> FlowTransition? {
        let steps = deadline.parts.compactMap { ($0 as? any Step)?.content }
        guard deadline.target != nil || !steps.isEmpty else { return nil }
        return FlowTransition(
            events: [deadline.declaration.dueEvent],
            targets: deadline.target.map { [$0] } ?? [],
            actions: steps
        )
    }
}
