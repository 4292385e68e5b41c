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

    /// The difference, or `nil` when it does not fit.
    public func subtracting(_ other: Fen) -> Fen? {
        let (difference, overflow) = self.amount.subtractingReportingOverflow(other.amount)
        return overflow ? nil : Fen(difference)
    }

    /// So many times the amount, or `nil` when it does not fit.
    public func multiplied(by factor: Int64) -> Fen? {
        let (product, overflow) = self.amount.multipliedReportingOverflow(by: factor)
        return overflow ? nil : Fen(product)
    }

    /// A share `numerator / denominator`, half a fen rounded up, away from zero; `nil` when it does not fit.
    public func share(_ numerator: Int64, of denominator: Int64) -> Fen? {
        precondition(denominator > 0, "a share has a positive denominator")
        guard
            let magnitude = roundedQuotient(
                self.amount.magnitude,
                times: numerator.magnitude,
                by: denominator.magnitude
            )
        else { return nil }
        let isNegative = (self.amount < 0) != (numerator < 0)
        if isNegative { return magnitude <= Int64.min.magnitude ? Fen(Int64(truncatingIfNeeded: 0 &- magnitude)) : nil }
        return Int64(exactly: magnitude).map { Fen($0) }
    }

    /// Yuan with two decimals: `6000.00`.
    public var description: String {
        let magnitude = self.amount.magnitude
        return "\(self.amount < 0 ? "-" : "")\(magnitude / 100).\(padded(Int(magnitude % 100), 2))"
    }

    public static func < (one: Fen, other: Fen) -> Bool { one.amount < other.amount }
}

/// `number * factor / divisor`, half rounded up, computed in 128 bits; `nil` when the result does not fit.
func roundedQuotient(_ number: UInt64, times factor: UInt64, by divisor: UInt64) -> UInt64? {
    let product = number.multipliedFullWidth(by: factor)
    guard product.high < divisor else { return nil }
    let (quotient, rest) = divisor.dividingFullWidth(product)
    let (sum, overflow) = quotient.addingReportingOverflow(rest >= divisor - rest ? 1 : 0)
    return overflow ? nil : sum
}
