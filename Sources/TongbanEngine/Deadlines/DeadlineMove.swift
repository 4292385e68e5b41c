// SPDX-License-Identifier: Apache-2.0

import Civic

/// That a change of the calendar moves the due moment of a running deadline, or makes it firm or provisional.
public struct DeadlineMove: Sendable, Hashable {
    public var number: String
    public var deadline: String
    public var name: Bilingual
    public var was: Instant?
    public var due: Instant?
    public var wasProvisional: Bool
    public var isProvisional: Bool

    /// Whether the moment itself is another.
    public var isMoved: Bool { self.was != self.due }
}

/// A change of what deadlines are counted by.
public enum CalendarChange: Sendable, Hashable {
    case table(CalendarTable)
    /// The table of the year before the present one.
    case rollback(year: Int)
    case hours(OfficeHours)

    var cause: String {
        switch self {
        case .table(let table): "calendar/\(table.year)"
        case .rollback(let year): "calendar/\(year)"
        case .hours: "office-hours"
        }
    }
}
