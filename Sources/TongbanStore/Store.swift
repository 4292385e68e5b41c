// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// Where the engine keeps everything.
///
/// A store is used by one engine, from one thread, and holds no rules of its own: the engine decides, the store keeps.
/// Writes go into the one open transaction and are seen by reads at once; ``commit()`` returns when they are on disk,
/// whatever then happens to process or power. A store may hold writes back until the next read or commit, so that a
/// remote one needs one round trip for many.
///
/// Every operation throws ``StoreError`` when the disk or the database fails. After a failure of ``commit()`` nothing
/// of the transaction is kept, and the engine reads its own state anew. After a failure of ``write(_:)`` the transaction
/// can only be given up: further writes, marks and ``commit()`` throw the same error until ``rollback()`` or the failed
/// ``commit()`` has ended it.
///
/// Texts are compared and ordered by their UTF-8 bytes.
public protocol Store: AnyObject {
    // MARK: Transactions

    /// Opens the transaction that the following writes belong to. None is open already.
    func begin() throws(StoreError)
    /// Makes the open transaction durable. It is over afterwards, with success or not.
    func commit() throws(StoreError)
    /// Drops the open transaction. It is over afterwards, with success or not.
    func rollback() throws(StoreError)
    /// Marks a point inside the open transaction. One level is enough: marks do not nest.
    func mark() throws(StoreError)
    /// Keeps what was written since ``mark()``.
    func keepMark() throws(StoreError)
    /// Drops what was written since ``mark()``.
    func dropMark() throws(StoreError)

    // MARK: Writing

    func write(_ change: Change) throws(StoreError)

    // MARK: Tasks and queues

    /// In the order of their names.
    func queues() throws(StoreError) -> [QueueRecord]
    /// The counts put last, without those of 0, in the order of queue, kind and state.
    func counts() throws(StoreError) -> [TaskCount]
    /// The highest number a task ever had, 0 when there was none.
    func highestTaskID() throws(StoreError) -> Int64
    func task(_ id: TaskID) throws(StoreError) -> TaskRecord?
    func task(queue: String, key: String) throws(StoreError) -> TaskRecord?
    /// Ready tasks of one queue and kind in the order they are to be claimed, those after `after` only.
    func readyTasks(queue: String, kind: String, after: ReadyPosition?, limit: Int) throws(StoreError)
        -> [ReadyPosition]
    /// The moment at which the next scheduled task is due.
    func nextScheduled() throws(StoreError) -> Instant?
    /// Scheduled tasks due at `now` or before, earliest first.
    func scheduledTasks(due now: Instant, limit: Int) throws(StoreError) -> [TaskRecord]
    /// In the order of their numbers.
    func leasedTasks() throws(StoreError) -> [TaskRecord]
    /// Tasks in the order of their numbers.
    func tasks(_ filter: TaskFilter, after: TaskID?, limit: Int) throws(StoreError) -> [TaskRecord]

    /// The tasks that are done or cancelled among the next `limit` tasks after a number, in the order of their numbers.
    func finishedTasks(after: TaskID?, limit: Int) throws(StoreError) -> FinishedPage
    // MARK: Tasks for people

    /// What is kept of a task for people; `nil` for any other.
    func humanTask(_ id: TaskID) throws(StoreError) -> HumanTaskRecord?
    /// Those of a case that are not ended, in the order of their numbers.
    func openHumanTasks(caseNumber: String) throws(StoreError) -> [HumanTaskRecord]
    /// Those of a bureau that are not ended, the earliest due first.
    func openHumanTasks(bureau: String, after: WorkPosition?, limit: Int) throws(StoreError) -> [HumanTaskRecord]
    /// Those a person holds, the earliest due first.
    func heldTasks(by person: String, after: WorkPosition?, limit: Int) throws(StoreError) -> [HumanTaskRecord]
    /// Those offered to a role or person now, the earliest due first.
    ///
    /// - Parameter areaPrefix: only offers for an area that begins so, and those for every area; `nil` for all.
    func offeredTasks(to key: WorkOffer.Key, areaPrefix: String?, after: WorkPosition?, limit: Int)
        throws(StoreError) -> [HumanTaskRecord]

    // MARK: Journal

    func lastEntry() throws(StoreError) -> JournalEntry?
    /// Entries after a sequence number, in order, those the filter lets through.
    ///
    /// At most `limit` are looked at (of the entries of one case, when the filter names one), and
    /// ``JournalPage/lookedAt`` says how far: the last of them, or the end of the journal when fewer were left.
    func entries(after sequence: Int64, filter: JournalFilter, limit: Int) throws(StoreError) -> JournalPage

    // MARK: Cases and timers

    func caseRecord(_ number: String) throws(StoreError) -> CaseRecord?
    func openCase(bureau: String, item: String, key: String) throws(StoreError) -> CaseRecord?
    /// Cases in the order of their numbers.
    func cases(_ filter: CaseFilter, after number: String?, limit: Int) throws(StoreError) -> [CaseRecord]
    /// The last number drawn from a named sequence, 0 when none was.
    func counter(_ name: String) throws(StoreError) -> Int64
    func timer(_ id: String) throws(StoreError) -> TimerRecord?
    /// The earliest timer; ties go by id.
    func nextTimer() throws(StoreError) -> TimerRecord?
    /// Earliest first; ties go by id.
    func timers(caseNumber: String) throws(StoreError) -> [TimerRecord]
    /// All timers, earliest first, ties by id; those after a position only.
    func timers(after position: TimerPosition?, limit: Int) throws(StoreError) -> [TimerRecord]

    // MARK: Objects

    func object(kind: String, id: String) throws(StoreError) -> ObjectRecord?
    /// Objects of a kind in the order of their ids.
    func objects(kind: String, after id: String?, limit: Int) throws(StoreError) -> [ObjectRecord]
    /// Objects of a kind that have a key, in the order of its value, then of their ids.
    ///
    /// - Parameters:
    ///   - from: only those whose value is this or comes after it.
    ///   - to: only those whose value is this or comes before it; `nil` for no end.
    ///   - after: only those after a position, for the next page.
    func objects(
        kind: String,
        key: String,
        from: String,
        to: String?,
        after: ObjectPosition?,
        limit: Int
    ) throws(StoreError) -> [ObjectRecord]

    // MARK: Registers, declarations, persons, settings

    func record(bureau: String, register: String, key: String) throws(StoreError) -> RegisterRecord?
    /// Records in the order of their keys.
    func records(bureau: String, register: String, after key: String?, limit: Int) throws(StoreError)
        -> [RegisterRecord]
    func recordCount(bureau: String, register: String) throws(StoreError) -> Int
    /// In the order of bureau and version.
    func declarations() throws(StoreError) -> [DeclarationRecord]
    /// In the order of their ids.
    func persons() throws(StoreError) -> [PersonRecord]
    /// Settings whose key begins with `prefix`, in the order of their keys.
    func settings(prefix: String) throws(StoreError) -> [Setting]
}

extension Store {
    public func finishedTasks(after: TaskID?, limit: Int) throws(StoreError) -> FinishedPage {
        let tasks = try self.tasks(TaskFilter(), after: after, limit: limit)
        return FinishedPage(tasks: tasks.compactMap { FinishedTask($0) }, lookedAt: tasks.last?.id)
    }
}
