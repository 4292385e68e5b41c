// SPDX-License-Identifier: Apache-2.0

extension SQLiteMigration {
    /// Objects of the parts beside cases and tasks. What each is found by stands in a table of its own, so that a part
    /// needs no columns: the order of a key is a range of that table's primary key.
    static let objects = SQLiteMigration(
        version: 3,
        name: "3 objects",
        sql: """
            CREATE TABLE objects (
                kind TEXT NOT NULL,
                id TEXT NOT NULL,
                revision INTEGER NOT NULL,
                updated INTEGER NOT NULL,
                keys TEXT NOT NULL,
                body TEXT NOT NULL,
                PRIMARY KEY (kind, id)
            ) STRICT;

            CREATE TABLE object_keys (
                kind TEXT NOT NULL,
                name TEXT NOT NULL,
                value TEXT NOT NULL,
                id TEXT NOT NULL,
                PRIMARY KEY (kind, name, value, id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX object_keys_object ON object_keys (kind, id);
            """
    )
}
