// SPDX-License-Identifier: Apache-2.0

import Civic

/// What a migration does to one case, or would do.
public struct CaseMigration: Sendable, Hashable {
    public enum Outcome: String, Sendable, Hashable {
        /// It can be migrated; nothing was done.
        case ready
        case migrated
        /// It cannot be migrated, see ``CaseMigration/refusals``; nothing was done.
        case refused
        /// Somebody changed it since it was looked at; nothing was done.
        case changed
    }

    /// A deadline before and after; without a moment before, it starts, without one after, it ends.
    public struct Deadline: Sendable, Hashable {
        public enum Change: String, Sendable, Hashable {
            case kept
            case moved
            case started
            case ended
        }

        public var id: String
        public var name: Bilingual
        public var change: Change
        /// Limits in the notation of `Limit`.
        public var limitBefore: String?
        public var limitAfter: String?
        public var dueBefore: Instant?
        public var dueAfter: Instant?

        public init(
            id: String,
            name: Bilingual,
            change: Change,
            limitBefore: String?,
            limitAfter: String?,
            dueBefore: Instant?,
            dueAfter: Instant?
        ) {
            self.id = id
            self.name = name
            self.change = change
            self.limitBefore = limitBefore
            self.limitAfter = limitAfter
            self.dueBefore = dueBefore
            self.dueAfter = dueAfter
        }
    }

    /// What appears, goes, or stays with another declaration.
    public struct Difference: Sendable, Hashable {
        public var added: [String] = []
        public var removed: [String] = []
        public var changed: [String] = []

        public init() {}

        public init<Value: Equatable>(from old: [String: Value], to new: [String: Value]) {
            self.added = new.keys.filter { old[$0] == nil }.sorted()
            self.removed = old.keys.filter { new[$0] == nil }.sorted()
            self.changed = new.keys.filter { id in old[id].map { $0 != new[id] } ?? false }.sorted()
        }
    }

    public var number: String
    /// The revision it had when it was looked at.
    public var revision: Int
    public var from: Int
    public var to: Int
    public var statesBefore: [String]
    public var statesAfter: [String]
    /// Where it goes at once by itself, when a condition of the new version holds already.
    public var movesOn: Bool
    public var deadlines: [Deadline]
    /// Actions, by id.
    public var actions: Difference
    /// Tasks for people, by kind.
    public var tasks: Difference
    /// What the new version's form finds wrong with the values; they stay as they are.
    public var faults: [FormFault]
    public var refusals: [Refusal]
    public var outcome: Outcome

    public init(number: String, revision: Int, from: Int, to: Int, statesBefore: [String]) {
        self.number = number
        self.revision = revision
        self.from = from
        self.to = to
        self.statesBefore = statesBefore
        self.statesAfter = []
        self.movesOn = false
        self.deadlines = []
        self.actions = Difference()
        self.tasks = Difference()
        self.faults = []
        self.refusals = []
        self.outcome = .refused
    }
}
