// SPDX-License-Identifier: Apache-2.0

import TongbanModel

extension MemoryStore {
    public func object(kind: String, id: String) throws(StoreError) -> ObjectRecord? {
        try self.step(.read)
        return self.tables.objects[MemoryTables.objectKey(kind, id)]
    }

    public func objects(kind: String, after id: String?, limit: Int) throws(StoreError) -> [ObjectRecord] {
        try self.step(.read)
        let kind = UTF8Key(kind)
        let ids = self.tables.objectIDs[kind] ?? SortedList()
        return ids.page(after: id.map(UTF8Key.init), limit: limit) { id in
            self.tables.objects[MemoryTables.ObjectKey(kind: kind, id: id)]
        }
    }

    public func objects(
        kind: String,
        key: String,
        from: String,
        to: String?,
        after: ObjectPosition?,
        limit: Int
    ) throws(StoreError) -> [ObjectRecord] {
        try self.step(.read)
        guard limit > 0 else { return [] }
        let kind = UTF8Key(kind)
        let places = self.tables.objectOrders[MemoryTables.ObjectKeyName(kind: kind, name: UTF8Key(key))]
        let from = UTF8Key(from)
        let to = to.map(UTF8Key.init)
        var start: MemoryTables.ObjectPlace?
        if let after {
            start = MemoryTables.ObjectPlace(value: UTF8Key(after.value), id: UTF8Key(after.id))
        }
        // No object has the empty id, so this is before all of the value.
        let first = MemoryTables.ObjectPlace(value: from, id: UTF8Key(""))
        if start.map({ $0 < first }) ?? true { start = first }
        var found: [ObjectRecord] = []
        places?.forEach(after: start) { place in
            if let to, to < place.value { return false }
            if let record = self.tables.objects[MemoryTables.ObjectKey(kind: kind, id: place.id)] {
                found.append(record)
            }
            return found.count < limit
        }
        return found
    }
}
