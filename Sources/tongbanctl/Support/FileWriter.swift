// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Writes a file beside its place, and moves it there when it is whole.
final class FileWriter {
    private let path: String
    private var descriptor: CInt

    init(_ path: String) throws {
        self.path = path
        self.descriptor = open(path + ".part", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard self.descriptor >= 0 else { throw FileReader.failure("write", path) }
    }

    deinit {
        guard self.descriptor >= 0 else { return }
        close(self.descriptor)
        unlink(self.path + ".part")
    }

    func append(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(self.descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written >= 0 else { throw FileReader.failure("write", self.path) }
            rest = rest.dropFirst(written)
        }
    }

    func finish() throws {
        guard close(self.descriptor) == 0, rename(self.path + ".part", self.path) == 0 else {
            throw FileReader.failure("write", self.path)
        }
        self.descriptor = -1
    }
}
