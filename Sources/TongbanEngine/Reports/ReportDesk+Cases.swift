// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension ReportDesk {
    /// Adds what figures may ask of a case beside its values: the actions taken, and how its deadlines went.
    ///
    /// - Parameter withUsed: also what they used, which takes a look at the calendar for each.
    func add(
        _ body: CaseBody,
        of record: CaseRecord,
        at moment: Instant,
        to values: inout JSONObject,
        withUsed: Bool
    ) {
        values["_acts"] = .array(body.acts.map { .string($0.action) })
        guard !body.deadlines.isEmpty else { return }
        var (due, met, firstMet, used) = (JSONObject(), JSONObject(), JSONObject(), JSONObject())
        for run in body.deadlines {
            due[run.id] = run.due.map { .string(Self.lastDay(of: $0, run).description) }
            let isMet: JSON? =
                switch run.state {
                case .met: true
                case .breached: false
                case .elapsed, .running, .paused: nil
                }
            met[run.id] = isMet
            if firstMet[run.id] == nil { firstMet[run.id] = isMet ?? .null }
            if withUsed, let units = self.used(by: run, of: record, at: moment) {
                used[run.id] = .integer((used[run.id]?.integerValue ?? 0) + units)
            }
        }
        values["_due"] = .object(due)
        values["_met"] = .object(met)
        values["_firstMet"] = .object(firstMet)
        if withUsed { values["_used"] = .object(used) }
    }

    /// Limits in days end with their last day, whose end is the beginning of the next.
    private static func lastDay(of due: Instant, _ run: DeadlineRun) -> CivilDay {
        ShanghaiTime.day(of: run.ledger.limit.isInDays ? due.adding(seconds: -1) : due)
    }

    /// Days of a limit in days, else whole minutes.
    private func used(by run: DeadlineRun, of record: CaseRecord, at moment: Instant) -> Int64? {
        guard let item = self.cases.directory.loaded(record.bureau, version: record.declaration)?.items[record.item]
        else { return nil }
        let rules = self.cases.clock(of: run.id, in: item).rules
        guard let reckoning = try? rules.reckoning(run.ledger, at: moment) else { return nil }
        return run.ledger.limit.isInDays ? reckoning.used : reckoning.used / 60_000
    }
}

extension ReportRun {
    /// Whether a figure over these cases asks how much of a limit was used.
    func asksUsed(_ source: Source) -> Bool {
        self.tallies.contains { tally in
            let figure = tally.figure
            guard figure.source == source.kind, (figure.of ?? "") == source.of else { return false }
            return figure.sum?.hasPrefix("_used.") ?? false || figure.filter?.text.contains("\"_used.") ?? false
        }
    }
}
