// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Civic
import TongbanAPI
import Varlink

struct AbsenceCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "absence",
        abstract: "缺勤 · When persons are away, and who works in their place.",
        subcommands: [Add.self, List.self, Remove.self]
    )

    struct Add: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "登记缺勤 · Record that a person is away.",
            discussion: """
                tongbanctl --as market.clerk person absence add market.clerk --from 2022-07-12 --to 2022-07-15 --substitute market.clerk2

                The person himself may, a head of his bureau, and an operator. Tasks he holds that are due before he is \
                back go to the first substitute who is present; without one they are offered again.
                """
        )
        @OptionGroup var global: GlobalOptions
        @Argument var person: String
        @Option(help: "The first day, or a moment (RFC 3339).") var from: String
        @Option(help: "The last day, or the moment of return (RFC 3339).") var to: String
        @Option(help: "Who takes his place; the first named is asked first.") var substitute: [String] = []
        @Option(help: "Why; seen by himself, his heads and operators.") var reason: String?
        @Flag(help: "Hand on every task he holds, not only those due before he is back.") var all = false

        func run(_ session: Session) async throws {
            let output = try await session.call(
                WorkInterface.AddAbsence.self,
                .init(
                    person: self.person,
                    from: try Self.moment(self.from, addingDays: 0),
                    to: try Self.moment(self.to, addingDays: 1),
                    substitutes: self.substitute,
                    reason: self.reason,
                    all: self.all
                )
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            AbsenceCommands.show([output.absence], session.console)
        }

        /// A day as the moment it begins, or, for the last one, ends.
        private static func moment(_ text: String, addingDays days: Int) throws -> String {
            if let day = CivilDay(text) { return ShanghaiTime.startOfDay(day.adding(days: days)).description }
            guard let moment = Instant(text) else {
                throw UsageError("\"\(text)\" is no day or moment / 不是日期或时刻")
            }
            return moment.description
        }
    }

    struct List: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "列出缺勤 · The absences that are not over."
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "Of this person only.") var person: String?

        func run(_ session: Session) async throws {
            let output = try await session.call(WorkInterface.Absences.self, .init(person: self.person))
            guard !session.console.wantsJSON else { return session.console.json(output) }
            AbsenceCommands.show(output.absences, session.console)
        }
    }

    struct Remove: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "取消或结束缺勤 · Take an absence back, or end it now."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var id: String

        func run(_ session: Session) async throws {
            let output = try await session.call(WorkInterface.RemoveAbsence.self, .init(id: self.id))
            if session.console.wantsJSON { return session.console.json(output) }
            session.console.say("缺勤 \(self.id) 已结束", "absence \(self.id) has ended")
        }
    }

    private static func show(_ absences: [WorkInterface.Absence], _ console: Console) {
        var table = Table(
            console.text("缺勤", "ABSENCE"),
            console.text("人员", "PERSON"),
            console.text("自", "FROM"),
            console.text("返岗", "BACK"),
            console.text("替代人", "SUBSTITUTES"),
            console.text("已转出", "HANDED ON"),
            console.text("原因", "REASON")
        )
        for absence in absences {
            table.add(
                absence.id,
                absence.person,
                Format.moment(absence.from, console.language),
                Format.moment(absence.to, console.language),
                absence.substitutes.joined(separator: ", "),
                String(absence.moved),
                absence.reason ?? ""
            )
        }
        console.line(table.text)
    }
}
