// SPDX-License-Identifier: Apache-2.0

extension SQLiteMigration {
    /// Moments are milliseconds since 1970 in UTC; JSON is text, byte for byte as it was given.
    ///
    /// A task changes its state three times or more, so its indexes are partial: each holds only the tasks in the states
    /// it serves, and a finished task is in none but those of its key and its case. The cost of a change does not depend
    /// on how many tasks wait or are finished.
    static let first = SQLiteMigration(
        version: 1,
        name: "1 tasks, journal, cases, registers",
        sql: """
            CREATE TABLE task_states (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
            INSERT INTO task_states (number, name) VALUES
                (0, 'scheduled'), (1, 'ready'), (2, 'leased'), (3, 'blocked'), (4, 'done'), (5, 'failed'),
                (6, 'cancelled');

            CREATE TABLE tasks (
                id INTEGER PRIMARY KEY,
                queue TEXT NOT NULL,
                kind TEXT NOT NULL,
                state INTEGER NOT NULL,
                priority INTEGER NOT NULL,
                attempt INTEGER NOT NULL,
                max_attempts INTEGER NOT NULL,
                claims INTEGER NOT NULL,
                kills INTEGER NOT NULL,
                created INTEGER NOT NULL,
                not_before INTEGER,
                deadline INTEGER,
                finished INTEGER,
                lease_expires INTEGER,
                lease_milliseconds INTEGER,
                claimant TEXT,
                case_number TEXT,
                key TEXT,
                content_hash BLOB,
                reason TEXT,
                errors TEXT,
                payload TEXT,
                output TEXT
            ) STRICT;
            CREATE INDEX tasks_ready ON tasks (queue, kind, priority DESC) WHERE state = 1;
            CREATE INDEX tasks_scheduled ON tasks (not_before) WHERE state = 0;
            CREATE INDEX tasks_apart ON tasks (state) WHERE state = 2 OR state = 3 OR state = 5 OR state = 6;
            CREATE UNIQUE INDEX tasks_key ON tasks (queue, key) WHERE key IS NOT NULL;
            CREATE INDEX tasks_case ON tasks (case_number) WHERE case_number IS NOT NULL;

            CREATE TABLE queues (
                name TEXT PRIMARY KEY NOT NULL,
                paused INTEGER NOT NULL,
                draining INTEGER NOT NULL,
                concurrency INTEGER,
                rate_count INTEGER,
                rate_milliseconds INTEGER,
                retry TEXT NOT NULL,
                kinds TEXT NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE task_counts (
                queue TEXT NOT NULL,
                kind TEXT NOT NULL,
                state INTEGER NOT NULL,
                count INTEGER NOT NULL,
                PRIMARY KEY (queue, kind, state)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE journal (
                sequence INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                kind TEXT NOT NULL,
                bureau TEXT,
                case_number TEXT,
                actor TEXT,
                actor_uid INTEGER,
                actor_pid INTEGER,
                data TEXT NOT NULL,
                hash BLOB NOT NULL,
                previous_hash BLOB NOT NULL
            ) STRICT;
            CREATE INDEX journal_case ON journal (case_number) WHERE case_number IS NOT NULL;

            CREATE TABLE cases (
                number TEXT PRIMARY KEY NOT NULL,
                bureau TEXT NOT NULL,
                item TEXT NOT NULL,
                declaration INTEGER NOT NULL,
                revision INTEGER NOT NULL,
                state TEXT NOT NULL,
                is_open INTEGER NOT NULL,
                key TEXT,
                area TEXT,
                subject TEXT,
                parent TEXT,
                opened INTEGER NOT NULL,
                updated INTEGER NOT NULL,
                closed INTEGER,
                due INTEGER,
                body TEXT NOT NULL
            ) STRICT;
            CREATE INDEX cases_item ON cases (bureau, item, number);
            CREATE INDEX cases_state ON cases (state, number);
            CREATE INDEX cases_open ON cases (bureau, item, number) WHERE is_open = 1;
            CREATE UNIQUE INDEX cases_open_key ON cases (bureau, item, key) WHERE is_open = 1 AND key IS NOT NULL;
            CREATE INDEX cases_area ON cases (area, number) WHERE area IS NOT NULL;
            CREATE INDEX cases_subject ON cases (subject, number) WHERE subject IS NOT NULL;

            CREATE TABLE counters (name TEXT PRIMARY KEY NOT NULL, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;

            CREATE TABLE timers (
                id TEXT PRIMARY KEY NOT NULL,
                due INTEGER NOT NULL,
                case_number TEXT,
                body TEXT NOT NULL
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX timers_due ON timers (due, id);
            CREATE INDEX timers_case ON timers (case_number, due, id) WHERE case_number IS NOT NULL;

            CREATE TABLE records (
                bureau TEXT NOT NULL,
                register TEXT NOT NULL,
                key TEXT NOT NULL,
                revision INTEGER NOT NULL,
                updated INTEGER NOT NULL,
                data TEXT NOT NULL,
                PRIMARY KEY (bureau, register, key)
            ) STRICT;
            CREATE TABLE record_counts (
                bureau TEXT NOT NULL,
                register TEXT NOT NULL,
                count INTEGER NOT NULL,
                PRIMARY KEY (bureau, register)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE declarations (
                bureau TEXT NOT NULL,
                version INTEGER NOT NULL,
                registered INTEGER NOT NULL,
                body TEXT NOT NULL,
                PRIMARY KEY (bureau, version)
            ) STRICT;

            CREATE TABLE persons (
                id TEXT PRIMARY KEY NOT NULL,
                name TEXT NOT NULL,
                uid INTEGER,
                roles TEXT NOT NULL,
                area TEXT,
                active INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE settings (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;

            -- What the store itself must remember: highest_task, when the task with the highest number was removed.
            CREATE TABLE facts (name TEXT PRIMARY KEY NOT NULL, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;

            -- For people who read the file.
            CREATE VIEW task_overview AS
                SELECT id, queue, kind, task_states.name AS state, priority, attempt, max_attempts,
                    datetime(created / 1000, 'unixepoch') AS created_utc,
                    datetime(finished / 1000, 'unixepoch') AS finished_utc,
                    case_number, key, claimant, reason, errors
                FROM tasks JOIN task_states ON task_states.number = tasks.state;
            CREATE VIEW journal_overview AS
                SELECT sequence, datetime(at / 1000, 'unixepoch') AS at_utc, kind, bureau, case_number, actor, data
                FROM journal;
            """
    )
}
