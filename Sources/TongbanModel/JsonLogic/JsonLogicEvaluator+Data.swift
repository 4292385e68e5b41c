// SPDX-License-Identifier: Apache-2.0

import ByteJSON

extension JsonLogicEvaluator {
    mutating func variable(_ argument: JSON, _ data: JSON) throws(JsonLogicError) -> JSON {
        var path = argument
        var fallback = JSON.null
        if case .array(let rules) = argument {
            path = rules.first ?? ""
            if rules.count > 1 { fallback = rules[1] }
        }
        if case .string(let text) = path {
            if let value = try self.look(up: text, in: data), value != .null { return value }
        } else {
            let text = try self.evaluate(path, data)
            if let value = try self.look(up: JsonLogicValue.path(text), in: data), value != .null { return value }
        }
        return try self.evaluate(fallback, data)
    }

    /// What stands at a dotted path, `nil` when nothing does.
    func look(up path: String, in data: JSON) throws(JsonLogicError) -> JSON? {
        if path.isEmpty { return data }
        // Most names are of one part, and most paths are short: no array of parts is made for the first.
        guard let dot = path.utf8.firstIndex(of: UInt8(ascii: ".")) else { return try self.root(path, in: data) }
        var value = try self.root(String(path[..<dot]), in: data)
        for part in path[path.index(after: dot)...].split(separator: ".", omittingEmptySubsequences: false) {
            guard let whole = value else { return nil }
            value = JsonLogicValue.part(part, of: whole)
        }
        return value
    }

    private func root(_ name: String, in data: JSON) throws(JsonLogicError) -> JSON? {
        if let value = JsonLogicValue.part(Substring(name), of: data) { return value }
        if let value = self.specials[name] { return value }
        if self.isStrict { throw .undeclared(name) }
        return nil
    }

    func get(_ value: JSON, _ path: JSON) throws(JsonLogicError) -> JSON? {
        var result: JSON? = value
        let text = JsonLogicValue.path(path)
        if text.isEmpty { return value }
        for part in text.split(separator: ".", omittingEmptySubsequences: false) {
            guard let whole = result else { return nil }
            result = JsonLogicValue.part(part, of: whole)
        }
        return result == .null ? nil : result
    }

    func missing(_ values: [JSON], _ data: JSON) throws(JsonLogicError) -> [JSON] {
        let names: [JSON] = if case .array(let list)? = values.first { list } else { values }
        var result: [JSON] = []
        var lenient = self
        lenient.isStrict = false
        for name in names {
            let value = try lenient.look(up: JsonLogicValue.path(name), in: data)
            if value == nil || value == .null || value == "" { result.append(name) }
        }
        return result
    }

    func missingSome(_ values: [JSON], _ data: JSON) throws(JsonLogicError) -> JSON {
        guard values.count > 1, let needed = values[0].integerValue, let names = values[1].arrayValue else {
            throw .wrongArguments(operation: "missing_some", reason: "a number and an array of names are needed")
        }
        let missing = try self.missing([.array(names)], data)
        return names.count - missing.count >= needed ? [] : .array(missing)
    }

    mutating func typeName(_ argument: JSON, _ data: JSON) throws(JsonLogicError) -> JSON {
        let rule: JSON = if case .array(let rules) = argument, rules.count == 1 { rules[0] } else { argument }
        // Alone among the operations, this one may name what is not declared.
        if case .object(let object) = rule, object.count == 1, let path = object["var"]?.stringValue {
            var lenient = self
            lenient.isStrict = false
            guard let value = try lenient.look(up: path, in: data) else { return "undefined" }
            return .string(JsonLogicValue.typeName(value))
        }
        return .string(JsonLogicValue.typeName(try self.evaluate(rule, data)))
    }
}
