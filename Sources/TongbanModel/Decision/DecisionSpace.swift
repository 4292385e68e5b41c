// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// The inputs a table may get, cut into pieces at the ends of its conditions: within a piece every condition holds
/// everywhere or nowhere, so that one example stands for all of it.
struct DecisionSpace {
    /// By input, an example of each piece; `nil` is a value that is not there.
    private let pieces: [[DecisionValue?]]
    /// By row, by input: of which pieces the row's condition holds.
    private let fits: [[[Bool]]]
    /// Whether a row asks a rule beside its conditions, which may or may not hold.
    private let isConditional: [Bool]
    private let table: DecisionTable

    /// How many pieces the search for a gap may look at.
    static let searchLimit = 200_000

    /// - Parameter conditions: by row, by input; `nil` for none.
    init(_ table: DecisionTable, _ conditions: [[DecisionCondition?]]) {
        var pieces: [[DecisionValue?]] = []
        for (index, input) in table.inputs.enumerated() {
            var values: [DecisionValue?] = input.optional == true ? [nil] : []
            values += Self.pieces(of: input, conditions.compactMap { $0[index] }).map(Optional.some)
            pieces.append(values)
        }
        self.pieces = pieces
        self.fits = conditions.map { row in
            zip(row, pieces).map { condition, values in values.map { condition?.holds($0) ?? true } }
        }
        self.isConditional = table.rows.map { $0.if != nil }
        self.table = table
    }

    private static func pieces(of input: DecisionInput, _ conditions: [DecisionCondition]) -> [DecisionValue] {
        switch input.kind {
        case .boolean: return [.truth(true), .truth(false)]
        case .text:
            if let options = input.options { return options.map(DecisionValue.text) }
            var texts: [String] = []
            for case .text(let text) in conditions.flatMap(\.tests) where !texts.contains(text) { texts.append(text) }
            // A text nobody names stands for all the others.
            var other = "other"
            while texts.contains(other) { other += "'" }
            return (texts + [other]).map(DecisionValue.text)
        case .integer, .hundredths, .money, .date:
            let bounds = input.bounds
            var starts: Set<Int64> = [bounds.lowerBound]
            for case .range(let range) in conditions.flatMap(\.tests) {
                starts.insert(range.lowerBound)
                if range.upperBound < .max { starts.insert(range.upperBound + 1) }
            }
            let sorted = starts.filter(bounds.contains).sorted()
            return sorted.enumerated().map { index, start in
                // The end nearer to nought reads better than the least number there is.
                let last = index + 1 < sorted.count ? sorted[index + 1] - 1 : bounds.upperBound
                return .number(start == .min ? Swift.min(last, 0) : start)
            }
        }
    }

    /// Inputs that two rows both fit, for each pair of rows of which it can be told without data.
    func overlaps(limit: Int) -> [(one: Int, other: Int, example: JSONObject)] {
        var found: [(Int, Int, JSONObject)] = []
        for one in self.fits.indices where !self.isConditional[one] {
            for other in self.fits.indices where other > one && !self.isConditional[other] {
                var example: [Int] = []
                for input in self.pieces.indices {
                    guard
                        let piece = self.pieces[input].indices.first(where: {
                            self.fits[one][input][$0] && self.fits[other][input][$0]
                        })
                    else { break }
                    example.append(piece)
                }
                guard example.count == self.pieces.count else { continue }
                found.append((one, other, self.shown(example)))
                if found.count >= limit { return found }
            }
        }
        return found
    }

    enum Gap {
        case none
        case inputs(JSONObject)
        /// It depends on rules of rows, or there are too many pieces.
        case unknown
    }

    /// Inputs that no row fits.
    func gap() -> Gap {
        var looked = 0
        // With rows that ask a rule counted as never fitting, there may seem to be a gap where there is none.
        let sure = self.fits.indices.filter { !self.isConditional[$0] }
        switch self.search(sure, [], &looked) {
        case nil: return .unknown
        case .some(nil): return .none
        case .some(let example?):
            guard self.isConditional.contains(true) else { return .inputs(self.shown(example)) }
            looked = 0
            guard case .some(let all) = self.search(Array(self.fits.indices), [], &looked), let all else {
                return .unknown
            }
            return .inputs(self.shown(all))
        }
    }

    /// - Returns: `nil` when it would take too long; an inner `nil` when everything is covered.
    private func search(_ rows: [Int], _ chosen: [Int], _ looked: inout Int) -> [Int]?? {
        let input = chosen.count
        if rows.isEmpty { return .some(chosen + self.pieces.dropFirst(input).map { _ in 0 }) }
        if input == self.pieces.count { return .some(nil) }
        // What fits all the rest of a row's inputs covers this whole part.
        if rows.contains(where: { row in self.fits[row][input...].allSatisfy { !$0.contains(false) } }) {
            return .some(nil)
        }
        var seen: Set<[Int]> = []
        for piece in self.pieces[input].indices {
            looked += 1
            guard looked <= Self.searchLimit else { return nil }
            let remaining = rows.filter { self.fits[$0][input][piece] }
            guard seen.insert(remaining).inserted else { continue }
            guard let found = self.search(remaining, chosen + [piece], &looked) else { return nil }
            if let found { return .some(found) }
        }
        return .some(nil)
    }

    private func shown(_ example: [Int]) -> JSONObject {
        var object = JSONObject()
        for (input, (piece, values)) in zip(self.table.inputs, zip(example, self.pieces)) {
            object[input.id] = values[piece].map { input.kind.json($0) } ?? .null
        }
        return object
    }
}
