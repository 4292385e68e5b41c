// SPDX-License-Identifier: Apache-2.0

import BureauKit
import Civic
import TongbanEngine
import TongbanModel

extension TestDaemon {
    /// Plans shifts of a day at a place.
    ///
    /// - Parameter shifts: hours such as `16:00-24:00`, and who is on duty.
    /// - Returns: the shifts, and the gaps that were found, as texts.
    @discardableResult
    public func plan(
        _ rota: String,
        at place: String,
        on day: String,
        _ shifts: KeyValuePairs<String, [String]>,
        as person: PersonView = .system
    ) async throws -> (shifts: [RotaShift], gaps: [String]) {
        guard let day = CivilDay(day) else { throw EngineError.invalid(field: "day", Bilingual(day, day)) }
        var new: [NewShift] = []
        for (hours, people) in shifts {
            guard let slot = RotaSlot(hours) else {
                throw EngineError.invalid(field: "hours", Bilingual(hours, hours))
            }
            new.append(
                NewShift(
                    start: ShanghaiTime.instant(day: day, minutes: slot.start),
                    end: ShanghaiTime.instant(day: day, minutes: slot.end),
                    people: people
                )
            )
        }
        let planned = new
        let (made, gaps) = try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.rotas.plan(planned, at: place, of: rota, self.bureau, by: person)
        }
        try await self.work()
        return (made, gaps.map(RotaCoverage.text))
    }

    /// Lets teams follow each other through the hours of every day.
    ///
    /// - Returns: the gaps of the days ahead.
    @discardableResult
    public func pattern(
        _ rota: String,
        at place: String,
        from day: String,
        _ hours: [String],
        teams: [[String]],
        as person: PersonView = .system
    ) async throws -> [String] {
        guard let day = CivilDay(day) else { throw EngineError.invalid(field: "day", Bilingual(day, day)) }
        let pattern = RotaPattern(slots: hours.compactMap { RotaSlot($0) }, teams: teams, start: day)
        let (_, gaps) = try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.rotas.setPattern(pattern, at: place, of: rota, self.bureau, by: person)
        }
        try await self.work()
        return gaps.map(RotaCoverage.text)
    }

    public func shift(_ number: String) throws -> RotaShift { try self.cases.rotas.shift(number) }

    /// The shifts of a place on a day, by when they begin.
    public func shifts(_ rota: String, at place: String, on day: String) throws -> [RotaShift] {
        guard let day = CivilDay(day) else { return [] }
        let desk = self.cases.rotas
        return try desk.shifts(of: desk.place(place, of: rota, self.bureau), in: RotaDesk.span(day, day))
    }

    /// Changes a shift.
    @discardableResult
    public func change(
        _ shift: String,
        people: [String]? = nil,
        start: String? = nil,
        end: String? = nil,
        reason: String = "调班",
        as person: PersonView = .system
    ) async throws -> RotaShift {
        let (changed, _) = try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.rotas.change(
                shift,
                people: people,
                start: start.flatMap { Instant($0) },
                end: end.flatMap { Instant($0) },
                route: nil,
                reason: reason,
                by: person
            )
        }
        try await self.work()
        return changed
    }

    /// Takes a shift off the rota.
    @discardableResult
    public func cancelShift(
        _ shift: String,
        reason: String = "取消",
        as person: PersonView = .system
    ) async throws -> RotaShift {
        let (cancelled, _) = try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.rotas.cancel(shift, reason: reason, by: person)
        }
        try await self.work()
        return cancelled
    }

    /// Somebody on a shift is heard of; he says so himself unless another does.
    @discardableResult
    public func checkIn(_ shift: String, of who: String, as person: PersonView? = nil) async throws -> RotaShift {
        let person = person ?? PersonView(id: who, roles: [])
        let after = try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.rotas.checkIn(shift, of: who, by: person)
        }
        try await self.work()
        return after
    }

    /// How far days are covered.
    public func coverage(_ rota: String, at place: String, from: String, through: String) throws -> RotaCoverage {
        guard let from = CivilDay(from), let through = CivilDay(through) else {
            throw EngineError.invalid(field: "from", Bilingual(from, from))
        }
        let desk = self.cases.rotas
        return try desk.coverage(of: desk.place(place, of: rota, self.bureau), from: from, through: through).coverage
    }
}
