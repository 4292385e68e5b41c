// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing

@testable import TongbanModel

@Suite("The expression language")
struct FlowExpressionTests {
    @Test(
        "compiles into JsonLogic",
        arguments: [
            ("1 + 2 * 3", #"{"+":[1,{"*":[2,3]}]}"#),
            ("(1 + 2) * 3", #"{"*":[{"+":[1,2]},3]}"#),
            ("a - b - c", #"{"-":[{"-":[{"var":"a"},{"var":"b"}]},{"var":"c"}]}"#),
            ("a && b && !c || d", #"{"or":[{"and":[{"var":"a"},{"var":"b"},{"!":[{"var":"c"}]}]},{"var":"d"}]}"#),
            ("a.b[0].c", #"{"var":"a.b.0.c"}"#),
            ("a['b c'].d", #"{"var":"a.b c.d"}"#),
            ("a[i].b", #"{"get":[{"get":[{"var":"a"},{"var":"i"}]},"b"]}"#),
            ("_event.data.x", #"{"var":"_event.data.x"}"#),
            ("x ? 'y' : \"z\"", #"{"if":[{"var":"x"},"y","z"]}"#),
            ("In('s1')", #"{"in_state":["s1"]}"#),
            ("'a' + x + 1", #"{"cat":["a",{"var":"x"},1]}"#),
            ("x + y", #"{"plus":[{"var":"x"},{"var":"y"}]}"#),
            ("-5 % -x", #"{"%":[-5,{"-":[{"var":"x"}]}]}"#),
            ("!!x", #"{"!!":[{"var":"x"}]}"#),
            ("[1, 'a', [x]]", #"[1,"a",[{"var":"x"}]]"#),
            ("{a: x, 'b': 2}", #"{"eachKey":{"a":{"var":"x"},"b":2}}"#),
            ("{\"a\": 1}", #"{"preserve":{"a":1}}"#),
            ("{\"a\": 1, \"b\": 2}", #"{"a":1,"b":2}"#),
            ("{\"var\": \"x\"}", #"{"var":"x"}"#),
            ("{\"var\": \"x\"} > 2", #"{">":[{"var":"x"},2]}"#),
            ("typeof x === 'undefined'", #"{"===":[{"typeof":[{"var":"x"}]},"undefined"]}"#),
            ("Math.max(x, 1)", #"{"max":[{"var":"x"},1]}"#),
            (".5e1 == 5.0", #"{"==":[5,5]}"#),
            ("null != undefined", #"{"!=":[null,null]}"#),
            ("'\\u901A\\n\\''", #""通\n'""#),
            ("金额 >= 1 // note", #"{">=":[{"var":"金额"},1]}"#),
        ]
    )
    func compiles(_ text: String, _ rule: String) throws {
        #expect(try FlowExpression.rule(text).text == rule)
    }

    @Test(
        "refuses what it does not know, and says where",
        arguments: [
            ("", 1, "the expression ends too early"),
            ("a +", 4, "the expression ends too early"),
            ("a = 1", 3, "an assignment may only stand in a script"),
            ("a b", 3, "unexpected \"b\""),
            ("f(x)", 2, "there is no function \"f\" of this kind"),
            ("new Date()", 1, "\"new\" is not part of the expression language"),
            ("a & b", 3, "unexpected \"&\""),
            ("a ? b", 6, "expected \":\", found the end"),
            ("'abc", 1, "a text does not end, or has an unknown escape"),
            ("3px", 1, "this is no number"),
            ("a # b", 3, "unexpected character \"#\""),
            ("(a", 3, "expected \")\", found the end"),
            ("a.1", 2, "unexpected 0.1"),
            ("/* a", 1, "a comment does not end"),
        ]
    )
    func refuses(_ text: String, _ position: Int, _ reason: String) {
        #expect(throws: FlowExpressionError(reason: reason, position: position, text: text)) {
            try FlowExpression.rule(text)
        }
    }

    @Test("nests to its limit and no deeper")
    func depth() throws {
        // Parentheses cost two levels each: the expression and the operand in it.
        func nested(_ levels: Int) -> String {
            String(repeating: "(", count: levels) + "1" + String(repeating: ")", count: levels)
        }
        #expect(try FlowExpression.rule(nested(49)) == 1)
        #expect(throws: FlowExpressionError.self) { try FlowExpression.rule(nested(50)) }
    }

    @Test(
        "scripts are lists of assignments",
        arguments: [
            ("x = 1; y = x", ["x = 1", "y = {\"var\":\"x\"}"]),
            ("x = 1\ny = 2", ["x = 1", "y = 2"]),
            ("x++; --y", ["x = {\"+\":[{\"var\":\"x\"},1]}", "y = {\"-\":[{\"var\":\"y\"},1]}"]),
            ("x += 2; a.b[0] *= 3", ["x = {\"+\":[{\"var\":\"x\"},2]}", "a.b[0] = {\"*\":[{\"var\":\"a.b.0\"},3]}"]),
            ("var x = 1, y; let z = 2", ["var x = 1", "var y = {\"var\":\"y\"}", "var z = 2"]),
            ("a[i] = 1", ["a[i] = 1"]),
            ("/* nothing */ ;", []),
        ]
    )
    func scripts(_ text: String, _ assignments: [String]) throws {
        let script = try FlowExpression.script(text)
        #expect(
            script.map { "\($0.isDeclaration ? "var " : "")\($0.location) = \($0.value.text)" } == assignments
        )
    }

    @Test(
        "scripts that are more than assignments are refused",
        arguments: [
            "f()", "if (x) { y = 1 }", "1 = 2", "x = 1 y = 2", "x", "function f() {}", "x <<= 1", "x == 1",
        ]
    )
    func badScripts(_ text: String) {
        #expect(throws: FlowExpressionError.self) { try FlowExpression.script(text) }
    }
}
