// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// What the engine holds of the queues in memory: limits, counts, the first ready tasks, the leases. Bounded, whatever
/// the backlog; the store is the truth.
///
/// Changes take effect at once. While a call that may yet be undone is under way, what undoes them is noted.
struct QueueMemory {
    struct Checkpoint {
        fileprivate var nextTask: Int64
    }

    private enum Undo {
        case count(Queue, kind: String, from: TaskState?, to: TaskState)
        /// The window is read anew from the store.
        case window(Queue, kind: String)
        case lease(LeaseTable.Lease)
        case noLease(TaskID)
        case record(Queue, QueueRecord)
        case noQueue(String)
        case rate(Queue, RateWindow?)
        case removal(Queue, kind: String, state: TaskState)
    }

    private(set) var queues: [String: Queue] = [:]
    var leases = LeaseTable()
    private(set) var nextTask: Int64 = 1
    /// Queues whose rate has held claims back, and when it no longer does.
    var rateWaits: [String: Instant] = [:]
    /// Claimants that wait for their other leases to end before they try a suspect alone, with the queue it is in.
    var heldBack: [String: String] = [:]
    /// The earliest scheduled task; `nil` when it is not known, which ``knowsScheduled`` says.
    private var scheduled: Instant?
    private var knowsScheduled = true
    private var undo: [Undo] = []
    private var notesUndo = false
    private let windowSize: Int

    init() {
        self.windowSize = 0
    }

    init(store: any Store, windowSize: Int) throws(StoreError) {
        self.windowSize = windowSize
        for record in try store.queues() {
            let queue = Queue(record)
            if let rate = record.rate {
                let kept = try store.settings(prefix: Self.rateKey(record.name))
                queue.rate = RateWindow(rate, kept: kept.compactMap { try? $0.value.parsed() })
            }
            self.queues[record.name] = queue
        }
        for count in try store.counts() {
            guard let queue = self.queues[count.queue] else { continue }
            queue.setCount(count)
            if count.state == .ready { queue.windows[count.kind] = ReadyWindow(capacity: windowSize, isWhole: false) }
        }
        self.nextTask = try store.highestTaskID() + 1
        self.scheduled = try store.nextScheduled()
        for task in try store.leasedTasks() {
            self.leases.put(Self.lease(of: task))
        }
    }

    /// What the keys begin with under which a queue's rate is kept.
    static func rateKey(_ queue: String) -> String { "queue-rate/\(queue)/" }

    private static func lease(of task: TaskRecord) -> LeaseTable.Lease {
        LeaseTable.Lease(
            task: task.id,
            claim: task.claims,
            expires: task.leaseExpires ?? task.created,
            claimant: task.claimant ?? "",
            queue: task.queue,
            isSuspect: task.kills > 0
        )
    }

    // MARK: Calls that may be undone

    mutating func checkpoint() -> Checkpoint {
        self.undo.removeAll(keepingCapacity: true)
        self.notesUndo = true
        return Checkpoint(nextTask: self.nextTask)
    }

    mutating func keep() {
        self.notesUndo = false
        self.undo.removeAll(keepingCapacity: true)
    }

    mutating func restore(_ checkpoint: Checkpoint) {
        self.notesUndo = false
        for step in self.undo.reversed() {
            switch step {
            case .count(let queue, let kind, let from, let to): queue.uncount(kind, from: from, to: to)
            case .window(let queue, let kind):
                queue.windows[kind] = ReadyWindow(capacity: self.windowSize, isWhole: false)
            case .lease(let lease): self.leases.put(lease)
            case .noLease(let task): self.leases.remove(task)
            case .record(let queue, let record): queue.record = record
            case .noQueue(let name): self.queues[name] = nil
            case .rate(let queue, let rate): queue.rate = rate
            case .removal(let queue, let kind, let state): queue.count(kind, from: nil, to: state)
            }
        }
        self.undo.removeAll(keepingCapacity: true)
        self.nextTask = checkpoint.nextTask
        self.knowsScheduled = false
    }

    private mutating func note(_ step: @autoclosure () -> Undo) {
        if self.notesUndo { self.undo.append(step()) }
    }

    // MARK: Changes

    mutating func newTaskID() -> TaskID {
        defer { self.nextTask += 1 }
        return TaskID(self.nextTask)
    }

    mutating func put(_ record: QueueRecord) {
        guard let queue = self.queues[record.name] else {
            self.queues[record.name] = Queue(record)
            self.note(.noQueue(record.name))
            return
        }
        self.note(.record(queue, queue.record))
        if queue.record.rate != record.rate {
            self.note(.rate(queue, queue.rate))
            // Claims go on being numbered, so that what is kept of another limit is written over.
            queue.rate = record.rate.map { RateWindow($0, after: queue.rate) }
        }
        queue.record = record
    }

    /// Notes that claims have passed a queue's rate limit.
    mutating func took(_ count: Int, from queue: Queue, at now: Instant) {
        guard queue.rate != nil else { return }
        self.note(.rate(queue, queue.rate))
        queue.rate?.take(count, at: now)
    }

    /// Follows a task from one state to the next.
    mutating func moved(_ task: TaskRecord, from: TaskState?) {
        guard let queue = self.queues[task.queue] else { return }
        let position = ReadyPosition(priority: task.priority, id: task.id)
        queue.count(task.kind, from: from, to: task.state)
        self.note(.count(queue, kind: task.kind, from: from, to: task.state))
        switch from {
        case .ready:
            self.note(.window(queue, kind: task.kind))
            queue.windows[task.kind]?.remove(position)
            if queue.windows.count > Queue.keptWindows, queue.windows[task.kind]?.isExhausted == true {
                queue.windows[task.kind] = nil
            }
        case .leased:
            if let lease = self.leases.byTask[task.id] {
                self.note(.lease(lease))
                self.leases.remove(task.id)
            }
        case .scheduled: self.knowsScheduled = false
        default: break
        }
        switch task.state {
        case .ready:
            self.note(.window(queue, kind: task.kind))
            queue.windows[task.kind, default: ReadyWindow(capacity: self.windowSize)].insert(position)
        case .leased:
            self.note(.noLease(task.id))
            self.leases.put(Self.lease(of: task))
        case .scheduled:
            if self.knowsScheduled, let moment = task.notBefore {
                self.scheduled = min(self.scheduled ?? moment, moment)
            }
        default: break
        }
    }

    /// A finished task is forgotten.
    mutating func removed(_ task: FinishedTask) {
        guard let queue = self.queues[task.queue] else { return }
        self.note(.removal(queue, kind: task.kind, state: task.state))
        queue.uncount(task.kind, from: nil, to: task.state)
    }

    /// Whether there are tasks that are done or cancelled.
    var hasFinished: Bool { self.queues.values.contains { $0.count(.done) > 0 || $0.count(.cancelled) > 0 } }

    mutating func extended(_ task: TaskID, to moment: Instant) {
        guard let lease = self.leases.byTask[task] else { return }
        self.note(.lease(lease))
        self.leases.extend(task, to: moment)
    }

    /// The earliest scheduled task, asked of the store when it is not known.
    mutating func nextScheduled(_ store: any Store) throws(StoreError) -> Instant? {
        if !self.knowsScheduled {
            self.scheduled = try store.nextScheduled()
            self.knowsScheduled = true
        }
        return self.scheduled
    }

    func takeChangedCounts() -> [TaskCount] {
        var result: [TaskCount] = []
        for queue in self.queues.values { queue.takeChangedCounts(into: &result) }
        return result
    }
}
