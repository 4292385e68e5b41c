// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// What a case is opened with.
public struct NewCase: Sendable, Hashable {
    public var bureau: String
    public var item: String
    public var data: JSONObject
    public var area: String?
    public var subject: String?
    public var parent: String?
    /// When the matter was first brought to a bureau, when that was before the opening.
    public var contacted: Instant?

    public init(
        bureau: String,
        item: String,
        data: JSONObject = [:],
        area: String? = nil,
        subject: String? = nil,
        parent: String? = nil,
        contacted: Instant? = nil
    ) {
        self.bureau = bureau
        self.item = item
        self.data = data
        self.area = area
        self.subject = subject
        self.parent = parent
        self.contacted = contacted
    }
}

extension CaseEngine {
    /// Opens a case and runs its flow to the first states where it waits.
    ///
    /// - Returns: the case's number.
    public func open(_ asked: NewCase, by person: PersonView) throws(EngineError) -> String {
        var new = asked
        guard let bureau = self.directory.latest(new.bureau), let item = bureau.items[new.item] else {
            throw .noSuchItem(bureau: new.bureau, item: new.item)
        }
        let declaration = item.declaration
        guard person.holdsOne(of: declaration.openedBy, in: new.bureau) else {
            throw .refused(.role(declaration.openedBy, toDo: declaration.name))
        }
        let form = FormCheck(fields: declaration.form, today: ShanghaiTime.day(of: self.engine.now))
        let isDraft = declaration.draft == true
        let faults = form.faults(of: new.data).filter { !isDraft || $0.code != FormFault.missing }
        guard faults.isEmpty else { throw .invalidForm(faults) }
        new.data = form.normal(new.data)

        let area = new.area ?? declaration.areaField.flatMap { new.data[$0]?.stringValue }
        guard person.covers(area) else { throw .refused(.area(area ?? "", of: person.area ?? "")) }

        try self.checkBasis(of: new, declaration)
        let contact = try self.contact(of: new, by: person)
        let number = try self.nextNumber(prefix: item.prefix)
        let key = declaration.uniqueKey.isEmpty || isDraft ? nil : Self.key(of: declaration, in: new.data)
        var repeated: CaseRecord?
        if let key,
            let existing = try self.store({ store throws(StoreError) in
                try store.openCase(bureau: new.bureau, item: new.item, key: key)
            })
        {
            guard declaration.merging?.repeats != nil else { throw .refused(.duplicate(existing.number)) }
            repeated = existing
        }
        let record = CaseRecord(
            number: number,
            bureau: new.bureau,
            item: new.item,
            declaration: item.version,
            revision: 0,
            state: "",
            isOpen: true,
            // The earlier case holds the key until it closes.
            key: repeated == nil ? key : nil,
            area: area,
            subject: new.subject ?? declaration.subjectField.flatMap { new.data[$0]?.stringValue },
            parent: new.parent,
            opened: self.engine.now,
            updated: self.engine.now,
            body: .emptyObject
        )

        let stamps = self.stamps(by: person, of: number)
        let step = item.interpreter.start(data: try self.beginning(new.data, of: item), stamps: stamps)
        var inHand = CaseInHand(record: record, body: CaseBody(flow: .null), state: step.state, item: item)
        inHand.isNew = true
        inHand.stamps = stamps
        if let contact { inHand.body.custody = Custody([contact]) }
        if !isDraft { try self.require(declaration.requirements, of: inHand, form: new.data, by: person) }
        inHand.body.acts.append(CaseBody.Act(action: "open", actor: person.id, at: self.engine.now))
        try self.tell(
            "case.opened",
            of: inHand,
            [
                "item": .string(new.item), "declaration": .integer(Int64(item.version)),
                "values": .object(FormMask(fields: declaration.form).journal(new.data)),
                "by": person.id == self.engine.actor.id ? nil : .string(person.id),
                "area": area.map(JSON.string),
                "subject": item.mask.subject(record.subject, of: declaration).map(JSON.string),
                "parent": new.parent.map(JSON.string), "contacted": contact.map { .string($0.from.description) },
                "contactedBy": contact.map { .string($0.holder.code) },
            ]
        )
        if let parent = new.parent { try self.addLink(.parent, to: parent, in: &inHand) }
        try self.settle(&inHand, after: step)
        try self.keep(&inHand)
        if let repeated { try self.mergeRepeat(inHand, into: repeated) }
        return number
    }

    /// The next number of the day, `PP-YYYYMMDD-NNNNNN`: without gaps, since it is drawn in the case's own transaction.
    /// The next number of the day of what belongs to cases: `HO-20220712-000001`.
    ///
    /// - Parameter kind: of which counter.
    func nextNumber(_ prefix: String, of kind: String) throws(EngineError) -> String {
        let day = ShanghaiTime.day(of: self.engine.now).compact
        let counter = "\(kind):\(day)"
        let number = try self.store { store throws(StoreError) in try store.counter(counter) } + 1
        try self.engine.write(.putCounter(name: counter, value: number))
        let digits = String(number)
        return "\(prefix)-\(day)-" + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
    }

    private func nextNumber(prefix: String) throws(EngineError) -> String {
        let day = ShanghaiTime.day(of: self.engine.now).compact
        let name = "case/\(prefix)-\(day)"
        let next = try self.store { store throws(StoreError) in try store.counter(name) } + 1
        guard next <= 999_999 else {
            throw .refused(
                Refusal(
                    code: "LIMIT",
                    zh: "今日编号已用尽(\(prefix)-\(day),999999 件)。",
                    en: "the numbers of the day are used up (\(prefix)-\(day), 999999 cases)"
                )
            )
        }
        try self.engine.write(.putCounter(name: name, value: next))
        let digits = String(next)
        return "\(prefix)-\(day)-" + String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The values that must be unique among open cases, as one text; names that differ only in spaces or in the kind of
    /// their dots are the same.
    static func key(of item: ItemDeclaration, in data: JSONObject) -> String {
        item.uniqueKey.map { id in
            let value = data[id] ?? .null
            guard item.form.contains(where: { $0.id == id && $0.kind == .personName }), let text = value.stringValue,
                let name = try? PersonName(text)
            else { return value.canonical }
            return JSON.string(name.folded).canonical
        }.joined(separator: "\u{1F}")
    }
}
