// SPDX-License-Identifier: Apache-2.0

import CTongbanLinux
import Glibc

/// The folder with the sockets the plugins listen on: nobody else may enter it, and one daemon alone uses it.
final class RuntimeDirectory: Sendable {
    let path: String
    private let lock: Int32

    /// Makes the folder if it is not there, and takes it.
    init(_ path: String) throws(SupervisorError) {
        if mkdir(path, 0o700) != 0, errno != EEXIST { throw .runtimeDirectory(path, reason: Self.reason()) }
        var status = stat()
        guard lstat(path, &status) == 0 else { throw .runtimeDirectory(path, reason: Self.reason()) }
        guard status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid() else {
            throw .runtimeDirectory(path, reason: "it is no folder of the daemon's own user")
        }
        guard status.st_mode & 0o077 == 0 || chmod(path, 0o700) == 0 else {
            throw .runtimeDirectory(path, reason: Self.reason())
        }
        let lock = open(path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw .runtimeDirectory(path, reason: Self.reason()) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno == EWOULDBLOCK ? "another daemon uses it" : Self.reason()
            close(lock)
            throw .runtimeDirectory(path, reason: reason)
        }
        self.path = path
        self.lock = lock
    }

    deinit { close(self.lock) }

    /// Listens on a socket of the folder; what an earlier daemon left in its place is removed.
    func listen(name: String) throws(SupervisorError) -> ListeningSocket {
        let path = self.path + "/" + name
        if unlink(path) != 0, errno != ENOENT { throw .socket(path, reason: Self.reason()) }
        // As long a queue as the kernel allows: calls made while the plugin starts wait in it.
        let descriptor = tongban_listen_unix(path, 0o600, 4096)
        guard descriptor >= 0 else { throw .socket(path, reason: Self.reason()) }
        return ListeningSocket(path: path, descriptor: descriptor)
    }

    private static func reason() -> String { String(cString: strerror(errno)) }
}

/// A socket that listens from when a bureau is added until it is removed, however often its plugin is started.
final class ListeningSocket: Sendable {
    let path: String
    let descriptor: Int32
    /// Which file the path named when it was made: a bureau that was removed and added again has another there.
    private let file: (device: dev_t, inode: ino_t)?

    init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
        self.file = Self.file(at: path)
    }

    deinit {
        close(self.descriptor)
        if let file, let there = Self.file(at: self.path), there == file { unlink(self.path) }
    }

    private static func file(at path: String) -> (device: dev_t, inode: ino_t)? {
        var status = stat()
        return lstat(path, &status) == 0 ? (status.st_dev, status.st_ino) : nil
    }
}
