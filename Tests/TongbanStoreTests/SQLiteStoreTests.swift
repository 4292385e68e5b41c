// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import Testing
import TongbanModel

@testable import TongbanStore

@Suite("SQLiteStore: the file")
struct SQLiteStoreTests {
    let folder: TestFolder
    let path: String

    init() throws {
        self.folder = try TestFolder()
        self.path = self.folder.file("tongban.sqlite")
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    /// Copies the files as a restarted machine would find them: the store is open and was never closed.
    private func asAfterKill(_ suffixes: [String] = ["", "-wal", ".lock"]) throws -> String {
        let copy = self.folder.file("found.sqlite")
        for suffix in suffixes {
            try FileManager.default.copyItem(atPath: self.path + suffix, toPath: copy + suffix)
        }
        return copy
    }

    @Test("keeps everything when it is closed and opened again")
    func reopen() throws {
        var store: SQLiteStore? = try SQLiteStore(path: self.path)
        try store?.keep(
            .insertTask(Sample.fullTask),
            .appendEntry(Sample.journal(1)[0]),
            .putCase(Sample.caseRecord("A", key: "k")),
            .putRecord(Sample.record("r"))
        )
        store = nil
        let again = try SQLiteStore(path: self.path)
        #expect(try again.task(TaskID(7)) == Sample.fullTask)
        #expect(try again.lastEntry() == Sample.journal(1)[0])
        #expect(try again.openCase(bureau: "market", item: "licence", key: "k")?.number == "A")
        #expect(try again.recordCount(bureau: "market", register: "firms") == 1)
        try again.keep(.appendEntry(Sample.journal(2)[1]))
    }

    @Test("is for its owner only")
    func modes() throws {
        let path = self.folder.file("new/tongban.sqlite")
        let store = try SQLiteStore(path: path)
        try store.keep(.putCounter(name: "a", value: 1))
        #expect(try self.mode(self.folder.file("new")) == 0o700)
        for suffix in ["", "-wal", "-shm", ".lock"] { #expect(try self.mode(path + suffix) == 0o600) }
    }

    @Test("acknowledged means synced: write-ahead log, synchronous full")
    func pragmas() throws {
        let store = try SQLiteStore(path: self.path)
        func value(_ name: String) throws -> Int64? {
            try store.connection.number("PRAGMA \(name)", doing: "test")
        }
        #expect(try value("synchronous") == 2)
        #expect(try value("mmap_size") ?? 0 == 0)
        #expect(try value("trusted_schema") == 0)
        #expect(try value("application_id") == 0x546F_6E67)
        #expect(try value("user_version") == Int64(SQLiteSchema.newestVersion))
        #expect(try store.info().schemaVersion == SQLiteSchema.newestVersion)
    }

    @Test("a second owner is refused, and let in when the first has gone")
    func secondOwner() throws {
        var first: SQLiteStore? = try SQLiteStore(path: self.path)
        do throws(StoreError) {
            _ = try SQLiteStore(path: self.path)
            Issue.record("accepted")
        } catch {
            #expect(error.code == .busy)
            #expect(error.message == "\(self.path) belongs to another running daemon (process \(getpid()))")
        }
        try first?.keep(.putCounter(name: "a", value: 1))
        first = nil
        #expect(try SQLiteStore(path: self.path).counter("a") == 1)
    }

    @Test("damage is found at the start: neither a text nor another program's file is taken for a store")
    func strangers() throws {
        try Data(repeating: 0x41, count: 8_192).write(to: URL(fileURLWithPath: self.path))
        #expect(codeThrown { () throws(StoreError) in _ = try SQLiteStore(path: self.path) } == .corrupt)
        let other = self.folder.file("other.sqlite")
        try SQLiteFile.create(other)
        try SQLiteConnection(path: other, access: .readWrite).execute("CREATE TABLE t (a)", doing: "test")
        do throws(StoreError) {
            _ = try SQLiteStore(path: other)
            Issue.record("accepted")
        } catch {
            #expect(error.code == .corrupt)
            #expect(error.message == "\(other) is an SQLite file, but no store of tongband")
        }
    }

    @Test("what was committed is there after a kill, what was not is gone")
    func kill() throws {
        let store = try SQLiteStore(path: self.path)
        try store.keep(.insertTask(Sample.task(1)), .appendEntry(Sample.journal(1)[0]))
        try store.begin()
        try store.write(.insertTask(Sample.task(2)))
        let found = try SQLiteStore(path: self.asAfterKill())
        #expect(try found.tasks(TaskFilter(), after: nil, limit: 9) == [Sample.task(1)])
        #expect(try found.integrityCheck().filter { !$0.hasPrefix("tasks of queue") } == [])
    }

    @Test("a log whose end is torn gives up the torn transaction alone", arguments: [1, 100, 4_119, 4_121])
    func tornLog(lost: Int) throws {
        let store = try SQLiteStore(path: self.path)
        var sizes: [Int64] = []
        for id in 1...3 as ClosedRange<Int64> {
            try store.keep(.insertTask(Sample.task(id)))
            sizes.append(try store.info().logBytes)
        }
        let copy = try self.asAfterKill()
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: copy + "-wal"))
        try file.truncate(atOffset: UInt64(sizes[2]) - UInt64(lost))
        try file.close()
        #expect(try SQLiteStore(path: copy).tasks(TaskFilter(), after: nil, limit: 9).map(\.id.number) == [1, 2])
    }

    @Test("never a silent start on less: a store without its log is refused, until the operator accepts it")
    func lostLog() throws {
        let store = try SQLiteStore(path: self.path)
        try store.keep(.appendEntry(Sample.journal(1)[0]))
        try store.checkpoint(.truncate)
        try store.keep(.appendEntry(Sample.journal(2)[1]))
        let copy = try self.asAfterKill(["", ".lock"])
        do throws(StoreError) {
            _ = try SQLiteStore(path: copy)
            Issue.record("accepted")
        } catch {
            #expect(error.code == .corrupt)
            #expect(error.message.contains("ends with journal entry 1, but entry 2 was committed"))
        }
        try FileManager.default.removeItem(atPath: copy + ".lock")
        #expect(try SQLiteStore(path: copy).lastEntry()?.sequence == 1)
    }

    @Test("a damaged page is found and the table named")
    func damagedPage() throws {
        var store: SQLiteStore? = try SQLiteStore(path: self.path)
        try store?.keep((1...2_000).map { .insertTask(Sample.task($0)) })
        let root = try #require(
            try store?.connection.number("SELECT rootpage FROM sqlite_master WHERE name = 'tasks_ready'", doing: "test")
        )
        try store?.checkpoint(.truncate)
        store = nil
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: self.path))
        try file.seek(toOffset: UInt64(root - 1) * 4_096 + 8)
        try file.write(contentsOf: Data(repeating: 0xEE, count: 2_000))
        try file.close()
        let findings = try SQLiteReader(path: self.path).integrityCheck()
        #expect(!findings.isEmpty)
        #expect(findings.allSatisfy { $0.hasPrefix("tasks: ") || $0.hasPrefix("tasks_ready: ") }, "\(findings)")
        let damaged = try SQLiteStore(path: self.path)
        #expect(
            codeThrown { () throws(StoreError) in
                _ = try damaged.readyTasks(queue: "market", kind: "check", after: nil, limit: 5)
            } == .corrupt
        )
    }

    @Test("counts that do not agree with the rows are found")
    func wrongCounts() throws {
        let store = try SQLiteStore(path: self.path)
        try store.keep(
            .insertTask(Sample.task(1)),
            .putRecord(Sample.record("a")),
            .putCounts([TaskCount(queue: "market", kind: "check", state: .ready, count: 1)])
        )
        #expect(try store.integrityCheck() == [])
        try store.keep(.insertTask(Sample.task(2)))
        try store.connection.execute("UPDATE record_counts SET count = 5", doing: "test")
        #expect(
            try store.integrityCheck() == [
                "tasks of queue market, kind check, state 1: 1 counted, 2 there",
                "records of market/firms: 5 counted, 1 there",
            ]
        )
    }

    @Test("a step of the schema is never edited once released: a file made by it would differ from a new one")
    func schemaIsFixed() throws {
        let known = [
            "1 tasks, journal, cases, registers": "ea65a1f35ac184b330d77039d7c2f94899ee96bfd5cb4eb52701c9063d77ed1f",
            "2 tasks for people": "b1cc746300862ef8ac157876e769de1c75b676e29b201c935c7aae6c9f9cc3e5",
            "3 objects": "b3c0d8ac45ba6e0900f1ae40e93e7d915629c089c4fb6b448a95f58ce2e8c52a",
        ]
        #expect(SQLiteMigration.all.map(\.version) == Array(1...SQLiteMigration.all.count))
        for migration in SQLiteMigration.all {
            let hash = SHA256.hash(data: Array(migration.sql.utf8)).map { String(format: "%02x", $0) }.joined()
            #expect(known[migration.name] == hash)
        }
    }
}
