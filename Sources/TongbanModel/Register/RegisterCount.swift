// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// How many records have the same values.
public struct RegisterCount: Sendable, Hashable {
    /// The values of the fields the count is by; `null` where a record has none.
    public var values: [JSON]
    public var count: Int

    public init(values: [JSON], count: Int) {
        self.values = values
        self.count = count
    }
}
