// SPDX-License-Identifier: Apache-2.0

/// What came of a file of records.
public struct ImportReport: Sendable, Hashable {
    /// Whether the records are in the register now: all of them, or none.
    public var isApplied: Bool
    /// Rows of the file, without the header.
    public var rows: Int
    public var added: Int
    public var changed: Int
    public var unchanged: Int
    public var faults: [ImportFault]
    /// How many faults there are, those not named included.
    public var faultCount: Int

    public init(
        isApplied: Bool,
        rows: Int,
        added: Int = 0,
        changed: Int = 0,
        unchanged: Int = 0,
        faults: [ImportFault] = [],
        faultCount: Int = 0
    ) {
        self.isApplied = isApplied
        self.rows = rows
        self.added = added
        self.changed = changed
        self.unchanged = unchanged
        self.faults = faults
        self.faultCount = faultCount
    }
}
