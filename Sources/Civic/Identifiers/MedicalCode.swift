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
        /// `HY`, 6 digits of the region, 6 digits.
        case pharmacist
        /// `HJ`, 6 digits of the region, 6 digits.
        case technician
    }

    public let kind: Kind
    public let text: String

    public init(_ input: some StringProtocol) throws(IdentifierError) {
        let bytes = Array(input.utf8)
        let letters = bytes.prefix { (0x41...0x5A).contains($0) }
        let digits = bytes.dropFirst(letters.count)
        guard !letters.isEmpty, decimal(digits) != nil else {
            throw IdentifierError("form", "医保代码应为大写字母加数字", "a medical insurance code is capital letters and digits")
        }
        switch (String(decoding: letters, as: UTF8.self), digits.count) {
        case ("H", 11): self.kind = .institution
        case ("P", 11): self.kind = .pharmacy
        case ("D", 12): self.kind = .doctor
        case ("M", 5): self.kind = .disease
        case ("HY", 12): self.kind = .pharmacist
        case ("HJ", 12): self.kind = .technician
        default:
            throw IdentifierError(
                "form",
                "应为 H 或 P 加 11 位,D、HY、HJ 加 12 位,M 加 5 位数字",
                "H and P have 11 digits, D, HY and HJ have 12, M has 5"
            )
        }
        self.text = String(input)
    }

    public var description: String { self.text }
}
