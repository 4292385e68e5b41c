// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// The index of persons, organisations and places that all bureaus share: what happened to them, and what bureaus say of
/// them. Every bureau may react, whether it has a case or not.
public final class SubjectIndex {
    unowned let cases: CaseEngine

    static let kind = "subject-card"
    static let nameKey = "name"
    static let areaKey = "area"
    static let tagKeyPrefix = "tag:"

    init(cases: CaseEngine) {
        self.cases = cases
    }

    var engine: Engine { self.cases.engine }

    private var today: CivilDay { ShanghaiTime.day(of: self.engine.now) }

    // MARK: Reading

    /// The card of an identifier, or of the one that stands for it now; `nil` when nobody has put one.
    public func card(_ id: String) throws(EngineError) -> SubjectCard? {
        try self.stored(try self.cases.currentIdentifier(of: id))
    }

    private func stored(_ id: String) throws(EngineError) -> SubjectCard? {
        let object = try self.cases.store { store throws(StoreError) in try store.object(kind: Self.kind, id: id) }
        return try object.map { object throws(EngineError) in try self.read(object) }
    }

    public enum Question: Sendable, Hashable {
        /// By the whole name; spaces and kinds of middle dots do not matter.
        case name(String)
        /// By an area code, with everything in that area.
        case area(String)
        /// By a tag, as `BUREAU.TAG`.
        case tag(String)
    }

    /// Cards in the order of what is asked for, then of their identifiers.
    ///
    /// - Parameter after: the identifier of the last of the page before.
    public func find(_ question: Question, after: String? = nil, limit: Int) throws(EngineError) -> [SubjectCard] {
        let (key, from, to): (String, String, String)
        switch question {
        case .name(let name):
            let folded = (try? PersonName(name).folded) ?? String(name.filter { !$0.isWhitespace })
            (key, from, to) = (Self.nameKey, folded, folded)
        case .area(let area):
            let part = PersonView.significantPart(area)
            (key, from, to) = (Self.areaKey, part, part + "~")
        case .tag(let tag): (key, from, to) = (Self.tagKeyPrefix + tag, tag, tag)
        }
        var position: ObjectPosition?
        if let after, let last = try self.stored(after), let value = Self.keys(of: last)[key] {
            position = ObjectPosition(value: value, id: after)
        }
        let start = position
        let objects = try self.cases.store { store throws(StoreError) in
            try store.objects(kind: Self.kind, key: key, from: from, to: to, after: start, limit: limit)
        }
        var cards: [SubjectCard] = []
        for object in objects { cards.append(try self.read(object)) }
        return cards
    }

    /// A card as somebody of a bureau sees it: the tags of other bureaus only when they are shared.
    public func seen(_ card: SubjectCard, by bureaus: (String) -> Bool) -> SubjectCard {
        var card = card
        card.tags = card.tags.filter { tag in
            let parts = tag.tag.split(separator: ".").map(String.init)
            return bureaus(parts[0]) || self.declaration(of: tag.tag)?.isShared ?? false
        }
        return card
    }

    public func declaration(of tag: String) -> TagDeclaration? {
        let parts = tag.split(separator: ".").map(String.init)
        guard parts.count == 2 else { return nil }
        return self.cases.directory.declaration(of: parts[0])?.declaration.tags?.first { $0.id == parts[1] }
    }

    private func read(_ object: ObjectRecord) throws(EngineError) -> SubjectCard {
        let body = try self.engine.opened(object.body, as: "\(Self.kind)/\(object.id)")
        do {
            return try body.parsed().decoded(as: SubjectCard.self)
        } catch {
            throw .unavailable(StoreError(.corrupt, "a card of the index cannot be read: \(error)"))
        }
    }

    /// Notes in the journal that somebody looked at a card; not whose it is, but for those who may look at that.
    public func noteReading(_ card: SubjectCard) throws(EngineError) {
        try self.record("subject.read", card, [:])
    }

    // MARK: Changing

    /// Puts a card, or changes what is given; an empty text removes.
    ///
    /// - Throws: `BAD_SUBJECT` for what is no identifier, `BAD_CARD`.
    @discardableResult
    public func put(
        _ id: String,
        name: String? = nil,
        area: String? = nil,
        address: String? = nil,
        by person: String
    ) throws(EngineError) -> SubjectCard {
        try self.cases.call { () throws(EngineError) in
            let before = try self.made(id)
            var card = before
            do throws(Refusal) { try card.set(name: name, area: area, address: address) } catch {
                throw .refused(error)
            }
            let isNew = try self.stored(card.id) == nil
            guard isNew || card != before else { return card }
            try self.keep(card)
            let fields = [
                card.name == before.name ? nil : "name", card.area == before.area ? nil : "area",
                card.address == before.address ? nil : "address",
            ]
            try self.record(
                "subject.put",
                card,
                ["fields": .array(fields.compactMap { $0.map(JSON.string) }), "by": .string(person)]
            )
            return card
        }
    }

    /// The card of an identifier, or a new one.
    private func made(_ id: String) throws(EngineError) -> SubjectCard {
        let id = try self.cases.currentIdentifier(of: id)
        if let card = try self.stored(id) { return card }
        guard let kind = SubjectCard.Kind(of: id, today: self.today) else {
            throw .refused(
                Refusal(
                    code: "BAD_SUBJECT",
                    zh: "须为有效的身份证号、统一社会信用代码或区划代码。",
                    en: "this is no valid identity number, credit code or area code"
                )
            )
        }
        return SubjectCard(id: id, kind: kind)
    }

    /// Says something of somebody, or takes it back: his cases and the bureaus that react are told `tag.changed`.
    ///
    /// - Returns: whether that was anything new.
    @discardableResult
    func tag(
        _ id: String,
        _ tag: String,
        of bureau: String,
        on: Bool,
        by person: String
    ) throws(EngineError) -> Bool {
        let name = "\(bureau).\(tag)"
        guard let declaration = self.declaration(of: name) else {
            throw .refused(
                Refusal(
                    code: "NO_TAG",
                    zh: "部门 \(bureau) 没有声明标签 \(tag)。",
                    en: "bureau \(bureau) declares no tag \(tag)"
                )
            )
        }
        var card = try self.made(id)
        let isNew: Bool
        do throws(Refusal) {
            isNew = try card.tag(name, on: on, since: self.today, by: person)
        } catch {
            throw .refused(error)
        }
        guard isNew else { return false }
        try self.keep(card)
        try self.record(
            on ? "subject.tagged" : "subject.untagged",
            card,
            ["tag": .string(name), "by": .string(person)]
        )
        let data: JSONObject = ["tag": .string(name), "on": .bool(on)]
        let records = try self.cases.cases(
            CaseFilter(isOpen: true, subject: card.id),
            after: nil,
            limit: CaseEngine.subjectLimit + 1
        )
        guard records.count <= CaseEngine.subjectLimit else {
            throw .tooLarge(field: "subject", limit: CaseEngine.subjectLimit)
        }
        for record in records where record.bureau == bureau || declaration.isShared {
            self.cases.deferred.append(
                .init(
                    event: ReactionDeclaration.tagChanged,
                    data: .object(data),
                    number: record.number,
                    origin: "subject"
                )
            )
        }
        try self.react(ReactionDeclaration.tagChanged, card.id, data, tag: name, isShared: declaration.isShared)
        return true
    }

    /// As ``tag(_:_:of:on:by:)``, for somebody.
    ///
    /// - Throws: `NO_TAG`, `ROLE`, `BAD_SUBJECT`, `GONE`, `LIMIT`.
    @discardableResult
    public func setTag(
        _ id: String,
        _ tag: String,
        of bureau: String,
        on: Bool,
        by person: PersonView
    ) throws(EngineError) -> SubjectCard {
        try self.cases.call { () throws(EngineError) in
            if let declaration = self.declaration(of: "\(bureau).\(tag)"),
                !person.holdsOne(of: declaration.roles, in: bureau), !self.cases.supervises(person, bureau)
            {
                throw .refused(.role(declaration.roles, toDo: declaration.name))
            }
            try self.tag(id, tag, of: bureau, on: on, by: person.id)
            return try self.made(id)
        }
    }

    // MARK: What happens

    /// Notes an event on the card and submits the tasks of those who react. A card is made for a valid identifier; of
    /// others only the cases are told.
    func happened(_ event: String, to id: String, data: JSONObject, by person: String) throws(EngineError) {
        let known = try self.stored(id)
        if known != nil || SubjectCard.Kind(of: id, today: self.today) != nil {
            var card = try self.made(id)
            let effective = (data["effective"] ?? data["on"])?.stringValue.flatMap { CivilDay($0) } ?? self.today
            card.note(.init(event: event, effective: effective, at: self.engine.now.milliseconds, by: person))
            try self.keep(card)
        }
        try self.react(event, id, data, tag: nil, isShared: true)
    }

    private func react(
        _ event: String,
        _ id: String,
        _ data: JSONObject,
        tag: String?,
        isShared: Bool
    ) throws(EngineError) {
        for bureau in self.cases.directory.bureauIDs {
            let reactions = self.cases.directory.declaration(of: bureau)?.declaration.reactions ?? []
            for reaction in reactions where reaction.event == event {
                if let tag {
                    guard reaction.tag.map({ $0 == tag }) ?? true, isShared || tag.hasPrefix("\(bureau).") else {
                        continue
                    }
                }
                var payload: JSONObject = ["subject": .string(id), "event": .string(event)]
                for member in data { payload[member.name] = member.value }
                _ = try self.engine.submit([
                    NewTask(queue: bureau, kind: reaction.submits, payload: RawJSON(.object(payload)))
                ])
            }
        }
    }

    /// Lets the card of one identifier stand for another; what both have is put together.
    func rekey(from old: String, to new: String) throws(EngineError) {
        guard let former = try self.stored(old) else { return }
        guard let kind = SubjectCard.Kind(of: new, today: self.today) else { return }
        var card = try self.stored(new) ?? SubjectCard(id: new, kind: kind)
        card.name = card.name ?? former.name
        card.area = card.area ?? former.area
        card.address = card.address ?? former.address
        card.aliases = Array(Set(card.aliases + former.aliases + [old])).sorted()
        for tag in former.tags where !card.tags.contains(where: { $0.tag == tag.tag }) { card.tags.append(tag) }
        for event in former.events { card.note(event) }
        try self.engine.write(.removeObject(kind: Self.kind, id: old))
        try self.keep(card)
    }

    // MARK: Keeping

    private static func keys(of card: SubjectCard) -> [String: String] {
        var keys: [String: String] = [:]
        keys[Self.nameKey] = card.foldedName
        keys[Self.areaKey] = card.area
        for tag in card.tags { keys[Self.tagKeyPrefix + tag.tag] = tag.tag }
        return keys
    }

    private func keep(_ card: SubjectCard) throws(EngineError) {
        let revision = try self.cases.store { store throws(StoreError) in
            try store.object(kind: Self.kind, id: card.id)?.revision ?? 0
        }
        guard let body = try? JSON(encoding: card) else {
            throw .unavailable(StoreError(.corrupt, "a card of the index cannot be written"))
        }
        try self.engine.write(
            .putObject(
                ObjectRecord(
                    kind: Self.kind,
                    id: card.id,
                    revision: revision + 1,
                    updated: self.engine.now,
                    keys: Self.keys(of: card),
                    body: try self.engine.sealed(RawJSON(body), as: "\(Self.kind)/\(card.id)")
                )
            )
        )
    }

    private func record(_ kind: String, _ card: SubjectCard, _ more: JSONObject) throws(EngineError) {
        var members: JSONObject = ["subject": .string(card.masked.id)]
        for member in more { members[member.name] = member.value }
        try self.engine.record(kind, bureau: nil, caseNumber: nil) { writer in
            JSON.object(members).write(to: &writer)
        }
    }
}
