// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanModel

@Suite("Forms: checking values")
struct FormCheckTests {
    private static let today = ShanghaiTime.day(of: Instant(milliseconds: 1_657_584_000_000))

    private func codes(_ value: JSON?, _ field: FieldDeclaration) -> [String] {
        var values = JSONObject()
        if let value { values[field.id] = value }
        return FormCheck(fields: [field], today: Self.today).faults(of: values).map { "\($0.field): \($0.code)" }
    }

    struct KindCase: Sendable, CustomTestStringConvertible {
        var kind: FieldDeclaration.Kind
        var good: [JSON]
        /// With the code of the fault.
        var bad: [(JSON, String)]

        var testDescription: String { self.kind.rawValue }
    }

    static let kinds: [KindCase] = [
        KindCase(
            kind: .text,
            good: ["张三", "一行\n二行", .string(String(repeating: "字", count: 2_000))],
            bad: [
                (1, "type"), ("\u{7}", "format"), ("\u{7F}", "format"),
                (.string(String(repeating: "字", count: 2_001)), "range"),
            ]
        ),
        KindCase(
            kind: .integer,
            good: [0, -1, .integer(.max), .integer(.min)],
            bad: [("1", "type"), (1.5, "type"), (true, "type")]
        ),
        KindCase(kind: .money, good: [38_700_000_000, 0], bad: [(0.1, "type"), ("100", "type")]),
        KindCase(kind: .mu, good: [1_500], bad: [("15", "type")]),
        KindCase(kind: .boolean, good: [true, false], bad: [(0, "type"), ("true", "type")]),
        KindCase(kind: .choice, good: ["A", "B"], bad: [("C", "option"), (1, "option"), (["A"], "option")]),
        KindCase(
            kind: .choices,
            good: [["A"], ["B", "A"], []],
            bad: [(["A", "A"], "option"), (["C"], "option"), ("A", "type"), ([1], "type")]
        ),
        KindCase(
            kind: .date,
            good: ["2022-07-12", "2024-02-29"],
            bad: [("2022-02-29", "format"), ("2022-7-12", "format"), ("20220712", "format"), (20_220_712, "format")]
        ),
        KindCase(
            kind: .moment,
            good: ["2022-07-12T08:00:00+08:00", "2022-07-12T00:00:00Z"],
            bad: [("2022-07-12T08:00:00", "format"), ("2022-07-12", "format"), (0, "format")]
        ),
        KindCase(
            kind: .residentID,
            good: ["11010519491231002X", "440524188001010014"],
            bad: [("110105194912310021", "format"), ("1101051949123100", "format"), (1, "type")]
        ),
        KindCase(
            kind: .creditCode,
            good: ["91350100M000100Y43"],
            bad: [("91350100M000100Y4Z", "format"), ("91350100M000100Y4", "format")]
        ),
        KindCase(
            kind: .businessCode,
            good: ["91350100M000100Y43", "340602600000012"],
            bad: [
                ("91350100M000100Y4Z", "format"), ("34060260000001", "format"), ("3406026000000123", "format"),
                ("34060260000001X", "format"),
            ]
        ),
        KindCase(
            kind: .disabilityCertificate,
            good: ["44052418800101001443"],
            bad: [("44052418800101001483", "format"), ("44052418800101001445", "format")]
        ),
        KindCase(kind: .mobile, good: ["13800138000"], bad: [("12800138000", "format"), ("1380013800", "format")]),
        KindCase(
            kind: .area,
            good: ["340602", "340602101", "340602101203"],
            bad: [("34060", "format"), ("34060210120", "format")]
        ),
        KindCase(
            kind: .geo,
            good: [
                ["latitude": 900_000_000, "longitude": -1_800_000_000, "datum": "WGS84"],
                ["latitude": 339_000_000, "longitude": 1_168_000_000, "datum": "GCJ02"],
            ],
            bad: [
                (["latitude": 900_000_001, "longitude": 0, "datum": "WGS84"], "format"),
                (["latitude": 0, "longitude": 1_800_000_001, "datum": "WGS84"], "format"),
                (["latitude": 0, "longitude": 0, "datum": "BD09"], "format"),
                (["latitude": 0, "longitude": 0], "format"),
                (["latitude": 33.9, "longitude": 116.8, "datum": "WGS84"], "format"),
            ]
        ),
        KindCase(
            kind: .percent,
            good: [["n": 22_231, "d": 28_313], ["n": 0, "d": 0], ["n": 5, "d": 4]],
            bad: [
                (["n": 1, "d": 0], "format"), (["n": 1, "d": -2], "format"), (["n": 1], "format"), ("78.52", "format"),
                (["n": 1, "d": 2, "x": 3], "format"), (78.52, "format"),
            ]
        ),
        KindCase(
            kind: .approximate,
            good: [["value": 8_700, "qualifier": "MORE_THAN"], ["value": 4_000_000, "qualifier": "NEARLY"]],
            bad: [
                (["value": 8_700], "format"), (["value": 8_700, "qualifier": "ABOUT"], "format"), (8_700, "format"),
                (["value": "8700", "qualifier": "EXACT"], "format"),
            ]
        ),
        KindCase(
            kind: .personName,
            good: ["张三", "买买提·艾力", "𠮷", .string(String(repeating: "长", count: 50))],
            bad: [
                ("", "format"), ("张3", "format"), (.string(String(repeating: "长", count: 51)), "format"), (1, "type"),
            ]
        ),
        KindCase(kind: .texts, good: [[], ["a", "b"]], bad: [("a", "type"), (["a", 1], "type")]),
        KindCase(kind: .rows, good: [[], [["count": 1]]], bad: [([1], "type"), (["count": 1], "type")]),
        KindCase(kind: .any, good: [1, "x", [1], ["a": [1]]], bad: []),
    ]

    @Test("Every kind of field is tried")
    func everyKind() {
        #expect(Set(Self.kinds.map(\.kind)) == Set(FieldDeclaration.Kind.allCases))
    }

    @Test("A place is taken in any datum, or only in those the field names")
    func datums() {
        let value: JSON = ["latitude": 340_000_000, "longitude": 1_169_000_000, "datum": "GCJ02"]
        var field = FieldDeclaration("f", Bilingual("栏", "field"), kind: .geo)
        #expect(self.codes(value, field) == [])
        field.options = [.init(code: "WGS84", name: Bilingual("WGS84", "WGS84"))]
        #expect(self.codes(value, field) == ["f: datum"])
    }

    @Test("A field takes what its kind allows, and names what is wrong with the rest", arguments: Self.kinds)
    func kind(_ kind: KindCase) {
        var field = FieldDeclaration("f", Bilingual("栏", "field"), kind: kind.kind)
        let codes = kind.kind == .geo ? ["WGS84", "GCJ02"] : ["A", "B"]
        field.options = codes.map { .init(code: $0, name: Bilingual($0, $0)) }
        field.fields = [FieldDeclaration("count", Bilingual("数", "count"), kind: .integer)]
        for value in kind.good {
            #expect(self.codes(value, field) == [], "\(value.text)")
        }
        // An empty text is no value; elsewhere that is for `required` to say.
        for (value, code) in kind.bad where value != "" {
            #expect(self.codes(value, field) == ["f: \(code)"], "\(value.text)")
        }
    }

    struct BoundCase: Sendable, CustomTestStringConvertible {
        var kind: FieldDeclaration.Kind
        var good: [JSON]
        var bad: [JSON]

        init(_ kind: FieldDeclaration.Kind, _ good: [JSON], _ bad: [JSON]) {
            self.kind = kind
            self.good = good
            self.bad = bad
        }

        var testDescription: String { self.kind.rawValue }
    }

    /// Of fields bounded by 2 and 5.
    static let bounded: [BoundCase] = [
        BoundCase(.integer, [2, 5], [1, 6]), BoundCase(.money, [2, 5], [1, 6]), BoundCase(.mu, [2, 5], [1, 6]),
        BoundCase(.text, ["二字", "一二三四五"], ["一", "一二三四五六"]),
        BoundCase(.texts, [["a", "b"], ["a", "b", "c", "d", "e"]], [["a"], ["a", "b", "c", "d", "e", "f"]]),
        BoundCase(.choices, [["A", "B"]], [["A"]]),
        BoundCase(.rows, [[[:], [:]]], [[[:]]]),
        BoundCase(.percent, [["n": 2, "d": 9], ["n": 5, "d": 9]], [["n": 1, "d": 9], ["n": 6, "d": 9]]),
        BoundCase(.approximate, [["value": 5, "qualifier": "EXACT"]], [["value": 6, "qualifier": "EXACT"]]),
    ]

    @Test("Bounds hold for numbers, lengths and counts: at the bound, and one past it", arguments: Self.bounded)
    func bounds(_ bound: BoundCase) {
        var field = FieldDeclaration("f", Bilingual("栏", "field"), kind: bound.kind, minimum: 2, maximum: 5)
        field.options = ["A", "B"].map { .init(code: $0, name: Bilingual($0, $0)) }
        for value in bound.good {
            #expect(self.codes(value, field) == [], "\(value.text)")
        }
        for value in bound.bad {
            #expect(self.codes(value, field) == ["f: range"], "\(value.text)")
        }
    }

    @Test("Every fault is named at once, deep ones with their place")
    func everyFault() {
        let fields = [
            FieldDeclaration("name", Bilingual("姓名", "name"), kind: .personName, required: true),
            FieldDeclaration("id", Bilingual("证件", "id"), kind: .residentID, required: true),
            FieldDeclaration(
                "rows",
                Bilingual("明细", "rows"),
                kind: .rows,
                maximum: 1,
                fields: [FieldDeclaration("price", Bilingual("价", "price"), kind: .money, required: true)]
            ),
        ]
        let faults = FormCheck(fields: fields, today: Self.today).faults(
            of: ["id": "1", "rows": [["price": 1], [:], ["price": "x", "what": 1]], "more": 1]
        )
        #expect(
            faults.map { "\($0.field): \($0.code)" } == [
                "name: missing", "id: format", "rows: range", "rows[1].price: missing", "rows[2].price: type",
                "rows[2].what: unknown", "more: unknown",
            ]
        )
        #expect(faults.allSatisfy { !$0.message.zh.isEmpty && !$0.message.en.isEmpty })
    }

    @Test("A conditional field is required when its condition holds, and does not belong there when it does not")
    func conditional() {
        let fields = [
            FieldDeclaration("kind", Bilingual("类", "kind")),
            FieldDeclaration(
                "reason",
                Bilingual("因", "reason"),
                required: true,
                onlyIf: ["===": [["var": "kind"], "OTHER"]]
            ),
        ]
        let check = FormCheck(fields: fields, today: Self.today)
        #expect(check.faults(of: ["kind": "OTHER"]).map(\.code) == ["missing"])
        #expect(check.faults(of: ["kind": "OTHER", "reason": "x"]).isEmpty)
        #expect(check.faults(of: ["kind": "A", "reason": "x"]).map(\.code) == ["notExpected"])
        #expect(check.faults(of: ["kind": "A"]).isEmpty)
        #expect(check.faults(of: ["kind": "A", "reason": .null]).isEmpty)
    }

    @Test("A condition may ask for the day, unless a field is called so")
    func conditionOnToday() {
        let late = FieldDeclaration(
            "late",
            Bilingual("逾期", "late"),
            required: true,
            onlyIf: [">": [["var": "today"], "2022-07-11"]]
        )
        #expect(FormCheck(fields: [late], today: Self.today).faults(of: [:]).map(\.code) == ["missing"])
        let own = FieldDeclaration("today", Bilingual("日", "today"))
        #expect(FormCheck(fields: [own, late], today: Self.today).faults(of: ["today": "2022-01-01"]).isEmpty)
    }
}
