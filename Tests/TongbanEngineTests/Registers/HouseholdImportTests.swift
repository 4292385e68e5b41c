// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

@Suite("Importing the household register")
struct HouseholdImportTests {
    static let households = 28_313

    /// A file whose households, villages and grades follow from their number.
    static func file(faultyRows: Set<Int> = []) -> String {
        var text = "户编号,户主,村,等级,收入(元),建档日期\r\n"
        for number in 1...Self.households {
            let grade =
                number <= 6_231 ? "AAA" : number <= 15_231 ? "AA" : number <= 22_231 ? "A" : "NONE"
            let village = "village-\(number % 42 + 1)"
            let faulty = faultyRows.contains(number)
            text += "H\(number),户主\(number % 97),\(village),\(faulty ? "AAAA" : grade),"
            text += "\(number % 90_000).50,2022-07-\(number % 28 < 9 ? "0" : "")\(number % 28 + 1)\r\n"
        }
        return text
    }

    static func bytes(_ text: String, _ encoding: TextEncoding) throws -> [UInt8] {
        let coder = try TextCoder(encoding)
        return try #require(coder.bytes(of: text))
    }

    static func figures(_ desk: RegisterDesk) throws -> (rated: Int, good: Int) {
        let registers = desk.cases.registers
        let counts = try registers.counts(RegisterQuery(), by: ["grade"], bureau: "credit", register: "households")
        let good = counts.filter { ["AAA", "AA", "A"].contains($0.values[0].stringValue) }.reduce(0) { $0 + $1.count }
        return (try registers.count(RegisterQuery(), bureau: "credit", register: "households"), good)
    }

    @Test(
        "28,313 households come in from UTF-8, with and without mark, and from GB18030, and give 22,231 and 78.52 %",
        arguments: [(TextEncoding.utf8, false), (.utf8, true), (.gb18030, false)]
    )
    func figures(encoding: TextEncoding, hasMark: Bool) throws {
        let desk = try RegisterDesk()
        let bytes = (hasMark ? TextEncoding.byteOrderMark : []) + (try Self.bytes(Self.file(), encoding))
        #expect(TextEncoding.detected(in: bytes) == encoding)
        let report = try desk.load(bytes)
        #expect(report == ImportReport(isApplied: true, rows: Self.households, added: Self.households))
        let (rated, good) = try Self.figures(desk)
        #expect(rated == 28_313)
        #expect(good == 22_231)
        #expect(Percentage(Int64(good), of: Int64(rated)).description == "78.52")
        let last = try #require(
            try desk.store.record(bureau: "credit", register: "households", key: "H28313")?.data.parsed()
        )
        #expect(last["head"] == "户主86")
        #expect(last["income"] == 2_831_350)

        let entry = try desk.store.lastEntry()
        let again = try desk.load(bytes)
        #expect(again == ImportReport(isApplied: true, rows: Self.households, unchanged: Self.households))
        #expect(try desk.store.lastEntry() == entry)
    }

    @Test("Forty faulty rows are all named, and nothing comes in")
    func faults() throws {
        let desk = try RegisterDesk()
        let faulty = Set((1...40).map { $0 * 700 })
        let report = try desk.load(try Self.bytes(Self.file(faultyRows: faulty), .utf8))
        #expect(!report.isApplied)
        #expect(report.faultCount == 40)
        #expect(report.faults.map(\.row) == faulty.sorted().map { $0 + 1 })
        #expect(report.faults.allSatisfy { $0.column == "grade" && $0.value == "AAAA" && $0.code == "option" })
        #expect(try Self.figures(desk).rated == 0)
    }
}
