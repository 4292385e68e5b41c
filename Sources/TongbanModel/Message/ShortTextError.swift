// SPDX-License-Identifier: Apache-2.0

import Civic

/// Why a text may not go by SMS or messenger.
public enum ShortTextError: Error, Sendable, Hashable {
    /// It says nothing.
    case empty
    /// It takes more parts of a short message than are allowed.
    case tooLong(characters: Int, parts: Int, allowed: Int)
    /// It has a whole identity number, credit code or certificate number in it.
    case identifier
    /// It has a whole telephone, card or other number of so many digits in it.
    case longNumber(digits: Int)
    /// It has a sum of money in it.
    case amount(String)
    /// It has a word in it that tells of health, a handicap or a rating.
    case word(String)
    /// A placeholder names a field that may not be shown.
    case field(String)

    /// A stable word for it.
    public var code: String {
        switch self {
        case .empty: "EMPTY"
        case .tooLong: "TOO_LONG"
        case .identifier: "IDENTIFIER"
        case .longNumber: "LONG_NUMBER"
        case .amount: "AMOUNT"
        case .word: "WORD"
        case .field: "FIELD"
        }
    }

    public var message: Bilingual {
        switch self {
        case .empty: Bilingual("短文本为空", "the short text is empty")
        case .tooLong(let characters, let parts, let allowed):
            Bilingual(
                "短文本有 \(characters) 个字符,须分 \(parts) 条,最多 \(allowed) 条(每条 70 字)",
                "the short text has \(characters) characters and takes \(parts) parts; \(allowed) are allowed (70 characters one part)"
            )
        case .identifier: Bilingual("短文本含完整证件号码", "the short text has a whole identity number or code in it")
        case .longNumber(let digits):
            Bilingual("短文本含 \(digits) 位数字号码", "the short text has a number of \(digits) digits in it")
        case .amount(let text): Bilingual("短文本含金额“\(text)”", "the short text has a sum of money in it: \(text)")
        case .word(let word): Bilingual("短文本含敏感词“\(word)”", "the short text has the sensitive word \"\(word)\"")
        case .field(let field):
            Bilingual("短文本不能引用字段“\(field)”", "the short text may not show the field \"\(field)\"")
        }
    }
}
