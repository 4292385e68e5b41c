// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// Runs a chart by the algorithm of W3C SCXML 1.0, appendix D, one event at a time and to the end each time.
///
/// It holds nothing of a run: a run is a ``FlowState``, and a step makes a new one of it. What a step wants done in the
/// world stands in its outputs.
///
/// ```swift
/// let interpreter = try FlowInterpreter(chart)
/// var step = interpreter.start(data: ["amount": 120])
/// step = interpreter.handle(FlowEvent(name: "approve"), in: step.state)
/// interpreter.atomicStates(of: step.state)
/// ```
public struct FlowInterpreter: Sendable {
    /// How many microsteps one step may take; a flow that takes more does not come to rest.
    public static let microstepLimit = 10_000

    var compiled: CompiledChart

    /// Makes a chart ready to run.
    ///
    /// - Parameter decisions: The tables and score cards that its rules may ask.
    /// - Throws: What is wrong with the chart's structure; ``FlowCheck`` says more.
    public init(_ chart: FlowChart, decisions: DecisionSet? = nil) throws(FlowError) {
        self.compiled = try CompiledChart(chart)
        self.compiled.decisions = decisions
    }

    public var chart: FlowChart { self.compiled.chart }

    /// Enters the chart's first states and runs on until it waits.
    ///
    /// - Parameters:
    ///   - data: Values from outside; they take the place of what the chart declares under the same name.
    ///   - stamps: What `_event.data` is until the first event.
    ///   - sessionID: What `_sessionid` is; the host keeps it unique.
    public func start(data: JSONObject, stamps: JSONObject = [:], sessionID: String = "flow") -> FlowStep {
        var machine = FlowMachine(self.compiled, FlowState(data: data, sessionID: sessionID))
        machine.start(stamps: stamps)
        return machine.result(from: nil)
    }

    /// Handles one event from outside and runs on until the flow waits again.
    ///
    /// A step that does not come to rest changes nothing: its state is the one given, and its errors say why.
    public func handle(_ event: FlowEvent, in state: FlowState) -> FlowStep {
        guard state.isRunning else { return FlowStep(state: state) }
        var machine = FlowMachine(self.compiled, state)
        machine.handle(event)
        return machine.result(from: state)
    }

    /// Takes a flow that has ended up again: enters a state, with what is around and inside it, and runs on until the
    /// flow waits. Its data and what its history states remember stay.
    ///
    /// - Parameter event: what the first expressions see as `_event`.
    /// - Returns: `nil` while the flow runs, or when there is no such state.
    public func reenter(_ stateID: String, with event: FlowEvent, in state: FlowState) -> FlowStep? {
        guard !state.isRunning else { return nil }
        return try? self.place(in: [stateID], from: state, entering: event)
    }

    /// The identifiers of all active states, those around the atomic ones included.
    public func activeStates(of state: FlowState) -> Set<String> {
        var ids: Set<String> = []
        for atomic in state.atomic {
            var number = self.compiled.numbers[atomic] ?? 0
            while number > 0 {
                ids.insert(self.compiled.states[number].id)
                number = self.compiled.states[number].parent
            }
        }
        return ids
    }

    /// The identifiers of the active states that hold no others, sorted.
    public func atomicStates(of state: FlowState) -> [String] { state.atomic.sorted() }

    /// The final state the flow ended in; `nil` while it runs.
    public func finalState(of state: FlowState) -> String? {
        guard !state.isRunning, let id = state.atomic.first, let number = self.compiled.numbers[id],
            self.compiled.states[number].kind == .final, self.compiled.states[number].parent == 0
        else { return nil }
        return id
    }

    /// How many states a state stands in, itself included; 0 when there is no such state.
    public func depth(of stateID: String) -> Int {
        self.compiled.numbers[stateID].map { self.compiled.states[$0].depth } ?? 0
    }

    /// Active states of another version of the chart that this one does not have; empty when the flow can go on here.
    public func unknownStates(in state: FlowState) -> [String] {
        let remembered = state.history.flatMap { [$0.key] + $0.value } + state.invocations.map(\.state)
        return Set(state.atomic + remembered).filter { self.compiled.numbers[$0] == nil }.sorted()
    }
}
