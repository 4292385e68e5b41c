// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

extension JsonLogicEvaluator {
    /// Interest of an amount at a yearly rate in millionths over days, or a share `numerator / denominator` of it.
    func money(
        _ amount: JSON,
        _ second: JSON,
        _ third: JSON,
        _ operation: JsonLogicOperation
    ) throws(JsonLogicError) -> JSON {
        // What is missing is not nothing: an amount of 0 would be paid for it.
        guard !amount.isNull, !second.isNull, !third.isNull,
            let fen = JsonLogicValue.number(amount)?.integerValue,
            let one = JsonLogicValue.number(second)?.integerValue,
            let other = JsonLogicValue.number(third)?.integerValue
        else { throw .wrongArguments(operation: operation.rawValue, reason: "three whole numbers are needed") }
        var result: Fen?
        if operation == .interest {
            result = Fen(fen).interest(over: [InterestSpan(rate: one, days: other)])
        } else if other > 0 {
            result = Fen(fen).share(one, of: other)
        }
        guard let result else {
            throw .wrongArguments(
                operation: operation.rawValue,
                reason: "a number is negative, or the result too large"
            )
        }
        return .integer(result.amount)
    }
}
