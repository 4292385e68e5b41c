// SPDX-License-Identifier: Apache-2.0

import TongbanModel

extension SQLiteConnection {
    /// The number of the last entry, 0 for an empty journal.
    func lastSequence() throws(StoreError) -> Int64 {
        try self.statement(.lastSequence).first { row in row.int64() } ?? 0
    }

    func lastEntry() throws(StoreError) -> JournalEntry? {
        try self.statement(.lastEntry).first { row in Self.readEntry(row) }
    }

    func entries(after sequence: Int64, filter: JournalFilter, limit: Int) throws(StoreError) -> JournalPage {
        guard limit > 0 else { return JournalPage(entries: [], lookedAt: sequence) }
        // First, so that an entry that another connection commits meanwhile is not passed over.
        let end = try self.lastSequence()
        let statement = try self.statement(filter.caseNumber == nil ? .entriesOfAll : .entriesOfCase)
        if let number = filter.caseNumber { statement.bind(number) }
        statement.bind(sequence)
        statement.bind(limit)
        defer { statement.reset() }
        var page = JournalPage(entries: [], lookedAt: sequence)
        var looked = 0
        while try statement.step() {
            let entry = Self.readEntry(statement)
            looked += 1
            page.lookedAt = entry.sequence
            if filter.matches(entry) { page.entries.append(entry) }
        }
        if looked < limit { page.lookedAt = max(page.lookedAt, end) }
        return page
    }

    private static func readEntry(_ row: SQLiteStatement) -> JournalEntry {
        let sequence = row.int64()
        let at = row.instant()
        let kind = row.text()
        let bureau = row.optionalText()
        let caseNumber = row.optionalText()
        let id = row.optionalText()
        let uid = row.optionalInt64().map { UInt32(truncatingIfNeeded: $0) }
        let pid = row.optionalInt64().map { Int32(truncatingIfNeeded: $0) }
        return JournalEntry(
            sequence: sequence,
            at: at,
            kind: kind,
            bureau: bureau,
            caseNumber: caseNumber,
            actor: id.map { Actor(id: $0, uid: uid, pid: pid) },
            data: row.json(),
            hash: row.bytes(),
            previousHash: row.bytes()
        )
    }
}
