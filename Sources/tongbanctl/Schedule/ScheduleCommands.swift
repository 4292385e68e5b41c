// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Civic
import TongbanAPI
import Varlink

struct ScheduleCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "定时 · Recurring work: what comes when, and what has run.",
        discussion: """
            tongbanctl schedule list
            tongbanctl schedule next medical/weekly --count 5
            tongbanctl schedule run medical/weekly --reason "the head asks for it today"

            Each period has its run once. What was missed while the daemon was down runs late, for its own period.
            """,
        subcommands: [
            List.self, Show.self, Next.self, Runs.self, Pause.self, Resume.self, Run.self, Skip.self,
        ]
    )

    struct List: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "列出定时 · List the schedules.")
        @OptionGroup var global: GlobalOptions
        @Option(help: "Of this bureau only.") var bureau: String?

        func run(_ session: Session) async throws {
            let output = try await session.call(SchedulesInterface.List.self, .init(bureau: self.bureau))
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            var table = Table(
                console.text("定时", "SCHEDULE"),
                console.text("名称", "NAME"),
                console.text("规则", "RULE"),
                console.text("下一期", "NEXT"),
                console.text("时间", "DUE"),
                console.text("上一期", "LAST"),
                console.text("状态", "STATE")
            )
            for one in output.schedules {
                table.add(
                    one.id,
                    console.text(one.zh, one.en),
                    one.recurrence,
                    one.nextPeriod ?? "",
                    one.nextDue.map { Format.moment($0, console.language) } ?? "",
                    one.lastPeriod ?? "",
                    ScheduleCommands.state(of: one, console)
                )
            }
            console.line(table.text)
        }
    }

    struct Show: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "查看定时 · Show a schedule, with its rule in words.")
        @OptionGroup var global: GlobalOptions
        @Argument(help: "BUREAU/NAME.") var id: String

        func run(_ session: Session) async throws {
            let output = try await session.call(SchedulesInterface.Get.self, .init(id: self.id))
            guard !session.console.wantsJSON else { return session.console.json(output) }
            ScheduleCommands.show(output.schedule, session.console)
        }
    }

    struct Next: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "今后各期 · The runs to come, as the calendar is now.")
        @OptionGroup var global: GlobalOptions
        @Argument(help: "BUREAU/NAME.") var id: String
        @Option(help: "How many, 1 to 1000.") var count = 10

        func run(_ session: Session) async throws {
            let output = try await session.call(SchedulesInterface.Next.self, .init(id: self.id, count: self.count))
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            var table = Table(
                console.text("期间", "PERIOD"),
                console.text("时间", "DUE"),
                console.text("自", "FROM"),
                console.text("至", "THROUGH"),
                ""
            )
            for run in output.runs {
                table.add(
                    run.period,
                    Format.moment(run.due, console.language),
                    run.from,
                    run.through,
                    run.provisional ? console.text("暂定", "provisional") : ""
                )
            }
            console.line(table.text)
        }
    }

    struct Runs: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "运行记录 · The runs there were, the latest first.")
        @OptionGroup var global: GlobalOptions
        @Argument(help: "BUREAU/NAME.") var id: String
        @Option(help: "At most so many, 1 to 1000.") var limit = 50

        func run(_ session: Session) async throws {
            let output = try await session.call(SchedulesInterface.Runs.self, .init(id: self.id, limit: self.limit))
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            var table = Table(
                console.text("期间", "PERIOD"),
                console.text("结果", "OUTCOME"),
                console.text("应于", "DUE"),
                console.text("实于", "AT"),
                console.text("任务/办件", "TASK/CASE"),
                console.text("原因", "REASON")
            )
            for run in output.runs {
                table.add(
                    run.period,
                    run.outcome == "ran" ? console.text("已运行", "ran") : console.text("已跳过", "skipped"),
                    Format.moment(run.due, console.language),
                    Format.moment(run.at, console.language),
                    run.task ?? run.case ?? "",
                    run.reason ?? ""
                )
            }
            console.line(table.text)
        }
    }

    struct Pause: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "暂停 · Stop a schedule until it is resumed.")
        @OptionGroup var global: GlobalOptions
        @Argument(help: "BUREAU/NAME.") var id: String
        @Option(help: "Why; kept and shown.") var reason: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                SchedulesInterface.Pause.self,
                .init(id: self.id, reason: self.reason)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            ScheduleCommands.show(output.schedule, session.console)
        }
    }

    struct Resume: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "恢复 · Let a paused schedule go on; the periods that passed are skipped unless --make-up."
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "BUREAU/NAME.") var id: String
        @Option(help: "Why; kept and shown.") var reason: String
        @Flag(help: "Run the periods that passed meanwhile, each for itself.") var makeUp = false

        func run(_ session: Session) async throws {
            let output = try await session.call(
                SchedulesInterface.Resume.self,
                .init(id: self.id, reason: self.reason, makeUp: self.makeUp)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            ScheduleCommands.show(output.schedule, session.console)
        }
    }

    struct Run: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "立即运行 · Run the next period now, or one that was skipped; it has no other run."
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "BUREAU/NAME.") var id: String
        @Option(help: "A period that was skipped, such as 2022-W28; the next one unless given.") var period: String?
        @Option(help: "Why; kept and shown.") var reason: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                SchedulesInterface.RunNow.self,
                .init(id: self.id, period: self.period, reason: self.reason)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            let done = output.run.task ?? output.run.case ?? ""
            session.console.say(
                "\(self.id) 已为 \(output.run.period) 运行:\(done)",
                "\(self.id) ran for \(output.run.period): \(done)"
            )
        }
    }

    struct Skip: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "跳过下一期 · Leave the next period out.")
        @OptionGroup var global: GlobalOptions
        @Argument(help: "BUREAU/NAME.") var id: String
        @Option(help: "Why; kept and shown.") var reason: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                SchedulesInterface.Skip.self,
                .init(id: self.id, reason: self.reason)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            session.console.say("\(self.id) 将跳过 \(output.period)", "\(self.id) leaves \(output.period) out")
        }
    }

    private static func state(of one: SchedulesInterface.Schedule, _ console: Console) -> String {
        if one.removed { return console.text("已撤销", "removed") }
        if let by = one.pausedBy {
            return console.text("已暂停(\(by):\(one.pausedReason ?? ""))", "paused (\(by): \(one.pausedReason ?? ""))")
        }
        return one.provisional ? console.text("暂定", "provisional") : ""
    }

    private static func show(_ one: SchedulesInterface.Schedule, _ console: Console) {
        console.line("\(one.id)  \(console.text(one.zh, one.en))")
        console.line("\(one.recurrence): \(console.text(one.explainedZh, one.explainedEn))")
        if let due = one.nextDue, let period = one.nextPeriod {
            let moment = Format.moment(due, console.language)
            console.line(console.text("下一期 \(period),\(moment)", "next \(period), \(moment)"))
        }
        if let last = one.lastPeriod { console.line(console.text("上一期 \(last)", "last \(last)")) }
        let state = Self.state(of: one, console)
        if !state.isEmpty { console.line(state) }
    }
}
