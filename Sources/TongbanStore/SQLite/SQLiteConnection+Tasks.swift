// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

extension SQLiteConnection {
    func queues() throws(StoreError) -> [QueueRecord] {
        try self.statement(.queues).all { row throws(StoreError) in
            let name = row.text()
            let paused = row.bool()
            let draining = row.bool()
            let concurrency = row.optionalInt()
            let count = row.optionalInt()
            let milliseconds = row.optionalInt64()
            var rate: QueueRecord.RateLimit?
            if let count, let milliseconds { rate = .init(count: count, milliseconds: milliseconds) }
            return QueueRecord(
                name: name,
                paused: paused,
                draining: draining,
                concurrency: concurrency,
                rate: rate,
                retry: try StoredPolicy.policy(row.json()),
                kinds: try StoredPolicy.kinds(row.json())
            )
        }
    }

    func counts() throws(StoreError) -> [TaskCount] {
        try self.statement(.counts).all { row throws(StoreError) in
            TaskCount(
                queue: row.text(),
                kind: row.text(),
                state: try Self.state(row.int64(), of: "the counts"),
                count: row.int()
            )
        }
    }

    func highestTaskID() throws(StoreError) -> Int64 {
        try self.statement(.highestTask).first { row in row.int64() } ?? 0
    }

    func task(_ id: TaskID) throws(StoreError) -> TaskRecord? {
        let statement = try self.statement(.task)
        statement.bind(id.number)
        return try statement.first(Self.readTask)
    }

    func task(queue: String, key: String) throws(StoreError) -> TaskRecord? {
        let statement = try self.statement(.taskByKey)
        statement.bind(queue)
        statement.bind(key)
        return try statement.first(Self.readTask)
    }

    func readyTasks(
        queue: String,
        kind: String,
        after: ReadyPosition?,
        limit: Int
    ) throws(StoreError) -> [ReadyPosition] {
        guard limit > 0 else { return [] }
        func positions(_ query: SQLiteQuery, _ numbers: [Int64]) throws(StoreError) -> [ReadyPosition] {
            let statement = try self.statement(query)
            statement.bind(queue)
            statement.bind(kind)
            for number in numbers { statement.bind(number) }
            return try statement.all { row in ReadyPosition(priority: row.int(), id: TaskID(row.int64())) }
        }
        guard let after else { return try positions(.readyFirst, [Int64(limit)]) }
        // Two ranges of the index rather than one condition that would be checked against every task before it.
        let priority = Int64(after.priority)
        var found = try positions(.readySamePriority, [priority, after.id.number, Int64(limit)])
        if found.count < limit { found += try positions(.readyLowerPriority, [priority, Int64(limit - found.count)]) }
        return found
    }

    func nextScheduled() throws(StoreError) -> Instant? {
        try self.statement(.nextScheduled).first { row in row.instant() }
    }

    func scheduledTasks(due now: Instant, limit: Int) throws(StoreError) -> [TaskRecord] {
        let statement = try self.statement(.scheduledDue)
        statement.bind(now)
        statement.bind(max(limit, 0))
        return try statement.all(Self.readTask)
    }

    func leasedTasks() throws(StoreError) -> [TaskRecord] {
        try self.statement(.leasedTasks).all(Self.readTask)
    }

    func tasks(_ filter: TaskFilter, after: TaskID?, limit: Int) throws(StoreError) -> [TaskRecord] {
        var conditions = ["id > ?"]
        var index = "NOT INDEXED"
        if filter.caseNumber != nil {
            index = "INDEXED BY tasks_case"
            conditions.append("case_number = ?")
        }
        if let state = filter.state {
            // Written out, because a partial index is not used for a parameter.
            conditions.append("state = \(state.number)")
            if filter.caseNumber == nil { index = try self.index(for: state, filter: filter) }
        }
        if filter.queue != nil { conditions.append("queue = ?") }
        if filter.kind != nil { conditions.append("kind = ?") }
        let statement = try self.statement(
            filtered: """
                SELECT \(SQLiteQuery.taskColumns) FROM tasks \(index)
                WHERE \(conditions.joined(separator: " AND ")) ORDER BY id LIMIT ?
                """,
            doing: "listing tasks"
        )
        statement.bind(after?.number ?? .min)
        if let number = filter.caseNumber { statement.bind(number) }
        if let queue = filter.queue { statement.bind(queue) }
        if let kind = filter.kind { statement.bind(kind) }
        statement.bind(max(limit, 0))
        return try statement.all(Self.readTask)
    }

    /// Payloads and outputs, which stand behind the columns wanted, are not read.
    func finishedTasks(after: TaskID?, limit: Int) throws(StoreError) -> FinishedPage {
        let statement = try self.statement(
            filtered: """
                SELECT id, queue, kind, state, coalesce(finished, created), key, content_hash
                FROM tasks NOT INDEXED WHERE id > ? ORDER BY id LIMIT ?
                """,
            doing: "looking for finished tasks"
        )
        statement.bind(after?.number ?? .min)
        statement.bind(max(limit, 0))
        var page = FinishedPage(tasks: [], lookedAt: nil)
        for task in try statement.all(Self.readFinished) {
            page.lookedAt = task.id
            if task.state == .done || task.state == .cancelled { page.tasks.append(task) }
        }
        return page
    }

    private static func readFinished(_ row: SQLiteStatement) throws(StoreError) -> FinishedTask {
        let id = TaskID(row.int64())
        let queue = row.text()
        let kind = row.text()
        let state = try Self.state(row.int64(), of: "task \(id)")
        var task = FinishedTask(
            id: id,
            queue: queue,
            kind: kind,
            state: state,
            finished: Instant(milliseconds: row.int64())
        )
        task.key = row.optionalText()
        task.contentHash = row.optionalBytes()
        return task
    }

    /// How the tasks of one state are best found in the order of their numbers.
    ///
    /// When few are ready or scheduled they are taken from their index and sorted. When many are, going through the table
    /// soon finds a page of them.
    private func index(for state: TaskState, filter: TaskFilter) throws(StoreError) -> String {
        switch state {
        case .leased, .blocked, .failed, .cancelled: return "INDEXED BY tasks_apart"
        case .done: return "NOT INDEXED"
        case .ready, .scheduled:
            let few = 20_000
            let statement = try self.statement(
                filtered: "SELECT coalesce(sum(count), 0) FROM task_counts WHERE state = ?",
                doing: "listing tasks"
            )
            statement.bind(state.number)
            guard let count = try statement.first({ row in row.int() }), count <= few else { return "NOT INDEXED" }
            return state == .ready ? "INDEXED BY tasks_ready" : "INDEXED BY tasks_scheduled"
        }
    }

    private static func readTask(_ row: SQLiteStatement) throws(StoreError) -> TaskRecord {
        let id = TaskID(row.int64())
        let queue = row.text()
        let kind = row.text()
        let state = try Self.state(row.int64(), of: "task \(id)")
        var task = TaskRecord(
            id: id,
            queue: queue,
            kind: kind,
            state: state,
            priority: row.int(),
            attempt: row.int(),
            maxAttempts: row.int(),
            created: Instant(milliseconds: 0)
        )
        task.claims = row.int64()
        task.kills = row.int()
        task.created = row.instant()
        task.notBefore = row.optionalInstant()
        task.deadline = row.optionalInstant()
        task.finished = row.optionalInstant()
        task.leaseExpires = row.optionalInstant()
        task.leaseMilliseconds = row.optionalInt64()
        task.claimant = row.optionalText()
        task.caseNumber = row.optionalText()
        task.key = row.optionalText()
        task.contentHash = row.optionalBytes()
        task.reason = row.optionalText()
        if let errors = row.optionalJSON() { task.errors = try Self.texts(errors, of: "the errors of task \(id)") }
        task.payload = row.optionalJSON()
        task.output = row.optionalJSON()
        return task
    }

    private static func state(_ number: Int64, of what: @autoclosure () -> String) throws(StoreError) -> TaskState {
        guard let state = TaskState(number: number) else {
            throw StoreError(.corrupt, "reading \(what()): there is no state \(number)")
        }
        return state
    }

    static func texts(_ json: RawJSON, of what: @autoclosure () -> String) throws(StoreError) -> [String] {
        do throws(JSONError) {
            return try json.decoded()
        } catch {
            throw StoreError(.corrupt, "reading \(what()): \(error)")
        }
    }
}
