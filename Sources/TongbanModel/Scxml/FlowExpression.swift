// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// The small expression language of `.scxml` files: the part of ECMAScript that JsonLogic can say.
///
/// Literals, arrays, objects, names, members (`a.b[0].c`), `+ - * / %`, comparisons, `&& || !`, `?:`, `typeof`,
/// `In('state')`, `Math.max` and `Math.min`. JsonLogic itself may stand wherever a value may.
public enum FlowExpression {
    /// Compiles an expression to a JsonLogic rule.
    public static func rule(_ text: String) throws(FlowExpressionError) -> JSON {
        var parser = try FlowExpressionParser(text)
        let rule = try parser.expression()
        try parser.expectEnd()
        return rule
    }

    /// Compiles a script: assignments, `++`, `--`, `+=` and its like, declarations with `var`, `let` or `const`.
    public static func script(_ text: String) throws(FlowExpressionError) -> [FlowContent.Assignment] {
        var parser = try FlowExpressionParser(text)
        return try parser.script()
    }

    /// A JSON value as the rule it is, or, when it is none, as the rule that gives it.
    static func rule(of value: JSON) -> JSON {
        switch value {
        case .object(let object) where object.count == 1:
            JsonLogic.isOperation(value) ? value : ["preserve": value]
        case .array(let elements): .array(elements.map(self.rule(of:)))
        default: value
        }
    }
}
