// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import Varlink

struct CalendarCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "工作日历与时限 · The working calendar and deadlines.",
        subcommands: [Show.self, Due.self, Years.self, Load.self, Rollback.self, Hours.self]
    )

    struct Years: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "已载入的年份 · The years that are loaded.")
        @OptionGroup var global: GlobalOptions

        func run(_ session: Session) async throws {
            let output = try await session.call(CalendarInterface.Years.self, .init())
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            var table = Table(
                console.text("年份", "YEAR"),
                console.text("工作日", "WORKING DAYS"),
                console.text("状态", "STATUS"),
                console.text("来源", "SOURCE"),
                rightAligned: [1]
            )
            for year in output.years {
                table.add(String(year.year), String(year.workingDays), year.status.rawValue, year.source)
            }
            console.line(table.text)
        }
    }

    struct Show: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "查看日历 · Show the days off and make-up days of a year, or every day of a month."
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "YYYY or YYYY-MM.") var period: String

        func validate() throws { _ = try self.days() }

        private func days() throws -> (first: CivilDay, last: CivilDay) {
            let words = self.period.split(separator: "-", omittingEmptySubsequences: false)
            let numbers = words.compactMap { Int($0) }
            guard numbers.count == words.count, (1...2).contains(numbers.count),
                let first = CivilDay(year: numbers[0], month: numbers.count == 2 ? numbers[1] : 1, day: 1)
            else { throw ValidationError("write YYYY or YYYY-MM / 请写 YYYY 或 YYYY-MM") }
            return (first, first.adding(months: numbers.count == 2 ? 1 : 12).adding(days: -1))
        }

        func run(_ session: Session) async throws {
            let (start, end) = try self.days()
            let output = try await session.call(
                CalendarInterface.Show.self,
                .init(from: start.description, to: end.description)
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            let working = output.days.filter(\.works).count
            var table = Table(
                console.text("日期", "DATE"),
                console.text("星期", "WEEKDAY"),
                console.text("上班", "WORKS"),
                console.text("说明", "NAME")
            )
            for day in output.days where self.period.contains("-") || day.zh != nil {
                guard let civil = CivilDay(day.date) else { continue }
                table.add(
                    day.date,
                    civil.weekday.name.text(console.language),
                    day.works ? console.text("上班", "yes") : console.text("休息", "off"),
                    console.text(day.zh ?? "", day.en ?? "")
                        + (day.provisional ? console.text("(暂定)", " (provisional)") : "")
                )
            }
            console.line(table.text)
            console.say("共 \(working) 个工作日", "\(working) working days")
        }
    }

    struct Due: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "计算到期 · When a limit is due, and how it was counted.",
            discussion:
                "tongbanctl calendar due --from 2022-07-12 --limit 20wd (wd, d, mon, y, h, min, oh, omin, uwd, uh, umin)"
        )
        @OptionGroup var global: GlobalOptions
        @Option(help: "A date or moment.") var from: String
        @Option(help: "Such as 20wd, 7d, 3mon, 1y, 24h, 15min.") var limit: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                CalendarInterface.Due.self,
                .init(from: self.from, limit: self.limit)
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            let provisional = output.provisional ? console.text("(暂定:该年放假安排尚未公布)", " (provisional)") : ""
            console.line("\(Format.due(output.due, console.language))\(provisional)")
            for step in output.steps {
                console.line(
                    "  \(Format.moment(step.from, console.language)) – \(Format.due(step.to, console.language))  \(step.counted ? "+" : "·")  \(console.text(step.zh, step.en))"
                )
            }
        }
    }
}
