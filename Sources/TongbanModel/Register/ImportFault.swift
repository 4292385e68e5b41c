// SPDX-License-Identifier: Apache-2.0

import Civic

/// One thing wrong with a file of records.
public struct ImportFault: Sendable, Hashable {
    /// The line of the file at which the row begins, 1 for the header; 0 for the file as a whole.
    public var row: Int
    /// The field, or the title of a column that is none.
    public var column: String?
    /// What stands there, at most 80 characters; `nil` for personal and sensitive fields and where nothing stands.
    public var value: String?
    /// `missing`, `unknown`, `type`, `range`, `option`, `format` or `notExpected` as of forms; `encoding`, `columns`,
    /// `header`, `csv`, `repeated`, `unique` or `limit`.
    public var code: String
    public var message: Bilingual

    public init(row: Int, column: String? = nil, value: String? = nil, code: String, message: Bilingual) {
        self.row = row
        self.column = column
        self.value = value
        self.code = code
        self.message = message
    }
}
