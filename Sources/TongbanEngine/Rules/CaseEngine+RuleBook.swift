// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// The rule files of the bureaus: what of them changed is told in the journal, and on the day on which a value becomes
/// another the bureau is asked anew what it declares.
extension CaseEngine {
    static func ruleTimer(_ bureau: String) -> String { "rules:\(bureau)" }

    /// Takes note of the rules a bureau comes with.
    func rulesDeclared(_ declaration: BureauDeclaration, after old: BureauDeclaration?) throws(EngineError) {
        self.outdated.remove(declaration.id)
        let rules = declaration.ruleBook ?? []
        if let old {
            try self.tellRuleChanges(from: old.ruleBook ?? [], to: rules, of: declaration.id)
        } else if !rules.isEmpty {
            try self.engine.record("rules.loaded", bureau: declaration.id, caseNumber: nil) { writer in
                writer.beginObject()
                writer.member("rules", rules.count)
                writer.endObject()
            }
        }
        try self.awaitRuleChange(declaration)
    }

    /// Sets the timer for the next day on which a value becomes another.
    func awaitRuleChange(_ declaration: BureauDeclaration) throws(EngineError) {
        let id = Self.ruleTimer(declaration.id)
        let today = ShanghaiTime.day(of: self.engine.now)
        guard let day = RuleDeclaration.nextChange(in: declaration.ruleBook ?? [], after: today) else {
            return try self.engine.write(.removeTimer(id: id))
        }
        try self.engine.write(
            .putTimer(TimerRecord(id: id, due: ShanghaiTime.startOfDay(day), caseNumber: nil, body: .emptyObject))
        )
    }

    private func tellRuleChanges(
        from old: [RuleDeclaration],
        to new: [RuleDeclaration],
        of bureau: String
    ) throws(EngineError) {
        let before = Dictionary(old.map { ($0.id, $0) }) { first, _ in first }
        let after = Dictionary(new.map { ($0.id, $0) }) { first, _ in first }
        for id in Set(before.keys).union(after.keys).sorted() where before[id] != after[id] {
            let versions = [before[id], after[id]].map { rule in rule.flatMap { try? JSON(encoding: $0.versions) } }
            try self.engine.record("rule.changed", bureau: bureau, caseNumber: nil) { writer in
                writer.beginObject()
                writer.member("rule", id)
                writer.member("before", versions[0])
                writer.member("after", versions[1])
                writer.endObject()
            }
        }
    }

    /// A day has begun on which values of a bureau's rules become others.
    func fireRules(_ timer: TimerRecord) throws(EngineError) {
        let bureau = String(timer.id.drop { $0 != ":" }.dropFirst())
        guard let declaration = self.directory.declaration(of: bureau)?.declaration else { return }
        let day = ShanghaiTime.day(of: timer.due)
        for rule in declaration.ruleBook ?? [] {
            guard let index = rule.versions.firstIndex(where: { $0.effectiveFrom == day }) else { continue }
            let version = rule.versions[index]
            let before: JSON? = index > 0 ? rule.versions[index - 1].value : nil
            try self.engine.record("rule.effective", bureau: bureau, caseNumber: nil) { writer in
                writer.beginObject()
                writer.member("rule", rule.id)
                writer.member("day", day.description)
                writer.member("before", before)
                writer.member("after", version.value)
                writer.member("source", version.source)
                writer.endObject()
            }
        }
        self.outdated.insert(bureau)
        try self.awaitRuleChange(declaration)
    }
}
