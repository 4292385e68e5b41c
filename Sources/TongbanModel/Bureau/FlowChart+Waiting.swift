// SPDX-License-Identifier: Apache-2.0

extension FlowChart {
    /// The atomic states in which a case can rest: not final, and without an eventless transition that is always taken.
    var waitingStates: [String] {
        var states: [String] = []
        self.forEachState { state, _ in
            guard state.kind == .atomic,
                !state.transitions.contains(where: { $0.events.isEmpty && $0.condition == nil })
            else { return }
            states.append(state.id)
        }
        return states
    }

    /// The kind of every state, by its identifier.
    var stateKinds: [String: FlowStateNode.Kind] {
        var kinds: [String: FlowStateNode.Kind] = [:]
        self.forEachState { state, _ in kinds[state.id] = state.kind }
        return kinds
    }

    /// The states around a state, the innermost first.
    func ancestors(of id: String) -> [String] {
        var found: [String] = []
        self.forEachState { state, around in
            if state.id == id { found = around.map(\.id).reversed() }
        }
        return found
    }
}
