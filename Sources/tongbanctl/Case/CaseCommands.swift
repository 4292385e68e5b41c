// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import Varlink

struct CaseCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case",
        abstract: "办件 · Cases.",
        subcommands: [
            Open.self, List.self, Show.self, Act.self, History.self, Time.self, Why.self, Decisions.self,
            ChangeLimit.self,
            Link.self,
            Unlink.self,
            Merge.self, Unmerge.self, Answer.self, Rate.self, RatingComment.self, Amend.self, AmendDecide.self,
            Attach.self, Attachments.self, Fetch.self, VerifyAttachments.self,
        ]
    )

    struct Open: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "提出一件 · Open a case.",
            discussion: "tongbanctl --as citizen1 case open market complaint kind=COMPLAINT respondent=… matter=…"
        )
        @OptionGroup var global: GlobalOptions
        @Argument var bureau: String
        @Argument var item: String
        @Argument(help: "Values of the form, as name=value.") var values: [String] = []
        @Option(help: "The values as one JSON object.") var data: String?
        @Option(help: "The area code the case belongs to.") var area: String?
        @Option(help: "Whom or what the case is about.") var subject: String?
        @Option(help: "A key of your own: the same call again answers the same case.") var key: String?
        @Option(help: "When the matter was first brought to a bureau, such as 2022-07-12T09:00:00+08:00.")
        var contacted: String?

        func validate() throws { try Values.check(self.values, json: self.data) }

        func run(_ session: Session) async throws {
            let declaration = try await session.call(
                ItemsInterface.Get.self,
                .init(bureau: self.bureau, item: self.item)
            ).declaration.parsed()
            var values = try Values.parse(self.values, json: self.data, fields: declaration["form"]?.arrayValue ?? [])
            Prompt.fill(
                &values,
                fields: declaration["form"]?.arrayValue ?? [],
                today: try await session.today(),
                console: session.console
            )
            let output = try await session.call(
                CasesInterface.Open.self,
                .init(
                    bureau: self.bureau,
                    item: self.item,
                    data: RawJSON(.object(values)),
                    area: self.area,
                    subject: self.subject,
                    key: self.key,
                    contacted: self.contacted
                )
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            try await CaseText.show(output.case, in: session)
        }
    }

    struct List: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "列出办件 · List cases.")
        @OptionGroup var global: GlobalOptions
        @Option var bureau: String?
        @Option var item: String?
        @Option(help: "An atomic state.") var state: String?
        @Flag(help: "Only open ones.") var open = false
        @Flag(help: "Only closed ones.") var closed = false
        @Option var area: String?
        @Option var subject: String?
        @Option(help: "At most so many.") var limit: Int = 100
        @Option(help: "Those after this number.") var after: String?
        @Option(help: "As they were at a moment such as 2022-07-12T09:00:00+08:00.") var at: String?
        @Option(help: "All of them as table, csv or json; the same cases give the same bytes.")
        var format: CaseReport.Form?

        func validate() throws {
            try Check.moment(self.at, option: "--at")
            if self.open, self.closed { throw ValidationError("--open or --closed, not both / 只能选一个") }
            try Check.number(self.limit, 1...Int.max, option: "--limit")
        }

        func run(_ session: Session) async throws {
            let console = session.console
            if let format = self.format {
                var cases: [CasesInterface.Summary] = []
                var next = self.after
                repeat {
                    let page = try await session.call(CasesInterface.List.self, self.input(after: next, limit: 1_000))
                    cases += page.cases
                    next = page.next
                } while next != nil
                switch format {
                case .table:
                    console.line(CaseReport.table(cases, today: try await self.day(session), console).text)
                case .csv: console.write(CaseReport.csv(cases))
                case .json: console.write(CaseReport.json(cases, at: self.at))
                }
                return
            }
            let output = try await session.call(
                CasesInterface.List.self,
                self.input(after: self.after, limit: self.limit)
            )
            guard !console.wantsJSON else { return console.json(output) }
            console.line(CaseReport.table(output.cases, today: try await self.day(session), console).text)
            if let next = output.next { console.say("还有更多:--after \(next)", "more: --after \(next)") }
        }

        /// The day the list is of, from which the time that is left is counted.
        private func day(_ session: Session) async throws -> CivilDay {
            if let moment = self.at.flatMap({ Instant($0) }) { return ShanghaiTime.day(of: moment) }
            return try await session.today()
        }

        private func input(after: String?, limit: Int) -> CasesInterface.List.Input {
            .init(
                bureau: self.bureau,
                item: self.item,
                state: self.state,
                open: self.open ? true : self.closed ? false : nil,
                area: self.area,
                subject: self.subject,
                after: after,
                limit: limit,
                at: self.at
            )
        }
    }

    struct Show: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "查看办件:状态、时限、可办动作 · Show a case: state, deadlines, possible actions."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Option(help: "As it was at a moment such as 2022-07-12T09:00:00+08:00.") var at: String?

        func validate() throws { try Check.moment(self.at, option: "--at") }

        func run(_ session: Session) async throws {
            let output = try await session.call(CasesInterface.Get.self, .init(number: self.number, at: self.at))
            guard !session.console.wantsJSON else { return session.console.json(output) }
            try await CaseText.show(output.case, in: session)
            let decided = try await session.call(
                DecisionsInterface.OfCase.self,
                .init(number: self.number, at: self.at)
            ).decisions
            DecisionText.show(decided, session.console)
            guard self.at == nil else { return }
            let work = try await session.call(WorkInterface.List.self, .init(case: self.number)).tasks
            for task in work { WorkText.line(task, session.console) }
        }
    }

    struct Act: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "办理 · Take an action.",
            discussion: "tongbanctl --as market.clerk1 case act SJ-20220712-000001 accept"
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Argument var action: String
        @Argument(help: "Values the action asks for, as name=value.") var values: [String] = []
        @Option(help: "The values as one JSON object.") var data: String?
        @Option(help: "Refuse when the case is no longer at this revision.") var revision: Int?

        func validate() throws { try Values.check(self.values, json: self.data) }

        func run(_ session: Session) async throws {
            let current = try await session.call(CasesInterface.Get.self, .init(number: self.number)).case
            let offered = current.actions.first { $0.id == self.action }
            let fields = try offered?.fields.map { try $0.parsed() } ?? []
            var values = try Values.parse(self.values, json: self.data, fields: fields)
            // What is refused anyway is refused before anything is asked.
            if offered?.allowed == true {
                Prompt.fill(&values, fields: fields, today: try await session.today(), console: session.console)
            }
            let output = try await session.call(
                CasesInterface.Act.self,
                .init(
                    number: self.number,
                    action: self.action,
                    data: RawJSON(.object(values)),
                    revision: self.revision
                )
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            try await CaseText.show(output.case, in: session)
        }
    }

    struct History: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "办理经过 · What happened to a case.")
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Option(help: "Up to a moment such as 2022-07-12T09:00:00+08:00.") var until: String?

        func validate() throws { try Check.moment(self.until, option: "--until") }

        func run(_ session: Session) async throws {
            let console = session.console
            var table = Table(
                console.text("序号", "SEQ"),
                console.text("时间", "TIME"),
                console.text("事件", "EVENT"),
                console.text("办理人", "ACTOR"),
                console.text("内容", "DATA"),
                rightAligned: [0]
            )
            var after: Int?
            repeat {
                let output = try await session.call(
                    CasesInterface.History.self,
                    .init(number: self.number, after: after, until: self.until)
                )
                for event in output.events {
                    if console.wantsJSON {
                        console.json(event)
                    } else {
                        table.add(
                            String(event.seq),
                            Format.moment(event.at, console.language),
                            event.kind,
                            event.actor ?? "",
                            CaseText.members(event.data)
                        )
                    }
                }
                after = output.next
            } while after != nil
            if !console.wantsJSON { console.line(table.text) }
        }
    }
}
