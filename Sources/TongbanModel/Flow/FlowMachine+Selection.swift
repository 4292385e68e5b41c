// SPDX-License-Identifier: Apache-2.0

extension FlowMachine {
    mutating func selectEventlessTransitions() -> [Int] {
        guard self.compiled.hasEventless else { return [] }
        return self.select { $0.events.isEmpty }
    }

    mutating func selectTransitions(for event: FlowEvent) -> [Int] {
        self.select { transition in transition.events.contains { $0.matches(event.name) } }
    }

    /// The first transition that is enabled for each active atomic state, going outward, without those preempted.
    private mutating func select(where isCalled: (CompiledChart.Transition) -> Bool) -> [Int] {
        var selected: [Int] = []
        // A condition of a state around several atomic ones is asked once, so that a failure is told once.
        var asked: [Int: Bool] = [:]
        for atomic in self.atomicStates {
            var number = atomic
            search: while number > 0 {
                for index in self.compiled.states[number].transitions {
                    guard isCalled(self.compiled.transitions[index]) else { continue }
                    if let condition = self.compiled.transitions[index].condition {
                        if asked[index] == nil { asked[index] = self.holds(condition, in: number) }
                        guard asked[index] == true else { continue }
                    }
                    if !selected.contains(index) { selected.append(index) }
                    break search
                }
                number = self.compiled.states[number].parent
            }
        }
        return selected.count > 1 ? self.removeConflicts(selected) : selected
    }

    /// Of transitions that would leave the same state, the one from the inner state stays, otherwise the first.
    private func removeConflicts(_ transitions: [Int]) -> [Int] {
        var kept: [Int] = []
        for one in transitions {
            let leaves = Set(self.exitSet([one]))
            var isPreempted = false
            var removed: [Int] = []
            for other in kept where !leaves.isDisjoint(with: self.exitSet([other])) {
                let source = self.compiled.transitions[one].source
                if self.compiled.isDescendant(source, of: self.compiled.transitions[other].source) {
                    removed.append(other)
                } else {
                    isPreempted = true
                    break
                }
            }
            if !isPreempted {
                kept.removeAll { removed.contains($0) }
                kept.append(one)
            }
        }
        return kept
    }

    // MARK: Domains

    /// The states a set of transitions leaves, in document order.
    func exitSet(_ transitions: [Int]) -> [Int] {
        var leaves = Array(repeating: false, count: self.active.count)
        for index in transitions {
            guard let domain = self.domain(of: index) else { continue }
            let last = self.compiled.states[domain].last
            var number = domain + 1
            while number <= last {
                if self.active[number] { leaves[number] = true }
                number += 1
            }
        }
        return leaves.indices.filter { leaves[$0] }
    }

    /// The state within which everything is left and entered; `nil` for a transition without targets.
    func domain(of index: Int) -> Int? {
        let transition = self.compiled.transitions[index]
        let targets = self.effectiveTargets(of: transition.targets)
        guard !targets.isEmpty else { return nil }
        if transition.isInternal, self.compiled.states[transition.source].kind == .compound,
            targets.allSatisfy({ self.compiled.isDescendant($0, of: transition.source) })
        {
            return transition.source
        }
        var ancestor = self.compiled.states[transition.source].parent
        while ancestor > 0 {
            if self.compiled.states[ancestor].kind == .compound,
                targets.allSatisfy({ self.compiled.isDescendant($0, of: ancestor) })
            {
                return ancestor
            }
            ancestor = self.compiled.states[ancestor].parent
        }
        return 0
    }

    /// The targets with history states replaced by what they stand for now.
    func effectiveTargets(of targets: [Int]) -> [Int] {
        guard targets.contains(where: { self.isHistory($0) }) else { return targets }
        var effective: [Int] = []
        for target in targets {
            let stands = self.isHistory(target) ? self.history[target] ?? [] : [target]
            let resolved =
                self.isHistory(target) && self.history[target] == nil
                ? self.effectiveTargets(of: self.compiled.states[target].initial) : stands
            for number in resolved where !effective.contains(number) {
                effective.append(number)
            }
        }
        return effective
    }

    func isHistory(_ number: Int) -> Bool {
        if case .history = self.compiled.states[number].kind { true } else { false }
    }
}
