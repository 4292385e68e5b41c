// SPDX-License-Identifier: Apache-2.0

import GRDBSQLite
import Glibc

/// One connection to a store's file with its prepared statements. It is used by one thread at a time.
final class SQLiteConnection {
    let handle: OpaquePointer
    let path: String

    private var prepared: [SQLiteStatement?]
    /// Statements whose text depends on a filter: few, because it depends on which parts of the filter are given only.
    private var filtered: [String: SQLiteStatement] = [:]

    enum Access {
        case readWrite
        case readOnly
    }

    init(path: String, access: Access) throws(StoreError) {
        var handle: OpaquePointer?
        // No mutex: the owner of the connection sees to it that one thread uses it at a time.
        let flags = (access == .readWrite ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX
        let result = sqlite3_open_v2(path, &handle, flags, nil)
        guard let handle else { throw StoreError(.other, "opening \(path): out of memory") }
        guard result == SQLITE_OK else {
            let error = StoreError(
                sqlite: sqlite3_extended_errcode(handle),
                systemError: sqlite3_system_errno(handle),
                message: String(cString: sqlite3_errmsg(handle)),
                doing: "opening \(path)"
            )
            sqlite3_close_v2(handle)
            throw error
        }
        self.handle = handle
        self.path = path
        self.prepared = Array(repeating: nil, count: SQLiteQuery.allCases.count)
        sqlite3_extended_result_codes(handle, 1)
        // Outside readers and their checkpoints may hold a lock for a moment.
        sqlite3_busy_timeout(handle, Self.busyMilliseconds)
    }

    deinit {
        self.prepared = []
        self.filtered = [:]
        sqlite3_close_v2(self.handle)
    }

    static let busyMilliseconds: Int32 = 2_000

    /// Whether SQLite has a transaction open.
    var isInTransaction: Bool { sqlite3_get_autocommit(self.handle) == 0 }

    /// How many rows the last statement changed.
    var changedRows: Int { Int(sqlite3_changes64(self.handle)) }

    func statement(_ query: SQLiteQuery) throws(StoreError) -> SQLiteStatement {
        if let statement = self.prepared[query.rawValue] { return statement }
        let statement = try SQLiteStatement(query.sql, on: self.handle, doing: query.doing)
        self.prepared[query.rawValue] = statement
        return statement
    }

    func statement(filtered sql: String, doing: String) throws(StoreError) -> SQLiteStatement {
        if let statement = self.filtered[sql] { return statement }
        let statement = try SQLiteStatement(sql, on: self.handle, doing: doing)
        self.filtered[sql] = statement
        return statement
    }

    /// What SQLite says about the call that failed last.
    func error(doing: String) -> StoreError {
        StoreError(
            sqlite: sqlite3_extended_errcode(self.handle),
            systemError: sqlite3_system_errno(self.handle),
            message: String(cString: sqlite3_errmsg(self.handle)),
            doing: doing
        )
    }

    /// Runs a statement once.
    func execute(_ sql: String, doing: String) throws(StoreError) {
        try SQLiteStatement(sql, on: self.handle, doing: doing).run()
    }

    /// The number that a statement gives, such as a pragma.
    func number(_ sql: String, doing: String) throws(StoreError) -> Int64? {
        try SQLiteStatement(sql, on: self.handle, doing: doing).first { row in row.int64() }
    }
}
