// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

#if canImport(Glibc)
import Glibc
#endif

/// The rule file of a plugin that is looked at by hand. To a plugin at work the daemon gives what the file says.
enum RuleFile {
    struct Unreadable: Error, CustomStringConvertible {
        var path: String
        var reason: String
        var description: String { "\(self.path): \(self.reason)" }
    }

    /// The file that was named, else the one beside the program; `nil` when there is none.
    static func find(_ named: String?) -> String? {
        if let named { return named }
        guard let program = Self.program(), let slash = program.lastIndex(of: "/") else { return nil }
        let path = program[..<slash] + "/rules.json"
        return access(String(path), R_OK) == 0 ? String(path) : nil
    }

    private static func program() -> String? {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = buffer.withUnsafeMutableBytes { bytes in
            bytes.baseAddress.map { readlink("/proc/self/exe", $0, bytes.count) } ?? -1
        }
        guard count > 0, count < buffer.count else { return nil }
        return String(decoding: buffer[..<count], as: UTF8.self)
    }

    static func read(_ path: String) throws(Unreadable) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Unreadable(path: path, reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        // One byte more than may be there, so that a file that is too large is noticed.
        while bytes.count <= RuleBook.largestFile {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { break }
            if count < 0 {
                if errno == EINTR { continue }
                throw Unreadable(path: path, reason: String(cString: strerror(errno)))
            }
            bytes += buffer[..<count]
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Unreadable(path: path, reason: "no UTF-8")
        }
        return text
    }

    static func today() -> CivilDay {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return ShanghaiTime.day(of: Instant(milliseconds: Int64(time.tv_sec) * 1_000))
    }
}
