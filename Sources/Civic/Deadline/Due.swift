// SPDX-License-Identifier: Apache-2.0

/// When something is due.
public struct Due: Sendable, Hashable {
    /// The moment from which it is late: of a limit in days, the end of the last day.
    public var instant: Instant
    /// The last day, of a limit in days.
    public var day: CivilDay?
    /// Whether a day was counted whose year has no official table yet.
    public var isProvisional: Bool

    public init(instant: Instant, day: CivilDay?, isProvisional: Bool) {
        self.instant = instant
        self.day = day
        self.isProvisional = isProvisional
    }
}
