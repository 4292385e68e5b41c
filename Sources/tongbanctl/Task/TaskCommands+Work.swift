// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Civic
import TongbanAPI
import Varlink

/// Tasks for people.
extension TaskCommands {
    struct Mine: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "我的任务 · The tasks you hold, the earliest due first.",
            discussion: "tongbanctl --as market.clerk task mine"
        )
        @OptionGroup var global: GlobalOptions
        @Option(help: "Those of somebody you answer for.") var person: String?
        @Option(help: "Those after this place.") var after: String?
        @Option(help: "At most so many.") var limit: Int = 100

        func run(_ session: Session) async throws {
            let output = try await session.call(
                WorkInterface.Mine.self,
                .init(person: self.person, after: self.after, limit: self.limit)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            TaskCommands.show(output.tasks, output.next, withHolder: false, session.console)
        }
    }

    struct Offered: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "待领任务 · The tasks you may take, the earliest due first."
        )
        @OptionGroup var global: GlobalOptions
        @Option(help: "Those somebody you answer for may take.") var person: String?
        @Option(help: "Those after this place.") var after: String?
        @Option(help: "At most so many.") var limit: Int = 100

        func run(_ session: Session) async throws {
            let output = try await session.call(
                WorkInterface.Offered.self,
                .init(person: self.person, after: self.after, limit: self.limit)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            TaskCommands.show(output.tasks, output.next, withHolder: false, session.console)
        }
    }

    struct Open: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "部门未完成的人工任务及办理人 · The open tasks for people of a bureau or case, with who holds them."
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "A bureau, or the number of a case.") var place: String
        @Option(help: "Those after this place.") var after: String?
        @Option(help: "At most so many.") var limit: Int = 100

        func run(_ session: Session) async throws {
            let isCase = self.place.contains("-")
            let output = try await session.call(
                WorkInterface.List.self,
                .init(
                    case: isCase ? self.place : nil,
                    bureau: isCase ? nil : self.place,
                    after: self.after,
                    limit: self.limit
                )
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            TaskCommands.show(output.tasks, output.next, withHolder: true, session.console)
        }
    }

    fileprivate static func show(
        _ tasks: [WorkInterface.Task],
        _ next: String?,
        withHolder: Bool,
        _ console: Console
    ) {
        WorkText.table(tasks, withHolder: withHolder, console)
        if let next { console.say("还有更多:--after \(next)", "more: --after \(next)") }
    }

    struct Take: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "领取任务 · Take a task that is offered to you.",
            discussion: "It is yours until you return it or an action in its case ends it."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var id: String
        @Option(help: "Refuse when the task is no longer at this revision.") var revision: Int?

        func run(_ session: Session) async throws {
            let output = try await session.call(
                WorkInterface.Take.self,
                .init(id: self.id, revision: self.revision)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            WorkText.show(output.task, session.console)
        }
    }

    struct Return: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "退回任务 · Give a task back, to the one who delegated it or to be taken by others."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var id: String
        @Option(help: "Why.") var reason: String
        @Option(help: "Refuse when the task is no longer at this revision.") var revision: Int?

        func run(_ session: Session) async throws {
            let output = try await session.call(
                WorkInterface.Return.self,
                .init(id: self.id, reason: self.reason, revision: self.revision)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            WorkText.show(output.task, session.console)
        }
    }

    struct Assign: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "指派任务 · A head or dispatcher gives a task to a person.",
            discussion: "\"task candidates ID\" says who can be given it."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var id: String
        @Argument(help: "The person who gets it.") var to: String
        @Option(help: "Why.") var reason: String?
        @Option(help: "Refuse when the task is no longer at this revision.") var revision: Int?

        func run(_ session: Session) async throws {
            let output = try await session.call(
                WorkInterface.Assign.self,
                .init(id: self.id, to: self.to, reason: self.reason, revision: self.revision)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            WorkText.show(output.task, session.console)
        }
    }

    struct Delegate: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "转交任务 · Pass a task you hold to another person; you stay responsible."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var id: String
        @Argument(help: "The person who gets it.") var to: String
        @Option(help: "Why.") var reason: String?
        @Option(help: "Refuse when the task is no longer at this revision.") var revision: Int?

        func run(_ session: Session) async throws {
            let output = try await session.call(
                WorkInterface.Delegate.self,
                .init(id: self.id, to: self.to, reason: self.reason, revision: self.revision)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            WorkText.show(output.task, session.console)
        }
    }

    struct Remind: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "催办 · Remind the holder of a task, or those it is offered to."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var id: String
        @Option(help: "What to say besides.") var text: String?

        func run(_ session: Session) async throws {
            let output = try await session.call(WorkInterface.Remind.self, .init(id: self.id, text: self.text))
            guard !session.console.wantsJSON else { return session.console.json(output) }
            WorkText.show(output.task, session.console)
        }
    }

    struct Candidates: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "可指派人员 · Who can be given a task, and who cannot and why."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var id: String

        func run(_ session: Session) async throws {
            let output = try await session.call(WorkInterface.Candidates.self, .init(id: self.id))
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            var table = Table(
                console.text("人员", "PERSON"),
                console.text("名称", "NAME"),
                console.text("可否", "CAN"),
                console.text("原因", "REASON")
            )
            for candidate in output.candidates {
                table.add(
                    candidate.id,
                    candidate.name,
                    candidate.code ?? console.text("可", "yes"),
                    console.text(candidate.zh ?? "", candidate.en ?? "")
                )
            }
            console.line(table.text)
        }
    }
}
