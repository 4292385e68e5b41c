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

    var children: [State] { self.parts.compactMap { $0 as? State } }
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
