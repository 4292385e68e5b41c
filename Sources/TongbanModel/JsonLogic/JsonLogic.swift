// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// Rules as data: JsonLogic (jsonlogic.com), with the coercions of its reference implementation.
///
/// An object with exactly one member is an operation, an array is a list of rules, everything else stands for itself.
/// Operations beyond the published ones:
///
/// - `table`: `[id, inputs, day]`, what a decision table or score card of the bureau gives (only inside a bureau); without
///   inputs those of the data, without a day that of the case's rules or the event's; `decision` gives the reasons too;
/// - `record`: `[register, key, field]`, a field of a record of the bureau, or null (only in a rule of an action or of
///   opening); without a field the whole record;
/// - `in_state`: whether the flow is in a state (only inside a flow);
/// - `count`: how many elements an array or Unicode scalars a text has; 0 for null;
/// - `percent`: `[n, d]` as text with two decimals, half up, or `—` when `d` is 0;
/// - `age`: `[born, day]`, whole years between two civil days, the first one also as a resident identity number; null
///   when either is neither;
/// - `minutes`: `[from, to]`, whole minutes between two moments, negative when the second is the earlier one; null when
///   either is no moment;
/// - `preserve`: its argument as it stands, so that an object with one member can be a value;
/// - `eachKey`: an object whose members are rules;
/// - `get`: `[value, path]`, as `var` does on a computed value;
/// - `plus`: `+` as in ECMAScript, which joins texts;
/// - `typeof`: the name of a value's type as in ECMAScript.
///
/// Rules always end: there are no loops but those over arrays, and a step limit bounds those.
/// A result that would be no finite number is an error, because JSON has no such value.
public enum JsonLogic {
    /// Finds a record by register and key.
    public typealias Records = (_ register: String, _ key: String) -> JSONObject?

    /// How many operations and elements one evaluation may visit.
    public static let stepLimit = 100_000

    /// How deep a rule may be nested.
    public static let depthLimit = 256

    /// Evaluates a rule.
    ///
    /// - Parameters:
    ///   - rule: The rule.
    ///   - data: What `var` looks in.
    ///   - decisions: The tables and score cards that `table` may name.
    ///   - records: Where `record` looks.
    public static func evaluate(
        _ rule: JSON,
        data: JSON,
        decisions: DecisionSet? = nil,
        records: Records? = nil
    ) throws(JsonLogicError) -> JSON {
        var evaluator = JsonLogicEvaluator()
        evaluator.outermost = data
        evaluator.decisions = decisions
        evaluator.records = records
        return try evaluator.evaluate(rule, data)
    }

    /// Whether a rule's result counts as true: anything but false, null, 0, empty text and the empty array.
    public static func isTrue(
        _ rule: JSON,
        data: JSON,
        decisions: DecisionSet? = nil,
        records: Records? = nil
    ) throws(JsonLogicError) -> Bool {
        var evaluator = JsonLogicEvaluator()
        evaluator.outermost = data
        evaluator.decisions = decisions
        evaluator.records = records
        return evaluator.truth(try evaluator.evaluate(rule, data))
    }

    /// Whether the value is an operation: an object with exactly one member whose name is an operation's.
    public static func isOperation(_ value: JSON) -> Bool {
        guard case .object(let object) = value, object.count == 1 else { return false }
        return JsonLogicOperation(rawValue: object.members[0].name) != nil
    }

    /// The value as a rule that evaluates to it.
    public static func literal(_ value: JSON) -> JSON {
        self.holdsSingleMemberObject(value) ? ["preserve": value] : value
    }

    private static func holdsSingleMemberObject(_ value: JSON) -> Bool {
        switch value {
        case .object(let object): object.count == 1
        case .array(let elements): elements.contains(where: self.holdsSingleMemberObject)
        default: false
        }
    }
}
