// SPDX-License-Identifier: Apache-2.0

/// The statements with a fixed text; each is prepared once for a connection.
enum SQLiteQuery: Int, CaseIterable {
    case begin, commit, rollback, mark, keepMark, dropMark

    case insertTask, updateTask, removeTask, rememberHighestTask
    case putHumanTask, removeHumanTask, putOffer, removeOffers
    case putQueue, putCount, removeCount
    case appendEntry
    case putCase
    case putCounter
    case putTimer, removeTimer
    case updateRecord, insertRecord, removeRecord, countRecord
    case putObject, removeObject, putObjectKey, removeObjectKeys
    case putDeclaration
    case putPerson, removePerson
    case putSetting, removeSetting

    case queues, counts, highestTask
    case task, taskByKey
    case readyFirst, readySamePriority, readyLowerPriority
    case nextScheduled, scheduledDue, leasedTasks
    case humanTask, workOfCase, workOfBureau, heldWork, offeredWork
    case lastSequence, lastEntry, entriesOfAll, entriesOfCase
    case caseByNumber, openCase
    case counter
    case timer, nextTimer, timersOfCase, timersAfter
    case record, records, recordsAfter, recordCount
    case object, objects, objectsFrom, objectsBetween
    case declarations, persons, settings

    static let taskColumns = """
        id, queue, kind, state, priority, attempt, max_attempts, claims, kills, created, not_before, deadline, finished,
        lease_expires, lease_milliseconds, claimant, case_number, key, content_hash, reason, errors, payload, output
        """
    static let workColumns = "task, bureau, case_number, kind, state, revision, status, assignee, due, details"
    static let entryColumns = """
        sequence, at, kind, bureau, case_number, actor, actor_uid, actor_pid, data, hash, previous_hash
        """
    static let objectColumns = "kind, id, revision, updated, keys, body"
    static let caseColumns = """
        number, bureau, item, declaration, revision, state, is_open, key, area, subject, parent, opened, updated, closed,
        due, body
        """

    var sql: String {
        switch self {
        case .begin: "BEGIN IMMEDIATE"
        case .commit: "COMMIT"
        case .rollback: "ROLLBACK"
        case .mark: "SAVEPOINT mark"
        case .keepMark: "RELEASE mark"
        case .dropMark: "ROLLBACK TO mark"
        default: self.isRead ? self.readingSQL : self.writingSQL
        }
    }

    /// What is said to be going on when the statement fails.
    var doing: String {
        switch self {
        case .begin: "beginning a transaction"
        case .commit: "committing"
        case .rollback: "rolling back"
        case .mark, .keepMark, .dropMark: "marking a point of the transaction"
        default: self.isRead ? "reading" : "writing"
        }
    }

    private var isRead: Bool { self.rawValue >= Self.queues.rawValue }
}
