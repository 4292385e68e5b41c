// SPDX-License-Identifier: Apache-2.0

import Civic
import Synchronization
import TongbanModel

/// Reads a store's file beside the engine, from any thread: pages of lists and of the journal, checks and backups.
///
/// It sees what is committed, holds nothing up and is held up by nothing; calls from several threads wait for each other.
public final class SQLiteReader: Sendable {
    // The connection stays inside the mutex, so one thread at a time uses it.
    private let connection: Mutex<SQLiteConnection>

    /// Opens the file of a store that exists.
    public init(path: String) throws(StoreError) {
        let connection = try SQLiteConnection(path: path, access: .readOnly)
        try connection.configureForReading()
        self.connection = Mutex(connection)
    }

    private func read<Value: Sendable>(
        _ body: (SQLiteConnection) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        try self.connection.withLock { connection throws(StoreError) in try body(connection) }
    }

    public func queues() throws(StoreError) -> [QueueRecord] {
        try self.read { connection throws(StoreError) in try connection.queues() }
    }

    public func counts() throws(StoreError) -> [TaskCount] {
        try self.read { connection throws(StoreError) in try connection.counts() }
    }

    public func task(_ id: TaskID) throws(StoreError) -> TaskRecord? {
        try self.read { connection throws(StoreError) in try connection.task(id) }
    }

    public func task(queue: String, key: String) throws(StoreError) -> TaskRecord? {
        try self.read { connection throws(StoreError) in try connection.task(queue: queue, key: key) }
    }

    public func tasks(_ filter: TaskFilter, after: TaskID?, limit: Int) throws(StoreError) -> [TaskRecord] {
        try self.read { connection throws(StoreError) in try connection.tasks(filter, after: after, limit: limit) }
    }

    public func lastEntry() throws(StoreError) -> JournalEntry? {
        try self.read { connection throws(StoreError) in try connection.lastEntry() }
    }

    public func entries(after sequence: Int64, filter: JournalFilter, limit: Int) throws(StoreError) -> JournalPage {
        try self.read { connection throws(StoreError) in
            try connection.entries(after: sequence, filter: filter, limit: limit)
        }
    }

    public func caseRecord(_ number: String) throws(StoreError) -> CaseRecord? {
        try self.read { connection throws(StoreError) in try connection.caseRecord(number) }
    }

    public func cases(_ filter: CaseFilter, after number: String?, limit: Int) throws(StoreError) -> [CaseRecord] {
        try self.read { connection throws(StoreError) in try connection.cases(filter, after: number, limit: limit) }
    }

    public func timers(caseNumber: String) throws(StoreError) -> [TimerRecord] {
        try self.read { connection throws(StoreError) in try connection.timers(caseNumber: caseNumber) }
    }

    public func record(bureau: String, register: String, key: String) throws(StoreError) -> RegisterRecord? {
        try self.read { connection throws(StoreError) in
            try connection.record(bureau: bureau, register: register, key: key)
        }
    }

    public func records(bureau: String, register: String, after key: String?, limit: Int) throws(StoreError)
        -> [RegisterRecord]
    {
        try self.read { connection throws(StoreError) in
            try connection.records(bureau: bureau, register: register, after: key, limit: limit)
        }
    }

    public func recordCount(bureau: String, register: String) throws(StoreError) -> Int {
        try self.read { connection throws(StoreError) in try connection.recordCount(bureau: bureau, register: register)
        }
    }

    public func object(kind: String, id: String) throws(StoreError) -> ObjectRecord? {
        try self.read { connection throws(StoreError) in try connection.object(kind: kind, id: id) }
    }

    public func objects(kind: String, after id: String?, limit: Int) throws(StoreError) -> [ObjectRecord] {
        try self.read { connection throws(StoreError) in try connection.objects(kind: kind, after: id, limit: limit) }
    }

    public func objects(
        kind: String,
        key: String,
        from: String,
        to: String?,
        after: ObjectPosition?,
        limit: Int
    ) throws(StoreError) -> [ObjectRecord] {
        try self.read { connection throws(StoreError) in
            try connection.objects(kind: kind, key: key, from: from, to: to, after: after, limit: limit)
        }
    }

    public func declarations() throws(StoreError) -> [DeclarationRecord] {
        try self.read { connection throws(StoreError) in try connection.declarations() }
    }

    public func persons() throws(StoreError) -> [PersonRecord] {
        try self.read { connection throws(StoreError) in try connection.persons() }
    }

    /// What is wrong with the file; nothing for a sound one. Reads all of it.
    public func integrityCheck() throws(StoreError) -> [String] {
        try self.read { connection throws(StoreError) in try connection.integrityCheck() }
    }

    /// Copies everything committed, as of one moment, into a new file that is checked before it gets its name.
    public func backup(to path: String) throws(StoreError) {
        try self.read { connection throws(StoreError) in try connection.backup(to: path) }
    }

    /// What the file takes up.
    public func info() throws(StoreError) -> StoreFileInfo {
        try self.read { connection throws(StoreError) in try connection.info() }
    }
}
