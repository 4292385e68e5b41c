// SPDX-License-Identifier: Apache-2.0

import Civic

/// How soon a hand-off (移交单) must be taken in hand.
public enum HandoffUrgency: String, Sendable, Hashable, Codable, CaseIterable {
    case normal = "NORMAL"
    case urgent = "URGENT"
    /// A life is in danger.
    case life = "LIFE"

    /// How long the receiver has to take it: a working day, two office hours, fifteen minutes around the clock.
    public var takeLimit: Limit {
        switch self {
        case .normal: Limit(1, .workingDays)
        case .urgent: Limit(2, .officeHours)
        case .life: Limit(15, .minutes)
        }
    }

    /// How long the receiver may still send it back: two working days, and of what is urgent as long as it may wait.
    public var bounceLimit: Limit {
        switch self {
        case .normal: Limit(2, .workingDays)
        case .urgent, .life: self.takeLimit
        }
    }
}
