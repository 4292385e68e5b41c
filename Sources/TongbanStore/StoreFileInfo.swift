// SPDX-License-Identifier: Apache-2.0

/// What a store's file takes up.
public struct StoreFileInfo: Sendable, Hashable {
    public var path: String
    public var fileBytes: Int64
    /// The write-ahead log beside it.
    public var logBytes: Int64
    public var pageBytes: Int
    public var pages: Int64
    /// Pages of the file that hold nothing any more and are used again.
    public var freePages: Int64
    public var schemaVersion: Int
    public var sqliteVersion: String

    public init(
        path: String,
        fileBytes: Int64,
        logBytes: Int64,
        pageBytes: Int,
        pages: Int64,
        freePages: Int64,
        schemaVersion: Int,
        sqliteVersion: String
    ) {
        self.path = path
        self.fileBytes = fileBytes
        self.logBytes = logBytes
        self.pageBytes = pageBytes
        self.pages = pages
        self.freePages = freePages
        self.schemaVersion = schemaVersion
        self.sqliteVersion = sqliteVersion
    }
}
