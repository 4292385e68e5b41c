// SPDX-License-Identifier: Apache-2.0

/// That a schedule ran for a period, or that the period was skipped.
public struct ScheduleRunRecord: Sendable, Hashable, Codable {
    public static let kind = "schedule.run"

    public enum Outcome: String, Sendable, Hashable, Codable {
        case ran
        /// It was missed too long ago, or somebody skipped it, or it fell into a pause.
        case skipped
    }

    /// `BUREAU/ID`.
    public var schedule: String
    public var period: String
    public var ordinal: Int
    public var outcome: Outcome
    /// RFC 3339.
    public var due: String
    public var at: String
    /// Milliseconds after it was due; 0 when it was ahead of its time.
    public var lateBy: Int64
    public var task: String?
    public var caseNumber: String?
    public var by: String?
    public var reason: String?

    public init(
        schedule: String,
        period: String,
        ordinal: Int,
        outcome: Outcome,
        due: String,
        at: String,
        lateBy: Int64,
        by: String? = nil,
        reason: String? = nil
    ) {
        self.schedule = schedule
        self.period = period
        self.ordinal = ordinal
        self.outcome = outcome
        self.due = due
        self.at = at
        self.lateBy = lateBy
        self.by = by
        self.reason = reason
    }

    public var id: String { "\(self.schedule)/\(self.period)" }
}
