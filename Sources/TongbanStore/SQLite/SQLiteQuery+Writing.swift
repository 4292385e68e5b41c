// SPDX-License-Identifier: Apache-2.0

extension SQLiteQuery {
    var writingSQL: String {
        switch self {
        case .insertTask:
            "INSERT INTO tasks (\(Self.taskColumns)) VALUES (\(Self.marks(23)))"
        case .updateTask:
            """
            UPDATE tasks SET state = ?, priority = ?, attempt = ?, max_attempts = ?, claims = ?, kills = ?,
                not_before = ?, deadline = ?, finished = ?, lease_expires = ?, lease_milliseconds = ?, claimant = ?,
                reason = ?, errors = ?, output = ?
            WHERE id = ?
            """
        case .removeTask: "DELETE FROM tasks WHERE id = ?"
        case .rememberHighestTask:
            """
            INSERT INTO facts (name, value) SELECT 'highest_task', ?1 WHERE ?1 = (SELECT max(id) FROM tasks)
            ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)
            """
        case .putHumanTask: "INSERT OR REPLACE INTO human_tasks (\(Self.workColumns)) VALUES (\(Self.marks(10)))"
        case .removeHumanTask: "DELETE FROM human_tasks WHERE task = ?"
        case .putOffer: "INSERT INTO work_offers (recipient, due, task, area) VALUES (?, ?, ?, ?)"
        case .removeOffers: "DELETE FROM work_offers WHERE task = ?"
        case .putQueue: "INSERT OR REPLACE INTO queues VALUES (\(Self.marks(8)))"
        case .putCount: "INSERT OR REPLACE INTO task_counts VALUES (\(Self.marks(4)))"
        case .removeCount: "DELETE FROM task_counts WHERE queue = ? AND kind = ? AND state = ?"
        case .appendEntry: "INSERT INTO journal (\(Self.entryColumns)) VALUES (\(Self.marks(11)))"
        case .putCase:
            """
            INSERT INTO cases (\(Self.caseColumns)) VALUES (\(Self.marks(16)))
            ON CONFLICT (number) DO UPDATE SET
                bureau = excluded.bureau, item = excluded.item, declaration = excluded.declaration,
                revision = excluded.revision, state = excluded.state, is_open = excluded.is_open, key = excluded.key,
                area = excluded.area, subject = excluded.subject, parent = excluded.parent, opened = excluded.opened,
                updated = excluded.updated, closed = excluded.closed, due = excluded.due, body = excluded.body
            """
        case .putCounter: "INSERT OR REPLACE INTO counters VALUES (?, ?)"
        case .putTimer: "INSERT OR REPLACE INTO timers VALUES (?, ?, ?, ?)"
        case .removeTimer: "DELETE FROM timers WHERE id = ?"
        case .updateRecord:
            """
            UPDATE records SET revision = ?, updated = ?, data = ? WHERE bureau = ? AND register = ? AND key = ?
            """
        case .insertRecord:
            "INSERT INTO records (revision, updated, data, bureau, register, key) VALUES (\(Self.marks(6)))"
        case .removeRecord: "DELETE FROM records WHERE bureau = ? AND register = ? AND key = ?"
        case .countRecord:
            """
            INSERT INTO record_counts (bureau, register, count) VALUES (?, ?, ?)
            ON CONFLICT (bureau, register) DO UPDATE SET count = count + excluded.count
            """
        case .putObject: "INSERT OR REPLACE INTO objects (\(Self.objectColumns)) VALUES (\(Self.marks(6)))"
        case .removeObject: "DELETE FROM objects WHERE kind = ? AND id = ?"
        case .putObjectKey: "INSERT INTO object_keys (kind, name, value, id) VALUES (\(Self.marks(4)))"
        case .removeObjectKeys: "DELETE FROM object_keys WHERE kind = ? AND id = ?"
        case .putDeclaration: "INSERT OR REPLACE INTO declarations VALUES (?, ?, ?, ?)"
        case .putPerson: "INSERT OR REPLACE INTO persons VALUES (\(Self.marks(6)))"
        case .removePerson: "DELETE FROM persons WHERE id = ?"
        case .putSetting: "INSERT OR REPLACE INTO settings VALUES (?, ?)"
        case .removeSetting: "DELETE FROM settings WHERE key = ?"
        default: preconditionFailure("\(self) does not write")
        }
    }

    private static func marks(_ count: Int) -> String {
        Array(repeating: "?", count: count).joined(separator: ", ")
    }
}
