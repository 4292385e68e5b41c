// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// Which records of a register are asked for, and in what order.
public struct RegisterQuery: Sendable {
    /// When the records are looked at.
    public enum View: Sendable, Hashable {
        case now
        /// As they were on a day, by what is known now.
        case day(CivilDay)
        /// As a snapshot holds them.
        case snapshot(String)
    }

    /// All of them must hold.
    public var conditions: [RegisterCondition]
    /// A JsonLogic condition over the record's values.
    public var filter: JSON?
    /// An indexed field, whose values order the page, ties by key; records without a value are left out. Without it, by
    /// key, or by the indexed field that a range or a prefix is asked of.
    public var order: String?
    /// Where the page before ended.
    public var after: String?
    public var limit: Int
    /// Whether personal and sensitive values count as they are shown, masked, so that asking does not give them away.
    /// Equality of a personal value may be asked all the same: whoever asks knows it.
    public var isMasked: Bool
    /// Of a dated register; the past comes by key only.
    public var view: View

    public init(
        conditions: [RegisterCondition] = [],
        filter: JSON? = nil,
        order: String? = nil,
        after: String? = nil,
        limit: Int = 100,
        isMasked: Bool = false,
        view: View = .now
    ) {
        self.conditions = conditions
        self.filter = filter
        self.order = order
        self.after = after
        self.limit = limit
        self.isMasked = isMasked
        self.view = view
    }
}
