// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// A case as one person may see it.
public struct CaseView: Sendable {
    public struct Action: Sendable {
        public var declaration: ActionDeclaration
        /// Why this person may not take it.
        public var refusal: Refusal?
    }

    public struct Deadline: Sendable {
        public var declaration: DeadlineDeclaration
        public var run: DeadlineRun
        /// After today until it is due; negative when that has passed, `nil` when it is over or stands.
        public var workingDaysLeft: Int?
    }

    public var record: CaseRecord
    public var itemName: Bilingual
    /// The names of the active atomic states.
    public var states: [Bilingual]
    public var data: JSONObject
    public var deadlines: [Deadline]
    /// Warnings given and moments passed.
    public var cards: [DeadlineCard]
    public var actions: [Action]
    public var links: [String]
    /// The suspensions, the oldest first.
    public var suspensions: [Suspension]
    /// The reasons the item knows, by their codes.
    public var suspensionReasons: [String: Bilingual]
    /// What stands beside the state, such as `DISPUTED`.
    public var marks: [String]
    /// The open hand-offs for which the case waits.
    public var handoffs: [String]
    /// The active states, for a diagram.
    public var active: Set<String>
    public var dossier: CaseDossier
    /// The fields of class S whose values this person is shown.
    public var sensitive: [String] = []
    /// The fields whose values are there, and kept from this person whether or not he works on the case.
    public var withheld: [String] = []
}

extension CaseEngine {
    /// A case as a person may see it: who may act on it sees its values, the others see them masked.
    ///
    /// - Parameter showsSensitive: without it, values of class S are hidden from everybody; with it, what the view names
    ///   in ``CaseView/sensitive`` is to be told with ``noteReading(of:)`` before it is given away.
    public func view(
        _ number: String,
        for asking: PersonView,
        showsSensitive: Bool = true
    ) throws(EngineError) -> CaseView {
        var inHand = try self.load(number)
        let person = try self.mandated(asking, in: &inHand)
        return self.view(
            of: inHand,
            for: person,
            handles: self.handles(inHand, person),
            showsSensitive: showsSensitive
        )
    }

    /// Tells the journal that the one whose call this is read what is sensitive in a case.
    ///
    /// It is told as well when somebody looked at what only some roles are shown, of which he has none.
    public func noteReading(of view: CaseView) throws(EngineError) {
        for (kind, fields) in [("case.read", view.sensitive), ("case.withheld", view.withheld)] where !fields.isEmpty {
            try self.engine.record(kind, bureau: view.record.bureau, caseNumber: view.record.number) { writer in
                writer.beginObject()
                writer.member("fields", fields)
                writer.endObject()
            }
        }
    }

    /// The fields of a case that only some roles are shown, of which this person has one.
    func granted(to person: PersonView, in inHand: CaseInHand) -> Set<String> {
        guard person.covers(inHand.record.area) else { return [] }
        let fields = inHand.item.declaration.allFields.filter { field in
            field.seenBy.map { person.holdsOne(of: $0, in: inHand.record.bureau) } ?? false
        }
        return Set(fields.map(\.id))
    }

    /// The fields of a case that only some roles are shown, of which this person has none.
    func withheld(from person: PersonView, in inHand: CaseInHand) -> Set<String> {
        guard !person.isSystem, inHand.record.subject != person.id, !inHand.body.wasTaken(["open"], by: person.id)
        else { return [] }
        let fields = inHand.item.declaration.allFields.filter { field in
            field.seenBy.map { !person.holdsOne(of: $0, in: inHand.record.bureau) } ?? false
        }
        return Set(fields.map(\.id))
    }

    /// Whether a person sees the values of a case unmasked.
    func handles(_ inHand: CaseInHand, _ person: PersonView) -> Bool {
        person.isSystem
            || (person.covers(inHand.record.area)
                && (inHand.item.declaration.actions.contains {
                    person.holdsOne(of: $0.roles.filter { !Self.applicantRoles.contains($0) }, in: inHand.record.bureau)
                }
                    || inHand.body.acts.contains { $0.actor == person.id } || inHand.record.subject == person.id))
    }

    func view(
        of inHand: CaseInHand,
        for person: PersonView,
        handles: Bool,
        showsSensitive: Bool = true
    ) -> CaseView {
        let item = inHand.item.declaration
        let offered = self.offered(in: inHand)
        let withheld = self.withheld(from: person, in: inHand)
        let mask = ShownValues(
            fields: item.allFields,
            handles: handles,
            showsSensitive: showsSensitive,
            withheld: withheld,
            granted: self.granted(to: person, in: inHand)
        )
        var record = inHand.record
        if !handles || item.subjectField.map(withheld.contains) ?? false {
            record.subject = self.listedSubject(of: record)
        }
        return CaseView(
            record: record,
            itemName: item.name,
            states: inHand.shownNames,
            data: mask.shown(inHand.shownData),
            deadlines: inHand.body.deadlines.compactMap { run in
                inHand.item.deadlines[run.id].map {
                    CaseView.Deadline(
                        declaration: $0,
                        run: run,
                        workingDaysLeft: run.isActive && !run.isStanding ? run.due.map(self.workingDays(until:)) : nil
                    )
                }
            },
            cards: Self.cards(of: inHand.body.deadlines, in: inHand.item),
            actions: offered.map {
                CaseView.Action(
                    declaration: $0.withForm(of: item),
                    refusal: self.refusal(of: $0, in: inHand, for: person)
                        ?? self.workRefusal(of: $0, in: inHand, for: person)
                )
            },
            links: inHand.body.links.map(\.number),
            suspensions: inHand.body.suspensions,
            suspensionReasons: Dictionary(
                (item.suspension?.reasons ?? []).map { ($0.code, $0.name) }
            ) { first, _ in first },
            marks: inHand.body.marks,
            handoffs: inHand.body.handoffs,
            active: inHand.configuration,
            dossier: self.dossier(of: inHand, for: person, mask),
            sensitive: mask.sensitive(in: inHand),
            withheld: showsSensitive
                ? withheld.filter { !(inHand.state.data[$0]?.isNull ?? true) }.sorted() : []
        )
    }

    /// The values of a case as its bureau's handler gets them.
    public func data(of number: String) throws(EngineError) -> JSONObject { try self.load(number).shownData }

    public func itemName(_ record: CaseRecord) -> Bilingual {
        self.directory.loaded(record.bureau, version: record.declaration)?.items[record.item]?.declaration.name
            ?? Bilingual(record.item, record.item)
    }

    /// Whom a case is about, as lists show it: masked when the field is personal, hidden when it is sensitive.
    public func listedSubject(of record: CaseRecord) -> String? {
        guard let subject = record.subject,
            let item = self.directory.loaded(record.bureau, version: record.declaration)?.items[record.item]?
                .declaration,
            let field = item.subjectField
        else { return record.subject }
        return FormMask(fields: item.form).list([field: .string(subject)])[field]?.stringValue
    }

    public func cases(_ filter: CaseFilter, after: String?, limit: Int) throws(EngineError) -> [CaseRecord] {
        try self.store { store throws(StoreError) in try store.cases(filter, after: after, limit: limit) }
    }

    // MARK: Public calls

    /// ``open(_:by:)`` as one call, with what it sets off in other cases.
    public func openCase(_ new: NewCase, by person: PersonView) throws(EngineError) -> String {
        try self.call { () throws(EngineError) in
            let number = try self.open(new, by: person)
            if let parent = new.parent { try self.addLink(.child, to: number, inStored: parent) }
            return number
        }
    }

    /// ``act(_:in:data:revision:by:)`` as one call, with what it sets off in other cases.
    public func takeAction(
        _ action: String,
        in number: String,
        data: JSONObject,
        revision: Int?,
        by person: PersonView
    ) throws(EngineError) {
        try self.call { () throws(EngineError) in
            try self.act(action, in: number, data: data, revision: revision, by: person)
        }
    }
}

extension CaseEngine {
    /// How many cases of an item are open; counted up to a thousand.
    public func openCount(bureau: String? = nil, item: String? = nil) throws(EngineError) -> Int {
        try self.cases(CaseFilter(bureau: bureau, item: item, isOpen: true), after: nil, limit: 1_000).count
    }
}

extension ActionDeclaration {
    /// As people fill it in: with the fields of the item's form that it may change.
    func withForm(of item: ItemDeclaration) -> ActionDeclaration {
        guard self.form != nil else { return self }
        var copy = self
        for var field in item.form where !copy.fields.contains(where: { $0.id == field.id }) {
            field.required = false
            copy.fields.append(field)
        }
        return copy
    }
}
