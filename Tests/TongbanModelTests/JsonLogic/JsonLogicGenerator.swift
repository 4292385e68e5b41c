// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// Makes rules over all published operations, and data for them, from a seed.
///
/// Rules are made by the kind of value they give, and stay where the publication (jsonlogic.com/operations.html and the
/// reference implementation it links) defines a result that `datalogic-py` 5.9 shares. Left out, since that package goes
/// its own ways there:
///
/// - `==` of null with a number (null equals 0 there) and of texts that are no numbers with numbers (an error there);
/// - comparisons of texts that are no numbers with numbers (an error there), of arrays with anything;
/// - `!`, `!!`, `if` on an empty object (false there), members that are null or empty text in `missing` and in `var` with
///   a default (present there);
/// - `max` and `min` of anything but numbers, and of nothing (errors there); `-`, `/`, `%` of another number of operands;
/// - `reduce` without a beginning, array operations on what is no array, `merge` of null, `cat` of arrays, `in` with a
///   number sought in a text, `substr` by fractions or texts, `.length`;
/// - numbers as text in another form than plain decimals.
///
/// `log` is no operation of the package; the test gives it one that returns its operand, as published.
struct JsonLogicGenerator {
    struct Pair {
        var rule: JSON
        var data: JSON
        var operations: Set<String>
    }

    /// What `var` sees: the whole data, or an element of a list.
    enum Scope { case whole, number, text, row, reduction }

    private var random: SeededGenerator
    private var used: Set<String> = []

    init(seed: UInt64) { self.random = SeededGenerator(seed: seed) }

    mutating func pair() -> Pair {
        self.used = []
        let depth = Int.random(in: 1...4, using: &self.random)
        let rule: JSON =
            switch Int.random(in: 0..<6, using: &self.random) {
            case 0, 1: self.truth(depth, .whole)
            case 2, 3: self.number(depth, .whole)
            case 4: self.text(depth, .whole)
            default: self.list(depth, .whole)
            }
        return Pair(rule: rule, data: self.data(), operations: self.used)
    }

    // MARK: Data

    private static let words = ["a", "b", "abc", "办件", "通办中心", "x y", "zz", "jsonlogic", "B", "0"]

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self.random)]
    }

    private mutating func whole() -> JSON { .integer(Int64.random(in: -20...20, using: &self.random)) }

    private mutating func decimal() -> JSON {
        .number(Double(Int64.random(in: -40...40, using: &self.random)) / 4)
    }

    private mutating func word() -> JSON { .string(self.pick(Self.words)) }

    private mutating func many(_ limit: Int, _ make: (inout Self) -> JSON) -> [JSON] {
        var result: [JSON] = []
        for _ in 0..<Int.random(in: 0...limit, using: &self.random) { result.append(make(&self)) }
        return result
    }

    private mutating func data() -> JSON {
        var object: JSONObject = [
            "n": self.whole(), "m": self.whole(), "f": self.decimal(), "t": self.word(), "u": self.word(),
            "d": .string("\(Int.random(in: 0...30, using: &self.random))"), "b": .bool(self.pick([true, false])),
            "l": .array(self.many(5) { $0.whole() }), "w": .array(self.many(4) { $0.word() }),
            "o": ["x": self.whole(), "y": ["z": self.word()], "l": [self.whole(), self.whole()]],
            "rows": .array(self.many(4) { ["a": $0.whole(), "s": $0.word()] }),
        ]
        for name in ["p", "q", "r"] where Bool.random(using: &self.random) { object[name] = self.whole() }
        return .object(object)
    }

    // MARK: Rules

    private mutating func op(_ name: String, _ operands: JSON...) -> JSON {
        self.used.insert(name)
        return .object([name: .array(operands)])
    }

    private mutating func variable(_ path: JSON) -> JSON {
        self.used.insert("var")
        return .object(["var": self.pick([path, .array([path])])])
    }

    mutating func number(_ depth: Int, _ scope: Scope) -> JSON {
        guard depth > 0 else { return self.numberLeaf(scope) }
        let d = depth - 1
        switch Int.random(in: 0..<14, using: &self.random) {
        case 0: return self.op("+", self.addend(d, scope), self.addend(d, scope), self.number(d, scope))
        case 1: return self.op("*", self.number(d, scope), self.numberLeaf(scope))
        case 2: return self.op("-", self.number(d, scope), self.addend(d, scope))
        case 3: return self.op("-", self.number(d, scope))
        case 4: return self.op("/", self.number(d, scope), self.number(d, scope))
        case 5: return self.op("%", self.number(d, scope), self.numberLeaf(scope))
        case 6: return self.op("max", self.number(d, scope), self.number(d, scope), self.number(d, scope))
        case 7: return self.op("min", self.number(d, scope), self.number(d, scope))
        case 8:
            return self.op(
                self.pick(["if", "?:"]),
                self.truth(d, scope),
                self.number(d, scope),
                self.number(d, scope)
            )
        case 9:
            return self.op(
                "if",
                self.truth(d, scope),
                self.number(d, scope),
                self.truth(d, scope),
                self.number(d, scope),
                self.number(d, scope)
            )
        case 10:
            return self.op("reduce", self.numbers(d, scope), self.number(1, .reduction), self.number(0, scope))
        case 11: return self.op("log", self.number(d, scope))
        case 12: return self.op("+", self.addend(d, scope))
        default: return self.numberLeaf(scope)
        }
    }

    private mutating func numberLeaf(_ scope: Scope) -> JSON {
        if Int.random(in: 0..<3, using: &self.random) == 0 {
            return Bool.random(using: &self.random) ? self.whole() : self.decimal()
        }
        switch scope {
        case .whole:
            switch Int.random(in: 0..<6, using: &self.random) {
            case 0:
                self.used.insert("var")
                return ["var": [.string(self.pick(["p", "q", "none", "o.none", "n"])), self.whole()]]
            case 1: return self.variable(self.op("cat", "o.", "x"))
            default: return self.variable(.string(self.pick(["n", "m", "f", "o.x", "o.l.0", "o.l.1"])))
            }
        case .number: return self.variable("")
        case .row: return self.variable("a")
        case .reduction: return self.variable(.string(self.pick(["current", "accumulator"])))
        case .text: return self.whole()
        }
    }

    /// What may stand for a number in a sum: numbers as text too, and truth.
    private mutating func addend(_ depth: Int, _ scope: Scope) -> JSON {
        switch Int.random(in: 0..<6, using: &self.random) {
        case 0: .string(self.pick(["12", "-3", "2.5", "0"]))
        case 1 where scope == .whole: self.variable("d")
        default: self.number(depth, scope)
        }
    }

    mutating func text(_ depth: Int, _ scope: Scope) -> JSON {
        guard depth > 0 else { return self.textLeaf(scope) }
        let d = depth - 1
        switch Int.random(in: 0..<7, using: &self.random) {
        case 0: return self.op("cat", self.text(d, scope), self.text(d, scope), self.textLeaf(scope))
        case 1: return self.op("cat", self.text(d, scope), self.whole(), self.truth(d, scope))
        case 2: return self.op("substr", self.text(d, scope), .integer(Int64.random(in: -6...6, using: &self.random)))
        case 3:
            return self.op(
                "substr",
                self.text(d, scope),
                .integer(Int64.random(in: -6...6, using: &self.random)),
                .integer(Int64.random(in: -4...4, using: &self.random))
            )
        case 4: return self.op("if", self.truth(d, scope), self.text(d, scope), self.text(d, scope))
        case 5: return self.op("log", self.text(d, scope))
        default: return self.textLeaf(scope)
        }
    }

    private mutating func textLeaf(_ scope: Scope) -> JSON {
        if Int.random(in: 0..<3, using: &self.random) == 0 { return self.word() }
        switch scope {
        case .whole: return self.variable(.string(self.pick(["t", "u", "o.y.z", "d"])))
        case .text: return self.variable("")
        case .row: return self.variable("s")
        default: return self.word()
        }
    }

    mutating func truth(_ depth: Int, _ scope: Scope) -> JSON {
        guard depth > 0 else { return scope == .whole ? self.variable("b") : .bool(self.pick([true, false])) }
        let d = depth - 1
        switch Int.random(in: 0..<17, using: &self.random) {
        case 0: return self.op("and", self.truth(d, scope), self.truth(d, scope), self.truth(d, scope))
        case 1: return self.op("or", self.truth(d, scope), self.truth(d, scope))
        case 2: return self.op(self.pick(["!", "!!"]), self.anything(d, scope))
        case 3, 4:
            return self.op(
                self.pick(["==", "!=", "===", "!=="]),
                self.number(d, scope),
                self.pick([self.number(d, scope), self.whole()])
            )
        case 5: return self.op(self.pick(["==", "!=", "===", "!=="]), self.text(d, scope), self.text(d, scope))
        case 6: return self.op(self.pick(["==", "!=", "===", "!=="]), self.whole(), self.addend(d, scope))
        case 7, 8:
            return self.op(self.pick(["<", "<=", ">", ">="]), self.addend(d, scope), self.number(d, scope))
        case 9: return self.op(self.pick(["<", "<=", ">", ">="]), self.text(d, scope), self.text(d, scope))
        case 10:
            return self.op(
                self.pick(["<", "<="]),
                self.number(d, scope),
                self.number(d, scope),
                self.number(d, scope)
            )
        case 11: return self.op("in", self.text(d, scope), self.text(d, scope))
        case 12: return self.op("in", self.number(d, scope), self.numbers(d, scope))
        case 13: return self.op(self.pick(["all", "none", "some"]), self.numbers(d, scope), self.truth(d, .number))
        case 14 where scope == .whole:
            return self.op(self.pick(["all", "none", "some"]), self.variable("rows"), self.truth(d, .row))
        case 15 where scope == .whole:
            return self.op(self.pick(["all", "none", "some"]), self.variable("w"), self.truth(d, .text))
        default: return self.op("if", self.truth(d, scope), self.truth(d, scope), self.truth(d, scope))
        }
    }

    private mutating func anything(_ depth: Int, _ scope: Scope) -> JSON {
        switch Int.random(in: 0..<4, using: &self.random) {
        case 0: self.number(depth, scope)
        case 1: self.text(depth, scope)
        case 2: .array([self.numbers(depth, scope)])
        default: self.truth(depth, scope)
        }
    }

    /// A list of numbers.
    private mutating func numbers(_ depth: Int, _ scope: Scope) -> JSON {
        guard depth > 0, scope == .whole else {
            return scope == .whole && Bool.random(using: &self.random)
                ? self.variable("l") : .array(self.many(4) { $0.whole() })
        }
        let d = depth - 1
        switch Int.random(in: 0..<6, using: &self.random) {
        case 0: return self.op("map", self.numbers(d, scope), self.number(d, .number))
        case 1: return self.op("map", self.variable("rows"), self.number(d, .row))
        case 2: return self.op("filter", self.numbers(d, scope), self.truth(d, .number))
        case 3: return self.op("merge", self.numbers(d, scope), self.number(d, scope), self.numbers(d, scope))
        case 4: return self.op("map", self.variable("none"), self.number(d, .number))
        default: return self.variable("l")
        }
    }

    mutating func list(_ depth: Int, _ scope: Scope) -> JSON {
        let d = max(depth - 1, 0)
        let names: [JSON] = self.many(4) { .string($0.pick(["p", "q", "r", "n", "o.x", "o.none", "none"])) }
        switch Int.random(in: 0..<7, using: &self.random) {
        case 0:
            self.used.insert("missing")
            return ["missing": .array(names)]
        case 1:
            return self.op("missing", self.op("merge", .array(names), self.op("if", self.truth(d, scope), "p", "q")))
        case 2: return self.op("missing_some", .integer(Int64.random(in: 1...3, using: &self.random)), .array(names))
        case 3: return self.op("filter", self.variable("rows"), self.truth(d, .row))
        case 4: return self.op("map", self.variable("w"), self.text(d, .text))
        case 5: return .array([self.number(d, scope), self.text(d, scope), self.truth(d, scope)])
        default: return self.numbers(depth, scope)
        }
    }
}
