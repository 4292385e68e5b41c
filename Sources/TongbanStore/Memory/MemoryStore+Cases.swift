// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

extension MemoryStore {
    public func lastEntry() throws(StoreError) -> JournalEntry? {
        try self.step(.read)
        return self.tables.journal.last
    }

    public func entries(after sequence: Int64, filter: JournalFilter, limit: Int) throws(StoreError) -> JournalPage {
        try self.step(.read)
        let journal = self.tables.journal
        guard limit > 0 else { return JournalPage(entries: [], lookedAt: sequence) }
        var found: [JournalEntry] = []
        var looked = 0
        var lookedAt = max(sequence, Int64(journal.count))
        func look(at number: Int64) -> Bool {
            let entry = journal[Int(number) - 1]
            if filter.matches(entry) { found.append(entry) }
            looked += 1
            if looked == limit { lookedAt = number }
            return looked < limit
        }
        if let number = filter.caseNumber {
            let numbers = self.tables.entriesOfCase[UTF8Key(number)] ?? []
            var low = 0
            var high = numbers.count
            while low < high {
                let middle = (low + high) / 2
                if numbers[middle] <= sequence { low = middle + 1 } else { high = middle }
            }
            for number in numbers[low...] where !look(at: number) { break }
        } else if max(sequence, 0) < Int64(journal.count) {
            for number in (max(sequence, 0) + 1)...Int64(journal.count) where !look(at: number) { break }
        }
        return JournalPage(entries: found, lookedAt: lookedAt)
    }

    public func caseRecord(_ number: String) throws(StoreError) -> CaseRecord? {
        try self.step(.read)
        return self.tables.cases[UTF8Key(number)]
    }

    public func openCase(bureau: String, item: String, key: String) throws(StoreError) -> CaseRecord? {
        try self.step(.read)
        let key = MemoryTables.OpenKey(bureau: UTF8Key(bureau), item: UTF8Key(item), key: UTF8Key(key))
        return self.tables.openCases[key].flatMap { self.tables.cases[$0] }
    }

    public func cases(_ filter: CaseFilter, after number: String?, limit: Int) throws(StoreError) -> [CaseRecord] {
        try self.step(.read)
        func isMeant(_ record: CaseRecord) -> Bool {
            func isSame(_ wanted: String?, _ value: String?) -> Bool {
                wanted == nil || wanted.map(UTF8Key.init) == value.map(UTF8Key.init)
            }
            guard isSame(filter.bureau, record.bureau), isSame(filter.item, record.item),
                isSame(filter.state, record.state), isSame(filter.subject, record.subject),
                filter.isOpen == nil || filter.isOpen == record.isOpen
            else { return false }
            guard let prefix = filter.areaPrefix else { return true }
            return record.area.map { UTF8Key($0).hasPrefix(prefix) } ?? false
        }
        return self.tables.caseNumbers.page(after: number.map(UTF8Key.init), limit: limit) { number in
            self.tables.cases[number].flatMap { isMeant($0) ? $0 : nil }
        }
    }

    public func counter(_ name: String) throws(StoreError) -> Int64 {
        try self.step(.read)
        return self.tables.counters[UTF8Key(name)] ?? 0
    }

    public func timer(_ id: String) throws(StoreError) -> TimerRecord? {
        try self.step(.read)
        return self.tables.timers[UTF8Key(id)]
    }

    public func nextTimer() throws(StoreError) -> TimerRecord? {
        try self.step(.read)
        return self.tables.timerOrder.first.flatMap { self.tables.timers[$0.id] }
    }

    public func timers(caseNumber: String) throws(StoreError) -> [TimerRecord] {
        try self.step(.read)
        return self.tables.timersOfCase[UTF8Key(caseNumber)]?
            .page(after: nil, limit: .max) { self.tables.timers[$0.id] } ?? []
    }

    public func timers(after position: TimerPosition?, limit: Int) throws(StoreError) -> [TimerRecord] {
        try self.step(.read)
        let bound = position.map { MemoryTables.Moment(due: $0.due, id: UTF8Key($0.id)) }
        return self.tables.timerOrder.page(after: bound, limit: limit) { self.tables.timers[$0.id] }
    }
}
