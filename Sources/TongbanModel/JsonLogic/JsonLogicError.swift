// SPDX-License-Identifier: Apache-2.0

/// Why a JsonLogic rule could not be evaluated.
public enum JsonLogicError: Error, Sendable, Hashable {
    /// No operation has this name.
    case unknownOperation(String)

    /// An operation was given arguments it cannot work on.
    case wrongArguments(operation: String, reason: String)

    /// The result would be no finite number: a text that is no number, a division by zero, an overflow.
    case notANumber(operation: String)

    /// The rule took more steps than it may.
    case tooManySteps(limit: Int)

    /// The rule is nested deeper than it may be.
    case tooDeep(limit: Int)

    /// A value that nobody declared was read; only charts with `datamodel="ecmascript"` are that strict.
    case undeclared(String)

    /// A distance was asked between places of different datums.
    case differentDatums(String)

    /// `in_state` was asked outside of a flow.
    case outsideOfFlow

    /// `record` was asked where no register can be.
    case outsideOfRequirement

    /// A decision table or score card gave no result.
    case undecided(DecisionError)
}

extension JsonLogicError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownOperation(let name): "there is no operation \"\(name)\""
        case .wrongArguments(let operation, let reason): "\"\(operation)\": \(reason)"
        case .notANumber(let operation): "\"\(operation)\" gives no number"
        case .tooManySteps(let limit): "the rule takes more than \(limit) steps"
        case .tooDeep(let limit): "the rule is nested more than \(limit) deep"
        case .undeclared(let name): "\"\(name)\" is not declared"
        case .undecided(let error): error.description
        case .differentDatums(let reason): reason
        case .outsideOfRequirement: "\"record\" can only be asked in a rule of an action or of opening"
        case .outsideOfFlow: "\"in_state\" can only be asked in a flow"
        }
    }
}
