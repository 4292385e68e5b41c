// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// Figures that change with the law, as they hold from a day on; written once for each day on which they change.
///
/// ```swift
/// Rules(from: "2022-01-01", source: "皖医保发〔2021〕10号", ["cap": 600_000])
/// Rules(from: "2023-01-01", source: "皖医保发〔2022〕12号", ["cap": 650_000])
/// …
/// Requires("OVER_CAP", form("amount") <= rule("cap"), "超过封顶线。", "over the cap")
/// ```
///
/// A case is decided by the set of its opening day, or of the day ``RulesDay`` names, whatever is declared later.
public struct Rules: ItemPart {
    let day: CivilDay?
    let source: String?
    let values: JSONObject

    /// - Parameter day: the first day it holds, `YYYY-MM-DD`; a text that is no day makes the declaration faulty.
    public init(from day: String, source: String? = nil, _ values: JSONObject) {
        self.day = CivilDay(day)
        self.source = source
        self.values = values
    }

    var declaration: RuleSet? {
        self.day.map { RuleSet(effectiveFrom: $0, source: self.source, values: self.values) }
    }
}

/// The value of the case whose day decides which rules hold, such as `acceptedOn`; until it is there, those of the opening
/// day do.
public struct RulesDay: ItemPart {
    let name: String

    public init(_ name: String) { self.name = name }
}

/// A figure of the rules the case is decided by: of ``Rules``, or of the bureau's rule file.
public func rule(_ name: String) -> Expression { value("\(RuleSet.name).\(name)") }

extension ItemDeclaration {
    mutating func takeRules(_ parts: [any ItemPart]) {
        let rules = parts.compactMap { $0 as? Rules }
        if !rules.isEmpty {
            // With a day that is none no set is taken, which the check of the declaration refuses.
            let sets = rules.compactMap(\.declaration)
            self.rules = sets.count == rules.count ? sets : []
        }
        self.rulesDay = parts.lazy.compactMap { $0 as? RulesDay }.first?.name
    }
}
