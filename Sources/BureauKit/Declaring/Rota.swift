// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// A duty that people take turns at, wherever the bureau has it: a patrol, a telephone, a gate.
///
/// ```swift
/// Rota("patrol", "防溺水巡逻", "Patrol", people: 2, keptBy: ["villagehead"])
///     .season("06-15..09-15")
///     .checkIns(everyMinutes: 120)
///     .missed(afterMinutes: 30, tell: Rota.onDuty)
///     .missed(afterMinutes: 60, tell: "villagehead", .urgent)
///     .gap(tell: "villagehead")
/// ```
public struct Rota: BureauPart {
    /// In place of a role: the people of the shift.
    public static let onDuty = RotaDeclaration.onDuty

    let declaration: RotaDeclaration

    /// - Parameters:
    ///   - people: at least so many on every shift.
    ///   - keepers: roles that plan shifts, and enter check-ins of others.
    public init(_ id: String, _ zh: String, _ en: String, people: Int = 1, keptBy keepers: [String]) {
        self.declaration = RotaDeclaration(id: id, name: Bilingual(zh, en), people: people, keepers: keepers)
    }

    private init(_ declaration: RotaDeclaration) {
        self.declaration = declaration
    }

    private func with(_ change: (inout RotaDeclaration) -> Void) -> Rota {
        var declaration = self.declaration
        change(&declaration)
        return Rota(declaration)
    }

    /// Only in a part of every year, such as `06-15..09-15`.
    public func season(_ season: String) -> Rota { self.with { $0.season = season } }

    /// Only at these hours of every day, `00:00` to `24:00` unless said.
    public func hours(_ from: String, _ to: String) -> Rota {
        self.with {
            $0.from = from
            $0.to = to
        }
    }

    /// How often somebody of the shift must be heard of. Without it, all of them once at its start.
    ///
    /// - Parameter margin: minutes before it is due from which a check-in counts.
    public func checkIns(everyMinutes minutes: Int, margin: Int = RotaDeclaration.standardMargin) -> Rota {
        self.with {
            $0.every = minutes
            $0.margin = margin
        }
    }

    /// Who is told of a check-in that is missing, how long after it was due; the soonest first.
    public func missed(afterMinutes minutes: Int, tell role: String, _ urgency: HandoffUrgency = .normal) -> Rota {
        self.with { $0.missed.append(.init(after: minutes, to: role, urgency: urgency)) }
    }

    /// Submits a task of a handler when the last rung of ``missed(afterMinutes:tell:_:)`` is told.
    ///
    /// Its payload has `shift`, `rota`, `place`, `due` and `people`.
    public func missed(submits kind: String) -> Rota { self.with { $0.submits = kind } }

    /// Who is told that nobody is planned, how long after it was found; the soonest first.
    public func gap(afterMinutes minutes: Int = 0, tell role: String, _ urgency: HandoffUrgency = .normal) -> Rota {
        self.with { $0.gaps.append(.init(after: minutes, to: role, urgency: urgency)) }
    }

    /// How many days ahead shifts are made by the pattern, and looked through for gaps, every day at a time.
    public func ahead(days: Int, at time: String = "20:00") -> Rota {
        self.with {
            $0.ahead = days
            $0.checkedAt = time
        }
    }
}
