// SPDX-License-Identifier: Apache-2.0

import TongbanModel

extension MemoryTables {
    /// Puts what is kept of a task for people in, replaces it or takes it away, and keeps every list it is in.
    mutating func setHumanTask(_ id: TaskID, _ new: HumanTaskRecord?) {
        if let old = self.humanTasks.removeValue(forKey: id) { self.unlink(old) }
        guard let new else { return }
        self.humanTasks[id] = new
        guard new.status.isOpen else { return }
        self.openWorkOfCase[UTF8Key(new.caseNumber), default: SortedList()].insert(id)
        self.openWorkOfBureau[UTF8Key(new.bureau), default: SortedList()].insert(new.position)
        if new.status == .taken, let person = new.assignee {
            self.heldWork[UTF8Key(person), default: SortedList()].insert(new.position)
        }
        for offer in new.offers {
            self.offeredWork[UTF8Key(offer.key.text), default: SortedList()].insert(new.position)
        }
    }

    private mutating func unlink(_ old: HumanTaskRecord) {
        guard old.status.isOpen else { return }
        Self.remove(old.task, from: &self.openWorkOfCase, under: old.caseNumber)
        Self.remove(old.position, from: &self.openWorkOfBureau, under: old.bureau)
        if old.status == .taken, let person = old.assignee {
            Self.remove(old.position, from: &self.heldWork, under: person)
        }
        for offer in old.offers {
            Self.remove(old.position, from: &self.offeredWork, under: offer.key.text)
        }
    }

    private static func remove<Element>(
        _ element: Element,
        from lists: inout [UTF8Key: SortedList<Element>],
        under text: String
    ) {
        let key = UTF8Key(text)
        lists[key]?.remove(element)
        if lists[key]?.isEmpty == true { lists[key] = nil }
    }
}
