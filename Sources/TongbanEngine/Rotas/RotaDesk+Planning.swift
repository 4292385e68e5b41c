// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// A shift as somebody plans it.
public struct NewShift: Sendable, Hashable {
    public var start: Instant
    public var end: Instant
    public var people: [String]
    public var route: String?

    public init(start: Instant, end: Instant, people: [String], route: String? = nil) {
        self.start = start
        self.end = end
        self.people = people
        self.route = route
    }
}

extension RotaDesk {
    /// The most shifts planned in one call.
    public static let planLimit = 500
    /// Bytes of the name of a place.
    public static let placeLimit = 64

    /// Plans shifts at a place: all of them, or none when one is refused.
    ///
    /// - Returns: the shifts, and where nobody is in the days up to the last one planned.
    /// - Throws: `NO_ROTA`, `ROLE`, `AREA`, `BAD_SHIFT`, `TOO_FEW`, `PERSON_TWICE`, `LIMIT`.
    public func plan(
        _ new: [NewShift],
        at name: String,
        of rota: String,
        _ bureau: String,
        by person: PersonView
    ) throws(EngineError) -> (shifts: [RotaShift], gaps: [Range<Int64>]) {
        try self.cases.call { () throws(EngineError) in
            let declaration = try self.keepable(rota, bureau, name, by: person)
            guard (1...Self.planLimit).contains(new.count) else {
                throw .invalid(
                    field: "shifts",
                    Bilingual("须为 1 至 \(Self.planLimit) 个班次", "must be 1 to \(Self.planLimit) shifts")
                )
            }
            var place = try self.place(name, of: rota, bureau)
            var shifts: [RotaShift] = []
            for one in new {
                shifts.append(try self.add(one, to: &place, declaration, by: person.id))
            }
            return (shifts, try self.lookForGaps(&place, declaration))
        }
    }

    private func add(
        _ new: NewShift,
        to place: inout RotaPlace,
        _ rota: RotaDeclaration,
        by person: String
    ) throws(EngineError) -> RotaShift {
        guard let start = RotaShift.minute(new.start), let end = RotaShift.minute(new.end) else {
            throw .invalid(field: "start", Bilingual("班次须以整分钟起止", "a shift begins and ends on a minute"))
        }
        let shift = RotaShift(
            number: try self.cases.nextNumber("BC", of: "shift"),
            bureau: place.bureau,
            rota: place.rota,
            place: place.place,
            start: start,
            end: end,
            people: new.people,
            route: new.route
        )
        do throws(Refusal) { try shift.check(rota) } catch { throw .refused(error) }
        try self.checkFree(shift)
        try self.keep(shift)
        try self.tell("planned", place, Self.members(of: shift, by: person))
        Self.reach(&place, shift)
        return shift
    }

    private static func reach(_ place: inout RotaPlace, _ shift: RotaShift) {
        let first = ShanghaiTime.day(of: shift.startInstant)
        let last = ShanghaiTime.day(of: RotaShift.instant(shift.end - 1))
        place.since = min(place.since ?? first, first)
        place.through = max(place.through ?? last, last)
    }

    static func members(of shift: RotaShift, by person: String) -> JSONObject {
        [
            "shift": .string(shift.number), "start": .string(shift.startInstant.description),
            "end": .string(shift.endInstant.description), "people": .array(shift.people.map(JSON.string)),
            "by": .string(person),
        ]
    }

    /// Nobody is in two places at once.
    private func checkFree(_ shift: RotaShift) throws(EngineError) {
        for person in shift.people {
            for other in try self.shifts(of: person, in: shift.start..<shift.end)
            where other.number != shift.number && other.start < shift.end && other.status != .cancelled {
                throw .refused(.personTwice(person, other.number))
            }
        }
    }

    /// Changes who is on a shift that is not over, and while it is only planned its time and route.
    public func change(
        _ number: String,
        people: [String]?,
        start: Instant?,
        end: Instant?,
        route: String?,
        reason: String,
        by person: PersonView
    ) throws(EngineError) -> (shift: RotaShift, gaps: [Range<Int64>]) {
        try self.cases.call { () throws(EngineError) in
            let before = try self.shift(number)
            let rota = try self.keepable(before.rota, before.bureau, before.place, by: person)
            var shift = before
            shift.reason = try Self.checked(reason)
            shift.people = people ?? shift.people
            shift.route = route ?? shift.route
            if start != nil || end != nil {
                guard shift.status == .planned else {
                    throw .refused(
                        Refusal(
                            code: "ON_DUTY",
                            zh: "班次 \(number) 已开始,只能换人。",
                            en: "shift \(number) has begun: only its people can change"
                        )
                    )
                }
                guard let from = RotaShift.minute(start ?? shift.startInstant),
                    let to = RotaShift.minute(end ?? shift.endInstant)
                else {
                    throw .invalid(field: "start", Bilingual("班次须以整分钟起止", "a shift begins and ends on a minute"))
                }
                shift.start = from
                shift.end = to
            }
            do throws(Refusal) {
                try before.requireOpen()
                try shift.check(rota)
            } catch {
                throw .refused(error)
            }
            try self.checkFree(shift)
            try self.keep(shift, before: before)
            var place = try self.place(shift.place, of: shift.rota, shift.bureau)
            Self.reach(&place, shift)
            var members = Self.members(of: shift, by: person.id)
            members["reason"] = .string(reason)
            try self.tell("changed", place, members)
            return (shift, try self.lookForGaps(&place, rota))
        }
    }

    /// Takes a shift that is not over off the rota.
    public func cancel(
        _ number: String,
        reason: String,
        by person: PersonView
    ) throws(EngineError) -> (shift: RotaShift, gaps: [Range<Int64>]) {
        try self.cases.call { () throws(EngineError) in
            let before = try self.shift(number)
            let rota = try self.keepable(before.rota, before.bureau, before.place, by: person)
            do throws(Refusal) { try before.requireOpen() } catch { throw .refused(error) }
            var shift = before
            shift.reason = try Self.checked(reason)
            shift.status = .cancelled
            try self.keep(shift, before: before)
            var place = try self.place(shift.place, of: shift.rota, shift.bureau)
            var members = Self.members(of: shift, by: person.id)
            members["reason"] = .string(reason)
            try self.tell("cancelled", place, members)
            return (shift, try self.lookForGaps(&place, rota))
        }
    }

    static func checked(_ reason: String) throws(EngineError) -> String {
        guard !reason.isEmpty else {
            throw .invalid(field: "reason", Bilingual("须说明原因", "a reason must be given"))
        }
        guard reason.count <= RotaShift.textLimit else {
            throw .tooLarge(field: "reason", limit: RotaShift.textLimit)
        }
        return reason
    }

    // MARK: Patterns

    /// Lets shifts be made at a place, from a day on, by teams that follow each other; makes those of the days ahead.
    ///
    /// - Returns: where nobody is in the days ahead.
    public func setPattern(
        _ pattern: RotaPattern?,
        at name: String,
        of rota: String,
        _ bureau: String,
        by person: PersonView
    ) throws(EngineError) -> (place: RotaPlace, gaps: [Range<Int64>]) {
        try self.cases.call { () throws(EngineError) in
            let declaration = try self.keepable(rota, bureau, name, by: person)
            if let pattern { try Self.check(pattern, declaration) }
            var place = try self.place(name, of: rota, bureau)
            place.pattern = pattern
            try self.tell(
                pattern == nil ? "pattern.removed" : "pattern.set",
                place,
                ["by": .string(person.id), "teams": .integer(Int64(pattern?.teams.count ?? 0))]
            )
            try self.makeAhead(&place, declaration)
            let gaps = try self.lookForGaps(&place, declaration)
            return (place, gaps)
        }
    }

    private static func check(_ pattern: RotaPattern, _ rota: RotaDeclaration) throws(EngineError) {
        guard (1...RotaPattern.slotLimit).contains(pattern.slots.count) else {
            throw .invalid(
                field: "slots",
                Bilingual("须为 1 至 \(RotaPattern.slotLimit) 个时段", "must be 1 to \(RotaPattern.slotLimit) slots")
            )
        }
        guard (1...RotaPattern.teamLimit).contains(pattern.teams.count) else {
            throw .invalid(
                field: "teams",
                Bilingual("须为 1 至 \(RotaPattern.teamLimit) 个班组", "must be 1 to \(RotaPattern.teamLimit) teams")
            )
        }
        for team in pattern.teams {
            let shift = RotaShift(number: "", bureau: "", rota: "", place: "", start: 0, end: 1, people: team)
            do throws(Refusal) { try shift.check(rota) } catch { throw .refused(error) }
        }
    }

    /// Makes the shifts of the days ahead by the pattern, where no shift stands in their way; a team that is on duty
    /// elsewhere leaves a gap, and that is told.
    func makeAhead(_ place: inout RotaPlace, _ rota: RotaDeclaration) throws(EngineError) {
        guard let pattern = place.pattern else { return }
        let today = ShanghaiTime.day(of: self.engine.now)
        for offset in 0...rota.ahead {
            let day = today.adding(days: offset)
            guard !rota.required(on: day).isEmpty else { continue }
            for (slot, team) in pattern.shifts(on: day) {
                let span = RotaShift.minute(day, slot.start)..<RotaShift.minute(day, slot.end)
                guard RotaShift.instant(span.upperBound) > self.engine.now,
                    try !self.shifts(of: place, in: span).contains(where: \.counts)
                else { continue }
                let new = NewShift(
                    start: RotaShift.instant(span.lowerBound),
                    end: RotaShift.instant(span.upperBound),
                    people: team
                )
                do throws(EngineError) {
                    _ = try self.add(new, to: &place, rota, by: "system")
                } catch {
                    guard case .refused(let refusal) = error else { throw error }
                    try self.tell(
                        "unfilled",
                        place,
                        [
                            "start": .string(new.start.description), "end": .string(new.end.description),
                            "code": .string(refusal.code),
                        ]
                    )
                }
            }
        }
    }

    // MARK: Who may

    /// The declaration of a rota somebody may keep at a place.
    func keepable(
        _ rota: String,
        _ bureau: String,
        _ place: String,
        by person: PersonView
    ) throws(EngineError) -> RotaDeclaration {
        let declaration = try self.declaration(rota, of: bureau)
        guard (1...Self.placeLimit).contains(place.utf8.count), !place.contains("/"), !place.contains("#") else {
            throw .invalid(
                field: "place",
                Bilingual(
                    "须为 1 至 \(Self.placeLimit) 字节,不含 / 和 #",
                    "must have 1 to \(Self.placeLimit) bytes, without / and #"
                )
            )
        }
        guard self.mayKeep(declaration, bureau, person) else {
            throw .refused(.role(declaration.keepers, toDo: declaration.name))
        }
        guard person.covers(place) else { throw .refused(.area(place, of: person.area ?? "")) }
        return declaration
    }

    public func mayKeep(_ rota: RotaDeclaration, _ bureau: String, _ person: PersonView) -> Bool {
        self.cases.supervises(person, bureau) || person.holdsOne(of: rota.keepers, in: bureau)
    }
}
