// SPDX-License-Identifier: Apache-2.0

/// An amount of money in fen; 100 fen are a yuan.
public struct Fen: Sendable, Hashable, Comparable, CustomStringConvertible {
    public var amount: Int64

    public init(_ amount: Int64) {
        self.amount = amount
    }

    /// Reads yuan with at most two decimals, such as `6000` or `-12.50`; `nil` for anything else or an overflow.
    public init?(yuan text: some StringProtocol) {
        var rest = text.utf8[...]
        let negative = rest.first == 0x2D
        if negative { rest = rest.dropFirst() }
        let parts = rest.split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, let yuan = decimal(whole) else { return nil }
        var cents = 0
        if parts.count == 2 {
            guard (1...2).contains(parts[1].count), let value = decimal(parts[1]) else { return nil }
            cents = parts[1].count == 1 ? value * 10 : value
        }
        let (product, overflow) = Int64(yuan).multipliedReportingOverflow(by: 100)
        let (sum, carried) = product.addingReportingOverflow(Int64(cents))
        guard !overflow, !carried else { return nil }
        self.amount = negative ? -sum : sum
    }

    /// The sum, or `nil` when it does not fit.
    public func adding(_ other: Fen) -> Fen? {
        let (sum, overflow) = self.amount.addingReportingOverflow(other.amount)
        return overflow ? nil : Fen(sum)
    }

    /// A share `numerator / denominator`, half a fen rounded up, away from zero; `nil` when it does not fit.
    public func share(_ numerator: Int64, of denominator: Int64) -> Fen? {
        precondition(denominator > 0, "a share has a positive denominator")
        let (product, overflow) = self.amount.multipliedReportingOverflow(by: numerator)
        guard !overflow else { return nil }
        let quotient = product / denominator
        let rest = (product % denominator).magnitude
        guard rest >= denominator.magnitude - rest else { return Fen(quotient) }
        return Fen(product < 0 ? quotient - 1 : quotient + 1)
    }

    /// Yuan with two decimals: `6000.00`.
    public var description: String {
        let magnitude = self.amount.magnitude
        return "\(self.amount < 0 ? "-" : "")\(magnitude / 100).\(padded(Int(magnitude % 100), 2))"
    }

    public static func < (one: Fen, other: Fen) -> Bool { one.amount < other.amount }
}
