// SPDX-License-Identifier: Apache-2.0

import Civic

/// Where a task for people stands in a list: the earlier due moment first, those without one last, then the older.
public struct WorkPosition: Sendable, Hashable, Comparable {
    public var due: Instant?
    public var task: TaskID

    public init(due: Instant?, task: TaskID) {
        self.due = due
        self.task = task
    }

    /// The due moment as a number that sorts; the largest when there is none.
    public var dueNumber: Int64 { self.due?.milliseconds ?? .max }

    public static func < (one: WorkPosition, other: WorkPosition) -> Bool {
        (one.dueNumber, one.task) < (other.dueNumber, other.task)
    }
}
