// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// What may stand inside a decision table.
public protocol TablePart: Sendable {}

/// A value that a table or score card looks at: the case's value of the same name, or what ``DecidesBy`` says.
///
/// ```swift
/// Input("score", "得分", "Score", .hundredths, from: 0, to: 10_000)
/// Input("veto", "否决", "Veto", .boolean)
/// Input("class", "类别", "Class", oneOf: "MARKET", "WATER")
/// ```
public struct Input: TablePart, CardPart {
    var declaration: DecisionInput

    /// - Parameters:
    ///   - minimum: the least there is, as the case holds it: hundredths, fen.
    ///   - value: where the case has it, when not under the same name.
    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        _ kind: DecisionKind = .text,
        from minimum: Int64? = nil,
        to maximum: Int64? = nil,
        value: Expression? = nil
    ) {
        self.declaration = DecisionInput(
            id,
            Bilingual(zh, en),
            kind: kind,
            minimum: minimum.map(JSON.integer),
            maximum: maximum.map(JSON.integer),
            value: value?.rule
        )
    }

    /// One of a few texts.
    public init(_ id: String, _ zh: String, _ en: String, oneOf options: String..., value: Expression? = nil) {
        self.declaration = DecisionInput(id, Bilingual(zh, en), kind: .text, options: options, value: value?.rule)
    }

    private func with(_ change: (inout DecisionInput) -> Void) -> Input {
        var copy = self
        change(&copy.declaration)
        return copy
    }

    /// It may be missing; conditions see that as `null`.
    public func optional() -> Input { self.with { $0.optional = true } }
    /// Only who handles the case sees it among the reasons.
    public func personal() -> Input { self.with { $0.privacy = .personal } }
    /// It is not kept among the reasons.
    public func sensitive() -> Input { self.with { $0.privacy = .sensitive } }
}

/// A value that a table gives.
public struct Output: TablePart {
    let declaration: DecisionOutput

    public init(_ id: String, _ zh: String, _ en: String, sensitive: Bool = false) {
        self.declaration = DecisionOutput(id, Bilingual(zh, en), privacy: sensitive ? .sensitive : nil)
    }
}

/// A row: what it asks of inputs, by their ids, and what follows.
///
/// Conditions are written as ``DecisionCondition`` reads them: `>= 90`, `[80..90)`, `A, B`, `not(C)`, `-`.
public struct Row: TablePart {
    let declaration: DecisionTable.Row

    /// - Parameters:
    ///   - rule: beside the conditions, a rule over the inputs, read as `value("…")`.
    ///   - note: why, in Chinese and English.
    public init(
        _ id: String,
        _ when: [String: String],
        if rule: Expression? = nil,
        then: [String: Expression],
        note: (String, String)? = nil
    ) {
        self.declaration = .init(
            id: id,
            when: when,
            if: rule?.rule,
            then: then.mapValues(\.rule),
            note: note.map { Bilingual($0.0, $0.1) }
        )
    }
}

/// What follows when no row fits.
public struct Otherwise: TablePart {
    let then: [String: JSON]

    public init(_ then: [String: Expression]) { self.then = then.mapValues(\.rule) }
}

/// A decision table. Written once for each day from which it changes; a case is decided by the version of the day its
/// rules go by, see ``RulesDay``.
///
/// ```swift
/// Table("grade", "等级", "Grade", .first, from: "2022-01-01") {
///     Input("score", "得分", "Score", .hundredths, from: 0, to: 10_000)
///     Output("grade", "等级", "Grade")
///     Row("1", ["score": ">= 90"], then: ["grade": "AAA"])
///     Otherwise(["grade": "NONE"])
/// }
/// ```
public struct Table: BureauPart {
    let declaration: DecisionTable

    /// - Parameters:
    ///   - day: the first day it holds, `YYYY-MM-DD`; a text that is no day makes the declaration faulty.
    ///   - collect: what ``DecisionTable/Policy/collect`` makes of the rows that fit.
    ///   - partial: that it is meant that there are inputs for which no row fits, which then are refused.
    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        _ policy: DecisionTable.Policy,
        from day: String,
        source: String? = nil,
        collect: DecisionTable.Collection? = nil,
        partial: Bool = false,
        @ListBuilder<any TablePart> _ parts: () -> [any TablePart]
    ) {
        let parts = parts()
        self.declaration = DecisionTable(
            id: id,
            name: Bilingual(zh, en),
            effectiveFrom: CivilDay(day) ?? DecisionTable.noDay,
            source: source,
            policy: policy,
            collect: collect,
            inputs: parts.compactMap { ($0 as? Input)?.declaration },
            outputs: parts.compactMap { ($0 as? Output)?.declaration },
            rows: parts.compactMap { ($0 as? Row)?.declaration },
            otherwise: parts.lazy.compactMap { ($0 as? Otherwise)?.then }.first,
            partial: partial ? true : nil
        )
    }

    /// A table as JSON, such as the text of a file the plugin comes with.
    ///
    /// - Throws: when the text is no table.
    public init(json text: String) throws {
        self.declaration = try JSON(parsing: text).decoded(as: DecisionTable.self)
    }
}

/// Decides by a table of the bureau and sets a value of the case to the result: the value of the only output, an object
/// of several, what a collecting table makes of them. The case keeps the decision with its reasons.
public struct Decides: Step {
    public let content: FlowContent

    /// - Parameter inputs: by their ids; without them, the case's values of the same names.
    public init(_ table: String, into field: String, _ inputs: KeyValuePairs<String, Expression> = [:]) {
        var operands: [JSON] = [.string(table)]
        if !inputs.isEmpty {
            var given = JSONObject()
            for (name, expression) in inputs { given[name] = expression.rule }
            operands.append(["eachKey": .object(given)])
        }
        self.content = .conditional(
            [
                .init(
                    condition: true,
                    actions: [
                        .send(
                            FlowSendContent(
                                event: .string(table),
                                type: "decide",
                                params: [
                                    FlowParam("decision", ["decision": .array(operands)]),
                                    FlowParam("into", .string(field)),
                                ]
                            )
                        ),
                        .assign(field, ["table": .array(operands)]),
                    ]
                )
            ],
            otherwise: []
        )
    }
}

/// What a table or score card gives, for a condition; nothing is kept of it.
///
/// ```swift
/// When(decision("route") == "MARKET", to: "HANDED")
/// ```
public func decision(_ table: String, _ inputs: KeyValuePairs<String, Expression> = [:]) -> Expression {
    var operands: [JSON] = [.string(table)]
    if !inputs.isEmpty {
        var given = JSONObject()
        for (name, expression) in inputs { given[name] = expression.rule }
        operands.append(["eachKey": .object(given)])
    }
    return Expression(["table": .array(operands)])
}
