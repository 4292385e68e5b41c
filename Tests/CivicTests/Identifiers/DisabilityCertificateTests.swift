// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

@Suite("Disability certificates")
struct DisabilityCertificateTests {
    private func read(_ text: String) throws -> DisabilityCertificate {
        try DisabilityCertificate(text, today: day("2022-07-12"))
    }

    @Test("Category and grade follow the identity number, a reissue follows them")
    func examples() throws {
        let first = try self.read("34060219750818007X42")
        #expect(first.category == .limb)
        #expect(first.grade == 2)
        #expect(first.reissue == 0)
        let second = try self.read("34060219750818007X42B1")
        #expect(second.reissue == 1)
        #expect(second.holder == first.holder)
        #expect(second.text == "34060219750818007X42B1")
        #expect(try self.read("34060219750818007x42b9").text == "34060219750818007X42B9")
        let made = try DisabilityCertificate(holder: first.holder, category: .limb, grade: 2, reissue: 1)
        #expect(made == second)
    }

    @Test(
        "What is wrong is named",
        arguments: [
            ("34060219750818007X82", "category"), ("34060219750818007X02", "category"),
            ("34060219750818007X45", "grade"),
            ("34060219750818007X40", "grade"), ("34060219750818007142", "check"), ("34060219750818007X4", "length"),
            ("34060219750818007X42B", "length"), ("34060219750818007X42B0", "form"), ("34060219750818007X42C1", "form"),
            ("34060219751318007X42", "date"),
        ]
    )
    func refused(text: String, code: String) {
        let error = #expect(throws: IdentifierError.self) { try self.read(text) }
        #expect(error?.code == code)
    }

    @Test("Every category and grade is read", arguments: DisabilityCertificate.Category.allCases, 1...4)
    func all(category: DisabilityCertificate.Category, grade: Int) throws {
        let read = try self.read("34060219750818007X\(category.rawValue)\(grade)")
        #expect(read.category == category)
        #expect(read.grade == grade)
    }
}
