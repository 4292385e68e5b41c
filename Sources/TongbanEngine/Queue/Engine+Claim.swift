// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension Engine {
    /// Leases ready tasks: of higher priority first, then the older.
    ///
    /// A task over which a program has died is a suspect: it is claimed alone, by a claimant that holds nothing else, so
    /// that its next death is blamed on nobody else.
    ///
    /// - Parameters:
    ///   - kinds: only these; `nil` for all.
    ///   - leaseMilliseconds: otherwise as each kind's policy says.
    ///   - claimant: who holds the leases; ``claimantGone(_:wasKilled:detail:)`` frees them.
    /// - Returns: at most `limit` tasks, fewer when fewer are ready or the queue's limits say so.
    public func claim(
        queue name: String,
        limit: Int,
        kinds: [String]?,
        leaseMilliseconds: Int64?,
        claimant: String
    ) throws(EngineError) -> [TaskRecord] {
        try self.refusePeople(name)
        guard let queue = self.memory.queues[name] else { throw .noSuchQueue(name) }
        guard limit >= 1 else {
            throw .invalid(field: "limit", Bilingual("领取数须至少为 1", "the limit must be at least 1"))
        }
        guard limit <= self.limits.callSize else { throw .tooLarge(field: "limit", limit: self.limits.callSize) }
        if let kinds { try self.checkSize(kinds.count, "kinds") }
        if let leaseMilliseconds { try self.checkLease(leaseMilliseconds, field: "leaseSeconds") }
        let room = self.room(in: queue, limit: limit, claimant: claimant)
        var claimed: [TaskRecord] = []
        while claimed.count < room {
            guard let position = try self.firstReady(in: queue, kinds: kinds) else { break }
            guard var task = try self.guarded({ () throws(StoreError) in try self.store.task(position.id) }),
                task.state == .ready
            else {
                throw self.broken("task \(position.id) is not ready as its queue has it")
            }
            let isSuspect = task.kills > 0
            if isSuspect, self.memory.leases.count(of: claimant) > 0 {
                self.memory.heldBack[claimant] = name
                break
            }
            let lease = leaseMilliseconds ?? queue.record.policy(for: task.kind).leaseMilliseconds
            task.state = .leased
            task.claims += 1
            task.claimant = claimant
            task.leaseMilliseconds = lease
            task.leaseExpires = self.now.adding(milliseconds: lease)
            try self.move(task, from: .ready)
            claimed.append(task)
            if isSuspect { break }
        }
        if !claimed.isEmpty {
            self.memory.took(claimed.count, from: queue, at: self.now)
            if let last = queue.rate?.lastSlot {
                let key = QueueMemory.rateKey(name) + String(last.slot)
                try self.write(.putSetting(Setting(key: key, value: RawJSON(last.value))))
            }
            try self.tell("task.claimed", claimed) { writer, task in
                writer.member("kind", task.kind)
                writer.member("claimant", claimant)
            }
        }
        if queue.count(.ready) > 0, queue.rate?.available(at: self.now) == 0 {
            self.memory.rateWaits[name] = queue.rate?.next
        }
        return claimed
    }

    /// How many tasks the limits let a claimant have now.
    private func room(in queue: QueueMemory.Queue, limit: Int, claimant: String) -> Int {
        let name = queue.record.name
        guard !queue.record.paused else { return 0 }
        if self.memory.leases.holdsSuspect(claimant) {
            self.memory.heldBack[claimant] = name
            return 0
        }
        var room = limit
        if let concurrency = queue.record.concurrency {
            room = min(room, concurrency - (self.memory.leases.perQueue[name] ?? 0))
        }
        guard room > 0 else { return 0 }
        if let available = queue.rate?.available(at: self.now) { room = min(room, available) }
        return room
    }

    /// The first ready task of some kinds, with windows that ran dry filled from the store.
    private func firstReady(
        in queue: QueueMemory.Queue,
        kinds: [String]?
    ) throws(EngineError) -> ReadyPosition? {
        var best: ReadyPosition?
        if let kinds {
            for kind in kinds {
                if queue.windows[kind]?.isDry == true { try self.fill(kind, in: queue) }
                if let first = queue.windows[kind]?.first, best.map({ first < $0 }) ?? true { best = first }
            }
        } else {
            for (kind, window) in queue.windows {
                var first = window.first
                if window.isDry {
                    try self.fill(kind, in: queue)
                    first = queue.windows[kind]?.first
                }
                if let first, best.map({ first < $0 }) ?? true { best = first }
            }
        }
        return best
    }

    private func fill(_ kind: String, in queue: QueueMemory.Queue) throws(EngineError) {
        let size = self.limits.windowSize
        let positions = try self.guarded { () throws(StoreError) in
            try self.store.readyTasks(queue: queue.record.name, kind: kind, after: nil, limit: size)
        }
        queue.windows[kind]?.fill(positions, isWhole: positions.count < size)
    }

    /// Whether a claim would get something, limits aside.
    public func hasReady(queue name: String, kinds: [String]?) throws(EngineError) -> Bool {
        guard let queue = self.memory.queues[name] else { throw .noSuchQueue(name) }
        guard let kinds else { return queue.count(.ready) > 0 }
        return kinds.contains { queue.count(.ready, kind: $0) > 0 }
    }

    /// The task of a lease that is held; anything else is a lost lease.
    func leased(_ text: String) throws(EngineError) -> TaskRecord {
        guard let lease = LeaseID(text), let held = self.memory.leases.byTask[lease.task], held.claim == lease.claim,
            held.expires > self.now
        else { throw .leaseLost(text) }
        guard let task = try self.guarded({ () throws(StoreError) in try self.store.task(lease.task) }),
            task.state == .leased, task.claims == lease.claim
        else { throw self.broken("lease \(lease) is held in memory and not in the store") }
        try self.refusePeople(task.queue)
        return task
    }

    /// Lengthens leases: each lasts at least so long from now. A lease that lasts longer anyway stays as it is.
    ///
    /// - Returns: those that are no longer held.
    public func extend(_ leases: [String], milliseconds: Int64) throws(EngineError) -> [String] {
        try self.checkSize(leases.count, "leases")
        try self.checkLease(milliseconds, field: "seconds")
        let moment = self.now.adding(milliseconds: milliseconds)
        var lost: [String] = []
        for lease in leases {
            do throws(EngineError) {
                var task = try self.leased(lease)
                if let expires = task.leaseExpires, expires >= moment { continue }
                task.leaseExpires = moment
                task.leaseMilliseconds = milliseconds
                try self.write(.updateTask(task))
                self.memory.extended(task.id, to: moment)
            } catch .leaseLost {
                lost.append(lease)
            }
        }
        return lost
    }

    private func checkLease(_ milliseconds: Int64, field: String) throws(EngineError) {
        guard (1_000...self.limits.longestLease).contains(milliseconds) else {
            throw .invalid(
                field: field,
                Bilingual(
                    "租约须为 1 至 \(self.limits.longestLease / 1_000) 秒",
                    "a lease lasts 1 to \(self.limits.longestLease / 1_000) seconds"
                )
            )
        }
    }
}
