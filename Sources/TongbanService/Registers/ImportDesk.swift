// SPDX-License-Identifier: Apache-2.0

import Synchronization
import TongbanAPI
import TongbanModel
import Varlink

/// Files of records that are on their way in, each tied to the connection that sends it; held in memory, so bounded.
final class ImportDesk: Sendable {
    /// Bytes of one chunk.
    static let chunkSize = 256 << 10
    /// Files on their way at once, of one connection and of all.
    static let limitPerConnection = 2
    static let limit = 4

    struct Upload: Sendable {
        let connection: VarlinkConnectionInfo.ID
        let bureau: String
        let register: String
        let encoding: TextEncoding?
        let size: Int
        var bytes: [UInt8] = []
    }

    private struct State {
        /// Only these send files: a call may be at work when its connection has ended already.
        var open: Set<VarlinkConnectionInfo.ID> = []
        var uploads: [String: Upload] = [:]
        var last = 0
    }

    private let state = Mutex(State())

    func begin(_ upload: Upload) throws(RegistersFailure) -> String {
        try self.state.withLock { state throws(RegistersFailure) in
            guard state.open.contains(upload.connection) else { throw .noSuchUpload(upload: "") }
            guard state.uploads.values.count(where: { $0.connection == upload.connection }) < Self.limitPerConnection
            else { throw .tooManyUploads(limit: Self.limitPerConnection) }
            guard state.uploads.count < Self.limit else { throw .tooManyUploads(limit: Self.limit) }
            state.last += 1
            let id = String(state.last)
            state.uploads[id] = upload
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
    ) throws(RegistersFailure) -> Int {
        try self.state.withLock { state throws(RegistersFailure) in
            guard let upload = state.uploads[id], upload.connection == connection else {
                throw .noSuchUpload(upload: id)
            }
            guard offset == upload.bytes.count, offset + bytes.count <= upload.size else {
                throw .wrongOffset(received: upload.bytes.count)
            }
            // In place: the bytes have one owner.
            state.uploads[id]?.bytes.append(contentsOf: bytes)
            return offset + bytes.count
        }
    }

    /// Takes a whole file out of the desk.
    func finish(_ id: String, on connection: VarlinkConnectionInfo.ID) throws(RegistersFailure) -> Upload {
        try self.state.withLock { state throws(RegistersFailure) in
            guard let upload = state.uploads[id], upload.connection == connection else {
                throw .noSuchUpload(upload: id)
            }
            guard upload.bytes.count == upload.size else { throw .wrongOffset(received: upload.bytes.count) }
            state.uploads[id] = nil
            return upload
        }
    }

    func giveUp(_ id: String, on connection: VarlinkConnectionInfo.ID) throws(RegistersFailure) {
        try self.state.withLock { state throws(RegistersFailure) in
            guard state.uploads[id]?.connection == connection else { throw .noSuchUpload(upload: id) }
            state.uploads[id] = nil
        }
    }

    func connectionOpened(_ connection: VarlinkConnectionInfo.ID) {
        self.state.withLock { _ = $0.open.insert(connection) }
    }

    /// A connection ended: what it did not finish is given up.
    func connectionClosed(_ connection: VarlinkConnectionInfo.ID) {
        self.state.withLock { state in
            state.open.remove(connection)
            state.uploads = state.uploads.filter { $0.value.connection != connection }
        }
    }
}
