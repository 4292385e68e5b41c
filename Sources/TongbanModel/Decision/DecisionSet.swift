// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// The tables and score cards of one version of a bureau's declaration, by name and by the day from which they hold.
public struct DecisionSet: Sendable, Hashable {
    public var tables: [DecisionTable]
    public var cards: [ScoreCard]

    public init(tables: [DecisionTable] = [], cards: [ScoreCard] = []) {
        self.tables = tables
        self.cards = cards
    }

    public init(_ bureau: BureauDeclaration) {
        self.init(tables: bureau.tables ?? [], cards: bureau.scoreCards ?? [])
    }

    public var isEmpty: Bool { self.tables.isEmpty && self.cards.isEmpty }

    public var names: Set<String> { Set(self.tables.map(\.id)).union(self.cards.map(\.id)) }

    public func table(_ id: String, on day: CivilDay) -> DecisionTable? {
        self.tables.filter { $0.id == id && $0.effectiveFrom <= day }.max { $0.effectiveFrom < $1.effectiveFrom }
    }

    public func card(_ id: String, on day: CivilDay) -> ScoreCard? {
        self.cards.filter { $0.id == id && $0.effectiveFrom <= day }.max { $0.effectiveFrom < $1.effectiveFrom }
    }

    /// The inputs of the version that holds on a day.
    public func inputs(of id: String, on day: CivilDay) throws(DecisionError) -> [DecisionInput] {
        if let table = self.table(id, on: day) { return table.inputs }
        if let card = self.card(id, on: day) { return card.inputs }
        throw self.names.contains(id) ? .noVersion(table: id, day: day.description) : .noTable(id)
    }

    /// Decides by the version that holds on a day.
    public func decide(_ id: String, _ inputs: JSONObject, on day: CivilDay) throws(DecisionError) -> DecisionResult {
        if let table = self.table(id, on: day) { return try table.decide(inputs) }
        if let card = self.card(id, on: day) { return try card.score(inputs) }
        throw self.names.contains(id) ? .noVersion(table: id, day: day.description) : .noTable(id)
    }

    /// What of a result may be kept beside the case's values: nothing of class S.
    ///
    /// - Parameter hidden: inputs to hide besides those declared to be of class S.
    public func masked(_ result: DecisionResult, hiding hidden: Set<String> = []) -> DecisionResult {
        let table = self.tables.first { $0.id == result.table && $0.effectiveFrom == result.version }
        let card = self.cards.first { $0.id == result.table && $0.effectiveFrom == result.version }
        let inputs = table?.inputs ?? card?.inputs ?? []
        let secret = hidden.union(inputs.filter { $0.privacy == .sensitive }.map(\.id))
        var masked = Self.hiding(secret, in: result)
        let outputs = (table?.outputs ?? []).filter { $0.privacy == .sensitive }.map(\.id)
        if !outputs.isEmpty {
            // Which row it was would say what came of it.
            masked.rows = []
            masked.lines = []
            if masked.value.objectValue != nil, table?.outputs.count != 1 {
                for output in outputs { masked.value[output] = "***" }
            } else {
                masked.value = "***"
            }
        }
        if card?.privacy == .sensitive || !secret.isEmpty && card != nil {
            masked.value["score"] = "***"
            for index in masked.lines.indices where masked.lines[index].points != nil {
                masked.lines[index].points = nil
                masked.lines[index].condition = "***"
            }
        }
        return masked
    }

    private static func hiding(_ names: Set<String>, in result: DecisionResult) -> DecisionResult {
        var result = result
        for name in names where result.inputs[name].map({ !$0.isNull }) ?? false { result.inputs[name] = "***" }
        for index in result.lines.indices {
            if let input = result.lines[index].input, names.contains(input) {
                result.lines[index].value = "***"
            }
        }
        return result
    }

    /// A result as somebody sees it who does not handle the case: inputs of class P are hidden.
    public func listed(_ result: DecisionResult) -> DecisionResult {
        let inputs =
            self.tables.first { $0.id == result.table && $0.effectiveFrom == result.version }?.inputs
            ?? self.cards.first { $0.id == result.table && $0.effectiveFrom == result.version }?.inputs ?? []
        return Self.hiding(Set(inputs.filter { $0.privacy == .personal }.map(\.id)), in: result)
    }
}
