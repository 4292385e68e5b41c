// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDBSQLite
import Testing
import TongbanModel

@testable import TongbanStore

@Suite("SQLiteStore: trouble with disk, locks and versions")
struct SQLiteTroubleTests {
    let folder: TestFolder
    let path: String

    init() throws {
        self.folder = try TestFolder()
        self.path = self.folder.file("tongban.sqlite")
    }

    /// A task too large for the space that is left.
    private func largeTask(_ id: Int64) -> TaskRecord {
        var task = Sample.task(id)
        task.payload = Sample.json("\"" + String(repeating: "x", count: 400_000) + "\"")
        return task
    }

    @Test("a full file is never acknowledged, and taken into use again when there is space")
    func full() throws {
        let store = try SQLiteStore(path: self.path)
        try store.keep(.insertTask(Sample.task(1)))
        let pages = try store.info().pages
        try store.connection.execute("PRAGMA max_page_count = \(pages + 8)", doing: "test")
        for _ in 1...3 {
            try store.begin()
            try store.write(.putCounter(name: "a", value: 1))
            let large = self.largeTask(2)
            #expect(codeThrown { () throws(StoreError) in try store.write(.insertTask(large)) } == .full)
            // SQLite has ended the transaction by itself; nothing may slip in after it.
            #expect(codeThrown { () throws(StoreError) in try store.write(.putCounter(name: "b", value: 1)) } == .full)
            #expect(codeThrown { () throws(StoreError) in try store.commit() } == .full)
            #expect(try store.counter("a") == 0)
            #expect(try store.counter("b") == 0)
        }
        try store.keep(.insertTask(Sample.task(3)))
        try store.connection.execute("PRAGMA max_page_count = 1000000", doing: "test")
        try store.keep(.insertTask(self.largeTask(2)))
        #expect(try store.tasks(TaskFilter(), after: nil, limit: 9).map(\.id.number) == [1, 2, 3])
    }

    /// Run with `TONGBAN_SMALL_DISK` naming a folder on a file system of a few MiB.
    @Test(
        "a full disk is never acknowledged, and the store goes on when there is space",
        .enabled(if: ProcessInfo.processInfo.environment["TONGBAN_SMALL_DISK"] != nil)
    )
    func smallDisk() throws {
        let parent = try #require(ProcessInfo.processInfo.environment["TONGBAN_SMALL_DISK"])
        let folder = try TestFolder(in: parent)
        let ballast = folder.file("ballast")
        try Data(count: 1_000_000).write(to: URL(fileURLWithPath: ballast))
        let store = try SQLiteStore(path: folder.file("tongban.sqlite"))
        var kept: [Int64] = []
        var id: Int64 = 0
        while true {
            id += 1
            do throws(StoreError) {
                try store.keep(.insertTask(self.largeTask(id)))
                kept.append(id)
            } catch {
                #expect(error.code == .full)
                try? store.rollback()
                break
            }
        }
        #expect(try store.tasks(TaskFilter(), after: nil, limit: 999).map(\.id.number) == kept)
        try FileManager.default.removeItem(atPath: ballast)
        try store.keep(.insertTask(self.largeTask(id)))
        #expect(try store.tasks(TaskFilter(), after: nil, limit: 999).map(\.id.number) == kept + [id])
        #expect(try store.integrityCheck().filter { !$0.hasPrefix("tasks of queue") } == [])
    }

    @Test("a file that cannot be written says so")
    func readOnly() throws {
        let store = try SQLiteStore(path: self.path)
        try store.keep(.putCounter(name: "a", value: 1))
        try store.connection.execute("PRAGMA query_only = ON", doing: "test")
        #expect(codeThrown { () throws(StoreError) in try store.keep(.putCounter(name: "a", value: 2)) } == .readOnly)
        try? store.rollback()
        #expect(try store.counter("a") == 1)
        try store.connection.execute("PRAGMA query_only = OFF", doing: "test")
        try store.keep(.putCounter(name: "a", value: 3))
    }

    @Test("no reader ever locks the database: it keeps its snapshot while the engine commits")
    func readersDoNotLock() throws {
        let store = try SQLiteStore(path: self.path)
        try store.keep(.putCounter(name: "a", value: 1))
        try store.connection.execute("PRAGMA busy_timeout = 0", doing: "test")
        let outside = try SQLiteConnection(path: self.path, access: .readOnly)
        try outside.execute("BEGIN", doing: "test")
        #expect(try outside.counter("a") == 1)
        for value in 2...50 as ClosedRange<Int64> { try store.keep(.putCounter(name: "a", value: value)) }
        #expect(try outside.counter("a") == 1)
        #expect(try !store.checkpoint(.truncate).isComplete)
        try outside.execute("COMMIT", doing: "test")
        #expect(try outside.counter("a") == 50)
        #expect(try store.checkpoint(.truncate).isComplete)
        #expect(try store.info().logBytes == 0)
    }

    @Test("another program that writes the file is told apart from a fault")
    func outsideWriter() throws {
        let store = try SQLiteStore(path: self.path)
        try store.connection.execute("PRAGMA busy_timeout = 0", doing: "test")
        let outside = try SQLiteConnection(path: self.path, access: .readWrite)
        try outside.execute("BEGIN IMMEDIATE", doing: "test")
        #expect(codeThrown { () throws(StoreError) in try store.begin() } == .busy)
        try outside.execute("ROLLBACK", doing: "test")
        try store.keep(.putCounter(name: "a", value: 1))
    }

    @Test("a file of a newer version is refused, naming both versions")
    func newer() throws {
        _ = try SQLiteStore(path: self.path)
        try SQLiteConnection(path: self.path, access: .readWrite).execute("PRAGMA user_version = 99", doing: "test")
        do throws(StoreError) {
            _ = try SQLiteStore(path: self.path)
            Issue.record("accepted")
        } catch {
            #expect(error.code == .newer)
            let newest = SQLiteSchema.newestVersion
            #expect(error.message.contains("schema version 99; this program knows versions up to \(newest)"))
        }
    }

    private static let next = SQLiteMigration(
        version: SQLiteSchema.newestVersion + 1,
        name: "test",
        sql: "ALTER TABLE tasks ADD COLUMN test INTEGER NOT NULL DEFAULT 5"
    )

    @Test("a file of an older version is brought up to date with all it holds, and then refused by the older program")
    func migrates() throws {
        try SQLiteStore(path: self.path).keep(.insertTask(Sample.fullTask))
        let newer = try SQLiteStore(path: self.path, migrations: SQLiteMigration.all + [Self.next])
        #expect(try newer.task(TaskID(7)) == Sample.fullTask)
        #expect(try newer.connection.number("SELECT test FROM tasks", doing: "test") == 5)
        #expect(try newer.info().schemaVersion == Self.next.version)
        let path = self.folder.file("copy.sqlite")
        try newer.backup(to: path)
        #expect(codeThrown { () throws(StoreError) in _ = try SQLiteStore(path: path) } == .newer)
    }

    @Test("a migration that fails leaves the file as it was")
    func failedMigration() throws {
        try SQLiteStore(path: self.path).keep(.insertTask(Sample.task(1)))
        let version = SQLiteSchema.newestVersion + 1
        let broken = SQLiteMigration(version: version, name: "broken", sql: "DROP TABLE tasks; DROP TABLE none")
        let code = codeThrown { () throws(StoreError) in
            _ = try SQLiteStore(path: self.path, migrations: SQLiteMigration.all + [broken])
        }
        #expect(code == .other)
        let store = try SQLiteStore(path: self.path)
        #expect(try store.task(TaskID(1)) == Sample.task(1))
        #expect(try store.info().schemaVersion == SQLiteSchema.newestVersion)
    }

    @Test(
        "SQLite's results are told as what they mean",
        arguments: [
            (SQLITE_FULL, 0, .full), (SQLITE_IOERR, EIO, .inputOutput), (SQLITE_IOERR | (4 << 8), EIO, .inputOutput),
            (SQLITE_IOERR | (3 << 8), EDQUOT, .full), (SQLITE_IOERR | (19 << 8), ENOSPC, .full),
            (SQLITE_IOERR, EROFS, .readOnly), (SQLITE_CANTOPEN, EACCES, .readOnly), (SQLITE_CANTOPEN, 0, .inputOutput),
            (SQLITE_READONLY | (4 << 8), 0, .readOnly), (SQLITE_CORRUPT | (3 << 8), 0, .corrupt),
            (SQLITE_NOTADB, 0, .corrupt), (SQLITE_BUSY | (2 << 8), 0, .busy), (SQLITE_LOCKED, 0, .busy),
            (SQLITE_CONSTRAINT | (8 << 8), 0, .misuse), (SQLITE_NOMEM, 0, .other),
        ] as [(Int32, Int32, StoreError.Code)]
    )
    func codes(result: Int32, systemError: Int32, code: StoreError.Code) {
        let error = StoreError(sqlite: result, systemError: systemError, message: "said", doing: "committing")
        #expect(error.code == code)
        #expect(error.message.hasPrefix("committing: said (SQLite \(result)"))
    }

    @Test("backs up a consistent copy beside an open transaction, and never over a file")
    func backup() throws {
        let store = try SQLiteStore(path: self.path)
        try store.keep(.insertTask(Sample.fullTask), .appendEntry(Sample.journal(1)[0]))
        try store.begin()
        try store.write(.insertTask(Sample.task(9)))
        let reader = try SQLiteReader(path: self.path)
        let target = self.folder.file("backup.sqlite")
        try reader.backup(to: target)
        #expect(codeThrown { () throws(StoreError) in try reader.backup(to: target) } == .misuse)
        let copy = try SQLiteStore(path: target)
        #expect(try copy.task(TaskID(7)) == Sample.fullTask)
        #expect(try copy.task(TaskID(9)) == nil)
        #expect(try copy.lastEntry()?.sequence == 1)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: self.folder.path).filter { $0.contains("partial") }
                == []
        )
    }

    @Test("a reader beside the engine sees what is committed, and cannot write")
    func reader() throws {
        let store = try SQLiteStore(path: self.path)
        let journal = Sample.journal(2)
        try store.keep(.insertTask(Sample.task(1)), .appendEntry(journal[0]), .putCase(Sample.caseRecord("A")))
        let reader = try SQLiteReader(path: self.path)
        try store.begin()
        try store.write(.insertTask(Sample.task(2)))
        try store.write(.appendEntry(journal[1]))
        #expect(try reader.tasks(TaskFilter(state: .ready), after: nil, limit: 9) == [Sample.task(1)])
        #expect(try reader.entries(after: 0, filter: .all, limit: 9) == JournalPage(entries: [journal[0]], lookedAt: 1))
        try store.commit()
        #expect(try reader.tasks(TaskFilter(), after: TaskID(1), limit: 9) == [Sample.task(2)])
        #expect(try reader.lastEntry() == journal[1])
        #expect(try reader.cases(CaseFilter(bureau: "market"), after: nil, limit: 9).map(\.number) == ["A"])
        let none = self.folder.file("none.sqlite")
        #expect(codeThrown { () throws(StoreError) in _ = try SQLiteReader(path: none) } == .inputOutput)
    }
}
