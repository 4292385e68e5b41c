// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

/// A folder that goes with its owner.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        var template = Array("/tmp/tongban-test-XXXXXX".utf8CString)
        self.path = try #require(mkdtemp(&template).map { String(cString: $0) })
    }

    deinit { removeTree(self.path) }

    /// Removes a folder and what is in it.
    func remove(_ name: String) throws {
        removeTree(self.path + "/" + name)
    }

    /// Writes a file, making the folders above it.
    func write(_ name: String, _ text: String, mode: UInt32 = 0o644) throws {
        var folder = self.path
        for part in name.split(separator: "/").dropLast() {
            folder += "/" + part
            mkdir(folder, 0o755)
        }
        let file = try #require(fopen(self.path + "/" + name, "w"))
        fputs(text, file)
        fclose(file)
        chmod(self.path + "/" + name, mode)
    }
}

private func removeTree(_ folder: String) {
    guard let handle = opendir(folder) else { return }
    while let entry = readdir(handle) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name == "." || name == ".." { continue }
        let path = folder + "/" + name
        if unlink(path) != 0 { removeTree(path) }
    }
    closedir(handle)
    rmdir(folder)
}
