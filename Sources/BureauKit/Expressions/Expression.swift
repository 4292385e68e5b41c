// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// A condition or value that the daemon evaluates: JsonLogic, written in Swift.
///
/// ```swift
/// value("severity") == 1 && form("result") != "FAIL"
/// ```
public struct Expression: Sendable, Hashable {
    /// The JsonLogic rule.
    public var rule: JSON

    public init(_ rule: JSON) {
        self.rule = rule
    }

    static func operation(_ name: String, _ operands: [Expression]) -> Expression {
        Expression(.object([name: .array(operands.map(\.rule))]))
    }
}

extension Expression: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByNilLiteral
{
    public init(stringLiteral value: String) { self.rule = .string(value) }
    public init(integerLiteral value: Int64) { self.rule = .integer(value) }
    public init(booleanLiteral value: Bool) { self.rule = .bool(value) }
    public init(arrayLiteral elements: Expression...) { self.rule = .array(elements.map(\.rule)) }
    public init(nilLiteral: ()) { self.rule = .null }
}

extension Expression {
    public static func == (one: Expression, other: Expression) -> Expression { .operation("===", [one, other]) }
    public static func != (one: Expression, other: Expression) -> Expression { .operation("!==", [one, other]) }
    public static func < (one: Expression, other: Expression) -> Expression { .operation("<", [one, other]) }
    public static func <= (one: Expression, other: Expression) -> Expression { .operation("<=", [one, other]) }
    public static func > (one: Expression, other: Expression) -> Expression { .operation(">", [one, other]) }
    public static func >= (one: Expression, other: Expression) -> Expression { .operation(">=", [one, other]) }
    public static func && (one: Expression, other: Expression) -> Expression { .operation("and", [one, other]) }
    public static func || (one: Expression, other: Expression) -> Expression { .operation("or", [one, other]) }
    public static prefix func ! (one: Expression) -> Expression { .operation("!", [one]) }
    public static func + (one: Expression, other: Expression) -> Expression { .operation("+", [one, other]) }
    public static func - (one: Expression, other: Expression) -> Expression { .operation("-", [one, other]) }
    public static func * (one: Expression, other: Expression) -> Expression { .operation("*", [one, other]) }

    /// Whether this value is among those.
    public func isOne(of values: Expression...) -> Expression {
        .operation("in", [self, Expression(.array(values.map(\.rule)))])
    }

    /// Whether a list holds a value, or a text a part.
    public func contains(_ value: Expression) -> Expression { .operation("in", [value, self]) }

    /// How many elements a list has; of no list, 0.
    public var count: Expression { .operation("count", [self]) }

    /// The sum of a list of numbers; of no list, 0.
    public var sum: Expression {
        Expression(["reduce": [self.rule, ["+": [["var": "accumulator"], ["var": "current"]]], 0]])
    }

    /// A list with one more value at its end; of no list, a list of that value.
    public func appending(_ value: Expression) -> Expression {
        // Merging would take a missing list for a list of one null.
        .operation("merge", [choose(self.exists, self, []), Expression(.array([value.rule]))])
    }

    /// Whether every element of a list fulfils a condition in which ``element`` is the element.
    public func all(_ condition: Expression) -> Expression { .operation("all", [self, condition]) }
    /// Whether some element of a list fulfils a condition.
    public func some(_ condition: Expression) -> Expression { .operation("some", [self, condition]) }
    /// Whether no element of a list fulfils a condition.
    public func none(_ condition: Expression) -> Expression { .operation("none", [self, condition]) }
    /// The elements that fulfil a condition.
    public func filter(_ condition: Expression) -> Expression { .operation("filter", [self, condition]) }
    /// What an expression gives for each element.
    public func map(_ expression: Expression) -> Expression { .operation("map", [self, expression]) }

    /// What an object holds under a name, or a list at a place, that another expression gives; nothing where there is none.
    public func member(_ name: Expression) -> Expression { .operation("get", [self, name]) }

    /// The first characters of a text, such as the town in an area code.
    public func prefix(_ count: Int64) -> Expression {
        .operation("substr", [self, 0, Expression(.integer(count))])
    }

    /// Whether a value is there and not empty.
    public var exists: Expression { .operation("!!", [self]) }
}

/// A value of the case; nested ones by dots.
public func value(_ path: String) -> Expression { Expression(["var": .string(path)]) }

/// A value of the case, or another when there is none.
public func value(_ path: String, or other: Expression) -> Expression {
    Expression(["var": [.string(path), other.rule]])
}

/// In a rule of an action: what was just filled in.
public func form(_ path: String) -> Expression { value("form.\(path)") }

/// In what an action or event sets or submits: a value that came with it.
public func given(_ path: String) -> Expression { value("_event.data.\(path)") }

/// The civil day of the event, `YYYY-MM-DD`.
public let today = value("_event.data._today")

/// The moment of the event.
public let now = value("_event.data._now")

/// The id of the person who acts.
public let actor = value("_event.data._actor")

/// The number of the case itself, in what its flow does.
public let caseNumber = value("_event.data._case")

/// In a rule of an action: the person who wants to take it.
public let applicant = value("actor.id")

/// In a rule of an action: the area he answers for; null of somebody who answers for all.
public let applicantArea = value("actor.area")

/// In a rule of an action or of opening: a field of the record that a register of the bureau has under a key; null when
/// there is none. A rule may decide by a sensitive field; the text of its refusal may not name it.
///
/// ```swift
/// Requires("TOO_MANY", form("people") <= registered("team", form("team"), "strength"), "人数不足。", "too few people")
/// ```
public func registered(_ register: String, _ key: Expression, _ field: String) -> Expression {
    .operation("record", [Expression(.string(register)), key, Expression(.string(field))])
}

/// In a rule of an action or of opening: whether a register of the bureau has a record under a key.
public func isRegistered(_ register: String, _ key: Expression) -> Expression {
    Expression.operation("record", [Expression(.string(register)), key]).exists
}

/// In a condition over a list: the element.
public let element = value("")

/// Inside a condition over a list: a member of the element.
public func element(_ path: String) -> Expression { value(path) }

/// One value or another.
public func choose(_ condition: Expression, _ then: Expression, _ otherwise: Expression) -> Expression {
    .operation("if", [condition, then, otherwise])
}

/// An object whose members are what expressions give.
public func object(_ members: KeyValuePairs<String, Expression>) -> Expression {
    var rules = JSONObject()
    for (name, expression) in members { rules[name] = expression.rule }
    return Expression(["eachKey": .object(rules)])
}

/// Whole metres between two places, as fields of the kind `geo` hold them; or from a place to the
/// nearest of a line, a list of places. Only places of one datum can be compared.
public func metres(from one: Expression, to other: Expression) -> Expression { .operation("distance", [one, other]) }

/// Whether two places are no farther than so many metres from each other.
public func isWithin(_ metres: Int, of one: Expression, _ other: Expression) -> Expression {
    .operation("within", [one, other, Expression(.integer(Int64(metres)))])
}

/// Simple interest in fen, rounded half up: amount × yearly rate × days / 360.
///
/// - Parameter rate: in millionths: 4.35 % is 43,500.
public func interest(on amount: Expression, rate: Expression, days: Expression) -> Expression {
    .operation("interest", [amount, rate, days])
}

/// A share of an amount in fen, rounded half up.
public func share(_ numerator: Int64, of denominator: Int64, _ amount: Expression) -> Expression {
    .operation("share", [amount, Expression(.integer(numerator)), Expression(.integer(denominator))])
}

/// Texts joined.
public func text(_ parts: Expression...) -> Expression { .operation("cat", parts) }

/// So many characters of a text from one on; the first is 0.
public func characters(of text: Expression, from start: Int64, count: Int64) -> Expression {
    .operation("substr", [text, Expression(.integer(start)), Expression(.integer(count))])
}

/// A share in per cent with two decimals, half up; `—` of nothing.
public func percent(_ numerator: Expression, of denominator: Expression) -> Expression {
    .operation("percent", [numerator, denominator])
}

/// Whether the case is in a state.
public func isIn(_ state: String) -> Expression { Expression(["in_state": .string(state)]) }

/// Whether a mark stands beside the case's state: in a rule of an action.
public func isMarked(_ mark: String) -> Expression { value("marks").contains(Expression(.string(mark))) }

/// Whole years of age on a day, of a resident identity number or a date of birth; null when it is neither.
public func age(of born: Expression, on day: Expression = today) -> Expression { .operation("age", [born, day]) }

/// Whole minutes from one moment to another, less than 0 when that is the earlier one; null when either is no moment.
public func minutes(from start: Expression, to end: Expression) -> Expression { .operation("minutes", [start, end]) }

/// Whether somebody was not yet so many years old on a day; false when that is not known.
public func isUnder(_ years: Int64, _ born: Expression, on day: Expression = today) -> Expression {
    let age = age(of: born, on: day)
    return age != nil && age < Expression(integerLiteral: years)
}

/// Of the cases of an item that this one opened: how many there are, are `open`, are `closed`.
public func children(_ item: String, _ which: String = "total") -> Expression {
    value("children.\(item).\(which)", or: 0)
}

/// Of the cases of an item that this one opened: how many ended with an outcome.
public func children(_ item: String, endedAs outcome: String) -> Expression {
    value("children.\(item).outcomes.\(outcome)", or: 0)
}
