// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// A state of a flow, or a group of states.
///
/// ```swift
/// State("RECEIVED", "已收到", "Received") {
///     Deadline("accept", "受理", "Accept", .workingDays(7))
///     Action("accept", "受理", "Accept", by: "bureau", to: "ACCEPTED")
/// }
/// ```
public struct State: StatePart {
    enum Kind: Sendable, Hashable {
        case plain
        case parallel
        case final
        case history
    }

    let id: String
    let name: Bilingual
    var kind = Kind.plain
    var isUntimed = false
    var isUntasked = false
    var holder: HolderDeclaration?
    let initial: String?
    let parts: [any StatePart]

    /// - Parameter initial: with states inside, the one entered first; without, the first written.
    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        initial: String? = nil,
        @ListBuilder<any StatePart> _ parts: () -> [any StatePart] = { [] }
    ) {
        self.id = id
        self.name = Bilingual(zh, en)
        self.initial = initial
        self.parts = parts()
    }

    /// Says that a case may rest here without a deadline.
    public func untimed() -> State {
        var copy = self
        copy.isUntimed = true
        return copy
    }

    /// Says that the state puts no task for people into the queue, nor do the states inside it.
    public func untasked() -> State {
        var copy = self
        copy.isUntasked = true
        return copy
    }

    /// Says whose time passes while a case is here or in a state inside; without, it is the bureau's.
    ///
    /// ```swift
    /// State("RETURNED", "退回补正", "Returned") { … }.heldBy(.applicant)
    /// State("EXPERT", "专家评审", "Expert review") { … }.heldBy(.pause("EXPERT"))
    /// State("TOLD", "转办", "Handed on") { … }.heldBy(.body(value("to")))
    /// ```
    public func heldBy(_ holder: HolderDeclaration) -> State {
        var copy = self
        copy.holder = holder
        return copy
    }

    var children: [State] { self.parts.compactMap { $0 as? State } }
}

extension HolderDeclaration {
    /// Another body, by a value of the case; the time is the bureau's while there is none.
    public static func body(_ name: Expression) -> HolderDeclaration { .init(kind: .body, name: name.rule) }
    /// A pause, by a value of the case that gives its reason; the time is the bureau's while there is none.
    public static func pause(_ reason: Expression) -> HolderDeclaration { .init(kind: .pause, name: reason.rule) }
}

/// A group whose states are all active at once.
public func Parallel(
    _ id: String,
    _ zh: String,
    _ en: String,
    @ListBuilder<any StatePart> _ parts: () -> [any StatePart]
) -> State {
    var state = State(id, zh, en, parts)
    state.kind = .parallel
    return state
}

/// A state in which the case is closed, or its group done; its id is the outcome.
public func Final(
    _ id: String,
    _ zh: String,
    _ en: String,
    @ListBuilder<any StatePart> _ parts: () -> [any StatePart] = { [] }
) -> State {
    var state = State(id, zh, en, parts)
    state.kind = .final
    return state
}

/// Stands for the state of its group that was active last: where a case goes on after a suspension.
public func History(_ id: String, otherwise initial: String) -> State {
    var state = State(id, id, id, initial: initial)
    state.kind = .history
    return state
}
