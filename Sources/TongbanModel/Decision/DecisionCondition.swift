// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// What a row asks of one input.
///
/// Written as: `-` for anything; a value; `null`; a range `[1..5]`, `(1..5)`, `[1..5)`, `]1..5[`; a comparison `< 5`,
/// `<= 5`, `> 5`, `>= 5`, `!= 5`; several of these with commas between them, of which one must hold; `not(…)` around
/// them. A text with a comma, a bracket or white space at its ends is put in double quotes.
public struct DecisionCondition: Sendable, Hashable {
    /// One of the ways to hold.
    enum Test: Sendable, Hashable {
        case missing
        case truth(Bool)
        case text(String)
        /// Both ends included.
        case range(ClosedRange<Int64>)
    }

    /// As it was written.
    public let written: String
    let tests: [Test]
    let isNegated: Bool
    /// Whether anything holds, a missing value too.
    let isAny: Bool

    /// Why a condition cannot be read.
    public struct Unreadable: Error, Sendable, Hashable {
        public var part: String
    }

    /// How many UTF-8 bytes a condition may have.
    public static let lengthLimit = 2_000

    public init(_ text: String, kind: DecisionKind) throws(Unreadable) {
        let text = Self.trimmed(text[...])
        guard text.utf8.count <= Self.lengthLimit else { throw Unreadable(part: String(text.prefix(20)) + "…") }
        self.written = String(text)
        if text == "-" || text.isEmpty {
            (self.tests, self.isNegated, self.isAny) = ([], false, true)
            return
        }
        var inner = text
        let isNegated = text.hasPrefix("not(") && text.hasSuffix(")")
        if isNegated { inner = inner.dropFirst(4).dropLast() }
        var tests: [Test] = []
        for part in try Self.parts(of: inner) { tests += try Self.tests(part, kind) }
        self.tests = tests
        self.isNegated = isNegated
        self.isAny = false
    }

    /// Whether a value fulfils it; `nil` is a value that is not there.
    public func holds(_ value: DecisionValue?) -> Bool {
        if self.isAny { return true }
        let isOne = self.tests.contains { test in
            switch (test, value) {
            case (.missing, nil): true
            case (.truth(let one), .truth(let other)?): one == other
            case (.text(let one), .text(let other)?): one.utf8.elementsEqual(other.utf8)
            case (.range(let range), .number(let number)?): range.contains(number)
            default: false
            }
        }
        return isOne != self.isNegated
    }

    // MARK: Reading

    private static func trimmed(_ text: Substring) -> Substring {
        func isSpace(_ character: Character) -> Bool {
            character == " " || character == "\t" || character == "\u{3000}"
        }
        var text = text
        while let first = text.first, isSpace(first) { text.removeFirst() }
        while let last = text.last, isSpace(last) { text.removeLast() }
        return text
    }

    /// The parts between commas that stand in no quotes.
    private static func parts(of text: Substring) throws(Unreadable) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var isQuoted = false
        for index in text.indices {
            if text[index] == "\"" { isQuoted.toggle() }
            if !isQuoted, text[index] == "," || text[index] == "," {
                parts.append(self.trimmed(text[start..<index]))
                start = text.index(after: index)
            }
        }
        parts.append(self.trimmed(text[start...]))
        guard !isQuoted, parts.allSatisfy({ !$0.isEmpty }) else { throw Unreadable(part: String(text)) }
        return parts
    }

    private static func tests(_ part: Substring, _ kind: DecisionKind) throws(Unreadable) -> [Test] {
        if part == "null" { return [.missing] }
        if part.first == "\"", part.last == "\"", part.count > 1, kind == .text {
            return [.text(String(part.dropFirst().dropLast()))]
        }
        for (sign, full) in [("<=", "≤"), (">=", "≥"), ("!=", "≠"), ("<", "<"), (">", ">")] {
            for form in Set([sign, full]) where part.hasPrefix(form) {
                return try self.comparison(sign, self.trimmed(part.dropFirst(form.count)), kind, part)
            }
        }
        if kind.isOrdered, let range = try self.range(part, kind) { return range.map { [.range($0)] } ?? [] }
        guard let value = kind.value(written: String(part)), !part.contains("\"") else {
            throw Unreadable(part: String(part))
        }
        return [self.test(value)]
    }

    private static func test(_ value: DecisionValue) -> Test {
        switch value {
        case .number(let number): .range(number...number)
        case .truth(let truth): .truth(truth)
        case .text(let text): .text(text)
        }
    }

    private static func comparison(
        _ sign: String,
        _ operand: Substring,
        _ kind: DecisionKind,
        _ part: Substring
    ) throws(Unreadable) -> [Test] {
        guard kind.isOrdered, case .number(let number)? = kind.value(written: String(operand)),
            number > .min, number < .max
        else { throw Unreadable(part: String(part)) }
        return switch sign {
        case "<=": [.range(.min...number)]
        case ">=": [.range(number ... .max)]
        case "<": [.range(.min...(number - 1))]
        case ">": [.range((number + 1) ... .max)]
        default: [.range(.min...(number - 1)), .range((number + 1) ... .max)]
        }
    }

    /// `nil` when it is written as no range; an inner `nil` for one that holds nothing.
    private static func range(_ part: Substring, _ kind: DecisionKind) throws(Unreadable) -> ClosedRange<Int64>?? {
        guard let open = part.first, let close = part.last, "[(]".contains(open), "])[".contains(close), part.count > 1
        else { return nil }
        let inner = part.dropFirst().dropLast()
        guard let dots = inner.firstRange(of: "..") else { throw Unreadable(part: String(part)) }
        let from = self.trimmed(inner[..<dots.lowerBound])
        let to = self.trimmed(inner[dots.upperBound...])
        guard case .number(var first)? = kind.value(written: String(from)),
            case .number(var last)? = kind.value(written: String(to)), first <= last, first > .min, last < .max
        else { throw Unreadable(part: String(part)) }
        if open != "[" { first += 1 }
        if close != "]" { last -= 1 }
        guard first <= last else { throw Unreadable(part: String(part)) }
        return .some(first...last)
    }
}
