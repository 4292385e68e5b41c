// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

/// GB 11643; every number is made up.
@Suite("Resident identity numbers")
struct ResidentIDTests {
    private func read(_ text: String, today: String = "2022-07-12") throws -> ResidentID {
        try ResidentID(text, today: day(today))
    }

    @Test(
        "Worked examples of the standard's sum",
        arguments: [
            ("34060219900307001", "8"), ("34060219750818007", "X"), ("34060219880229001", "2"),
            ("34060219491231002", "0"),
        ]
    )
    func examples(body: String, check: String) throws {
        #expect(try self.read(body + check).text == body + check)
        for other in "0123456789X" where String(other) != check {
            let error = #expect(throws: IdentifierError.self) { try self.read(body + String(other)) }
            #expect(error?.code == "check")
        }
    }

    @Test("A birth in month 00 is refused whatever the check character", arguments: Array("0123456789X"))
    func noMonth(check: Character) {
        let error = #expect(throws: IdentifierError.self) { try self.read("34060219960018001\(check)") }
        #expect(error?.code == "date")
    }

    @Test("The 15-digit form is converted")
    func fifteen() throws {
        let id = try self.read("340602750818001")
        #expect(id.text == "340602197508180010")
        #expect(id.birth == (try day("1975-08-18")))
        #expect(throws: IdentifierError.self) { try self.read("34060275081800X") }
        #expect(throws: IdentifierError.self) { try self.read("340602751318001") }
    }

    @Test("A small x is written large")
    func smallX() throws {
        #expect(try self.read("34060219750818007x").text == "34060219750818007X")
    }

    @Test(
        "What is wrong is named",
        arguments: [
            ("34060219750818007", "length"), ("34060219750818007X0", "length"), ("", "length"),
            ("3406021975081800XX", "character"), ("34060219750818007A", "character"), ("340602１97508180", "length"),
            ("040602197508180075", "region"), ("340602197502290071", "date"), ("340602175508180070", "date"),
            ("340602197508180071", "check"),
        ]
    )
    func refused(text: String, code: String) {
        let error = #expect(throws: IdentifierError.self) { try self.read(text) }
        #expect(error?.code == code)
        #expect(error?.message.zh.isEmpty == false)
        #expect(error?.message.en.isEmpty == false)
    }

    @Test("Born today is read, born tomorrow is refused")
    func today() throws {
        let text = try #require("0123456789X".map { "34060220220712001\($0)" }.first { (try? self.read($0)) != nil })
        #expect(try self.read(text, today: "2022-07-12").birth == (try day("2022-07-12")))
        let error = #expect(throws: IdentifierError.self) { try self.read(text, today: "2022-07-11") }
        #expect(error?.code == "date")
    }

    @Test("Sex, place of first registration and kind are read off")
    func parts() throws {
        let id = try self.read("34060219750818007X")
        #expect(id.sex == .male)
        #expect(id.regionOfFirstRegistration == "340602")
        #expect(id.kind == .mainland)
        #expect(try self.read("340602194912310020").sex == .female)
    }

    @Test(
        "Numbers of residents from Hong Kong, Macao and Taiwan, and of foreigners, have the same check",
        arguments: [
            ("81000019900307001", ResidentID.Kind.hongKongMacaoTaiwan), ("83000019900307001", .hongKongMacaoTaiwan),
            ("91134019900307001", .foreignPermanentResident), ("81000119900307001", .mainland),
        ]
    )
    func kinds(body: String, kind: ResidentID.Kind) throws {
        let ids = "0123456789X".compactMap { try? self.read(body + String($0)) }
        #expect(ids.map(\.kind) == [kind])
    }

    @Test("Masks show four and four, or the last four")
    func masks() throws {
        let id = try self.read("340602199003070018")
        #expect(id.maskedForHandlers == "3406**********0018")
        #expect(id.masked == "**************0018")
        #expect(id.masked.count == 18)
    }

    @Test("Check characters are those of id-validator", .enabled(if: Python.path != nil))
    func oracle() throws {
        var generator = SeededGenerator(seed: 18)
        let first = try day("1930-01-01").number
        let last = try day("2022-07-12").number
        // A number that we find right, and the same with another check character.
        let numbers = try (0..<150).flatMap { _ in
            let birth = CivilDay(number: .random(in: first...last, using: &generator))
            let body = "340602\(birth.compact)\(Int.random(in: 100...999, using: &generator))"
            let right = "0123456789X".map { body + String($0) }.filter { (try? self.read($0)) != nil }
            #expect(right.count == 1)
            let wrong = try #require("0123456789X".map { body + String($0) }.first { $0 != right[0] })
            return [right[0], wrong]
        }
        let program = """
            from id_validator import validator as v
            for n in "\(numbers.joined(separator: " "))".split():
                print(int(v.is_valid(n)))
            """
        let lines = try Python.lines(program)
        #expect(lines == numbers.indices.map { $0.isMultiple(of: 2) ? "1" : "0" })
    }
}
