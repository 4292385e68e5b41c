// SPDX-License-Identifier: Apache-2.0

import Civic

/// A piece of work for people that a state of a flow puts into the shared queue when it is entered.
///
/// A state whose actions are taken by people and that declares none has one by itself; see
/// ``ItemDeclaration/humanTasks``.
public struct HumanTaskDeclaration: Sendable, Hashable, Codable {
    /// The kind of its tasks in the queue `BUREAU.people`; unique in the item.
    public var id: String
    /// The task is there while this state is active.
    public var state: String
    public var name: Bilingual
    /// Roles of the bureau; who holds one of them is offered the task.
    public var roles: [String]
    /// Whether persons of every area are offered it; otherwise those whose area contains the case's.
    public var anywhere: Bool?
    /// Four-eyes: nobody who took one of these actions in the case is offered the task; `open` means opening the case.
    public var notBy: [String]?
    /// Higher comes first among tasks of the same due moment; 0 unless given.
    public var priority: Int?
    /// Whether an action that ends the task may be taken by its holder only.
    public var mustHold: Bool?
    /// The rungs of a deadline at which the holder is reminded by itself: `half`, `soon`, `due`, `breach3`.
    public var reminders: [String]?

    public init(
        id: String,
        state: String,
        name: Bilingual,
        roles: [String],
        anywhere: Bool? = nil,
        notBy: [String]? = nil,
        priority: Int? = nil,
        mustHold: Bool? = nil,
        reminders: [String]? = nil
    ) {
        self.id = id
        self.state = state
        self.name = name
        self.roles = roles
        self.anywhere = anywhere
        self.notBy = notBy
        self.priority = priority
        self.mustHold = mustHold
        self.reminders = reminders
    }

    /// The rungs at which the holder is reminded when nothing is said.
    public static let commonReminders = ["soon", "due"]
}
