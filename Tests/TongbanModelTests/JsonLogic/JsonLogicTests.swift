// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing

@testable import TongbanModel

/// A rule, its data and its result, as JSON text.
struct RuleCase: Sendable, CustomTestStringConvertible {
    var rule: String
    var data: String
    var result: String

    init(_ rule: String, _ data: String = "null", _ result: String) {
        self.rule = rule
        self.data = data
        self.result = result
    }

    var testDescription: String { self.rule }
}

@Suite("JsonLogic")
struct JsonLogicTests {
    private func check(_ flow: RuleCase) throws {
        let result = try JsonLogic.evaluate(JSON(parsing: flow.rule), data: JSON(parsing: flow.data))
        #expect(result.canonical == flow.result)
    }

    @Test("var reads members, elements and the whole, or takes its default", arguments: RuleCase.variable)
    func variable(_ rule: RuleCase) throws { try self.check(rule) }

    @Test("missing and missing_some name what is not there", arguments: RuleCase.missing)
    func missing(_ rule: RuleCase) throws { try self.check(rule) }

    @Test("if takes the first branch that holds", arguments: RuleCase.choice)
    func choice(_ rule: RuleCase) throws { try self.check(rule) }

    @Test("== coerces as ECMAScript does", arguments: RuleCase.looseEquality)
    func looseEquality(_ rule: RuleCase) throws { try self.check(rule) }

    @Test("=== does not coerce", arguments: RuleCase.strictEquality)
    func strictEquality(_ rule: RuleCase) throws { try self.check(rule) }

    @Test("! and !! tell what counts as true", arguments: RuleCase.truth)
    func truth(_ rule: RuleCase) throws { try self.check(rule) }

    @Test("or and and give the value that decided", arguments: RuleCase.connection)
    func connection(_ rule: RuleCase) throws { try self.check(rule) }

    @Test("comparisons order numbers and texts, and between", arguments: RuleCase.order)
    func order(_ rule: RuleCase) throws { try self.check(rule) }

    @Test("max and min", arguments: RuleCase.extremes)
    func extremes(_ rule: RuleCase) throws { try self.check(rule) }

    @Test("arithmetic is exact for whole numbers", arguments: RuleCase.arithmetic)
    func arithmetic(_ rule: RuleCase) throws { try self.check(rule) }

    @Test("map, filter, reduce, all, none, some and merge", arguments: RuleCase.arrays)
    func arrays(_ rule: RuleCase) throws { try self.check(rule) }

    @Test("in, cat and substr", arguments: RuleCase.texts)
    func texts(_ rule: RuleCase) throws { try self.check(rule) }

    @Test("count, percent, preserve, eachKey, get, plus, typeof and log", arguments: RuleCase.ours)
    func ours(_ rule: RuleCase) throws { try self.check(rule) }

    @Test("a rule that cannot be evaluated says why")
    func errors() {
        func error(_ rule: JSON) -> JsonLogicError? {
            do {
                _ = try JsonLogic.evaluate(rule, data: .null)
                return nil
            } catch {
                return error
            }
        }
        #expect(error(["nope": 1]) == .unknownOperation("nope"))
        #expect(error(["+": ["a", 1]]) == .notANumber(operation: "+"))
        #expect(error(["/": [1, 0]]) == .notANumber(operation: "/"))
        #expect(error(["%": [1, 0]]) == .notANumber(operation: "%"))
        #expect(error(["in_state": "a"]) == .outsideOfFlow)
        #expect(error(["-": [1, 2, 3]]) == .wrongArguments(operation: "-", reason: "two numbers are needed"))
        #expect(error(["count": 1]) != nil)
        #expect(error(["percent": [-1, 2]]) != nil)
    }

    @Test("rules may be nested to the limit and no deeper")
    func depth() throws {
        func nested(_ levels: Int) -> JSON {
            var rule: JSON = true
            for _ in 0..<levels {
                rule = ["!": rule]
            }
            return rule
        }
        #expect(try JsonLogic.evaluate(nested(JsonLogic.depthLimit), data: .null) == true)
        #expect(throws: JsonLogicError.tooDeep(limit: JsonLogic.depthLimit)) {
            try JsonLogic.evaluate(nested(JsonLogic.depthLimit + 1), data: .null)
        }
    }

    @Test("rules may take as many steps as the limit and no more")
    func steps() throws {
        // The operation itself, the var, and each element's step; the inner rule is a literal.
        let fits = JsonLogic.stepLimit - 2
        let rule: JSON = ["all": [["var": ""], true]]
        #expect(try JsonLogic.evaluate(rule, data: .array(Array(repeating: 1, count: fits))) == true)
        #expect(throws: JsonLogicError.tooManySteps(limit: JsonLogic.stepLimit)) {
            try JsonLogic.evaluate(rule, data: .array(Array(repeating: 1, count: fits + 1)))
        }
    }

    @Test("cat makes texts up to its limit")
    func textLimit() throws {
        let text = JSON.string(String(repeating: "a", count: JsonLogicEvaluator.textLimit))
        #expect(try JsonLogic.evaluate(["cat": [text, ""]], data: .null) == text)
        #expect(throws: JsonLogicError.self) { try JsonLogic.evaluate(["cat": [text, "b"]], data: .null) }
    }

    @Test("a literal evaluates to itself", arguments: [JSON.null, 1, "a", ["a": 1], [["a": 1]], ["a": 1, "b": 2]])
    func literal(_ value: JSON) throws {
        #expect(try JsonLogic.evaluate(JsonLogic.literal(value), data: .null) == value)
    }

    @Test("isTrue goes by what counts as true")
    func isTrue() throws {
        #expect(try JsonLogic.isTrue(["var": "a"], data: ["a": "0"]))
        #expect(try !JsonLogic.isTrue(["var": "a"], data: ["a": []]))
    }
}
