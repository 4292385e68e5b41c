// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// A flow as it was written: a statechart as W3C SCXML 1.0 defines it, with JsonLogic for its expressions.
///
/// The order of states and transitions matters: it is the document order that decides which of several transitions is
/// taken.
public struct FlowChart: Sendable, Hashable {
    public var name: String

    /// The states to start in; empty means the first.
    public var initial: [String]

    /// The `datamodel` it was declared with. With `ecmascript`, reading or assigning what is not declared is an error.
    public var datamodel: String?

    public var data: [FlowData]

    /// Runs once, after the data are set and before the first state is entered.
    public var script: [FlowContent]

    public var states: [FlowStateNode]

    public init(
        name: String = "",
        initial: [String] = [],
        datamodel: String? = nil,
        data: [FlowData] = [],
        script: [FlowContent] = [],
        states: [FlowStateNode]
    ) {
        self.name = name
        self.initial = initial
        self.datamodel = datamodel
        self.data = data
        self.script = script
        self.states = states
    }

    /// - Parameter data: Values by name, taken as they stand.
    public init(name: String = "", initial: String? = nil, data: JSONObject, states: [FlowStateNode]) {
        self.init(
            name: name,
            initial: initial.map { [$0] } ?? [],
            data: data.map { FlowData($0.name, value: $0.value) },
            states: states
        )
    }

    /// Calls `body` with every state in document order, and with the states around it, the outermost first.
    public func forEachState(_ body: (FlowStateNode, [FlowStateNode]) -> Void) {
        func visit(_ states: [FlowStateNode], _ around: [FlowStateNode]) {
            for state in states {
                body(state, around)
                if !state.children.isEmpty { visit(state.children, around + [state]) }
            }
        }
        visit(self.states, [])
    }
}

/// A value of the flow's data and what it starts with.
public struct FlowData: Sendable, Hashable {
    public var id: String

    /// The rule that gives the first value; `nil` for null.
    public var expression: JSON?

    /// - Parameter expression: A JsonLogic rule.
    public init(_ id: String, expression: JSON? = nil) {
        self.id = id
        self.expression = expression
    }

    /// - Parameter value: The first value, as it stands.
    public init(_ id: String, value: JSON) {
        self.init(id, expression: JsonLogic.literal(value))
    }
}
