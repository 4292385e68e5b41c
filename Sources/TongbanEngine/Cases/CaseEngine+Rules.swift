// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// The rules a case is decided by: those of its opening day, or, where the item says so, of the day a value of the case
/// names, such as its acceptance. They are kept in the case, so that no later declaration changes them.
extension CaseEngine {
    /// The values a case begins with: its form's, and the rules of the day.
    ///
    /// - Throws: `NO_RULES` when the item has rules, but none that hold already.
    func beginning(_ data: JSONObject, of loaded: LoadedItem) throws(EngineError) -> JSONObject {
        let item = loaded.declaration
        guard loaded.hasRules else { return data }
        var data = data
        data[RuleSet.name] = try Self.pinned(
            item,
            on: ShanghaiTime.day(of: self.engine.now),
            isFinal: item.rulesDay == nil
        )
        return data
    }

    /// Takes the rules of the day that decides, once the case names it; a later day changes them no more.
    func pinRules(_ inHand: inout CaseInHand) throws(EngineError) {
        let item = inHand.item.declaration
        guard inHand.item.hasRules, inHand.state.data[RuleSet.name]?["final"] != true else { return }
        guard let name = item.rulesDay, let text = inHand.state.data[name]?.stringValue else {
            if inHand.state.data[RuleSet.name] == nil {
                let day = ShanghaiTime.day(of: inHand.record.opened)
                inHand.state.data[RuleSet.name] = try Self.pinned(item, on: day, isFinal: item.rulesDay == nil)
            }
            return
        }
        let day = CivilDay(text) ?? Instant(text).map { ShanghaiTime.day(of: $0) }
        guard let day else { return }
        inHand.state.data[RuleSet.name] = try Self.pinned(item, on: day, isFinal: true)
    }

    private static func pinned(_ item: ItemDeclaration, on day: CivilDay, isFinal: Bool) throws(EngineError) -> JSON {
        // Tables have versions of their own: of the case they only need the day.
        guard item.rules != nil else { return ["day": .string(day.description), "final": .bool(isFinal)] }
        guard let set = item.ruleSet(on: day), var values = set.values.objectValue else {
            throw .refused(
                Refusal(
                    code: "NO_RULES",
                    zh: "事项“\(item.name.zh)”在 \(day) 没有生效的规则。",
                    en: "no rules of \"\(item.name.en)\" hold on \(day)"
                )
            )
        }
        values["effectiveFrom"] = .string(set.effectiveFrom.description)
        values["day"] = .string(day.description)
        values["final"] = .bool(isFinal)
        return .object(values)
    }
}
