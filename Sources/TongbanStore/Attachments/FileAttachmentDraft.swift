// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// A content being received into a file.
final class FileAttachmentDraft: AttachmentDraft {
    private struct State {
        /// -1 once the draft is over.
        var descriptor: CInt
        var size = 0
        var digest = AttachmentHash()
    }

    private let path: String
    private let store: FileAttachmentStore
    private let state: Mutex<State>

    init(path: String, store: FileAttachmentStore) throws(StoreError) {
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError(systemError: errno, doing: "creating \(path)") }
        self.path = path
        self.store = store
        self.state = Mutex(State(descriptor: descriptor))
    }

    deinit { self.discard() }

    func append(_ bytes: [UInt8]) throws(StoreError) {
        try self.withState { state throws(StoreError) in
            var written = 0
            while written < bytes.count {
                let count = bytes.withUnsafeBytes { buffer in
                    write(state.descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
                }
                if count < 0 {
                    if errno == EINTR { continue }
                    throw StoreError(systemError: errno, doing: "writing \(self.path)")
                }
                written += count
            }
            state.size += bytes.count
            state.digest.add(bytes)
        }
    }

    func content() throws(StoreError) -> [UInt8] {
        try self.withState { state throws(StoreError) in
            try FileAttachmentStore.read(state.descriptor, from: 0, count: state.size, path: self.path)
        }
    }

    func keep() throws(StoreError) -> String {
        try self.withState { state throws(StoreError) in
            guard fsync(state.descriptor) == 0 else {
                throw StoreError(systemError: errno, doing: "syncing \(self.path)")
            }
            let hash = state.digest.finish()
            try self.store.take(self.path, hash: hash)
            Self.end(&state, self.path)
            return hash
        }
    }

    func discard() {
        self.state.withLock { state in
            if state.descriptor >= 0 { Self.end(&state, self.path) }
        }
    }

    private func withState<Value: Sendable>(
        _ body: (inout State) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        try self.state.withLock { state throws(StoreError) in
            guard state.descriptor >= 0 else { throw StoreError(.misuse, "the upload is over") }
            return try body(&state)
        }
    }

    /// What was renamed to its place is no longer under the path.
    private static func end(_ state: inout State, _ path: String) {
        close(state.descriptor)
        state.descriptor = -1
        unlink(path)
    }
}
