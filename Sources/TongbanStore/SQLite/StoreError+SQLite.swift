// SPDX-License-Identifier: Apache-2.0

import GRDB
import GRDBSQLite
import Glibc

extension StoreError {
    /// What an SQLite result means to the engine.
    ///
    /// - Parameters:
    ///   - result: The extended result code.
    ///   - systemError: The `errno` of the call that failed, 0 when none did.
    ///   - doing: What was being done, such as `committing`.
    init(sqlite result: Int32, systemError: Int32 = 0, message: String, doing: String) {
        let code: Code
        switch result & 0xFF {
        case SQLITE_FULL: code = .full
        case SQLITE_IOERR, SQLITE_CANTOPEN:
            switch systemError {
            case ENOSPC, EDQUOT, EFBIG: code = .full
            case EROFS, EACCES, EPERM: code = .readOnly
            default: code = .inputOutput
            }
        case SQLITE_READONLY, SQLITE_PERM: code = .readOnly
        case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT: code = .corrupt
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: code = .busy
        case SQLITE_CONSTRAINT, SQLITE_MISUSE, SQLITE_MISMATCH, SQLITE_TOOBIG, SQLITE_RANGE: code = .misuse
        default: code = .other
        }
        var text = "\(doing): \(message) (SQLite \(result)"
        if systemError != 0 { text += ", \(Self.text(ofSystemError: systemError))" }
        self.init(code, text + ")")
    }

    /// What GRDB reports, which it took from SQLite.
    init(grdb error: any Error, doing: String) {
        if let error = error as? StoreError {
            self = error
        } else if let error = error as? DatabaseError {
            self.init(
                sqlite: error.extendedResultCode.rawValue,
                message: error.message ?? "no message",
                doing: doing
            )
        } else {
            self.init(.other, "\(doing): \(error)")
        }
    }

    /// A failed system call.
    init(systemError: Int32, doing: String) {
        let code: Code
        switch systemError {
        case ENOSPC, EDQUOT, EFBIG: code = .full
        case EROFS, EACCES, EPERM: code = .readOnly
        case EWOULDBLOCK: code = .busy
        default: code = .inputOutput
        }
        self.init(code, "\(doing): \(Self.text(ofSystemError: systemError))")
    }

    private static func text(ofSystemError number: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard strerror_r(number, &buffer, buffer.count) == 0 else { return "error \(number)" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
