// SPDX-License-Identifier: Apache-2.0

import ByteJSON

extension FlowMachine {
    /// What a set of transitions enters.
    private struct EntrySet {
        var states: Set<Int> = []
        var byDefault: Set<Int> = []
        /// The actions of history defaults, by the state around the history state.
        var historyActions: [Int: [CompiledChart.Action]] = [:]
    }

    // MARK: Leaving

    mutating func exitStates(_ transitions: [Int]) {
        let leaving = self.exitSet(transitions)
        for number in leaving.reversed() {
            self.statesToInvoke.remove(number)
            self.remember(number)
        }
        for number in leaving.reversed() {
            self.leave(number)
        }
    }

    private mutating func remember(_ number: Int) {
        for history in self.compiled.states[number].histories {
            let isDeep = self.compiled.states[history].kind == .history(deep: true)
            self.history[history] =
                isDeep
                ? self.atomicStates.filter { self.compiled.isDescendant($0, of: number) }
                : self.compiled.states[number].children.filter { self.active[$0] }
        }
    }

    private mutating func leave(_ number: Int) {
        for block in self.compiled.states[number].onExit {
            _ = self.execute(block, in: number)
        }
        let id = self.compiled.states[number].id
        for invocation in self.state.invocations where invocation.state == id {
            self.outputs.append(.cancelInvoke(invocation.id))
        }
        self.state.invocations.removeAll { $0.state == id }
        self.active[number] = false
        self.exited.append(id)
    }

    /// Runs what is to be done on leaving the last states; they stay on record as where the flow ended.
    mutating func exitInterpreter() {
        var value = JSON.null
        for number in self.active.indices.reversed() where number > 0 && self.active[number] {
            for block in self.compiled.states[number].onExit {
                _ = self.execute(block, in: number)
            }
            if self.compiled.states[number].kind == .final, self.compiled.states[number].parent == 0 {
                value = self.doneData(of: number)
            }
        }
        for invocation in self.state.invocations {
            self.outputs.append(.cancelInvoke(invocation.id))
        }
        self.state.invocations = []
        self.outputs.append(.done(value))
    }

    // MARK: Entering

    mutating func enterInitialStates() { self.enterStates(at: self.compiled.states[0].initial) }

    /// Enters states from outside the chart, with what is around and inside them.
    mutating func enterStates(at targets: [Int]) {
        var set = EntrySet()
        for target in targets {
            self.addDescendants(target, to: &set)
        }
        for target in self.effectiveTargets(of: targets) {
            self.addAncestors(of: target, below: 0, to: &set)
        }
        self.enter(set)
    }

    mutating func enterStates(_ transitions: [Int]) {
        var set = EntrySet()
        for index in transitions {
            guard let domain = self.domain(of: index) else { continue }
            let targets = self.compiled.transitions[index].targets
            for target in targets {
                self.addDescendants(target, to: &set)
            }
            for target in self.effectiveTargets(of: targets) {
                self.addAncestors(of: target, below: domain, to: &set)
            }
        }
        if !set.states.isEmpty { self.enter(set) }
    }

    private func addDescendants(_ number: Int, to set: inout EntrySet) {
        let state = self.compiled.states[number]
        if self.isHistory(number) {
            let targets: [Int]
            if let remembered = self.history[number] {
                targets = remembered
            } else {
                targets = state.initial
                set.historyActions[state.parent] = state.initialActions
            }
            for target in targets {
                self.addDescendants(target, to: &set)
            }
            for target in targets {
                self.addAncestors(of: target, below: state.parent, to: &set)
            }
            return
        }
        set.states.insert(number)
        if state.kind == .compound {
            set.byDefault.insert(number)
            for target in state.initial {
                self.addDescendants(target, to: &set)
            }
            for target in state.initial {
                self.addAncestors(of: target, below: number, to: &set)
            }
        } else if state.kind == .parallel {
            self.addRegions(of: number, to: &set)
        }
    }

    private func addAncestors(of number: Int, below ancestor: Int, to set: inout EntrySet) {
        var current = self.compiled.states[number].parent
        while current > ancestor {
            set.states.insert(current)
            if self.compiled.states[current].kind == .parallel { self.addRegions(of: current, to: &set) }
            current = self.compiled.states[current].parent
        }
    }

    /// Enters the regions of a parallel state that nothing else leads into.
    private func addRegions(of number: Int, to set: inout EntrySet) {
        for child in self.compiled.states[number].children
        where !set.states.contains(where: { $0 == child || self.compiled.isDescendant($0, of: child) }) {
            self.addDescendants(child, to: &set)
        }
    }

    private mutating func enter(_ set: EntrySet) {
        for number in set.states.sorted() {
            self.active[number] = true
            self.entered.append(self.compiled.states[number].id)
            if !self.compiled.states[number].invokes.isEmpty { self.statesToInvoke.insert(number) }
            for block in self.compiled.states[number].onEntry {
                _ = self.execute(block, in: number)
            }
            if set.byDefault.contains(number) {
                _ = self.execute(self.compiled.states[number].initialActions, in: number)
            }
            if let actions = set.historyActions[number] { _ = self.execute(actions, in: number) }
            if self.compiled.states[number].kind == .final { self.reachFinal(number) }
        }
    }

    private mutating func reachFinal(_ number: Int) {
        let parent = self.compiled.states[number].parent
        guard parent > 0 else {
            self.state.isRunning = false
            return
        }
        self.raiseDone(parent, data: self.doneData(of: number))
        let region = self.compiled.states[parent].parent
        if region > 0, self.compiled.states[region].kind == .parallel,
            self.compiled.states[region].children.allSatisfy({ self.isInFinalState($0) })
        {
            self.raiseDone(region, data: .null)
        }
    }

    private mutating func raiseDone(_ number: Int, data: JSON) {
        self.queue.append(
            FlowEvent(name: "done.state." + self.compiled.states[number].id, data: data, kind: .platform)
        )
    }

    private func isInFinalState(_ number: Int) -> Bool {
        let state = self.compiled.states[number]
        return switch state.kind {
        case .compound: state.children.contains { self.compiled.states[$0].kind == .final && self.active[$0] }
        case .parallel: state.children.allSatisfy { self.isInFinalState($0) }
        default: false
        }
    }
}
