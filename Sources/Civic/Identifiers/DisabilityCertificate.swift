// SPDX-License-Identifier: Apache-2.0

/// The number of a disability certificate: the holder's identity number, category 1 to 7, grade 1 to 4, and after a
/// loss `B` with a digit (Measures on the Certificate of Disabled Persons, 2017).
public struct DisabilityCertificate: Sendable, Hashable, CustomStringConvertible {
    public enum Category: Int, Sendable, Hashable, CaseIterable {
        case sight = 1
        case hearing, speech, limb, intellect, mental, multiple
    }

    public let holder: ResidentID
    public let category: Category
    /// 1 is the most severe, 4 the least.
    public let grade: Int
    /// How often it was issued again after a loss, 0 to 9.
    public let reissue: Int

    public init(holder: ResidentID, category: Category, grade: Int, reissue: Int = 0) throws(IdentifierError) {
        guard (1...4).contains(grade) else {
            throw IdentifierError("grade", "残疾等级应为 1 至 4", "the grade is 1 to 4")
        }
        guard (0...9).contains(reissue) else {
            throw IdentifierError("form", "补发次数应为 1 至 9", "a certificate is issued again 1 to 9 times")
        }
        self.holder = holder
        self.category = category
        self.grade = grade
        self.reissue = reissue
    }

    public init(_ input: some StringProtocol, today: CivilDay) throws(IdentifierError) {
        let bytes = Array(input.utf8)
        guard bytes.count == 20 || bytes.count == 22 else {
            throw IdentifierError(
                "length",
                "残疾人证号应为 20 位,补发后 22 位,现为 \(input.count) 位",
                "a certificate number has 20 characters, 22 once issued again; this one has \(input.count)"
            )
        }
        let holder = try ResidentID(String(decoding: bytes[0..<18], as: UTF8.self), today: today)
        guard let category = Category(rawValue: Int(bytes[18]) - 0x30) else {
            throw IdentifierError("category", "第 19 位残疾类别应为 1 至 7", "character 19, the category, is 1 to 7")
        }
        guard (0x31...0x34).contains(bytes[19]) else {
            throw IdentifierError("grade", "第 20 位残疾等级应为 1 至 4", "character 20, the grade, is 1 to 4")
        }
        var reissue = 0
        if bytes.count == 22 {
            guard bytes[20] == 0x42 || bytes[20] == 0x62, (0x31...0x39).contains(bytes[21]) else {
                throw IdentifierError("form", "补发标记应为 B1 至 B9", "the mark of a reissue is B1 to B9")
            }
            reissue = Int(bytes[21]) - 0x30
        }
        try self.init(holder: holder, category: category, grade: Int(bytes[19]) - 0x30, reissue: reissue)
    }

    public var text: String {
        "\(self.holder.text)\(self.category.rawValue)\(self.grade)" + (self.reissue == 0 ? "" : "B\(self.reissue)")
    }

    public var description: String { self.text }
}
