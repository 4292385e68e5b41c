// SPDX-License-Identifier: Apache-2.0

/// A person's name: 1 to 50 characters, Chinese extension characters and the dot `·` allowed; spaces around it are
/// dropped, compatibility ideographs written as the characters they stand for.
public struct PersonName: Sendable, Hashable, CustomStringConvertible {
    public let text: String

    /// Family names of two characters, so that a mask leaves the whole of one.
    private static let doubleNames: Set<String> = [
        "欧阳", "司马", "上官", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "令狐", "慕容", "东方", "司徒", "端木", "南宫", "独孤",
    ]

    public init(_ input: some StringProtocol) throws(IdentifierError) {
        let spaces = input.unicodeScalars.prefix { $0.properties.isWhitespace }.count
        let trailing = input.unicodeScalars.reversed().prefix { $0.properties.isWhitespace }.count
        let text =
            spaces + trailing >= input.unicodeScalars.count
            ? "" : String(String.UnicodeScalarView(input.unicodeScalars.dropFirst(spaces).dropLast(trailing)))
        guard (1...50).contains(text.count) else {
            throw IdentifierError("length", "姓名应为 1 至 50 字", "a name has 1 to 50 characters")
        }
        guard !text.unicodeScalars.contains(where: { Self.isRefused($0) }) else {
            throw IdentifierError(
                "character",
                "姓名中不能有数字、控制字符或不可见字符",
                "a name has no digits, control characters or invisible characters"
            )
        }
        self.text = String(
            String.UnicodeScalarView(text.unicodeScalars.map { CompatibilityIdeographs.unified($0) })
        )
    }

    /// Digits of any script, and what cannot be seen or changes the direction of what can: two names that look alike
    /// are the same. The zero 〇 is a letter, and the selector of a variant is a mark.
    private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .decimalNumber: true
        default: false
        }
    }

    /// For comparison: without spaces, every kind of middle dot as `·`.
    public var folded: String {
        let dots: Set<Unicode.Scalar> = [
            "\u{B7}", "\u{2022}", "\u{2027}", "\u{30FB}", "\u{FF65}", "\u{2E}", "\u{FF0E}",
        ]
        var result = String.UnicodeScalarView()
        for scalar in self.text.unicodeScalars where !scalar.properties.isWhitespace {
            result.append(dots.contains(scalar) ? "\u{B7}" : scalar)
        }
        return String(result)
    }

    /// The family name and stars: `张**`, `欧阳*`.
    public var masked: String {
        let family = Self.doubleNames.contains(String(self.text.prefix(2))) && self.text.count > 2 ? 2 : 1
        return self.text.prefix(family) + String(repeating: "*", count: max(1, self.text.count - family))
    }

    public var description: String { self.text }
}
