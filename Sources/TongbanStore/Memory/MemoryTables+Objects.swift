// SPDX-License-Identifier: Apache-2.0

import TongbanModel

extension MemoryTables {
    /// Puts an object in, replaces it or takes it away, and keeps every order it is in.
    mutating func setObject(_ key: ObjectKey, _ new: ObjectRecord?) {
        if let old = self.objects.removeValue(forKey: key) {
            for (name, value) in old.keys {
                let order = ObjectKeyName(kind: key.kind, name: UTF8Key(name))
                self.objectOrders[order]?.remove(ObjectPlace(value: UTF8Key(value), id: key.id))
                if self.objectOrders[order]?.isEmpty == true { self.objectOrders[order] = nil }
            }
        }
        guard let new else {
            self.objectIDs[key.kind]?.remove(key.id)
            if self.objectIDs[key.kind]?.isEmpty == true { self.objectIDs[key.kind] = nil }
            return
        }
        self.objects[key] = new
        self.objectIDs[key.kind, default: SortedList()].insert(key.id)
        for (name, value) in new.keys {
            let order = ObjectKeyName(kind: key.kind, name: UTF8Key(name))
            self.objectOrders[order, default: SortedList()].insert(ObjectPlace(value: UTF8Key(value), id: key.id))
        }
    }

    static func objectKey(_ kind: String, _ id: String) -> ObjectKey {
        ObjectKey(kind: UTF8Key(kind), id: UTF8Key(id))
    }
}
