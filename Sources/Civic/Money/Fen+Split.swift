// SPDX-License-Identifier: Apache-2.0

extension Fen {
    /// Parts in proportion to weights that add up to the amount to the fen: what rounding down leaves over goes, a fen
    /// each, to the largest remainders, the first of equals.
    ///
    /// - Returns: a part for each weight; `nil` when the amount or a weight is negative, or no weight is positive.
    public func split(by weights: [Int64]) -> [Fen]? {
        guard self.amount >= 0, weights.allSatisfy({ $0 >= 0 }) else { return nil }
        var total: UInt64 = 0
        for weight in weights {
            let (sum, overflow) = total.addingReportingOverflow(weight.magnitude)
            guard !overflow else { return nil }
            total = sum
        }
        guard total > 0 else { return nil }
        var parts: [UInt64] = []
        var remainders: [(index: Int, rest: UInt64)] = []
        var left = self.amount.magnitude
        for (index, weight) in weights.enumerated() {
            let (quotient, rest) = total.dividingFullWidth(
                self.amount.magnitude.multipliedFullWidth(by: weight.magnitude)
            )
            parts.append(quotient)
            left -= quotient
            remainders.append((index, rest))
        }
        remainders.sort { ($1.rest, $0.index) < ($0.rest, $1.index) }
        for remainder in remainders.prefix(Int(left)) { parts[remainder.index] += 1 }
        return parts.map { Fen(Int64($0)) }
    }
}
