// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension RotaDesk {
    /// Notes that somebody on a shift was heard of. He does it himself, or a keeper of the rota does.
    ///
    /// - Throws: `NO_SHIFT`, `ROLE`, `NOT_ON_SHIFT`, `EARLY`, `SHIFT_OVER`, `LIMIT`.
    public func checkIn(
        _ number: String,
        of who: String,
        point: String? = nil,
        place: GeoPoint? = nil,
        by person: PersonView
    ) throws(EngineError) -> RotaShift {
        try self.cases.call { () throws(EngineError) in
            let before = try self.shift(number)
            let rota = try self.declaration(before.rota, of: before.bureau)
            if who != person.id { _ = try self.keepable(before.rota, before.bureau, before.place, by: person) }
            var shift = before
            do throws(Refusal) {
                try shift.checkIn(
                    .init(
                        person: who,
                        by: person.id,
                        at: self.engine.now.milliseconds,
                        point: point,
                        place: place
                    ),
                    rota
                )
            } catch {
                throw .refused(error)
            }
            try self.keep(shift, before: before)
            let where_ = RotaPlace(bureau: shift.bureau, rota: shift.rota, place: shift.place)
            try self.tell(
                "checkin",
                where_,
                ["shift": .string(number), "person": .string(who), "by": .string(person.id)]
            )
            return shift
        }
    }

    // MARK: Time

    /// - Returns: always true: the timer is one of these.
    func fire(_ timer: TimerRecord) throws(EngineError) -> Bool {
        let parts = timer.id.split(separator: ":", maxSplits: 2).map(String.init)
        guard parts.count == 3 else { return true }
        switch parts[1] {
        case "shift": try self.look(at: parts[2])
        case "daily": try self.daily(parts[2])
        case "gap": try self.climb(parts[2])
        default: break
        }
        return true
    }

    private func look(at number: String) throws(EngineError) {
        let before = try self.shift(number)
        guard let rota = try? self.declaration(before.rota, of: before.bureau) else { return }
        var shift = before
        let place = RotaPlace(bureau: shift.bureau, rota: shift.rota, place: shift.place)
        let due = shift.next(rota)
        let late = JSON.integer(due.map { max(0, self.engine.now.since($0)) } ?? 0)
        switch shift.step(at: self.engine.now, rota) {
        case nil: break
        case .ended:
            try self.tell(
                shift.status == .absent ? "absent" : "done",
                place,
                ["shift": .string(number), "late_by": late]
            )
        case .missed(let due, let people, let index):
            let rung = rota.missed[index]
            let members: JSONObject = [
                "shift": .string(number), "place": .string(shift.place), "due": .string(due.description),
                "people": .array(people.map(JSON.string)), "late_by": late,
            ]
            var record = members
            record["rung"] = .integer(Int64(index + 1))
            try self.tell("missed", place, record)
            try self.notify(
                "rota.missed",
                rung.to == RotaDeclaration.onDuty ? people : self.answerable(rung.to, for: place),
                shift.bureau,
                Bilingual(
                    "\(rota.name.zh)(\(shift.place))班次 \(number) 应于 \(RotaCoverage.text(due.milliseconds / 60_000)) 签到,至今未签到。",
                    "\(rota.name.en) at \(shift.place): the check-in of shift \(number) due at \(RotaCoverage.text(due.milliseconds / 60_000)) is missing"
                ),
                rung.urgency,
                members
            )
            if index == rota.missed.count - 1, let kind = rota.submits {
                _ = try self.engine.submit([
                    NewTask(
                        queue: shift.bureau,
                        kind: kind,
                        payload: RawJSON(
                            .object([
                                "shift": .string(number), "rota": .string(shift.rota),
                                "place": .string(shift.place), "due": .string(due.description),
                                "people": .array(people.map(JSON.string)),
                            ])
                        ),
                        key: "rota/\(number)/\(due.milliseconds)"
                    )
                ])
            }
        }
        try self.keep(shift, before: before)
    }

    private func daily(_ id: String) throws(EngineError) {
        guard var place = try self.find(id), let rota = try? self.declaration(place.rota, of: place.bureau) else {
            return
        }
        try self.makeAhead(&place, rota)
        // What is still open a day later is told again.
        place.gap = nil
        _ = try self.lookForGaps(&place, rota, daily: true)
    }

    /// A bureau declares its rotas: what it asks for may have changed, such as the season.
    func declared(_ declaration: BureauDeclaration) throws(EngineError) {
        let rotas = declaration.rotas ?? []
        for var place in try self.places(of: declaration.id) {
            guard let rota = rotas.first(where: { $0.id == place.rota }) else {
                try self.engine.write(.removeTimer(id: Self.dailyTimer(place.id)))
                try self.engine.write(.removeTimer(id: Self.gapTimer(place.id)))
                continue
            }
            try self.makeAhead(&place, rota)
            _ = try self.lookForGaps(&place, rota)
            let today = RotaShift.minute(ShanghaiTime.day(of: self.engine.now), 0)
            for shift in try self.shifts(of: place, in: today..<today + 1_440 * 60) where shift.isOpen {
                try self.keep(shift, before: shift)
            }
        }
    }

    // MARK: Gaps

    /// Looks through the days from today for minutes nobody is planned for; tells of what was not told yet, and that all
    /// is covered again.
    ///
    /// - Parameter daily: to the last of the days ahead; otherwise to the last day that was ever planned.
    /// - Returns: the gaps.
    func lookForGaps(
        _ place: inout RotaPlace,
        _ rota: RotaDeclaration,
        daily: Bool = false
    ) throws(EngineError) -> [Range<Int64>] {
        let now = self.engine.now
        let today = ShanghaiTime.day(of: now)
        let planned = place.through ?? today.adding(days: -1)
        let ahead = today.adding(days: rota.ahead)
        let through = daily || place.pattern != nil ? ahead : min(planned, today.adding(days: Self.longestSpan - 1))
        var gaps: [Range<Int64>] = []
        let from = max(today, place.since ?? today)
        if through >= from {
            gaps = try self.coverage(of: place, from: from, through: through).coverage.gaps
                .filter { RotaShift.instant($0.upperBound) > now }
        }
        let ranges = gaps.map(RotaCoverage.text)
        if gaps.isEmpty {
            if place.gap != nil {
                place.gap = nil
                try self.tell("covered", place, [:])
            }
        } else if place.gap.map({ told in ranges.contains { !told.ranges.contains($0) } }) ?? true {
            place.gap = RotaPlace.Gap(since: now.milliseconds, ranges: ranges)
            try self.tell(
                "gap",
                place,
                ["gaps": .array(ranges.prefix(20).map(JSON.string)), "count": .integer(Int64(ranges.count))]
            )
        } else {
            place.gap?.ranges = ranges
        }
        try self.tellGap(&place, rota)
        let time = TimeOfDay(rota.checkedAt) ?? .midnight
        let atTime = ShanghaiTime.instant(day: today, time: time)
        let next = atTime > now ? atTime : ShanghaiTime.instant(day: today.adding(days: 1), time: time)
        try self.engine.write(
            .putTimer(TimerRecord(id: Self.dailyTimer(place.id), due: next, caseNumber: nil, body: .emptyObject))
        )
        try self.keep(place)
        return gaps
    }

    /// Somebody further up is told of a gap that stays open.
    private func climb(_ id: String) throws(EngineError) {
        guard var place = try self.find(id), let rota = try? self.declaration(place.rota, of: place.bureau) else {
            return
        }
        try self.tellGap(&place, rota)
        try self.keep(place)
    }

    /// Tells those whose turn it is of a gap, and sets the timer for who comes next.
    private func tellGap(_ place: inout RotaPlace, _ rota: RotaDeclaration) throws(EngineError) {
        while var gap = place.gap, gap.rungs < rota.gaps.count {
            let rung = rota.gaps[gap.rungs]
            let due = Instant(milliseconds: gap.since).adding(seconds: Int64(rung.after) * 60)
            guard due <= self.engine.now else {
                try self.engine.write(
                    .putTimer(TimerRecord(id: Self.gapTimer(place.id), due: due, caseNumber: nil, body: .emptyObject))
                )
                return
            }
            let shown = gap.ranges.prefix(3)
            let more = gap.ranges.count - shown.count
            try self.notify(
                "rota.gap",
                self.answerable(rung.to, for: place),
                place.bureau,
                Bilingual(
                    "\(rota.name.zh)(\(place.place))无人值守:\(shown.joined(separator: "、"))\(more > 0 ? " 等 \(gap.ranges.count) 段" : "")。",
                    "\(rota.name.en) at \(place.place): nobody is on duty \(shown.joined(separator: ", "))\(more > 0 ? " and \(more) more" : "")"
                ),
                rung.urgency,
                ["place": .string(place.place), "gaps": .array(gap.ranges.prefix(20).map(JSON.string))]
            )
            gap.rungs += 1
            place.gap = gap
        }
        try self.engine.write(.removeTimer(id: Self.gapTimer(place.id)))
    }
}
