// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// A task for people that is in the shared queue while the state is active.
///
/// ```swift
/// State("REVIEW", "审核", "Review") {
///     Work("review", "审核", "Review", for: "bureau", notBy: ["propose"], mustHold: true)
///     Action("approve", "批准", "Approve", by: "bureau", to: "APPROVED", notBy: ["propose"])
/// }
/// ```
///
/// A state without it has a task for the roles of its actions all the same; say it where the task is for others, has a
/// name of its own, must be held, or there are several. ``State/untasked()`` says that there is none.
public struct Work: StatePart {
    private let id: String
    private let name: Bilingual
    private let roles: [String]
    private let anywhere: Bool
    private let notBy: [String]
    private let priority: Int
    private let mustHold: Bool
    private let reminders: [String]?

    /// - Parameters:
    ///   - id: unique in the item; the kind of the task in the queue.
    ///   - roles: who holds one of them is offered it.
    ///   - anywhere: that persons of every area are offered it, not only those who answer for the case's.
    ///   - notBy: four-eyes: who took one of these actions in the case is not offered it; `open` means opening it.
    ///   - mustHold: that an action that ends the task may be taken by its holder only.
    ///   - reminders: the rungs of a deadline at which the holder is reminded: `half`, `soon`, `due`, `breach3`;
    ///     without, at `soon` and `due`.
    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        for roles: String...,
        anywhere: Bool = false,
        notBy: [String] = [],
        priority: Int = 0,
        mustHold: Bool = false,
        reminders: [String]? = nil
    ) {
        self.id = id
        self.name = Bilingual(zh, en)
        self.roles = roles
        self.anywhere = anywhere
        self.notBy = notBy
        self.priority = priority
        self.mustHold = mustHold
        self.reminders = reminders
    }

    func declaration(in state: String) -> HumanTaskDeclaration {
        HumanTaskDeclaration(
            id: self.id,
            state: state,
            name: self.name,
            roles: self.roles,
            anywhere: self.anywhere ? true : nil,
            notBy: self.notBy.isEmpty ? nil : self.notBy,
            priority: self.priority == 0 ? nil : self.priority,
            mustHold: self.mustHold ? true : nil,
            reminders: self.reminders
        )
    }
}
