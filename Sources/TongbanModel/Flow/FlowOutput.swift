// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// What a step of a flow asks its host to do.
public enum FlowOutput: Sendable, Hashable {
    case send(FlowSend)
    /// Takes back the delayed sends of this identifier.
    case cancel(String)
    case startInvoke(FlowInvoke)
    /// Ends the invocation of this identifier.
    case cancelInvoke(String)
    case log(String, JSON)
    /// The flow has ended with this value.
    case done(JSON)
}

/// An event to be sent: to the flow itself when there is no target, otherwise to whom the target names.
public struct FlowSend: Sendable, Hashable {
    public var event: String
    public var id: String
    public var target: String?
    public var type: String?
    public var delayMilliseconds: Int64
    public var data: JSON

    public init(
        event: String,
        id: String,
        target: String? = nil,
        type: String? = nil,
        delayMilliseconds: Int64 = 0,
        data: JSON = .null
    ) {
        self.event = event
        self.id = id
        self.target = target
        self.type = type
        self.delayMilliseconds = delayMilliseconds
        self.data = data
    }
}

/// Something to be started beside the flow for as long as a state is active.
public struct FlowInvoke: Sendable, Hashable {
    public var id: String
    public var state: String
    public var type: String?
    public var source: String?
    public var data: JSON
    public var content: JSON?
    public var isForwarding: Bool

    public init(
        id: String,
        state: String,
        type: String? = nil,
        source: String? = nil,
        data: JSON = .null,
        content: JSON? = nil,
        isForwarding: Bool = false
    ) {
        self.id = id
        self.state = state
        self.type = type
        self.source = source
        self.data = data
        self.content = content
        self.isForwarding = isForwarding
    }
}

/// What came of one step: the start, or one event handled to the end.
public struct FlowStep: Sendable, Hashable {
    public var state: FlowState
    public var outputs: [FlowOutput]

    /// States in the order they were left; one left twice is there twice.
    public var exited: [String]

    /// States in the order they were entered.
    public var entered: [String]

    /// Whether any transition was taken, one without targets included.
    public var didTransition: Bool
    /// Whether the event led to a transition; what stood ready before it came may have been done all the same.
    public var didHandle: Bool
    public var errors: [FlowError]
    /// The decision that could not be made, when that is among the errors.
    public var undecided: DecisionError?

    public init(
        state: FlowState,
        outputs: [FlowOutput] = [],
        exited: [String] = [],
        entered: [String] = [],
        didTransition: Bool = false,
        didHandle: Bool = false,
        errors: [FlowError] = []
    ) {
        self.state = state
        self.outputs = outputs
        self.exited = exited
        self.entered = entered
        self.didTransition = didTransition
        self.didHandle = didHandle
        self.errors = errors
    }
}
