// SPDX-License-Identifier: Apache-2.0

/// An area of land in hundredths of a mu 亩; 15 mu are a hectare, one is 2000/3 m².
public struct Mu: Sendable, Hashable, Comparable, CustomStringConvertible {
    public var hundredths: Int64

    public init(hundredths: Int64) {
        self.hundredths = hundredths
    }

    /// Reads mu with at most two decimals, such as `300` or `12.5`; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        guard !text.utf8.starts(with: [0x2D]), let value = Fen(yuan: text) else { return nil }
        self.hundredths = value.amount
    }

    /// The sum, or `nil` when it does not fit.
    public func adding(_ other: Mu) -> Mu? {
        let (sum, overflow) = self.hundredths.addingReportingOverflow(other.hundredths)
        return overflow ? nil : Mu(hundredths: sum)
    }

    /// Square metres, rounded to the nearest; `nil` when they do not fit.
    public var squareMetres: Int64? {
        guard let magnitude = roundedQuotient(self.hundredths.magnitude, times: 20, by: 3) else { return nil }
        return Int64(exactly: magnitude).map { self.hundredths < 0 ? -$0 : $0 }
    }

    /// Two decimals: `300.00`.
    public var description: String { Fen(self.hundredths).description }

    public static func < (one: Mu, other: Mu) -> Bool { one.hundredths < other.hundredths }
}
