// SPDX-License-Identifier: Apache-2.0

/// The open transaction of a ``MemoryStore``.
struct MemoryTransaction: Sendable {
    /// What undoes its writes, in the order of the writes.
    var log: [MemoryUndo] = []
    /// How long the log was when the mark was set.
    var mark: Int?
    /// Why nothing can be done but to give it up.
    var failure: StoreError?

    func undo(from start: Int, on tables: inout MemoryTables) {
        for step in self.log[start...].reversed() { tables.undo(step) }
    }
}
