// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// A state of a chart, with the states inside it.
public struct FlowStateNode: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// No states inside.
        case atomic
        /// One of the states inside is active.
        case compound
        /// All of the states inside are active.
        case parallel
        /// Ends its parent; at the top, the flow.
        case final
        /// Stands for the states that were active when its parent was left last: the children, or, `deep`, the atomic
        /// descendants. Its one transition leads where to go when there was no such time.
        case history(deep: Bool)
    }

    public var id: String
    public var kind: Kind

    /// Of a compound state: the descendants to enter with it; empty means the first child.
    public var initial: [String]

    /// Runs when the state is entered by way of ``initial``, after its own ``onEntry``.
    public var initialActions: [FlowContent]

    public var children: [FlowStateNode]
    public var transitions: [FlowTransition]

    /// Blocks that run in order; an error ends its own block only.
    public var onEntry: [[FlowContent]]
    public var onExit: [[FlowContent]]
    public var data: [FlowData]
    public var invokes: [FlowInvokeNode]

    /// Of a final state: what its done event carries.
    public var donedata: FlowDoneData?

    /// - Parameter kind: `nil` takes ``Kind/compound`` for a state with children and ``Kind/atomic`` for one without.
    public init(
        _ id: String,
        kind: Kind? = nil,
        initial: [String] = [],
        initialActions: [FlowContent] = [],
        children: [FlowStateNode] = [],
        transitions: [FlowTransition] = [],
        onEntry: [[FlowContent]] = [],
        onExit: [[FlowContent]] = [],
        data: [FlowData] = [],
        invokes: [FlowInvokeNode] = [],
        donedata: FlowDoneData? = nil
    ) {
        self.id = id
        self.kind = kind ?? (children.isEmpty ? .atomic : .compound)
        self.initial = initial
        self.initialActions = initialActions
        self.children = children
        self.transitions = transitions
        self.onEntry = onEntry
        self.onExit = onExit
        self.data = data
        self.invokes = invokes
        self.donedata = donedata
    }

    public var isHistory: Bool {
        if case .history = self.kind { true } else { false }
    }
}

/// A way from a state to others, or, without targets, something to do while staying.
public struct FlowTransition: Sendable, Hashable {
    /// Event descriptors: names or their leading parts (`error` matches `error.execution`), `*` for every event. Empty
    /// means the transition waits for no event.
    public var events: [String]
    public var targets: [String]

    /// A rule; `nil` for always.
    public var condition: JSON?

    /// Whether a transition to descendants of a compound state leaves that state active.
    public var isInternal: Bool
    public var actions: [FlowContent]

    public init(
        events: [String] = [],
        targets: [String] = [],
        condition: JSON? = nil,
        isInternal: Bool = false,
        actions: [FlowContent] = []
    ) {
        self.events = events
        self.targets = targets
        self.condition = condition
        self.isInternal = isInternal
        self.actions = actions
    }
}

/// What the done event of a final state carries: members, or one value.
public enum FlowDoneData: Sendable, Hashable {
    case params([FlowParam])
    /// A rule.
    case content(JSON)
}
