// SPDX-License-Identifier: Apache-2.0

import Civic

/// How a fund stands in one of its periods. Its ledger says how it came to that.
public struct FundAccount: Sendable, Hashable, Codable {
    public var bureau: String
    public var fund: String
    /// `ALL`, or a year.
    public var name: String
    /// In fen: the sum of what was appropriated.
    public var budget: Int64 = 0
    /// In fen; of a fund without a budget what it bore, negative.
    public var balance: Int64 = 0
    /// In fen: the sum of what was paid, recoveries not taken off.
    public var paid: Int64 = 0
    /// In fen.
    public var recovered: Int64 = 0
    /// In fen: the sum of what waits for money.
    public var waiting: Int64 = 0
    /// How many lines its ledger has.
    public var entries: Int64 = 0
    /// How many payments have taken a place in it.
    public var places: Int64 = 0

    public init(bureau: String, fund: String, name: String) {
        self.bureau = bureau
        self.fund = fund
        self.name = name
    }

    public var id: String { "\(self.bureau)/\(self.fund)/\(self.name)" }

    /// What of an amount can be paid now, to whoever comes first.
    ///
    /// - Parameter isFirst: whether it is the first of those that wait; otherwise it waits behind them.
    public func payable(_ amount: Int64, by declaration: FundDeclaration, isFirst: Bool) -> Int64 {
        guard declaration.hasBudget else { return amount }
        guard isFirst || self.waiting == 0 else { return 0 }
        if let percent = declaration.waitsBelow {
            // In 128 bits: a balance of any size times a hundred fits.
            let balance = self.balance.multipliedFullWidth(by: 100)
            let floor = self.budget.multipliedFullWidth(by: Int64(percent))
            guard (balance.high, balance.low) >= (floor.high, floor.low) else { return 0 }
        }
        if self.balance >= amount { return amount }
        return declaration.paysInPart ? max(self.balance, 0) : 0
    }

    /// Adds a line to the ledger.
    ///
    /// - Parameter amount: in fen, what the balance changes by.
    /// - Throws: `OVERDRAWN` when a budget is lowered below what is left, `AMOUNT` when a sum does not fit.
    public mutating func book(
        _ kind: LedgerEntry.Kind,
        _ amount: Int64,
        at: Int64,
        by: String,
        payment: Payment? = nil,
        note: String? = nil
    ) throws(Refusal) -> LedgerEntry {
        let (balance, overflow) = self.balance.addingReportingOverflow(amount)
        var sums = (budget: self.budget, paid: self.paid, recovered: self.recovered)
        var isTooLarge = overflow
        func add(_ amount: Int64, to sum: inout Int64) {
            let (total, overflow) = sum.addingReportingOverflow(amount)
            isTooLarge = isTooLarge || overflow
            sum = total
        }
        switch kind {
        case .budget:
            if amount < 0, balance < 0 { throw .overdrawn(self.id, balance: Fen(self.balance)) }
            add(amount, to: &sums.budget)
        case .pay: add(-amount, to: &sums.paid)
        case .recover: add(amount, to: &sums.recovered)
        }
        guard !isTooLarge else { throw .amount }
        self.balance = balance
        (self.budget, self.paid, self.recovered) = sums
        self.entries += 1
        return LedgerEntry(
            number: self.entries,
            kind: kind,
            amount: amount,
            balance: balance,
            at: at,
            by: by,
            payment: payment?.number,
            caseNumber: payment?.caseNumber,
            note: note
        )
    }
}
