// SPDX-License-Identifier: Apache-2.0

import TongbanModel

extension CaseEngine {
    /// A person with what his place in an open task of the case lets him do besides: who stands in for somebody absent
    /// has the roles of that person which the task is for, and a head to whom it was given up has the task's roles.
    func mandated(_ person: PersonView, in inHand: inout CaseInHand) throws(EngineError) -> PersonView {
        guard !person.isSystem else { return person }
        var mandated = person
        for work in try self.work(in: &inHand) {
            let claim: WorkClaim
            switch work.status {
            case .offered: claim = WorkClaim(of: person, to: work)
            case .taken where work.assignee == person.id:
                claim =
                    work.substituteFor.map { .standIn(for: $0) }
                    ?? WorkClaim(of: person, to: work)
            case .taken, .blocked, .done, .withdrawn: continue
            }
            let granted: [String]
            switch claim {
            case .own, .none: continue
            case .escalated: granted = work.roles
            case .standIn(let absent):
                let roles = self.directory.persons[absent].map { PersonView($0) }
                granted = work.roles.filter { roles?.holdsOne(of: [$0], in: work.bureau) ?? false }
            }
            mandated.roles += granted.map { $0.contains(":") ? $0 : "\(work.bureau):\($0)" }
            if !mandated.covers(inHand.record.area) { mandated.area = nil }
        }
        return mandated
    }

    /// Why an action that always ends a task cannot be taken by this person now, because of who holds the task.
    func workRefusal(
        of action: ActionDeclaration,
        in inHand: CaseInHand,
        for person: PersonView
    ) -> Refusal? {
        guard inHand.item.leavingActions.contains("\(action.state)/\(action.id)") else { return nil }
        for work in inHand.work ?? [] where person.holdsOne(of: work.roles, in: work.bureau) {
            let around = inHand.item.statesAround[work.state] ?? []
            guard around.contains(action.state), !person.isSystem else { continue }
            if work.status == .taken, work.assignee != person.id, !work.delegatedBy.contains(person.id),
                !self.supervises(person, work.bureau)
            {
                return .heldBy(work)
            }
            if work.status == .offered, inHand.item.humanTask(work.kind)?.mustHold ?? false { return .mustHold(work) }
        }
        return nil
    }
}
