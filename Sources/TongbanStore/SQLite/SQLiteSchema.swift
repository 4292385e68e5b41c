// SPDX-License-Identifier: Apache-2.0

import GRDB
import Glibc

/// Brings a file to the schema this program knows.
enum SQLiteSchema {
    /// In the file's header: `Tong`. It tells a store from any other SQLite file.
    static let applicationID: Int32 = 0x546F_6E67

    static let newestVersion = SQLiteMigration.all.last?.version ?? 0

    /// Creates the tables in a new file, or brings those of an older one up to date.
    ///
    /// - Throws: ``StoreError/Code/newer`` when a newer program wrote the file, ``StoreError/Code/corrupt`` when it is no
    ///   store or is damaged.
    static func prepare(_ path: String, migrations: [SQLiteMigration] = SQLiteMigration.all) throws(StoreError) {
        do {
            var configuration = Configuration()
            configuration.label = "tongban migration"
            configuration.foreignKeysEnabled = false
            configuration.busyMode = .timeout(2)
            configuration.prepareDatabase { database in
                try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
            }
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            defer { try? queue.close() }
            try queue.writeWithoutTransaction { database in
                try Self.checkKind(of: database, path: path, newest: migrations.last?.version ?? 0)
                try database.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
                // Kept in the file; a reader needs no more than read access and the shared memory file.
                _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
                // Each step is whole on disk or not there, power cut included.
                try database.execute(sql: "PRAGMA synchronous = FULL")
            }
            try Self.migrator(migrations).migrate(queue)
            try queue.close()
        } catch {
            throw StoreError(grdb: error, doing: "opening \(path)")
        }
    }

    private static func checkKind(of database: Database, path: String, newest: Int) throws {
        let id = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        guard id == Self.applicationID || (id == 0 && tables == 0) else {
            throw StoreError(.corrupt, "\(path) is an SQLite file, but no store of tongband")
        }
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        guard version <= newest else {
            throw StoreError(
                .newer,
                "\(path) has schema version \(version); this program knows versions up to \(newest): start the newer "
                    + "program, or restore a backup made before the upgrade"
            )
        }
    }

    private static func migrator(_ migrations: [SQLiteMigration]) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in migrations {
            migrator.registerMigration(migration.name, foreignKeyChecks: .immediate) { database in
                try database.execute(sql: migration.sql)
                try database.execute(sql: "PRAGMA user_version = \(migration.version)")
            }
        }
        return migrator
    }
}
