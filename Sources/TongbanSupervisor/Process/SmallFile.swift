// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Reads whole files that are known to be small, such as manifests and what `/proc` shows.
enum SmallFile {
    /// Why a file could not be read.
    struct Failure: Error {
        let number: Int32
        var reason: String { String(cString: strerror(self.number)) }
    }

    /// The first `limit` bytes of a file.
    static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Failure(number: errno) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: limit)
        var filled = 0
        while filled < limit {
            let count = bytes.withUnsafeMutableBytes { buffer in
                Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), limit - filled)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Failure(number: errno) }
            if count == 0 { break }
            filled += count
        }
        return Array(bytes[..<filled])
    }
}
