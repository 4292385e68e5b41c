// SPDX-License-Identifier: Apache-2.0

/// A code of an administrative area: 6 digits county, 9 township, 12 village or community (GB/T 2260, statistical codes).
public struct AreaCode: Sendable, Hashable, CustomStringConvertible {
    public let text: String

    public init(_ input: some StringProtocol) throws(IdentifierError) {
        let bytes = Array(input.utf8)
        guard [6, 9, 12].contains(bytes.count) else {
            throw IdentifierError(
                "length",
                "区划代码应为 6、9 或 12 位,现为 \(input.count) 位",
                "an area code has 6, 9 or 12 digits; this one has \(input.count)"
            )
        }
        guard decimal(bytes) != nil else {
            throw IdentifierError("character", "区划代码只能是数字", "an area code has digits only")
        }
        self.text = String(input)
    }

    /// How deep the area lies: 6, 9 or 12 digits.
    public enum Level: Sendable, Hashable {
        /// A county or district; also a city or province, whose codes end in zeros.
        case county
        /// A street, town, township or zone.
        case township
        /// A village or community.
        case village
    }

    public var level: Level {
        switch self.text.utf8.count {
        case 6: .county
        case 9: .township
        default: .village
        }
    }

    /// The township of a village, the county of a township.
    public var parent: AreaCode? {
        self.level == .county ? nil : AreaCode(verified: String(self.text.dropLast(3)))
    }

    private init(verified text: String) {
        self.text = text
    }

    public var county: String { String(self.text.prefix(6)) }

    /// Whether the other area lies in this one, or is the same: a province `340000` contains the cities `34xx00`, they
    /// their counties.
    public func contains(_ other: AreaCode) -> Bool { other.text.hasPrefix(self.common) }

    /// What the codes of all areas in this one begin with.
    private var common: Substring {
        guard self.level == .county else { return self.text[...] }
        if self.text.hasSuffix("0000") { return self.text.prefix(2) }
        return self.text.hasSuffix("00") ? self.text.prefix(4) : self.text[...]
    }

    public var description: String { self.text }
}
