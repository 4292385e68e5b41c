// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

/// Plays the service manager: the datagram socket that `NOTIFY_SOCKET` names.
final class ManagerSocket {
    let path: String
    private let descriptor: Int32

    init() throws {
        var template = Array("/tmp/tongban-notify-XXXXXX".utf8CString)
        let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
        self.path = folder + "/notify"
        self.descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let path = self.path
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(self.descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(result == 0)
    }

    deinit {
        close(self.descriptor)
        unlink(self.path)
        rmdir(String(self.path.dropLast("/notify".count)))
    }

    /// The next message, line by line; `nil` when none was sent.
    func receive() -> [String]? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = recv(self.descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        guard count > 0 else { return nil }
        return String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
