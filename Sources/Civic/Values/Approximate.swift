// SPDX-License-Identifier: Apache-2.0

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
            ? one.qualifier
            : one.qualifier == .exact ? other.qualifier : other.qualifier == .exact ? one.qualifier : .moreThan
        return Approximate(saturatingSum(one.value, other.value), qualifier)
    }
}
