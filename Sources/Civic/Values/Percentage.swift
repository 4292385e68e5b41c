// SPDX-License-Identifier: Apache-2.0

/// A share kept as two whole numbers, so that it can be checked and added up.
public struct Percentage: Sendable, Hashable, CustomStringConvertible {
    public var numerator: Int64
    public var denominator: Int64

    public init(_ numerator: Int64, of denominator: Int64) {
        precondition(numerator >= 0 && denominator >= 0, "a share has no negative parts")
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Hundredths of a per cent, half rounded up; `nil` of nothing. More than fits is the greatest that does.
    public var hundredths: Int64? {
        guard self.denominator > 0 else { return nil }
        return roundedQuotient(self.numerator.magnitude, times: 10_000, by: self.denominator.magnitude)
            .map { Int64(clamping: $0) } ?? .max
    }

    /// Two decimals, `83.33`; `—` when there is nothing to have a share of.
    public var description: String {
        guard let hundredths else { return "—" }
        return "\(hundredths / 100).\(padded(Int(hundredths % 100), 2))"
    }
}
