// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The right to write a store's file, held by one process at a time, and a note of how far it was written.
///
/// It is a lock on a file beside the store, not on the store itself, so that anybody may still read the store. The
/// system ends the lock with the process, however it ends.
///
/// The note is the number of the last journal entry committed, written after each commit. It is not synced, so after a
/// power cut it may lag behind; it is never ahead. A store that ends before it has lost something: its write-ahead log
/// was deleted, or the file was replaced by an older copy.
final class SQLiteOwnership {
    private let descriptor: Int32
    let path: String

    init(of store: String) throws(StoreError) {
        self.path = store + ".lock"
        self.descriptor = open(self.path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard self.descriptor >= 0 else { throw StoreError(systemError: errno, doing: "opening \(self.path)") }
        guard flock(self.descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let number = errno
            var error = StoreError(systemError: number, doing: "locking \(self.path)")
            if number == EWOULDBLOCK {
                let owner = Self.line(0, of: self.descriptor).map { " (process \($0))" } ?? ""
                error = StoreError(.busy, "\(store) belongs to another running daemon\(owner)")
            }
            close(self.descriptor)
            throw error
        }
    }

    deinit {
        close(self.descriptor)
    }

    /// The journal entry the store was written up to, as far as is known.
    func lastCommitted() -> Int64 {
        Self.line(1, of: self.descriptor) ?? 0
    }

    /// Writes this process and the last committed journal entry down.
    ///
    /// A failure is no harm: the note is then behind.
    func note(lastCommitted sequence: Int64) {
        var text = Self.padded(Int64(getpid())) + Self.padded(sequence)
        text.withUTF8 { _ = pwrite(self.descriptor, $0.baseAddress, $0.count, 0) }
    }

    private static let width = 20

    private static func padded(_ number: Int64) -> String {
        let digits = String(number)
        return String(repeating: " ", count: max(0, Self.width - 1 - digits.count)) + digits + "\n"
    }

    private static func line(_ index: Int, of descriptor: Int32) -> Int64? {
        var bytes = [UInt8](repeating: 0, count: Self.width)
        guard pread(descriptor, &bytes, Self.width, off_t(index * Self.width)) == Self.width else { return nil }
        return Int64(String(decoding: bytes.filter { $0 >= 0x30 && $0 <= 0x39 }, as: UTF8.self))
    }
}
