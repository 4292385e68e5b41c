// SPDX-License-Identifier: Apache-2.0

import Civic

/// Adds a ledger up again, line by line, and compares it with how its account stands.
public struct LedgerCheck: Sendable, Hashable {
    public private(set) var entries: Int64 = 0
    public private(set) var balance: Int64 = 0
    /// What does not agree, in order.
    public private(set) var faults: [Bilingual] = []

    public init() {}

    public mutating func add(_ entry: LedgerEntry) {
        self.entries += 1
        if entry.number != self.entries {
            self.faults.append(
                Bilingual("缺第 \(self.entries) 笔", "line \(self.entries) is missing")
            )
            self.entries = entry.number
        }
        self.balance &+= entry.amount
        if entry.balance != self.balance {
            self.faults.append(
                Bilingual("第 \(entry.number) 笔后的余额不符", "the balance after line \(entry.number) does not agree")
            )
            self.balance = entry.balance
        }
    }

    /// Compares the whole with the account.
    public mutating func end(_ account: FundAccount) {
        if account.entries != self.entries {
            self.faults.append(
                Bilingual(
                    "账户记 \(account.entries) 笔,账簿有 \(self.entries) 笔",
                    "the account counts \(account.entries) lines, the ledger has \(self.entries)"
                )
            )
        }
        if account.balance != self.balance {
            self.faults.append(Bilingual("账户余额与账簿不符", "the account's balance is not the ledger's"))
        }
        if account.balance != account.budget &- account.paid &+ account.recovered {
            self.faults.append(
                Bilingual("预算、支付、追回与余额不符", "budget, payments and recoveries do not make the balance")
            )
        }
    }
}
