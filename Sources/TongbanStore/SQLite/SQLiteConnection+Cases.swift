// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

extension SQLiteConnection {
    func caseRecord(_ number: String) throws(StoreError) -> CaseRecord? {
        let statement = try self.statement(.caseByNumber)
        statement.bind(number)
        return try statement.first { row in Self.readCase(row) }
    }

    func openCase(bureau: String, item: String, key: String) throws(StoreError) -> CaseRecord? {
        let statement = try self.statement(.openCase)
        statement.bind(bureau)
        statement.bind(item)
        statement.bind(key)
        return try statement.first { row in Self.readCase(row) }
    }

    func cases(_ filter: CaseFilter, after number: String?, limit: Int) throws(StoreError) -> [CaseRecord] {
        var conditions: [String] = []
        var texts: [String] = []
        func add(_ condition: String, _ text: String?) {
            guard let text else { return }
            conditions.append(condition)
            texts.append(text)
        }
        add("number > ?", number)
        add("bureau = ?", filter.bureau)
        add("item = ?", filter.item)
        add("state = ?", filter.state)
        add("subject = ?", filter.subject)
        if let isOpen = filter.isOpen { conditions.append("is_open = \(isOpen ? 1 : 0)") }
        if let prefix = filter.areaPrefix {
            // No character sorts after the last of Unicode's planes, so this is the range of all texts with the prefix.
            add("area >= ?", prefix)
            add("area < ?", prefix + "\u{10FFFF}")
            conditions.append("area IS NOT NULL")
        }
        let clause = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        let statement = try self.statement(
            filtered: "SELECT \(SQLiteQuery.caseColumns) FROM cases \(clause) ORDER BY number LIMIT ?",
            doing: "listing cases"
        )
        for text in texts { statement.bind(text) }
        statement.bind(max(limit, 0))
        return try statement.all { row in Self.readCase(row) }
    }

    func counter(_ name: String) throws(StoreError) -> Int64 {
        let statement = try self.statement(.counter)
        statement.bind(name)
        return try statement.first { row in row.int64() } ?? 0
    }

    func timer(_ id: String) throws(StoreError) -> TimerRecord? {
        let statement = try self.statement(.timer)
        statement.bind(id)
        return try statement.first { row in Self.readTimer(row) }
    }

    func nextTimer() throws(StoreError) -> TimerRecord? {
        try self.statement(.nextTimer).first { row in Self.readTimer(row) }
    }

    func timers(caseNumber: String) throws(StoreError) -> [TimerRecord] {
        let statement = try self.statement(.timersOfCase)
        statement.bind(caseNumber)
        return try statement.all { row in Self.readTimer(row) }
    }

    func timers(after position: TimerPosition?, limit: Int) throws(StoreError) -> [TimerRecord] {
        let statement = try self.statement(.timersAfter)
        statement.bind(position?.due ?? Instant(milliseconds: .min))
        statement.bind(position?.id ?? "")
        statement.bind(max(limit, 0))
        return try statement.all { row in Self.readTimer(row) }
    }

    private static func readCase(_ row: SQLiteStatement) -> CaseRecord {
        CaseRecord(
            number: row.text(),
            bureau: row.text(),
            item: row.text(),
            declaration: row.int(),
            revision: row.int(),
            state: row.text(),
            isOpen: row.bool(),
            key: row.optionalText(),
            area: row.optionalText(),
            subject: row.optionalText(),
            parent: row.optionalText(),
            opened: row.instant(),
            updated: row.instant(),
            closed: row.optionalInstant(),
            due: row.optionalInstant(),
            body: row.json()
        )
    }

    private static func readTimer(_ row: SQLiteStatement) -> TimerRecord {
        TimerRecord(id: row.text(), due: row.instant(), caseNumber: row.optionalText(), body: row.json())
    }
}
