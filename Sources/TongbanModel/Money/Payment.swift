// SPDX-License-Identifier: Apache-2.0

import Civic

/// Money asked of a fund for a case, and what became of it.
public struct Payment: Sendable, Hashable, Codable {
    public enum State: String, Sendable, Hashable, Codable, CaseIterable {
        case paid = "PAID"
        /// Part is paid, the rest waits for money.
        case part = "PART"
        case waiting = "WAITING"
        /// The payee has had all that the caps allow.
        case capped = "CAPPED"
        /// What waited was given up.
        case withdrawn = "WITHDRAWN"

        public var name: Bilingual {
            switch self {
            case .paid: Bilingual("已支付", "Paid")
            case .part: Bilingual("部分支付", "Paid in part")
            case .waiting: Bilingual("轮候", "Waiting")
            case .capped: Bilingual("已达上限", "Capped")
            case .withdrawn: Bilingual("已撤销", "Withdrawn")
            }
        }
    }

    /// `PM-20220712-000001`.
    public var number: String
    public var bureau: String
    public var fund: String
    /// The account of the fund, such as `2022`.
    public var account: String
    public var caseNumber: String
    public var payee: String?
    /// In fen: what was asked.
    public var asked: Int64
    /// In fen: what of it the caps allow; less once the rest is withdrawn.
    public var granted: Int64
    /// In fen.
    public var paid: Int64 = 0
    /// In fen: what of it came back.
    public var recovered: Int64 = 0
    /// Its place among the payments of its account.
    public var place: Int64
    public var isWithdrawn = false
    /// The payment of another account whose rest this is.
    public var carriedFrom: String?
    /// In milliseconds UTC.
    public var at: Int64

    public init(
        number: String,
        bureau: String,
        fund: String,
        account: String,
        caseNumber: String,
        payee: String?,
        asked: Int64,
        granted: Int64,
        place: Int64,
        at: Int64
    ) {
        self.number = number
        self.bureau = bureau
        self.fund = fund
        self.account = account
        self.caseNumber = caseNumber
        self.payee = payee
        self.asked = asked
        self.granted = granted
        self.place = place
        self.at = at
    }

    /// In fen: what waits for money.
    public var waiting: Int64 { self.granted - self.paid }
    /// In fen: what could still be recovered.
    public var kept: Int64 { self.paid - self.recovered }

    public var state: State {
        if self.waiting > 0 { return self.paid > 0 ? .part : .waiting }
        if self.isWithdrawn { return .withdrawn }
        return self.granted == 0 && self.asked > 0 ? .capped : .paid
    }
}
