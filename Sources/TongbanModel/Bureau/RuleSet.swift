// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// Figures of an item that change with the law: caps, rates, thresholds, as they hold from a day on.
///
/// Conditions and values see those of the set a case is decided by as `rules.NAME`.
public struct RuleSet: Sendable, Hashable, Codable {
    /// The first day it holds; it holds until the day before the next set's.
    public var effectiveFrom: CivilDay
    /// The law or notice that sets it.
    public var source: String?
    public var values: JSON

    public init(effectiveFrom: CivilDay, source: String? = nil, values: JSONObject) {
        self.effectiveFrom = effectiveFrom
        self.source = source
        self.values = .object(values)
    }

    /// The name under which rules find the values.
    public static let name = "rules"

    /// What stands beside the values: since when they hold, for which day they were chosen, and whether for good.
    static let stamps: Set<String> = ["effectiveFrom", "day", "final"]
}

extension ItemDeclaration {
    /// The set that holds on a day; `nil` when the item has none, or none that early.
    public func ruleSet(on day: CivilDay) -> RuleSet? {
        (self.rules ?? []).filter { $0.effectiveFrom <= day }.max { $0.effectiveFrom < $1.effectiveFrom }
    }
}
