// SPDX-License-Identifier: Apache-2.0

import Civic

/// What happens to one deadline: it starts, then pauses, extensions, changes of limit and calendar, an end, a reopening,
/// each at a minute of its own, in order.
struct OracleScenario: Sendable {
    enum Event: Sendable {
        case pause
        case resume
        case extend(Int)
        case change(Int, Limit.Unit)
        /// The second calendar holds from now on.
        case calendar
        case end
        case reopen
    }

    var start: Int
    var count: Int
    var unit: Limit.Unit
    var events: [(minute: Int, event: Event)] = []

    /// The units whose limits may take one another's place while no extension forbids it.
    static let units = Limit.Unit.allCases

    init(using generator: inout OracleGenerator) {
        self.unit = Self.units[generator.number(0...(Self.units.count - 1))]
        self.count = Self.count(of: self.unit, using: &generator)
        self.start = generator.number(0...(1_440 * 400))
        var isPaused = false
        var isEnded = false
        var extensions = 0
        var hasSecondCalendar = false
        var minute = self.start
        var unit = self.unit
        for _ in 0..<generator.number(0...7) {
            // Often at the beginning of a day, where days begin and end to count.
            minute += generator.number(0...Self.stride(of: unit))
            if !isInMinutes(unit), generator.chance(4) { minute = (minute + 1_439) / 1_440 * 1_440 }
            switch generator.number(0...9) {
            case 0...3:
                if isEnded {
                    self.events.append((minute, .reopen))
                    isEnded = false
                } else {
                    self.events.append((minute, isPaused ? .resume : .pause))
                    isPaused.toggle()
                }
            case 4, 5:
                guard !isEnded, extensions < 2 else { continue }
                self.events.append((minute, .extend(Self.count(of: unit, using: &generator))))
                extensions += 1
            case 6:
                guard !isEnded, extensions == 0 else { continue }
                // The same clock, or another: the count begins where it began.
                if generator.chance(2) { unit = Self.units[generator.number(0...(Self.units.count - 1))] }
                self.events.append((minute, .change(Self.count(of: unit, using: &generator), unit)))
            case 7:
                guard !hasSecondCalendar else { continue }
                self.events.append((minute, .calendar))
                hasSecondCalendar = true
            default:
                guard !isEnded else { continue }
                self.events.append((minute, .end))
                isEnded = true
                isPaused = false
            }
        }
    }

    /// Long enough to run over holidays, short enough to end within the stretch.
    private static func count(of unit: Limit.Unit, using generator: inout OracleGenerator) -> Int {
        switch unit {
        case .workingDays, .calendarDays, .urgentDays: generator.number(0...30)
        case .months: generator.number(0...5)
        case .years: generator.number(0...1)
        case .minutes, .officeMinutes, .urgentMinutes: generator.number(0...900)
        case .hours, .officeHours, .urgentHours: generator.number(0...24)
        }
    }

    private static func stride(of unit: Limit.Unit) -> Int { isInMinutes(unit) ? 1_000 : 1_440 * 12 }
}

/// Whether a limit is counted in minutes, not in days.
func isInMinutes(_ unit: Limit.Unit) -> Bool {
    switch unit {
    case .workingDays, .calendarDays, .urgentDays, .months, .years: false
    case .minutes, .hours, .officeMinutes, .officeHours, .urgentMinutes, .urgentHours: true
    }
}
