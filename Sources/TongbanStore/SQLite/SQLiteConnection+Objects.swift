// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import TongbanModel

extension SQLiteConnection {
    func object(kind: String, id: String) throws(StoreError) -> ObjectRecord? {
        let statement = try self.statement(.object)
        statement.bind(kind)
        statement.bind(id)
        return try statement.first(Self.readObject)
    }

    func objects(kind: String, after id: String?, limit: Int) throws(StoreError) -> [ObjectRecord] {
        let statement = try self.statement(.objects)
        statement.bind(kind)
        // No object has the empty id.
        statement.bind(id ?? "")
        statement.bind(max(limit, 0))
        return try statement.all(Self.readObject)
    }

    func objects(
        kind: String,
        key: String,
        from: String,
        to: String?,
        after: ObjectPosition?,
        limit: Int
    ) throws(StoreError) -> [ObjectRecord] {
        var start = ObjectPosition(value: from, id: "")
        if let after, UTF8Key(from) <= UTF8Key(after.value) { start = after }
        let statement = try self.statement(to == nil ? .objectsFrom : .objectsBetween)
        statement.bind(kind)
        statement.bind(key)
        statement.bind(start.value)
        statement.bind(start.id)
        if let to { statement.bind(to) }
        statement.bind(max(limit, 0))
        return try statement.all(Self.readObject)
    }

    func put(_ record: ObjectRecord) throws(StoreError) {
        try self.run(.removeObjectKeys) {
            $0.bind(record.kind)
            $0.bind(record.id)
        }
        try self.run(.putObject) {
            $0.bind(record.kind)
            $0.bind(record.id)
            $0.bind(record.revision)
            $0.bind(record.updated)
            $0.bind(RawJSON(.object(Self.json(of: record.keys))))
            $0.bind(record.body)
        }
        for (name, value) in record.keys {
            try self.run(.putObjectKey) {
                $0.bind(record.kind)
                $0.bind(name)
                $0.bind(value)
                $0.bind(record.id)
            }
        }
    }

    func removeObject(kind: String, id: String) throws(StoreError) {
        for query in [SQLiteQuery.removeObjectKeys, .removeObject] {
            try self.run(query) {
                $0.bind(kind)
                $0.bind(id)
            }
        }
    }

    private static func json(of keys: [String: String]) -> JSONObject {
        var object = JSONObject()
        for name in keys.keys.sorted() { object[name] = keys[name].map(JSON.string) }
        return object
    }

    private static func readObject(_ row: SQLiteStatement) throws(StoreError) -> ObjectRecord {
        let kind = row.text()
        let id = row.text()
        let revision = row.int()
        let updated = row.instant()
        guard case .object(let object)? = try? row.json().parsed() else {
            throw StoreError(.corrupt, "the keys of \(kind) \(id) cannot be read")
        }
        var keys: [String: String] = [:]
        for member in object { keys[member.name] = member.value.stringValue }
        return ObjectRecord(kind: kind, id: id, revision: revision, updated: updated, keys: keys, body: row.json())
    }
}
