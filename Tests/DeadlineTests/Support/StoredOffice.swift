// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Foundation
import GRDBSQLite
import TongbanEngine
import TongbanModel
import TongbanStore

/// The office on a store that can be stopped, changed by hand and opened again.
final class StoredOffice {
    enum Kind: String, CaseIterable, Sendable {
        case memory
        case sqlite
    }

    let kind: Kind
    let limits: EngineLimits
    private(set) var store: any Store
    private(set) var engine: Engine
    private(set) var cases: CaseEngine
    var now: Instant
    private let folder: String

    private var path: String { self.folder + "/tongban.db" }

    init(_ kind: Kind = .memory, at now: String = "2022-07-12T09:00:00", limits: EngineLimits = EngineLimits()) throws {
        self.kind = kind
        self.limits = limits
        self.now = instant(now)
        self.folder = NSTemporaryDirectory() + "tongban-deadlines-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: self.folder, withIntermediateDirectories: true)
        self.store = kind == .memory ? MemoryStore() : try SQLiteStore(path: self.folder + "/tongban.db")
        self.engine = Engine(store: self.store, limits: limits)
        self.cases = CaseEngine(engine: self.engine, directory: Directory())
        try self.engine.open(at: self.now)
        try self.cases.open()
        try self.call { cases throws(EngineError) in
            for table in Office.tables { try cases.load(table) }
        }
        let declaration = try JSON(encoding: Office.definition.declaration)
        try self.call { cases throws(EngineError) in _ = try cases.register(declaration, bureau: "office") }
        try self.tick()
    }

    deinit { try? FileManager.default.removeItem(atPath: self.folder) }

    @discardableResult
    func call<Value>(_ body: (CaseEngine) throws(EngineError) -> Value) throws(EngineError) -> Value {
        let cases = self.cases
        let value = try self.engine.perform(at: self.now, by: .system) { () throws(EngineError) in try body(cases) }
        _ = try self.engine.commit()
        return value
    }

    func open(_ item: String, _ data: JSONObject = [:]) throws(EngineError) -> String {
        try self.call { cases throws(EngineError) in
            try cases.openCase(NewCase(bureau: "office", item: item, data: data), by: .system)
        }
    }

    func act(_ number: String, _ action: String) throws(EngineError) {
        try self.call { cases throws(EngineError) in
            try cases.takeAction(action, in: number, data: [:], revision: nil, by: .system)
        }
    }

    /// Ticks until nothing is left to do now.
    ///
    /// - Returns: how many ticks that took.
    @discardableResult
    func tick() throws(EngineError) -> Int {
        var ticks = 1
        while try self.engine.tick(at: self.now) {
            _ = try self.engine.commit()
            ticks += 1
        }
        _ = try self.engine.commit()
        return ticks
    }

    /// The clock jumps; the daemon was down or asleep meanwhile.
    @discardableResult
    func jump(to moment: String) throws(EngineError) -> Int {
        self.now = instant(moment)
        return try self.tick()
    }

    /// Time passes, and each thing has its turn at its own moment.
    func pass(to moment: String) throws(EngineError) {
        let target = instant(moment)
        while let next = try self.engine.nextTimerOrTask(), next <= target {
            self.now = max(self.now, next)
            try self.tick()
        }
        self.now = target
        try self.tick()
    }

    /// The daemon dies, and another one starts at a moment.
    func restart(at moment: String? = nil) throws {
        if let moment { self.now = instant(moment) }
        if let memory = self.store as? MemoryStore {
            self.store = memory.crash()
        } else {
            try self.closeFile()
            self.store = try SQLiteStore(path: self.path)
        }
        try self.start()
    }

    private func start() throws {
        self.engine = Engine(store: self.store, limits: self.limits)
        self.cases = CaseEngine(engine: self.engine, directory: Directory())
        try self.engine.open(at: self.now)
        try self.cases.open()
    }

    /// The file is owned by one store at a time.
    private func closeFile() throws {
        self.store = MemoryStore()
        self.engine = Engine(store: self.store, limits: self.limits)
        self.cases = CaseEngine(engine: self.engine, directory: Directory())
    }

    /// Changes the timers by hand, behind the engine's back.
    func byHand(_ sql: String, _ changes: Change...) throws {
        guard self.kind == .sqlite else {
            try self.store.begin()
            for change in changes { try self.store.write(change) }
            return try self.store.commit()
        }
        try self.closeFile()
        var database: OpaquePointer?
        guard sqlite3_open(self.path, &database) == SQLITE_OK, sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK
        else { throw ByHandError() }
        sqlite3_close(database)
        self.store = try SQLiteStore(path: self.path)
        try self.start()
    }

    struct ByHandError: Error {}

    func journal(_ kind: String? = nil, of number: String? = nil) throws -> [JournalEntry] {
        try self.store.entries(after: 0, filter: JournalFilter(caseNumber: number, kind: kind), limit: .max).entries
    }

    func run(_ deadline: String, of number: String) throws -> DeadlineRun? {
        try self.cases.view(number, for: .system).deadlines.last { $0.run.id == deadline }?.run
    }
}
