// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanAPI
import TongbanEngine
import TongbanModel
import Varlink

/// `org.tongban.Money`.
struct MoneyMethods {
    let endpoint: Endpoint
    private static let largestPage = 1_000

    func add(to service: inout VarlinkService) {
        service.add(MoneyInterface.interface)
        self.addReading(to: &service)
        self.addDeciding(to: &service)
    }

    private func addReading(to service: inout VarlinkService) {
        self.endpoint.read(MoneyInterface.Accounts.self, in: &service) { input, caller, core in
            var shown: [String: FundAccount] = [:]
            for bureau in core.cases.directory.bureauIDs where input.bureau.map({ $0 == bureau }) ?? true {
                for fund in core.cases.directory.declaration(of: bureau)?.declaration.funds ?? [] {
                    let account = try core.cases.money.account(fund.id, of: bureau)
                    shown[account.id] = account
                }
            }
            var after: String?
            while true {
                let page = try core.cases.money.accounts(after: after, limit: Self.largestPage)
                for account in page where input.bureau.map({ $0 == account.bureau }) ?? true {
                    shown[account.id] = account
                }
                guard page.count == Self.largestPage, let last = page.last else { break }
                after = last.id
            }
            return .init(
                accounts: shown.values.filter { caller.mayRead(bureau: $0.bureau) }.sorted { $0.id < $1.id }
                    .map { Self.shown($0, core) }
            )
        }
        self.endpoint.read(MoneyInterface.Ledger.self, in: &service) { input, caller, core in
            let account = try Self.readable(input.bureau, input.fund, input.account, caller, core)
            let limit = Self.page(input.limit)
            let entries = try core.cases.money.entries(
                of: account.id,
                after: max(input.after.map(Int64.init) ?? 0, 0),
                limit: limit
            )
            let isMore = entries.last.map { $0.number < account.entries } ?? false
            return .init(
                account: Self.shown(account, core),
                entries: entries.map(Self.shown),
                next: isMore ? entries.last.map { Int($0.number) } : nil
            )
        }
        self.endpoint.read(MoneyInterface.Payments.self, in: &service) { input, caller, core in
            let desk = core.cases.money
            if let number = input.case {
                let payments = try desk.payments(ofCase: number).filter { caller.mayRead(bureau: $0.bureau) }
                return .init(payments: payments.map(Self.shown), next: nil)
            }
            guard let bureau = input.bureau, let fund = input.fund else {
                throw EngineError.invalid(
                    field: "fund",
                    Bilingual("须给出办件,或部门和资金", "a case, or a bureau and a fund, must be given")
                )
            }
            let account = try Self.readable(bureau, fund, input.account, caller, core)
            let limit = Self.page(input.limit)
            if input.waiting ?? false {
                return .init(payments: try desk.waiting(in: account.id, limit: limit).map(Self.shown), next: nil)
            }
            let payments = try desk.payments(of: account.id, after: input.after, limit: limit)
            return .init(
                payments: payments.map(Self.shown),
                next: payments.count == limit ? payments.last?.number : nil
            )
        }
        self.endpoint.read(MoneyInterface.Check.self, in: &service) { input, caller, core in
            let account = try Self.readable(input.bureau, input.fund, input.account, caller, core)
            let check = try core.cases.money.check(account)
            return .init(
                account: Self.shown(account, core),
                faults: check.faults.map { .init(zh: $0.zh, en: $0.en) }
            )
        }
    }

    private func addDeciding(to service: inout VarlinkService) {
        self.endpoint.change(MoneyInterface.Appropriate.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let account = try core.cases.money.appropriate(
                Int64(input.amount),
                to: input.fund,
                of: input.bureau,
                account: input.account,
                reason: input.reason,
                by: caller.decider
            )
            return .init(account: Self.shown(account, core))
        }
        self.endpoint.change(MoneyInterface.Recover.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let payments = try core.cases.money.recover(
                Int64(input.amount),
                for: input.case,
                reason: input.reason,
                by: caller.decider
            )
            return .init(payments: payments.map(Self.shown))
        }
        self.endpoint.change(MoneyInterface.Withdraw.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let payment = try core.cases.money.withdraw(input.payment, reason: input.reason, by: caller.decider)
            return .init(payment: Self.shown(payment))
        }
        self.endpoint.change(MoneyInterface.Carry.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let count = try core.cases.money.carry(
                input.fund,
                of: input.bureau,
                from: input.from,
                to: input.to,
                reason: input.reason,
                by: caller.decider
            )
            return .init(carried: count)
        }
    }

    private static func page(_ limit: Int?) -> Int { min(max(limit ?? 100, 1), Self.largestPage) }

    private static func readable(
        _ bureau: String,
        _ fund: String,
        _ name: String?,
        _ caller: Caller,
        _ core: DaemonCore
    ) throws(EngineError) -> FundAccount {
        guard caller.mayRead(bureau: bureau) else {
            throw .refused(
                Refusal(
                    code: "ROLE",
                    zh: "只有部门 \(bureau) 的人员可以查看其资金。",
                    en: "only staff of bureau \(bureau) see its money"
                )
            )
        }
        return try core.cases.money.account(fund, of: bureau, name: name)
    }

    private static func shown(_ account: FundAccount, _ core: DaemonCore) -> MoneyInterface.Account {
        let funds = core.cases.directory.declaration(of: account.bureau)?.declaration.funds ?? []
        let fund = funds.first { $0.id == account.fund }
        return .init(
            bureau: account.bureau,
            fund: account.fund,
            zh: fund?.name.zh ?? account.fund,
            en: fund?.name.en ?? account.fund,
            account: account.name,
            limited: fund?.hasBudget ?? true,
            budget: Int(account.budget),
            balance: Int(account.balance),
            paid: Int(account.paid),
            recovered: Int(account.recovered),
            waiting: Int(account.waiting),
            entries: Int(account.entries)
        )
    }

    private static func shown(_ entry: LedgerEntry) -> MoneyInterface.Entry {
        .init(
            number: Int(entry.number),
            kind: entry.kind.rawValue,
            kindZh: entry.kind.name.zh,
            kindEn: entry.kind.name.en,
            amount: Int(entry.amount),
            balance: Int(entry.balance),
            at: Instant(milliseconds: entry.at).description,
            by: entry.by,
            payment: entry.payment,
            case: entry.caseNumber,
            note: entry.note
        )
    }

    private static func shown(_ payment: Payment) -> MoneyInterface.Payment {
        .init(
            number: payment.number,
            bureau: payment.bureau,
            fund: payment.fund,
            account: payment.account,
            case: payment.caseNumber,
            asked: Int(payment.asked),
            granted: Int(payment.granted),
            paid: Int(payment.paid),
            waiting: Int(payment.waiting),
            recovered: Int(payment.recovered),
            state: payment.state.rawValue,
            stateZh: payment.state.name.zh,
            stateEn: payment.state.name.en,
            at: Instant(milliseconds: payment.at).description,
            carriedFrom: payment.carriedFrom
        )
    }
}
