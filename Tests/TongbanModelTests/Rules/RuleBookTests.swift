// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanModel

@Suite("Rule files")
struct RuleBookTests {
    private static func rule(_ id: String = "a.b", _ kind: String = "limit", _ versions: String) -> String {
        #"{"id": "\#(id)", "kind": "\#(kind)", "name": {"zh": "甲", "en": "A"}, "versions": [\#(versions)]}"#
    }

    private static func version(_ day: String, _ value: String) -> String {
        #"{"effective_from": "\#(day)", "value": \#(value), "source": "S"}"#
    }

    private static func book(_ rules: String...) -> String {
        #"{"bureau": "market", "rules": [\#(rules.joined(separator: ","))]}"#
    }

    private static func faults(_ text: String) -> [String] {
        do {
            _ = try RuleBook(text: text)
            return []
        } catch {
            return error.faults.map { "\($0.place): \($0.message.en)" }
        }
    }

    @Test("A value holds from its day until the day before the next one's")
    func versions() throws {
        let rule = Self.rule(
            "a.b",
            "limit",
            Self.version("2022-01-01", #""7wd""#) + "," + Self.version("2023-01-01", #""5wd""#)
        )
        let book = try RuleBook(text: Self.book(rule))
        func value(_ day: String) throws -> JSON? { book.value("a.b", on: try #require(CivilDay(day))) }
        #expect(try value("2021-12-31") == nil)
        #expect(try value("2022-01-01") == "7wd")
        #expect(try value("2022-12-31") == "7wd")
        #expect(try value("2023-01-01") == "5wd")
        #expect(book.nextChange(after: try #require(CivilDay("2022-01-01"))) == CivilDay("2023-01-01"))
        #expect(book.nextChange(after: try #require(CivilDay("2023-01-01"))) == nil)
    }

    @Test(
        "What is no value of the kind is refused with its place",
        arguments: [
            ("limit", #""7days""#), ("limit", "7"), ("integer", #""7""#), ("integer", "7.5"), ("money", "-1"),
            ("boolean", "1"), ("text", "null"), ("texts", #""a""#), ("texts", "[1]"),
        ]
    )
    func kinds(_ kind: String, _ value: String) {
        let faults = Self.faults(Self.book(Self.rule("a.b", kind, Self.version("2022-01-01", value))))
        #expect(faults.count == 1)
        #expect(faults.first?.hasPrefix("a.b/versions[0]: value must be") == true)
    }

    @Test(
        "Every fault is named at once: unknown members, twisted days, missing sources, double names, names inside names"
    )
    func faults() {
        let text = #"""
            {"bureau": "market", "colour": 1, "rules": [
              {"id": "a", "kind": "integer", "name": {"zh": "甲", "en": "A"}, "versions": [
                {"effective_from": "2022-02-30", "value": 1, "source": "S"}]},
              {"id": "b", "kind": "integer", "name": {"zh": "甲", "en": "A"}, "versions": [
                {"effective_from": "2022-02-01", "value": 1, "source": "S"},
                {"effective_from": "2022-02-01", "value": 2, "source": "S"}]},
              {"id": "b", "kind": "integer", "name": {"zh": "甲", "en": "A"}, "versions": [
                {"effective_from": "2022-02-01", "value": 1}]},
              {"id": "b.c", "kind": "integer", "name": {"zh": "甲", "en": "A"}, "versions": []},
              {"id": "b.d", "kind": "integer", "name": {"zh": "甲", "en": "A"}, "versions": [
                {"effective_from": "2022-02-01", "value": 1, "source": "S", "by": 2}]},
              {"id": "B", "kind": "integer"}, {"id": "e", "kind": "colour"}, {"id": "f", "kind": "text"}, 7
            ]}
            """#
        let places = Self.faults(text).map { String($0.prefix { $0 != ":" }) }
        #expect(
            Set(places) == [
                "rules.json", "a/versions[0]", "b", "b/versions[0]", "b.c", "b.d/versions[0]", "rules[5]", "e", "f",
                "rules[8]",
            ]
        )
    }

    @Test("At most 1,000 rules, 200 versions of one, 64 bytes of a name: at the limit and one past it")
    func limits() {
        func rules(_ count: Int) -> String {
            let all = (0..<count).map { Self.rule("r\($0)", "integer", Self.version("2022-01-01", "1")) }
            return #"{"bureau": "market", "rules": [\#(all.joined(separator: ","))]}"#
        }
        #expect(Self.faults(rules(1_000)).isEmpty)
        #expect(Self.faults(rules(1_001)) == ["rules: more than 1000 rules"])
        func versions(_ count: Int) -> String {
            let first = CivilDay(year: 2022, month: 1, day: 1)!
            let all = (0..<count).map { Self.version(first.adding(days: $0).description, "1") }
            return Self.book(Self.rule("r", "integer", all.joined(separator: ",")))
        }
        #expect(Self.faults(versions(200)).isEmpty)
        #expect(Self.faults(versions(201)) == ["r: versions must have 1 to 200 elements"])
        func name(_ count: Int) -> String {
            Self.book(Self.rule(String(repeating: "a", count: count), "integer", Self.version("2022-01-01", "1")))
        }
        #expect(Self.faults(name(64)).isEmpty)
        #expect(Self.faults(name(65)).count == 1)
    }

    @Test("A file of a mebibyte is read, a larger one refused; what is no JSON is refused")
    func size() {
        let text = Self.book()
        let padded = text + String(repeating: " ", count: RuleBook.largestFile - text.utf8.count)
        #expect(Self.faults(padded).isEmpty)
        #expect(Self.faults(padded + " ") == ["rules.json: the file has more than 1048576 bytes"])
        #expect(Self.faults("{").first?.hasPrefix("rules.json: is no JSON") == true)
    }

    @Test("The rules an expression asks for are found wherever they stand in it")
    func names() {
        let rule: JSON = [
            "if": [
                [">": [["var": "amount"], ["var": "rules.home.cap"]]], ["var": ["rules.home.share", 1]],
                ["cat": [["var": "rules.a"], "rules.text"]],
            ]
        ]
        #expect(RuleDeclaration.names(in: rule) == ["home.cap", "home.share", "a"])
    }
}
