// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Foundation
import TongbanEngine
import TongbanModel
import TongbanStore

/// An engine on a store, with a clock that is moved by hand.
final class TestBench {
    enum Kind: String, CaseIterable, Sendable {
        case memory
        case sqlite
    }

    let kind: Kind
    let limits: EngineLimits
    private(set) var store: any Store
    private(set) var engine: Engine
    var now = Instant(milliseconds: 1_700_000_000_000)
    /// What the last commit reported.
    private(set) var report: CommitReport?
    private let path: String

    init(_ kind: Kind = .memory, limits: EngineLimits = EngineLimits()) throws {
        self.kind = kind
        self.limits = limits
        self.path = NSTemporaryDirectory() + "tongban-engine-\(UUID().uuidString)/store.db"
        self.store = kind == .memory ? MemoryStore() : try SQLiteStore(path: self.path)
        self.engine = Engine(store: self.store, limits: limits)
        self.report = try self.engine.open(at: self.now)
    }

    deinit {
        if self.kind == .sqlite {
            try? FileManager.default.removeItem(atPath: (self.path as NSString).deletingLastPathComponent)
        }
    }

    /// The store in memory, whose faults can be planned.
    var memory: MemoryStore {
        guard let store = self.store as? MemoryStore else { fatalError("the bench runs on \(self.kind)") }
        return store
    }

    /// Runs a call and commits.
    @discardableResult
    func call<Value>(_ body: (Engine) throws(EngineError) -> Value) throws(EngineError) -> Value {
        let engine = self.engine
        let value = try engine.perform(at: self.now, by: .system) { () throws(EngineError) in try body(engine) }
        self.report = try engine.commit()
        return value
    }

    /// Lets time pass, and does what comes due meanwhile.
    func pass(milliseconds: Int64) throws(EngineError) {
        self.now = self.now.adding(milliseconds: milliseconds)
        while try self.engine.tick(at: self.now) {}
        self.report = try self.engine.commit()
    }

    /// The daemon dies, whatever it was doing, and starts again.
    func restart() throws {
        if let memory = self.store as? MemoryStore {
            self.store = memory.crash()
            self.engine = Engine(store: self.store, limits: self.limits)
        } else {
            // The file is owned by one store at a time, so the old one goes before the new one comes.
            self.store = MemoryStore()
            self.engine = Engine(store: self.store, limits: self.limits)
            self.store = try SQLiteStore(path: self.path)
            self.engine = Engine(store: self.store, limits: self.limits)
        }
        self.report = try self.engine.open(at: self.now)
    }

    // MARK: Short forms

    @discardableResult
    func queue(_ record: QueueRecord) throws(EngineError) -> Bool {
        try self.call { engine throws(EngineError) in try engine.configure(record) }
    }

    @discardableResult
    func submit(_ tasks: NewTask...) throws(EngineError) -> [TaskID] {
        try self.call { engine throws(EngineError) in try engine.submit(tasks) }
    }

    func claim(
        _ queue: String = "market",
        limit: Int = 1,
        kinds: [String]? = nil,
        lease: Int64? = nil,
        by claimant: String = "bureau:market"
    ) throws(EngineError) -> [TaskRecord] {
        try self.call { engine throws(EngineError) in
            try engine.claim(
                queue: queue,
                limit: limit,
                kinds: kinds,
                leaseMilliseconds: lease,
                claimant: claimant
            )
        }
    }

    func complete(_ task: TaskRecord, output: RawJSON? = nil, effects: [RawJSON] = []) throws(EngineError) {
        try self.call { engine throws(EngineError) in
            try engine.complete(task.lease?.description ?? "", output: output, effects: effects)
        }
    }

    func fail(
        _ task: TaskRecord,
        _ error: String = "it failed",
        retryAfter: Int64? = nil,
        fatal: Bool = false
    ) throws(EngineError) {
        try self.call { engine throws(EngineError) in
            try engine.fail(
                task.lease?.description ?? "",
                error: error,
                retryAfterMilliseconds: retryAfter,
                isFatal: fatal
            )
        }
    }

    func gone(_ claimant: String = "bureau:market", killed: Bool = false) throws(EngineError) {
        try self.call { engine throws(EngineError) in
            try engine.claimantGone(claimant, wasKilled: killed, detail: "signal 11")
        }
    }

    func state(_ id: TaskID) throws(EngineError) -> TaskState { try self.engine.task(id).state }

    /// Every entry of the journal.
    func journal() throws -> [JournalEntry] {
        try self.store.entries(after: 0, filter: .all, limit: .max).entries
    }
}

extension NewTask {
    static func of(_ kind: String, in queue: String = "market", priority: Int = 0, key: String? = nil) -> NewTask {
        NewTask(queue: queue, kind: kind, key: key, priority: priority)
    }
}

extension RawJSON {
    init(text: String) { self.init(unchecked: Array(text.utf8)) }
}

/// The error an engine's call throws; `nil` when it throws none.
func refusal<Value>(_ body: () throws(EngineError) -> Value) -> EngineError? {
    do throws(EngineError) {
        _ = try body()
        return nil
    } catch {
        return error
    }
}

enum RawJSONText {
    /// `{"NAME":1}`
    static func object(_ name: String) -> RawJSON { RawJSON(text: "{\"\(name)\":1}") }
}

struct Problem: Error {
    var text: String

    init(_ text: String) { self.text = text }
}
