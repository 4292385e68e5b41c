// SPDX-License-Identifier: Apache-2.0

/// One step of the schema. Once released it is never edited: a change is a new step.
struct SQLiteMigration: Sendable {
    /// 1, 2, 3 …; the file's `user_version` afterwards.
    var version: Int
    /// Kept in the file; names what the step is for.
    var name: String
    var sql: String

    /// All steps, in order.
    static let all: [SQLiteMigration] = [.first, .work, .objects]
}
