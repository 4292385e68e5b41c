// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanAPI
import TongbanEngine
import TongbanModel
import Varlink

/// `org.tongban.Rotas`.
struct RotaMethods {
    let endpoint: Endpoint

    func add(to service: inout VarlinkService) {
        service.add(RotasInterface.interface)
        self.addReading(to: &service)
        self.addPlanning(to: &service)
        self.addDuty(to: &service)
    }

    private func addReading(to service: inout VarlinkService) {
        self.endpoint.read(RotasInterface.List.self, in: &service) { input, caller, core in
            var rotas: [RotasInterface.Rota] = []
            for bureau in core.cases.directory.bureauIDs
            where input.bureau.map({ $0 == bureau }) ?? true && caller.mayRead(bureau: bureau) {
                let declared = core.cases.directory.declaration(of: bureau)?.declaration.rotas ?? []
                rotas += declared.map { Self.shown($0, bureau) }
            }
            let places = try core.cases.rotas.places(of: input.bureau)
            return .init(rotas: rotas, places: places.filter { caller.mayRead(bureau: $0.bureau) }.map(Self.shown))
        }
        self.endpoint.read(RotasInterface.Shifts.self, in: &service) { input, caller, core in
            let desk = core.cases.rotas
            let place = try Self.place(input.place, input.rota, input.bureau, caller, core)
            let span = try RotaDesk.span(Self.day(input.from, "from"), Self.day(input.through, "through"))
            return .init(shifts: try desk.shifts(of: place, in: span).map(Self.shown))
        }
        self.endpoint.read(RotasInterface.Mine.self, in: &service, needs: .nothing) { input, caller, core in
            let span = try RotaDesk.span(Self.day(input.from, "from"), Self.day(input.through, "through"))
            let shifts = try core.cases.rotas.shifts(of: input.person ?? caller.view.id, in: span)
            let isOwn = input.person.map { $0 == caller.view.id } ?? true
            return .init(shifts: shifts.filter { isOwn || caller.mayRead(bureau: $0.bureau) }.map(Self.shown))
        }
        self.endpoint.read(RotasInterface.Get.self, in: &service, needs: .nothing) { input, caller, core in
            let shift = try core.cases.rotas.shift(input.number)
            guard caller.mayRead(bureau: shift.bureau) || shift.people.contains(caller.view.id) else {
                throw EngineError.refused(Self.notReadable(shift.bureau))
            }
            let rota = try? core.cases.rotas.declaration(shift.rota, of: shift.bureau)
            let isKeeper = rota.map { core.cases.rotas.mayKeep($0, shift.bureau, caller.decider) } ?? false
            return .init(
                shift: Self.shown(shift),
                checkIns: shift.checkIns.map { one in
                    .init(
                        person: one.person,
                        by: one.by,
                        at: Instant(milliseconds: one.at).description,
                        point: one.point,
                        geo: isKeeper ? one.place.map { "\($0) \($0.datum.rawValue)" } : nil
                    )
                },
                missed: shift.missed.map { one in
                    .init(due: Instant(milliseconds: one.due).description, people: one.people, rungs: one.rungs)
                }
            )
        }
        self.endpoint.read(RotasInterface.Coverage.self, in: &service) { input, caller, core in
            let place = try Self.place(input.place, input.rota, input.bureau, caller, core)
            let (coverage, made, due) = try core.cases.rotas.coverage(
                of: place,
                from: Self.day(input.from, "from"),
                through: Self.day(input.through, "through")
            )
            return .init(
                days: coverage.days.map {
                    .init(day: $0.day.description, required: Int($0.required), covered: Int($0.covered))
                },
                gaps: coverage.gaps.map(RotaCoverage.text),
                overlaps: coverage.overlaps.map(RotaCoverage.text),
                required: Int(coverage.required),
                covered: Int(coverage.covered),
                percent: Percentage(coverage.covered, of: coverage.required).description,
                made: made,
                due: due,
                rate: Percentage(Int64(made), of: Int64(due)).description
            )
        }
    }

    private func addPlanning(to service: inout VarlinkService) {
        self.endpoint.change(RotasInterface.Plan.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            var new: [NewShift] = []
            for shift in input.shifts {
                new.append(
                    NewShift(
                        start: try Self.moment(shift.start, "start"),
                        end: try Self.moment(shift.end, "end"),
                        people: shift.people,
                        route: shift.route
                    )
                )
            }
            let (shifts, gaps) = try core.cases.rotas.plan(
                new,
                at: input.place,
                of: input.rota,
                input.bureau,
                by: caller.decider
            )
            return .init(shifts: shifts.map(Self.shown), gaps: gaps.map(RotaCoverage.text))
        }
        self.endpoint.change(RotasInterface.Change.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let (shift, gaps) = try core.cases.rotas.change(
                input.number,
                people: input.people,
                start: try input.start.map { text throws(EngineError) in try Self.moment(text, "start") },
                end: try input.end.map { text throws(EngineError) in try Self.moment(text, "end") },
                route: input.route,
                reason: input.reason,
                by: caller.decider
            )
            return .init(shift: Self.shown(shift), gaps: gaps.map(RotaCoverage.text))
        }
        self.endpoint.change(RotasInterface.Cancel.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let (shift, gaps) = try core.cases.rotas.cancel(input.number, reason: input.reason, by: caller.decider)
            return .init(shift: Self.shown(shift), gaps: gaps.map(RotaCoverage.text))
        }
        self.endpoint.change(RotasInterface.SetPattern.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            var slots: [RotaSlot] = []
            for text in input.slots {
                guard let slot = RotaSlot(text) else {
                    throw .invalid(
                        field: "slots",
                        Bilingual("时段 \(text) 须如 16:00-24:00", "\(text) is no hours such as 16:00-24:00")
                    )
                }
                slots.append(slot)
            }
            let pattern = RotaPattern(
                slots: slots,
                teams: input.teams.map(\.people),
                start: try Self.day(input.start, "start")
            )
            let (place, gaps) = try core.cases.rotas.setPattern(
                slots.isEmpty ? nil : pattern,
                at: input.place,
                of: input.rota,
                input.bureau,
                by: caller.decider
            )
            return .init(place: Self.shown(place), gaps: gaps.map(RotaCoverage.text))
        }
    }

    private func addDuty(to service: inout VarlinkService) {
        self.endpoint.change(RotasInterface.CheckIn.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            var place: GeoPoint?
            if let geo = input.geo {
                let datum = GeoPoint.Datum(rawValue: input.datum ?? GeoPoint.Datum.wgs84.rawValue)
                place = datum.flatMap { GeoPoint(geo, datum: $0) }
                guard place != nil else {
                    throw .invalid(
                        field: "geo",
                        Bilingual(
                            "须为“纬度,经度”,坐标系为 WGS84 或 GCJ02",
                            "must be latitude,longitude in WGS84 or GCJ02"
                        )
                    )
                }
            }
            let shift = try core.cases.rotas.checkIn(
                input.number,
                of: input.person ?? caller.view.id,
                point: input.point,
                place: place,
                by: caller.decider
            )
            return .init(shift: Self.shown(shift))
        }
    }

    // MARK: Reading what is asked

    private static func day(_ text: String, _ field: String) throws(EngineError) -> CivilDay {
        guard let day = CivilDay(text) else {
            throw .invalid(field: field, Bilingual("须为日期,如 2022-07-12", "must be a day such as 2022-07-12"))
        }
        return day
    }

    private static func moment(_ text: String, _ field: String) throws(EngineError) -> Instant {
        guard let moment = Instant(text) else {
            throw .invalid(
                field: field,
                Bilingual("须为时刻,如 2022-07-12T08:00:00+08:00", "must be a moment such as 2022-07-12T08:00:00+08:00")
            )
        }
        return moment
    }

    private static func place(
        _ place: String,
        _ rota: String,
        _ bureau: String,
        _ caller: Caller,
        _ core: DaemonCore
    ) throws(EngineError) -> RotaPlace {
        guard caller.mayRead(bureau: bureau) else { throw .refused(Self.notReadable(bureau)) }
        _ = try core.cases.rotas.declaration(rota, of: bureau)
        return try core.cases.rotas.place(place, of: rota, bureau)
    }

    private static func notReadable(_ bureau: String) -> Refusal {
        Refusal(
            code: "ROLE",
            zh: "只有部门 \(bureau) 的人员可以查看其排班。",
            en: "only the staff of bureau \(bureau) may see its rotas"
        )
    }

    // MARK: What is shown

    private static func shown(_ rota: RotaDeclaration, _ bureau: String) -> RotasInterface.Rota {
        .init(
            bureau: bureau,
            id: rota.id,
            zh: rota.name.zh,
            en: rota.name.en,
            season: rota.season,
            from: rota.from ?? "00:00",
            to: rota.to ?? "24:00",
            people: rota.people,
            every: rota.every,
            keepers: rota.keepers
        )
    }

    private static func shown(_ place: RotaPlace) -> RotasInterface.Place {
        .init(
            bureau: place.bureau,
            rota: place.rota,
            place: place.place,
            through: place.through?.description,
            slots: place.pattern?.slots.map(\.description) ?? [],
            teams: place.pattern?.teams.map { .init(people: $0) } ?? [],
            gaps: place.gap?.ranges ?? []
        )
    }

    private static func shown(_ shift: RotaShift) -> RotasInterface.Shift {
        .init(
            number: shift.number,
            bureau: shift.bureau,
            rota: shift.rota,
            place: shift.place,
            start: shift.startInstant.description,
            end: shift.endInstant.description,
            people: shift.people,
            route: shift.route,
            status: shift.status.rawValue,
            statusZh: shift.status.name.zh,
            statusEn: shift.status.name.en,
            reason: shift.reason,
            checkIns: shift.checkIns.count,
            missed: shift.missed.count
        )
    }
}
