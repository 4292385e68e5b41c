// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

extension MemoryStore {
    public func queues() throws(StoreError) -> [QueueRecord] {
        try self.step(.read)
        return self.tables.queues.sorted { $0.key < $1.key }.map(\.value)
    }

    public func counts() throws(StoreError) -> [TaskCount] {
        try self.step(.read)
        return self.tables.counts.map { key, count in
            TaskCount(queue: key.group.queue.text, kind: key.group.kind.text, state: key.state, count: count)
        }.sorted { one, other in
            let (queues, kinds) = ((UTF8Key(one.queue), UTF8Key(other.queue)), (UTF8Key(one.kind), UTF8Key(other.kind)))
            if queues.0 != queues.1 { return queues.0 < queues.1 }
            if kinds.0 != kinds.1 { return kinds.0 < kinds.1 }
            return one.state.number < other.state.number
        }
    }

    public func highestTaskID() throws(StoreError) -> Int64 {
        try self.step(.read)
        return self.tables.highestTask
    }

    public func task(_ id: TaskID) throws(StoreError) -> TaskRecord? {
        try self.step(.read)
        return self.tables.tasks[id]
    }

    public func task(queue: String, key: String) throws(StoreError) -> TaskRecord? {
        try self.step(.read)
        let id = self.tables.taskKeys[MemoryTables.TaskKey(queue: UTF8Key(queue), key: UTF8Key(key))]
        return id.flatMap { self.tables.tasks[$0] }
    }

    public func readyTasks(
        queue: String,
        kind: String,
        after: ReadyPosition?,
        limit: Int
    ) throws(StoreError) -> [ReadyPosition] {
        try self.step(.read)
        let group = MemoryTables.TaskGroup(queue: UTF8Key(queue), kind: UTF8Key(kind))
        return self.tables.ready[group]?.page(after: after, limit: limit) { $0 } ?? []
    }

    public func nextScheduled() throws(StoreError) -> Instant? {
        try self.step(.read)
        return self.tables.scheduled.first?.due
    }

    public func scheduledTasks(due now: Instant, limit: Int) throws(StoreError) -> [TaskRecord] {
        try self.step(.read)
        var found: [TaskRecord] = []
        self.tables.scheduled.forEach(after: nil) { moment in
            guard found.count < limit, moment.due <= now else { return false }
            if let task = self.tables.tasks[moment.id] { found.append(task) }
            return true
        }
        return found
    }

    public func leasedTasks() throws(StoreError) -> [TaskRecord] {
        try self.step(.read)
        return self.tables.leased.page(after: nil, limit: .max) { self.tables.tasks[$0] }
    }

    public func tasks(_ filter: TaskFilter, after: TaskID?, limit: Int) throws(StoreError) -> [TaskRecord] {
        try self.step(.read)
        let ids: SortedList<TaskID>
        if let number = filter.caseNumber {
            ids = self.tables.tasksOfCase[UTF8Key(number)] ?? SortedList()
        } else if filter.state == .leased {
            ids = self.tables.leased
        } else {
            ids = self.tables.taskIDs
        }
        return ids.page(after: after, limit: limit) { id in
            guard let task = self.tables.tasks[id] else { return nil }
            if let state = filter.state, task.state != state { return nil }
            if let queue = filter.queue, UTF8Key(task.queue) != UTF8Key(queue) { return nil }
            if let kind = filter.kind, UTF8Key(task.kind) != UTF8Key(kind) { return nil }
            return task
        }
    }
}

extension SortedList {
    /// What `value` gives for the elements after `bound`, without those it gives nothing for, at most `limit`.
    func page<Value>(after bound: Element?, limit: Int, _ value: (Element) -> Value?) -> [Value] {
        var found: [Value] = []
        guard limit > 0 else { return found }
        self.forEach(after: bound) { element in
            if let value = value(element) { found.append(value) }
            return found.count < limit
        }
        return found
    }
}
