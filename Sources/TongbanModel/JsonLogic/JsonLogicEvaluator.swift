// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// One evaluation of a rule: its limits, and what a flow adds to the data.
struct JsonLogicEvaluator {
    /// Names that can be read wherever the data at hand has no such member: `_event`, `_sessionid`, `_name`.
    var specials: JSONObject = [:]
    /// Whether the flow is in a state; `nil` outside of a flow.
    var isInState: ((String) -> Bool)?
    /// Whether reading a name that the outermost data lacks is an error.
    var isStrict = false
    /// What `table` may name; `nil` outside of a bureau.
    var decisions: DecisionSet?
    /// What `record` looks in; `nil` where no register can be asked.
    var records: JsonLogic.Records?
    /// What the whole rule is about, whatever list it looks through.
    var outermost: JSON = .null
    var stepsTaken = 0
    var depth = 0

    mutating func evaluate(_ rule: JSON, _ data: JSON) throws(JsonLogicError) -> JSON {
        switch rule {
        case .object(let object):
            guard object.count == 1 else { return rule }
            let member = object.members[0]
            guard let operation = JsonLogicOperation(rawValue: member.name) else {
                throw .unknownOperation(member.name)
            }
            self.depth += 1
            defer { self.depth -= 1 }
            guard self.depth <= JsonLogic.depthLimit else { throw .tooDeep(limit: JsonLogic.depthLimit) }
            try self.step()
            return try self.apply(operation, to: member.value, data)
        case .array(let elements):
            self.depth += 1
            defer { self.depth -= 1 }
            guard self.depth <= JsonLogic.depthLimit else { throw .tooDeep(limit: JsonLogic.depthLimit) }
            var values: [JSON] = []
            values.reserveCapacity(elements.count)
            for element in elements {
                try self.step()
                values.append(try self.evaluate(element, data))
            }
            return .array(values)
        default:
            return rule
        }
    }

    mutating func step() throws(JsonLogicError) {
        self.stepsTaken += 1
        guard self.stepsTaken <= JsonLogic.stepLimit else { throw .tooManySteps(limit: JsonLogic.stepLimit) }
    }

    private mutating func apply(
        _ operation: JsonLogicOperation,
        to argument: JSON,
        _ data: JSON
    ) throws(JsonLogicError) -> JSON {
        switch operation {
        case .variable: return try self.variable(argument, data)
        case .preserve: return argument
        case .eachKey: return try self.eachKey(argument, data)
        case .typeName: return try self.typeName(argument, data)
        case .ifThen, .ternary: return try self.choose(argument, data)
        case .and: return try self.connect(argument, until: false, data)
        case .or: return try self.connect(argument, until: true, data)
        case .map, .filter, .all, .none, .some: return try self.iterate(operation, argument, data)
        case .reduce: return try self.reduce(argument, data)
        case .table: return try self.decide(argument, data).value
        case .decision: return try self.decide(argument, data).json
        case .record: return try self.record(argument, data)
        default:
            let values = try self.arguments(argument, data)
            return try self.apply(operation, to: values, data)
        }
    }

    /// The operations whose arguments are all evaluated first.
    private mutating func apply(
        _ operation: JsonLogicOperation,
        to values: [JSON],
        _ data: JSON
    ) throws(JsonLogicError) -> JSON {
        let first = values.first ?? .null
        let second = values.count > 1 ? values[1] : .null
        switch operation {
        case .missing: return .array(try self.missing(values, data))
        case .missingSome: return try self.missingSome(values, data)
        case .looselyEqual: return .bool(JsonLogicValue.looselyEqual(first, second))
        case .notLooselyEqual: return .bool(!JsonLogicValue.looselyEqual(first, second))
        case .strictlyEqual: return .bool(JsonLogicValue.strictlyEqual(first, second))
        case .notStrictlyEqual: return .bool(!JsonLogicValue.strictlyEqual(first, second))
        case .not: return .bool(!self.truth(first))
        case .truth: return .bool(self.truth(first))
        case .greater, .greaterOrEqual, .less, .lessOrEqual: return .bool(self.isOrdered(values, by: operation))
        case .max, .min: return try self.extreme(values, operation)
        case .add, .subtract, .multiply, .divide, .remainder: return try self.calculate(operation, values)
        case .plus: return try self.plus(first, second)
        case .merge: return try self.merge(values)
        case .contains: return .bool(self.contains(first, in: second))
        case .join: return .string(try self.join(values))
        case .substring: return .string(try self.substring(values))
        case .log: return first
        case .inState:
            guard let isInState = self.isInState else { throw .outsideOfFlow }
            return .bool(isInState(JsonLogicValue.text(first)))
        case .count: return .integer(try self.count(first))
        case .percent: return .string(try self.percent(first, second))
        case .age: return self.age(first, second)
        case .minutes: return self.minutes(first, second)
        case .distance: return .integer(try self.distance(first, second, operation))
        case .within:
            guard values.count > 2, !values[2].isNull,
                let metres = JsonLogicValue.number(values[2])?.integerValue, metres >= 0
            else { throw .wrongArguments(operation: "within", reason: "the radius is no whole number of metres") }
            return .bool(try self.distance(first, second, operation) <= metres)
        case .interest, .share:
            return try self.money(first, second, values.count > 2 ? values[2] : .null, operation)
        case .get: return try self.get(first, second) ?? (values.count > 2 ? values[2] : .null)
        case .variable, .preserve, .eachKey, .typeName, .ifThen, .ternary, .and, .or, .map, .filter, .all, .none,
            .some, .reduce, .table, .decision, .record:
            preconditionFailure("\(operation) evaluates its own arguments")
        }
    }

    /// The arguments, evaluated; a single one need not be written as an array.
    private mutating func arguments(_ argument: JSON, _ data: JSON) throws(JsonLogicError) -> [JSON] {
        guard case .array(let rules) = argument else { return [try self.evaluate(argument, data)] }
        var values: [JSON] = []
        values.reserveCapacity(rules.count)
        for rule in rules {
            values.append(try self.evaluate(rule, data))
        }
        return values
    }

    func truth(_ value: JSON) -> Bool { JsonLogicValue.isTrue(value) }

    // MARK: Choice

    private mutating func choose(_ argument: JSON, _ data: JSON) throws(JsonLogicError) -> JSON {
        let rules = argument.arrayValue ?? [argument]
        var index = 0
        while index + 1 < rules.count {
            if self.truth(try self.evaluate(rules[index], data)) { return try self.evaluate(rules[index + 1], data) }
            index += 2
        }
        return index < rules.count ? try self.evaluate(rules[index], data) : .null
    }

    private mutating func connect(
        _ argument: JSON,
        until end: Bool,
        _ data: JSON
    ) throws(JsonLogicError) -> JSON {
        var value = JSON.null
        for rule in argument.arrayValue ?? [argument] {
            value = try self.evaluate(rule, data)
            if self.truth(value) == end { return value }
        }
        return value
    }

    // MARK: Arrays

    private mutating func iterate(
        _ operation: JsonLogicOperation,
        _ argument: JSON,
        _ data: JSON
    ) throws(JsonLogicError) -> JSON {
        let rules = argument.arrayValue ?? [argument]
        let subject = try self.evaluate(rules.first ?? .null, data)
        let elements = subject.arrayValue ?? []
        let rule = rules.count > 1 ? rules[1] : .null
        var results: [JSON] = []
        for element in elements {
            try self.step()
            let result = try self.evaluate(rule, element)
            switch operation {
            case .map: results.append(result)
            case .filter: if self.truth(result) { results.append(element) }
            case .all: if !self.truth(result) { return false }
            case .none: if self.truth(result) { return false }
            default: if self.truth(result) { return true }
            }
        }
        return switch operation {
        case .map, .filter: .array(results)
        case .all: .bool(!elements.isEmpty)
        case .none: true
        default: false
        }
    }

    private mutating func merge(_ values: [JSON]) throws(JsonLogicError) -> JSON {
        let merged = values.flatMap { $0.arrayValue ?? [$0] }
        // An array merged with itself again and again doubles each time.
        self.stepsTaken += merged.count
        try self.step()
        return .array(merged)
    }

    private mutating func reduce(_ argument: JSON, _ data: JSON) throws(JsonLogicError) -> JSON {
        let rules = argument.arrayValue ?? [argument]
        let subject = try self.evaluate(rules.first ?? .null, data)
        var result = rules.count > 2 ? try self.evaluate(rules[2], data) : .null
        guard rules.count > 1 else { return result }
        for element in subject.arrayValue ?? [] {
            try self.step()
            result = try self.evaluate(rules[1], ["current": element, "accumulator": result])
        }
        return result
    }

    private mutating func eachKey(_ argument: JSON, _ data: JSON) throws(JsonLogicError) -> JSON {
        guard case .object(let object) = argument else {
            throw .wrongArguments(operation: "eachKey", reason: "the argument is no object")
        }
        var result = JSONObject()
        for member in object {
            result[member.name] = try self.evaluate(member.value, data)
        }
        return .object(result)
    }
}
