// SPDX-License-Identifier: Apache-2.0

extension SQLiteQuery {
    var readingSQL: String {
        switch self {
        case .queues:
            """
            SELECT name, paused, draining, concurrency, rate_count, rate_milliseconds, retry, kinds
            FROM queues ORDER BY name
            """
        case .counts: "SELECT queue, kind, state, count FROM task_counts ORDER BY queue, kind, state"
        case .highestTask:
            """
            SELECT max(coalesce((SELECT max(id) FROM tasks), 0),
                coalesce((SELECT value FROM facts WHERE name = 'highest_task'), 0))
            """
        case .task: "SELECT \(Self.taskColumns) FROM tasks WHERE id = ?"
        case .taskByKey: "SELECT \(Self.taskColumns) FROM tasks WHERE queue = ? AND key = ?"
        case .readyFirst: self.ready("")
        case .readySamePriority: self.ready("AND priority = ? AND id > ?")
        case .readyLowerPriority: self.ready("AND priority < ?")
        case .nextScheduled:
            "SELECT not_before FROM tasks INDEXED BY tasks_scheduled WHERE state = 0 ORDER BY not_before LIMIT 1"
        case .scheduledDue:
            """
            SELECT \(Self.taskColumns) FROM tasks INDEXED BY tasks_scheduled
            WHERE state = 0 AND not_before <= ? ORDER BY not_before, id LIMIT ?
            """
        case .leasedTasks:
            "SELECT \(Self.taskColumns) FROM tasks INDEXED BY tasks_apart WHERE state = 2 ORDER BY id"
        case .humanTask: "SELECT \(Self.workColumns) FROM human_tasks WHERE task = ?"
        case .workOfCase:
            """
            SELECT \(Self.workColumns) FROM human_tasks INDEXED BY human_tasks_case
            WHERE status < 3 AND case_number = ? ORDER BY task
            """
        case .workOfBureau:
            """
            SELECT \(Self.workColumns) FROM human_tasks INDEXED BY human_tasks_bureau
            WHERE status < 3 AND bureau = ? AND (due, task) > (?, ?) ORDER BY due, task LIMIT ?
            """
        case .heldWork:
            """
            SELECT \(Self.workColumns) FROM human_tasks INDEXED BY human_tasks_held
            WHERE status = 1 AND assignee = ? AND (due, task) > (?, ?) ORDER BY due, task LIMIT ?
            """
        case .offeredWork:
            """
            SELECT human_tasks.task, bureau, case_number, kind, state, revision, status, assignee, human_tasks.due, details
            FROM work_offers CROSS JOIN human_tasks ON human_tasks.task = work_offers.task
            WHERE recipient = ? AND (work_offers.due, work_offers.task) > (?, ?)
                AND (area IS NULL OR (area >= ? AND area < ?))
            ORDER BY work_offers.due, work_offers.task LIMIT ?
            """
        case .lastSequence: "SELECT max(sequence) FROM journal"
        case .lastEntry: "SELECT \(Self.entryColumns) FROM journal ORDER BY sequence DESC LIMIT 1"
        case .entriesOfAll: "SELECT \(Self.entryColumns) FROM journal WHERE sequence > ? ORDER BY sequence LIMIT ?"
        case .entriesOfCase:
            """
            SELECT \(Self.entryColumns) FROM journal INDEXED BY journal_case
            WHERE case_number = ? AND sequence > ? ORDER BY sequence LIMIT ?
            """
        case .caseByNumber: "SELECT \(Self.caseColumns) FROM cases WHERE number = ?"
        case .openCase:
            """
            SELECT \(Self.caseColumns) FROM cases INDEXED BY cases_open_key
            WHERE is_open = 1 AND bureau = ? AND item = ? AND key = ?
            """
        case .counter: "SELECT value FROM counters WHERE name = ?"
        case .timer: "SELECT id, due, case_number, body FROM timers WHERE id = ?"
        case .nextTimer: "SELECT id, due, case_number, body FROM timers ORDER BY due, id LIMIT 1"
        case .timersOfCase:
            "SELECT id, due, case_number, body FROM timers WHERE case_number = ? ORDER BY due, id"
        case .timersAfter:
            "SELECT id, due, case_number, body FROM timers WHERE (due, id) > (?, ?) ORDER BY due, id LIMIT ?"
        case .record:
            """
            SELECT bureau, register, key, revision, updated, data FROM records
            WHERE bureau = ? AND register = ? AND key = ?
            """
        case .records:
            """
            SELECT bureau, register, key, revision, updated, data FROM records
            WHERE bureau = ? AND register = ? ORDER BY key LIMIT ?
            """
        case .recordsAfter:
            """
            SELECT bureau, register, key, revision, updated, data FROM records
            WHERE bureau = ? AND register = ? AND key > ? ORDER BY key LIMIT ?
            """
        case .recordCount: "SELECT count FROM record_counts WHERE bureau = ? AND register = ?"
        case .object: "SELECT \(Self.objectColumns) FROM objects WHERE kind = ? AND id = ?"
        case .objects: "SELECT \(Self.objectColumns) FROM objects WHERE kind = ? AND id > ? ORDER BY id LIMIT ?"
        case .objectsFrom: self.objects("")
        case .objectsBetween: self.objects("AND value <= ?")
        case .declarations: "SELECT bureau, version, registered, body FROM declarations ORDER BY bureau, version"
        case .persons: "SELECT id, name, uid, roles, area, active FROM persons ORDER BY id"
        case .settings: "SELECT key, value FROM settings WHERE key >= ? ORDER BY key"
        default: preconditionFailure("\(self) does not read")
        }
    }

    /// Objects in the order of one of their keys.
    private func objects(_ condition: String) -> String {
        """
        SELECT objects.kind, objects.id, revision, updated, keys, body
        FROM object_keys CROSS JOIN objects ON objects.kind = object_keys.kind AND objects.id = object_keys.id
        WHERE object_keys.kind = ? AND name = ? AND (value, object_keys.id) > (?, ?) \(condition)
        ORDER BY value, object_keys.id LIMIT ?
        """
    }

    /// Position in the order of claiming; the number of the task is the last part of every index.
    private func ready(_ condition: String) -> String {
        """
        SELECT priority, id FROM tasks INDEXED BY tasks_ready
        WHERE state = 1 AND queue = ? AND kind = ? \(condition) ORDER BY priority DESC, id LIMIT ?
        """
    }
}
