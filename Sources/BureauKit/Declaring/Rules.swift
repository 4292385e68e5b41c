// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// Figures and switches of an item that hold from a day on.
///
/// ```swift
/// Rules(from: "2022-07-01", source: "区残联〔2022〕12号", ["cap": 600_000])
/// Rules(from: "2023-01-01", source: "区残联〔2022〕40号", ["cap": 800_000])
/// ```
///
/// Conditions and limits find them as `rule("cap")`. A case stays with the rules of the day it was opened on; an action
/// with ``ChoosesRules`` has it go by those of the day the action is taken, such as the day of acceptance.
public struct Rules: ItemPart {
    let rules: RuleSet

    /// - Parameters:
    ///   - day: the first day, `YYYY-MM-DD`.
    ///   - source: the law or document that sets them.
    public init(from day: String, source: String? = nil, _ values: JSONObject) {
        self.rules = RuleSet(effectiveFrom: day, source: source, values: values)
    }
}

/// Has the case go by the rules that hold on the day of the action.
public struct ChoosesRules: Step {
    public let content: FlowContent

    public init() { self.content = .send(FlowSendContent(event: .string("rules"), type: "chooseRules")) }
}

/// A figure or switch of the rules the case goes by.
public func rule(_ name: String) -> Expression { value("\(RuleSet.name).\(name)") }
