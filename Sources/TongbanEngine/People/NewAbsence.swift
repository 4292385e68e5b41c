// SPDX-License-Identifier: Apache-2.0

import Civic

/// An absence to be recorded.
public struct NewAbsence: Sendable, Hashable {
    public var person: String
    public var from: Instant
    /// The moment he is back.
    public var to: Instant
    /// In the order they are asked; empty for the person's standing list.
    public var substitutes: [String]
    public var reason: String?
    /// Hand on all tasks he holds, not only those due before he is back.
    public var all: Bool

    public init(
        person: String,
        from: Instant,
        to: Instant,
        substitutes: [String] = [],
        reason: String? = nil,
        all: Bool = false
    ) {
        self.person = person
        self.from = from
        self.to = to
        self.substitutes = substitutes
        self.reason = reason
        self.all = all
    }
}
