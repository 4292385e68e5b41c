// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Chapter: scoring")
struct ScoringChapter {
    static var definition: BureauDefinition {
        BureauDefinition("office", "示例", "Example", about: ("示例。", "An example."), prefix: "BG") {
            Role("clerk", "clerk", "clerk")
            Card(
                "credit",
                "信用评分",
                "Credit score",
                from: "2022-01-01",
                minimum: 0,
                maximum: 10_000,
                vetoGrade: "NONE"
            ) {
                Input("income", "收入", "Income", .money).sensitive()
                Input("deeds", "好人好事", "Good deeds", .integer)
                Input("court", "失信", "On the court's list", .boolean)
                Group("data", "数据", "Data", maximum: 7000) {
                    Criterion(
                        "income",
                        "收入",
                        "Income",
                        input: "income",
                        steps: [">= 5000000": 7000, "[2000000..5000000)": 4000],
                        otherwise: 1000
                    )
                }
                Group("civility", "文明", "Civility", maximum: 3000) {
                    Criterion("deeds", "好人好事", "Good deeds", points: 500, count: value("deeds"))
                }
                Veto("court-list", "失信被执行人", "On the court's list", if: value("court"))
                Grade("AAA", ">= 90")
                Grade("AA", "[80..90)")
                Grade("A", "[70..80)")
                Grade("NONE", "< 70")
            }
            Item("rating", "评级", "Rating", about: ("评级。", "A rating."), openedBy: ["clerk"]) {
                Form {
                    Field("income", "收入(分)", "Income in fen", .money).required().sensitive()
                    Field("deeds", "好人好事", "Good deeds", .integer).required()
                    Field("court", "失信", "On the court's list", .boolean).required()
                }
                Flow {
                    State("READY", "待评", "Ready") {
                        Action("score", "评分", "Score", by: "clerk", to: "SCORED") { Scores("credit", into: "rating") }
                    }.untimed()
                    State("SCORED", "已评", "Scored") {
                        When(value("rating.grade") == "NONE", to: "REFUSED")
                        When(value("rating.grade") != "NONE", to: "GRADED")
                    }.untimed()
                    Final("GRADED", "已评级", "Graded")
                    Final("REFUSED", "未评级", "Not graded")
                }
            }
        }
    }

    @Test("The example does what the chapter says")
    func example() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        let clerk = PersonView.person("clerk", "clerk")
        let good = try await daemon.open("rating", as: clerk, ["income": 5_000_000, "deeds": 4, "court": false])
        try await daemon.act(good, "score", as: clerk)
        #expect(try daemon.data(of: good)["rating"] == ["score": 9000, "grade": "AAA", "veto": .null])
        #expect(try daemon.state(of: good) == "GRADED")
        let vetoed = try await daemon.open("rating", as: clerk, ["income": 9_000_000, "deeds": 5, "court": true])
        try await daemon.act(vetoed, "score", as: clerk)
        #expect(try daemon.state(of: vetoed) == "REFUSED")
    }

    @Test("Income of class S, and what it gave, are not kept among the reasons")
    func masked() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        let clerk = PersonView.person("clerk", "clerk")
        let number = try await daemon.open("rating", as: clerk, ["income": 5_000_000, "deeds": 4, "court": false])
        try await daemon.act(number, "score", as: clerk)
        let result = try #require(try daemon.case(number, as: clerk).dossier.decisions.first?.result)
        #expect(result.value["grade"] == "AAA")
        #expect(result.value["score"] == "***")
        #expect(!result.json.text.contains("5000000"))
        #expect(result.lines.allSatisfy { $0.points == nil })
    }
}
