// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// What a field of a record must be.
public struct RegisterCondition: Sendable, Hashable {
    public enum Test: Sendable, Hashable {
        case equal(JSON)
        /// Both ends included; `nil` for no end.
        case range(from: JSON?, to: JSON?)
        /// Texts that begin so.
        case prefix(String)
    }

    public var field: String
    public var test: Test

    public init(_ field: String, _ test: Test) {
        self.field = field
        self.test = test
    }
}
