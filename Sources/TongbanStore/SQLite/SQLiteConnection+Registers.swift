// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import TongbanModel

extension SQLiteConnection {
    func record(bureau: String, register: String, key: String) throws(StoreError) -> RegisterRecord? {
        let statement = try self.statement(.record)
        statement.bind(bureau)
        statement.bind(register)
        statement.bind(key)
        return try statement.first { row in Self.readRecord(row) }
    }

    func records(
        bureau: String,
        register: String,
        after key: String?,
        limit: Int
    ) throws(StoreError) -> [RegisterRecord] {
        let statement = try self.statement(key == nil ? .records : .recordsAfter)
        statement.bind(bureau)
        statement.bind(register)
        if let key { statement.bind(key) }
        statement.bind(max(limit, 0))
        return try statement.all { row in Self.readRecord(row) }
    }

    func recordCount(bureau: String, register: String) throws(StoreError) -> Int {
        let statement = try self.statement(.recordCount)
        statement.bind(bureau)
        statement.bind(register)
        return try statement.first { row in row.int() } ?? 0
    }

    func declarations() throws(StoreError) -> [DeclarationRecord] {
        try self.statement(.declarations).all { row in
            DeclarationRecord(bureau: row.text(), version: row.int(), registered: row.instant(), body: row.json())
        }
    }

    func persons() throws(StoreError) -> [PersonRecord] {
        try self.statement(.persons).all { row throws(StoreError) in
            let id = row.text()
            return PersonRecord(
                id: id,
                name: row.text(),
                uid: row.optionalInt64().map { UInt32(truncatingIfNeeded: $0) },
                roles: try Self.texts(row.json(), of: "the roles of \(id)"),
                area: row.optionalText(),
                active: row.bool()
            )
        }
    }

    func settings(prefix: String) throws(StoreError) -> [Setting] {
        let statement = try self.statement(.settings)
        statement.bind(prefix)
        defer { statement.reset() }
        var found: [Setting] = []
        while try statement.step() {
            let setting = Setting(key: statement.text(), value: statement.json())
            guard UTF8Key(setting.key).hasPrefix(prefix) else { break }
            found.append(setting)
        }
        return found
    }

    private static func readRecord(_ row: SQLiteStatement) -> RegisterRecord {
        RegisterRecord(
            bureau: row.text(),
            register: row.text(),
            key: row.text(),
            revision: row.int(),
            updated: row.instant(),
            data: row.json()
        )
    }
}
