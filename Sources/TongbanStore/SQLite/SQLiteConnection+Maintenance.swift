// SPDX-License-Identifier: Apache-2.0

import GRDBSQLite
import Glibc

extension SQLiteConnection {
    func checkpoint(_ mode: StoreCheckpoint.Mode) throws(StoreError) -> StoreCheckpoint {
        guard !self.isInTransaction else { throw StoreError.transactionOpen }
        var logged: Int32 = 0
        var moved: Int32 = 0
        // Nobody is waited for: a reader that holds the log is a result, not an error.
        sqlite3_busy_timeout(self.handle, 0)
        defer { sqlite3_busy_timeout(self.handle, Self.busyMilliseconds) }
        let sqliteMode =
            switch mode {
            case .passive: SQLITE_CHECKPOINT_PASSIVE
            case .truncate: SQLITE_CHECKPOINT_TRUNCATE
            }
        let result = sqlite3_wal_checkpoint_v2(self.handle, nil, sqliteMode, &logged, &moved)
        guard result == SQLITE_OK || result & 0xFF == SQLITE_BUSY else { throw self.error(doing: "checkpointing") }
        return StoreCheckpoint(
            loggedPages: max(Int(logged), 0),
            movedPages: max(Int(moved), 0),
            isComplete: result == SQLITE_OK && logged == moved
        )
    }

    /// What is wrong with the file and with the counts kept beside its rows; nothing for a sound one.
    func integrityCheck() throws(StoreError) -> [String] {
        let damage = try self.damage()
        return damage.isEmpty ? try self.wrongCounts() : damage
    }

    /// What is wrong with the file, in SQLite's words.
    private func damage() throws(StoreError) -> [String] {
        do throws(StoreError) {
            return try self.damage(in: nil)
        } catch {
            guard error.code == .corrupt else { throw error }
        }
        // The check gives up where a page is damaged that it needs itself; table by table it can say which.
        var found: [String] = []
        for table in try self.tableNames(where: "type = 'table'").values.sorted() {
            do throws(StoreError) {
                found += try self.damage(in: table)
            } catch {
                guard error.code == .corrupt else { throw error }
                found.append("\(table): \(error.message)")
            }
        }
        return found.isEmpty ? ["\(self.path): the check could not be finished"] : found
    }

    private func damage(in table: String?) throws(StoreError) -> [String] {
        let argument = table.map { "('\($0)')" } ?? ""
        let rows = try SQLiteStatement(
            "PRAGMA integrity_check" + argument,
            on: self.handle,
            doing: "checking \(self.path)"
        ).all { row in row.text() }
        if rows == ["ok"] { return [] }
        let names = try self.tableNames(where: "rootpage > 0")
        return rows.flatMap { row in row.split(separator: "\n").map { Self.naming(String($0), names) } }
    }

    private func wrongCounts() throws(StoreError) -> [String] {
        var found = try self.differences(
            """
            SELECT 'tasks of queue ' || queue || ', kind ' || kind || ', state ' || state || ': ' || sum(kept)
                || ' counted, ' || sum(real) || ' there'
            FROM (
                SELECT queue, kind, state, count AS kept, 0 AS real FROM task_counts
                UNION ALL SELECT queue, kind, state, 0, count(*) FROM tasks GROUP BY queue, kind, state
            ) GROUP BY queue, kind, state HAVING sum(kept) <> sum(real)
            """
        )
        try found += self.differences(
            """
            SELECT 'records of ' || bureau || '/' || register || ': ' || sum(kept) || ' counted, ' || sum(real)
                || ' there'
            FROM (
                SELECT bureau, register, count AS kept, 0 AS real FROM record_counts
                UNION ALL SELECT bureau, register, 0, count(*) FROM records GROUP BY bureau, register
            ) GROUP BY bureau, register HAVING sum(kept) <> sum(real)
            """
        )
        return found
    }

    private func differences(_ sql: String) throws(StoreError) -> [String] {
        try SQLiteStatement(sql, on: self.handle, doing: "checking \(self.path)").all { row in row.text() }
    }

    /// Names of tables and indexes by the page where each begins.
    private func tableNames(where condition: String) throws(StoreError) -> [Int: String] {
        let sql = "SELECT rootpage, name FROM sqlite_master WHERE \(condition)"
        let pairs = try SQLiteStatement(sql, on: self.handle, doing: "checking \(self.path)")
            .all { row in (row.int(), row.text()) }
        return Dictionary(pairs) { first, _ in first }
    }

    /// Puts the name of the table or index before a finding that gives the number of its first page.
    private static func naming(_ finding: String, _ names: [Int: String]) -> String {
        let words = finding.split(separator: " ").map(String.init)
        guard let place = words.firstIndex(where: { $0.lowercased() == "tree" }), place + 1 < words.count else {
            return finding
        }
        let number = words[place + 1] == "page" ? words.dropFirst(place + 2).first : words[place + 1]
        guard let page = number.flatMap({ Int($0.filter { $0 != ":" }) }), let name = names[page] else {
            return finding
        }
        return "\(name): \(finding)"
    }

    func info() throws(StoreError) -> StoreFileInfo {
        func pragma(_ name: String) throws(StoreError) -> Int64 {
            try self.number("PRAGMA \(name)", doing: "reading") ?? 0
        }
        return StoreFileInfo(
            path: self.path,
            fileBytes: SQLiteFile.size(of: self.path),
            logBytes: SQLiteFile.size(of: self.path + "-wal"),
            pageBytes: Int(try pragma("page_size")),
            pages: try pragma("page_count"),
            freePages: try pragma("freelist_count"),
            schemaVersion: Int(try pragma("user_version")),
            sqliteVersion: String(cString: sqlite3_libversion())
        )
    }

    /// Copies everything committed into a new file, as of one moment, while others go on writing.
    func backup(to target: String) throws(StoreError) {
        guard access(target, F_OK) != 0 else { throw StoreError(.misuse, "backing up: \(target) exists already") }
        let partial = target + ".partial"
        unlink(partial)
        try SQLiteFile.create(partial)
        do throws(StoreError) {
            let copy = try SQLiteConnection(path: partial, access: .readWrite)
            try self.copy(to: copy)
            let findings = try copy.damage()
            guard findings.isEmpty else {
                throw StoreError(.corrupt, "backing up: the copy is damaged: \(findings[0])")
            }
        } catch {
            unlink(partial)
            throw error
        }
        for suffix in ["-wal", "-shm"] { unlink(partial + suffix) }
        guard rename(partial, target) == 0 else { throw StoreError(systemError: errno, doing: "naming \(target)") }
    }

    private func copy(to copy: SQLiteConnection) throws(StoreError) {
        guard let backup = sqlite3_backup_init(copy.handle, "main", self.handle, "main") else {
            throw copy.error(doing: "backing up")
        }
        // In one step: a commit between two steps would make it begin again, for ever under load.
        let result = sqlite3_backup_step(backup, -1)
        let finished = sqlite3_backup_finish(backup)
        guard result == SQLITE_DONE, finished == SQLITE_OK else { throw copy.error(doing: "backing up") }
    }
}
