// SPDX-License-Identifier: Apache-2.0

/// What a chart must satisfy before it can be made ready to run, state by state.
struct FlowStructure {
    private(set) var faults: [FlowError] = []
    private var descendants: [String: Set<String>] = [:]
    private var ids: Set<String> = []

    /// All faults in document order.
    static func faults(in chart: FlowChart) -> [FlowError] {
        var structure = FlowStructure()
        guard chart.states.contains(where: { !$0.isHistory }) else { return [.noStates] }
        structure.collect(chart.states)
        structure.checkInitial(chart.initial, of: "", within: structure.ids)
        for node in chart.states {
            if node.isHistory {
                structure.refuse(node, "a history state stands inside another state")
            }
            structure.check(node)
        }
        return structure.faults
    }

    private mutating func refuse(_ node: FlowStateNode, _ reason: String) {
        self.faults.append(.badStructure(state: node.id, reason: reason))
    }

    @discardableResult
    private mutating func collect(_ nodes: [FlowStateNode]) -> Set<String> {
        var all: Set<String> = []
        for node in nodes {
            if node.id.isEmpty || node.id.utf8.contains(where: { $0 <= 0x20 }) {
                self.faults.append(.badIdentifier(node.id))
            } else if !self.ids.insert(node.id).inserted {
                self.faults.append(.duplicateState(node.id))
            }
            let inside = self.collect(node.children)
            self.descendants[node.id, default: []].formUnion(inside)
            all.formUnion(inside)
            all.insert(node.id)
        }
        return all
    }

    private mutating func checkInitial(_ targets: [String], of id: String, within allowed: Set<String>) {
        for target in targets {
            if !self.ids.contains(target) {
                self.faults.append(.unknownTarget(state: id, target: target))
            } else if !allowed.contains(target) {
                self.faults.append(.badInitial(state: id, target: target))
            }
        }
    }

    private mutating func check(_ node: FlowStateNode) {
        let inner = node.children.filter { !$0.isHistory }
        switch node.kind {
        case .atomic:
            if !node.children.isEmpty { self.refuse(node, "an atomic state holds no states") }
        case .compound:
            if inner.isEmpty { self.refuse(node, "a compound state holds at least one state") }
            self.checkInitial(node.initial, of: node.id, within: self.descendants[node.id] ?? [])
        case .parallel:
            if inner.isEmpty { self.refuse(node, "a parallel state holds at least one state") }
            if inner.contains(where: { $0.kind == .final }) {
                self.refuse(node, "a parallel state holds no final state of its own")
            }
        case .final:
            if !node.children.isEmpty { self.refuse(node, "a final state holds no states") }
            if !node.transitions.isEmpty { self.refuse(node, "a final state has no transitions") }
            if !node.invokes.isEmpty { self.refuse(node, "a final state invokes nothing") }
        case .history:
            self.checkHistory(node)
        }
        if node.kind != .compound, !node.initial.isEmpty || !node.initialActions.isEmpty {
            self.refuse(node, "only a compound state has an initial state")
        }
        if node.kind != .final, node.donedata != nil { self.refuse(node, "only a final state has donedata") }
        for transition in node.transitions {
            for target in transition.targets where !self.ids.contains(target) {
                self.faults.append(.unknownTarget(state: node.id, target: target))
            }
        }
        for child in node.children {
            if child.isHistory, let transition = child.transitions.first {
                let targets = transition.targets.filter(self.ids.contains)
                self.checkInitial(targets, of: child.id, within: self.descendants[node.id] ?? [])
            }
            self.check(child)
        }
    }

    private mutating func checkHistory(_ node: FlowStateNode) {
        if !node.children.isEmpty { self.refuse(node, "a history state holds no states") }
        if node.transitions.count > 1 { self.refuse(node, "a history state has one transition") }
        if !node.onEntry.isEmpty || !node.onExit.isEmpty || !node.invokes.isEmpty {
            self.refuse(node, "a history state is never entered, so it does nothing")
        }
        if let transition = node.transitions.first,
            !transition.events.isEmpty || transition.condition != nil || transition.targets.isEmpty
        {
            self.refuse(node, "the transition of a history state has targets, and neither event nor condition")
        }
    }
}
