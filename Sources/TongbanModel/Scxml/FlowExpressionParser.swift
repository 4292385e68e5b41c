// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// Reads expressions by precedence climbing.
struct FlowExpressionParser {
    private let text: String
    private let tokens: [FlowExpressionToken]
    private var at = 0
    private var depth = 0
    private static let depthLimit = 100

    private static let precedence: [String: Int] = [
        "||": 1, "&&": 2, "==": 3, "!=": 3, "===": 3, "!==": 3, "<": 4, ">": 4, "<=": 4, ">=": 4, "+": 5, "-": 5,
        "*": 6, "/": 6, "%": 6,
    ]

    init(_ text: String) throws(FlowExpressionError) {
        self.text = text
        self.tokens = try FlowExpressionToken.tokens(of: text)
    }

    private var token: FlowExpressionToken { self.tokens[self.at] }

    private func refuse(_ reason: String, _ position: Int? = nil) -> FlowExpressionError {
        FlowExpressionError(reason: reason, position: (position ?? self.token.start) + 1, text: self.text)
    }

    private mutating func take(_ symbol: String) -> Bool {
        guard self.token.kind == .symbol(symbol) else { return false }
        self.at += 1
        return true
    }

    private mutating func expect(_ symbol: String) throws(FlowExpressionError) {
        guard self.take(symbol) else { throw self.refuse("expected \"\(symbol)\", found \(self.found)") }
    }

    private var found: String {
        switch self.token.kind {
        case .number(let number): number.text
        case .string(let string): "'\(string)'"
        case .name(let name), .symbol(let name): "\"\(name)\""
        case .object: "an object"
        case .end: "the end"
        }
    }

    func expectEnd() throws(FlowExpressionError) {
        guard self.token.kind != .end else { return }
        if self.token.kind == .symbol("=") { throw self.refuse("an assignment may only stand in a script") }
        throw self.refuse("unexpected \(self.found)")
    }

    // MARK: Expressions

    mutating func expression() throws(FlowExpressionError) -> JSON {
        self.depth += 1
        defer { self.depth -= 1 }
        guard self.depth <= Self.depthLimit else { throw self.refuse("nested more than \(Self.depthLimit) deep") }
        let condition = try self.binary(from: 1)
        guard self.take("?") else { return condition }
        let yes = try self.expression()
        try self.expect(":")
        let no = try self.expression()
        return ["if": [condition, yes, no]]
    }

    private mutating func binary(from least: Int) throws(FlowExpressionError) -> JSON {
        var left = try self.unary()
        while case .symbol(let symbol) = self.token.kind, let precedence = Self.precedence[symbol],
            precedence >= least
        {
            self.at += 1
            let right = try self.binary(from: precedence + 1)
            left = self.combine(symbol, left, right)
        }
        return left
    }

    private func combine(_ symbol: String, _ left: JSON, _ right: JSON) -> JSON {
        switch symbol {
        case "&&": return self.chain("and", left, right)
        case "||": return self.chain("or", left, right)
        case "+":
            // Where one side is known, the published operations say it; otherwise it shows when it runs.
            if self.isText(left) || self.isText(right) { return self.chain("cat", left, right) }
            if self.isNumber(left) || self.isNumber(right) { return ["+": [left, right]] }
            return ["plus": [left, right]]
        default: return .object([symbol: .array([left, right])])
        }
    }

    /// `a && b && c` as one operation.
    private func chain(_ operation: String, _ left: JSON, _ right: JSON) -> JSON {
        if case .object(let object) = left, object.count == 1, let values = object[operation]?.arrayValue {
            return .object([operation: .array(values + [right])])
        }
        return .object([operation: .array([left, right])])
    }

    private func isText(_ rule: JSON) -> Bool { rule.stringValue != nil || rule["cat"] != nil }

    private func isNumber(_ rule: JSON) -> Bool {
        if rule.doubleValue != nil { return true }
        guard case .object(let object) = rule, object.count == 1 else { return false }
        return ["+", "-", "*", "/", "%", "max", "min", "count"].contains(object.members[0].name)
    }

    private mutating func unary() throws(FlowExpressionError) -> JSON {
        self.depth += 1
        defer { self.depth -= 1 }
        guard self.depth <= Self.depthLimit else { throw self.refuse("nested more than \(Self.depthLimit) deep") }
        if self.take("!") {
            let value = try self.unary()
            if case .object(let object) = value, object.count == 1, let inner = object["!"]?.arrayValue {
                return ["!!": .array(inner)]
            }
            return ["!": [value]]
        }
        if self.take("-") {
            switch try self.unary() {
            case .integer(let number) where number != .min: return .integer(-number)
            case .number(let number): return .number(-number)
            case let value: return ["-": [value]]
            }
        }
        if self.take("+") { return ["+": [try self.unary()]] }
        if self.token.kind == .name("typeof") {
            self.at += 1
            return ["typeof": [try self.unary()]]
        }
        return try self.postfix()
    }

    mutating func postfix() throws(FlowExpressionError) -> JSON {
        var value = try self.primary()
        while true {
            if self.take(".") {
                guard case .name(let name) = self.token.kind else { throw self.refuse("expected a name after \".\"") }
                self.at += 1
                value = self.member(.string(name), of: value)
            } else if self.take("[") {
                let key = try self.expression()
                try self.expect("]")
                value = self.member(key, of: value)
            } else if self.token.kind == .symbol("("), !self.token.isOnNewLine {
                value = try self.call(value)
            } else {
                return value
            }
        }
    }

    private func member(_ key: JSON, of value: JSON) -> JSON {
        if case .object(let object) = value, object.count == 1, let path = object["var"]?.stringValue {
            switch key {
            case .string(let name) where !name.isEmpty && !name.utf8.contains(UInt8(ascii: ".")):
                return ["var": .string("\(path).\(name)")]
            case .integer(let index) where index >= 0: return ["var": .string("\(path).\(index)")]
            default: break
            }
        }
        return ["get": [value, key]]
    }

    private mutating func call(_ function: JSON) throws(FlowExpressionError) -> JSON {
        let position = self.token.start
        let name = function["var"]?.stringValue ?? ""
        let arguments = try self.list(from: "(", to: ")")
        switch (name, arguments.count) {
        case ("In", 1): return ["in_state": .array(arguments)]
        case ("Math.max", 1...): return ["max": .array(arguments)]
        case ("Math.min", 1...): return ["min": .array(arguments)]
        case ("String", 1): return ["cat": .array(arguments)]
        case ("Number", 1): return ["+": .array(arguments)]
        case ("Boolean", 1): return ["!!": .array(arguments)]
        default:
            throw self.refuse(
                name.isEmpty ? "only named functions can be called" : "there is no function \"\(name)\" of this kind",
                position
            )
        }
    }

    private mutating func list(from open: String, to close: String) throws(FlowExpressionError) -> [JSON] {
        try self.expect(open)
        var values: [JSON] = []
        while !self.take(close) {
            if !values.isEmpty { try self.expect(",") }
            if !values.isEmpty, self.take(close) { break }
            values.append(try self.expression())
        }
        return values
    }

    private mutating func primary() throws(FlowExpressionError) -> JSON {
        let token = self.token
        switch token.kind {
        case .number(let number):
            self.at += 1
            return number
        case .string(let string):
            self.at += 1
            return .string(string)
        case .object(let object):
            self.at += 1
            return FlowExpression.rule(of: object)
        case .symbol("("):
            self.at += 1
            let value = try self.expression()
            try self.expect(")")
            return value
        case .symbol("["):
            return .array(try self.list(from: "[", to: "]"))
        case .symbol("{"):
            return try self.objectLiteral()
        case .name(let name):
            self.at += 1
            switch name {
            case "true": return true
            case "false": return false
            case "null", "undefined": return .null
            default:
                guard !Self.reserved.contains(name) else {
                    throw self.refuse("\"\(name)\" is not part of the expression language", token.start)
                }
                return ["var": .string(name)]
            }
        case .end:
            throw self.refuse("the expression ends too early")
        case .symbol:
            throw self.refuse("unexpected \(self.found)")
        }
    }

    private static let reserved: Set<String> = [
        "new", "function", "return", "this", "delete", "void", "instanceof", "in", "class", "throw", "await", "async",
        "yield", "import", "export", "super", "var", "let", "const", "if", "else", "for", "while", "do", "switch",
        "case", "break", "continue", "try", "catch", "finally", "with", "typeof",
    ]

    private mutating func objectLiteral() throws(FlowExpressionError) -> JSON {
        try self.expect("{")
        var object = JSONObject()
        while !self.take("}") {
            if !object.isEmpty {
                try self.expect(",")
                if self.take("}") { break }
            }
            let name: String
            switch self.token.kind {
            case .name(let text), .string(let text): name = text
            case .number(let number): name = number.text
            default: throw self.refuse("expected a name, found \(self.found)")
            }
            self.at += 1
            try self.expect(":")
            object[name] = try self.expression()
        }
        return object.isEmpty ? .object(object) : ["eachKey": .object(object)]
    }

    // MARK: Scripts

    mutating func script() throws(FlowExpressionError) -> [FlowContent.Assignment] {
        var assignments: [FlowContent.Assignment] = []
        while self.token.kind != .end {
            if self.take(";") { continue }
            if !assignments.isEmpty, self.at > 0, self.tokens[self.at - 1].kind != .symbol(";"),
                !self.token.isOnNewLine
            {
                throw self.refuse("expected \";\" or a new line, found \(self.found)")
            }
            if case .name(let word) = self.token.kind, ["var", "let", "const"].contains(word) {
                self.at += 1
                repeat {
                    assignments.append(try self.declaration())
                } while self.take(",")
            } else {
                assignments.append(try self.assignment())
            }
        }
        return assignments
    }

    private mutating func declaration() throws(FlowExpressionError) -> FlowContent.Assignment {
        guard case .name(let name) = self.token.kind, !Self.reserved.contains(name) else {
            throw self.refuse("expected a name, found \(self.found)")
        }
        self.at += 1
        // Without a value, a name that is there already keeps its own.
        let value: JSON = self.take("=") ? try self.expression() : ["var": .string(name)]
        return FlowContent.Assignment(name, value, isDeclaration: true)
    }

    private mutating func assignment() throws(FlowExpressionError) -> FlowContent.Assignment {
        let start = self.token.start
        for (symbol, operation) in [("++", "+"), ("--", "-")] where self.take(symbol) {
            let target = try self.postfix()
            return FlowContent.Assignment(
                try self.location(from: start + 2, target),
                .object([operation: [target, 1]])
            )
        }
        let target = try self.postfix()
        let location = try self.location(from: start, target)
        guard case .symbol(let symbol) = self.token.kind else {
            throw self.refuse("expected an assignment, found \(self.found)")
        }
        self.at += 1
        switch symbol {
        case "=": return FlowContent.Assignment(location, try self.expression())
        case "++": return FlowContent.Assignment(location, ["+": [target, 1]])
        case "--": return FlowContent.Assignment(location, ["-": [target, 1]])
        case "+=", "-=", "*=", "/=", "%=":
            let value = try self.expression()
            return FlowContent.Assignment(location, self.combine(String(symbol.dropLast()), target, value))
        default:
            throw self.refuse("expected an assignment, found \"\(symbol)\"", self.tokens[self.at - 1].start)
        }
    }

    /// The text of a target, checked to be one.
    private func location(from start: Int, _ target: JSON) throws(FlowExpressionError) -> String {
        guard case .object(let object) = target, object.count == 1, object["var"] != nil || object["get"] != nil else {
            throw self.refuse("only names and members can be assigned to", start)
        }
        let end = self.tokens[self.at - 1]
        // The last token of a target is a name or "]".
        var scalars = String.UnicodeScalarView()
        let length: Int = if case .name(let name) = end.kind { name.unicodeScalars.count } else { 1 }
        scalars.append(contentsOf: Array(self.text.unicodeScalars)[start..<(end.start + length)])
        return String(String(scalars).drop { $0 == " " })
    }
}
