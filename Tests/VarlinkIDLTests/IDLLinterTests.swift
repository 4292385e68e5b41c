// SPDX-License-Identifier: Apache-2.0

import Testing
import VarlinkIDL

@Suite("Finding what trips clients")
struct IDLLinterTests {
    @Test("a tidy definition has no findings")
    func tidy() {
        let text = """
            interface org.example.A2
            type B (a: ?[]B, b: [string]B, c: C, d: (x, y))
            type C (one, two)
            method M(b: B) -> (c: ?C)
            error E (code: int)

            """
        #expect(IDLLinter.findings(in: text) == [])
    }

    static let cases: [(body: String, rule: IDLFinding.Rule, place: String)] = [
        ("type B (a: any)", .any, "B.a"),
        ("method M(a: [](b: ?any)) -> ()", .any, "M.a.b"),
        ("type B (a)", .singleValue, "B"),
        ("error E (a: (b))", .singleValue, "E.a"),
        ("type B (a: C)", .undefinedName, "B.a"),
        ("method M() -> (a: [string][]?C)", .undefinedName, "M.a"),
        ("type B (a: M)\nmethod M() -> ()", .notAType, "B.a"),
        ("type B ()\nerror B ()", .duplicateMember, "B"),
        ("type B (a: int, a: string)", .duplicateField, "B.a"),
        ("method M(a: int, a: int) -> ()", .duplicateField, "M.a"),
        ("type B (a, b, a)", .duplicateValue, "B.a"),
        ("type B (b: B)", .recursion, "B"),
        ("type B (b: ?B)", .recursion, "B"),
        ("type B (a: (b: (c: B)))", .recursion, "B"),
        ("type B (my_field: int)", .fieldName, "B.my_field"),
        ("type B (Field: int)", .fieldName, "B.Field"),
        ("type B (a: int,)", .syntax, "line 2, column 16"),
        ("error E", .syntax, "line 3, column 1"),
        ("type B ()\r", .carriageReturn, "line 2"),
    ]

    @Test("each fault is found, and nothing else", arguments: cases)
    func finds(_ body: String, _ rule: IDLFinding.Rule, _ place: String) {
        let findings = IDLLinter.findings(in: "interface org.example.A\n\(body)\n")
        #expect(findings.map(\.rule) == [rule])
        #expect(findings.map(\.place) == [place])
    }

    @Test("the first part of the name is letters only", arguments: ["org2.example", "o-rg.example"])
    func firstNamePart(_ name: String) {
        #expect(IDLLinter.findings(in: "interface \(name)\ntype B ()\n").map(\.rule) == [.firstNamePart])
    }

    @Test("recursion is found around any number of types")
    func recursion() {
        let text = "interface org.a\ntype B (c: C)\ntype C (d: ?D)\ntype D (b: B)\ntype F (b: B)\n"
        #expect(IDLLinter.findings(in: text).map(\.place) == ["B", "C", "D"])
    }

    @Test("a finding says where, what and by which rule")
    func description() {
        let finding = IDLLinter.findings(in: "interface org.a\ntype B (a: C)\n").first
        #expect(finding?.description == "B.a: the type 'C' is not defined in this interface [undefinedName]")
    }
}
