// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// How many tasks of a queue are in each state.
public struct QueueStatistics: Sendable, Hashable {
    public var name: String
    public var counts: [TaskState: Int]
    public var isPaused: Bool
    public var isDraining: Bool
    /// For how long the first task to be claimed has been there, in milliseconds.
    public var oldestReady: Int64?
}

extension Engine {
    // MARK: Reading

    public func task(_ id: TaskID) throws(EngineError) -> TaskRecord {
        guard let task = try self.guardedRead({ () throws(StoreError) in try self.store.task(id) }) else {
            throw .noSuchTask(id.description)
        }
        return task
    }

    public func tasks(_ filter: TaskFilter, after: TaskID?, limit: Int) throws(EngineError) -> [TaskRecord] {
        if let queue = filter.queue, self.memory.queues[queue] == nil { throw .noSuchQueue(queue) }
        return try self.guardedRead { () throws(StoreError) in
            try self.store.tasks(filter, after: after, limit: limit)
        }
    }

    /// Reads outside of calls fail without ending a batch.
    public func guardedRead<Value>(_ body: () throws(StoreError) -> Value) throws(EngineError) -> Value {
        do throws(StoreError) {
            return try body()
        } catch {
            throw .unavailable(error)
        }
    }

    public var queueNames: [String] { self.memory.queues.keys.sorted() }

    public func queueRecord(_ name: String) -> QueueRecord? { self.memory.queues[name]?.record }

    /// Tasks that are not finished, over all queues.
    public var unfinishedTasks: Int { self.memory.queues.values.reduce(0) { $0 + $1.unfinished } }

    public func leaseCount(claimant: String) -> Int { self.memory.leases.count(of: claimant) }

    public func statistics() throws(EngineError) -> [QueueStatistics] {
        var result: [QueueStatistics] = []
        for name in self.queueNames {
            guard let queue = self.memory.queues[name] else { continue }
            var counts: [TaskState: Int] = [:]
            for state in TaskState.allCases { counts[state] = queue.count(state) }
            var oldest: Int64?
            if queue.count(.ready) > 0 {
                for (kind, window) in queue.windows where !window.isEmpty || !window.isWhole {
                    let first = try self.guardedRead { () throws(StoreError) in
                        try self.store.readyTasks(queue: name, kind: kind, after: nil, limit: 1)
                    }
                    if let id = first.first?.id, let task = try? self.task(id) {
                        let since = max(task.created, task.notBefore ?? task.created)
                        oldest = max(oldest ?? 0, self.now.since(since))
                    }
                }
            }
            result.append(
                QueueStatistics(
                    name: name,
                    counts: counts,
                    isPaused: queue.record.paused,
                    isDraining: queue.record.draining,
                    oldestReady: oldest
                )
            )
        }
        return result
    }

    // MARK: Queues

    /// Makes a queue or changes its limits.
    ///
    /// - Returns: whether it is new.
    public func configure(_ record: QueueRecord) throws(EngineError) -> Bool {
        guard record.name.utf8.count <= self.limits.name else {
            throw .tooLarge(field: "queue", limit: self.limits.name)
        }
        guard !record.name.isEmpty,
            record.name.utf8.allSatisfy({ byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || byte == 0x2D || byte == 0x2E || byte == 0x5F
            })
        else {
            throw .invalid(
                field: "queue",
                Bilingual("队列名只能用字母、数字、点、横线、下划线", "a queue's name has letters, digits, dots, hyphens, underscores")
            )
        }
        if let concurrency = record.concurrency, concurrency < 1 {
            throw .invalid(field: "concurrency", Bilingual("并发数须至少为 1", "the concurrency must be at least 1"))
        }
        if let rate = record.rate, rate.count < 1 || !(1...self.limits.longestWait).contains(rate.milliseconds) {
            throw .invalid(
                field: "rateCount",
                Bilingual("速率须为正数,期间不超过一年", "a rate must be positive, its period a year at most")
            )
        }
        for policy in [record.retry] + Array(record.kinds.values) {
            guard (1...1_000).contains(policy.maxAttempts), policy.firstMilliseconds >= 0,
                policy.firstMilliseconds <= self.limits.longestWait, (100...100_000).contains(policy.growthPercent),
                (0...self.limits.longestWait).contains(policy.longestMilliseconds),
                (1_000...self.limits.longestLease).contains(policy.leaseMilliseconds)
            else {
                throw .invalid(
                    field: "retry",
                    Bilingual(
                        "重试规则不合理:次数 1–1000,等待不为负、不超过一年,增长 100%–100000%,租约 1 秒至 1 天",
                        "a retry policy has 1 to 1000 attempts, waits of 0 to a year, a growth of 100 to 100000 % and a lease of 1 s to a day"
                    )
                )
            }
        }
        let old = self.memory.queues[record.name]
        var record = record
        record.paused = old?.record.paused ?? record.paused
        record.draining = old?.record.draining ?? record.draining
        if old?.record == record { return false }
        try self.write(.putQueue(record))
        self.memory.put(record)
        // A limit may have been lifted.
        self.becameReady(record.name)
        let name = record.name
        try self.record(
            old == nil ? "queue.created" : "queue.configured",
            bureau: Self.bureau(of: name),
            caseNumber: nil
        ) { writer in
            writer.beginObject()
            writer.member("queue", name)
            writer.endObject()
        }
        return old == nil
    }

    public func pause(_ name: String) throws(EngineError) { try self.change(name, "queue.paused") { $0.paused = true } }

    /// Ends a pause and a drain.
    public func resume(_ name: String) throws(EngineError) {
        try self.change(name, "queue.resumed") {
            $0.paused = false
            $0.draining = false
        }
        self.becameReady(name)
    }

    /// Accepts nothing new.
    ///
    /// - Returns: how many tasks are left.
    public func drain(_ name: String) throws(EngineError) -> Int {
        // A queue that accepts nothing would keep cases from going on.
        try self.refusePeople(name)
        try self.change(name, "queue.drained") { $0.draining = true }
        return self.memory.queues[name]?.unfinished ?? 0
    }

    private func change(
        _ name: String,
        _ kind: String,
        _ change: (inout QueueRecord) -> Void
    ) throws(EngineError) {
        guard let queue = self.memory.queues[name] else { throw .noSuchQueue(name) }
        var record = queue.record
        change(&record)
        guard record != queue.record else { return }
        try self.write(.putQueue(record))
        self.memory.put(record)
        try self.record(kind, bureau: Self.bureau(of: name), caseNumber: nil) { writer in
            writer.beginObject()
            writer.member("queue", name)
            writer.endObject()
        }
    }

    // MARK: Cancelling and bringing back

    /// Withdraws tasks that are not finished; a lease on one is lost with it.
    ///
    /// - Returns: those that were withdrawn.
    public func cancel(_ ids: [TaskID], reason: String?) throws(EngineError) -> [TaskID] {
        try self.checkSize(ids.count, "ids")
        var cancelled: [TaskRecord] = []
        for id in ids {
            var task = try self.task(id)
            guard !task.state.isFinal else { continue }
            let before = task.state
            self.clearLease(&task)
            task.state = .cancelled
            task.finished = self.now
            task.reason = reason
            try self.move(task, from: before)
            try self.followWork(task)
            cancelled.append(task)
        }
        try self.tell("task.cancelled", cancelled) { writer, task in
            writer.member("kind", task.kind)
            if let reason { writer.member("reason", reason) }
        }
        return cancelled.map(\.id)
    }

    /// Brings dead letters back to ready, with all attempts before them and their error history kept.
    ///
    /// - Returns: those that were dead letters.
    public func retry(_ ids: [TaskID]) throws(EngineError) -> [TaskID] {
        try self.checkSize(ids.count, "ids")
        var retried: [TaskRecord] = []
        for id in ids {
            var task = try self.task(id)
            guard task.state == .failed else { continue }
            task.attempt = 1
            task.kills = 0
            task.finished = nil
            task.notBefore = nil
            task.reason = nil
            self.rest(&task)
            try self.move(task, from: .failed)
            retried.append(task)
        }
        try self.tell("task.retried", retried) { writer, task in writer.member("kind", task.kind) }
        return retried.map(\.id)
    }

    /// How many tasks a bulk action would touch, and the first few.
    public func preview(_ filter: TaskFilter, states: [TaskState]) throws(EngineError) -> (count: Int, sample: [TaskID])
    {
        let count = try self.count(filter, states: states)
        var sample: [TaskID] = []
        for state in states where sample.count < 5 {
            var part = filter
            part.state = state
            sample += try self.tasks(part, after: nil, limit: 5 - sample.count).map(\.id)
        }
        return (count, sample)
    }

    private func count(_ filter: TaskFilter, states: [TaskState]) throws(EngineError) -> Int {
        var count = 0
        if filter.caseNumber != nil {
            var after: TaskID?
            while true {
                let page = try self.tasks(filter, after: after, limit: self.limits.callSize)
                count += page.count { states.contains($0.state) }
                guard let last = page.last else { return count }
                after = last.id
            }
        }
        for (name, queue) in self.memory.queues where filter.queue.map({ $0 == name }) ?? true {
            for state in states {
                count += filter.kind.map { queue.count(state, kind: $0) } ?? queue.count(state)
            }
        }
        return count
    }

    // MARK: Tasks of a case

    /// Holds back the waiting tasks of a case that is suspended.
    public func block(caseNumber: String, reason: String) throws(EngineError) {
        try self.each(of: caseNumber, [.ready, .scheduled]) { task in
            task.state = .blocked
            task.reason = reason
        }
    }

    /// Lets the tasks of a case go on.
    public func unblock(caseNumber: String) throws(EngineError) {
        try self.each(of: caseNumber, [.blocked]) { task in
            task.reason = nil
            task.state = task.notBefore.map { $0 > self.now } ?? false ? .scheduled : .ready
        }
    }

    /// Withdraws the unfinished tasks of a case that has ended.
    public func cancelTasks(of caseNumber: String, reason: String) throws(EngineError) {
        var ids: [TaskID] = []
        try self.each(of: caseNumber, [.ready, .scheduled, .blocked, .leased]) { task in ids.append(task.id) }
        while !ids.isEmpty {
            _ = try self.cancel(Array(ids.prefix(self.limits.callSize)), reason: reason)
            ids.removeFirst(min(ids.count, self.limits.callSize))
        }
    }

    private func each(
        of caseNumber: String,
        _ states: [TaskState],
        _ change: (inout TaskRecord) -> Void
    ) throws(EngineError) {
        var after: TaskID?
        while true {
            let page = try self.guarded { () throws(StoreError) in
                try self.store.tasks(TaskFilter(caseNumber: caseNumber), after: after, limit: 200)
            }
            guard let last = page.last else { return }
            for var task in page where states.contains(task.state) {
                let before = task.state
                change(&task)
                guard task.state != before else { continue }
                try self.move(task, from: before)
                try self.followWork(task)
                try self.tell(task.state == .blocked ? "task.blocked" : "task.ready", [task]) { writer, task in
                    writer.member("kind", task.kind)
                }
            }
            after = last.id
        }
    }
}
