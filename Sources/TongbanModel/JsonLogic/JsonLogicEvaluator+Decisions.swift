// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

extension JsonLogicEvaluator {
    mutating func decide(_ argument: JSON, _ data: JSON) throws(JsonLogicError) -> DecisionResult {
        let operands = argument.arrayValue ?? [argument]
        guard let id = operands.first?.stringValue else {
            throw .wrongArguments(operation: "table", reason: "the name of a table is needed")
        }
        // A table is worth many operations.
        self.stepsTaken += 99
        try self.step()
        guard let decisions = self.decisions else { throw .undecided(.noTable(id)) }
        let dayText: JSON
        if operands.count > 2 {
            dayText = try self.evaluate(operands[2], data)
        } else {
            dayText = try self.decisionDay(data)
        }
        guard let day = dayText.stringValue.flatMap({ CivilDay($0) ?? Instant($0).map(ShanghaiTime.day(of:)) }) else {
            throw .wrongArguments(operation: "table", reason: "there is no day to decide by")
        }
        do {
            var inputs = JSONObject()
            let given = operands.count > 1 ? try self.evaluate(operands[1], data) : .null
            for input in try decisions.inputs(of: id, on: day) {
                if let value = given[input.id] {
                    inputs[input.id] = value
                } else if given.isNull || input.value != nil {
                    var lenient = self
                    lenient.isStrict = false
                    inputs[input.id] = try lenient.evaluate(input.value ?? ["var": .string(input.id)], data)
                }
            }
            return try decisions.decide(id, inputs, on: day)
        } catch let error as JsonLogicError {
            throw error
        } catch let error as DecisionError {
            throw .undecided(error)
        } catch {
            throw .wrongArguments(operation: "table", reason: "\(error)")
        }
    }

    /// A field of a record, or the whole record; null when there is none.
    mutating func record(_ argument: JSON, _ data: JSON) throws(JsonLogicError) -> JSON {
        let operands = argument.arrayValue ?? [argument]
        guard let records = self.records else { throw .outsideOfRequirement }
        guard operands.count > 1, let register = operands[0].stringValue else {
            throw .wrongArguments(operation: "record", reason: "a register and a key are needed")
        }
        // A record is worth many operations.
        self.stepsTaken += 99
        let key = JsonLogicValue.text(try self.evaluate(operands[1], data))
        guard let record = records(register, key) else { return .null }
        guard operands.count > 2 else { return .object(record) }
        return record[JsonLogicValue.text(try self.evaluate(operands[2], data))] ?? .null
    }

    /// The day by whose versions is decided: that of the case's rules, or else of what happens.
    private func decisionDay(_ data: JSON) throws(JsonLogicError) -> JSON {
        var lenient = self
        lenient.isStrict = false
        for data in [data, self.outermost] {
            for path in ["\(RuleSet.name).day", "_event.data._today", "today"] {
                if let day = try lenient.look(up: path, in: data), !day.isNull { return day }
            }
        }
        return .null
    }
}
