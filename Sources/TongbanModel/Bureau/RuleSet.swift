// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// The figures and switches of an item that hold from a day on; cases stay with those they began under.
public struct RuleSet: Sendable, Hashable, Codable {
    /// The value of a case under which its conditions find them.
    public static let name = "rules"

    /// The first day, `YYYY-MM-DD`.
    public var effectiveFrom: String
    /// The law or document that sets them.
    public var source: String?
    public var values: JSON

    public init(effectiveFrom: String, source: String? = nil, values: JSONObject) {
        self.effectiveFrom = effectiveFrom
        self.source = source
        self.values = .object(values)
    }
}

extension [RuleSet] {
    /// Those in force on a day: the latest that began on it or before; `nil` before the first.
    public func inForce(on day: CivilDay) -> RuleSet? {
        self.compactMap { set in CivilDay(set.effectiveFrom).map { (day: $0, set: set) } }
            .filter { $0.day <= day }.max { $0.day < $1.day }?.set
    }
}
