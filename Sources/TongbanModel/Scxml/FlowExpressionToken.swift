// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// A word of the expression language and where it stands.
struct FlowExpressionToken: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case number(JSON)
        case string(String)
        case name(String)
        case symbol(String)
        /// An object written as JSON, taken whole.
        case object(JSON)
        case end
    }

    var kind: Kind
    /// In scalars from 0.
    var start: Int
    var isOnNewLine: Bool

    private static let symbols = [
        ">>>=", "===", "!==", ">>>", "<<=", ">>=", "**=", "&&=", "||=", "??=", "...", "==", "!=", "<=", ">=", "&&",
        "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "=>", "**", "<<", ">>", "+", "-", "*", "/", "%",
        "<", ">", "!", "=", "?", ":", "(", ")", "[", "]", "{", "}", ",", ".", ";", "&", "|", "^", "~",
    ].map { Array($0.unicodeScalars) }

    static func tokens(of text: String) throws(FlowExpressionError) -> [FlowExpressionToken] {
        let scalars = Array(text.unicodeScalars)
        var tokens: [FlowExpressionToken] = []
        var at = 0
        var isOnNewLine = false
        func refuse(_ reason: String, _ position: Int) -> FlowExpressionError {
            FlowExpressionError(reason: reason, position: position + 1, text: text)
        }
        while at < scalars.count {
            let scalar = scalars[at]
            let start = at
            if scalar.properties.isWhitespace {
                if scalar == "\n" || scalar == "\r" { isOnNewLine = true }
                at += 1
                continue
            }
            if scalar == "/", at + 1 < scalars.count, scalars[at + 1] == "/" {
                while at < scalars.count, scalars[at] != "\n" { at += 1 }
                continue
            }
            if scalar == "/", at + 1 < scalars.count, scalars[at + 1] == "*" {
                at += 2
                while at + 1 < scalars.count, !(scalars[at] == "*" && scalars[at + 1] == "/") { at += 1 }
                guard at + 1 < scalars.count else { throw refuse("a comment does not end", start) }
                at += 2
                continue
            }
            let kind: Kind
            if self.isDigit(scalar) || (scalar == "." && at + 1 < scalars.count && self.isDigit(scalars[at + 1])) {
                guard let number = self.number(scalars, &at) else { throw refuse("this is no number", start) }
                kind = .number(number)
            } else if scalar == "'" || scalar == "\"" {
                guard let string = self.string(scalars, &at) else {
                    throw refuse("a text does not end, or has an unknown escape", start)
                }
                kind = .string(string)
            } else if self.startsName(scalar) {
                while at < scalars.count, self.startsName(scalars[at]) || self.isDigit(scalars[at]) { at += 1 }
                kind = .name(self.text(scalars[start..<at]))
            } else if scalar == "{", let object = self.object(scalars, &at) {
                kind = .object(object)
            } else if let symbol = self.symbols.first(where: { scalars[at...].starts(with: $0) }) {
                at += symbol.count
                kind = .symbol(self.text(symbol[...]))
            } else {
                throw refuse("unexpected character \"\(scalar)\"", start)
            }
            tokens.append(FlowExpressionToken(kind: kind, start: start, isOnNewLine: isOnNewLine))
            isOnNewLine = false
        }
        tokens.append(FlowExpressionToken(kind: .end, start: scalars.count, isOnNewLine: isOnNewLine))
        return tokens
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func startsName(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar == "$" || scalar.properties.isXIDStart
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static func number(_ scalars: [Unicode.Scalar], _ at: inout Int) -> JSON? {
        let start = at
        while at < scalars.count, self.isDigit(scalars[at]) { at += 1 }
        if at < scalars.count, scalars[at] == "." {
            at += 1
            while at < scalars.count, self.isDigit(scalars[at]) { at += 1 }
        }
        if at < scalars.count, scalars[at] == "e" || scalars[at] == "E" {
            at += 1
            if at < scalars.count, scalars[at] == "+" || scalars[at] == "-" { at += 1 }
            while at < scalars.count, self.isDigit(scalars[at]) { at += 1 }
        }
        if at < scalars.count, self.startsName(scalars[at]) { return nil }
        var text = self.text(scalars[start..<at])
        if let whole = Int64(text) { return .integer(whole) }
        if text.hasPrefix(".") { text = "0" + text }
        guard let number = Double(text), number.isFinite else { return nil }
        return Int64(exactly: number).map(JSON.integer) ?? .number(number)
    }

    private static func string(_ scalars: [Unicode.Scalar], _ at: inout Int) -> String? {
        let quote = scalars[at]
        at += 1
        var result = String.UnicodeScalarView()
        while at < scalars.count, scalars[at] != quote {
            guard scalars[at] == "\\" else {
                result.append(scalars[at])
                at += 1
                continue
            }
            at += 1
            guard at < scalars.count else { return nil }
            switch scalars[at] {
            case "n": result.append("\n")
            case "t": result.append("\t")
            case "r": result.append("\r")
            case "\\", "'", "\"", "/": result.append(scalars[at])
            case "u":
                guard at + 4 < scalars.count,
                    let code = UInt32(self.text(scalars[(at + 1)...(at + 4)]), radix: 16),
                    let scalar = Unicode.Scalar(code)
                else { return nil }
                result.append(scalar)
                at += 4
            default: return nil
            }
            at += 1
        }
        guard at < scalars.count else { return nil }
        at += 1
        return String(result)
    }

    /// An object that is JSON as it stands; `nil` when it has to be read as an expression.
    private static func object(_ scalars: [Unicode.Scalar], _ at: inout Int) -> JSON? {
        var depth = 0
        var isInString = false
        var end = at
        while end < scalars.count {
            let scalar = scalars[end]
            if isInString {
                if scalar == "\\" { end += 1 } else if scalar == "\"" { isInString = false }
            } else if scalar == "\"" {
                isInString = true
            } else if scalar == "{" {
                depth += 1
            } else if scalar == "}" {
                depth -= 1
                if depth == 0 { break }
            }
            end += 1
        }
        guard end < scalars.count, let object = try? JSON(parsing: self.text(scalars[at...end])) else { return nil }
        at = end + 1
        return object
    }
}
