// SPDX-License-Identifier: Apache-2.0

/// A mobile telephone number: 11 digits, `1[3-9]` first.
public struct MobileNumber: Sendable, Hashable, CustomStringConvertible {
    public let text: String

    public init(_ input: some StringProtocol) throws(IdentifierError) {
        let bytes = Array(input.utf8)
        guard bytes.count == 11 else {
            throw IdentifierError(
                "length", "手机号码应为 11 位,现为 \(input.count) 位",
                "a mobile number has 11 digits; this one has \(input.count)")
        }
        guard bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw IdentifierError("character", "手机号码只能是数字", "a mobile number has digits only")
        }
        guard bytes[0] == 0x31, (0x33...0x39).contains(bytes[1]) else {
            throw IdentifierError("form", "手机号码应以 13 至 19 开头", "a mobile number begins with 13 to 19")
        }
        self.text = String(input)
    }

    public var description: String { self.text }

    /// `138****5678`.
    public var masked: String { "\(self.text.prefix(3))****\(self.text.suffix(4))" }
}

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
