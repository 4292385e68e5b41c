// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a flow, or went wrong while it ran.
public enum FlowError: Error, Sendable, Hashable {
    /// The chart has no state.
    case noStates

    /// A state's identifier is empty or holds white space.
    case badIdentifier(String)

    /// Two states have the same identifier.
    case duplicateState(String)

    /// A transition, or an initial, names a state that is not there.
    case unknownTarget(state: String, target: String)

    /// The initial state of a state is no descendant of it.
    case badInitial(state: String, target: String)

    /// Targets of one transition cannot be active together.
    case conflictingTargets(state: String, targets: [String])

    /// A state holds something its kind may not hold.
    case badStructure(state: String, reason: String)

    /// A location to assign to, or a name, is not written as one.
    case badLocation(String)

    /// The JSON form of a chart or of where a flow stands cannot be read.
    case badForm(path: String, reason: String)

    /// A flow did not come to rest within its limit of microsteps; these states were active.
    case runaway(states: [String], limit: Int)

    /// A flow cannot stand in these states at once.
    case illegalConfiguration(states: [String], reason: String)

    /// Executable content or an expression failed, and no transition handled `error.execution`.
    case execution(state: String, reason: String)
}

extension FlowError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noStates: "the chart has no state"
        case .badIdentifier(let id): "\"\(id)\" cannot be the identifier of a state"
        case .duplicateState(let id): "there are two states \"\(id)\""
        case .unknownTarget(let state, let target): "\"\(state)\" leads to \"\(target)\", which is not there"
        case .badInitial(let state, let target): "the initial \"\(target)\" of \"\(state)\" is no descendant of it"
        case .conflictingTargets(let state, let targets):
            "the targets \(targets.joined(separator: ", ")) of a transition of \"\(state)\" cannot be active together"
        case .badStructure(let state, let reason): "\"\(state)\": \(reason)"
        case .badLocation(let location): "\"\(location)\" is no location"
        case .badForm(let path, let reason): path.isEmpty ? reason : "\(path): \(reason)"
        case .runaway(let states, let limit):
            "the flow does not come to rest within \(limit) steps; active: \(states.joined(separator: ", "))"
        case .illegalConfiguration(let states, let reason):
            "a flow cannot stand in \(states.joined(separator: ", ")): \(reason)"
        case .execution(let state, let reason): "in \"\(state)\": \(reason)"
        }
    }
}
