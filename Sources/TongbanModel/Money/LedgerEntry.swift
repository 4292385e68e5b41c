// SPDX-License-Identifier: Apache-2.0

import Civic

/// One line of a fund's ledger. Lines are added, never changed: a mistake is put right by another line.
public struct LedgerEntry: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable {
        /// The budget was raised, or lowered.
        case budget = "BUDGET"
        case pay = "PAY"
        case recover = "RECOVER"

        public var name: Bilingual {
            switch self {
            case .budget: Bilingual("预算", "Budget")
            case .pay: Bilingual("支付", "Payment")
            case .recover: Bilingual("追回", "Recovery")
            }
        }
    }

    /// 1 for the first of the account.
    public var number: Int64
    public var kind: Kind
    /// In fen: what the balance changed by.
    public var amount: Int64
    /// In fen, after it.
    public var balance: Int64
    /// In milliseconds UTC.
    public var at: Int64
    public var by: String
    public var payment: String?
    public var caseNumber: String?
    public var note: String?
}
