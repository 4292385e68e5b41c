// SPDX-License-Identifier: Apache-2.0

/// One run of a recurrence: when it is due, and for what period.
public struct ScheduledRun: Sendable, Hashable {
    /// Grows with every run of a recurrence. It comes from the period, not from the due moment, so it stays the same
    /// when the calendar moves the run.
    public let ordinal: Int
    public let period: Period
    public let due: Instant
    /// The official calendar of a day that decides is not out: the run may move.
    public let isProvisional: Bool
}
