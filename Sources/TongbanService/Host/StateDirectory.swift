// SPDX-License-Identifier: Apache-2.0

import Synchronization
import TongbanStore
import TongbanSupervisor

#if canImport(Glibc)
import Glibc
#endif

/// The folder that holds what the daemon keeps.
enum StateDirectory {
    /// Makes the folder and those above it; only its owner may look into it.
    static func make(_ path: String) throws(StoreError) {
        var part = ""
        for component in path.split(separator: "/", omittingEmptySubsequences: false) {
            part +=
                part.isEmpty && component.isEmpty ? "/" : (part.hasSuffix("/") || part.isEmpty ? "" : "/") + component
            if part.isEmpty || part == "/" { continue }
            if mkdir(part, 0o700) != 0, errno != EEXIST {
                throw StoreError(.inputOutput, "cannot make the folder \(part): \(String(cString: strerror(errno)))")
            }
        }
    }

    static func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
}

/// Where this program's Swift runtime lies, when it is not linked into the program: plugins built the same way need it.
enum SwiftRuntime {
    static var folder: String? {
        guard let file = fopen("/proc/self/maps", "r") else { return nil }
        defer { fclose(file) }
        var buffer = [CChar](repeating: 0, count: 4_096)
        while fgets(&buffer, CInt(buffer.count), file) != nil {
            let line = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            guard let start = line.firstIndex(of: "/"), line.contains("/libswiftCore.so"),
                let slash = line.lastIndex(of: "/")
            else { continue }
            return String(line[start..<slash])
        }
        return nil
    }
}

enum ProcessIdentity {
    static var userID: UInt32 { geteuid() }
}

/// Passes on to the supervisor what plugins work on; the supervisor is made after those who speak with it.
final class NoteRelay: Sendable {
    let supervisor = Mutex<ChildSupervisor?>(nil)

    func note(_ bureau: String, _ call: String?) async {
        await self.supervisor.withLock { $0 }?.note(call: call, of: bureau)
    }
}
