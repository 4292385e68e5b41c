// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Reads a file part by part.
final class FileReader {
    let size: Int
    private let path: String
    private let descriptor: CInt

    init(_ path: String) throws {
        self.path = path
        self.descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard self.descriptor >= 0 else { throw Self.failure("read", path) }
        var status = stat()
        guard fstat(self.descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(self.descriptor)
            throw UsageError("\(path) is no file / 不是文件")
        }
        self.size = Int(status.st_size)
    }

    deinit { close(self.descriptor) }

    /// At most so many bytes; none at the end.
    func next(_ count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let got = bytes.withUnsafeMutableBytes { Glibc.read(self.descriptor, $0.baseAddress, count) }
        guard got >= 0 else { throw Self.failure("read", self.path) }
        return Array(bytes.prefix(got))
    }

    static func failure(_ verb: String, _ path: String) -> UsageError {
        UsageError("cannot \(verb) \(path): \(String(cString: strerror(errno)))")
    }
}
