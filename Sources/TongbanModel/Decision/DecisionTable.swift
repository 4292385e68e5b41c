// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// A decision table: rows that ask something of the inputs and say what follows.
public struct DecisionTable: Sendable, Hashable, Codable {
    /// Which of the rows that fit count.
    public enum Policy: String, Sendable, Hashable, Codable {
        /// The one written first.
        case first = "FIRST"
        /// The only one; two that fit are refused.
        case unique = "UNIQUE"
        /// All of them, see ``Collection``.
        case collect = "COLLECT"
    }

    /// What is made of all rows that fit.
    public enum Collection: String, Sendable, Hashable, Codable {
        case list = "LIST"
        case sum = "SUM"
        case min = "MIN"
        case max = "MAX"
        case count = "COUNT"
    }

    public struct Row: Sendable, Hashable, Codable {
        public var id: String
        /// By the id of the input, a condition as ``DecisionCondition`` reads it; an input that is not here may be anything.
        public var when: [String: String]
        /// Beside these, a JsonLogic rule over the inputs that must hold too.
        public var `if`: JSON?
        /// By the id of the output, JsonLogic over the inputs; a plain value stands for itself.
        public var then: [String: JSON]
        public var note: Bilingual?

        public init(
            id: String,
            when: [String: String],
            if rule: JSON? = nil,
            then: [String: JSON],
            note: Bilingual? = nil
        ) {
            self.id = id
            self.when = when
            self.if = rule
            self.then = then
            self.note = note
        }
    }

    public var id: String
    public var name: Bilingual
    /// The first day this version holds; it holds until the day before the next one's.
    public var effectiveFrom: CivilDay
    /// The law or notice that sets it.
    public var source: String?
    public var policy: Policy
    public var collect: Collection?
    public var inputs: [DecisionInput]
    public var outputs: [DecisionOutput]
    public var rows: [Row]
    /// What follows when no row fits.
    public var otherwise: [String: JSON]?
    /// Whether it is meant that there are inputs for which no row fits.
    public var partial: Bool?

    public init(
        id: String,
        name: Bilingual,
        effectiveFrom: CivilDay,
        source: String? = nil,
        policy: Policy,
        collect: Collection? = nil,
        inputs: [DecisionInput],
        outputs: [DecisionOutput],
        rows: [Row],
        otherwise: [String: JSON]? = nil,
        partial: Bool? = nil
    ) {
        self.id = id
        self.name = name
        self.effectiveFrom = effectiveFrom
        self.source = source
        self.policy = policy
        self.collect = collect
        self.inputs = inputs
        self.outputs = outputs
        self.rows = rows
        self.otherwise = otherwise
        self.partial = partial
    }

    /// What the row for the rest is called in results.
    public static let otherwiseID = "otherwise"

    /// What stands for a beginning that is no day; no table may begin that early.
    public static let noDay = CivilDay(number: 0)

    public static let rowLimit = 500
    public static let inputLimit = 20
    public static let outputLimit = 20
    /// How many versions and how many names a bureau may have, cards included.
    public static let tableLimit = 200
}
