// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

extension JsonLogicEvaluator {
    // MARK: Order

    /// Whether each argument stands to the next as the operation says; three arguments ask for "between".
    func isOrdered(_ values: [JSON], by operation: JsonLogicOperation) -> Bool {
        guard values.count > 1 else { return false }
        return zip(values, values.dropFirst()).allSatisfy { one, other in
            switch operation {
            case .less: JsonLogicValue.isLess(one, other) == true
            case .greater: JsonLogicValue.isLess(other, one) == true
            case .lessOrEqual: JsonLogicValue.isLess(other, one) == false
            default: JsonLogicValue.isLess(one, other) == false
            }
        }
    }

    func extreme(_ values: [JSON], _ operation: JsonLogicOperation) throws(JsonLogicError) -> JSON {
        var result: JSON?
        for value in values {
            guard let number = JsonLogicValue.number(value) else { throw .notANumber(operation: operation.rawValue) }
            guard let best = result else {
                result = number
                continue
            }
            let isBetter =
                operation == .max ? JsonLogicValue.isLess(best, number) : JsonLogicValue.isLess(number, best)
            if isBetter == true { result = number }
        }
        return result ?? .null
    }

    // MARK: Numbers

    func calculate(_ operation: JsonLogicOperation, _ values: [JSON]) throws(JsonLogicError) -> JSON {
        var numbers: [JSON] = []
        for value in values {
            guard let number = JsonLogicValue.number(value) else { throw .notANumber(operation: operation.rawValue) }
            numbers.append(number)
        }
        switch operation {
        case .add, .multiply:
            var result: JSON = operation == .add ? 0 : 1
            for number in numbers {
                result = try self.calculate(operation, result, number)
            }
            return result
        case .subtract where numbers.count == 1:
            return try self.calculate(operation, 0, numbers[0])
        default:
            guard numbers.count == 2 else {
                throw .wrongArguments(operation: operation.rawValue, reason: "two numbers are needed")
            }
            return try self.calculate(operation, numbers[0], numbers[1])
        }
    }

    private func calculate(
        _ operation: JsonLogicOperation,
        _ one: JSON,
        _ other: JSON
    ) throws(JsonLogicError) -> JSON {
        if case .integer(let left) = one, case .integer(let right) = other,
            let exact = self.calculate(operation, left, right)
        {
            return .integer(exact)
        }
        guard let left = one.doubleValue, let right = other.doubleValue else {
            throw .notANumber(operation: operation.rawValue)
        }
        let result =
            switch operation {
            case .add: left + right
            case .subtract: left - right
            case .multiply: left * right
            case .divide: left / right
            default: left.truncatingRemainder(dividingBy: right)
            }
        guard result.isFinite else { throw .notANumber(operation: operation.rawValue) }
        if result.magnitude < 9_007_199_254_740_992, let whole = Int64(exactly: result) { return .integer(whole) }
        return .number(result)
    }

    /// The result when it is whole and fits.
    private func calculate(_ operation: JsonLogicOperation, _ left: Int64, _ right: Int64) -> Int64? {
        switch operation {
        case .add:
            let (sum, overflow) = left.addingReportingOverflow(right)
            return overflow ? nil : sum
        case .subtract:
            let (difference, overflow) = left.subtractingReportingOverflow(right)
            return overflow ? nil : difference
        case .multiply:
            let (product, overflow) = left.multipliedReportingOverflow(by: right)
            return overflow ? nil : product
        case .divide:
            guard right != 0, right != -1, left % right == 0 else { return nil }
            return left / right
        default:
            guard right != 0, right != -1 else { return right == -1 ? 0 : nil }
            return left % right
        }
    }

    func plus(_ one: JSON, _ other: JSON) throws(JsonLogicError) -> JSON {
        func isText(_ value: JSON) -> Bool {
            switch value {
            case .string, .array, .object: true
            default: false
            }
        }
        if isText(one) || isText(other) { return .string(JsonLogicValue.text(one) + JsonLogicValue.text(other)) }
        return try self.calculate(.add, [one, other])
    }

    func percent(_ part: JSON, _ whole: JSON) throws(JsonLogicError) -> String {
        guard let part = JsonLogicValue.number(part)?.integerValue,
            let whole = JsonLogicValue.number(whole)?.integerValue,
            part >= 0, whole >= 0
        else { throw .wrongArguments(operation: "percent", reason: "two whole numbers, none below 0, are needed") }
        guard whole != 0 else { return "—" }
        // Half up in whole numbers: n × 10000 / d in hundredths of a percent, so that no binary fraction decides.
        let (scaled, overflow) = part.multipliedReportingOverflow(by: 20_000)
        let (sum, more) = scaled.addingReportingOverflow(whole)
        guard !overflow, !more, whole <= Int64.max / 2 else { throw .notANumber(operation: "percent") }
        let hundredths = sum / (2 * whole)
        let fraction = hundredths % 100
        return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }

    // MARK: Texts

    func contains(_ element: JSON, in container: JSON) -> Bool {
        switch container {
        case .array(let elements): return elements.contains { JsonLogicValue.strictlyEqual($0, element) }
        case .string(let text):
            let sought = Array(JsonLogicValue.text(element).utf8)
            let bytes = Array(text.utf8)
            guard !sought.isEmpty else { return true }
            guard bytes.count >= sought.count else { return false }
            return (0...(bytes.count - sought.count)).contains { start in
                bytes[start] == sought[0] && bytes[start..<(start + sought.count)].elementsEqual(sought)
            }
        default: return false
        }
    }

    func join(_ values: [JSON]) throws(JsonLogicError) -> String {
        var result = ""
        for value in values {
            if value != .null { result += JsonLogicValue.text(value) }
            // Doubling a text again and again must not fill memory within the step limit.
            guard result.utf8.count <= JsonLogicEvaluator.textLimit else {
                throw .wrongArguments(
                    operation: "cat",
                    reason: "the text exceeds \(JsonLogicEvaluator.textLimit) bytes"
                )
            }
        }
        return result
    }

    /// How many bytes a text made by a rule may have.
    static var textLimit: Int { 1 << 20 }

    /// Part of a text, counted in Unicode scalars; a negative start counts from the end, a negative length leaves
    /// that many out at the end.
    func substring(_ values: [JSON]) throws(JsonLogicError) -> String {
        let scalars = Array(JsonLogicValue.text(values.first ?? .null).unicodeScalars)
        let start = try self.offset(values.count > 1 ? values[1] : 0)
        let from = start < 0 ? max(0, scalars.count + start) : min(start, scalars.count)
        var end = scalars.count
        if values.count > 2 {
            let length = try self.offset(values[2])
            end = length < 0 ? scalars.count + length : min(scalars.count, from + length)
        }
        guard end > from else { return "" }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars[from..<end])
        return String(result)
    }

    private func offset(_ value: JSON) throws(JsonLogicError) -> Int {
        guard let number = JsonLogicValue.number(value)?.doubleValue else { throw .notANumber(operation: "substr") }
        return Int(min(max(number.rounded(.towardZero), -1e9), 1e9))
    }

    func count(_ value: JSON) throws(JsonLogicError) -> Int64 {
        switch value {
        case .null: return 0
        case .array(let elements): return Int64(elements.count)
        case .string(let text): return Int64(text.unicodeScalars.count)
        case .object(let object): return Int64(object.count)
        default: throw .wrongArguments(operation: "count", reason: "an array or a text is needed")
        }
    }

    /// Whole minutes between two moments, towards zero.
    func minutes(_ start: JSON, _ end: JSON) -> JSON {
        guard let start = start.stringValue.flatMap({ Instant($0) }), let end = end.stringValue.flatMap({ Instant($0) })
        else { return .null }
        return .integer(end.since(start) / 60_000)
    }

    /// Whole years from a birth to a day; the birthday is the first day of the new age, of 29 February 1 March.
    func age(_ born: JSON, _ day: JSON) -> JSON {
        guard let today = day.stringValue.flatMap({ CivilDay($0) }), let text = born.stringValue else { return .null }
        let birth = CivilDay(text) ?? (try? ResidentID(text, today: today))?.birth
        guard let birth, birth <= today else { return .null }
        let isBeforeBirthday = (today.month, today.day) < (birth.month, birth.day)
        return .integer(Int64(today.year - birth.year - (isBeforeBirthday ? 1 : 0)))
    }
}
