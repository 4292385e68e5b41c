// SPDX-License-Identifier: Apache-2.0

import Testing
import VarlinkIDL

@Suite("Comparing two versions of an interface")
struct IDLCompatibilityTests {
    static let old = """
        interface org.example.A
        type B (a: int, b: ?string, c: (x, y), d: [](e: bool))
        type K (one, two)
        method M(a: int) -> (b: []string)
        error E (code: int)
        """

    private func changes(_ new: String) throws -> [String] {
        try IDLInterface(parsing: new).breakingChanges(since: IDLInterface(parsing: Self.old)).map(\.description)
    }

    @Test("new members, new nullable fields, another order and documentation break nobody")
    func additions() throws {
        let new = """
            # New words.
            interface org.example.A
            error E (code: int, reason: ?string)
            error New (code: int)
            method M(a: int, c: ?[]int) -> (next: ?string, b: []string)
            method New2() -> (a: int)
            type K (two, one)
            # Documented.
            type B (b: ?string, a: int, c: (y, x), d: [](f: ?int, e: bool), n: ?(o: int))
            """
        #expect(try self.changes(new) == [])
    }

    static let breaking: [(from: String, to: String, change: String)] = [
        ("org.example.A", "org.example.A2", "org.example.A: the interface is now called org.example.A2"),
        ("type K (one, two)\n", "", "K: was removed"),
        ("error E (code: int)", "type E (code: int)", "E: was an error, and is a type now"),
        ("type K (one, two)", "type K (one: int)", "K: was an enumeration, and is a struct now"),
        ("(one, two)", "(one, three, two)", "K: the value 'three' is new, and unknown to those who read it"),
        (
            "(one, two)", "(two, zero)",
            "K: the value 'one' was removed|K: the value 'zero' is new, and unknown to those who read it"
        ),
        ("b: ?string, ", "", "B.b: was removed"),
        ("b: ?string", "b: string", "B.b: was ?string, and is string now"),
        ("b: ?string", "b: ?int", "B.b: was string, and is int now"),
        ("a: int, b", "a: ?int, b", "B.a: was int, and is ?int now"),
        ("c: (x, y)", "c: (x, y), z: int", "B.z: is new and not nullable"),
        (
            "c: (x, y)", "c: (x, z)",
            "B.c: the value 'y' was removed|B.c: the value 'z' is new, and unknown to those who read it"
        ),
        ("(e: bool)", "(e: bool, g: int)", "B.d.g: is new and not nullable"),
        ("[](e: bool)", "[string](e: bool)", "B.d: was [](e: bool), and is [string](e: bool) now"),
        ("M(a: int)", "M(a: int, z: int)", "M.input.z: is new and not nullable"),
        ("-> (b: []string)", "-> ()", "M.output.b: was removed"),
        ("[]string", "[]int", "M.output.b: was string, and is int now"),
        ("(code: int)", "(code: string)", "E.code: was int, and is string now"),
    ]

    @Test("everything else is named", arguments: breaking)
    func breaks(_ from: String, _ to: String, _ change: String) throws {
        guard let range = Self.old.range(of: from) else {
            Issue.record("the old text has no '\(from)'")
            return
        }
        let new = Self.old.replacingCharacters(in: range, with: to)
        #expect(try self.changes(new) == change.split(separator: "|").map(String.init))
    }
}

extension String {
    /// Where a text first stands in this one.
    fileprivate func range(of other: String) -> Range<Index>? {
        self.indices.lazy
            .first { self[$0...].hasPrefix(other) }
            .map { $0..<self.index($0, offsetBy: other.count) }
    }

    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
