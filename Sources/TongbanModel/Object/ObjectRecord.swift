// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// What a part of the daemon keeps beside cases, tasks and registers: a hand-off, the run of a schedule, a posting.
public struct ObjectRecord: Sendable, Hashable {
    /// Which part it belongs to, such as `handoff`.
    public var kind: String
    /// Unique among those of its kind.
    public var id: String
    /// 1 for the first; grows by one with every change.
    public var revision: Int
    public var updated: Instant
    /// By what it is found, and in what order, by the name of the key. Values are compared by their UTF-8 bytes, so
    /// moments are written as ISO texts and numbers with leading zeros.
    public var keys: [String: String]
    public var body: RawJSON

    public init(
        kind: String,
        id: String,
        revision: Int,
        updated: Instant,
        keys: [String: String] = [:],
        body: RawJSON
    ) {
        self.kind = kind
        self.id = id
        self.revision = revision
        self.updated = updated
        self.keys = keys
        self.body = body
    }
}
