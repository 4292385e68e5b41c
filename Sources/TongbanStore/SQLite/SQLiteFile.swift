// SPDX-License-Identifier: Apache-2.0

import Glibc

enum SQLiteFile {
    /// Creates an empty file that its owner alone may read and write, and its folder, when they are missing.
    ///
    /// SQLite gives the log beside it the same rights.
    static func create(_ path: String) throws(StoreError) {
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            let folder = String(path[..<slash])
            guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
                throw StoreError(systemError: errno, doing: "creating the folder \(folder)")
            }
        }
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
        } else if errno != EEXIST {
            throw StoreError(systemError: errno, doing: "creating \(path)")
        }
    }

    /// The size in bytes, 0 for a file that is not there.
    static func size(of path: String) -> Int64 {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }
}
