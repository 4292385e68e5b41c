// SPDX-License-Identifier: Apache-2.0

/// A unified social credit code of a legal person or other organisation: 18 characters (GB 32100-2015).
public struct UnifiedCreditCode: Sendable, Hashable, CustomStringConvertible {
    public let text: String

    static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

    public init(_ input: some StringProtocol) throws(IdentifierError) {
        let bytes = Array(input.utf8)
        guard bytes.count == 18 else {
            throw IdentifierError(
                "length",
                "统一社会信用代码应为 18 位,现为 \(input.count) 位",
                "a unified social credit code has 18 characters; this one has \(input.count)"
            )
        }
        guard bytes.allSatisfy({ Self.alphabet.contains($0) }) else {
            throw IdentifierError(
                "character",
                "只能用数字和除 I、O、S、V、Z 以外的大写字母",
                "only digits and capital letters other than I, O, S, V, Z are used"
            )
        }
        guard decimal(bytes[2..<8]) != nil else {
            throw IdentifierError("region", "第 3 至 8 位应为行政区划数字", "characters 3 to 8 are the digits of a region")
        }
        guard Self.check(bytes[0..<17]) == bytes[17] else {
            throw IdentifierError("check", "校验码不符,请核对代码", "the check character does not fit: compare the code")
        }
        self.text = String(decoding: bytes, as: UTF8.self)
    }

    static func check(_ bytes: some Collection<UInt8>) -> UInt8 {
        let sum = zip(bytes, self.weights).reduce(0) { sum, pair in
            sum + (self.alphabet.firstIndex(of: pair.0) ?? 0) * pair.1
        }
        return self.alphabet[(31 - sum % 31) % 31]
    }

    public var region: String { String(self.text.dropFirst(2).prefix(6)) }

    /// Characters 9 to 17.
    public var organisationCode: String { String(self.text.dropFirst(8).prefix(9)) }

    public var description: String { self.text }
}
