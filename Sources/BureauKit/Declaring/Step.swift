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
        self.content = .assign(field, value.rule)
    }
}

/// Puts an automatic task for a handler of the bureau into the queue.
public struct Submits: Step {
    public let content: FlowContent

    public init(_ kind: String, _ payload: KeyValuePairs<String, Expression> = [:]) {
        self.content = .send(
            FlowSendContent(
                event: .string(kind),
                type: "submit",
                params: payload.map { FlowParam($0.key, $0.value.rule) }
            )
        )
    }
}

/// Puts a record into a register of the bureau.
public struct Records: Step {
    public let content: FlowContent

    /// - Parameter from: the day from which the record is valid so, in a dated register; today unless given.
    public init(
        in register: String,
        key: Expression,
        from: Expression? = nil,
        _ record: KeyValuePairs<String, Expression>
    ) {
        // A parameter is one rule; the daemon puts `record.NAME` together to a record again.
        var params = [FlowParam("key", key.rule)]
        if let from { params.append(FlowParam("from", from.rule)) }
        self.content = .send(
            FlowSendContent(
                event: .string(register),
                type: "put",
                params: params + record.map { FlowParam("record.\($0.key)", $0.value.rule) }
            )
        )
    }
}

/// Ends a record of a dated register of the bureau.
public struct EndsRecord: Step {
    public let content: FlowContent

    /// - Parameter day: the first day on which the record is not valid.
    public init(in register: String, key: Expression, on day: Expression) {
        self.content = .send(
            FlowSendContent(
                event: .string(register),
                type: "end",
                params: [FlowParam("key", key.rule), FlowParam("on", day.rule)]
            )
        )
    }
}

/// Removes a record from a register of the bureau; from a dated one as of today, with its past kept.
public struct RemovesRecord: Step {
    public let content: FlowContent

    public init(in register: String, key: Expression) {
        self.content = .send(
            FlowSendContent(event: .string(register), type: "remove", params: [FlowParam("key", key.rule)])
        )
    }
}

/// Opens a case of another item of the bureau, with this one as its parent.
public struct Opens: Step {
    public let content: FlowContent

    public init(_ item: String, _ data: KeyValuePairs<String, Expression>) {
        self.content = .send(
            FlowSendContent(event: .string(item), type: "open", params: data.map { FlowParam($0.key, $0.value.rule) })
        )
    }
}

/// Tells a role, a person or `subject` something. No sensitive words: texts travel by SMS.
public struct Notifies: Step {
    public let content: FlowContent

    public init(
        _ to: String,
        about topic: String,
        _ zh: String,
        _ en: String,
        urgency: HandoffUrgency = .normal
    ) {
        self.init(
            to: Expression(.string(to)),
            about: topic,
            zh: Expression(.string(zh)),
            en: Expression(.string(en)),
            urgency: urgency
        )
    }

    /// As above, with what values of the case say: to whoever they name, and with what they hold.
    ///
    /// ```swift
    /// Notifies(to: value("captain"), about: "dispatch.new", zh: text("调度 ", caseNumber), en: text("Dispatch ", caseNumber))
    /// ```
    ///
    /// - Parameters:
    ///   - to: gives a role of the bureau, a person's id, or `subject`.
    ///   - urgency: what is a matter of life is not held back by quiet hours.
    public init(
        to: Expression,
        about topic: String,
        zh: Expression,
        en: Expression,
        urgency: HandoffUrgency = .normal
    ) {
        var params = [FlowParam("to", to.rule), FlowParam("zh", zh.rule), FlowParam("en", en.rule)]
        if urgency != .normal { params.append(FlowParam("urgency", .string(urgency.rawValue))) }
        self.content = .send(FlowSendContent(event: .string(topic), type: "notify", params: params))
    }
}

/// Steps that are done only when a condition holds, or others when it does not.
///
/// ```swift
/// If(value("severity") == 1) { Notifies("head", about: "finding.grave", "一级问题。", "A grave finding.") }
/// ```
public struct If: Step {
    public let content: FlowContent

    public init(
        _ condition: Expression,
        @ListBuilder<any Step> _ steps: () -> [any Step],
        @ListBuilder<any Step> otherwise: () -> [any Step] = { [] }
    ) {
        self.content = .conditional(
            [.init(condition: condition.rule, actions: steps().map(\.content))],
            otherwise: otherwise().map(\.content)
        )
    }
}

/// Raises an event in the same case after a time.
public struct Delays: Step {
    public let content: FlowContent

    public init(_ event: String, seconds: Int64, id: String? = nil) {
        self.content = .send(
            FlowSendContent(event: .string(event), delay: .integer(seconds * 1_000), id: id)
        )
    }
}

/// Puts a mark beside the case's state, such as `DISPUTED`, which stays through other states until it is taken off.
public struct Marks: Step {
    public let content: FlowContent

    public init(_ mark: String) { self.content = Self.content(mark, on: true) }

    static func content(_ mark: String, on: Bool) -> FlowContent {
        .send(FlowSendContent(event: .string(mark), type: "mark", params: [FlowParam("on", .bool(on))]))
    }
}

/// Takes a mark off again.
public struct Unmarks: Step {
    public let content: FlowContent

    public init(_ mark: String) { self.content = Marks.content(mark, on: false) }
}

/// Ends the open cases of an item that this one opened: each gets the event `cancelled`, and when it has no way out of
/// its own ends as `CANCELLED`.
public struct Withdraws: Step {
    public let content: FlowContent

    public init(_ item: String) { self.content = .send(FlowSendContent(event: .string(item), type: "withdraw")) }
}

/// Asks for locks that only one case of the bureau holds at a time, all at once; the case gets the event
/// `locks.granted` when it has them, at once or in its turn. What a case holds is given back when it closes.
///
/// ```swift
/// State("WAITING", "等待", "Waiting") {
///     Acquires("map")
///     OnEvent("locks.granted", to: "EDITING")
/// }
/// ```
public struct Acquires: Step {
    public let content: FlowContent

    public init(_ locks: String...) {
        self.content = .send(
            FlowSendContent(event: .string(locks.sorted().joined(separator: " ")), type: "acquire")
        )
    }
}

/// Gives locks back to whoever waits for them.
public struct Releases: Step {
    public let content: FlowContent

    public init(_ locks: String...) {
        self.content = .send(
            FlowSendContent(event: .string(locks.isEmpty ? "*" : locks.joined(separator: " ")), type: "release")
        )
    }
}
