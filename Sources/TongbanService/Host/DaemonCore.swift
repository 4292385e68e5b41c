// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Logging
import NIOCore
import Systemd
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// The engine at work on its event loop: runs calls as they come, commits once per turn of the loop, answers after.
///
/// Everything here belongs to that one loop; nothing is shared, so nothing is locked.
final class DaemonCore {
    let loop: any EventLoop
    let engine: Engine
    let cases: CaseEngine
    let directory: Directory
    let clock: DaemonClock
    let logger: Logger
    let notices: NoticeHub
    let claims: ClaimWaiters
    /// Called when tasks became ready, with the queue.
    var onReady: [String: () -> Void] = [:]

    /// The simulated time.
    private var simulatedNow: Instant
    /// Calls whose changes wait for the commit.
    private var waiting: [(EngineError?) -> Void] = []
    private var commitIsScheduled = false
    private var wakeUp: Scheduled<Void>?
    private var wakeUpAt: Instant?
    private var recovery: Scheduled<Void>?
    private var quietWaiters: [() -> Void] = []
    /// Who runs the service, and who may act for others.
    var access: AccessPolicy
    /// Asked whether handlers still have something to do.
    var isBusy: () -> Bool = { false }
    /// Told when the store fails and when it works again.
    var onAvailability: (StoreError?) -> Void = { _ in }
    /// Told of bureaus whose rules have become others since they declared themselves.
    var onOutdated: (Set<String>) -> Void = { _ in }
    /// The last entry that is durable.
    private(set) var committedSequence: Int64 = 0
    private(set) var isStopping = false

    init(
        loop: any EventLoop,
        store: any Store,
        vault: any Vault = OpenVault(),
        clock: DaemonClock,
        limits: EngineLimits,
        access: AccessPolicy,
        logger: Logger
    ) throws(EngineError) {
        self.loop = loop
        self.clock = clock
        self.access = access
        self.logger = logger
        self.engine = Engine(store: store, limits: limits, vault: vault)
        self.directory = Directory()
        self.cases = CaseEngine(engine: self.engine, directory: self.directory)
        self.notices = NoticeHub()
        self.claims = ClaimWaiters()
        switch clock {
        case .real: self.simulatedNow = DaemonClock.machineTime()
        case .simulated(let start): self.simulatedNow = start
        }
        if case .simulated(let start) = clock {
            // A simulated time that was advanced goes on from where it was.
            let kept = try? store.settings(prefix: Self.clockKey).first?.value.parsed().stringValue
            if let kept, let instant = Instant(kept), instant > start { self.simulatedNow = instant }
        }
        try self.engine.open(at: self.now)
        try self.cases.open()
        self.committedSequence = self.engine.lastSequence
    }

    /// Keeps in mind which keys seal from now on, so that a lost one is noticed at the next start.
    func note(_ ring: KeyRing) throws(EngineError) {
        let known: [String: String]
        do {
            known = try SealingKeys.known(to: self.engine.store)
        } catch {
            throw .unavailable(error)
        }
        let all = known.merging(ring.fingerprints) { old, _ in old }
        guard all != known else { return }
        var value = JSONObject()
        for name in all.keys.sorted() { value[name] = all[name].map(JSON.string) }
        try self.engine.perform(at: self.now, by: .system) { () throws(EngineError) in
            try self.engine.write(.putSetting(Setting(key: SealingKeys.setting, value: RawJSON(.object(value)))))
            try self.engine.record("daemon.keys", bureau: nil, caseNumber: nil) { writer in
                writer.beginObject()
                writer.member("names", all.keys.sorted())
                writer.endObject()
            }
        }
        self.committedSequence = try self.engine.commit().lastSequence
    }

    private static let clockKey = "clock/simulated"

    var now: Instant { self.clock.isSimulated ? self.simulatedNow : DaemonClock.machineTime() }

    /// Tells of the start, and begins to do by itself what comes due.
    func start(version: String) {
        let clock = self.clock.isSimulated ? "simulated" : "real"
        self.perform(by: .system) { () throws(EngineError) in
            try self.engine.record("daemon.started", bureau: nil, caseNumber: nil) { writer in
                writer.beginObject()
                writer.member("version", version)
                writer.member("clock", clock)
                writer.endObject()
            }
        } completion: { _ in
        }
        self.flush()
        self.scheduleWakeUp()
        // What a crash interrupted goes on.
        if self.cases.recount?.isPending ?? false { self.tickSoon() }
    }

    // MARK: Calls

    /// Runs a call; `completion` is told when what it changed is durable, or that it was refused.
    func perform<Value>(
        by actor: Actor,
        _ body: () throws(EngineError) -> Value,
        completion: @escaping (Result<Value, EngineError>) -> Void
    ) {
        do throws(EngineError) {
            let value = try self.engine.perform(at: self.now, by: actor, body)
            self.afterCommit { error in completion(error.map { .failure($0) } ?? .success(value)) }
        } catch {
            self.refused(error) { completion(.failure($0)) }
        }
    }

    /// As ``perform(by:_:completion:)``, for the plain verbs of the queue.
    func performUnmarked<Value>(
        by actor: Actor,
        _ body: () throws(EngineError) -> Value,
        completion: @escaping (Result<Value, EngineError>) -> Void
    ) {
        do throws(EngineError) {
            let value = try self.engine.performPlain(at: self.now, by: actor, body)
            self.afterCommit { error in completion(error.map { .failure($0) } ?? .success(value)) }
        } catch {
            self.refused(error) { completion(.failure($0)) }
        }
    }

    /// One of several parts of a call that may fail each on its own; ``whenCommitted(_:)`` ends the call.
    func attempt(by actor: Actor, marked: Bool, _ body: () throws(EngineError) -> Void) -> EngineError? {
        do throws(EngineError) {
            if marked {
                try self.engine.perform(at: self.now, by: actor, body)
            } else {
                try self.engine.performPlain(at: self.now, by: actor, body)
            }
            return nil
        } catch {
            return error
        }
    }

    /// Calls back when everything so far is durable.
    func whenCommitted(_ body: @escaping (EngineError?) -> Void) {
        if self.engine.hasUncommitted { self.afterCommit(body) } else { body(nil) }
    }

    func answerUnavailable(_ cause: StoreError, _ responder: VarlinkResponder) {
        self.refused(.unavailable(cause)) { responder.fail(with: $0.failure) }
    }

    /// A connection ended: what it had claimed is free, at once or as soon as the store works again.
    func connectionGone(_ claimant: String) {
        guard !self.isStopping, self.engine.leaseCount(claimant: claimant) > 0 else { return }
        do throws(EngineError) {
            try self.engine.claimantEnded(
                claimant,
                wasKilled: false,
                detail: "the claimant's connection ended",
                at: self.now
            )
        } catch {
            // The engine has noted the end, and frees the leases when the store works again.
            self.logger.warning("leases are not free yet", metadata: ["claimant": "\(claimant)", "error": "\(error)"])
        }
        if self.engine.hasUncommitted { self.scheduleCommit() }
    }

    /// A refusal is told at once; a failing store ends the batch for everybody in it.
    private func refused(_ error: EngineError, _ tell: @escaping (EngineError) -> Void) {
        if case .unavailable = error, self.engine.hasUncommitted || self.engine.failure != nil {
            self.waiting.append { _ in tell(error) }
            self.scheduleCommit()
        } else {
            if self.engine.hasUncommitted { self.scheduleCommit() }
            tell(error)
        }
    }

    private func afterCommit(_ body: @escaping (EngineError?) -> Void) {
        self.waiting.append(body)
        self.scheduleCommit()
    }

    private func scheduleCommit() {
        guard !self.commitIsScheduled else { return }
        self.commitIsScheduled = true
        self.loop.assumeIsolated().execute { self.flush() }
    }

    /// Commits what the calls of this turn changed and answers them.
    func flush() {
        self.commitIsScheduled = false
        let waiting = self.waiting
        self.waiting = []
        let report: CommitReport
        do throws(EngineError) {
            report = try self.engine.commit()
        } catch {
            for tell in waiting { tell(error) }
            if case .unavailable(let cause) = error { self.storeFailed(cause) }
            return
        }
        self.committedSequence = report.lastSequence
        for tell in waiting { tell(nil) }
        self.notices.publish(report, from: self)
        if !self.cases.outdated.isEmpty { self.onOutdated(self.cases.outdated) }
        for queue in report.readyQueues {
            self.claims.serve(queue, in: self)
            self.onReady[queue]?()
        }
        self.scheduleWakeUp()
        self.checkQuiet()
    }

    // MARK: Time

    /// Sets the timer of the loop to when the engine next has something to do.
    func scheduleWakeUp() {
        guard !self.clock.isSimulated, self.engine.failure == nil else { return }
        guard let next = try? self.engine.nextWakeUp() else {
            self.wakeUp?.cancel()
            self.wakeUpAt = nil
            return
        }
        if let at = self.wakeUpAt, at == next { return }
        self.wakeUp?.cancel()
        self.wakeUpAt = next
        // An hour at most, so that a clock that was set forward is noticed.
        let wait = min(max(0, next.since(self.now)), 3_600_000)
        self.wakeUp = self.loop.assumeIsolated().scheduleTask(in: .milliseconds(wait)) { self.tick() }
    }

    func tick() {
        self.wakeUpAt = nil
        do throws(EngineError) {
            let more = try self.engine.tick(at: self.now)
            if self.engine.hasUncommitted { self.scheduleCommit() }
            if more { self.loop.assumeIsolated().execute { self.tick() } } else { self.scheduleWakeUp() }
        } catch {
            self.logger.error("a due task or timer could not be handled", metadata: ["error": "\(error)"])
            if case .unavailable(let cause) = error, self.engine.failure != nil {
                self.flushAfterFailure(cause)
            } else {
                // A timer that cannot be done is left and tried again, so that it does not stop the others for ever.
                self.wakeUp = self.loop.assumeIsolated().scheduleTask(in: .seconds(1)) { self.tick() }
            }
        }
    }

    /// Goes on with what the engine has to do by itself, on a simulated clock too.
    func tickSoon() {
        self.loop.assumeIsolated().execute { self.tick() }
    }

    private func flushAfterFailure(_ cause: StoreError) {
        let waiting = self.waiting
        self.waiting = []
        _ = try? self.engine.commit()
        for tell in waiting { tell(.unavailable(cause)) }
        self.storeFailed(cause)
    }

    /// Moves a simulated clock.
    func setSimulated(_ moment: Instant) throws(EngineError) {
        self.simulatedNow = max(self.simulatedNow, moment)
        let text = self.simulatedNow.description
        try self.engine.perform(at: self.simulatedNow, by: .system) { () throws(EngineError) in
            try self.engine.write(.putSetting(Setting(key: Self.clockKey, value: RawJSON(.string(text)))))
        }
        self.scheduleCommit()
    }

    /// Calls back once the handlers have nothing left to do.
    func whenQuiet(_ body: @escaping () -> Void) {
        self.quietWaiters.append(body)
        self.loop.assumeIsolated().execute { self.checkQuiet() }
    }

    func checkQuiet() {
        guard !self.quietWaiters.isEmpty, !self.commitIsScheduled, !self.isBusy() else { return }
        let waiters = self.quietWaiters
        self.quietWaiters = []
        for waiter in waiters { waiter() }
    }

    // MARK: Trouble

    /// Nothing is written any more; the store is tried every second until it works.
    private func storeFailed(_ cause: StoreError) {
        guard self.recovery == nil else { return }
        self.logger.critical(
            "the store failed; nothing is written until it works",
            metadata: .event(.storeReadOnly, ["cause": "\(cause)"])
        )
        self.onAvailability(cause)
        self.tryAgain()
    }

    private func tryAgain() {
        self.recovery = self.loop.assumeIsolated().scheduleTask(in: .seconds(1)) {
            self.recovery = nil
            do throws(EngineError) {
                let report = try self.engine.reopenAfterFailure(at: self.now)
                try self.cases.open()
                self.committedSequence = self.engine.lastSequence
                self.notices.publish(report, from: self)
                self.logger.notice("the store works again", metadata: .event(.storeWritable))
                self.onAvailability(nil)
                self.scheduleWakeUp()
                for queue in self.engine.queueNames {
                    self.claims.serve(queue, in: self)
                    self.onReady[queue]?()
                }
            } catch {
                self.tryAgain()
            }
        }
    }

    /// Changes for how long finished tasks are kept.
    func keepFinishedTasks(days: Int) {
        self.engine.keepFinished(milliseconds: Int64(days) * 86_400_000)
        self.scheduleWakeUp()
    }

    func stop() {
        self.isStopping = true
        self.wakeUp?.cancel()
        self.recovery?.cancel()
        self.flush()
        self.notices.finish()
    }
}
