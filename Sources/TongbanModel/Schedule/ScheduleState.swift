// SPDX-License-Identifier: Apache-2.0

import Civic

/// Where a schedule stands.
public struct ScheduleState: Sendable, Hashable, Codable {
    public static let kind = "schedule"

    public struct Pause: Sendable, Hashable, Codable {
        public var by: String
        public var reason: String
        /// RFC 3339.
        public var since: String
    }

    /// `BUREAU/ID`.
    public var id: String
    public var recurrence: String
    /// The ordinal of the last run that ran or was skipped: nothing up to it comes again, whatever clocks do.
    public var lastOrdinal: Int
    public var lastPeriod: String?
    /// The next run: its period and when it is due; `nil` when there is none, or the schedule is paused or removed.
    public var nextPeriod: String?
    public var nextDue: String?
    public var isProvisional: Bool
    public var pause: Pause?
    /// The bureau no longer declares it; its runs are kept.
    public var isRemoved: Bool

    public init(id: String, recurrence: String, lastOrdinal: Int) {
        self.id = id
        self.recurrence = recurrence
        self.lastOrdinal = lastOrdinal
        self.isProvisional = false
        self.isRemoved = false
    }

    public var bureau: String { String(self.id.prefix { $0 != "/" }) }
    public var name: String { String(self.id.drop { $0 != "/" }.dropFirst()) }
}

extension ScheduleState.Pause {
    public init(by: String, reason: String, at moment: Instant) {
        self.init(by: by, reason: reason, since: moment.description)
    }
}
