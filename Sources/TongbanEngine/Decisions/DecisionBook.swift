// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// Decides by the tables and score cards of a bureau, and keeps each decision with its reasons in the case.
///
/// A case is decided by the declaration it is on, and in it by the version of the day its rules go by.
public final class DecisionBook {
    unowned let cases: CaseEngine

    init(_ cases: CaseEngine) { self.cases = cases }

    /// Decides for a case, puts the result into a value of it, and keeps the decision.
    func decide(
        _ table: String,
        into: String?,
        inputs: JSONObject?,
        in inHand: inout CaseInHand
    ) throws(EngineError) {
        let today = ShanghaiTime.day(of: self.cases.engine.now)
        let day = inHand.state.data[RuleSet.name]?["day"]?.stringValue.flatMap { CivilDay($0) } ?? today
        var context = inHand.state.data
        context["today"] = .string(today.description)
        let operands: [JSON] = [.string(table), .null, .string(day.description)]
        let json: JSON
        do {
            if let inputs {
                json = try inHand.item.decisions.decide(table, inputs, on: day).json
            } else {
                json = try JsonLogic.evaluate(
                    ["decision": .array(operands)],
                    data: .object(context),
                    decisions: inHand.item.decisions
                )
            }
        } catch {
            throw .refused(Self.refusal(error, table))
        }
        try self.keep(["decision": json, "into": into.map(JSON.string) ?? .null], in: &inHand)
        guard let into else { return }
        inHand.state.data[into] = json["value"] ?? .null
    }

    private static func refusal(_ error: any Error, _ table: String) -> Refusal {
        if let error = error as? DecisionError { return Refusal(error) }
        if case .undecided(let error)? = error as? JsonLogicError { return Refusal(error) }
        return Refusal(DecisionError.badRow(table: table, row: "", reason: "\(error)"))
    }

    /// Keeps a decision that the flow made, without what is of class S.
    func keep(_ data: JSON, in inHand: inout CaseInHand) throws(EngineError) {
        guard let result = data["decision"].flatMap(DecisionResult.init(json:)) else {
            throw .refused(
                Refusal(code: "FLOW_ERROR", zh: "决策结果无法读取。", en: "the result of a decision cannot be read")
            )
        }
        guard inHand.body.decisions.count < CaseDecision.limit else {
            throw .refused(
                Refusal(
                    code: "TOO_MANY_DECISIONS",
                    zh: "一个办件最多保存 \(CaseDecision.limit) 次决策。",
                    en: "a case keeps \(CaseDecision.limit) decisions at most"
                )
            )
        }
        let decision = CaseDecision(
            number: inHand.body.decisions.count + 1,
            at: self.cases.engine.now,
            into: data["into"]?.stringValue,
            declaration: inHand.record.declaration,
            result: inHand.item.decisions.masked(result, hiding: self.secrets(of: result, in: inHand))
        )
        inHand.body.decisions.append(decision)
        try self.cases.tell(
            "case.decided",
            of: inHand,
            ["table": .string(result.table), "into": decision.into.map(JSON.string), "decision": decision.json]
        )
    }

    /// Inputs that come from values of class S.
    private func secrets(of result: DecisionResult, in inHand: CaseInHand) -> Set<String> {
        let fields = Set(inHand.item.declaration.allFields.filter { $0.privacy == .sensitive }.map(\.id))
        let day = result.version
        let declared = (try? inHand.item.decisions.inputs(of: result.table, on: day)) ?? []
        var secret: Set<String> = []
        for input in declared where fields.contains(input.id) || input.value.map({ Self.reads($0, fields) }) ?? false {
            secret.insert(input.id)
        }
        // A value copied under another name is found by what it is.
        var probe = inHand.state.data
        for member in result.inputs { probe["decision:\(member.name)"] = member.value }
        let masked = inHand.item.mask.journal(probe)
        for member in result.inputs where masked["decision:\(member.name)"] != member.value {
            secret.insert(member.name)
        }
        return secret
    }

    /// Whether a rule reads one of these values.
    private static func reads(_ rule: JSON, _ names: Set<String>) -> Bool {
        switch rule {
        case .array(let rules): rules.contains { self.reads($0, names) }
        case .object(let object):
            object.contains { member in
                if member.name == "var", let path = member.value.stringValue ?? member.value[0]?.stringValue {
                    return path.split(separator: ".").contains { names.contains(String($0)) }
                }
                return self.reads(member.value, names)
            }
        default: false
        }
    }

    /// The decisions of a case as a person may see them, the oldest first.
    public func decisions(of number: String, for asking: PersonView) throws(EngineError) -> [CaseDecision] {
        var inHand = try self.cases.load(number)
        let person = try self.cases.mandated(asking, in: &inHand)
        return self.shown(inHand, handles: self.cases.handles(inHand, person))
    }

    func shown(_ inHand: CaseInHand, handles: Bool) -> [CaseDecision] {
        inHand.body.decisions.map { decision in
            guard !handles else { return decision }
            var hidden = decision
            let declared = self.cases.directory.loaded(inHand.record.bureau, version: decision.declaration)
            hidden.result = (declared.map { DecisionSet($0.declaration) } ?? DecisionSet()).listed(decision.result)
            return hidden
        }
    }
}

extension Refusal {
    /// Why a table or score card gives no result.
    public init(_ error: DecisionError) {
        self.init(code: error.code, zh: error.message.zh, en: error.message.en)
    }
}
