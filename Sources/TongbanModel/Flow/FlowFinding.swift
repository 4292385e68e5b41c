// SPDX-License-Identifier: Apache-2.0

/// Something wrong with a chart that ``FlowCheck`` found.
public struct FlowFinding: Sendable, Hashable {
    public enum Code: String, Sendable, Hashable, CaseIterable {
        case noStates = "NO_STATES"
        case badIdentifier = "BAD_IDENTIFIER"
        case duplicateState = "DUPLICATE_STATE"
        case unknownTarget = "UNKNOWN_TARGET"
        case badInitial = "BAD_INITIAL"
        case badStructure = "BAD_STRUCTURE"
        case conflictingTargets = "CONFLICTING_TARGETS"
        case badExpression = "BAD_EXPRESSION"
        case unreachableState = "UNREACHABLE_STATE"
        case noWayToEnd = "NO_WAY_TO_END"
        case deadTransition = "DEAD_TRANSITION"
        case eventlessLoop = "EVENTLESS_LOOP"
    }

    public struct Message: Sendable, Hashable {
        public var zh: String
        public var en: String

        public init(zh: String, en: String) {
            self.zh = zh
            self.en = en
        }
    }

    public var code: Code
    public var state: String

    /// States from the start of the flow to the fault, each one step from the one before.
    public var path: [String]
    public var message: Message

    public init(code: Code, state: String, path: [String], message: Message) {
        self.code = code
        self.state = state
        self.path = path
        self.message = message
    }
}
