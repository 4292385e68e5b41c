// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// A content being received into a file.
final class FileAttachmentDraft: AttachmentDraft {
    private struct State {
        /// -1 once the draft is over.
        var descriptor: CInt
        var size = 0
        /// What does not fill a part yet.
        var tail: [UInt8] = []
        var parts = 0
        var digest = AttachmentHash()
    }

    private let path: String
    private let store: FileAttachmentStore
    private let sealed: SealedFile?
    private let state: Mutex<State>

    init(path: String, store: FileAttachmentStore, sealed: SealedFile?) throws(StoreError) {
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError(systemError: errno, doing: "creating \(path)") }
        self.path = path
        self.store = store
        self.sealed = sealed
        self.state = Mutex(State(descriptor: descriptor))
        if let sealed { try Self.write(sealed.header, to: descriptor, path) }
    }

    deinit { self.discard() }

    func append(_ bytes: [UInt8]) throws(StoreError) {
        try self.withState { state throws(StoreError) in
            if let sealed {
                state.tail += bytes
                var taken = 0
                while state.tail.count - taken >= SealedFile.partSize {
                    let part = Array(state.tail[taken..<(taken + SealedFile.partSize)])
                    try self.write(part, sealed, &state)
                    taken += SealedFile.partSize
                }
                state.tail.removeFirst(taken)
            } else {
                try Self.write(bytes, to: state.descriptor, self.path)
            }
            state.size += bytes.count
            state.digest.add(bytes)
        }
    }

    func content() throws(StoreError) -> [UInt8] {
        try self.withState { state throws(StoreError) in
            guard let sealed else {
                return try FileAttachmentStore.read(state.descriptor, from: 0, count: state.size, path: self.path)
            }
            var bytes: [UInt8] = []
            for part in 0..<state.parts {
                let stored = try FileAttachmentStore.read(
                    state.descriptor,
                    from: sealed.offset(of: part),
                    count: sealed.sealedPartSize,
                    path: self.path
                )
                do {
                    bytes += try sealed.open(stored, part: part)
                } catch {
                    throw StoreError(.corrupt, "\(self.path): \(error)")
                }
            }
            return bytes + state.tail
        }
    }

    func keep() throws(StoreError) -> String {
        try self.withState { state throws(StoreError) in
            if let sealed {
                // Shorter than a part, if only by nothing at all: the end is seen by it.
                try self.write(state.tail, sealed, &state)
                state.tail = []
            }
            guard fsync(state.descriptor) == 0 else {
                throw StoreError(systemError: errno, doing: "syncing \(self.path)")
            }
            let hash = state.digest.finish()
            try self.store.take(self.path, hash: hash)
            Self.end(&state, self.path)
            return hash
        }
    }

    private func write(_ part: [UInt8], _ sealed: SealedFile, _ state: inout State) throws(StoreError) {
        let stored: [UInt8]
        do {
            stored = try sealed.seal(part, part: state.parts)
        } catch {
            throw StoreError(.other, "\(self.path): \(error)")
        }
        try Self.write(stored, to: state.descriptor, self.path)
        state.parts += 1
    }

    private static func write(_ bytes: [UInt8], to descriptor: CInt, _ path: String) throws(StoreError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw StoreError(systemError: errno, doing: "writing \(path)")
            }
            written += count
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
