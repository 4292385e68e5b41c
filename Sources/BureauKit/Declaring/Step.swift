// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// Something that happens on an action, an event, or the entry of a state.
public protocol Step: ActionPart, StatePart, DeadlinePart {
    var content: FlowContent { get }
}

/// Sets a value of the case.
public struct Sets: Step {
    public let content: FlowContent

    public init(_ field: String, to value: Expression) {
        self.content = .assign(location: field, value: value.rule)
    }
}

/// Puts an automatic task for a handler of the bureau into the queue.
public struct Submits: Step {
    public let content: FlowContent

    public init(_ kind: String, _ payload: KeyValuePairs<String, Expression> = [:]) {
        self.content = .sending(type: "submit", event: kind, members: payload)
    }
}

/// Puts a record into a register of the bureau.
public struct Records: Step {
    public let content: FlowContent

    public init(in register: String, key: Expression, _ record: KeyValuePairs<String, Expression>) {
        var members = JSONObject()
        for (name, value) in record {
            members[name] = value.rule
        }
        self.content = .send(
            FlowContent.Send(
                event: register, type: "put", parameters: [("key", key.rule)],
                objects: [("record", members)]))
    }
}

/// Opens a case of another item of the bureau, with this one as its parent.
public struct Opens: Step {
    public let content: FlowContent

    public init(_ item: String, _ data: KeyValuePairs<String, Expression>) {
        self.content = .sending(type: "open", event: item, members: data)
    }
}

/// Tells a role, a person or `subject` something. No sensitive words: texts travel by SMS.
public struct Notifies: Step {
    public let content: FlowContent

    public init(_ to: String, about topic: String, _ zh: String, _ en: String) {
        self.content = .send(
            FlowContent.Send(
                event: topic, type: "notify",
                parameters: [("to", .string(to)), ("zh", .string(zh)), ("en", .string(en))]))
    }
}

/// Raises an event in the same case after a time.
public struct Delays: Step {
    public let content: FlowContent

    public init(_ event: String, seconds: Int64, id: String? = nil) {
        self.content = .send(
            FlowContent.Send(event: event, id: id, delayMilliseconds: seconds * 1_000))
    }
}
