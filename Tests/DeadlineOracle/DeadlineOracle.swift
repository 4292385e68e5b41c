// SPDX-License-Identifier: Apache-2.0

import Civic

/// Random deadlines counted twice: by `DeadlineLedger` and `DeadlineRules`, and by brute force.
public enum DeadlineOracle {
    /// How many scenarios share one pair of calendars.
    private static let scenariosPerWorld = 500

    /// Counts scenarios, and says where the two differ.
    ///
    /// - Parameters:
    ///   - seed: the same one gives the same scenarios.
    ///   - count: how many.
    ///   - limit: of differences; then it stops.
    /// - Returns: each difference in words.
    public static func differences(seed: UInt64, count: Int, limit: Int = 10) -> [String] {
        var generator = OracleGenerator(seed: seed)
        var differences: [String] = []
        var worlds: [OracleWorld] = []
        for number in 0..<count {
            if number.isMultiple(of: self.scenariosPerWorld) {
                let hours = OracleHours(using: &generator)
                worlds = [
                    OracleWorld(using: &generator, hours: hours), OracleWorld(using: &generator, hours: hours),
                ]
            }
            let scenario = OracleScenario(using: &generator)
            if let difference = self.difference(scenario, worlds, using: &generator) {
                differences.append("seed \(seed), scenario \(number): \(difference)")
                if differences.count >= limit { break }
            }
        }
        return differences
    }

    /// Replays a scenario, and compares after each event and once between.
    private static func difference(
        _ scenario: OracleScenario,
        _ worlds: [OracleWorld],
        using generator: inout OracleGenerator
    ) -> String? {
        var ledger = DeadlineLedger(
            start: OracleWorld.instant(minute: scenario.start),
            limit: Limit(scenario.count, scenario.unit)
        )
        var world = worlds[0]
        var moments = [(scenario.start, nil as OracleScenario.Event?)]
        for (minute, event) in scenario.events { moments.append((minute, event)) }
        for (index, (minute, event)) in moments.enumerated() {
            if let event {
                if case .calendar = event { world = worlds[1] }
                if let failure = self.apply(event, at: OracleWorld.instant(minute: minute), to: &ledger) {
                    return "\(failure) in \(scenario)"
                }
            }
            // Events of one minute come together: the script is read by the minute.
            let next = index + 1 < moments.count ? moments[index + 1].0 : minute + 20_000
            guard next > minute else { continue }
            let between = generator.number(minute...(next - 1))
            for now in [minute, between] {
                if let difference = self.compare(ledger, OracleCount(scenario, at: now, in: world), at: now, world) {
                    return "\(difference) at minute \(now) of \(scenario)"
                }
            }
        }
        return nil
    }

    private static func apply(
        _ event: OracleScenario.Event,
        at now: Instant,
        to ledger: inout DeadlineLedger
    ) -> String? {
        do throws(DeadlineError) {
            switch event {
            case .pause: ledger.pause(at: now)
            case .resume: ledger.resume(at: now)
            case .extend(let count): try ledger.extend(by: Limit(count, ledger.limit.unit))
            case .change(let count, let unit): try ledger.change(to: Limit(count, unit))
            case .calendar: break
            case .end: ledger.end(at: now)
            case .reopen: ledger.reopen(at: now)
            }
            return nil
        } catch {
            return "refused: \(error)"
        }
    }

    private static func compare(
        _ ledger: DeadlineLedger,
        _ count: OracleCount,
        at now: Int,
        _ world: OracleWorld
    ) -> String? {
        let unit: Int64 = isInMinutes(ledger.limit.unit) ? 60_000 : 1
        let moment = OracleWorld.instant(minute: now)
        do throws(DeadlineError) {
            let reckoning = try world.rules.reckoning(ledger, at: moment)
            let due = count.due.map { OracleWorld.instant(minute: $0) }
            guard reckoning.due?.instant == due else {
                return
                    "due \(reckoning.due.map { "\($0.instant)" } ?? "-"), by the oracle \(due.map { "\($0)" } ?? "-")"
            }
            guard reckoning.used == Int64(count.used) * unit else {
                return "used \(reckoning.used), by the oracle \(Int64(count.used) * unit)"
            }
            guard reckoning.budget == Int64(count.budget) * unit else {
                return "budget \(reckoning.budget), by the oracle \(Int64(count.budget) * unit)"
            }
            let counted = reckoning.steps.reduce(0) { $0 + ($1.isCounted ? $1.amount : 0) }
            let isWhole = due != nil && ledger.ended == nil
            guard counted == (isWhole ? reckoning.budget : reckoning.used) else {
                return "the intervals add up to \(counted) of \(isWhole ? reckoning.budget : reckoning.used)"
            }
            guard zip(reckoning.steps, reckoning.steps.dropFirst()).allSatisfy({ $0.to == $1.from }) else {
                return "the intervals leave a gap: \(reckoning.steps)"
            }
            if let due, isWhole {
                let steps = try world.rules.explanation(ledger)
                guard steps.last?.to ?? ledger.start == due else { return "the intervals end at \(steps)" }
            }
            return nil
        } catch {
            return "no result: \(error)"
        }
    }
}
