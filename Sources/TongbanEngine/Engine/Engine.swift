// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// Decides everything and asks the store to keep it.
///
/// Synchronous, for one thread, without a clock of its own: time comes in as a value, so that a simulation can run it.
/// Many calls share one transaction: the host runs calls as they come with ``perform(at:by:_:)``, then calls
/// ``commit()`` once, and only then answers them.
///
/// When the store fails, nothing of the open transaction counts: ``commit()`` throws, every call of the batch is to be
/// answered with ``EngineError/unavailable(_:)``, and the engine refuses calls until ``open(at:)`` succeeded again.
public final class Engine {
    public let store: any Store
    /// Seals what is sensitive before it is stored.
    public let vault: any Vault
    public internal(set) var limits: EngineLimits
    /// The latest moment the engine was told; it never goes back.
    public private(set) var now = Instant(milliseconds: 0)
    /// Whose call is being carried out.
    public private(set) var actor = Actor.system
    /// Why nothing is taken, when the store has failed.
    public private(set) var failure: StoreError?
    /// Whether the call that runs is undone when it ends.
    private var isRehearsing = false
    /// Whether anything waits for ``commit()``.
    public private(set) var hasUncommitted = false

    public weak var timerHandler: (any TimerHandler)?
    public weak var effectHandler: (any EffectHandler)?
    public weak var housekeeper: (any Housekeeper)?
    /// What is wrong with the bureau that works on a queue, for ``why(_:)``; `nil` when it works.
    public var workerTrouble: (String) -> Bilingual? = { _ in nil }
    /// Why a case is suspended, by its number; `nil` when it is not. Tasks of a suspended case are blocked, those too
    /// that are submitted or come back meanwhile.
    public var suspension: (String) -> String? = { _ in nil }

    var memory = QueueMemory()
    var retention = RetentionSweep()
    private var journal = JournalHead()
    private var report = PendingReport()
    private var isMarked = false
    /// Whether the state has been read before: what is read again then is this daemon's own.
    private var wasOpened = false
    /// Claimants that ended, until it is durable that their leases are free.
    private var ended: [EndedClaimant] = []

    private struct EndedClaimant {
        var claimant: String
        var wasKilled: Bool
        var detail: String
    }

    /// The end of the chain.
    struct JournalHead {
        var sequence: Int64 = 0
        var hash: [UInt8] = JournalHash.start
        var hasher = JournalHash()
    }

    private struct PendingReport {
        var entries: [JournalEntry] = []
        var firstSequence: Int64 = 1
        var ready: Set<String> = []
    }

    public init(store: any Store, limits: EngineLimits = EngineLimits(), vault: any Vault = OpenVault()) {
        self.store = store
        self.vault = vault
        self.limits = limits
    }

    // MARK: Life

    /// Reads the state from the store: at the start, and after the store has failed.
    ///
    /// At the start, tasks leased to plugins go back to where they were, since plugins end with the daemon. Other
    /// leases, and after a failure all of them, are given their full time again, so that their holders can come back and
    /// finish. No attempt is burnt.
    ///
    /// - Returns: what was told in the journal about that.
    @discardableResult
    public func open(at now: Instant) throws(EngineError) -> CommitReport {
        self.now = max(self.now, now)
        if self.hasUncommitted || self.failure != nil { try? self.store.rollback() }
        self.hasUncommitted = false
        self.report = PendingReport()
        do throws(StoreError) {
            self.memory = try QueueMemory(store: self.store, windowSize: self.limits.windowSize)
            self.retention = RetentionSweep()
            if self.memory.hasFinished { self.retention.beginsAnew(at: self.now) }
            let last = try self.store.lastEntry()
            self.journal.sequence = last?.sequence ?? 0
            self.journal.hash = last?.hash ?? JournalHash.start
            self.report.firstSequence = self.journal.sequence + 1
        } catch {
            self.failure = error
            throw .unavailable(error)
        }
        self.failure = nil
        let isRestart = !self.wasOpened
        do throws(EngineError) {
            try self.perform(at: self.now, by: .system) { () throws(EngineError) in
                for ended in self.ended {
                    try self.freeLeases(of: ended.claimant, wasKilled: ended.wasKilled, detail: ended.detail)
                }
                try self.adoptLeases(freeingPlugins: isRestart)
            }
            let report = try self.commit()
            self.wasOpened = true
            return report
        } catch {
            if case .unavailable(let cause) = error { self.failure = cause }
            throw error
        }
    }

    /// Reads the state anew after the store has failed; throws as long as it still does.
    @discardableResult
    public func reopenAfterFailure(at now: Instant) throws(EngineError) -> CommitReport {
        try self.open(at: now)
    }

    /// A claimant's connection or process ended: its leases are freed now, in a call of its own, or, while the store
    /// takes no writes, as soon as it does.
    ///
    /// - Parameters:
    ///   - wasKilled: it died, so that the tasks it held may be why.
    ///   - detail: what is known of the end, for the tasks' error history.
    public func claimantEnded(
        _ claimant: String,
        wasKilled: Bool,
        detail: String,
        at now: Instant
    ) throws(EngineError) {
        if self.failure == nil, self.memory.leases.count(of: claimant) == 0 { return }
        self.noteEnd(of: claimant, wasKilled: wasKilled, detail: detail)
        guard self.failure == nil else { return }
        try self.perform(at: now, by: .system) { () throws(EngineError) in
            try self.freeLeases(of: claimant, wasKilled: wasKilled, detail: detail)
        }
    }

    /// Keeps in mind that a claimant ended: should the batch be lost, its leases are freed when the store works again.
    func noteEnd(of claimant: String, wasKilled: Bool, detail: String) {
        self.ended.append(EndedClaimant(claimant: claimant, wasKilled: wasKilled, detail: detail))
    }

    // MARK: Calls

    /// Runs one call in the current batch. When it throws, all that it did is undone, and the other calls are not touched.
    public func perform<Value>(
        at now: Instant,
        by actor: Actor,
        _ body: () throws(EngineError) -> Value
    ) throws(EngineError) -> Value {
        try self.begin(at: now)
        let keptMemory = self.memory.checkpoint()
        let keptJournal = (self.journal.sequence, self.journal.hash)
        let keptReport = (self.report.entries.count, self.report.ready)
        let keptActor = self.actor
        self.actor = actor
        defer { self.actor = keptActor }
        try self.guarded { () throws(StoreError) in try self.store.mark() }
        self.isMarked = true
        self.isRehearsing = false
        defer { self.isMarked = false }
        func undo() throws(EngineError) {
            try self.guarded { () throws(StoreError) in try self.store.dropMark() }
            self.memory.restore(keptMemory)
            (self.journal.sequence, self.journal.hash) = keptJournal
            self.report.entries.removeLast(self.report.entries.count - keptReport.0)
            self.report.ready = keptReport.1
        }
        do throws(EngineError) {
            let value = try body()
            if self.isRehearsing {
                try undo()
                return value
            }
            try self.guarded { () throws(StoreError) in try self.store.keepMark() }
            self.memory.keep()
            return value
        } catch {
            if self.failure == nil { try undo() }
            throw error
        }
    }

    /// Says, inside a call, that whatever it does is undone when it ends; only its answer stays.
    public func rehearse() { self.isRehearsing = true }

    /// Runs a call that checks everything before its first write, and so needs no mark: a refusal has changed nothing,
    /// and a failure of the store ends the whole batch.
    public func performPlain<Value>(
        at now: Instant,
        by actor: Actor,
        _ body: () throws(EngineError) -> Value
    ) throws(EngineError) -> Value {
        try self.begin(at: now)
        let keptActor = self.actor
        self.actor = actor
        defer { self.actor = keptActor }
        return try body()
    }

    private func begin(at now: Instant) throws(EngineError) {
        if let failure { throw .unavailable(failure) }
        precondition(!self.isMarked, "calls of the engine do not nest")
        self.now = max(self.now, now)
        if !self.hasUncommitted {
            try self.guarded { () throws(StoreError) in try self.store.begin() }
            self.hasUncommitted = true
        }
    }

    /// Makes the batch durable.
    public func commit() throws(EngineError) -> CommitReport {
        if let failure {
            try? self.store.rollback()
            self.hasUncommitted = false
            throw .unavailable(failure)
        }
        guard self.hasUncommitted else { return self.takeReport() }
        do throws(StoreError) {
            let counts = self.memory.takeChangedCounts()
            if !counts.isEmpty { try self.store.write(.putCounts(counts)) }
            try self.store.commit()
            self.hasUncommitted = false
            self.ended.removeAll()
        } catch {
            self.failure = error
            self.hasUncommitted = false
            try? self.store.rollback()
            throw .unavailable(error)
        }
        return self.takeReport()
    }

    private func takeReport() -> CommitReport {
        let whole = self.report.entries.count <= self.limits.reportedEntries
        let report = CommitReport(
            lastSequence: self.journal.sequence,
            entries: whole ? self.report.entries : [],
            firstSequence: self.report.firstSequence,
            readyQueues: self.report.ready
        )
        self.report = PendingReport()
        self.report.firstSequence = self.journal.sequence + 1
        return report
    }

    // MARK: Writing, inside a call

    public func write(_ change: Change) throws(EngineError) {
        try self.guarded { () throws(StoreError) in try self.store.write(change) }
    }

    /// Adds an entry to the journal.
    ///
    /// - Parameter data: writes one JSON object.
    public func record(
        _ kind: String,
        bureau: String?,
        caseNumber: String?,
        data: (inout JSONWriter) -> Void
    ) throws(EngineError) {
        var writer = JSONWriter()
        data(&writer)
        let raw = RawJSON(unchecked: writer.bytes)
        let sequence = self.journal.sequence + 1
        let previous = self.journal.hash
        let hash = self.journal.hasher.hash(
            previous: previous,
            sequence: sequence,
            at: self.now,
            kind: kind,
            bureau: bureau,
            caseNumber: caseNumber,
            actor: self.actor,
            data: raw
        )
        let entry = JournalEntry(
            sequence: sequence,
            at: self.now,
            kind: kind,
            bureau: bureau,
            caseNumber: caseNumber,
            actor: self.actor,
            data: raw,
            hash: hash,
            previousHash: previous
        )
        try self.write(.appendEntry(entry))
        self.journal.sequence = sequence
        self.journal.hash = hash
        // One more than is reported tells that there were too many.
        if self.report.entries.count <= self.limits.reportedEntries { self.report.entries.append(entry) }
    }

    /// Tells with the next commit that claims on a queue may get something.
    func becameReady(_ queue: String) { self.report.ready.insert(queue) }

    /// Lets time go on; it never goes back.
    func advance(to now: Instant) throws(EngineError) {
        if let failure { throw .unavailable(failure) }
        self.now = max(self.now, now)
    }

    /// The state in memory contradicts the store: nothing more is taken until it is read anew.
    func broken(_ what: String) -> EngineError {
        let error = StoreError(.corrupt, what)
        self.failure = error
        return .unavailable(error)
    }

    /// The sequence number of the last entry, uncommitted ones included.
    public var lastSequence: Int64 { self.journal.sequence }

    /// Runs something of the store; its failure ends the batch.
    func guarded<Value>(_ body: () throws(StoreError) -> Value) throws(EngineError) -> Value {
        do throws(StoreError) {
            return try body()
        } catch {
            self.failure = error
            throw .unavailable(error)
        }
    }
}
