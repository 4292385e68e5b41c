// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// What became of one result or failure.
public struct Outcome: Sendable, Hashable {
    public var lease: String
    public var isAccepted: Bool
    /// Why it was not accepted.
    public var reason: String?

    public init(lease: String, isAccepted: Bool, reason: String? = nil) {
        self.lease = lease
        self.isAccepted = isAccepted
        self.reason = reason
    }

    static func lost(_ lease: String) -> Outcome {
        Outcome(lease: lease, isAccepted: false, reason: "LeaseLost")
    }
}

extension Engine {
    /// Finishes a claimed task and applies its effects, together or not at all; in ``perform(at:by:_:)``.
    ///
    /// - Throws: ``EngineError/leaseLost(_:)`` when the lease is no longer held, or what refused the effects; the task
    ///   then stays leased.
    public func complete(_ lease: String, output: RawJSON?, effects: [RawJSON]) throws(EngineError) {
        if let output, output.bytes.count > self.limits.payload {
            throw .tooLarge(field: "output", limit: self.limits.payload)
        }
        try self.checkSize(effects.count, "effects")
        var task = try self.leased(lease)
        task.state = .done
        task.output = output
        task.finished = self.now
        self.clearLease(&task)
        try self.write(.updateTask(task))
        self.memory.moved(task, from: .leased)
        try self.tell("task.completed", [task]) { writer, task in writer.member("kind", task.kind) }
        if !effects.isEmpty {
            guard let handler = self.effectHandler else {
                throw .refused(Refusal(code: "NO_EFFECTS", zh: "本队列不接受效果。", en: "effects are not taken here"))
            }
            try handler.apply(effects, of: task, in: self)
        }
    }

    /// Completes without effects, many at once, each on its own; outside of ``perform(at:by:_:)``'s mark.
    func completePlain(_ results: [(lease: String, output: RawJSON?)]) throws(EngineError) -> [Outcome] {
        var outcomes: [Outcome] = []
        var done: [TaskRecord] = []
        for (lease, output) in results {
            do throws(EngineError) {
                if let output, output.bytes.count > self.limits.payload {
                    throw .tooLarge(field: "output", limit: self.limits.payload)
                }
                var task = try self.leased(lease)
                task.state = .done
                task.output = output
                task.finished = self.now
                self.clearLease(&task)
                try self.write(.updateTask(task))
                self.memory.moved(task, from: .leased)
                done.append(task)
                outcomes.append(Outcome(lease: lease, isAccepted: true))
            } catch .leaseLost {
                outcomes.append(.lost(lease))
            }
        }
        try self.tell("task.completed", done) { writer, task in writer.member("kind", task.kind) }
        return outcomes
    }

    /// Reports that a claimed task failed: it comes back after its kind's back-off, or is a dead letter.
    public func fail(
        _ lease: String, error: String, retryAfterMilliseconds: Int64?, isFatal: Bool
    ) throws(EngineError) {
        if let retryAfterMilliseconds, !(0...31_536_000_000).contains(retryAfterMilliseconds) {
            throw .invalid(
                field: "retryAfterSeconds", Bilingual("须为 0 至一年的秒数", "must be 0 to a year of seconds"))
        }
        let task = try self.leased(lease)
        try self.failed(task, error: error, retryAfter: retryAfterMilliseconds, isFatal: isFatal, kind: "task.failed")
    }

    func failed(
        _ leased: TaskRecord, error: String, retryAfter: Int64?, isFatal: Bool, kind: String
    ) throws(EngineError) {
        var task = leased
        task.errors.append(String(error.prefix(self.limits.errorLength)))
        if task.errors.count > self.limits.errorLines {
            task.errors.removeFirst(task.errors.count - self.limits.errorLines)
        }
        self.clearLease(&task)
        let policy = self.memory.queues[task.queue]?.record.policy(for: task.kind) ?? .standard
        let isQuarantined = task.kills >= self.limits.killsUntilQuarantine
        if isFatal || isQuarantined || task.attempt >= task.maxAttempts {
            task.state = .failed
            task.finished = self.now
            if isQuarantined {
                task.reason = "quarantined: the program died \(task.kills) times while working on it; last: \(error)"
            }
        } else {
            let wait = retryAfter ?? policy.backoff(afterAttempt: task.attempt)
            task.attempt += 1
            if wait > 0 {
                task.state = .scheduled
                task.notBefore = self.now.adding(milliseconds: wait)
            } else {
                task.state = .ready
            }
        }
        try self.write(.updateTask(task))
        self.memory.moved(task, from: .leased)
        if task.state == .ready { self.becameReady(task.queue) }
        let attempt = leased.attempt
        try self.tell(kind, [task]) { writer, task in
            writer.member("kind", task.kind)
            writer.member("attempt", attempt)
            writer.member("error", String(error.prefix(200)))
            if task.state == .scheduled, let next = task.notBefore { writer.member("next", next.description) }
        }
        if task.state == .failed {
            try self.tell(isQuarantined ? "task.quarantined" : "task.dead", [task]) { writer, task in
                writer.member("kind", task.kind)
                writer.member("attempts", attempt)
                writer.member("reason", task.reason ?? String(error.prefix(200)))
            }
        }
    }

    /// Gives a claimed task back unfinished; no attempt is counted.
    public func release(_ lease: String) throws(EngineError) {
        try self.giveBack(try self.leased(lease), kind: "task.released")
    }

    func giveBack(_ leased: TaskRecord, kind: String) throws(EngineError) {
        var task = leased
        self.clearLease(&task)
        task.state = .ready
        try self.write(.updateTask(task))
        self.memory.moved(task, from: .leased)
        self.becameReady(task.queue)
        try self.tell(kind, [task]) { writer, task in writer.member("kind", task.kind) }
    }

    func clearLease(_ task: inout TaskRecord) {
        task.leaseExpires = nil
        task.leaseMilliseconds = nil
        task.claimant = nil
    }

    /// The connection or process of a claimant ended: its leases are free at once.
    ///
    /// - Parameters:
    ///   - wasKilled: it died, so that the tasks it held may be why; after three deaths over one task it is quarantined.
    ///   - detail: what is known of the end, for the task's error history.
    public func claimantGone(_ claimant: String, wasKilled: Bool, detail: String) throws(EngineError) {
        for id in self.memory.leases.tasks(of: claimant) {
            guard var task = try self.guarded({ () throws(StoreError) in try self.store.task(id) }),
                task.state == .leased
            else { continue }
            if wasKilled { task.kills += 1 }
            try self.failed(task, error: detail, retryAfter: nil, isFatal: false, kind: "task.failed")
        }
    }

    /// The program that worked on a task died; the task may be why.
    public func workerDied(holding lease: String, detail: String) throws(EngineError) {
        var task = try self.leased(lease)
        task.kills += 1
        try self.failed(task, error: detail, retryAfter: nil, isFatal: false, kind: "task.failed")
    }

    /// The daemon itself stops the claimant: its tasks go back, no attempt is counted.
    public func claimantStopped(_ claimant: String) throws(EngineError) {
        for id in self.memory.leases.tasks(of: claimant) {
            guard let task = try self.guarded({ () throws(StoreError) in try self.store.task(id) }),
                task.state == .leased
            else { continue }
            try self.giveBack(task, kind: "task.released")
        }
    }

    // MARK: Time

    func nextScheduled() throws(EngineError) -> Instant? {
        try self.guarded { () throws(StoreError) in try self.memory.nextScheduled(self.store) }
    }

    /// Makes the scheduled tasks ready whose moment has come.
    func readyScheduled() throws(EngineError) {
        let due = try self.guarded { () throws(StoreError) in
            try self.store.scheduledTasks(due: self.now, limit: self.limits.tickSize)
        }
        for var task in due {
            task.state = .ready
            try self.write(.updateTask(task))
            self.memory.moved(task, from: .scheduled)
            self.becameReady(task.queue)
        }
        try self.tell("task.ready", due) { writer, task in writer.member("kind", task.kind) }
    }

    /// Takes back the leases that ran out.
    func expireLeases() throws(EngineError) {
        guard let lease = self.memory.leases.expired(at: self.now),
            let task = try self.guarded({ () throws(StoreError) in try self.store.task(lease.task) })
        else { return }
        try self.failed(
            task, error: "lease \(lease.task).\(lease.claim) ran out, held by \(lease.claimant)", retryAfter: nil,
            isFatal: false, kind: "task.expired")
    }

    /// After a start: see ``open(at:)``.
    func adoptLeases() throws(EngineError) {
        for lease in self.memory.leases.byTask.values.sorted(by: { $0.task < $1.task }) {
            guard var task = try self.guarded({ () throws(StoreError) in try self.store.task(lease.task) }) else {
                continue
            }
            if lease.claimant.hasPrefix("bureau:") {
                try self.giveBack(task, kind: "task.released")
            } else {
                let moment = self.now.adding(milliseconds: task.leaseMilliseconds ?? 60_000)
                task.leaseExpires = moment
                try self.write(.updateTask(task))
                self.memory.extended(task.id, to: moment)
            }
        }
    }
}
