// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

/// What a program writes, as it comes; for one reader.
final class ProgramOutput: Sendable {
    private let chunks: AsyncStream<Data>
    private let read = Mutex(Data())

    init(_ handle: FileHandle) {
        let (chunks, continuation) = AsyncStream<Data>.makeStream()
        self.chunks = chunks
        handle.readabilityHandler = { handle in
            let data = handle.availableData
            if data.isEmpty {
                handle.readabilityHandler = nil
                continuation.finish()
            } else {
                continuation.yield(data)
            }
        }
    }

    /// What was waited for up to now.
    var text: String { String(decoding: self.read.withLock { $0 }, as: UTF8.self) }

    /// Waits until this text has been written.
    /// - Returns: Whether it came before the end.
    func wait(for text: String) async -> Bool {
        if self.text.contains(text) { return true }
        for await chunk in self.chunks {
            self.read.withLock { $0.append(chunk) }
            if self.text.contains(text) { return true }
        }
        return false
    }

    /// Everything, when the program has closed it.
    func toEnd() async -> String {
        for await chunk in self.chunks { self.read.withLock { $0.append(chunk) } }
        return self.text
    }
}
