// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// A chart made ready to run: states and transitions as numbers in document order, everything that can be looked up
/// looked up.
///
/// State 0 is the chart itself. A state's descendants follow it without a gap, so that "is a descendant" is a
/// comparison.
struct CompiledChart: Sendable {
    struct State: Sendable {
        var id: String
        var kind: FlowStateNode.Kind
        /// -1 for the chart itself.
        var parent: Int
        /// The last descendant, or the state itself.
        var last: Int
        var depth: Int
        /// Without history states.
        var children: [Int] = []
        var histories: [Int] = []
        /// The targets of the initial transition, of a history state those of its default.
        var initial: [Int] = []
        var initialActions: [Action] = []
        var transitions: Range<Int> = 0..<0
        var onEntry: [[Action]] = []
        var onExit: [[Action]] = []
        var invokes: [FlowInvokeNode] = []
        /// Of each invoke.
        var finalize: [[Action]] = []
        var donedata: FlowDoneData?
        var isAtomic: Bool { self.kind == .atomic || self.kind == .final }
    }

    struct Transition: Sendable {
        var source: Int
        var events: [Descriptor]
        var targets: [Int]
        var condition: JSON?
        var isInternal: Bool
        var actions: [Action]
    }

    /// An event descriptor; `nil` matches every event.
    struct Descriptor: Sendable {
        var prefix: [UInt8]?
    }

    /// Executable content with its locations read.
    indirect enum Action: Sendable {
        case raise(String)
        /// A name without a rule is no location, which shows when it runs.
        case send(FlowSendContent, idLocation: FlowLocation?, names: [(String, JSON?)])
        case cancel(JSON)
        case assign(FlowLocation, JSON, isDeclaration: Bool)
        case conditional([(condition: JSON, actions: [Action])], otherwise: [Action])
        case foreach(array: JSON, item: String, index: String?, actions: [Action])
        case log(String, JSON)
    }

    var chart: FlowChart
    var states: [State] = []
    var transitions: [Transition] = []
    var numbers: [String: Int] = [:]
    var script: [Action] = []
    var isStrict: Bool
    /// What rules may ask as `table`.
    var decisions: DecisionSet?
    var hasEventless = false
    /// Whether a state declares data of its own.
    var hasLocalData = false

    /// Whether the one state is inside the other.
    func isDescendant(_ state: Int, of other: Int) -> Bool { state > other && state <= self.states[other].last }
}
