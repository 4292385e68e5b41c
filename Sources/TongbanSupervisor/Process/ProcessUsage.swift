// SPDX-License-Identifier: Apache-2.0

import Glibc

/// What `/proc` tells of a process.
enum ProcessUsage {
    /// Resident memory, bytes (proc(5), `/proc/pid/statm`, second field, in pages).
    static func residentMemory(of pid: Int32) -> Int64? {
        guard let bytes = try? SmallFile.read("/proc/\(pid)/statm", limit: 256) else { return nil }
        let fields = String(decoding: bytes, as: UTF8.self).split(separator: " ")
        guard fields.count > 1, let pages = Int64(fields[1]) else { return nil }
        return pages * Int64(sysconf(Int32(_SC_PAGESIZE)))
    }

    /// The parent (proc(5), `/proc/pid/stat`, fourth field). The second, the name, is in parentheses and may have
    /// anything in it.
    static func parent(of pid: Int32) -> Int32? {
        guard let bytes = try? SmallFile.read("/proc/\(pid)/stat", limit: 1024),
            let end = bytes.lastIndex(of: UInt8(ascii: ")"))
        else { return nil }
        let fields = String(decoding: bytes[(end + 1)...], as: UTF8.self).split(separator: " ")
        return fields.count > 1 ? Int32(fields[1]) : nil
    }
}
