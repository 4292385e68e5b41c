// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import Varlink

extension CaseCommands {
    struct Why: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "时限何以如此 · Why deadlines are due when they are: each counted, skipped and paused interval.",
            discussion: "tongbanctl case why SJ-20220712-000001 [accept]"
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Argument(help: "One deadline only.") var deadline: String?
        @Flag(help: "Why tables and score cards decided as they did, instead.") var decisions = false

        func run(_ session: Session) async throws {
            guard !self.decisions else {
                let answer = try await session.call(
                    DecisionsInterface.OfCase.self,
                    .init(number: self.number, at: nil)
                )
                guard !session.console.wantsJSON else { return session.console.json(answer) }
                return DecisionText.show(answer.decisions, session.console)
            }
            let output = try await session.call(
                CasesInterface.Why.self,
                .init(number: self.number, deadline: self.deadline)
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            if output.accounts.isEmpty { console.say("此件没有时限。", "the case has no deadlines") }
            for account in output.accounts {
                AccountText.show(account, console)
            }
        }
    }

    struct ChangeLimit: DaemonCommand {
        static let configuration = CommandConfiguration(
            commandName: "limit",
            abstract: "变更进行中的时限 · Put another limit in the place of a running deadline's.",
            discussion: "Time already used stays used. tongbanctl case limit SJ-20220712-000001 mediate 30wd --reason …"
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Argument var deadline: String
        @Argument(help: "Such as 20wd, 7d, 24h, 3uh.") var limit: String
        @Option(help: "Why; it is kept for good.") var reason: String
        @Option(help: "Refuse when the case is no longer at this revision.") var revision: Int?

        func run(_ session: Session) async throws {
            let output = try await session.call(
                CasesInterface.ChangeLimit.self,
                .init(
                    number: self.number,
                    deadline: self.deadline,
                    limit: self.limit,
                    reason: self.reason,
                    revision: self.revision
                )
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            try await CaseText.show(output.case, in: session)
        }
    }
}

/// The account of a deadline as people read it.
private enum AccountText {
    static func show(_ account: CasesInterface.Account, _ console: Console) {
        let language = console.language
        let run = account.run > 1 ? console.text("(第 \(account.run) 次)", " (run \(account.run))") : ""
        let limit = ([account.limit] + account.extensions).joined(separator: "+")
        let provisional = account.provisional ? console.text("(暂定)", " (provisional)") : ""
        console.line(
            "\(console.text(account.zh, account.en))\(run) [\(account.deadline)] \(limit), "
                + "\(console.text("到期", "due")) \(Format.due(account.due, language))\(provisional), "
                + account.state.rawValue
        )
        let budget = self.amount(account.budget, account.unit, console)
        let used = self.amount(account.used, account.unit, console)
        console.say("  共 \(budget),已用 \(used)", "  \(budget) in all, \(used) used")
        if let source = account.source { console.say("  依据:\(source)", "  source: \(source)") }
        for change in account.changes {
            let at = Format.moment(change.at, language)
            console.say(
                "  \(at) \(change.actor) 将 \(change.from) 改为 \(change.to):\(change.reason)",
                "  \(at) \(change.actor) changed \(change.from) to \(change.to): \(change.reason)"
            )
        }
        var table = Table(
            "  " + console.text("自", "FROM"),
            console.text("至", "TO"),
            console.text("计入", "COUNTED"),
            console.text("规则", "RULE"),
            rightAligned: [2]
        )
        for interval in account.intervals {
            table.add(
                "  " + Format.moment(interval.from, language),
                Format.due(interval.to, language),
                interval.counted ? "+" + self.amount(interval.amount, account.unit, console) : "·",
                console.text(interval.zh, interval.en)
            )
        }
        console.line(table.text)
    }

    private static func amount(_ amount: Int, _ unit: CasesInterface.Account.Unit, _ console: Console) -> String {
        if unit == .days { return console.text("\(amount) 日", amount == 1 ? "1 day" : "\(amount) days") }
        let seconds = amount / 1_000
        let (hours, minutes, rest) = (seconds / 3_600, seconds / 60 % 60, seconds % 60)
        var parts: [String] = []
        if hours > 0 { parts.append(console.text("\(hours) 小时", "\(hours) h")) }
        if minutes > 0 { parts.append(console.text("\(minutes) 分", "\(minutes) min")) }
        if rest > 0 || parts.isEmpty { parts.append(console.text("\(rest) 秒", "\(rest) s")) }
        return parts.joined(separator: " ")
    }
}
