// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing

@Suite("Money, shares, areas, texts")
struct ValueTests {
    @Test(
        "Yuan are read and printed",
        arguments: [
            ("6000", 600_000, "6000.00"), ("-12.5", -1_250, "-12.50"), ("0.07", 7, "0.07"),
            ("387000000", 38_700_000_000, "387000000.00"),
            ("92233720368547758.07", .max, "92233720368547758.07"),
        ] as [(String, Int64, String)]
    )
    func yuan(text: String, fen: Int64, printed: String) throws {
        let money = try #require(Fen(yuan: text))
        #expect(money.amount == fen)
        #expect(money.description == printed)
    }

    @Test(
        "What is no amount is refused",
        arguments: ["", "-", ".5", "1.", "1.234", "1,000", "１", "+1", "1e3", "92233720368547758.08", "--1"]
    )
    func noYuan(text: String) {
        #expect(Fen(yuan: text) == nil)
    }

    @Test("Sums that do not fit are nothing, at the limit they are")
    func overflow() {
        #expect(Fen(.max - 1).adding(Fen(1)) == Fen(.max))
        #expect(Fen(.max).adding(Fen(1)) == nil)
        #expect(Fen(.min + 1).subtracting(Fen(1)) == Fen(.min))
        #expect(Fen(.min).subtracting(Fen(1)) == nil)
        #expect(Fen(.max / 2).multiplied(by: 2) == Fen(.max - 1))
        #expect(Fen(.max / 2 + 1).multiplied(by: 2) == nil)
        #expect(Fen(.min).description == "-92233720368547758.08")
    }

    @Test(
        "A share rounds half a fen away from zero",
        arguments: [
            (100, 1, 3, 33), (200, 1, 3, 67), (5, 1, 2, 3), (-5, 1, 2, -3), (-100, 1, 3, -33), (1, 1, 1, 1),
            (.max, 7, 7, .max), (.min, 1, 1, .min), (.max, 2, 1, nil), (150_800_000, 1, 754, 200_000),
        ] as [(Int64, Int64, Int64, Int64?)]
    )
    func share(amount: Int64, numerator: Int64, denominator: Int64, expected: Int64?) {
        #expect(Fen(amount).share(numerator, of: denominator)?.amount == expected)
    }

    @Test(
        "Shares in per cent, half up, two decimals",
        arguments: [
            (22_231, 28_313, "78.52"), (37, 42, "88.10"), (31, 42, "73.81"), (5, 6, "83.33"), (39, 40, "97.50"),
            (12, 25, "48.00"), (0, 7, "0.00"), (1, 1, "100.00"), (139, 136, "102.21"), (1, 20_000, "0.01"),
            (1, 20_001, "0.00"), (0, 0, "—"), (5, 0, "—"), (.max, .max, "100.00"),
        ] as [(Int64, Int64, String)]
    )
    func percentage(numerator: Int64, denominator: Int64, expected: String) {
        #expect(Percentage(numerator, of: denominator).description == expected)
    }

    @Test("A share too great to print does not trap")
    func hugePercentage() {
        #expect(Percentage(.max, of: 1).hundredths == .max)
    }

    @Test("Figures keep their qualifier, and sums take it over")
    func approximate() {
        #expect(Approximate(8_700, .moreThan).text == Bilingual("8700余", "more than 8700"))
        #expect(Approximate(400, .nearly).text == Bilingual("近400", "nearly 400"))
        #expect(Approximate(7).text.zh == "7")
        #expect(Approximate(1) + Approximate(2, .moreThan) == Approximate(3, .moreThan))
        #expect(Approximate(1, .nearly) + Approximate(2) == Approximate(3, .nearly))
        #expect(Approximate(1) + Approximate(2) == Approximate(3))
        #expect((Approximate(.max) + Approximate(1)).value == .max)
    }

    @Test("Fifteen mu are a hectare")
    func mu() throws {
        #expect(Mu(hundredths: 1_500).squareMetres == 10_000)
        #expect(try #require(Mu("300")).squareMetres == 200_000)
        #expect(try #require(Mu("0.01")).squareMetres == 7)
        #expect(try #require(Mu("12.5")).description == "12.50")
        #expect(Mu("-1") == nil)
        #expect(Mu("x") == nil)
        #expect(Mu(hundredths: .max).adding(Mu(hundredths: 1)) == nil)
        #expect(Mu(hundredths: 1).adding(Mu(hundredths: 2)) == Mu(hundredths: 3))
        #expect(Mu(hundredths: .max).squareMetres == nil)
    }

    @Test("A text in both languages reads back from JSON")
    func bilingual() throws {
        let text = Bilingual("时限", "deadline")
        #expect(text.json == ["zh": "时限", "en": "deadline"])
        #expect(Bilingual(json: text.json) == text)
        #expect(Bilingual(json: ["zh": "时限"]) == nil)
        #expect(Bilingual(json: ["zh": 1, "en": "x"]) == nil)
        #expect(text.text(.chinese) == "时限")
        #expect(text.text(.english) == "deadline")
        #expect(Language(locale: "zh_CN.UTF-8") == .chinese)
        #expect(Language(locale: "C") == .english)
    }
}
