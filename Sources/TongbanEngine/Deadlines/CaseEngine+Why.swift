// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// A deadline of a case with the account of its time.
public struct DeadlineAccount: Sendable {
    public var declaration: DeadlineDeclaration
    public var run: DeadlineRun
    /// Counted from 1 among the runs of the same deadline.
    public var ordinal: Int
    public var reckoning: DeadlineReckoning
}

/// A yellow or red card: that a warning was given or a moment passed. It stays for good.
public struct DeadlineCard: Sendable, Hashable {
    public enum Color: String, Sendable, Hashable {
        case yellow
        case red
    }

    public var deadline: String
    public var name: Bilingual
    public var color: Color
    public var at: Instant
    /// By how many milliseconds it was given after its moment, because the daemon was down.
    public var lateMilliseconds: Int64
    /// Counted from 1 among the runs of the same deadline.
    public var ordinal: Int
}

extension CaseEngine {
    /// Each deadline of a case by every counted, skipped and paused interval, the oldest run first.
    ///
    /// - Parameters:
    ///   - deadline: of this one only.
    ///   - now: the moment up to which the account goes; unless given, the latest the engine was told.
    /// - Throws: ``EngineError/refused(_:)`` with `NO_DEADLINE` when the case never had it.
    public func accounts(
        of number: String,
        deadline: String? = nil,
        at now: Instant? = nil
    ) throws(EngineError) -> [DeadlineAccount] {
        let inHand = try self.load(number)
        var ordinals: [String: Int] = [:]
        var accounts: [DeadlineAccount] = []
        for run in inHand.body.deadlines {
            let ordinal = (ordinals[run.id] ?? 0) + 1
            ordinals[run.id] = ordinal
            guard deadline == nil || run.id == deadline, let declaration = inHand.item.deadlines[run.id] else {
                continue
            }
            do throws(DeadlineError) {
                let rules = self.clock(of: run.id, in: inHand.item).rules
                accounts.append(
                    DeadlineAccount(
                        declaration: declaration,
                        run: run,
                        ordinal: ordinal,
                        reckoning: try rules.reckoning(run.ledger, at: now ?? self.engine.now)
                    )
                )
            } catch {
                throw .refused(
                    Refusal(
                        code: "NO_DEADLINE",
                        zh: "时限 \(run.id):\(error.message.zh)",
                        en: "deadline \(run.id): \(error.message.en)"
                    )
                )
            }
        }
        if let deadline, accounts.isEmpty {
            throw .refused(
                Refusal(code: "NO_DEADLINE", zh: "办件没有时限 \(deadline)。", en: "the case has no deadline \(deadline)")
            )
        }
        return accounts
    }

    /// The cards of a case, in the order they were given: yellow for the warning, red for the passing, of any step,
    /// whatever became of the whole.
    static func cards(of runs: [DeadlineRun], in item: LoadedItem) -> [DeadlineCard] {
        var ordinals: [String: Int] = [:]
        var cards: [DeadlineCard] = []
        for run in runs {
            let ordinal = (ordinals[run.id] ?? 0) + 1
            ordinals[run.id] = ordinal
            guard let declaration = item.deadlines[run.id], !declaration.isIntended else { continue }
            for climb in run.climbs where climb.rung == .soon || climb.rung == .due {
                cards.append(
                    DeadlineCard(
                        deadline: run.id,
                        name: declaration.name,
                        color: climb.rung == .due ? .red : .yellow,
                        at: climb.at,
                        lateMilliseconds: max(0, climb.at.since(climb.moment)),
                        ordinal: ordinal
                    )
                )
            }
        }
        return cards.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }
}
