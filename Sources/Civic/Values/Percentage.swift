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

    /// Hundredths of a per cent, half rounded up; `nil` of nothing.
    public var hundredths: Int64? {
        self.denominator == 0
            ? nil : (self.numerator * 20_000 + self.denominator) / (2 * self.denominator)
    }

    /// Two decimals, `83.33`; `—` when there is nothing to have a share of.
    public var description: String {
        guard let hundredths else { return "—" }
        return "\(hundredths / 100).\(padded(Int(hundredths % 100), 2))"
    }
}

/// A figure with the qualifier it was published with.
public struct Approximate: Sendable, Hashable {
    public enum Qualifier: String, Sendable, Hashable, Codable {
        case exact = "EXACT"
        /// 余, 多
        case moreThan = "MORE_THAN"
        /// 近
        case nearly = "NEARLY"
    }

    public var value: Int64
    public var qualifier: Qualifier

    public init(_ value: Int64, _ qualifier: Qualifier = .exact) {
        self.value = value
        self.qualifier = qualifier
    }

    public var text: Bilingual {
        switch self.qualifier {
        case .exact: Bilingual("\(self.value)", "\(self.value)")
        case .moreThan: Bilingual("\(self.value)余", "more than \(self.value)")
        case .nearly: Bilingual("近\(self.value)", "nearly \(self.value)")
        }
    }

    /// The sum; it is qualified when one of its parts is.
    public static func + (one: Approximate, other: Approximate) -> Approximate {
        let qualifier =
            one.qualifier == other.qualifier
            ? one.qualifier : one.qualifier == .exact ? other.qualifier : other.qualifier == .exact ? one.qualifier : .moreThan
        return Approximate(one.value + other.value, qualifier)
    }
}
