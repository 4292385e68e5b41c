// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import TongbanModel
import TongbanStore

#if canImport(Glibc)
import Glibc
#endif

/// Where the keys for sensitive values come from: the file the configuration names, the service manager's credential, or
/// a file in the state folder that the daemon makes at its first start.
struct SealingKeys {
    static let credential = "tongban.sealing-keys"
    static let setting = "sealing/keys"

    var path: String
    /// Whether the daemon may make the file.
    var isOwn: Bool

    init(configured: String?, credentials: String?, stateDirectory: String) {
        let credential = credentials.map { "\($0)/\(Self.credential)" }
        if let configured {
            self.path = configured
            self.isOwn = false
        } else if let credential, access(credential, F_OK) == 0 {
            self.path = credential
            self.isOwn = false
        } else {
            self.path = stateDirectory + "/sealing.keys"
            self.isOwn = true
        }
    }

    /// The keys, checked against those that the store was sealed with.
    ///
    /// - Throws: when a key is missing or another one: without it nothing could be read, and to make a new one would hide
    ///   that.
    func ring(for store: any Store) throws(StoreError) -> KeyRing {
        let known = try Self.known(to: store)
        let text: String
        if let kept = try self.read() {
            text = kept
        } else {
            guard self.isOwn else { throw StoreError(.other, "there is no file \(self.path) with the sealing keys") }
            guard known.isEmpty else {
                throw StoreError(
                    .other,
                    "the sealing keys \(known.keys.sorted().joined(separator: ", ")) are missing: put \(self.path) back from its backup"
                )
            }
            text = KeyRing.newText()
            try self.make(text)
        }
        let ring: KeyRing
        do {
            ring = try KeyRing(text: text)
        } catch {
            throw StoreError(.other, "\(self.path): \(error)")
        }
        for (name, fingerprint) in known.sorted(by: { $0.key < $1.key }) {
            guard ring.fingerprints[name] == fingerprint else {
                let what = ring.fingerprints[name] == nil ? "is missing" : "is not the one that was used"
                throw StoreError(.other, "the sealing key \(name) \(what): put \(self.path) back from its backup")
            }
        }
        return ring
    }

    /// The keys used so far, by name, with what tells them apart.
    static func known(to store: any Store) throws(StoreError) -> [String: String] {
        guard let setting = try store.settings(prefix: Self.setting).first(where: { $0.key == Self.setting }) else {
            return [:]
        }
        guard let object = try? setting.value.parsed().objectValue else {
            throw StoreError(.corrupt, "the setting \(Self.setting) cannot be read")
        }
        var known: [String: String] = [:]
        for member in object { known[member.name] = member.value.stringValue }
        return known
    }

    // MARK: The file

    private func read() throws(StoreError) -> String? {
        let descriptor = open(self.path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 {
            if errno == ENOENT { return nil }
            throw StoreError(.inputOutput, "cannot open \(self.path): \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size <= 65_536 else {
            throw StoreError(.inputOutput, "\(self.path) is no file of keys")
        }
        if self.isOwn, status.st_mode & 0o077 != 0 {
            throw StoreError(.other, "\(self.path) may be read by others: chmod 600 it")
        }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw StoreError(.inputOutput, "cannot read \(self.path): \(String(cString: strerror(errno)))")
            }
            if count == 0 { break }
            filled += count
        }
        return String(decoding: bytes[..<filled], as: UTF8.self)
    }

    /// Written beside, synced, then renamed: after a power cut it is there whole or not at all.
    private func make(_ text: String) throws(StoreError) {
        func failed(_ doing: String) -> StoreError {
            StoreError(.inputOutput, "cannot \(doing) \(self.path): \(String(cString: strerror(errno)))")
        }
        let draft = self.path + ".new"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failed("make") }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            throw failed("write")
        }
        guard rename(draft, self.path) == 0 else { throw failed("rename") }
        let folder = open(String(self.path[..<(self.path.lastIndex(of: "/") ?? self.path.startIndex)]), O_RDONLY)
        guard folder >= 0 else { throw failed("sync") }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw failed("sync") }
    }
}
