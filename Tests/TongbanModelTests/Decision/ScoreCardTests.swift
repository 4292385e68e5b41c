// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing

@testable import TongbanModel

@Suite("Score cards")
struct ScoreCardTests {
    private var card: ScoreCard {
        var income = ScoreCard.Criterion(id: "income", name: Bilingual("收入", "Income"))
        income.input = "income"
        income.steps = [.init(">= 5000000", 4000), .init("[2000000..5000000)", 2500)]
        income.otherwise = 500
        var near = ScoreCard.Criterion(id: "near", name: Bilingual("距离", "Distance"))
        near.points = 5000
        near.count = ["-": [3000, ["var": "metres"]]]
        near.of = 3000
        near.minimum = 0
        var arrears = ScoreCard.Criterion(id: "arrears", name: Bilingual("欠款", "Arrears"))
        arrears.points = -300
        arrears.count = ["var": "arrears"]
        return ScoreCard(
            id: "credit",
            name: Bilingual("信用", "Credit"),
            effectiveFrom: DecisionTableTests.day("2022-01-01"),
            inputs: [
                DecisionInput("income", Bilingual("收入", "Income"), kind: .money),
                DecisionInput("metres", Bilingual("距离", "Distance"), kind: .integer),
                DecisionInput("arrears", Bilingual("欠款", "Arrears"), kind: .integer),
                DecisionInput("court", Bilingual("失信", "Court list"), kind: .boolean),
            ],
            groups: [
                .init(id: "data", name: Bilingual("数据", "Data"), maximum: 7000, criteria: [income, near]),
                .init(id: "bad", name: Bilingual("扣分", "Deductions"), minimum: -1000, criteria: [arrears]),
            ],
            vetoes: [.init(id: "court", name: Bilingual("失信被执行人", "On the court's list"), if: ["var": "court"])],
            minimum: 0,
            maximum: 10_000,
            bands: [.init("A", ">= 60"), .init("B", "[30..60)"), .init("NONE", "< 30")],
            vetoGrade: "NONE"
        )
    }

    private func inputs(_ income: Int64, _ metres: Int64, _ arrears: Int64 = 0, court: Bool = false) -> JSONObject {
        [
            "income": .integer(income), "metres": .integer(metres), "arrears": .integer(arrears), "court": .bool(court),
        ]
    }

    @Test("Points add up in groups with bounds, half up to hundredths, and every criterion is told")
    func score() throws {
        #expect(self.card.faults().isEmpty)
        let result = try self.card.score(self.inputs(2_000_000, 1))
        // 50 · 2999 / 3000 = 49.98333 → 49.98; with 25.00 it is over the group's 70.
        #expect(result.lines.first { $0.id == "near" }?.points == 4998)
        #expect(result.lines.first { $0.id == "data" }?.points == 7000 - 2500 - 4998)
        #expect(result.value["score"] == 7000)
        #expect(result.value["grade"] == "A")
        #expect(try self.card.score(self.inputs(0, 3000, 2)).value["score"] == 0)
        #expect(try self.card.score(self.inputs(2_000_000, 3000, 3)).value["score"] == 1600)
        #expect(try self.card.score(self.inputs(2_000_000, 3000, 4)).value["score"] == 1500)
    }

    @Test("A veto decides, whatever the score")
    func veto() throws {
        let result = try self.card.score(self.inputs(9_000_000, 0, court: true))
        #expect(result.value == ["score": 7000, "grade": "NONE", "veto": "court"])
        #expect(result.rows == ["court"])
    }

    @Test(
        "Half goes up, away from nought",
        arguments: [
            (1, 1, 2, 1), (1, 1, 3, 0), (2, 1, 3, 1), (-1, 1, 2, -1), (1, -1, 2, -1), (5, 1, -2, -3), (7, 2, 2, 7),
        ]
    )
    func rounding(_ points: Int64, _ count: Int64, _ of: Int64, _ result: Int64) {
        #expect(ScoreCard.share(points, times: count, of: of) == result)
    }

    @Test("A share of nothing, and what is too great, are refused")
    func noShare() {
        #expect(ScoreCard.share(1, times: 1, of: 0) == nil)
        #expect(ScoreCard.share(ScoreCard.pointLimit, times: 1, of: 1) == ScoreCard.pointLimit)
        #expect(ScoreCard.share(ScoreCard.pointLimit, times: 2, of: 1) == nil)
        #expect(ScoreCard.share(.max, times: .max, of: 1) == nil)
    }

    @Test("Grades that overlap or leave a gap are found, with a score as an example")
    func bands() {
        var card = self.card
        card.bands = [.init("A", ">= 60"), .init("B", "[30..60]"), .init("NONE", "< 30")]
        #expect(card.faults().first?.message.en.contains("6000") == true)
        card.bands = [.init("A", "> 60"), .init("B", "[30..60)"), .init("NONE", "< 30")]
        #expect(card.faults().first?.message.en.contains("6000") == true)
    }

    @Test("A card has up to its limit of grades, and no more")
    func gradeLimit() {
        func faults(_ count: Int) -> Int {
            var card = self.card
            card.bands = (1...count).map { number in
                .init(
                    "g\(number)",
                    number == 1 ? "< 1" : number == count ? ">= \(count - 1)" : "[\(number - 1)..\(number))"
                )
            }
            return card.faults().count
        }
        #expect(faults(ScoreCard.bandLimit) == 0)
        #expect(faults(ScoreCard.bandLimit + 1) == 1)
    }

    @Test("A card has up to its limit of criteria, and no more")
    func limit() {
        func card(_ count: Int) -> ScoreCard {
            ScoreCard(
                id: "c",
                name: Bilingual("卡", "C"),
                effectiveFrom: DecisionTableTests.day("2022-01-01"),
                inputs: [],
                groups: [
                    .init(
                        id: "g",
                        name: Bilingual("组", "G"),
                        criteria: (0..<count).map { number in
                            var criterion = ScoreCard.Criterion(id: "c\(number)", name: Bilingual("项", "C"))
                            criterion.points = 1
                            return criterion
                        }
                    )
                ]
            )
        }
        #expect(card(ScoreCard.criterionLimit).faults().isEmpty)
        #expect(card(ScoreCard.criterionLimit + 1).faults().count == 1)
        #expect(card(0).faults().count == 1)
    }
}
