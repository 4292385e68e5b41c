// SPDX-License-Identifier: Apache-2.0

import TongbanModel

/// By what right a person may have a task.
enum WorkClaim: Sendable, Hashable {
    /// He holds one of its roles and answers for its area.
    case own
    /// He stands in for somebody who is absent.
    case standIn(for: String)
    /// He answers for the bureau, and nobody else is there.
    case escalated
    /// He may not.
    case none(Refusal)

    /// - Parameter allowsStandIn: `false` asks for the person's own right alone.
    init(of person: PersonView, to work: HumanTaskRecord, allowsStandIn: Bool = true) {
        let holdsRole = person.holdsOne(of: work.roles, in: work.bureau)
        if holdsRole, person.covers(work.area) {
            self = .own
        } else if allowsStandIn, let standIn = work.standIns.first(where: { $0.person == person.id }) {
            self = .standIn(for: standIn.absent)
        } else if allowsStandIn, !work.escalatedTo.isEmpty, person.holdsOne(of: work.escalatedTo, in: work.bureau) {
            self = .escalated
        } else if holdsRole {
            self = .none(.area(work.area ?? "", of: person.area ?? ""))
        } else {
            self = .none(.workRole(work, person.id))
        }
        if self.refusal == nil, work.excluded.contains(person.id) { self = .none(.workFourEyes(work, person.id)) }
    }

    var refusal: Refusal? {
        if case .none(let refusal) = self { refusal } else { nil }
    }
}
