// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// The store in one SQLite file.
///
/// A commit is on disk when ``commit()`` returns: write-ahead log, `synchronous=FULL`. The file may be read by any
/// program meanwhile, such as `sqlite3`; written it is by the one process that holds the lock beside it.
///
/// The engine calls the store on its own thread, statement by statement, inside transactions that it opens and ends
/// itself. GRDB offers a connection on a dispatch queue inside closures, which would cost a hop between threads for each
/// statement, so GRDB opens the file first, checks and migrates it, and closes it; then this class holds a connection of
/// its own, with prepared statements on SQLite's C interface. A `SQLiteStore` is not `Sendable`, so one thread has it;
/// other threads read through a ``SQLiteReader``.
///
/// After a commit that failed the connection is used on. What it wrote stands in the log behind the last valid frame
/// and is overwritten by the next commit, which writes and syncs those pages anew; nothing is taken for written because
/// an earlier sync was asked for.
public final class SQLiteStore: Store {
    /// Where the file is.
    public let path: String

    let connection: SQLiteConnection
    private let ownership: SQLiteOwnership
    private var isOpen = false
    private var hasMark = false
    /// Why the open transaction can only be given up.
    private var failure: StoreError?
    /// The number of the last journal entry, seen from the open transaction; `nil` when it must be read anew.
    private var lastSequence: Int64?
    private var notedSequence: Int64

    /// Opens a store, or creates it: the file for its owner only, and the folder too when it is missing.
    ///
    /// - Throws: ``StoreError/Code/busy`` when another process has it, ``StoreError/Code/newer`` when a newer program
    ///   wrote it, ``StoreError/Code/corrupt`` when it is damaged, is no store, or ends before what is known to have
    ///   been committed.
    public convenience init(path: String) throws(StoreError) {
        try self.init(path: path, migrations: SQLiteMigration.all)
    }

    init(path: String, migrations: [SQLiteMigration]) throws(StoreError) {
        self.path = path
        try SQLiteFile.create(path)
        self.ownership = try SQLiteOwnership(of: path)
        try SQLiteSchema.prepare(path, migrations: migrations)
        self.connection = try SQLiteConnection(path: path, access: .readWrite)
        try self.connection.configureForWriting()
        let sequence = try self.connection.lastSequence()
        let known = self.ownership.lastCommitted()
        guard sequence >= known else {
            throw StoreError(
                .corrupt,
                "\(path) ends with journal entry \(sequence), but entry \(known) was committed: the write-ahead log "
                    + "was removed, or the file was replaced by an older copy. To go on with the file as it is, remove "
                    + "\(self.ownership.path)"
            )
        }
        self.lastSequence = sequence
        self.notedSequence = sequence
        self.ownership.note(lastCommitted: sequence)
    }

    // MARK: Transactions

    public func begin() throws(StoreError) {
        guard !self.isOpen else { throw StoreError.transactionOpen }
        // A roll-back that failed has left one open.
        if self.connection.isInTransaction { try self.connection.statement(.rollback).run() }
        try self.connection.statement(.begin).run()
        self.isOpen = true
    }

    public func commit() throws(StoreError) {
        guard self.isOpen else { throw StoreError.noTransaction }
        if let failure {
            self.abandon()
            throw failure
        }
        do throws(StoreError) {
            try self.connection.statement(.commit).run()
        } catch {
            self.abandon()
            throw error
        }
        self.isOpen = false
        self.hasMark = false
        if let lastSequence, lastSequence != self.notedSequence {
            self.ownership.note(lastCommitted: lastSequence)
            self.notedSequence = lastSequence
        }
    }

    public func rollback() throws(StoreError) {
        guard self.isOpen else { throw StoreError.noTransaction }
        self.abandon()
        if self.connection.isInTransaction { try self.connection.statement(.rollback).run() }
    }

    public func mark() throws(StoreError) {
        try self.checkTransaction()
        guard !self.hasMark else { throw StoreError.markSet }
        try self.inTransaction { () throws(StoreError) in try self.connection.statement(.mark).run() }
        self.hasMark = true
    }

    public func keepMark() throws(StoreError) {
        try self.checkTransaction()
        guard self.hasMark else { throw StoreError.noMark }
        try self.inTransaction { () throws(StoreError) in try self.connection.statement(.keepMark).run() }
        self.hasMark = false
    }

    public func dropMark() throws(StoreError) {
        try self.checkTransaction()
        guard self.hasMark else { throw StoreError.noMark }
        self.lastSequence = nil
        try self.inTransaction { () throws(StoreError) in
            try self.connection.statement(.dropMark).run()
            try self.connection.statement(.keepMark).run()
        }
        self.hasMark = false
    }

    // MARK: Writing

    public func write(_ change: Change) throws(StoreError) {
        try self.checkTransaction()
        try self.inTransaction { () throws(StoreError) in
            guard case .appendEntry(let entry) = change else { return try self.connection.write(change) }
            let expected = try self.currentSequence() + 1
            guard entry.sequence == expected else {
                throw StoreError.wrongSequence(entry.sequence, expected: expected)
            }
            try self.connection.write(change)
            self.lastSequence = expected
        }
    }

    private func currentSequence() throws(StoreError) -> Int64 {
        if let lastSequence { return lastSequence }
        let sequence = try self.connection.lastSequence()
        self.lastSequence = sequence
        return sequence
    }

    private func checkTransaction() throws(StoreError) {
        guard self.isOpen else { throw StoreError.noTransaction }
        if let failure { throw failure }
    }

    /// Remembers a failure: SQLite may have ended the transaction by itself then, and what followed would each be
    /// committed on its own.
    private func inTransaction(_ body: () throws(StoreError) -> Void) throws(StoreError) {
        do throws(StoreError) {
            try body()
        } catch {
            self.failure = error
            throw error
        }
    }

    /// Ends the transaction; if SQLite cannot, the next ``begin()`` tries again.
    private func abandon() {
        self.isOpen = false
        self.hasMark = false
        self.failure = nil
        self.lastSequence = nil
        if self.connection.isInTransaction { try? self.connection.statement(.rollback).run() }
    }
}
