// SPDX-License-Identifier: Apache-2.0

/// A mobile telephone number: 11 digits, `1[3-9]` first.
public struct MobileNumber: Sendable, Hashable, CustomStringConvertible {
    public let text: String

    public init(_ input: some StringProtocol) throws(IdentifierError) {
        let bytes = Array(input.utf8)
        guard bytes.count == 11 else {
            throw IdentifierError(
                "length",
                "手机号码应为 11 位,现为 \(input.count) 位",
                "a mobile number has 11 digits; this one has \(input.count)"
            )
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
