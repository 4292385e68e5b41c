// SPDX-License-Identifier: Apache-2.0

/// The whole account of a deadline at one moment: what was granted, what was used, and each stretch of time with the
/// rule by which it was counted or not.
public struct DeadlineReckoning: Sendable, Hashable {
    /// What was granted, extensions included: days, of a limit in days; else milliseconds. Of months and years, the days
    /// between the corresponding days.
    public var budget: Int64
    /// What was used by then, never more than the budget; a day is used as soon as it has begun.
    public var used: Int64
    /// Since when the clock goes; `nil` while it stands or when it has ended.
    public var runningSince: Instant?
    /// `nil` while the clock stands and the budget is not used up.
    public var due: Due?
    /// From the start to the due moment, or to the end, or, while the clock stands, to now; then, when the due moment
    /// has passed, what came after it. The counted ones up to the due moment add up to ``budget``.
    public var steps: [DeadlineStep]
}

extension DeadlineRules {
    /// The account of a deadline as of a moment.
    public func reckoning(_ ledger: DeadlineLedger, at now: Instant) throws(DeadlineError) -> DeadlineReckoning {
        let until = ledger.ended.map { min($0, now) } ?? now
        var due: Due?
        do throws(DeadlineError) {
            due = try self.due(ledger)
        } catch {
            guard case .paused = error else { throw error }
        }
        let soFar = try self.steps(ledger, until: until)
        let used = soFar.reduce(0) { $0 + ($1.isCounted ? $1.amount : 0) }
        let isOver = ledger.ended != nil || due == nil
        var steps = isOver ? soFar : try self.steps(ledger, until: nil)
        if let due, due.instant < until {
            steps.append(
                DeadlineStep(
                    from: due.instant,
                    to: until,
                    isCounted: false,
                    amount: until.since(due.instant),
                    rule: Bilingual("已超期", "over the limit")
                )
            )
        }
        let stands = ledger.isPaused || ledger.ended != nil
        return DeadlineReckoning(
            budget: Int64(try Self.budget(ledger)),
            used: used,
            runningSince: stands ? nil : ledger.pauses.last?.to ?? ledger.start,
            due: due,
            steps: steps
        )
    }

    /// The whole of limit and extensions in what the steps count: days, or milliseconds.
    static func budget(_ ledger: DeadlineLedger) throws(DeadlineError) -> Int {
        let total = try self.total(ledger)
        guard ledger.limit.unit.clock == .months else { return total }
        let start = ShanghaiTime.day(of: ledger.start)
        return start.days(until: start.adding(months: total))
    }
}
