// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization
import TongbanModel

/// Keeps contents as files: `ab/cdef…` in its folder for the hash `abcdef…`, and `new/` for what is being received.
///
/// A content is written beside, synced, and then renamed to its place, whose folder is synced too: after a power cut it is
/// there whole or not at all. The folder belongs to one daemon.
public final class FileAttachmentStore: AttachmentStore {
    private let folder: String
    private let ring: KeyRing?
    private let next = Mutex(0)

    /// Makes the folder when it is missing, and removes what earlier runs did not finish.
    ///
    /// - Parameter ring: what contents are sealed with; without one they are kept plain. Those that are there are read
    ///   either way.
    public init(folder: String, ring: KeyRing? = nil) throws(StoreError) {
        self.folder = folder
        self.ring = ring
        try Self.makeFolder(folder)
        try Self.makeFolder(folder + "/new")
        try Self.empty(folder + "/new")
    }

    public func draft() throws(StoreError) -> any AttachmentDraft {
        let number = self.next.withLock { number in
            number += 1
            return number
        }
        return try FileAttachmentDraft(
            path: "\(self.folder)/new/\(number)",
            store: self,
            sealed: self.ring.map(SealedFile.init)
        )
    }

    public func read(_ hash: String, from offset: Int, count: Int) throws(StoreError) -> [UInt8]? {
        guard let descriptor = try self.openContent(hash) else { return nil }
        defer { close(descriptor) }
        let path = self.path(of: hash)
        let start = try Self.read(descriptor, from: 0, count: SealedFile.longestHeader, path: path)
        do {
            guard let ring, let sealed = try SealedFile(start: start, ring) else {
                return try Self.read(descriptor, from: offset, count: count, path: path)
            }
            return try Self.read(descriptor, sealed, from: offset, count: count, path: path)
        } catch let error as VaultError {
            throw StoreError(.corrupt, "\(path): \(error)")
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(.other, "\(path): \(error)")
        }
    }

    /// Opens the parts that a piece of a sealed content lies in.
    static func read(
        _ descriptor: CInt,
        _ sealed: SealedFile,
        from offset: Int,
        count: Int,
        path: String
    ) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var part = offset / SealedFile.partSize
        var skip = offset % SealedFile.partSize
        while bytes.count < count {
            let stored = try Self.read(
                descriptor,
                from: sealed.offset(of: part),
                count: sealed.sealedPartSize,
                path: path
            )
            // After the last part there is nothing; a content always ends with a part that is not full.
            if stored.isEmpty, part > 0, offset >= part * SealedFile.partSize { break }
            let opened = try sealed.open(stored, part: part)
            bytes += opened.dropFirst(skip).prefix(count - bytes.count)
            if opened.count < SealedFile.partSize { break }
            part += 1
            skip = 0
        }
        return bytes
    }

    private func path(of hash: String) -> String { "\(self.folder)/\(hash.prefix(2))/\(hash.dropFirst(2))" }

    private func openContent(_ hash: String) throws(StoreError) -> CInt? {
        guard AttachmentHash.isHash(hash) else { return nil }
        let path = self.path(of: hash)
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor < 0 else { return descriptor }
        if errno == ENOENT { return nil }
        throw StoreError(systemError: errno, doing: "opening \(path)")
    }

    /// Moves a finished file to the place of its hash, unless a sound content is there already.
    func take(_ path: String, hash: String) throws(StoreError) {
        if try self.fault(of: hash) == nil { return }
        let place = self.path(of: hash)
        let shelf = "\(self.folder)/\(hash.prefix(2))"
        if try Self.makeFolder(shelf) { try Self.sync(folder: self.folder) }
        guard rename(path, place) == 0 else { throw StoreError(systemError: errno, doing: "renaming \(path)") }
        try Self.sync(folder: shelf)
    }

    // MARK: The system

    static func read(
        _ descriptor: CInt,
        from offset: Int,
        count: Int,
        path: String
    ) throws(StoreError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = bytes.withUnsafeMutableBytes { buffer in
                pread(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled, off_t(offset + filled))
            }
            if got < 0 {
                if errno == EINTR { continue }
                throw StoreError(systemError: errno, doing: "reading \(path)")
            }
            if got == 0 { break }
            filled += got
        }
        bytes.removeLast(count - filled)
        return bytes
    }

    /// - Returns: whether it was missing.
    @discardableResult
    private static func makeFolder(_ path: String) throws(StoreError) -> Bool {
        if mkdir(path, 0o700) == 0 { return true }
        guard errno == EEXIST else { throw StoreError(systemError: errno, doing: "creating the folder \(path)") }
        return false
    }

    private static func sync(folder: String) throws(StoreError) {
        let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreError(systemError: errno, doing: "opening \(folder)") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw StoreError(systemError: errno, doing: "syncing \(folder)") }
    }

    private static func empty(_ folder: String) throws(StoreError) {
        guard let entries = opendir(folder) else { throw StoreError(systemError: errno, doing: "opening \(folder)") }
        defer { closedir(entries) }
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { unlink("\(folder)/\(name)") }
        }
    }
}
