// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// Turns a deadline's ledger into its due moment and the moments of its rungs.
struct DeadlineClock {
    let rules: DeadlineRules

    struct Rung: Hashable {
        var rung: DeadlineRun.Rung
        /// When it is climbed.
        var at: Instant
        var to: [String]
        /// Whether it warns of what is to come.
        var isWarning: Bool
    }

    struct Result: Hashable {
        var due: Instant
        var isProvisional: Bool
        /// Every rung with its moment, earliest first.
        var rungs: [Rung]

        /// The rung that is climbed next, and when.
        ///
        /// Each is climbed once. A warning whose moment had passed when the deadline began, or when its ledger was last
        /// changed, is not given: it would say nothing that is not known. Neither is told what was past at the
        /// beginning, but for the passing of the due moment itself, which always counts. A moment that a change of the
        /// ledger moved into the past is reached with the change.
        func next(of run: DeadlineRun) -> Rung? {
            guard run.isActive, !run.isStanding else { return nil }
            let claimed = Set(run.claimed)
            return self.rungs.lazy
                .filter { rung in
                    if claimed.contains(rung.rung) { return false }
                    if rung.rung == .due { return true }
                    return rung.at > (rung.isWarning ? max(run.begun, run.revised) : run.begun)
                }
                .map { rung in
                    var rung = rung
                    rung.at = max(rung.at, run.revised)
                    return rung
                }
                .min { one, other in one.at == other.at ? one.isWarning && !other.isWarning : one.at < other.at }
        }
    }

    init(calendar: WorkingCalendar, hours: OfficeHours) {
        self.rules = DeadlineRules(calendar: calendar, hours: hours)
    }

    func compute(_ run: DeadlineRun, _ declaration: DeadlineDeclaration) throws(DeadlineError) -> Result {
        let ledger = run.ledger
        let due = try self.rules.due(ledger)
        // Of a limit in days the last day ends at 24:00, and what is done at 00:00 is late; of any other, what is done
        // at the moment itself is in time.
        let passed = due.day == nil ? due.instant.adding(milliseconds: 1) : due.instant
        var rungs: [Rung] = []
        let ladder = declaration.ladder
        let yellow = ladder.first { $0.rung == .soon }
        let soon = try yellow.map { rung throws(DeadlineError) in try self.moment(rung.moment, due, ledger) }
        for rung in ladder {
            let at = try self.moment(rung.moment, due, ledger)
            let isWarning = at < due.instant && rung.rung != .due
            if rung.isUsual, isWarning {
                // Of a short limit the early rungs fall together; the ones that say nothing new are left out.
                guard at > ledger.start else { continue }
                if rung.rung == .half, let soon, at >= soon { continue }
            } else if rung.isUsual, rung.rung == .half || rung.rung == .soon {
                continue
            }
            rungs.append(Rung(rung: rung.rung, at: rung.rung == .due ? passed : at, to: rung.to, isWarning: isWarning))
        }
        // Of two at one moment the one declared first is first.
        let ordered = rungs.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
        return Result(due: due.instant, isProvisional: due.isProvisional, rungs: ordered.map(\.element))
    }

    private func moment(
        _ moment: RungMoment,
        _ due: Due,
        _ ledger: DeadlineLedger
    ) throws(DeadlineError) -> Instant {
        let calendar = self.rules.calendar
        switch moment {
        case .due: return due.instant
        case .part(let part): return try self.rules.moment(ofPart: part, outOf: 100, ledger)
        case .yellow:
            if let day = due.day { return ShanghaiTime.startOfDay(day) }
            return try self.rules.moment(ofPart: 3, outOf: 4, ledger)
        case .before(let limit):
            guard limit.unit == .workingDays else { return due.instant.adding(milliseconds: -Self.length(of: limit)) }
            if let day = due.day {
                return ShanghaiTime.startOfDay(calendar.adding(workingDays: 1 - limit.count, to: day))
            }
            let day = ShanghaiTime.day(of: due.instant)
            let time = due.instant.since(ShanghaiTime.startOfDay(day))
            return ShanghaiTime.startOfDay(calendar.adding(workingDays: -limit.count, to: day))
                .adding(milliseconds: time)
        case .after(let limit):
            guard limit.unit == .workingDays else { return due.instant.adding(milliseconds: Self.length(of: limit)) }
            let last = calendar.adding(workingDays: limit.count, to: due.day ?? ShanghaiTime.day(of: due.instant))
            return ShanghaiTime.startOfDay(last.adding(days: 1))
        }
    }

    private static func length(of limit: Limit) -> Int64 {
        switch limit.unit {
        case .minutes: Int64(limit.count) * 60_000
        case .hours: Int64(limit.count) * 3_600_000
        default: Int64(limit.count) * 86_400_000
        }
    }
}
