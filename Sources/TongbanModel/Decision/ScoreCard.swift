// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// A score card: criteria that give points, in groups with bounds; vetoes; grades by bands.
///
/// All points are whole hundredths of a point: 9000 is 90.00.
public struct ScoreCard: Sendable, Hashable, Codable {
    /// One step of a criterion: the first that holds gives its points.
    public struct Step: Sendable, Hashable, Codable {
        /// A condition on the criterion's input, as ``DecisionCondition`` reads it.
        public var when: String
        public var points: Int64

        public init(_ when: String, _ points: Int64) {
            self.when = when
            self.points = points
        }
    }

    /// What gives points, or with negative points takes them.
    public struct Criterion: Sendable, Hashable, Codable {
        public var id: String
        public var name: Bilingual
        /// The input its steps look at.
        public var input: String?
        public var steps: [Step]?
        /// The points when no step holds; without, 0.
        public var otherwise: Int64?
        /// Instead of steps: the points for each, times ``count`` divided by ``of``, half up to whole hundredths.
        public var points: Int64?
        /// JsonLogic over the inputs that gives a whole number, true (1) or false (0); without, 1.
        public var count: JSON?
        /// JsonLogic over the inputs that gives a whole number that is not 0; without, 1.
        public var of: JSON?
        /// The least and the most it gives.
        public var minimum: Int64?
        public var maximum: Int64?

        public init(id: String, name: Bilingual) {
            self.id = id
            self.name = name
        }
    }

    /// Criteria whose points count together, within bounds.
    public struct Group: Sendable, Hashable, Codable {
        public var id: String
        public var name: Bilingual
        public var minimum: Int64?
        public var maximum: Int64?
        public var criteria: [Criterion]

        public init(
            id: String,
            name: Bilingual,
            minimum: Int64? = nil,
            maximum: Int64? = nil,
            criteria: [Criterion]
        ) {
            self.id = id
            self.name = name
            self.minimum = minimum
            self.maximum = maximum
            self.criteria = criteria
        }
    }

    /// What decides by itself, whatever the score (一票否决).
    public struct Veto: Sendable, Hashable, Codable {
        public var id: String
        public var name: Bilingual
        /// JsonLogic over the inputs.
        public var `if`: JSON

        public init(id: String, name: Bilingual, if rule: JSON) {
            self.id = id
            self.name = name
            self.if = rule
        }
    }

    /// A grade and the scores it is given for, such as `[80..90)` or `>= 90`.
    public struct Band: Sendable, Hashable, Codable {
        public var grade: String
        public var when: String

        public init(_ grade: String, _ when: String) {
            self.grade = grade
            self.when = when
        }
    }

    public var id: String
    public var name: Bilingual
    public var effectiveFrom: CivilDay
    public var source: String?
    public var inputs: [DecisionInput]
    /// The points to begin with; without, 0.
    public var base: Int64?
    public var groups: [Group]
    public var vetoes: [Veto]?
    /// The least and the greatest score.
    public var minimum: Int64?
    public var maximum: Int64?
    public var bands: [Band]?
    /// The grade when a veto holds.
    public var vetoGrade: String?
    /// Of class `S` neither points nor score are kept beside the case's values; the grade is.
    public var privacy: FieldDeclaration.Privacy?

    public init(
        id: String,
        name: Bilingual,
        effectiveFrom: CivilDay,
        source: String? = nil,
        inputs: [DecisionInput],
        base: Int64? = nil,
        groups: [Group],
        vetoes: [Veto]? = nil,
        minimum: Int64? = nil,
        maximum: Int64? = nil,
        bands: [Band]? = nil,
        vetoGrade: String? = nil,
        privacy: FieldDeclaration.Privacy? = nil
    ) {
        self.id = id
        self.name = name
        self.effectiveFrom = effectiveFrom
        self.source = source
        self.inputs = inputs
        self.base = base
        self.groups = groups
        self.vetoes = vetoes
        self.minimum = minimum
        self.maximum = maximum
        self.bands = bands
        self.vetoGrade = vetoGrade
        self.privacy = privacy
    }

    public static let criterionLimit = 200
    public static let bandLimit = 50
    /// How many points a number on a card may be, so that no sum overflows: ten million points.
    public static let pointLimit: Int64 = 1_000_000_000
}
