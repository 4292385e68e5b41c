// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// The inputs of a table or card, read by their kinds.
struct DecisionInputs {
    let json: JSONObject
    let values: [String: DecisionValue]

    /// - Throws: ``DecisionError`` for the first input that is missing or makes no sense.
    init(_ inputs: [DecisionInput], _ given: JSONObject, of table: String) throws(DecisionError) {
        var json = JSONObject()
        var values: [String: DecisionValue] = [:]
        for input in inputs {
            let value = given[input.id] ?? .null
            json[input.id] = value
            values[input.id] = try input.read(value, of: table)
        }
        self.json = json
        self.values = values
    }

    /// What a rule in a row gives.
    func evaluate(_ rule: JSON, table: String, row: String) throws(DecisionError) -> JSON {
        do {
            return try JsonLogic.evaluate(rule, data: .object(self.json))
        } catch {
            throw .badRow(table: table, row: row, reason: "\(error)")
        }
    }
}

extension DecisionTable {
    /// Decides, and says why.
    ///
    /// - Parameter given: the inputs by their ids, as a case holds them.
    public func decide(_ given: JSONObject) throws(DecisionError) -> DecisionResult {
        let inputs = try DecisionInputs(self.inputs, given, of: self.id)
        var lines: [DecisionResult.Line] = []
        var found: [Row] = []
        for row in self.rows {
            let line = try self.look(at: row, inputs)
            lines.append(line)
            guard line.holds else { continue }
            found.append(row)
            // The rows after it were not looked at.
            if self.policy == .first { break }
        }
        if self.policy == .unique, found.count > 1 { throw .notUnique(table: self.id, rows: found.map(\.id)) }
        if found.isEmpty, let otherwise = self.otherwise {
            found = [Row(id: Self.otherwiseID, when: [:], then: otherwise)]
            lines.append(.init(id: Self.otherwiseID, holds: true))
        }
        guard !found.isEmpty || self.policy == .collect else { throw .noRow(table: self.id) }
        var values: [JSON] = []
        for row in found { values.append(try self.value(of: row, inputs)) }
        return DecisionResult(
            table: self.id,
            version: self.effectiveFrom,
            isScore: false,
            inputs: inputs.json,
            rows: found.map(\.id),
            lines: lines,
            value: try self.combined(values, found)
        )
    }

    private func look(at row: Row, _ inputs: DecisionInputs) throws(DecisionError) -> DecisionResult.Line {
        var line = DecisionResult.Line(id: row.id, name: row.note, holds: true)
        for input in self.inputs {
            guard let text = row.when[input.id] else { continue }
            let condition: DecisionCondition
            do throws(DecisionCondition.Unreadable) {
                condition = try DecisionCondition(text, kind: input.kind)
            } catch {
                throw .badRow(table: self.id, row: row.id, reason: error.part)
            }
            guard !condition.holds(inputs.values[input.id]) else { continue }
            line.holds = false
            line.input = input.id
            line.condition = text
            line.value = inputs.json[input.id]
            return line
        }
        if let rule = row.if, !JsonLogicValue.isTrue(try inputs.evaluate(rule, table: self.id, row: row.id)) {
            line.holds = false
            line.input = "if"
            line.condition = rule.text
        }
        return line
    }

    /// What a row gives: the value of the only output, or an object of all.
    private func value(of row: Row, _ inputs: DecisionInputs) throws(DecisionError) -> JSON {
        var object = JSONObject()
        for output in self.outputs {
            object[output.id] = try inputs.evaluate(row.then[output.id] ?? .null, table: self.id, row: row.id)
        }
        return self.outputs.count == 1 ? object.members[0].value : .object(object)
    }

    private func combined(_ values: [JSON], _ rows: [Row]) throws(DecisionError) -> JSON {
        guard self.policy == .collect else { return values[0] }
        switch self.collect ?? .list {
        case .list: return .array(values)
        case .count: return .integer(Int64(values.count))
        case .sum, .min, .max:
            var result: Int64?
            for (value, row) in zip(values, rows) {
                guard let number = value.integerValue else {
                    throw .badRow(table: self.id, row: row.id, reason: "\(value.text) is no whole number")
                }
                guard let so = result else {
                    result = number
                    continue
                }
                switch self.collect {
                case .min: result = Swift.min(so, number)
                case .max: result = Swift.max(so, number)
                default:
                    let (sum, overflow) = so.addingReportingOverflow(number)
                    guard !overflow else {
                        throw .badRow(table: self.id, row: row.id, reason: "the sum is too great")
                    }
                    result = sum
                }
            }
            if let result { return .integer(result) }
            return self.collect == .sum ? 0 : .null
        }
    }
}
