// SPDX-License-Identifier: Apache-2.0

/// One page of records.
public struct RegisterPage: Sendable, Hashable {
    public var records: [RegisterRecord]
    /// Where the next page goes on; `nil` at the end. A page may hold fewer records than asked for and still have one,
    /// when many had to be looked at.
    public var next: String?
    /// The indexed field the records were found by; `nil` when they were looked through by key.
    public var index: String?
    /// How many records were looked at.
    public var examined: Int

    public init(records: [RegisterRecord], next: String?, index: String?, examined: Int) {
        self.records = records
        self.next = next
        self.index = index
        self.examined = examined
    }
}
