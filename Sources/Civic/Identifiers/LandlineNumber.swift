// SPDX-License-Identifier: Apache-2.0

/// A land line of Huaibei: area code 0561 and seven digits, with or without a hyphen.
public struct LandlineNumber: Sendable, Hashable, CustomStringConvertible {
    public let text: String

    public init(_ input: some StringProtocol) throws(IdentifierError) {
        let bytes = Array(input.utf8)
        let digits = bytes.filter { $0 != 0x2D }
        guard digits.count == 11, bytes.starts(with: Array("0561".utf8)), decimal(digits) != nil,
            bytes.count == 11 || (bytes.count == 12 && bytes[4] == 0x2D)
        else {
            throw IdentifierError("form", "固定电话应为 0561-加 7 位数字", "a land line is 0561- and seven digits")
        }
        self.text = "0561-" + String(decoding: digits[4...], as: UTF8.self)
    }

    public var description: String { self.text }
}
