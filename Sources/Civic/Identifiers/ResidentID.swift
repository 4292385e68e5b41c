// SPDX-License-Identifier: Apache-2.0

/// A resident identity number: 6 digits of the place of first registration, date of birth, 3 serial digits, check
/// character (GB 11643-1999; check by ISO 7064 MOD 11-2).
public struct ResidentID: Sendable, Hashable, CustomStringConvertible {
    public enum Sex: Sendable, Hashable {
        case female, male
    }

    /// 18 characters, the last one a digit or a capital X.
    public let text: String
    public let birth: CivilDay

    private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    private static let checks = Array("10X98765432".utf8)

    /// Reads 18 characters, or the 15 digits of the form issued before 1999, which is converted.
    ///
    /// - Parameter today: a date of birth after it is refused.
    public init(_ input: some StringProtocol, today: CivilDay) throws(IdentifierError) {
        var bytes = Array(input.utf8)
        if bytes.count == 15 {
            guard decimal(bytes) != nil else {
                throw IdentifierError("character", "15 位身份号码只能是数字", "a 15-digit identity number has digits only")
            }
            bytes = Array(bytes[0..<6]) + [0x31, 0x39] + Array(bytes[6...])
            bytes.append(Self.check(bytes))
        }
        guard bytes.count == 18 else {
            throw IdentifierError(
                "length",
                "身份号码应为 18 位(旧号 15 位),现为 \(input.count) 位",
                "an identity number has 18 characters (15 in the old form); this one has \(input.count)"
            )
        }
        if bytes[17] == 0x78 { bytes[17] = 0x58 }
        guard bytes[0..<17].allSatisfy({ (0x30...0x39).contains($0) }),
            (0x30...0x39).contains(bytes[17]) || bytes[17] == 0x58
        else {
            throw IdentifierError(
                "character",
                "前 17 位应为数字,末位为数字或 X",
                "the first 17 characters are digits, the last a digit or X"
            )
        }
        guard bytes[0] != 0x30 else {
            throw IdentifierError("region", "地区代码不能以 0 开头", "the region code does not begin with 0")
        }
        guard let year = decimal(bytes[6..<10]), let month = decimal(bytes[10..<12]), let day = decimal(bytes[12..<14]),
            let birth = CivilDay(year: year, month: month, day: day), year >= 1800
        else {
            throw IdentifierError("date", "出生日期不存在", "there is no such date of birth")
        }
        guard birth <= today else {
            throw IdentifierError("date", "出生日期在今天之后", "the date of birth lies after today")
        }
        guard Self.check(bytes[0..<17]) == bytes[17] else {
            throw IdentifierError("check", "校验码不符,请核对号码", "the check character does not fit: compare the number")
        }
        self.text = String(decoding: bytes, as: UTF8.self)
        self.birth = birth
    }

    static func check(_ digits: some Collection<UInt8>) -> UInt8 {
        let sum = zip(digits, self.weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
        return self.checks[sum % 11]
    }

    /// Who such a number is given to.
    public enum Kind: Sendable, Hashable {
        /// Citizens registered on the mainland.
        case mainland
        /// Holders of a residence permit for residents of Hong Kong, Macao or Taiwan: 810000, 820000, 830000.
        case hongKongMacaoTaiwan
        /// Holders of a foreigner's permanent residence card: first digit 9.
        case foreignPermanentResident
    }

    public var kind: Kind {
        if self.text.hasPrefix("9") { return .foreignPermanentResident }
        return ["810000", "820000", "830000"].contains(self.regionOfFirstRegistration)
            ? .hongKongMacaoTaiwan : .mainland
    }

    /// The place of first registration, never the residence.
    public var regionOfFirstRegistration: String { String(self.text.prefix(6)) }

    public var sex: Sex {
        (Array(self.text.utf8)[16] - 0x30).isMultiple(of: 2) ? .female : .male
    }

    public var description: String { self.text }

    /// First and last four characters, as those see it who handle the case.
    public var maskedForHandlers: String {
        "\(self.text.prefix(4))**********\(self.text.suffix(4))"
    }

    /// The last four characters only.
    public var masked: String { "**************\(self.text.suffix(4))" }
}
