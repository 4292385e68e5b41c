// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanModel

@Suite("Decision tables")
struct DecisionTableTests {
    static func day(_ text: String) -> CivilDay { CivilDay(text) ?? DecisionTable.noDay }

    /// The grades of the credit village: 90 AAA, 80 AA, 70 A, below none; a veto is none whatever the score.
    static func grades(_ policy: DecisionTable.Policy, _ rows: [(String, String, String, String)]) -> DecisionTable {
        DecisionTable(
            id: "grade",
            name: Bilingual("等级", "Grade"),
            effectiveFrom: self.day("2022-01-01"),
            policy: policy,
            inputs: [
                DecisionInput("veto", Bilingual("否决", "Veto"), kind: .boolean),
                DecisionInput("score", Bilingual("得分", "Score"), kind: .hundredths, minimum: 0, maximum: 10_000),
            ],
            outputs: [DecisionOutput("grade", Bilingual("等级", "Grade"))],
            rows: rows.map { .init(id: $0.0, when: ["veto": $0.1, "score": $0.2], then: ["grade": .string($0.3)]) }
        )
    }

    static let whole: [(String, String, String, String)] = [
        ("0", "true", "-", "NONE"), ("1", "false", ">= 90", "AAA"), ("2", "false", "[80..90)", "AA"),
        ("3", "false", "[70..80)", "A"), ("4", "false", "< 70", "NONE"),
    ]

    @Test(
        "Score 90.00 is AAA, 89.99 AA, 79.99 A, 69.99 none, 95 with a veto none",
        arguments: [
            (9000, false, "AAA"), (8999, false, "AA"), (7999, false, "A"), (6999, false, "NONE"), (9500, true, "NONE"),
        ]
    )
    func grades(_ score: Int64, _ veto: Bool, _ grade: String) throws {
        let table = Self.grades(.unique, Self.whole)
        #expect(table.faults().isEmpty)
        let result = try table.decide(["score": .integer(score), "veto": .bool(veto)])
        #expect(result.value == .string(grade))
        #expect(result.rows.count == 1)
    }

    @Test("The result says which rows failed, and at which condition on which value")
    func reasons() throws {
        let result = try Self.grades(.first, Self.whole).decide(["score": 8999, "veto": false])
        #expect(result.rows == ["2"])
        #expect(result.lines.map(\.id) == ["0", "1", "2"])
        #expect(result.lines[0].input == "veto")
        #expect(result.lines[1].condition == ">= 90")
        #expect(result.lines[1].value == 8999)
        #expect(result.lines[1].text(.english) == "1: does not fit: score = 8999, asked for >= 90")
        #expect(result.lines[1].text(.chinese) == "1:不符合,score = 8999,要求 >= 90")
        #expect(DecisionResult(json: result.json) == result)
    }

    @Test("Overlapping rows of a UNIQUE table are found, with inputs as an example")
    func overlap() {
        var rows = Self.whole
        rows[2].2 = "[80..90]"
        let faults = Self.grades(.unique, rows).faults()
        #expect(faults.map(\.place) == ["grade/2"])
        #expect(faults.first?.message.en.contains(#""score":9000"#) == true)
        #expect(Self.grades(.first, rows).faults().isEmpty)
    }

    @Test("Two rows that fit are refused when it happens")
    func notUnique() {
        var rows = Self.whole
        rows[2].2 = "[80..90]"
        #expect(throws: DecisionError.notUnique(table: "grade", rows: ["1", "2"])) {
            try Self.grades(.unique, rows).decide(["score": 9000, "veto": false])
        }
    }

    @Test("A gap is found, with inputs as an example; an otherwise row or partial lets it be")
    func gap() {
        var rows = Self.whole
        rows[3].2 = "(70..80)"
        var table = Self.grades(.unique, rows)
        #expect(table.faults().first?.message.en == #"no row fits, for example, {"veto":false,"score":7000}"#)
        table.partial = true
        #expect(table.faults().isEmpty)
        #expect(throws: DecisionError.noRow(table: "grade")) { try table.decide(["score": 7000, "veto": false]) }
        table.partial = nil
        table.otherwise = ["grade": "NONE"]
        #expect(table.faults().isEmpty)
        #expect((try? table.decide(["score": 7000, "veto": false]))?.rows == ["otherwise"])
    }

    @Test("Inputs are asked for by name and kind")
    func inputs() {
        let table = Self.grades(.first, Self.whole)
        func code(_ inputs: JSONObject) -> String? {
            do {
                _ = try table.decide(inputs)
                return nil
            } catch { return error.code }
        }
        #expect(code(["score": 1]) == "MISSING_INPUT")
        #expect(code(["score": "1", "veto": false]) == "BAD_INPUT")
        #expect(code(["score": 10_000, "veto": false]) == nil)
        #expect(code(["score": 10_001, "veto": false]) == "BAD_INPUT")
        #expect(code(["score": 0, "veto": false]) == nil)
        #expect(code(["score": -1, "veto": false]) == "BAD_INPUT")
    }

    private func collecting(_ collect: DecisionTable.Collection) -> DecisionTable {
        DecisionTable(
            id: "subsidy",
            name: Bilingual("补贴", "Subsidy"),
            effectiveFrom: Self.day("2022-01-01"),
            policy: .collect,
            collect: collect,
            inputs: [DecisionInput("heads", Bilingual("人数", "Heads"), kind: .integer)],
            outputs: [DecisionOutput("fen", Bilingual("金额", "Amount"))],
            rows: [
                .init(id: "r1", when: [:], then: ["fen": ["*": [["var": "heads"], 200_000]]]),
                .init(id: "r2", when: ["heads": "> 10"], then: ["fen": 5]),
                .init(
                    id: "r3",
                    when: ["heads": "> 1000"],
                    if: ["==": [["%": [["var": "heads"], 2]], 0]],
                    then: ["fen": 7]
                ),
            ]
        )
    }

    @Test("Collecting lists, sums, counts, and takes the least and the greatest of all rows that fit")
    func collect() throws {
        func value(_ collect: DecisionTable.Collection, _ heads: Int64) throws -> JSON {
            let table = self.collecting(collect)
            #expect(table.faults().isEmpty)
            return try table.decide(["heads": .integer(heads)]).value
        }
        #expect(try value(.sum, 754) == 150_800_005)
        #expect(try value(.list, 10) == [2_000_000])
        #expect(try value(.count, 11) == 2)
        #expect(try value(.min, 11) == 5)
        #expect(try value(.max, 11) == 2_200_000)
        #expect(try value(.count, 1001) == 2)
        #expect(try value(.count, 1002) == 3)
    }

    @Test("Of versions the latest that has begun holds")
    func versions() throws {
        var later = Self.grades(.first, [("1", "-", "-", "NEW")])
        later.effectiveFrom = Self.day("2023-01-01")
        let set = DecisionSet(tables: [Self.grades(.first, Self.whole), later])
        let inputs: JSONObject = ["score": 9000, "veto": false]
        #expect(try set.decide("grade", inputs, on: Self.day("2022-12-31")).value == "AAA")
        #expect(try set.decide("grade", inputs, on: Self.day("2023-01-01")).value == "NEW")
        #expect(throws: DecisionError.noVersion(table: "grade", day: "2021-12-31")) {
            try set.decide("grade", inputs, on: Self.day("2021-12-31"))
        }
        #expect(throws: DecisionError.noTable("x")) { try set.decide("x", inputs, on: Self.day("2023-01-01")) }
    }

    @Test(
        "Conditions hold at their ends as written",
        arguments: [
            ("[1..5]", [1, 5], [0, 6]), ("(1..5)", [2, 4], [1, 5]), ("[1..5)", [1, 4], [5]),
            ("]1..5[", [2, 4], [1, 5]),
            ("< 5", [4], [5]), ("<= 5", [5], [6]), ("≥ 5", [5], [4]), ("> 5", [6], [5]), ("!= 5", [4, 6], [5]),
            ("1, [3..4], > 9", [1, 3, 4, 10], [2, 5, 9]), ("not(1, 2)", [3], [1, 2]), ("-", [7], []), ("", [7], []),
        ] as [(String, [Int64], [Int64])]
    )
    func conditions(_ text: String, _ inside: [Int64], _ outside: [Int64]) throws {
        let condition = try DecisionCondition(text, kind: .integer)
        for number in inside { #expect(condition.holds(.number(number)), "\(number)") }
        for number in outside { #expect(!condition.holds(.number(number)), "\(number)") }
    }

    @Test("Texts, days, truth and what is missing are asked for too")
    func otherConditions() throws {
        let text = try DecisionCondition(#"A, "b, c""#, kind: .text)
        #expect(text.holds(.text("A")) && text.holds(.text("b, c")) && !text.holds(.text("b")))
        let day = try DecisionCondition("[2022-07-01..2022-07-31]", kind: .date)
        #expect(day.holds(DecisionKind.date.value(of: "2022-07-31") ?? .truth(false)))
        #expect(!day.holds(DecisionKind.date.value(of: "2022-08-01") ?? .truth(false)))
        #expect(try DecisionCondition("null", kind: .text).holds(nil))
        #expect(try !DecisionCondition("null", kind: .text).holds(.text("null")))
        #expect(try !DecisionCondition("> 1", kind: .integer).holds(nil))
        #expect(try DecisionCondition("true", kind: .boolean).holds(.truth(true)))
    }

    @Test(
        "A condition that cannot be read is a fault",
        arguments: ["[5..1]", "(1..2)", "> x", "1,,2", "abc", "[1..2", "1.234", "\"a"]
    )
    func unreadable(_ text: String) {
        #expect(throws: DecisionCondition.Unreadable.self) { try DecisionCondition(text, kind: .integer) }
        var rows = Self.whole
        rows[1].2 = text == "(1..2)" ? "x" : text == "1.234" ? "1.234" : text
        #expect(!Self.grades(.first, rows).faults().isEmpty)
    }

    @Test("A table has up to its limits of rows, inputs and outputs, and no more")
    func limits() throws {
        func table(rows: Int, inputs: Int, outputs: Int = 1) -> DecisionTable {
            let results = Dictionary(uniqueKeysWithValues: (0..<outputs).map { ("o\($0)", JSON.integer(1)) })
            return DecisionTable(
                id: "t",
                name: Bilingual("表", "T"),
                effectiveFrom: Self.day("2022-01-01"),
                policy: .first,
                inputs: (0..<inputs).map { DecisionInput("i\($0)", Bilingual("入", "I"), kind: .integer) },
                outputs: (0..<outputs).map { DecisionOutput("o\($0)", Bilingual("出", "O")) },
                rows: (0..<rows).map { .init(id: "r\($0)", when: ["i0": "\($0)"], then: results) },
                otherwise: results
            )
        }
        #expect(table(rows: DecisionTable.rowLimit, inputs: DecisionTable.inputLimit).faults().isEmpty)
        #expect(table(rows: DecisionTable.rowLimit + 1, inputs: 1).faults().count == 1)
        #expect(table(rows: 1, inputs: DecisionTable.inputLimit + 1).faults().count == 1)
        #expect(table(rows: 1, inputs: 1, outputs: DecisionTable.outputLimit).faults().isEmpty)
        #expect(table(rows: 1, inputs: 1, outputs: DecisionTable.outputLimit + 1).faults().count == 1)
        let fits = String(repeating: "a", count: DecisionCondition.lengthLimit)
        _ = try DecisionCondition(fits, kind: .text)
        #expect(throws: DecisionCondition.Unreadable.self) { try DecisionCondition(fits + "a", kind: .text) }
    }

    @Test("A table is kept as JSON and read back")
    func json() throws {
        let table = self.collecting(.sum)
        let read: DecisionTable = try JSON(encoding: table).decoded()
        #expect(read == table)
    }

    @Test("Sensitive inputs and outputs are hidden, whatever row they decided")
    func masking() throws {
        var table = Self.grades(.first, Self.whole)
        table.inputs[1].privacy = .sensitive
        table.outputs[0].privacy = .sensitive
        let set = DecisionSet(tables: [table])
        let masked = set.masked(try table.decide(["score": 8999, "veto": false]))
        #expect(!masked.json.text.contains("8999"))
        #expect(masked.value == "***")
        #expect(masked.rows.isEmpty && masked.lines.isEmpty)
    }
}
