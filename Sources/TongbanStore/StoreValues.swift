// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// How many tasks of one queue and kind are in one state.
public struct TaskCount: Sendable, Hashable {
    public var queue: String
    public var kind: String
    public var state: TaskState
    public var count: Int

    public init(queue: String, kind: String, state: TaskState, count: Int) {
        self.queue = queue
        self.kind = kind
        self.state = state
        self.count = count
    }
}

/// Where a ready task stands in the order of claiming: higher priority first, then the older (smaller) id.
public struct ReadyPosition: Sendable, Hashable, Comparable {
    public var priority: Int
    public var id: TaskID

    public init(priority: Int, id: TaskID) {
        self.priority = priority
        self.id = id
    }

    /// Whether it is claimed before the other.
    public static func < (one: ReadyPosition, other: ReadyPosition) -> Bool {
        one.priority == other.priority ? one.id < other.id : one.priority > other.priority
    }
}

/// Where a timer stands among all: the earlier first, ties by id.
public struct TimerPosition: Sendable, Hashable {
    public var due: Instant
    public var id: String

    public init(due: Instant, id: String) {
        self.due = due
        self.id = id
    }
}

/// Which tasks are meant; `nil` means any.
public struct TaskFilter: Sendable, Hashable {
    public var queue: String?
    public var state: TaskState?
    public var kind: String?
    public var caseNumber: String?

    public init(queue: String? = nil, state: TaskState? = nil, kind: String? = nil, caseNumber: String? = nil) {
        self.queue = queue
        self.state = state
        self.kind = kind
        self.caseNumber = caseNumber
    }
}

/// Which cases are meant; `nil` means any.
public struct CaseFilter: Sendable, Hashable {
    public var bureau: String?
    public var item: String?
    public var state: String?
    public var isOpen: Bool?
    /// Cases of this area and of those inside it: a prefix of the area code.
    public var areaPrefix: String?
    public var subject: String?

    public init(
        bureau: String? = nil,
        item: String? = nil,
        state: String? = nil,
        isOpen: Bool? = nil,
        areaPrefix: String? = nil,
        subject: String? = nil
    ) {
        self.bureau = bureau
        self.item = item
        self.state = state
        self.isOpen = isOpen
        self.areaPrefix = areaPrefix
        self.subject = subject
    }
}

/// Which journal entries are meant; `nil` means any.
public struct JournalFilter: Sendable, Hashable {
    public var bureau: String?
    public var caseNumber: String?
    /// A kind, or its first dotted parts: `case` means `case.opened`, `case.action` and so on.
    public var kind: String?

    public init(bureau: String? = nil, caseNumber: String? = nil, kind: String? = nil) {
        self.bureau = bureau
        self.caseNumber = caseNumber
        self.kind = kind
    }

    public static let all = JournalFilter()

    public func matches(_ entry: JournalEntry) -> Bool {
        if let bureau, entry.bureau != bureau { return false }
        if let caseNumber, entry.caseNumber != caseNumber { return false }
        if let kind, entry.kind != kind, !entry.kind.hasPrefix(kind + ".") { return false }
        return true
    }
}

/// A part of the journal.
public struct JournalPage: Sendable, Hashable {
    public var entries: [JournalEntry]
    /// Up to here nothing is left that the filter lets through; where the next page begins.
    public var lookedAt: Int64

    public init(entries: [JournalEntry], lookedAt: Int64) {
        self.entries = entries
        self.lookedAt = lookedAt
    }
}

/// Where an object stands among those of its kind in the order of one of its keys; ties by id.
public struct ObjectPosition: Sendable, Hashable {
    public var value: String
    public var id: String

    public init(value: String, id: String) {
        self.value = value
        self.id = id
    }
}

/// A named value of the daemon's own: a calendar table, a rule file, the simulated time.
public struct Setting: Sendable, Hashable {
    public var key: String
    public var value: RawJSON

    public init(key: String, value: RawJSON) {
        self.key = key
        self.value = value
    }
}
