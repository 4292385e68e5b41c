// SPDX-License-Identifier: Apache-2.0

import NIOPosix
import Synchronization
import TongbanModel
import TongbanStore
import Varlink

/// Files that are on their way in, each tied to the connection that sends it.
///
/// What is not finished when the connection ends is given up. Files are read and written on threads of their own.
final class UploadDesk: Sendable {
    /// Bytes of one chunk.
    static let chunkSize = 256 << 10
    /// Files on their way at once, of one connection and of all.
    static let limitPerConnection = 4
    static let limit = 64

    struct Upload: Sendable {
        let connection: VarlinkConnectionInfo.ID
        let number: String
        let name: String
        let size: Int
        let privacy: FieldDeclaration.Privacy
        let draft: any AttachmentDraft
        var received = 0
    }

    private struct State {
        /// Only these send files: a call may be at work when its connection has ended already.
        var open: Set<VarlinkConnectionInfo.ID> = []
        var uploads: [String: Upload] = [:]
        /// Uploads whose file is being made.
        var beginning: [VarlinkConnectionInfo.ID: Int] = [:]
        var last = 0

        func count(of connection: VarlinkConnectionInfo.ID) -> Int {
            self.uploads.values.count { $0.connection == connection } + (self.beginning[connection] ?? 0)
        }
    }

    let store: any AttachmentStore
    private let pool: NIOThreadPool
    private let state = Mutex(State())

    init(store: any AttachmentStore, pool: NIOThreadPool = .singleton) {
        self.store = store
        self.pool = pool
    }

    /// Runs something that may block on a thread of its own.
    func blocking<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await self.pool.runIfActive(body)
    }

    func begin(
        _ number: String,
        name: String,
        size: Int,
        privacy: FieldDeclaration.Privacy,
        on connection: VarlinkConnectionInfo.ID
    ) async throws -> String {
        try self.state.withLock { state throws(AttachmentsFailureReason) in
            guard state.open.contains(connection) else { throw .unknown }
            guard state.count(of: connection) < Self.limitPerConnection else { throw .tooMany(Self.limitPerConnection) }
            guard state.uploads.count + state.beginning.values.reduce(0, +) < Self.limit else {
                throw .tooMany(Self.limit)
            }
            state.beginning[connection, default: 0] += 1
        }
        let made: Result<any AttachmentDraft, any Error>
        do {
            let store = self.store
            made = .success(try await self.blocking { try store.draft() })
        } catch {
            made = .failure(error)
        }
        return try self.state.withLock { state in
            let isHere = state.open.contains(connection)
            if let count = state.beginning[connection] { state.beginning[connection] = count > 1 ? count - 1 : nil }
            let draft = try made.get()
            guard isHere else {
                draft.discard()
                throw AttachmentsFailureReason.unknown
            }
            state.last += 1
            let id = String(state.last)
            state.uploads[id] = Upload(
                connection: connection,
                number: number,
                name: name,
                size: size,
                privacy: privacy,
                draft: draft
            )
            return id
        }
    }

    /// Takes the next bytes.
    ///
    /// - Returns: how many there are now.
    func append(
        _ bytes: [UInt8],
        at offset: Int,
        to id: String,
        on connection: VarlinkConnectionInfo.ID
    ) async throws -> Int {
        let (draft, received) = try self.state.withLock { state throws(AttachmentsFailureReason) in
            guard var upload = state.uploads[id], upload.connection == connection else { throw .unknown }
            guard offset == upload.received else { throw .offset(upload.received) }
            guard upload.received + bytes.count <= upload.size else { throw .size(upload.size) }
            upload.received += bytes.count
            state.uploads[id] = upload
            return (upload.draft, upload.received)
        }
        do {
            try await self.blocking { try draft.append(bytes) }
        } catch {
            self.giveUp(id, on: connection)
            throw error
        }
        return received
    }

    /// Takes a whole file out of the desk; whoever has it keeps or discards it.
    func finish(_ id: String, on connection: VarlinkConnectionInfo.ID) throws(AttachmentsFailureReason) -> Upload {
        try self.state.withLock { state throws(AttachmentsFailureReason) in
            guard let upload = state.uploads[id], upload.connection == connection else { throw .unknown }
            guard upload.received == upload.size else { throw .offset(upload.received) }
            state.uploads[id] = nil
            return upload
        }
    }

    /// - Returns: whether there was such an upload.
    @discardableResult
    func giveUp(_ id: String, on connection: VarlinkConnectionInfo.ID) -> Bool {
        let upload = self.state.withLock { state -> Upload? in
            guard let upload = state.uploads[id], upload.connection == connection else { return nil }
            state.uploads[id] = nil
            return upload
        }
        guard let upload else { return false }
        self.discard([upload.draft])
        return true
    }

    func connectionOpened(_ connection: VarlinkConnectionInfo.ID) {
        self.state.withLock { _ = $0.open.insert(connection) }
    }

    /// A connection ended: what it did not finish is given up.
    func connectionClosed(_ connection: VarlinkConnectionInfo.ID) {
        let drafts = self.state.withLock { state in
            state.open.remove(connection)
            let gone = state.uploads.filter { $0.value.connection == connection }
            for id in gone.keys { state.uploads[id] = nil }
            return gone.values.map(\.draft)
        }
        if !drafts.isEmpty { self.discard(drafts) }
    }

    private func discard(_ drafts: [any AttachmentDraft]) {
        self.pool.submit { _ in
            for draft in drafts { draft.discard() }
        }
    }
}

/// Why an upload cannot go on.
enum AttachmentsFailureReason: Error, Sendable, Hashable {
    /// There is no such upload of this connection.
    case unknown
    /// Another offset is expected.
    case offset(Int)
    /// More bytes than announced.
    case size(Int)
    case tooMany(Int)
}
