// SPDX-License-Identifier: Apache-2.0

import Testing
import TongbanModel

@testable import TongbanStore

@Suite("SQLiteStore: costs do not grow with the backlog")
struct SQLitePlanTests {
    /// These give all rows of a table that stays small.
    private static let whole: Set<SQLiteQuery> = [.queues, .counts, .declarations, .persons]

    private static let queries = SQLiteQuery.allCases.filter { query in
        query.sql.hasPrefix("SELECT") || query.sql.hasPrefix("UPDATE") || query.sql.hasPrefix("DELETE")
    }

    private func plan(_ sql: String, on store: SQLiteStore) throws -> [String] {
        try SQLiteStatement("EXPLAIN QUERY PLAN " + sql, on: store.connection.handle, doing: "test").all { row in
            row.skip()
            row.skip()
            row.skip()
            return row.text()
        }
    }

    @Test("each statement finds its rows by an index and in their order", arguments: Self.queries)
    func searches(query: SQLiteQuery) throws {
        let test = try TestStore(.sqlite)
        let store = try #require(test.store as? SQLiteStore)
        let plan = try self.plan(query.sql, on: store)
        #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
        if Self.whole.contains(query) { return }
        // The first row of an index or a table, wherever it is.
        let isBounded = [.lastEntry, .nextTimer, .nextScheduled].contains(query)
        #expect(isBounded || !plan.contains { $0.hasPrefix("SCAN") && !$0.contains("CONSTANT") }, "\(plan)")
    }

    @Test("a task that is claimed or finished touches the indexes of its states only")
    func touchedIndexes() throws {
        let test = try TestStore(.sqlite)
        let store = try #require(test.store as? SQLiteStore)
        let columns = try SQLiteStatement(
            """
            SELECT DISTINCT info.name FROM sqlite_master AS found, pragma_index_info(found.name) AS info
            WHERE found.type = 'index' AND found.tbl_name = 'tasks' AND found.name IN ('tasks_key', 'tasks_case')
            """,
            on: store.connection.handle,
            doing: "test"
        ).all { row in row.text() }
        #expect(Set(columns) == ["queue", "key", "case_number"])
        for column in columns { #expect(!SQLiteQuery.updateTask.sql.contains("\(column) = ?")) }
    }
}
