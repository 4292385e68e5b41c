// SPDX-License-Identifier: Apache-2.0

import ByteJSON

extension FlowInterpreter {
    /// Puts a flow into given states without going through a transition: for a case that goes on in another version of
    /// its chart, or is taken up again.
    ///
    /// Data, session and what history states remember stay, as far as the chart has the states; data that the chart
    /// declares and the flow does not have yet get their first values. What was active and is so no longer is among
    /// ``FlowStep/exited``, without its exit actions; what is active anew is among ``FlowStep/entered``.
    ///
    /// ```swift
    /// let step = try interpreter.place(in: ["REVIEW"], from: old)                           // nothing runs
    /// let step = try interpreter.place(in: ["REVIEW"], from: old, entering: FlowEvent(name: "reopen"))
    /// ```
    ///
    /// - Parameters:
    ///   - states: without `event`, all active atomic states; with it, states to enter, whose insides and surroundings
    ///     follow by the rules of entering.
    ///   - event: `nil` runs no entry action and no transition, and the flow stands exactly in `states`. Otherwise what
    ///     is new is entered with its entry actions, which see the event as `_event`, and the flow runs on until it waits.
    /// - Throws: ``FlowError/illegalConfiguration(states:reason:)`` when the states cannot be active together.
    public func place(
        in states: [String],
        from state: FlowState,
        entering event: FlowEvent? = nil
    ) throws(FlowError) -> FlowStep {
        var machine = FlowMachine(self.compiled, state.known(to: self.compiled))
        if let event {
            let numbers = try self.numbers(of: states)
            machine.reenter(numbers, with: event)
            return machine.result(from: state)
        }
        if let reason = self.illegality(of: states) { throw .illegalConfiguration(states: states, reason: reason) }
        machine.place(try self.numbers(of: states))
        return machine.result(from: state)
    }

    /// Lets a flow that was placed run on until it waits: takes the eventless transitions whose conditions hold.
    ///
    /// - Parameter event: what expressions see as `_event`.
    public func goOn(from state: FlowState, with event: FlowEvent) -> FlowStep {
        guard state.isRunning else { return FlowStep(state: state) }
        var machine = FlowMachine(self.compiled, state)
        machine.goOn(with: event)
        return machine.result(from: state)
    }

    /// Why states cannot be all the active atomic states of a flow; `nil` when they can.
    public func illegality(of states: [String]) -> String? {
        guard !states.isEmpty else { return "no state is named" }
        var active: Set<Int> = [0]
        for id in states {
            guard let number = self.compiled.numbers[id] else { return "there is no state \(id)" }
            guard self.compiled.states[number].isAtomic else { return "\(id) holds states or is none to rest in" }
            guard active.insert(number).inserted else { return "\(id) is named twice" }
            var around = self.compiled.states[number].parent
            while around > 0 {
                active.insert(around)
                around = self.compiled.states[around].parent
            }
        }
        for number in active.sorted() where !self.compiled.states[number].isAtomic {
            let state = self.compiled.states[number]
            let inside = state.children.filter(active.contains)
            if state.kind == .parallel, let missing = state.children.first(where: { !active.contains($0) }) {
                return "the region \(self.compiled.states[missing].id) of \(state.id) has no active state"
            }
            if state.kind != .parallel, inside.count > 1 {
                let ids = inside.map { self.compiled.states[$0].id }.joined(separator: ", ")
                return "\(ids) cannot be active together"
            }
        }
        return nil
    }

    private func numbers(of states: [String]) throws(FlowError) -> [Int] {
        guard !states.isEmpty else { throw .illegalConfiguration(states: states, reason: "no state is named") }
        var numbers: [Int] = []
        for id in states {
            guard let number = self.compiled.numbers[id] else {
                throw .illegalConfiguration(states: states, reason: "there is no state \(id)")
            }
            numbers.append(number)
        }
        return numbers
    }
}

extension FlowState {
    /// The same flow with some states under other identifiers.
    public func renaming(_ names: [String: String]) -> FlowState {
        func name(_ id: String) -> String { names[id] ?? id }
        var copy = self
        copy.atomic = self.atomic.map(name)
        copy.history = [:]
        for (state, states) in self.history {
            copy.history[name(state)] = states.map(name)
        }
        for index in copy.invocations.indices {
            copy.invocations[index].state = name(copy.invocations[index].state)
        }
        return copy
    }

    /// Without what a chart has no states for. A history whose states are not all there, or no longer lie around it,
    /// is forgotten whole, since half of it would be no way to go on.
    fileprivate func known(to compiled: CompiledChart) -> FlowState {
        var copy = self
        copy.atomic = self.atomic.filter { compiled.numbers[$0] != nil }
        copy.history = self.history.filter { state, states in
            guard let number = compiled.numbers[state], case .history = compiled.states[number].kind else {
                return false
            }
            let parent = compiled.states[number].parent
            return !states.isEmpty
                && states.allSatisfy { id in
                    compiled.numbers[id].map { compiled.isDescendant($0, of: parent) } ?? false
                }
        }
        return copy
    }
}

extension FlowMachine {
    /// Leaves everything without exit actions and enters states with their entry actions.
    mutating func reenter(_ numbers: [Int], with event: FlowEvent) {
        self.bind(event)
        self.setMissingData()
        self.leaveAll()
        self.state.isRunning = true
        self.didTransition = true
        self.enterStates(at: numbers)
        self.runToRest()
    }

    /// Stands in the given atomic states and nothing else; nothing runs.
    mutating func place(_ numbers: [Int]) {
        self.setMissingData()
        let old = self.active
        self.active = Array(repeating: false, count: self.compiled.states.count)
        self.active[0] = true
        for atomic in numbers {
            var number = atomic
            while number > 0, !self.active[number] {
                self.active[number] = true
                number = self.compiled.states[number].parent
            }
        }
        for number in self.active.indices.reversed() where old[number] && !self.active[number] {
            self.exited.append(self.compiled.states[number].id)
        }
        for number in self.active.indices where !old[number] && self.active[number] {
            self.entered.append(self.compiled.states[number].id)
        }
        self.didTransition = !self.exited.isEmpty || !self.entered.isEmpty
        let active = self.active
        self.dropInvocations { active[$0] }
        self.state.isRunning = !self.active.indices.contains { number in
            self.active[number] && self.compiled.states[number].kind == .final
                && self.compiled.states[number].parent == 0
        }
    }

    mutating func goOn(with event: FlowEvent) {
        self.bind(event)
        self.runToRest()
    }

    private mutating func leaveAll() {
        for ended in self.active.indices.reversed() where ended > 0 && self.active[ended] {
            self.active[ended] = false
            self.exited.append(self.compiled.states[ended].id)
        }
        self.dropInvocations { _ in false }
    }

    /// Ends what was started beside a state that is active no more, or that starts it no more.
    private mutating func dropInvocations(unless isKept: (Int) -> Bool) {
        var kept: [FlowState.Invocation] = []
        for invocation in self.state.invocations {
            if let number = self.compiled.numbers[invocation.state], isKept(number),
                self.compiled.states[number].invokes.indices.contains(invocation.index)
            {
                kept.append(invocation)
            } else {
                self.outputs.append(.cancelInvoke(invocation.id))
            }
        }
        self.state.invocations = kept
    }
}
