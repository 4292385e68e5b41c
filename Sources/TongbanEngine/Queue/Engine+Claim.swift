// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension Engine {
    /// Leases ready tasks: of higher priority first, then the older.
    ///
    /// - Parameters:
    ///   - kinds: only these; `nil` for all.
    ///   - leaseMilliseconds: otherwise as each kind's policy says.
    ///   - claimant: who holds the leases; ``claimantGone(_:wasKilled:detail:)`` frees them.
    /// - Returns: at most `limit` tasks, fewer when fewer are ready or the queue's limits say so.
    public func claim(
        queue name: String, limit: Int, kinds: [String]?, leaseMilliseconds: Int64?, claimant: String
    ) throws(EngineError) -> [TaskRecord] {
        guard let queue = self.memory.queues[name] else { throw .noSuchQueue(name) }
        guard limit >= 1 else {
            throw .invalid(field: "limit", Bilingual("领取数须至少为 1", "the limit must be at least 1"))
        }
        guard limit <= self.limits.callSize else { throw .tooLarge(field: "limit", limit: self.limits.callSize) }
        if let leaseMilliseconds, !(1_000...self.limits.longestLease).contains(leaseMilliseconds) {
            throw .invalid(
                field: "leaseSeconds",
                Bilingual(
                    "租约须为 1 至 \(self.limits.longestLease / 1_000) 秒",
                    "a lease lasts 1 to \(self.limits.longestLease / 1_000) seconds"))
        }
        guard !queue.record.paused else { return [] }
        var room = limit
        if let concurrency = queue.record.concurrency {
            room = min(room, concurrency - (self.memory.leases.perQueue[name] ?? 0))
        }
        if var rate = queue.rate {
            room = min(room, rate.available(at: self.now))
            queue.rate = rate
        }
        guard room > 0 else { return [] }
        var claimed: [TaskRecord] = []
        while claimed.count < room {
            guard let (kind, position) = try self.firstReady(in: queue, kinds: kinds) else { break }
            guard var task = try self.guarded({ () throws(StoreError) in try self.store.task(position.id) }),
                task.state == .ready
            else {
                throw self.broken("task \(position.id) is not ready as its queue has it")
            }
            let lease = leaseMilliseconds ?? queue.record.policy(for: kind).leaseMilliseconds
            task.state = .leased
            task.claims += 1
            task.claimant = claimant
            task.leaseMilliseconds = lease
            task.leaseExpires = self.now.adding(milliseconds: lease)
            try self.write(.updateTask(task))
            self.memory.moved(task, from: .ready)
            claimed.append(task)
        }
        if !claimed.isEmpty {
            queue.rate?.take(claimed.count, at: self.now)
            try self.tell("task.claimed", claimed) { writer, task in
                writer.member("kind", task.kind)
                writer.member("claimant", claimant)
            }
        }
        return claimed
    }

    /// The first ready task of some kinds, with windows that ran dry filled from the store.
    private func firstReady(
        in queue: QueueMemory.Queue, kinds: [String]?
    ) throws(EngineError) -> (String, ReadyPosition)? {
        var best: (String, ReadyPosition)?
        if let kinds {
            for kind in kinds { try self.consider(kind, in: queue, &best) }
        } else {
            for kind in Array(queue.windows.keys) { try self.consider(kind, in: queue, &best) }
        }
        return best
    }

    private func consider(
        _ kind: String, in queue: QueueMemory.Queue, _ best: inout (String, ReadyPosition)?
    ) throws(EngineError) {
        guard let window = queue.windows[kind] else { return }
        if window.isEmpty, !window.isWhole {
            let size = self.limits.windowSize
            let positions = try self.guarded { () throws(StoreError) in
                try self.store.readyTasks(queue: queue.record.name, kind: kind, after: nil, limit: size)
            }
            queue.windows[kind]?.fill(positions, isWhole: positions.count < size)
        }
        guard let first = queue.windows[kind]?.first else { return }
        if let current = best, current.1 < first { return }
        best = (kind, first)
    }

    /// Whether a claim would get something, limits aside.
    public func hasReady(queue name: String, kinds: [String]?) throws(EngineError) -> Bool {
        guard let queue = self.memory.queues[name] else { throw .noSuchQueue(name) }
        return try self.firstReady(in: queue, kinds: kinds) != nil
    }

    /// The state in memory contradicts the store: nothing more is taken until it is read anew.
    func broken(_ what: String) -> EngineError {
        .unavailable(StoreError(.corrupt, what))
    }

    /// The task of a lease that is held; anything else is a lost lease.
    func leased(_ text: String) throws(EngineError) -> TaskRecord {
        guard let lease = LeaseID(text), let held = self.memory.leases.byTask[lease.task], held.claim == lease.claim,
            held.expires > self.now
        else { throw .leaseLost(text) }
        guard let task = try self.guarded({ () throws(StoreError) in try self.store.task(lease.task) }),
            task.state == .leased, task.claims == lease.claim
        else { throw .leaseLost(text) }
        return task
    }

    /// Lengthens leases; they last so long from now.
    ///
    /// - Returns: those that are no longer held.
    public func extend(_ leases: [String], milliseconds: Int64) throws(EngineError) -> [String] {
        try self.checkSize(leases.count, "leases")
        guard (1_000...self.limits.longestLease).contains(milliseconds) else {
            throw .invalid(
                field: "seconds",
                Bilingual(
                    "租约须为 1 至 \(self.limits.longestLease / 1_000) 秒",
                    "a lease lasts 1 to \(self.limits.longestLease / 1_000) seconds"))
        }
        var lost: [String] = []
        for lease in leases {
            do throws(EngineError) {
                var task = try self.leased(lease)
                task.leaseExpires = self.now.adding(milliseconds: milliseconds)
                try self.write(.updateTask(task))
                self.memory.extended(task.id, to: self.now.adding(milliseconds: milliseconds))
            } catch .leaseLost {
                lost.append(lease)
            }
        }
        return lost
    }

    func checkSize(_ count: Int, _ field: String) throws(EngineError) {
        guard count <= self.limits.callSize else { throw .tooLarge(field: field, limit: self.limits.callSize) }
    }
}
