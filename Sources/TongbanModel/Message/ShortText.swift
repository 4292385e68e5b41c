// SPDX-License-Identifier: Apache-2.0

import Civic

/// What may stand in a text that travels by SMS or messenger: it is seen on locked screens and kept by others, so no
/// diagnosis, handicap, rating, sum of money or whole identity number.
///
/// Source: Personal Information Protection Law, articles 28 and 51.
public struct ShortText: Sendable, Hashable {
    /// Words of the bureau's own, beside ``commonWords``.
    public var words: [String]

    public init(words: [String] = []) { self.words = words }

    /// Characters of one part, of the first when there are several less by the three that join them.
    public static let partLength = 70
    public static let joinedLength = 67

    /// Of texts in the letters of plain English: 160 septets a part.
    static let plainLength = 160
    static let plainJoinedLength = 153

    /// Words that tell of health, a handicap or a rating; English ones are found whatever their case.
    public static let commonWords = [
        "诊断", "确诊", "病种", "病情", "疾病", "患病", "病历", "癌", "肿瘤", "艾滋", "精神障碍", "残疾", "伤残", "失能", "信用等级",
        "信用评级", "评级", "评分", "diagnos", "disease", "illness", "cancer", "disab", "handicap", "credit grade",
        "credit rating",
    ]

    /// How many parts of a short message a text takes: of 70 UTF-16 units each, of 67 when there are several; texts of
    /// plain ASCII letters have 160 and 153.
    ///
    /// Source: 3GPP TS 23.038 and TS 23.040.
    public static func parts(of text: String) -> Int {
        let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x60 || $0 == 0x0A || $0 == 0x0D }
        // These take two septets each.
        let doubled: Set<UInt8> = [0x5B, 0x5C, 0x5D, 0x5E, 0x7B, 0x7C, 0x7D, 0x7E]
        let units = isPlain ? text.utf8.reduce(0) { $0 + (doubled.contains($1) ? 2 : 1) } : text.utf16.count
        let (one, joined) =
            isPlain ? (Self.plainLength, Self.plainJoinedLength) : (Self.partLength, Self.joinedLength)
        return units <= one ? 1 : (units + joined - 1) / joined
    }

    /// Checks a text that is ready to go.
    ///
    /// - Parameter parts: parts of a short message it may take.
    public func check(_ text: String, parts allowed: Int = 1) throws(ShortTextError) {
        guard text.contains(where: { !$0.isWhitespace }) else { throw .empty }
        let parts = Self.parts(of: text)
        guard parts <= allowed else { throw .tooLong(characters: text.count, parts: parts, allowed: allowed) }
        // Full-width digits and letters are read as what they stand for.
        let folded = Self.folded(text)
        try Self.checkNumbers(folded)
        try Self.checkAmounts(folded)
        let lowered = folded.lowercased()
        for word in Self.commonWords + self.words where !word.isEmpty && lowered.contains(word.lowercased()) {
            throw .word(word)
        }
    }

    private static func folded(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if (0xFF01...0xFF5E).contains(scalar.value), let plain = Unicode.Scalar(scalar.value - 0xFEE0) {
                scalars.append(plain)
            } else {
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// The digits of a case's number stand in three groups of at most eight; what is longer is a number of something
    /// else.
    static let longestNumber = 10

    private static func checkNumbers(_ text: String) throws(ShortTextError) {
        var run: [UInt8] = []
        // A blank or hyphen inside a number does not hide it, as in 6222 0202 0011.
        var joinedDigits = 0
        var groups: [Int] = []
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        func isWord(_ byte: UInt8) -> Bool {
            isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        func endRun() throws(ShortTextError) {
            defer { run = [] }
            guard !run.isEmpty else { return }
            let word = String(decoding: run, as: UTF8.self)
            let digits = run.count(where: isDigit)
            if run.count == 18 || run.count == 20, digits >= run.count - 10 {
                if (try? ResidentID(word.uppercased(), today: CivilDay(number: 1 << 20))) != nil
                    || (try? UnifiedCreditCode(word.uppercased())) != nil || digits >= run.count - 1
                {
                    throw .identifier
                }
            }
            var longest = 0
            var current = 0
            for byte in run {
                current = isDigit(byte) ? current + 1 : 0
                longest = max(longest, current)
            }
            // The code of a village has twelve; numbers of telephones begin with 0, or have eleven.
            let isArea = run.count == 12 && digits == 12 && (0x31...0x38).contains(run[0])
            if longest > Self.longestNumber, !isArea { throw .longNumber(digits: longest) }
            if digits == run.count {
                groups.append(digits)
                joinedDigits += digits
            } else {
                groups = []
                joinedDigits = 0
            }
        }
        for byte in text.utf8 {
            if isWord(byte) {
                run.append(byte)
                continue
            }
            try endRun()
            // Groups of four, as cards are written; a case's number has groups of eight and six, a day of four and two.
            if byte == 0x20 {
                if groups.count >= 3, groups.suffix(3).allSatisfy({ $0 == 4 }) {
                    throw .longNumber(digits: joinedDigits)
                }
            } else {
                groups = []
                joinedDigits = 0
            }
        }
        try endRun()
        if groups.count >= 3, groups.suffix(3).allSatisfy({ $0 == 4 }) { throw .longNumber(digits: joinedDigits) }
    }

    private static let amountUnits = ["元", "块钱", "人民币", "yuan", "rmb", "cny"]
    private static let amountSigns: Set<Character> = ["¥", "￥", "$"]

    private static func checkAmounts(_ text: String) throws(ShortTextError) {
        let characters = Array(text.lowercased())
        for (index, character) in characters.enumerated() {
            if Self.amountSigns.contains(character), index + 1 < characters.count,
                characters[(index + 1)...].first(where: { $0 != " " })?.isNumber ?? false
            {
                throw .amount(String(characters[index..<min(index + 8, characters.count)]))
            }
            guard character.isNumber else { continue }
            // Only the end of a number is looked at.
            if index + 1 < characters.count, characters[index + 1].isNumber { continue }
            var rest = characters[(index + 1)...].drop { " ,.".contains($0) }
            // 万元, 亿元, 千元, 百元, 余元, 多元.
            rest = rest.drop { "万亿千百十余多角".contains($0) }
            let tail = String(rest.prefix(4))
            if Self.amountUnits.contains(where: tail.hasPrefix) {
                throw .amount(String(characters[max(0, index - 7)...min(index + 3, characters.count - 1)]))
            }
        }
        for unit in ["rmb", "cny", "人民币"] {
            let lowered = text.lowercased()
            if let found = lowered.firstRange(of: unit),
                lowered[found.upperBound...].first(where: { $0 != " " })?.isNumber ?? false
            {
                throw .amount(unit)
            }
        }
    }
}
