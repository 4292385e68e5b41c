// SPDX-License-Identifier: Apache-2.0

import BureauKit
import Civic
import TongbanEngine
import TongbanModel

extension TestDaemon {
    /// How a fund of the bureau stands.
    ///
    /// - Parameter account: a year or `ALL`; today's unless given.
    public func account(_ fund: String, _ account: String? = nil) throws -> FundAccount {
        try self.cases.money.account(fund, of: self.bureau, name: account)
    }

    /// The ledger of an account, the oldest line first.
    public func ledger(_ fund: String, _ account: String? = nil) throws -> [LedgerEntry] {
        try self.cases.money.entries(of: try self.account(fund, account).id, limit: .max)
    }

    /// What does not agree in an account's ledger.
    public func ledgerFaults(_ fund: String, _ account: String? = nil) throws -> [Bilingual] {
        try self.cases.money.check(try self.account(fund, account)).faults
    }

    /// The payments of a case, in the order of their numbers.
    public func payments(of number: String) throws -> [Payment] { try self.cases.money.payments(ofCase: number) }

    /// Raises or lowers a budget.
    @discardableResult
    public func appropriate(
        _ amount: Fen,
        to fund: String,
        _ account: String? = nil,
        reason: String = "预算",
        as person: PersonView = .system
    ) async throws -> FundAccount {
        let after = try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.money.appropriate(
                amount.amount,
                to: fund,
                of: self.bureau,
                account: account,
                reason: reason,
                by: person
            )
        }
        try await self.work()
        return after
    }

    /// Takes in what came back of a case's payments.
    @discardableResult
    public func recover(
        _ amount: Fen,
        for number: String,
        reason: String = "退回",
        as person: PersonView = .system
    ) async throws -> [Payment] {
        let payments = try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.money.recover(amount.amount, for: number, reason: reason, by: person)
        }
        try await self.work()
        return payments
    }

    /// Gives up what waits of a payment.
    @discardableResult
    public func withdrawPayment(
        _ number: String,
        reason: String = "放弃",
        as person: PersonView = .system
    ) async throws -> Payment {
        let payment = try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.money.withdraw(number, reason: reason, by: person)
        }
        try await self.work()
        return payment
    }

    /// Lets what waits in one account wait in another.
    @discardableResult
    public func carry(
        _ fund: String,
        from source: String,
        to target: String,
        reason: String = "结转",
        as person: PersonView = .system
    ) async throws -> Int {
        let count = try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.money.carry(fund, of: self.bureau, from: source, to: target, reason: reason, by: person)
        }
        try await self.work()
        return count
    }
}
