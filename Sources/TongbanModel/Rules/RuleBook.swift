// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// What a bureau's rule file says: figures that the law, the city or the bureau may change, each with the days from which
/// its values hold, and decision tables.
///
/// ```json
/// { "bureau": "market",
///   "rules": [
///     { "id": "complaint.accept", "kind": "limit", "name": { "zh": "投诉受理时限", "en": "Accepting a complaint" },
///       "versions": [ { "effective_from": "2020-01-01", "value": "7wd", "source": "…第14条" } ] } ],
///   "tables": [] }
/// ```
public struct RuleBook: Sendable, Hashable {
    public var bureau: String
    public var rules: [RuleDeclaration]
    public var tables: [DecisionTable]

    public init(bureau: String, rules: [RuleDeclaration] = [], tables: [DecisionTable] = []) {
        self.bureau = bureau
        self.rules = rules
        self.tables = tables
    }

    public func rule(_ id: String) -> RuleDeclaration? { self.rules.first { $0.id == id } }

    /// The value of a rule on a day; `nil` when there is no such rule, or none yet.
    public func value(_ id: String, on day: CivilDay) -> JSON? { self.rule(id)?.version(on: day)?.value }

    /// The first day after a day on which some value becomes another.
    public func nextChange(after day: CivilDay) -> CivilDay? {
        RuleDeclaration.nextChange(in: self.rules, after: day)
    }
}

extension RuleDeclaration {
    /// The first day after a day on which one of these rules gets another value.
    public static func nextChange(in rules: [RuleDeclaration], after day: CivilDay) -> CivilDay? {
        rules.flatMap { $0.versions.map(\.effectiveFrom) }.filter { $0 > day }.min()
    }

    /// The values of rules on a day, as conditions see them: `complaint.accept` is `accept` in `complaint`.
    ///
    /// - Returns: the values, and the rules that do not hold yet.
    public static func values(_ rules: [RuleDeclaration], on day: CivilDay) -> (JSONObject, missing: [RuleDeclaration])
    {
        var values = JSONObject()
        var missing: [RuleDeclaration] = []
        for rule in rules {
            guard let version = rule.version(on: day) else {
                missing.append(rule)
                continue
            }
            values.put(version.value, at: rule.id.split(separator: ".").map(String.init)[...])
        }
        return (values, missing)
    }

    /// The names of rules in an expression, wherever they stand in it: `complaint.accept` of `{"var":"rules.complaint.accept"}`.
    public static func names(in json: JSON) -> Set<String> {
        var names: Set<String> = []
        Self.collect(json, &names)
        return names
    }

    private static func collect(_ json: JSON, _ names: inout Set<String>) {
        switch json {
        case .array(let values): for value in values { Self.collect(value, &names) }
        case .object(let object):
            for member in object {
                let path = member.value.stringValue ?? member.value.arrayValue?.first?.stringValue
                if member.name == "var", let path, path.hasPrefix(RuleSet.name + ".") {
                    names.insert(String(path.dropFirst(RuleSet.name.utf8.count + 1)))
                }
                Self.collect(member.value, &names)
            }
        default: break
        }
    }
}

extension JSONObject {
    /// Puts a value at the end of a path of members.
    mutating func put(_ value: JSON, at path: ArraySlice<String>) {
        guard let first = path.first else { return }
        guard path.count > 1 else {
            self[first] = value
            return
        }
        var inner = self[first]?.objectValue ?? JSONObject()
        inner.put(value, at: path.dropFirst())
        self[first] = .object(inner)
    }
}
