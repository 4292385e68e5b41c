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
    }

    public var record: CaseRecord
    public var itemName: Bilingual
    /// The names of the active atomic states.
    public var states: [Bilingual]
    public var data: JSONObject
    public var deadlines: [Deadline]
    public var actions: [Action]
    public var links: [String]
    /// The suspensions, the oldest first.
    public var suspensions: [Suspension]
    /// The active states, for a diagram.
    public var active: Set<String>
}

extension CaseEngine {
    /// A case as a person may see it: who may act on it sees its values, the others see them masked.
    public func view(_ number: String, for person: PersonView) throws(EngineError) -> CaseView {
        let inHand = try self.load(number)
        let item = inHand.item.declaration
        let offered = self.offered(in: inHand)
        let handles =
            person.isSystem
            || (person.covers(inHand.record.area)
                && (item.actions.contains { person.holdsOne(of: $0.roles, in: inHand.record.bureau) }
                    || inHand.body.acts.contains { $0.actor == person.id }))
        let fields = item.form + item.actions.flatMap(\.fields)
        let values = handles ? inHand.state.data : FormMask(fields: fields).list(inHand.state.data)
        var record = inHand.record
        if !handles { record.subject = self.listedSubject(of: record) }
        return CaseView(
            record: record,
            itemName: item.name,
            states: ((inHand.body.suspension != nil ? [SuspensionDeclaration.state] : [])
                + inHand.item.interpreter.atomicStates(of: inHand.state) + inHand.body.marks).map(item.stateName),
            data: values,
            deadlines: inHand.body.deadlines.compactMap { run in
                inHand.item.deadlines[run.id].map { CaseView.Deadline(declaration: $0, run: run) }
            },
            actions: offered.map {
                CaseView.Action(
                    declaration: $0.withForm(of: item),
                    refusal: self.refusal(of: $0, in: inHand, for: person)
                )
            },
            links: inHand.body.links,
            suspensions: inHand.body.suspensions,
            active: inHand.configuration
        )
    }

    /// The values of a case as its bureau's handler gets them.
    public func data(of number: String) throws(EngineError) -> JSONObject { try self.load(number).state.data }

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

    /// The deadline of a case by each counted, skipped and paused interval.
    public func explanation(of deadline: String, in number: String) throws(EngineError) -> [DeadlineStep] {
        let inHand = try self.load(number)
        guard let run = inHand.body.deadlines.last(where: { $0.id == deadline }) else {
            throw .refused(
                Refusal(code: "NO_DEADLINE", zh: "办件没有时限 \(deadline)。", en: "the case has no deadline \(deadline)")
            )
        }
        do {
            return try self.clock.explain(run)
        } catch {
            throw .refused(
                Refusal(code: "NO_DEADLINE", zh: "时限 \(deadline):\(error)", en: "deadline \(deadline): \(error)")
            )
        }
    }

    // MARK: Public calls

    /// ``open(_:by:)`` as one call, with what it sets off in other cases.
    public func openCase(_ new: NewCase, by person: PersonView) throws(EngineError) -> String {
        try self.call { () throws(EngineError) in try self.open(new, by: person) }
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
