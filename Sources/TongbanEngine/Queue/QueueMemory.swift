// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel
import TongbanStore

/// What the engine holds of the queues in memory: limits, counts, the first ready tasks, the leases. Bounded, whatever
/// the backlog; the store is the truth.
struct QueueMemory {
    /// One queue.
    final class Queue {
        var record: QueueRecord
        var windows: [String: ReadyWindow] = [:]
        /// By kind, then by the number of the state.
        var counts: [String: [Int]] = [:]
        var changedKinds: Set<String> = []
        var rate: RateWindow?

        init(_ record: QueueRecord) {
            self.record = record
            self.rate = record.rate.map { RateWindow($0) }
        }

        func count(_ state: TaskState) -> Int {
            self.counts.values.reduce(0) { $0 + $1[state.index] }
        }

        var unfinished: Int { [.scheduled, .ready, .leased, .blocked].reduce(0) { $0 + self.count($1) } }
    }

    /// One change, held back while a call that may yet be undone is under way.
    private enum Change {
        case ready(String, String, ReadyPosition)
        case unready(String, String, ReadyPosition)
        case count(String, String, from: TaskState?, to: TaskState)
        case lease(LeaseTable.Lease)
        case unlease(TaskID)
        case extend(TaskID, Instant)
        case scheduled(Instant)
    }

    struct Checkpoint {
        fileprivate var nextTask: Int64
    }

    private(set) var queues: [String: Queue] = [:]
    var leases = LeaseTable()
    private(set) var nextTask: Int64 = 1
    /// The earliest scheduled task; `nil` when it is not known, which ``knowsScheduled`` says.
    private var scheduled: Instant?
    private var knowsScheduled = true
    private var pending: [Change]?
    private let windowSize: Int

    init() {
        self.windowSize = 0
    }

    init(store: any Store, windowSize: Int) throws(StoreError) {
        self.windowSize = windowSize
        for record in try store.queues() {
            self.queues[record.name] = Queue(record)
        }
        for count in try store.counts() {
            guard let queue = self.queues[count.queue] else { continue }
            queue.counts[count.kind, default: Self.noCounts][count.state.index] = count.count
            if count.state == .ready, count.count > 0 {
                queue.windows[count.kind] = ReadyWindow(capacity: windowSize, isWhole: false)
            }
        }
        self.nextTask = try store.highestTaskID() + 1
        self.scheduled = try store.nextScheduled()
        for task in try store.leasedTasks() {
            self.leases.put(Self.lease(of: task))
        }
    }

    private static let noCounts = [Int](repeating: 0, count: TaskState.allCases.count)

    static func lease(of task: TaskRecord) -> LeaseTable.Lease {
        LeaseTable.Lease(
            task: task.id, claim: task.claims, expires: task.leaseExpires ?? task.created,
            claimant: task.claimant ?? "", queue: task.queue, kind: task.kind)
    }

    // MARK: Calls that may be undone

    mutating func checkpoint() -> Checkpoint {
        self.pending = []
        return Checkpoint(nextTask: self.nextTask)
    }

    mutating func keep(_: Checkpoint) {
        let changes = self.pending ?? []
        self.pending = nil
        for change in changes {
            self.apply(change)
        }
    }

    mutating func restore(_ checkpoint: Checkpoint) {
        self.pending = nil
        self.nextTask = checkpoint.nextTask
    }

    private mutating func change(_ change: Change) {
        if self.pending != nil { self.pending?.append(change) } else { self.apply(change) }
    }

    private mutating func apply(_ change: Change) {
        switch change {
        case .ready(let name, let kind, let position):
            guard let queue = self.queues[name] else { return }
            queue.windows[kind, default: ReadyWindow(capacity: self.windowSize)].insert(position)
        case .unready(let name, let kind, let position):
            self.queues[name]?.windows[kind]?.remove(position)
        case .count(let name, let kind, let from, let to):
            guard let queue = self.queues[name] else { return }
            var counts = queue.counts[kind] ?? Self.noCounts
            if let from { counts[from.index] -= 1 }
            counts[to.index] += 1
            queue.counts[kind] = counts
            queue.changedKinds.insert(kind)
        case .lease(let lease): self.leases.put(lease)
        case .unlease(let task): self.leases.remove(task)
        case .extend(let task, let moment): self.leases.extend(task, to: moment)
        case .scheduled(let moment):
            if self.knowsScheduled { self.scheduled = min(self.scheduled ?? moment, moment) }
        }
    }

    // MARK: Changes

    mutating func newTaskID() -> TaskID {
        defer { self.nextTask += 1 }
        return TaskID(self.nextTask)
    }

    mutating func put(_ record: QueueRecord) {
        if let queue = self.queues[record.name] {
            if queue.record.rate != record.rate { queue.rate = record.rate.map { RateWindow($0) } }
            queue.record = record
        } else {
            self.queues[record.name] = Queue(record)
        }
    }

    /// Follows a task from one state to the next.
    mutating func moved(_ task: TaskRecord, from: TaskState?) {
        let position = ReadyPosition(priority: task.priority, id: task.id)
        self.change(.count(task.queue, task.kind, from: from, to: task.state))
        switch from {
        case .ready: self.change(.unready(task.queue, task.kind, position))
        case .leased: self.change(.unlease(task.id))
        case .scheduled: self.knowsScheduled = false
        default: break
        }
        switch task.state {
        case .ready: self.change(.ready(task.queue, task.kind, position))
        case .leased: self.change(.lease(Self.lease(of: task)))
        case .scheduled:
            if let moment = task.notBefore { self.change(.scheduled(moment)) }
        default: break
        }
    }

    mutating func extended(_ task: TaskID, to moment: Instant) { self.change(.extend(task, moment)) }

    /// The earliest scheduled task, asked of the store when it is not known.
    mutating func nextScheduled(_ store: any Store) throws(StoreError) -> Instant? {
        if !self.knowsScheduled {
            self.scheduled = try store.nextScheduled()
            self.knowsScheduled = true
        }
        return self.scheduled
    }

    mutating func takeChangedCounts() -> [TaskCount] {
        var result: [TaskCount] = []
        for (name, queue) in self.queues where !queue.changedKinds.isEmpty {
            for kind in queue.changedKinds {
                guard let counts = queue.counts[kind] else { continue }
                for state in TaskState.allCases {
                    result.append(TaskCount(queue: name, kind: kind, state: state, count: counts[state.index]))
                }
            }
            queue.changedKinds = []
        }
        return result
    }
}

extension TaskState {
    /// The place of the state's count.
    var index: Int {
        switch self {
        case .scheduled: 0
        case .ready: 1
        case .leased: 2
        case .blocked: 3
        case .done: 4
        case .failed: 5
        case .cancelled: 6
        }
    }
}
