// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// Something a flow does on a transition, or when a state is entered or left. Values are JsonLogic rules.
public indirect enum FlowContent: Sendable, Hashable {
    /// Puts an event before all events from outside.
    case raise(String)
    case send(FlowSendContent)
    /// Takes back a delayed event; the rule gives the identifier it was sent under.
    case cancel(JSON)
    /// Gives a value to a place in the data: `total`, `items[0].fee`, `items[i].fee`.
    case assign(String, JSON)
    /// The actions of the first branch whose condition holds, or else the last ones.
    case conditional([Branch], otherwise: [FlowContent])
    case foreach(Loop)
    case log(label: String, JSON)
    /// Assignments written as a script; other than ``assign(_:_:)``, a declared one may make a new name.
    case script([Assignment])

    public struct Branch: Sendable, Hashable {
        public var condition: JSON
        public var actions: [FlowContent]

        public init(condition: JSON, actions: [FlowContent]) {
            self.condition = condition
            self.actions = actions
        }
    }

    /// Runs actions for every element of an array, on a copy of it.
    public struct Loop: Sendable, Hashable {
        public var array: JSON
        /// The name that holds the element.
        public var item: String
        /// The name that holds its number, from 0.
        public var index: String?
        public var actions: [FlowContent]

        public init(array: JSON, item: String, index: String? = nil, actions: [FlowContent]) {
            self.array = array
            self.item = item
            self.index = index
            self.actions = actions
        }
    }

    public struct Assignment: Sendable, Hashable {
        public var location: String
        public var value: JSON
        /// Whether it was written with `var`, `let` or `const`.
        public var isDeclaration: Bool

        public init(_ location: String, _ value: JSON, isDeclaration: Bool = false) {
            self.location = location
            self.value = value
            self.isDeclaration = isDeclaration
        }
    }
}

/// A name and the rule that gives its value.
public struct FlowParam: Sendable, Hashable {
    public var name: String
    public var value: JSON

    public init(_ name: String, _ value: JSON) {
        self.name = name
        self.value = value
    }
}

/// A `<send>`: every part but the identifiers is a rule, and a plain text is the rule that gives that text.
public struct FlowSendContent: Sendable, Hashable {
    public var event: JSON?
    public var target: JSON?
    public var type: JSON?

    /// Gives milliseconds, or a text such as `500ms`, `1.5s`, `10m`, `2h`, `3d`.
    public var delay: JSON?
    public var id: String?

    /// Where to put the identifier that is made when there is no ``id``.
    public var idLocation: String?

    /// Locations whose values are sent along under their own names.
    public var names: [String]
    public var params: [FlowParam]

    /// The whole of the event's data, instead of names and params.
    public var content: JSON?

    public init(
        event: JSON? = nil,
        target: JSON? = nil,
        type: JSON? = nil,
        delay: JSON? = nil,
        id: String? = nil,
        idLocation: String? = nil,
        names: [String] = [],
        params: [FlowParam] = [],
        content: JSON? = nil
    ) {
        self.event = event
        self.target = target
        self.type = type
        self.delay = delay
        self.id = id
        self.idLocation = idLocation
        self.names = names
        self.params = params
        self.content = content
    }
}

/// An `<invoke>` as it was written.
public struct FlowInvokeNode: Sendable, Hashable {
    public var id: String?
    public var idLocation: String?
    public var type: JSON?
    public var source: JSON?
    public var names: [String]
    public var params: [FlowParam]
    public var content: JSON?

    /// Whether every event from outside is to be passed on.
    public var isForwarding: Bool

    /// Runs when an event comes back from what was invoked, before transitions are chosen.
    public var finalize: [FlowContent]

    public init(
        id: String? = nil,
        idLocation: String? = nil,
        type: JSON? = nil,
        source: JSON? = nil,
        names: [String] = [],
        params: [FlowParam] = [],
        content: JSON? = nil,
        isForwarding: Bool = false,
        finalize: [FlowContent] = []
    ) {
        self.id = id
        self.idLocation = idLocation
        self.type = type
        self.source = source
        self.names = names
        self.params = params
        self.content = content
        self.isForwarding = isForwarding
        self.finalize = finalize
    }
}
