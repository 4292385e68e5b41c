// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// One step of a flow while it is being taken. The names of procedures are those of SCXML's appendix D.
struct FlowMachine {
    let compiled: CompiledChart
    var state: FlowState
    /// By state number.
    var active: [Bool]
    var history: [Int: [Int]] = [:]
    var statesToInvoke: Set<Int> = []
    var queue: [FlowEvent] = []
    var queueHead = 0
    var event: FlowEvent?
    /// What expressions see beside the data.
    var specials: JSONObject
    var microsteps = 0
    var actionsDone = 0
    var isRunaway = false

    var outputs: [FlowOutput] = []
    var exited: [String] = []
    var entered: [String] = []
    var didTransition = false
    /// Whether the event from outside led to a transition, not only what stood ready before it came.
    var didHandle = false
    var errors: [FlowError] = []
    /// The last decision that could not be made.
    var undecided: DecisionError?

    /// How many actions one step may do; nested loops over long arrays could otherwise take hours.
    static let actionLimit = 1_000_000

    init(_ compiled: CompiledChart, _ state: FlowState) {
        self.compiled = compiled
        self.state = state
        self.active = Array(repeating: false, count: compiled.states.count)
        self.active[0] = true
        self.specials = ["_sessionid": .string(state.sessionID), "_name": .string(compiled.chart.name)]
        for id in state.atomic {
            var number = compiled.numbers[id] ?? 0
            while number > 0, !self.active[number] {
                self.active[number] = true
                number = compiled.states[number].parent
            }
        }
        for (id, ids) in state.history {
            guard let number = compiled.numbers[id] else { continue }
            self.history[number] = ids.compactMap { compiled.numbers[$0] }
        }
    }

    // MARK: The ways in

    mutating func start(stamps: JSONObject) {
        if !stamps.isEmpty { self.specials["_event"] = ["name": "", "type": "platform", "data": .object(stamps)] }
        self.setData()
        _ = self.execute(self.compiled.script, in: 0)
        self.enterInitialStates()
        self.runToRest()
    }

    mutating func handle(_ event: FlowEvent) {
        self.bind(event)
        if let invokeID = event.invokeID { self.finalize(invokeID) }
        let transitions = self.selectTransitions(for: event)
        self.didHandle = !transitions.isEmpty
        if !transitions.isEmpty { self.microstep(transitions) }
        self.runToRest()
    }

    private mutating func finalize(_ invokeID: String) {
        for invocation in self.state.invocations where invocation.id == invokeID {
            guard let number = self.compiled.numbers[invocation.state], self.active[number],
                self.compiled.states[number].finalize.indices.contains(invocation.index)
            else { continue }
            _ = self.execute(self.compiled.states[number].finalize[invocation.index], in: number)
        }
    }

    /// The data of all states are set at once, as early binding has it.
    private mutating func setData() {
        for data in self.compiled.chart.data where self.state.data[data.id] == nil {
            self.set(data, in: 0)
        }
        guard self.compiled.hasLocalData else { return }
        var local: [(FlowData, Int)] = []
        self.compiled.chart.forEachState { node, _ in
            let number = self.compiled.numbers[node.id] ?? 0
            local += node.data.map { ($0, number) }
        }
        for (data, number) in local {
            self.set(data, in: number)
        }
    }

    /// The data a flow from another version of the chart does not have yet; what it has is left as it is.
    mutating func setMissingData() {
        for data in self.compiled.chart.data where self.state.data[data.id] == nil {
            self.set(data, in: 0)
        }
        guard self.compiled.hasLocalData else { return }
        var local: [(FlowData, Int)] = []
        self.compiled.chart.forEachState { node, _ in
            let number = self.compiled.numbers[node.id] ?? 0
            local += node.data.filter { self.state.data[$0.id] == nil }.map { ($0, number) }
        }
        for (data, number) in local {
            self.set(data, in: number)
        }
    }

    private mutating func set(_ data: FlowData, in number: Int) {
        do {
            self.state.data[data.id] = try self.value(of: data.expression ?? .null)
        } catch {
            self.state.data[data.id] = .null
            self.raise(error, in: number)
        }
    }

    // MARK: The loop

    mutating func runToRest() {
        while self.state.isRunning, !self.isRunaway {
            var transitions = self.selectEventlessTransitions()
            if transitions.isEmpty {
                guard self.queueHead < self.queue.count else {
                    self.invokeWhatIsNew()
                    if self.queueHead < self.queue.count { continue }
                    break
                }
                let event = self.queue[self.queueHead]
                self.queueHead += 1
                self.bind(event)
                transitions = self.selectTransitions(for: event)
                if transitions.isEmpty { self.tell(ofUnhandled: event) }
            }
            if !transitions.isEmpty { self.microstep(transitions) }
        }
        for event in self.queue[self.queueHead...] {
            self.tell(ofUnhandled: event)
        }
        if !self.state.isRunning { self.exitInterpreter() }
    }

    private mutating func tell(ofUnhandled event: FlowEvent) {
        guard event.name == "error.execution", event.kind == .platform else { return }
        self.errors.append(
            .execution(
                state: event.data["state"]?.stringValue ?? "",
                reason: event.data["reason"]?.stringValue ?? ""
            )
        )
    }

    mutating func bind(_ event: FlowEvent) {
        self.event = event
        self.specials["_event"] = event.json
    }

    private mutating func microstep(_ transitions: [Int]) {
        self.microsteps += 1
        guard self.microsteps <= FlowInterpreter.microstepLimit else {
            self.runAway(limit: FlowInterpreter.microstepLimit)
            return
        }
        self.didTransition = true
        self.exitStates(transitions)
        for transition in transitions {
            let compiled = self.compiled.transitions[transition]
            _ = self.execute(compiled.actions, in: compiled.source)
        }
        self.enterStates(transitions)
    }

    mutating func runAway(limit: Int) {
        guard !self.isRunaway else { return }
        self.isRunaway = true
        self.errors.append(.runaway(states: self.atomicStates.map { self.compiled.states[$0].id }, limit: limit))
    }

    var atomicStates: [Int] {
        self.active.indices.filter { self.active[$0] && self.compiled.states[$0].isAtomic }
    }

    // MARK: The result

    /// - Parameter before: where the flow stood, `nil` at its start.
    func result(from before: FlowState?) -> FlowStep {
        if self.isRunaway {
            var state = before ?? self.state
            if before == nil { state.isRunning = false }
            return FlowStep(state: state, errors: self.errors)
        }
        var state = self.state
        state.atomic = self.atomicStates.map { self.compiled.states[$0].id }
        for (number, numbers) in self.history {
            state.history[self.compiled.states[number].id] = numbers.map { self.compiled.states[$0].id }
        }
        var step = FlowStep(
            state: state,
            outputs: self.outputs,
            exited: self.exited,
            entered: self.entered,
            didTransition: self.didTransition,
            didHandle: self.didHandle,
            errors: self.errors
        )
        if !self.errors.isEmpty { step.undecided = self.undecided }
        return step
    }
}
