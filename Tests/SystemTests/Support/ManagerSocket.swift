// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

/// Plays the service manager: the datagram socket that `NOTIFY_SOCKET` names.
final class ManagerSocket: Sendable {
    let path: String
    /// Every message, line by line, as it comes; for one reader.
    let messages: AsyncStream<[String]>
    private let descriptor: Int32

    init(in folder: TemporaryFolder) throws {
        self.path = folder.path + "/notify"
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        self.descriptor = descriptor
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let path = self.path
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(result == 0)
        let (messages, continuation) = AsyncStream.makeStream(of: [String].self)
        self.messages = messages
        // Reading blocks: it has a thread of its own, which ends when the socket is shut down.
        var thread = pthread_t()
        let reader = Unmanaged.passRetained(Reader(descriptor: descriptor, continuation: continuation))
        let created = pthread_create(
            &thread,
            nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Reader>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            },
            reader.toOpaque()
        )
        try #require(created == 0)
        pthread_detach(thread)
    }

    deinit { shutdown(self.descriptor, Int32(SHUT_RDWR)) }

    /// Waits for a message with a line that begins like this.
    /// - Returns: The message, or `nil` when none came.
    func message(with prefix: String) async -> [String]? {
        for await message in self.messages where message.contains(where: { $0.hasPrefix(prefix) }) { return message }
        return nil
    }
}

extension ManagerSocket {
    private final class Reader {
        let descriptor: Int32
        let continuation: AsyncStream<[String]>.Continuation

        init(descriptor: Int32, continuation: AsyncStream<[String]>.Continuation) {
            self.descriptor = descriptor
            self.continuation = continuation
        }

        func run() {
            var buffer = [UInt8](repeating: 0, count: 4096)
            while true {
                let count = recv(self.descriptor, &buffer, buffer.count, 0)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { break }
                let text = String(decoding: buffer[..<count], as: UTF8.self)
                self.continuation.yield(text.split(separator: "\n").map(String.init))
            }
            self.continuation.finish()
            close(self.descriptor)
        }
    }
}
