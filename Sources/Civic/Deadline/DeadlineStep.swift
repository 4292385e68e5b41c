// SPDX-License-Identifier: Apache-2.0

/// A stretch of a deadline's time that was counted or not, and by which rule.
public struct DeadlineStep: Sendable, Hashable {
    public var from: Instant
    /// Not included.
    public var to: Instant
    public var isCounted: Bool
    /// Days, of a limit in days; else milliseconds. The counted ones add up to the whole limit.
    public var amount: Int64
    public var rule: Bilingual
}
