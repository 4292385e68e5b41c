// SPDX-License-Identifier: Apache-2.0

/// The operations of JsonLogic, ours included, by the names they have in rules.
enum JsonLogicOperation: String, Sendable, CaseIterable {
    case variable = "var"
    case missing
    case missingSome = "missing_some"
    case ifThen = "if"
    case ternary = "?:"
    case looselyEqual = "=="
    case strictlyEqual = "==="
    case notLooselyEqual = "!="
    case notStrictlyEqual = "!=="
    case not = "!"
    case truth = "!!"
    case or
    case and
    case greater = ">"
    case greaterOrEqual = ">="
    case less = "<"
    case lessOrEqual = "<="
    case max
    case min
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case remainder = "%"
    case map
    case filter
    case reduce
    case all
    case none
    case some
    case merge
    case contains = "in"
    case join = "cat"
    case substring = "substr"
    case log
    case inState = "in_state"
    case table
    case decision
    /// A field of a record of a register.
    case record
    case count
    case percent
    case age
    /// Whole minutes between two moments.
    case minutes
    case distance
    case within
    /// Simple interest in fen by days of a year of 360.
    case interest
    /// A share of an amount, half a fen rounded up.
    case share
    case preserve
    case eachKey
    case get
    case plus
    case typeName = "typeof"

    /// Those of jsonlogic.com/operations.html, `?:` included, which the reference implementation has beside `if`.
    static let published: [JsonLogicOperation] = [
        .variable, .missing, .missingSome, .ifThen, .ternary, .looselyEqual, .strictlyEqual, .notLooselyEqual,
        .notStrictlyEqual, .not, .truth, .or, .and, .greater, .greaterOrEqual, .less, .lessOrEqual, .max, .min, .add,
        .subtract, .multiply, .divide, .remainder, .map, .filter, .reduce, .all, .none, .some, .merge, .contains, .join,
        .substring, .log,
    ]
}
