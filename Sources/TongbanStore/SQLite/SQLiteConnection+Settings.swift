// SPDX-License-Identifier: Apache-2.0

extension SQLiteConnection {
    /// How many pages of 4 KiB the log grows to before a commit moves them into the file. Each such move syncs twice;
    /// a page that was changed many times is moved once.
    static let pagesBeforeCheckpoint = 4_000

    func configureForWriting() throws(StoreError) {
        let mode = try SQLiteStatement("PRAGMA journal_mode", on: self.handle, doing: "opening \(self.path)")
            .first { row in row.text() }
        guard mode == "wal" else {
            throw StoreError(.other, "\(self.path): the file system offers no shared memory for a write-ahead log")
        }
        try self.apply([
            "synchronous = FULL",
            "wal_autocheckpoint = \(Self.pagesBeforeCheckpoint)",
            // A log that grew under a long read is cut back to this when it starts anew.
            "journal_size_limit = 67108864",
            "cache_size = -16384",
        ])
        try self.configure()
    }

    func configureForReading() throws(StoreError) {
        try self.apply(["query_only = ON", "cache_size = -4096"])
        try self.configure()
    }

    private func configure() throws(StoreError) {
        try self.apply([
            "foreign_keys = OFF",
            "temp_store = MEMORY",
            // A read error is then a result, not a signal.
            "mmap_size = 0",
            "trusted_schema = OFF",
            "cell_size_check = ON",
        ])
    }

    private func apply(_ settings: [String]) throws(StoreError) {
        for setting in settings { try self.execute("PRAGMA \(setting)", doing: "opening \(self.path)") }
    }
}
