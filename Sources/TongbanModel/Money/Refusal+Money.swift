// SPDX-License-Identifier: Apache-2.0

import Civic

extension Refusal {
    static func overdrawn(_ account: String, balance: Fen) -> Refusal {
        Refusal(
            code: "OVERDRAWN",
            zh: "账户 \(account) 余额为 \(balance) 元,预算不能再减这么多。",
            en: "account \(account) has \(balance) yuan left: its budget cannot be lowered by more"
        )
    }

    /// The amount is negative, or a sum with it does not fit in 64 bits.
    public static let amount = Refusal(
        code: "AMOUNT",
        zh: "金额须为不小于 0 的整数(分),且合计不得超出范围。",
        en: "an amount is a whole number of fen, not negative, and no sum may be out of range"
    )

    public static func tooMuchRecovered(_ number: String, most: Fen) -> Refusal {
        Refusal(
            code: "TOO_MUCH",
            zh: "办件 \(number) 最多可追回 \(most) 元。",
            en: "at most \(most) yuan can be recovered for case \(number)"
        )
    }
}
