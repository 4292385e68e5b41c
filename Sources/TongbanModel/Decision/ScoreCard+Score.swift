// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

extension ScoreCard {
    /// Scores, and says what gave how much.
    ///
    /// - Returns: as value an object of `score` in hundredths, `grade`, and `veto`, the first veto that holds.
    public func score(_ given: JSONObject) throws(DecisionError) -> DecisionResult {
        let inputs = try DecisionInputs(self.inputs, given, of: self.id)
        var lines: [DecisionResult.Line] = []
        var total = self.base ?? 0
        for group in self.groups {
            var sum: Int64 = 0
            for criterion in group.criteria {
                var line = try self.line(of: criterion, inputs)
                line.group = group.id
                sum += line.points ?? 0
                lines.append(line)
            }
            let bounded = Self.bounded(sum, group.minimum, group.maximum)
            if bounded != sum {
                lines.append(
                    .init(
                        id: group.id,
                        name: Bilingual("\(group.name.zh)(限额)", "\(group.name.en) (bound)"),
                        holds: true,
                        points: bounded - sum
                    )
                )
            }
            total += bounded
        }
        let score = Self.bounded(total, self.minimum, self.maximum)
        var vetoes: [String] = []
        for veto in self.vetoes ?? [] {
            let holds = JsonLogicValue.isTrue(try inputs.evaluate(veto.if, table: self.id, row: veto.id))
            lines.append(.init(id: veto.id, name: veto.name, holds: holds, input: "if", condition: veto.if.text))
            if holds { vetoes.append(veto.id) }
        }
        var value: JSONObject = ["score": .integer(score)]
        value["grade"] = try self.grade(of: score, isVetoed: !vetoes.isEmpty).map(JSON.string) ?? .null
        value["veto"] = vetoes.first.map(JSON.string) ?? .null
        return DecisionResult(
            table: self.id,
            version: self.effectiveFrom,
            isScore: true,
            inputs: inputs.json,
            rows: vetoes,
            lines: lines,
            value: .object(value)
        )
    }

    private func grade(of score: Int64, isVetoed: Bool) throws(DecisionError) -> String? {
        if isVetoed, let vetoGrade { return vetoGrade }
        for band in self.bands ?? [] {
            guard let condition = try? DecisionCondition(band.when, kind: .hundredths) else { continue }
            if condition.holds(.number(score)) { return band.grade }
        }
        guard self.bands == nil else { throw .noRow(table: self.id) }
        return nil
    }

    private func line(of criterion: Criterion, _ inputs: DecisionInputs) throws(DecisionError) -> DecisionResult.Line {
        var line = DecisionResult.Line(id: criterion.id, name: criterion.name, holds: false)
        var points = criterion.otherwise ?? 0
        if let steps = criterion.steps, let name = criterion.input,
            let input = self.inputs.first(where: { $0.id == name })
        {
            line.input = name
            line.value = inputs.json[name]
            for step in steps {
                guard let condition = try? DecisionCondition(step.when, kind: input.kind) else { continue }
                guard condition.holds(inputs.values[name]) else { continue }
                points = step.points
                line.condition = step.when
                line.holds = true
                break
            }
        } else {
            let count = try self.whole(criterion.count ?? 1, criterion, inputs)
            let of = try self.whole(criterion.of ?? 1, criterion, inputs)
            guard let product = Self.share(criterion.points ?? 0, times: count, of: of) else {
                throw .badRow(table: self.id, row: criterion.id, reason: "\(count)/\(of)")
            }
            points = product
            line.holds = count != 0
        }
        line.points = Self.bounded(points, criterion.minimum, criterion.maximum)
        return line
    }

    private func whole(
        _ rule: JSON,
        _ criterion: Criterion,
        _ inputs: DecisionInputs
    ) throws(DecisionError) -> Int64 {
        let value = try inputs.evaluate(rule, table: self.id, row: criterion.id)
        switch value {
        case .bool(let truth): return truth ? 1 : 0
        case .null: return 0
        default:
            guard let number = value.integerValue else {
                throw .badRow(table: self.id, row: criterion.id, reason: "\(value.text) is no whole number")
            }
            return number
        }
    }

    static func bounded(_ points: Int64, _ minimum: Int64?, _ maximum: Int64?) -> Int64 {
        max(min(points, maximum ?? .max), minimum ?? .min)
    }

    /// `points · count / of`, half away from nought; `nil` when that is no number or too great to count.
    static func share(_ points: Int64, times count: Int64, of: Int64) -> Int64? {
        let (product, overflow) = points.multipliedReportingOverflow(by: count)
        guard !overflow, of != 0, of != .min, product > .min / 2, product < .max / 2 else { return nil }
        let (quotient, remainder) = product.quotientAndRemainder(dividingBy: of)
        let isUp = remainder.magnitude >= of.magnitude - remainder.magnitude
        let result = isUp ? quotient + ((product < 0) == (of < 0) ? 1 : -1) : quotient
        return result.magnitude <= Self.pointLimit.magnitude ? result : nil
    }
}
