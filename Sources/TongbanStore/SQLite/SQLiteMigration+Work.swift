// SPDX-License-Identifier: Apache-2.0

extension SQLiteMigration {
    /// Of the tasks for people, lists name the open ones only: their cost does not depend on how many have ended. A due
    /// moment that is missing is the largest number, so that it sorts last.
    static let work = SQLiteMigration(
        version: 2,
        name: "2 tasks for people",
        sql: """
            CREATE TABLE work_states (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
            INSERT INTO work_states (number, name) VALUES
                (0, 'offered'), (1, 'taken'), (2, 'blocked'), (3, 'done'), (4, 'withdrawn');

            CREATE TABLE human_tasks (
                task INTEGER PRIMARY KEY,
                bureau TEXT NOT NULL,
                case_number TEXT NOT NULL,
                kind TEXT NOT NULL,
                state TEXT NOT NULL,
                revision INTEGER NOT NULL,
                status INTEGER NOT NULL,
                assignee TEXT,
                due INTEGER NOT NULL,
                details TEXT NOT NULL
            ) STRICT;
            CREATE INDEX human_tasks_case ON human_tasks (case_number) WHERE status < 3;
            CREATE INDEX human_tasks_bureau ON human_tasks (bureau, due) WHERE status < 3;
            CREATE INDEX human_tasks_held ON human_tasks (assignee, due) WHERE status = 1;

            CREATE TABLE work_offers (
                recipient TEXT NOT NULL,
                due INTEGER NOT NULL,
                task INTEGER NOT NULL,
                area TEXT,
                PRIMARY KEY (recipient, due, task)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX work_offers_task ON work_offers (task);

            CREATE VIEW work_overview AS
                SELECT task, bureau, case_number, kind, state, work_states.name AS status, assignee,
                    CASE WHEN due < 9223372036854775807 THEN datetime(due / 1000, 'unixepoch') END AS due_utc, details
                FROM human_tasks JOIN work_states ON work_states.number = human_tasks.status;
            """
    )
}
