// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// A report as it was worked out: whole numbers only, in a fixed order, so that equal figures are equal bytes.
public struct ReportDocument: Sendable, Hashable, Codable {
    public struct Column: Sendable, Hashable, Codable {
        public var id: String
        public var name: Bilingual
        public var unit: Bilingual?
        /// Whether the cells are made of two numbers: numerator and denominator.
        public var isShare: Bool
        /// Whether they are divided as they are, and not made a share in per cent.
        public var isMean: Bool?
    }

    public struct Cell: Sendable, Hashable, Codable {
        /// The count or sum; of a share the numerator; `nil` when hidden or not known.
        public var n: Int64?
        /// Of a share or a mean the denominator.
        public var d: Int64?
        /// Whether it is a mean.
        public var mean: Bool?
        /// Whether it is too small to be shown, or would give a small one away.
        public var hidden: Bool?
        /// Of a hidden count: it is from 1 to one less than this.
        public var below: Int64?
        public var qualifier: Approximate.Qualifier?
        /// Who states the value.
        public var source: String?

        public init(
            n: Int64? = nil,
            d: Int64? = nil,
            mean: Bool? = nil,
            hidden: Bool? = nil,
            below: Int64? = nil,
            qualifier: Approximate.Qualifier? = nil,
            source: String? = nil
        ) {
            self.n = n
            self.d = d
            self.mean = mean
            self.hidden = hidden
            self.below = below
            self.qualifier = qualifier
            self.source = source
        }

        /// `12`, `78.52`, `<3` or `*` of a hidden one, `—` where there is nothing to count, to have a share of or to divide by.
        public func text(isShare: Bool) -> Bilingual {
            if self.hidden == true {
                let text = self.below.map { "<\($0)" } ?? "*"
                return Bilingual(text, text)
            }
            guard let n = self.n else { return Bilingual("—", "—") }
            if isShare {
                guard let d = self.d, n >= 0, d >= 0 else { return Bilingual("—", "—") }
                let text = self.mean == true ? Self.quotient(n, d) : Percentage(n, of: d).description
                // A share of a number that is only nearly known is only nearly known itself.
                guard let qualifier, qualifier != .exact, d > 0 else { return Bilingual(text, text) }
                return Bilingual("约\(text)", "about \(text)")
            }
            return Approximate(n, self.qualifier ?? .exact).text
        }

        /// With two decimals, half up; `—` of nothing.
        private static func quotient(_ n: Int64, _ d: Int64) -> String {
            guard d > 0 else { return "—" }
            let hundredths = ((n % d) * 200 + d) / (2 * d)
            let (whole, rest) = (n / d + hundredths / 100, hundredths % 100)
            return "\(whole).\(rest < 10 ? "0" : "")\(rest)"
        }
    }

    public struct Row: Sendable, Hashable, Codable {
        /// `total` of the last row.
        public var id: String
        public var name: Bilingual
        public var cells: [Cell]
        /// The same cells of the period it is compared with.
        public var before: [Cell]?
    }

    /// A correction of a locked period, which stands in the period in which it was found.
    public struct Adjustment: Sendable, Hashable, Codable {
        /// The locked period that was wrong.
        public var period: String
        public var figure: String
        public var delta: Int64
        public var reason: String

        public init(period: String, figure: String, delta: Int64, reason: String) {
            self.period = period
            self.figure = figure
            self.delta = delta
            self.reason = reason
        }
    }

    public var bureau: String
    public var report: String
    public var name: Bilingual
    public var period: String
    /// The period of ``Row/before``.
    public var comparedWith: String?
    /// The past moment it was asked for.
    public var at: String?
    /// Of a locked period: 1, 2, 3 …
    public var version: Int?
    /// Why a later version was made.
    public var reason: String?
    public var columns: [Column]
    public var rows: [Row]
    public var total: Row
    public var adjustments: [Adjustment]
    public var hideBelow: Int?
    public var chart: ReportDeclaration.Chart?

    /// Canonical JSON, members sorted, with a line break at its end.
    public func json() throws -> String { try JSON(encoding: self).canonical + "\n" }
}
