// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import VarlinkCodegen
import VarlinkIDL

@Suite("Writing Swift for an interface")
struct SwiftGeneratorTests {
    private static let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    @Test("an interface with every construct gives the code kept beside it")
    func matchesGolden() throws {
        let source = Self.golden.appending(path: "org.example.Every-thing.varlink")
        let file = try SwiftGenerator.file(for: String(contentsOf: source, encoding: .utf8))
        let kept = try String(contentsOf: Self.golden.appending(path: file.name), encoding: .utf8)
        #expect(
            file.text == kept,
            "swift run varlink-codegen --output Tests/VarlinkCodegenTests/Golden Tests/VarlinkCodegenTests/Golden/*.varlink"
        )
    }

    static let faulty: [(body: String, rule: IDLFinding.Rule)] = [
        ("type B (c: C)", .undefinedName), ("type B (c: M)\nmethod M() -> ()", .notAType),
        ("type B ()\ntype B ()", .duplicateMember), ("type B (a: int, a: int)", .duplicateField),
        ("type B (a, a)", .duplicateValue), ("type B (b: ?B)", .recursion), ("type B ()\r", .carriageReturn),
    ]

    @Test("a definition that makes no sense is refused", arguments: faulty)
    func refuses(_ body: String, _ rule: IDLFinding.Rule) {
        let error = #expect(throws: CodegenError.self) {
            try SwiftGenerator.file(for: "interface org.example.A\n\(body)\n")
        }
        guard case .findings(let findings) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(findings.map(\.rule) == [rule])
    }

    @Test("a text that is no definition is refused with its place")
    func syntax() {
        let error = #expect(throws: CodegenError.self) { try SwiftGenerator.file(for: "interface org.example.A\n") }
        #expect(
            error?.description == "line 2, column 1: expected 'type', 'method' or 'error', found the end of the text"
        )
    }

    @Test("what only trips other clients is no reason to refuse")
    func lenient() throws {
        let file = try SwiftGenerator.file(for: "interface org2.example\ntype B (Some_field: ?any, one: (only))\n")
        #expect(file.name == "ExampleInterface.swift")
        #expect(file.text.contains("public var Some_field: RawJSON?\n"))
        #expect(file.text.contains("case only\n"))
        #expect(!file.text.contains("Failure"))
    }

    @Test("the text is kept verbatim, whatever quotes and backslashes are in its comments")
    func verbatim() throws {
        let file = try SwiftGenerator.file(
            for: "# \"\"\"# and \\#(x) and \\##(y)\ninterface org.example.A\ntype B (a, b)"
        )
        #expect(file.text.contains("= ###\"\"\"\n        # \"\"\"# and \\#(x) and \\##(y)\n"))
        #expect(file.text.contains("\n        type B (a, b)\n        \"\"\"###\n"))
    }
}
