// SPDX-License-Identifier: Apache-2.0

/// An organisation code: 8 characters and a check character (GB 11714-1997); letters count from A = 10.
public struct OrganisationCode: Sendable, Hashable, CustomStringConvertible {
    public let text: String

    private static let weights = [3, 7, 9, 10, 5, 8, 4, 2]

    /// Reads nine characters, with or without a hyphen before the last.
    public init(_ input: some StringProtocol) throws(IdentifierError) {
        var bytes = Array(input.utf8)
        if bytes.count == 10, bytes[8] == 0x2D { bytes.remove(at: 8) }
        guard bytes.count == 9 else {
            throw IdentifierError(
                "length",
                "组织机构代码应为 9 位,现为 \(input.count) 位",
                "an organisation code has 9 characters; this one has \(input.count)"
            )
        }
        guard bytes.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }) else {
            throw IdentifierError("character", "只能用数字和大写字母", "only digits and capital letters are used")
        }
        guard Self.check(bytes[0..<8]) == bytes[8] else {
            throw IdentifierError("check", "校验码不符,请核对代码", "the check character does not fit: compare the code")
        }
        self.text = String(decoding: bytes, as: UTF8.self)
    }

    static func check(_ bytes: some Collection<UInt8>) -> UInt8 {
        let sum = zip(bytes, self.weights).reduce(0) { sum, pair in
            sum + (pair.0 <= 0x39 ? Int(pair.0 - 0x30) : Int(pair.0 - 0x41) + 10) * pair.1
        }
        return switch 11 - sum % 11 {
        case 10: 0x58
        case 11: 0x30
        case let value: UInt8(0x30 + value)
        }
    }

    public var description: String { self.text }
}
