// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// One record of a bureau's register, current version.
public struct RegisterRecord: Sendable, Hashable {
    public var bureau: String
    public var register: String
    public var key: String
    /// 1 for a new record, one more with every change.
    public var revision: Int
    public var updated: Instant
    /// A JSON object.
    public var data: RawJSON

    public init(bureau: String, register: String, key: String, revision: Int, updated: Instant, data: RawJSON) {
        self.bureau = bureau
        self.register = register
        self.key = key
        self.revision = revision
        self.updated = updated
        self.data = data
    }
}
