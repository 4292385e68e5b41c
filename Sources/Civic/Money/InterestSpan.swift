// SPDX-License-Identifier: Apache-2.0

/// Days over which money is lent at one yearly rate.
public struct InterestSpan: Sendable, Hashable {
    /// The yearly rate in millionths: 4.35 % is 43,500.
    public var rate: Int64
    public var days: Int64

    public init(rate: Int64, days: Int64) {
        self.rate = rate
        self.days = days
    }
}

extension Fen {
    /// Days of a year by which bank loans are reckoned.
    public static let interestYear: Int64 = 360

    /// Simple interest, `amount × Σ(rate × days) / 360`, rounded once, half a fen up. Days without interest, such as
    /// overdue ones, are left out by the caller; a change of the rate makes a span of its own.
    ///
    /// - Returns: `nil` when a rate or a number of days is negative, or the result does not fit.
    public func interest(over spans: [InterestSpan]) -> Fen? {
        var sum: Int64 = 0
        for span in spans {
            guard span.rate >= 0, span.days >= 0 else { return nil }
            let (product, isTooLarge) = span.rate.multipliedReportingOverflow(by: span.days)
            let (next, overflow) = sum.addingReportingOverflow(product)
            guard !isTooLarge, !overflow else { return nil }
            sum = next
        }
        return self.share(sum, of: 1_000_000 * Self.interestYear)
    }
}
