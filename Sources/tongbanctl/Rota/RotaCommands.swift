// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Civic
import TongbanAPI
import Varlink

struct RotaCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rota",
        abstract: "排班 · Who is on duty where and when, who was heard of, where nobody is planned.",
        discussion: """
            tongbanctl rota list
            tongbanctl rota plan congress patrol 340604100201 --shift "2022-07-12 00:00-08:00 li,wang"
            tongbanctl rota pattern congress patrol 340604100201 --from 2022-07-12 \\
                --slot 00:00-08:00 --slot 08:00-16:00 --slot 16:00-24:00 --team li,wang --team zhao,qian --team sun,zhou
            tongbanctl rota coverage congress patrol 340604100201 --from 2022-07-12
            tongbanctl --as li rota check-in BC-20220711-000001
            """,
        subcommands: [
            List.self, Shifts.self, Mine.self, Show.self, Coverage.self, Plan.self, Change.self, Cancel.self,
            Pattern.self, CheckIn.self,
        ]
    )

    /// Where which rota is kept.
    struct Place: ParsableArguments {
        @Argument(help: "The bureau.") var bureau: String
        @Argument(help: "One of the rotas it declares.") var rota: String
        @Argument(help: "Where, such as an area code.") var place: String
    }

    /// From which day through which.
    struct Days: ParsableArguments {
        @Option(help: "The first day; today unless given.") var from: String?
        @Option(help: "The last day; six days after the first unless given.") var through: String?

        func bounds(_ session: Session) async throws -> (from: String, through: String) {
            var from = self.from
            if from == nil {
                let now = try await session.call(ClockInterface.Get.self, .init()).now
                from = Instant(now).map { ShanghaiTime.day(of: $0).description }
            }
            guard let from, let day = CivilDay(from) else {
                throw ValidationError("--from must be a day such as 2022-07-12")
            }
            return (from, self.through ?? day.adding(days: 6).description)
        }
    }

    struct List: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "列出排班 · The rotas and where they are kept.")
        @OptionGroup var global: GlobalOptions
        @Option(help: "Of this bureau.") var bureau: String?

        func run(_ session: Session) async throws {
            let output = try await session.call(RotasInterface.List.self, .init(bureau: self.bureau))
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            guard !output.rotas.isEmpty else { return console.say("没有排班。", "no rotas") }
            console.line(RotaText.table(output.rotas, console).text)
            if !output.places.isEmpty { console.line(RotaText.table(output.places, console).text) }
        }
    }

    struct Shifts: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "列出班次 · The shifts of a place.")
        @OptionGroup var global: GlobalOptions
        @OptionGroup var place: Place
        @OptionGroup var days: Days

        func run(_ session: Session) async throws {
            let (from, through) = try await self.days.bounds(session)
            let output = try await session.call(
                RotasInterface.Shifts.self,
                .init(
                    bureau: self.place.bureau,
                    rota: self.place.rota,
                    place: self.place.place,
                    from: from,
                    through: through
                )
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            guard !output.shifts.isEmpty else { return console.say("没有班次。", "no shifts") }
            console.line(RotaText.table(output.shifts, console).text)
        }
    }

    struct Mine: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "我的班次 · The shifts somebody is on.")
        @OptionGroup var global: GlobalOptions
        @Option(help: "Somebody else; yourself unless given.") var person: String?
        @OptionGroup var days: Days

        func run(_ session: Session) async throws {
            let (from, through) = try await self.days.bounds(session)
            let output = try await session.call(
                RotasInterface.Mine.self,
                .init(person: self.person, from: from, through: through)
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            guard !output.shifts.isEmpty else { return console.say("没有班次。", "no shifts") }
            console.line(RotaText.table(output.shifts, console).text)
        }
    }

    struct Show: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "查看班次 · A shift and its check-ins.")
        @OptionGroup var global: GlobalOptions
        @Argument(help: "The shift, such as BC-20220712-000001.") var number: String

        func run(_ session: Session) async throws {
            let output = try await session.call(RotasInterface.Get.self, .init(number: self.number))
            guard !session.console.wantsJSON else { return session.console.json(output) }
            RotaText.show(output, session.console)
        }
    }

    struct Coverage: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "值守覆盖 · How far days are covered, to the minute; status 1 when somewhere nobody is.",
            discussion: "tongbanctl rota coverage congress patrol 340604100201 --from 2022-07-12 --through 2022-07-18"
        )
        @OptionGroup var global: GlobalOptions
        @OptionGroup var place: Place
        @OptionGroup var days: Days

        func run(_ session: Session) async throws {
            let (from, through) = try await self.days.bounds(session)
            let output = try await session.call(
                RotasInterface.Coverage.self,
                .init(
                    bureau: self.place.bureau,
                    rota: self.place.rota,
                    place: self.place.place,
                    from: from,
                    through: through
                )
            )
            if session.console.wantsJSON {
                session.console.json(output)
            } else {
                RotaText.show(output, session.console)
            }
            guard output.gaps.isEmpty else { throw ExitCode(1) }
        }
    }

    struct Plan: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "排班 · Plan shifts: all of them, or none when one is refused.",
            discussion: """
                tongbanctl rota plan congress patrol 340604100201 \\
                    --shift "2022-07-12 00:00-08:00 li,wang" --shift "2022-07-12 22:00-06:00 zhao,qian"
                """
        )
        @OptionGroup var global: GlobalOptions
        @OptionGroup var place: Place
        @Option(name: .customLong("shift"), help: "Day, hours and people; more than one may be given.")
        var shifts: [String]
        @Option(help: "The way the shifts take.") var route: String?

        func run(_ session: Session) async throws {
            let new = try self.shifts.map { try RotaText.shift($0, route: self.route) }
            let output = try await session.call(
                RotasInterface.Plan.self,
                .init(bureau: self.place.bureau, rota: self.place.rota, place: self.place.place, shifts: new)
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            console.line(RotaText.table(output.shifts, console).text)
            RotaText.gaps(output.gaps, console)
        }
    }

    struct Change: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "调班 · Change who is on a shift; before it begins its time too.",
            discussion: "tongbanctl rota change BC-20220711-000001 --people li,zhao --reason 换班"
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Option(help: "All who are on it then, with commas.") var people: String?
        @Option(help: "Such as 2022-07-12T08:00:00+08:00.") var start: String?
        @Option(help: "Such as 2022-07-12T16:00:00+08:00.") var end: String?
        @Option var route: String?
        @Option var reason: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                RotasInterface.Change.self,
                .init(
                    number: self.number,
                    people: self.people.map(RotaText.people),
                    start: self.start,
                    end: self.end,
                    route: self.route,
                    reason: self.reason
                )
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            console.line(RotaText.table([output.shift], console).text)
            RotaText.gaps(output.gaps, console)
        }
    }

    struct Cancel: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "取消班次 · Take a shift off the rota.")
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Option var reason: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                RotasInterface.Cancel.self,
                .init(number: self.number, reason: self.reason)
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            console.line(RotaText.table([output.shift], console).text)
            RotaText.gaps(output.gaps, console)
        }
    }

    struct Pattern: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "轮班规则 · Let teams follow each other through the hours of every day.",
            discussion: """
                tongbanctl rota pattern congress patrol 340604100201 --from 2022-07-12 \\
                    --slot 00:00-12:00 --slot 12:00-24:00 --team li,wang --team zhao,qian --team sun,zhou

                Without --slot, shifts are made no more; those that were made stay.
                """
        )
        @OptionGroup var global: GlobalOptions
        @OptionGroup var place: Place
        @Option(help: "The day on which the first team has the first hours.") var from: String
        @Option(name: .customLong("slot"), help: "Hours of a shift, such as 16:00-24:00.") var slots: [String] = []
        @Option(name: .customLong("team"), help: "People who are on duty together, with commas.")
        var teams: [String] = []

        func run(_ session: Session) async throws {
            let output = try await session.call(
                RotasInterface.SetPattern.self,
                .init(
                    bureau: self.place.bureau,
                    rota: self.place.rota,
                    place: self.place.place,
                    slots: self.slots,
                    teams: self.teams.map { .init(people: RotaText.people($0)) },
                    start: self.from
                )
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            console.line(RotaText.table([output.place], console).text)
            RotaText.gaps(output.gaps, console)
        }
    }

    struct CheckIn: DaemonCommand {
        static let configuration = CommandConfiguration(
            commandName: "check-in",
            abstract: "签到 · Somebody on the shift was heard of, now.",
            discussion: """
                tongbanctl --as li rota check-in BC-20220711-000001 --point "二号塘" --geo 34.0512,116.8231
                tongbanctl rota check-in BC-20220711-000001 --person wang
                """
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "The shift.") var number: String
        @Option(help: "Somebody else; yourself unless given.") var person: String?
        @Option(help: "Where, in words.") var point: String?
        @Option(help: "Latitude and longitude in degrees.") var geo: String?
        @Option(help: "Of the coordinates: WGS84 or GCJ02.") var datum = "WGS84"

        func run(_ session: Session) async throws {
            let output = try await session.call(
                RotasInterface.CheckIn.self,
                .init(
                    number: self.number,
                    person: self.person,
                    point: self.point,
                    geo: self.geo,
                    datum: self.geo == nil ? nil : self.datum
                )
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            console.line(RotaText.table([output.shift], console).text)
        }
    }
}
