// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// What a program writes, as it comes; for one reader.
public final class ProgramOutput: Sendable {
    private let chunks: AsyncStream<[UInt8]>
    private let read = Mutex<[UInt8]>([])

    /// Reads the descriptor to its end, and closes it.
    init(descriptor: Int32) {
        let (chunks, continuation) = AsyncStream<[UInt8]>.makeStream()
        self.chunks = chunks
        BlockingThread.run {
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = Glibc.read(descriptor, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { break }
                continuation.yield(Array(buffer[..<count]))
            }
            close(descriptor)
            continuation.finish()
        }
    }

    /// What was waited for up to now.
    public var text: String { String(decoding: self.read.withLock { $0 }, as: UTF8.self) }

    /// Waits until this text has been written.
    /// - Returns: Whether it came before the end.
    public func wait(for text: String) async -> Bool {
        if self.text.contains(text) { return true }
        for await chunk in self.chunks {
            self.read.withLock { $0 += chunk }
            if self.text.contains(text) { return true }
        }
        return false
    }

    /// Everything, when the program has closed it.
    public func toEnd() async -> String {
        for await chunk in self.chunks { self.read.withLock { $0 += chunk } }
        return self.text
    }
}
