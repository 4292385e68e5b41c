// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// How a person stands to a case: staff of the bureau, applicant, or somebody else.
extension CaseEngine {
    /// Roles that everybody may have who applies for something: they make nobody a handler of what others applied for.
    static let applicantRoles: Set = ["citizen", "agent"]

    /// Whether the person has a role of the bureau's own, or one given to him in the bureau that no applicant has.
    func isStaff(_ person: PersonView, of bureau: String) -> Bool {
        let own = self.directory.latest(bureau)?.declaration.roles.map(\.id) ?? []
        return person.roles.contains { role in
            guard role.hasPrefix(bureau + ":") else { return own.contains(role) }
            return !Self.applicantRoles.contains(String(role.dropFirst(bureau.utf8.count + 1)))
        }
    }

    /// As ``isStaff(_:of:)``, or the same Unix user is another person of the directory who is.
    func belongsToStaff(_ person: PersonView, of bureau: String) -> Bool {
        if self.isStaff(person, of: bureau) { return true }
        guard let uid = self.directory.persons[person.id]?.uid else { return false }
        return self.directory.persons.values.contains { other in
            other.uid == uid && other.active && self.isStaff(PersonView(other), of: bureau)
        }
    }

    /// Whether the person opened the case or is whom it is about.
    func isApplicant(_ person: PersonView, of inHand: CaseInHand) -> Bool {
        inHand.record.subject == person.id
            || inHand.body.acts.contains { $0.action == "open" && $0.actor == person.id }
    }

    /// Whether the case is one the person works on: staff of the bureau with a role in the item, in the case's area.
    func isHandler(_ person: PersonView, of inHand: CaseInHand) -> Bool {
        if person.isSystem { return true }
        let item = inHand.item.declaration
        let bureau = inHand.record.bureau
        return person.covers(inHand.record.area) && self.isStaff(person, of: bureau)
            && (person.holdsOne(of: item.openedBy + item.actions.flatMap(\.roles), in: bureau)
                || inHand.body.acts.contains { $0.actor == person.id })
    }

    /// Everybody who took an action in the case, or in the main case it is merged into, beside opening it and what
    /// applicants and those who call them back do.
    func handlers(of inHand: CaseInHand) throws(EngineError) -> Set<String> {
        var handlers = Self.ownHandlers(of: inHand)
        if let main = inHand.body.merge?.main {
            handlers.formUnion(Self.ownHandlers(of: try self.load(main)))
        }
        if let rework = inHand.body.rework { handlers.formUnion(rework.handlers) }
        return handlers
    }

    private static func ownHandlers(of inHand: CaseInHand) -> Set<String> {
        let rating = inHand.item.declaration.rating
        let outside = (rating?.by ?? []) + (rating?.callBack ?? []) + (inHand.body.rework?.callBackBy ?? [])
        var handlers: Set<String> = []
        for act in inHand.body.acts where act.action != "open" && act.actor != PersonView.system.id {
            let declared = inHand.item.actions[act.action] ?? []
            let isOutside = !declared.isEmpty && declared.allSatisfy { $0.roles.contains(where: outside.contains) }
            if !isOutside { handlers.insert(act.actor) }
        }
        return handlers
    }

    /// Refuses when the person has none of the roles, or the case lies outside his area.
    func requireRole(_ roles: [String], of person: PersonView, in inHand: CaseInHand, toDo name: Bilingual)
        throws(EngineError)
    {
        guard person.holdsOne(of: roles, in: inHand.record.bureau) else { throw .refused(.role(roles, toDo: name)) }
        guard person.covers(inHand.record.area) else {
            throw .refused(.area(inHand.record.area ?? "", of: person.area ?? ""))
        }
    }

    /// Refuses when the caller saw another revision than the present one.
    func requireRevision(_ revision: Int?, of inHand: CaseInHand) throws(EngineError) {
        if let revision, revision != inHand.record.revision {
            throw .conflict(number: inHand.record.number, revision: inHand.record.revision)
        }
    }

    /// Tells whom the case is about.
    func inform(_ topic: String, _ text: Bilingual, of inHand: CaseInHand) throws(EngineError) {
        try self.notify("subject", text: text, topic: topic, of: inHand)
    }
}

extension CaseInHand {
    /// What lists and filters show as the state: beside those of the flow there are `MERGED` and `AMENDED`.
    var shownState: String { self.shownStates.joined(separator: "+") }

    private var shownStates: [String] {
        if self.body.suspension != nil { return [SuspensionDeclaration.state] }
        if self.body.amendments.contains(where: \.isInForce) { return [Self.amended] + self.body.marks }
        if let endedAs = self.body.endedAs { return [endedAs] + self.body.marks }
        if self.body.merge != nil { return [Self.merged] + self.body.marks }
        return self.item.interpreter.atomicStates(of: self.state) + self.body.marks
    }

    /// Where the flow stands, whatever is shown.
    var flowState: String { self.item.interpreter.atomicStates(of: self.state).joined(separator: "+") }

    /// The state the case was closed in; `nil` while it is open.
    var closedState: String? {
        guard !self.record.isOpen else { return nil }
        return self.body.endedAs ?? (self.body.merge == nil ? self.flowState : Self.merged)
    }

    static let merged = "MERGED"
    static let amended = "AMENDED"

    /// The values with the corrections in force laid over them.
    var shownData: JSONObject {
        var data = self.state.data
        for amendment in self.body.amendments where amendment.isInForce {
            for member in amendment.after {
                data[member.name] = member.value.isNull ? JSON?.none : member.value
            }
        }
        return data
    }

    /// The names of the states that are shown.
    var shownNames: [Bilingual] {
        let states =
            self.body.suspension == nil ? [] : self.item.interpreter.atomicStates(of: self.state) + self.body.marks
        return (self.shownStates + states).map { state in
            switch state {
            case Self.amended: Bilingual("已更正", "Amended")
            case CaseEngine.cancelledState where self.body.endedAs == state: Bilingual("已取消", "Cancelled")
            case Self.merged: Bilingual("并案办理", "Merged")
            default: self.item.declaration.stateName(state)
            }
        }
    }
}
