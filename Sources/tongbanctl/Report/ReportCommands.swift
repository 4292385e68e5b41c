// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import TongbanModel

struct ReportCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "统计报表 · Figures and reports.",
        discussion: """
            A report is named BUREAU/REPORT, as `report list` prints it. A period is written 2022-07-12, 2022-W28,
            2022-07, 2022-Q2, 2022-H1, 2022, 2022-01-01..2022-06-30 or ..2022-07-13.

            报表写作 部门/报表。锁定后的数字不再变动;更正写入当期,重报须另一位局领导批准,旧版仍可查看。
            """,
        subcommands: [
            List.self, Run.self, Lock.self, Versions.self, Adjust.self, Restate.self, Approve.self,
        ]
    )

    /// `BUREAU/REPORT`.
    struct Name: ExpressibleByArgument {
        let bureau: String
        let report: String

        init?(argument: String) {
            let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
            self.bureau = String(parts[0])
            self.report = String(parts[1])
        }
    }

    enum Form: String, ExpressibleByArgument, CaseIterable {
        case table, csv, json, svg
    }

    struct List: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "列出报表 · List the reports you may read.")
        @OptionGroup var global: GlobalOptions
        @Option(help: "Only those of a bureau.") var bureau: String?

        func run(_ session: Session) async throws {
            let output = try await session.call(ReportsInterface.List.self, .init(bureau: self.bureau))
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            var table = Table(
                console.text("报表", "REPORT"),
                console.text("名称", "NAME"),
                console.text("指标", "FIGURES"),
                console.text("公开", "PUBLIC")
            )
            for report in output.reports {
                table.add(
                    "\(report.bureau)/\(report.report)",
                    console.text(report.zh, report.en),
                    report.figures.joined(separator: " "),
                    report.public ? console.text("是", "yes") : ""
                )
            }
            console.line(table.text)
        }
    }

    struct Run: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "生成报表 · Work a report out; the same figures give the same bytes.",
            discussion: """
                tongbanctl report run credit/towns --period 2022-Q2
                tongbanctl report run credit/towns --period 2022-Q2 --format svg > towns.svg
                tongbanctl report run credit/towns --period 2022-06 --version 1
                """
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "BUREAU/REPORT") var name: Name
        @Option(help: "Such as 2022-07, 2022-Q2 or ..2022-07-13.") var period: String
        @Option(help: "table, csv, json or svg.") var format: Form = .table
        @Option(help: "A version of a locked period; without it the last one.") var version: Int?
        @Option(help: "As it would have been at a past moment, such as 2022-07-12T17:00:00+08:00.") var at: String?
        @Flag(help: "With csv: a byte order mark in front, for table programs.") var bom = false

        func run(_ session: Session) async throws {
            let output = try await session.call(
                ReportsInterface.Run.self,
                .init(
                    bureau: self.name.bureau,
                    report: self.name.report,
                    period: self.period,
                    version: self.version,
                    at: self.at
                )
            )
            let console = session.console
            let document: ReportDocument = try output.document.parsed().decoded()
            switch console.wantsJSON ? .json : self.format {
            case .table: console.write(ReportText.table(document, console))
            case .csv: console.write(document.csv(in: console.language, withMark: self.bom))
            case .json: console.write(try document.json())
            case .svg: console.write(document.svg(in: console.language))
            }
        }
    }

    struct Lock: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "锁定一期 · Lock a period that is over: its figures stay."
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "BUREAU/REPORT") var name: Name
        @Option(help: "Such as 2022-07.") var period: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                ReportsInterface.Lock.self,
                .init(bureau: self.name.bureau, report: self.name.report, period: self.period)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            session.console.say("已锁定 \(self.period)。", "\(self.period) is locked")
        }
    }

    struct Versions: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "各版本 · The versions of a locked period."
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "BUREAU/REPORT") var name: Name
        @Option(help: "Such as 2022-07.") var period: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                ReportsInterface.Versions.self,
                .init(bureau: self.name.bureau, report: self.name.report, period: self.period)
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            var table = Table(
                console.text("版本", "VERSION"),
                console.text("时间", "AT"),
                console.text("经办", "BY"),
                console.text("批准", "APPROVED BY"),
                console.text("理由", "REASON"),
                rightAligned: [0]
            )
            for version in output.versions {
                table.add(
                    String(version.number),
                    Format.moment(version.at, console.language),
                    version.by,
                    version.approvedBy ?? "",
                    version.reason ?? ""
                )
            }
            console.line(table.text)
        }
    }
}
