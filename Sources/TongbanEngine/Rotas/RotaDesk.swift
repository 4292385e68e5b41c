// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// Keeps the rotas of the bureaus: who is on duty where and when, whether anybody is missing, and who is told.
public final class RotaDesk {
    unowned let cases: CaseEngine

    static let placeKind = "rota-place"
    static let shiftKind = "rota-shift"
    /// One for each person of a shift, by which his other shifts are found.
    static let dutyKind = "rota-duty"
    static let placeKey = "place"
    static let personKey = "person"
    /// The most days one question is answered for.
    public static let longestSpan = 400

    init(cases: CaseEngine) {
        self.cases = cases
    }

    var engine: Engine { self.cases.engine }

    static func shiftTimer(_ number: String) -> String { "rota:shift:\(number)" }
    static func dailyTimer(_ place: String) -> String { "rota:daily:\(place)" }
    static func gapTimer(_ place: String) -> String { "rota:gap:\(place)" }

    // MARK: Reading

    /// - Throws: ``EngineError/refused(_:)`` with `NO_ROTA`.
    public func declaration(_ rota: String, of bureau: String) throws(EngineError) -> RotaDeclaration {
        let rotas = self.cases.directory.declaration(of: bureau)?.declaration.rotas ?? []
        guard let declaration = rotas.first(where: { $0.id == rota }) else {
            throw .refused(
                Refusal(
                    code: "NO_ROTA",
                    zh: "部门 \(bureau) 没有声明排班 \(rota)。",
                    en: "bureau \(bureau) declares no rota \(rota)"
                )
            )
        }
        return declaration
    }

    /// Every place of a bureau, or of all, that a rota was ever kept at.
    public func places(of bureau: String? = nil) throws(EngineError) -> [RotaPlace] {
        var found: [RotaPlace] = []
        while true {
            let after = found.last?.id ?? bureau.map { "\($0)/" }
            let page = try self.cases.store { store throws(StoreError) in
                try store.objects(kind: Self.placeKind, after: after, limit: 200)
            }
            for object in page {
                let place: RotaPlace = try self.read(object)
                if let bureau, place.bureau != bureau { return found }
                found.append(place)
            }
            guard page.count == 200 else { return found }
        }
    }

    /// An empty one where no shift was planned yet.
    public func place(_ place: String, of rota: String, _ bureau: String) throws(EngineError) -> RotaPlace {
        let empty = RotaPlace(bureau: bureau, rota: rota, place: place)
        return try self.find(empty.id) ?? empty
    }

    func find(_ id: String) throws(EngineError) -> RotaPlace? {
        let object = try self.cases.store { store throws(StoreError) in
            try store.object(kind: Self.placeKind, id: id)
        }
        return try object.map { object throws(EngineError) in try self.read(object) }
    }

    /// - Throws: ``EngineError/refused(_:)`` with `NO_SHIFT`.
    public func shift(_ number: String) throws(EngineError) -> RotaShift {
        let object = try self.cases.store { store throws(StoreError) in
            try store.object(kind: Self.shiftKind, id: number)
        }
        guard let object else {
            throw .refused(Refusal(code: "NO_SHIFT", zh: "没有班次 \(number)。", en: "there is no shift \(number)"))
        }
        return try self.read(object)
    }

    /// The shifts of a place that have a minute in a span, by when they begin.
    ///
    /// - Parameter span: in minutes since 1970 UTC.
    public func shifts(of place: RotaPlace, in span: Range<Int64>) throws(EngineError) -> [RotaShift] {
        let objects = try self.cases.store { store throws(StoreError) in
            try store.objects(
                kind: Self.shiftKind,
                key: Self.placeKey,
                from: Self.key(place.id, span.lowerBound - RotaShift.longest),
                to: Self.key(place.id, span.upperBound - 1),
                after: nil,
                limit: .max
            )
        }
        var shifts: [RotaShift] = []
        for object in objects {
            let shift: RotaShift = try self.read(object)
            if shift.end > span.lowerBound { shifts.append(shift) }
        }
        return shifts
    }

    /// The shifts somebody is on that have a minute in a span, by when they begin; of all bureaus.
    public func shifts(of person: String, in span: Range<Int64>) throws(EngineError) -> [RotaShift] {
        let objects = try self.cases.store { store throws(StoreError) in
            try store.objects(
                kind: Self.dutyKind,
                key: Self.personKey,
                from: Self.key(person, span.lowerBound - RotaShift.longest),
                to: Self.key(person, span.upperBound - 1),
                after: nil,
                limit: .max
            )
        }
        var shifts: [RotaShift] = []
        for object in objects {
            guard let number = object.id.split(separator: "/").first else { continue }
            let shift = try self.shift(String(number))
            if shift.end > span.lowerBound { shifts.append(shift) }
        }
        return shifts
    }

    /// How far the days from one to another are covered.
    ///
    /// - Throws: invalid when there are more than ``longestSpan`` days, or none.
    public func coverage(
        of place: RotaPlace,
        from: CivilDay,
        through: CivilDay
    ) throws(EngineError) -> (coverage: RotaCoverage, made: Int, due: Int) {
        let rota = try self.declaration(place.rota, of: place.bureau)
        let span = try Self.span(from, through)
        let shifts = try self.shifts(of: place, in: span)
        let days = (0...from.days(until: through)).map { from.adding(days: $0) }
        let coverage = RotaCoverage(days, of: rota, shifts: shifts.filter(\.counts).map { $0.start..<$0.end })
        let rates = shifts.filter { $0.start >= span.lowerBound }.map { $0.checkInRate(at: self.engine.now, rota) }
        return (coverage, rates.reduce(0) { $0 + $1.made }, rates.reduce(0) { $0 + $1.due })
    }

    public static func span(_ from: CivilDay, _ through: CivilDay) throws(EngineError) -> Range<Int64> {
        guard (0..<Self.longestSpan).contains(from.days(until: through)) else {
            throw .invalid(
                field: "through",
                Bilingual("须为起始日起 \(Self.longestSpan) 天以内", "must be at most \(Self.longestSpan) days, from the first")
            )
        }
        return RotaShift.minute(from, 0)..<RotaShift.minute(through.adding(days: 1), 0)
    }

    private func read<Value: Decodable>(_ object: ObjectRecord) throws(EngineError) -> Value {
        let body = try self.engine.opened(object.body, as: "\(object.kind)/\(object.id)")
        do {
            return try body.parsed().decoded(as: Value.self)
        } catch {
            throw .unavailable(StoreError(.corrupt, "\(object.kind) \(object.id) cannot be read: \(error)"))
        }
    }

    // MARK: Keeping

    /// A key that puts what happens somewhere, or to somebody, in the order of time.
    private static func key(_ prefix: String, _ minute: Int64) -> String {
        let digits = String(max(0, minute + 100_000_000_000))
        return "\(prefix)#\(String(repeating: "0", count: max(0, 12 - digits.utf8.count)))\(digits)"
    }

    func keep(_ place: RotaPlace) throws(EngineError) {
        try self.write(Self.placeKind, place.id, [:], place)
    }

    /// - Parameter before: as it was, when it was there.
    func keep(_ shift: RotaShift, before: RotaShift? = nil) throws(EngineError) {
        let place = RotaPlace(bureau: shift.bureau, rota: shift.rota, place: shift.place)
        try self.write(
            Self.shiftKind,
            shift.number,
            [Self.placeKey: Self.key(place.id, shift.start)],
            shift
        )
        let wasOn = before?.status == .cancelled ? [] : before?.people ?? []
        let isOn = shift.status == .cancelled ? [] : shift.people
        for person in wasOn where !isOn.contains(person) {
            try self.engine.write(.removeObject(kind: Self.dutyKind, id: "\(shift.number)/\(person)"))
        }
        for person in isOn where before?.start != shift.start || !wasOn.contains(person) {
            try self.write(
                Self.dutyKind,
                "\(shift.number)/\(person)",
                [Self.personKey: Self.key(person, shift.start)],
                [String]()
            )
        }
        let rota = self.cases.directory.declaration(of: shift.bureau)?.declaration.rotas?
            .first { $0.id == shift.rota }
        if let rota, let next = shift.next(rota) {
            try self.engine.write(
                .putTimer(
                    TimerRecord(id: Self.shiftTimer(shift.number), due: next, caseNumber: nil, body: .emptyObject)
                )
            )
        } else {
            try self.engine.write(.removeTimer(id: Self.shiftTimer(shift.number)))
        }
    }

    private func write(
        _ kind: String,
        _ id: String,
        _ keys: [String: String],
        _ value: some Encodable
    ) throws(EngineError) {
        let revision = try self.cases.store { store throws(StoreError) in
            try store.object(kind: kind, id: id)?.revision ?? 0
        }
        guard let body = try? JSON(encoding: value) else {
            throw .unavailable(StoreError(.corrupt, "\(kind) \(id) cannot be written"))
        }
        try self.engine.write(
            .putObject(
                ObjectRecord(
                    kind: kind,
                    id: id,
                    revision: revision + 1,
                    updated: self.engine.now,
                    keys: keys,
                    body: try self.engine.sealed(RawJSON(body), as: "\(kind)/\(id)")
                )
            )
        )
    }

    // MARK: Telling

    func tell(_ what: String, _ place: RotaPlace, _ more: JSONObject) throws(EngineError) {
        var members: JSONObject = ["rota": .string(place.rota), "place": .string(place.place)]
        for member in more { members[member.name] = member.value }
        try self.engine.record("rota.\(what)", bureau: place.bureau, caseNumber: nil) { writer in
            JSON.object(members).write(to: &writer)
        }
    }

    /// Those of a role who answer for a place by their area; the role itself where nobody does.
    func answerable(_ role: String, for place: RotaPlace) -> [String] {
        let holders = self.cases.directory.persons.values.filter { person in
            let view = PersonView(person)
            return person.active && person.area != nil && view.holdsOne(of: [role], in: place.bureau)
                && view.covers(place.place)
        }
        return holders.isEmpty ? [role] : holders.map(\.id).sorted()
    }

    /// Tells people: one by one, or whoever has a role.
    func notify(
        _ topic: String,
        _ recipients: [String],
        _ bureau: String,
        _ text: Bilingual,
        _ urgency: HandoffUrgency,
        _ more: JSONObject
    ) throws(EngineError) {
        for to in recipients {
            var members: JSONObject = [
                "to": .string(to), "zh": .string(text.zh), "en": .string(text.en),
                "urgency": .string(urgency.rawValue),
            ]
            for member in more { members[member.name] = member.value }
            try self.engine.record("notify.\(topic)", bureau: bureau, caseNumber: nil) { writer in
                JSON.object(members).write(to: &writer)
            }
            try self.cases.messages.tell(topic, to, text, of: bureau, caseNumber: nil, urgency: urgency)
        }
    }
}
