// SPDX-License-Identifier: Apache-2.0

import Civic

/// Money a bureau pays out of, and by which rules.
public struct FundDeclaration: Sendable, Hashable, Codable {
    /// What has a ledger and a budget of its own.
    public enum Period: String, Sendable, Hashable, Codable, CaseIterable {
        /// The fund, once and for all.
        case once = "ONCE"
        /// Each civil year; what one year leaves over, or leaves waiting, does not pass to the next by itself.
        case year = "YEAR"

        /// The name of the account that a day belongs to.
        public func account(on day: CivilDay) -> String {
            switch self {
            case .once: "ALL"
            case .year: String(day.description.prefix(4))
            }
        }

        public func isAccount(_ name: String) -> Bool {
            switch self {
            case .once: name == "ALL"
            case .year: name.utf8.count == 4 && name.utf8.allSatisfy { (0x30...0x39).contains($0) }
            }
        }
    }

    public var id: String
    public var name: Bilingual
    public var period: Period
    /// Whether there is no budget: the ledger only tells what was borne, such as a bank's own share.
    public var isUnlimited: Bool?
    /// Whether the last payment the money does not suffice for is paid in part at once, and waits for the rest;
    /// otherwise it waits whole.
    public var paysInPart: Bool
    /// The most for one payment, in fen.
    public var paymentCap: Int64?
    /// The most for one payee in one account, in fen.
    public var payeeCap: Int64?
    /// Payments wait while the balance is below so many per cent of the budget.
    public var waitsBelow: Int?

    public init(
        id: String,
        name: Bilingual,
        period: Period = .once,
        isUnlimited: Bool = false,
        paysInPart: Bool = true,
        paymentCap: Int64? = nil,
        payeeCap: Int64? = nil,
        waitsBelow: Int? = nil
    ) {
        self.id = id
        self.name = name
        self.period = period
        self.isUnlimited = isUnlimited ? true : nil
        self.paysInPart = paysInPart
        self.paymentCap = paymentCap
        self.payeeCap = payeeCap
        self.waitsBelow = waitsBelow
    }

    public var hasBudget: Bool { self.isUnlimited != true }
}
