// SPDX-License-Identifier: Apache-2.0

import TongbanModel

extension MemoryStore {
    public func record(bureau: String, register: String, key: String) throws(StoreError) -> RegisterRecord? {
        try self.step(.read)
        return self.tables.records[MemoryTables.recordKey(bureau, register, key)]
    }

    public func records(
        bureau: String,
        register: String,
        after key: String?,
        limit: Int
    ) throws(StoreError) -> [RegisterRecord] {
        try self.step(.read)
        let register = MemoryTables.RegisterKey(bureau: UTF8Key(bureau), register: UTF8Key(register))
        let keys = self.tables.recordKeys[register] ?? SortedList()
        return keys.page(after: key.map(UTF8Key.init), limit: limit) { key in
            self.tables.records[MemoryTables.RecordKey(register: register, key: key)]
        }
    }

    public func recordCount(bureau: String, register: String) throws(StoreError) -> Int {
        try self.step(.read)
        let register = MemoryTables.RegisterKey(bureau: UTF8Key(bureau), register: UTF8Key(register))
        return self.tables.recordCounts[register] ?? 0
    }

    public func declarations() throws(StoreError) -> [DeclarationRecord] {
        try self.step(.read)
        return self.tables.declarations.sorted { $0.key < $1.key }.map(\.value)
    }

    public func persons() throws(StoreError) -> [PersonRecord] {
        try self.step(.read)
        return self.tables.persons.sorted { $0.key < $1.key }.map(\.value)
    }

    public func settings(prefix: String) throws(StoreError) -> [Setting] {
        try self.step(.read)
        var found: [Setting] = []
        func take(_ key: UTF8Key) -> Bool {
            guard key.hasPrefix(prefix) else { return false }
            if let setting = self.tables.settings[key] { found.append(setting) }
            return true
        }
        let start = UTF8Key(prefix)
        if self.tables.settings[start] != nil { _ = take(start) }
        self.tables.settingKeys.forEach(after: start, take)
        return found
    }
}
