// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// One row of a file of records that is in order.
public struct ImportRow: Sendable, Hashable {
    /// The line of the file at which it begins.
    public var row: Int
    public var key: String
    public var data: JSONObject
}
