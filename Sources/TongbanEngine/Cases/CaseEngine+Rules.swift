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
            loaded,
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
                inHand.state.data[RuleSet.name] = try Self.pinned(inHand.item, on: day, isFinal: item.rulesDay == nil)
            }
            return
        }
        let day = CivilDay(text) ?? Instant(text).map { ShanghaiTime.day(of: $0) }
        guard let day else { return }
        inHand.state.data[RuleSet.name] = try Self.pinned(inHand.item, on: day, isFinal: true)
    }

    /// Adds to the rules a case keeps those that only a later version of its item asks for, as of the same day.
    func completeRules(_ inHand: inout CaseInHand) throws(EngineError) {
        guard !inHand.item.book.isEmpty, var kept = inHand.state.data[RuleSet.name]?.objectValue,
            let day = kept["day"]?.stringValue.flatMap({ CivilDay($0) })
        else { return }
        let fresh = try Self.pinned(inHand.item, on: day, isFinal: kept["final"] == true)
        kept.complete(from: fresh.objectValue ?? [:])
        inHand.state.data[RuleSet.name] = .object(kept)
    }

    private static func pinned(_ loaded: LoadedItem, on day: CivilDay, isFinal: Bool) throws(EngineError) -> JSON {
        let item = loaded.declaration
        var values = JSONObject()
        if item.rules != nil {
            guard let set = item.ruleSet(on: day), let own = set.values.objectValue else {
                throw .refused(
                    Refusal(
                        code: "NO_RULES",
                        zh: "事项“\(item.name.zh)”在 \(day) 没有生效的规则。",
                        en: "no rules of \"\(item.name.en)\" hold on \(day)"
                    )
                )
            }
            values = own
            values["effectiveFrom"] = .string(set.effectiveFrom.description)
        }
        // Only what its flow asks for: the case keeps it for good.
        let (figures, missing) = RuleDeclaration.values(loaded.book, on: day)
        if let rule = missing.first {
            throw .refused(
                Refusal(
                    code: "NO_RULES",
                    zh: "规则“\(rule.name.zh)”(\(rule.id))自 \(rule.versions[0].effectiveFrom) 起才有,\(day) 尚未生效。",
                    en:
                        "the rule \"\(rule.name.en)\" (\(rule.id)) holds from \(rule.versions[0].effectiveFrom) on, not yet on \(day)"
                )
            )
        }
        for member in figures { values[member.name] = member.value }
        // Tables have versions of their own: of the case they only need the day.
        values["day"] = .string(day.description)
        values["final"] = .bool(isFinal)
        return .object(values)
    }
}

extension JSONObject {
    /// Takes over the members it lacks, of objects inside it too.
    fileprivate mutating func complete(from other: JSONObject) {
        for member in other {
            switch (self[member.name], member.value) {
            case (nil, let value): self[member.name] = value
            case (.object(var inner)?, .object(let more)):
                inner.complete(from: more)
                self[member.name] = .object(inner)
            default: break
            }
        }
    }
}
