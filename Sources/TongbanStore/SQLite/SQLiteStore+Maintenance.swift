// SPDX-License-Identifier: Apache-2.0

/// For quiet moments and for `doctor`; the long ones are offered by ``SQLiteReader`` too, beside the engine.
extension SQLiteStore {
    /// Moves pages from the write-ahead log into the file. No transaction is open.
    @discardableResult
    public func checkpoint(_ mode: StoreCheckpoint.Mode = .passive) throws(StoreError) -> StoreCheckpoint {
        try self.connection.checkpoint(mode)
    }

    /// What is wrong with the file, tables and counts; nothing for a sound one. Reads all of it.
    public func integrityCheck() throws(StoreError) -> [String] {
        try self.connection.integrityCheck()
    }

    /// Copies everything committed into a new file that is checked before it gets its name.
    public func backup(to path: String) throws(StoreError) {
        try self.connection.backup(to: path)
    }

    /// What the file takes up.
    public func info() throws(StoreError) -> StoreFileInfo {
        try self.connection.info()
    }
}
