// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension Engine {
    /// Finishes a claimed task and applies its effects, together or not at all; with effects in
    /// ``perform(at:by:_:)``.
    ///
    /// - Throws: ``EngineError/leaseLost(_:)`` when the lease is no longer held, or what refused the effects; the task
    ///   then stays leased.
    public func complete(_ lease: String, output: RawJSON?, effects: [RawJSON]) throws(EngineError) {
        if let output, output.bytes.count > self.limits.payload {
            throw .tooLarge(field: "output", limit: self.limits.payload)
        }
        try self.checkSize(effects.count, "effects")
        var task = try self.leased(lease)
        guard effects.isEmpty || self.effectHandler != nil else {
            throw .refused(Refusal(code: "NO_EFFECTS", zh: "本队列不接受效果。", en: "effects are not taken here"))
        }
        task.state = .done
        task.output = output
        task.finished = self.now
        self.clearLease(&task)
        try self.move(task, from: .leased)
        try self.tell("task.completed", [task]) { writer, task in writer.member("kind", task.kind) }
        if !effects.isEmpty { try self.effectHandler?.apply(effects, of: task, in: self) }
    }

    /// Reports that a claimed task failed: it comes back after its kind's back-off, or is a dead letter.
    public func fail(
        _ lease: String,
        error: String,
        retryAfterMilliseconds: Int64?,
        isFatal: Bool
    ) throws(EngineError) {
        if let retryAfterMilliseconds, !(0...self.limits.longestWait).contains(retryAfterMilliseconds) {
            throw .invalid(
                field: "retryAfterSeconds",
                Bilingual("须为 0 至一年的秒数", "must be 0 to a year of seconds")
            )
        }
        let task = try self.leased(lease)
        try self.failed(task, error: error, retryAfter: retryAfterMilliseconds, isFatal: isFatal, kind: "task.failed")
    }

    func failed(
        _ leased: TaskRecord,
        error: String,
        retryAfter: Int64?,
        isFatal: Bool,
        kind: String
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
                task.reason =
                    "quarantined: the program died \(task.kills) times while working on it; last: \(error.prefix(self.limits.errorLength))"
            }
        } else {
            let wait = retryAfter ?? policy.backoff(afterAttempt: task.attempt)
            task.attempt += 1
            task.notBefore = wait > 0 ? self.now.adding(milliseconds: wait) : nil
            self.rest(&task)
        }
        try self.move(task, from: .leased)
        let attempt = leased.attempt
        try self.tell(kind, [task]) { writer, task in
            writer.member("kind", task.kind)
            writer.member("attempt", attempt)
            writer.member("error", String(error.prefix(200)))
            if task.state != .failed, let next = task.notBefore { writer.member("next", next.description) }
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
        self.rest(&task)
        try self.move(task, from: .leased)
        try self.tell(kind, [task]) { writer, task in writer.member("kind", task.kind) }
    }

    /// The connection or process of a claimant ended: its leases are free at once.
    ///
    /// - Parameters:
    ///   - wasKilled: it died, so that the tasks it held may be why; after three deaths over one task it is quarantined.
    ///   - detail: what is known of the end, for the task's error history.
    public func claimantGone(_ claimant: String, wasKilled: Bool, detail: String) throws(EngineError) {
        self.noteEnd(of: claimant, wasKilled: wasKilled, detail: detail)
        try self.freeLeases(of: claimant, wasKilled: wasKilled, detail: detail)
    }

    func freeLeases(of claimant: String, wasKilled: Bool, detail: String) throws(EngineError) {
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
}
