// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// Turns a deadline's ledger into its due moment and the moments of its rungs.
struct DeadlineClock {
    let rules: DeadlineRules

    struct Result {
        var due: Instant
        var isProvisional: Bool
        /// Every rung with its moment, earliest first.
        var rungs: [(rung: DeadlineRun.Rung, at: Instant)]
    }

    init(calendar: WorkingCalendar, hours: OfficeHours) {
        self.rules = DeadlineRules(calendar: calendar, hours: hours)
    }

    func ledger(_ run: DeadlineRun) throws -> DeadlineLedger {
        DeadlineLedger(
            start: run.start,
            limit: try Limit(run.limit),
            extensions: try run.extensions.map { try Limit($0) },
            pauses: run.pauses.map { DeadlineLedger.Pause(from: $0.from, to: $0.to) }
        )
    }

    /// Half of the time used; one working day, or a quarter of a limit in hours, left; passed; three working days past.
    func compute(_ run: DeadlineRun) throws -> Result {
        let ledger = try self.ledger(run)
        let due = try self.rules.due(ledger)
        let half = try self.rules.moment(ofPart: 1, outOf: 2, ledger)
        let soon: Instant
        if let day = due.day {
            soon = ShanghaiTime.startOfDay(day)
        } else {
            soon = try self.rules.moment(ofPart: 3, outOf: 4, ledger)
        }
        let lastDay = due.day ?? ShanghaiTime.day(of: due.instant)
        let third = self.rules.calendar.adding(workingDays: 3, to: lastDay)
        var rungs: [(rung: DeadlineRun.Rung, at: Instant)] = []
        // Of a short limit the early rungs fall together; the ones that say nothing new are left out.
        if half > run.start, half < soon { rungs.append((.half, half)) }
        if soon > run.start, soon < due.instant { rungs.append((.soon, soon)) }
        rungs.append((.due, due.instant))
        rungs.append((.breach3, ShanghaiTime.startOfDay(third.adding(days: 1))))
        return Result(due: due.instant, isProvisional: due.isProvisional, rungs: rungs)
    }

    func explain(_ run: DeadlineRun) throws -> [DeadlineStep] {
        try self.rules.explanation(try self.ledger(run))
    }
}
