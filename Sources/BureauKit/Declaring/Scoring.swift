// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// What may stand inside a score card.
public protocol CardPart: Sendable {}
/// What may stand inside a group of criteria.
public protocol GroupPart: Sendable {}

/// A criterion: what gives points, or with negative points takes them. Points are whole hundredths: 3000 is 30.00.
public struct Criterion: GroupPart {
    var declaration: ScoreCard.Criterion

    /// By steps: the first condition that holds gives its points.
    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        input: String,
        steps: KeyValuePairs<String, Int64>,
        otherwise: Int64? = nil
    ) {
        var declaration = ScoreCard.Criterion(id: id, name: Bilingual(zh, en))
        declaration.input = input
        declaration.steps = steps.map { .init($0.key, $0.value) }
        declaration.otherwise = otherwise
        self.declaration = declaration
    }

    /// So many points for each; half up to whole hundredths.
    ///
    /// - Parameters:
    ///   - count: how often; a truth counts once or not at all.
    ///   - of: by what that is divided.
    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        points: Int64,
        count: Expression? = nil,
        of: Expression? = nil
    ) {
        var declaration = ScoreCard.Criterion(id: id, name: Bilingual(zh, en))
        declaration.points = points
        declaration.count = count?.rule
        declaration.of = of?.rule
        self.declaration = declaration
    }

    /// The least and the most it gives.
    public func between(_ minimum: Int64?, _ maximum: Int64?) -> Criterion {
        var copy = self
        copy.declaration.minimum = minimum
        copy.declaration.maximum = maximum
        return copy
    }
}

/// Criteria whose points count together, within bounds.
public struct Group: CardPart {
    let declaration: ScoreCard.Group

    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        minimum: Int64? = nil,
        maximum: Int64? = nil,
        @ListBuilder<Criterion> _ criteria: () -> [Criterion]
    ) {
        self.declaration = .init(
            id: id,
            name: Bilingual(zh, en),
            minimum: minimum,
            maximum: maximum,
            criteria: criteria().map(\.declaration)
        )
    }
}

/// What decides by itself, whatever the score (一票否决).
public struct Veto: CardPart {
    let declaration: ScoreCard.Veto

    public init(_ id: String, _ zh: String, _ en: String, if rule: Expression) {
        self.declaration = .init(id: id, name: Bilingual(zh, en), if: rule.rule)
    }
}

/// The scores a grade is given for, such as `[80..90)` or `>= 90`.
public struct Grade: CardPart {
    let declaration: ScoreCard.Band

    public init(_ grade: String, _ when: String) { self.declaration = .init(grade, when) }
}

/// A score card: groups of criteria, vetoes and grades. Its result is an object of `score` in hundredths, `grade` and
/// `veto`.
public struct Card: BureauPart {
    let declaration: ScoreCard

    /// - Parameters:
    ///   - day: the first day it holds, `YYYY-MM-DD`; a text that is no day makes the declaration faulty.
    ///   - base: the points to begin with.
    ///   - minimum: the least score there is.
    ///   - vetoGrade: the grade when a veto holds.
    ///   - isSensitive: that neither points nor score are kept among the reasons, only the grade.
    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        from day: String,
        source: String? = nil,
        base: Int64 = 0,
        minimum: Int64? = nil,
        maximum: Int64? = nil,
        vetoGrade: String? = nil,
        isSensitive: Bool = false,
        @ListBuilder<any CardPart> _ parts: () -> [any CardPart]
    ) {
        let parts = parts()
        let vetoes = parts.compactMap { ($0 as? Veto)?.declaration }
        let grades = parts.compactMap { ($0 as? Grade)?.declaration }
        self.declaration = ScoreCard(
            id: id,
            name: Bilingual(zh, en),
            effectiveFrom: CivilDay(day) ?? DecisionTable.noDay,
            source: source,
            inputs: parts.compactMap { ($0 as? Input)?.declaration },
            base: base == 0 ? nil : base,
            groups: parts.compactMap { ($0 as? Group)?.declaration },
            vetoes: vetoes.isEmpty ? nil : vetoes,
            minimum: minimum,
            maximum: maximum,
            bands: grades.isEmpty ? nil : grades,
            vetoGrade: vetoGrade,
            privacy: isSensitive ? .sensitive : nil
        )
    }

    /// A score card as JSON, such as the text of a file the plugin comes with.
    ///
    /// - Throws: when the text is no score card.
    public init(json text: String) throws {
        self.declaration = try JSON(parsing: text).decoded(as: ScoreCard.self)
    }
}

/// Scores by a card of the bureau and sets a value of the case to the result; the case keeps what gave how much.
public struct Scores: Step {
    public let content: FlowContent

    /// - Parameter inputs: by their ids; without them, the case's values of the same names.
    public init(_ card: String, into field: String, _ inputs: KeyValuePairs<String, Expression> = [:]) {
        self.content = Decides(card, into: field, inputs).content
    }
}
