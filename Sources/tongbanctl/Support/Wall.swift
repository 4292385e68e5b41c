// SPDX-License-Identifier: Apache-2.0

import Civic

#if canImport(Glibc)
import Glibc
#endif

/// The machine's clock.
enum Wall {
    static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }
}

/// Reads a whole file; the error says which and why.
func contents(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else {
        throw UsageError("cannot read \(path): \(String(cString: strerror(errno))) / 无法读取 \(path)")
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = fread(&chunk, 1, chunk.count, file)
        if count == 0 { break }
        bytes += chunk[0..<count]
    }
    return bytes
}
