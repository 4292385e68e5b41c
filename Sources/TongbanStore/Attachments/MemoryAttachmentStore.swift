// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Keeps contents in memory, for tests and simulations.
public final class MemoryAttachmentStore: AttachmentStore {
    private let contents = Mutex<[String: [UInt8]]>([:])

    public init() {}

    public func draft() throws(StoreError) -> any AttachmentDraft { Draft(store: self) }

    public func read(_ hash: String, from offset: Int, count: Int) throws(StoreError) -> [UInt8]? {
        self.contents.withLock { contents in
            contents[hash].map { Array($0.dropFirst(offset).prefix(count)) }
        }
    }

    /// Changes or removes a content behind the store's back.
    public func damage(_ hash: String, _ content: [UInt8]?) {
        self.contents.withLock { $0[hash] = content }
    }

    private final class Draft: AttachmentDraft {
        private let store: MemoryAttachmentStore
        private let bytes = Mutex<[UInt8]>([])

        init(store: MemoryAttachmentStore) { self.store = store }

        func append(_ bytes: [UInt8]) throws(StoreError) { self.bytes.withLock { $0 += bytes } }

        func content() throws(StoreError) -> [UInt8] { self.bytes.withLock { $0 } }

        func keep() throws(StoreError) -> String {
            let content = try self.content()
            var digest = AttachmentHash()
            digest.add(content)
            let hash = digest.finish()
            self.store.contents.withLock { $0[hash] = content }
            return hash
        }

        func discard() { self.bytes.withLock { $0 = [] } }
    }
}
