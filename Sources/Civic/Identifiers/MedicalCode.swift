// SPDX-License-Identifier: Apache-2.0

/// A code of the medical insurance system, by its form: it has no check character.
public struct MedicalCode: Sendable, Hashable, CustomStringConvertible {
    public enum Kind: Sendable, Hashable {
        /// `H`, 6 digits of the region, 5 digits.
        case institution
        /// `P`, 6 digits of the region, 5 digits.
        case pharmacy
        /// `D`, 6 digits of the region, 6 digits.
        case doctor
        /// `M` and 5 digits.
        case disease
    }

    public let kind: Kind
    public let text: String

    public init(_ input: some StringProtocol) throws(IdentifierError) {
        let bytes = Array(input.utf8)
        let digits = bytes.dropFirst()
        guard !digits.isEmpty, decimal(digits) != nil else {
            throw IdentifierError("form", "医保代码应为一个字母加数字", "a medical insurance code is a letter and digits")
        }
        switch (bytes[0], digits.count) {
        case (0x48, 11): self.kind = .institution
        case (0x50, 11): self.kind = .pharmacy
        case (0x44, 12): self.kind = .doctor
        case (0x4D, 5): self.kind = .disease
        default:
            throw IdentifierError(
                "form", "应为 H 或 P 加 11 位、D 加 12 位、M 加 5 位数字",
                "H or P has 11 digits, D has 12, M has 5")
        }
        self.text = String(input)
    }

    public var description: String { self.text }
}
