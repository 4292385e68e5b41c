// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TongbanAPI
import Varlink

struct FundCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fund",
        abstract: "资金 · The money bureaus pay out of: budgets, payments, what waits, what came back.",
        discussion: """
            tongbanctl fund list
            tongbanctl fund budget disability home 600000 --reason "2022 年度预算"
            tongbanctl fund ledger disability home
            tongbanctl fund payments --bureau disability --fund home --waiting
            tongbanctl fund recover CL-20220712-000001 1200.50 --reason "多付退回"

            Amounts are in yuan with at most two decimals; with --json they are whole fen. Payments are asked for by the \
            flows of cases and paid in the order they come; what there is no money for waits until the budget is raised \
            or money comes back.
            """,
        subcommands: [
            List.self, Ledger.self, Payments.self, Check.self, Budget.self, Recover.self, Withdraw.self, Carry.self,
        ]
    )

    /// Which account of which fund.
    struct Place: ParsableArguments {
        @Argument(help: "The bureau.") var bureau: String
        @Argument(help: "One of the funds it declares.") var fund: String
        @Option(help: "A year, or ALL; today's unless given.") var account: String?
    }

    struct List: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "列出资金 · How the funds stand.")
        @OptionGroup var global: GlobalOptions
        @Option(help: "Of this bureau.") var bureau: String?

        func run(_ session: Session) async throws {
            let output = try await session.call(MoneyInterface.Accounts.self, .init(bureau: self.bureau))
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            guard !output.accounts.isEmpty else { return console.say("没有资金。", "no funds") }
            console.line(FundText.table(output.accounts, console).text)
        }
    }

    struct Ledger: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "账簿 · The ledger of a fund, line by line.",
            discussion: "tongbanctl fund ledger disability home --account 2022"
        )
        @OptionGroup var global: GlobalOptions
        @OptionGroup var place: Place
        @Option(help: "Where the page before ended.") var after: Int?
        @Option(help: "At most so many, 1 to 1000.") var limit = 100

        func run(_ session: Session) async throws {
            let output = try await session.call(
                MoneyInterface.Ledger.self,
                .init(
                    bureau: self.place.bureau,
                    fund: self.place.fund,
                    account: self.place.account,
                    after: self.after,
                    limit: self.limit
                )
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            console.line(FundText.table([output.account], console).text)
            if output.entries.isEmpty { return console.say("没有记录。", "no lines") }
            console.line(FundText.table(output.entries, console).text)
            if let next = output.next { console.say("还有更多:--after \(next)", "more: --after \(next)") }
        }
    }

    struct Payments: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "支付 · The payments of a case, or of a fund.",
            discussion: """
                tongbanctl fund payments --case CL-20220712-000001
                tongbanctl fund payments --bureau disability --fund home --waiting
                """
        )
        @OptionGroup var global: GlobalOptions
        @Option(name: .customLong("case"), help: "Of this case.") var number: String?
        @Option(help: "Of a fund of this bureau.") var bureau: String?
        @Option(help: "With --bureau: the fund.") var fund: String?
        @Option(help: "A year, or ALL; today's unless given.") var account: String?
        @Flag(help: "Only those that wait, the first to be paid first.") var waiting = false
        @Option(help: "Where the page before ended.") var after: String?
        @Option(help: "At most so many, 1 to 1000.") var limit = 100

        func run(_ session: Session) async throws {
            let output = try await session.call(
                MoneyInterface.Payments.self,
                .init(
                    case: self.number,
                    bureau: self.bureau,
                    fund: self.fund,
                    account: self.account,
                    waiting: self.waiting,
                    after: self.after,
                    limit: self.limit
                )
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            guard !output.payments.isEmpty else { return console.say("没有支付。", "no payments") }
            console.line(FundText.table(output.payments, console).text)
            if let next = output.next { console.say("还有更多:--after \(next)", "more: --after \(next)") }
        }
    }

    struct Check: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "核对 · Add the ledger up again; status 1 when it does not agree."
        )
        @OptionGroup var global: GlobalOptions
        @OptionGroup var place: Place

        func run(_ session: Session) async throws {
            let output = try await session.call(
                MoneyInterface.Check.self,
                .init(bureau: self.place.bureau, fund: self.place.fund, account: self.place.account)
            )
            let console = session.console
            if console.wantsJSON {
                console.json(output)
            } else if output.faults.isEmpty {
                let count = output.account.entries
                console.say("账簿 \(count) 笔,核对无误。", "\(count) lines, all of them agree")
            }
            for fault in output.faults where !console.wantsJSON { console.say(fault.zh, fault.en) }
            guard output.faults.isEmpty else { throw ExitCode(1) }
        }
    }

    struct Budget: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "下达预算 · Raise the budget, or lower it by a negative amount.",
            discussion: """
                tongbanctl fund budget disability home 600000 --reason "2022 年度预算"
                tongbanctl fund budget disability home --reason "调减" -- -1000
                """
        )
        @OptionGroup var global: GlobalOptions
        @OptionGroup var place: Place
        @Argument(help: "In yuan, with at most two decimals.") var amount: Yuan
        @Option var reason: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                MoneyInterface.Appropriate.self,
                .init(
                    bureau: self.place.bureau,
                    fund: self.place.fund,
                    account: self.place.account,
                    amount: self.amount.fen,
                    reason: self.reason
                )
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            session.console.line(FundText.table([output.account], session.console).text)
        }
    }

    struct Recover: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "追回 · Money paid for a case came back; each fund gets its share."
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "The case.") var number: String
        @Argument(help: "In yuan, with at most two decimals.") var amount: Yuan
        @Option var reason: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                MoneyInterface.Recover.self,
                .init(case: self.number, amount: self.amount.fen, reason: self.reason)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            session.console.line(FundText.table(output.payments, session.console).text)
        }
    }

    struct Withdraw: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "撤销轮候 · Give up what waits of a payment.")
        @OptionGroup var global: GlobalOptions
        @Argument(help: "The payment, such as PM-20220712-000001.") var payment: String
        @Option var reason: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                MoneyInterface.Withdraw.self,
                .init(payment: self.payment, reason: self.reason)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            session.console.line(FundText.table([output.payment], session.console).text)
        }
    }

    struct Carry: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "结转轮候 · Let what waits in one account wait in another.",
            discussion: "tongbanctl fund carry disability home --from 2022 --to 2023 --reason \"财政同意\""
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "The bureau.") var bureau: String
        @Argument(help: "One of the funds it declares.") var fund: String
        @Option(help: "A year.") var from: String
        @Option(help: "A year.") var to: String
        @Option var reason: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                MoneyInterface.Carry.self,
                .init(bureau: self.bureau, fund: self.fund, from: self.from, to: self.to, reason: self.reason)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            session.console.say("结转 \(output.carried) 笔。", "\(output.carried) payments carried over")
        }
    }
}
