// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// What may stand inside an action or event.
public protocol ActionPart: Sendable {}
/// What may stand inside a state.
public protocol StatePart: Sendable {}
/// What may stand inside a deadline.
public protocol DeadlinePart: Sendable {}

extension Field: ActionPart {}

/// A rule an action must obey; else it is refused with the code.
///
/// The condition may use ``form(_:)``, ``value(_:)`` and ``applicant``.
public struct Requires: ActionPart {
    var declaration: RequirementDeclaration

    /// - Parameter detail: what is added to the code and the text, such as a share reached.
    public init(_ code: String, _ condition: Expression, _ zh: String, _ en: String, detail: Expression? = nil) {
        self.declaration = RequirementDeclaration(
            code: code,
            condition: condition.rule,
            message: Bilingual(zh, en),
            detail: detail?.rule
        )
    }
}

/// That the fields of the item's form may be given anew with an action.
public struct Edits: ActionPart {
    let use: ActionDeclaration.FormUse

    /// - Parameter completing: that the form must be whole afterwards and obey the rules of opening.
    public init(completing: Bool = true) {
        self.use = completing ? .completes : .edits
    }
}

/// That an action lengthens a deadline.
public struct Extends: ActionPart {
    var declaration: ExtensionDeclaration

    public init(_ deadline: String, by limit: Limit, times: Int = 1) {
        self.declaration = ExtensionDeclaration(deadline: deadline, limit: .string(limit.description), times: times)
    }

    /// - Parameter limit: an expression that gives the limit, such as a ``rule(_:)``.
    public init(_ deadline: String, by limit: Expression, times: Int = 1) {
        self.declaration = ExtensionDeclaration(deadline: deadline, limit: limit.rule, times: times)
    }
}

/// What a person may do in a state.
///
/// ```swift
/// Action("approve", "批准", "Approve", by: "head", to: "IN_FORCE", notBy: ["opinion"]) {
///     Field("reason", "理由", "Reason").required()
/// }
/// ```
public struct Action: StatePart {
    let id: String
    let name: Bilingual
    let roles: [String]
    let target: String?
    let notBy: [String]
    let condition: Expression?
    let parts: [any ActionPart]
    var isWhileSuspended = false
    var lastsFor: Limit?

    /// - Parameters:
    ///   - roles: one of them is enough.
    ///   - target: the state it leads to; without one the case stays where it is. In a ``Final`` state: where the case is
    ///     taken up again, which an action there must say.
    ///   - notBy: four-eyes: who took one of these actions in the case may not take this one; `open` means opening it.
    ///   - condition: the action leads there only when it holds; a second action of the same id may say what else.
    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        by roles: String...,
        to target: String? = nil,
        notBy: [String] = [],
        when condition: Expression? = nil,
        @ListBuilder<any ActionPart> _ parts: () -> [any ActionPart] = { [] }
    ) {
        self.id = id
        self.name = Bilingual(zh, en)
        self.roles = roles
        self.target = target
        self.notBy = notBy
        self.condition = condition
        self.parts = parts()
    }

    /// As above, with the roles as a list.
    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        by roles: [String],
        to target: String? = nil,
        notBy: [String] = [],
        when condition: Expression? = nil,
        @ListBuilder<any ActionPart> _ parts: () -> [any ActionPart] = { [] }
    ) {
        self.id = id
        self.name = Bilingual(zh, en)
        self.roles = roles
        self.target = target
        self.notBy = notBy
        self.condition = condition
        self.parts = parts()
    }

    /// Says that it may be taken while the case is suspended.
    public func whileSuspended() -> Action {
        var copy = self
        copy.isWhileSuspended = true
        return copy
    }

    /// In a ``Final`` state: how long after the closing it may be taken.
    public func within(_ limit: Limit) -> Action {
        var copy = self
        copy.lastsFor = limit
        return copy
    }
}

/// What happens in a state when the system raises an event: a handler's result, a child case's end.
public struct OnEvent: StatePart {
    let event: String
    let target: String?
    let condition: Expression?
    let parts: [any Step]

    public init(
        _ event: String,
        to target: String? = nil,
        when condition: Expression? = nil,
        @ListBuilder<any Step> _ parts: () -> [any Step] = { [] }
    ) {
        self.event = event
        self.target = target
        self.condition = condition
        self.parts = parts()
    }
}

/// Where the case goes by itself as soon as a condition holds.
public struct When: StatePart {
    let condition: Expression
    let target: String
    let parts: [any Step]

    public init(
        _ condition: Expression,
        to target: String,
        @ListBuilder<any Step> _ parts: () -> [any Step] = { [] }
    ) {
        self.condition = condition
        self.target = target
        self.parts = parts()
    }
}

/// What happens whenever a state is entered.
public struct OnEntry: StatePart {
    let parts: [any Step]

    public init(@ListBuilder<any Step> _ parts: () -> [any Step]) {
        self.parts = parts()
    }
}
