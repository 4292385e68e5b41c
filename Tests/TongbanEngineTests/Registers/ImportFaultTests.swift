// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

@Suite("Faults of imported files")
struct ImportFaultTests {
    private func report(_ text: String, _ desk: RegisterDesk? = nil, isPreview: Bool = false) throws -> ImportReport {
        try (desk ?? RegisterDesk()).load(Array(text.utf8), isPreview: isPreview)
    }

    @Test(
        "Each kind of fault is named by row, column and code",
        arguments: [
            ("", 0, nil, "header"),
            ("id\nH1\n", 1, "village", "header"),
            ("id,村,颜色\nH1,v,x\n", 1, "颜色", "header"),
            ("id,村,village\nH1,v,v\n", 1, "village", "header"),
            ("id,村\nH1,v\nH2\n", 3, nil, "columns"),
            ("id,村\nH1,v\nH1,v\n", 3, "id", "repeated"),
            ("id,村\nH1,\n", 2, "village", "missing"),
            ("id,村\n,v\n", 2, "id", "missing"),
            ("id,村,收入\nH1,v,12.5\n", 2, "income", "type"),
            ("id,村,收入(元)\nH1,v,12.505\n", 2, "income", "type"),
            ("id,村,建档日期\nH1,v,2022-02-30\n", 2, "filed", "format"),
            ("id,村\nH1,\"v\n", 2, nil, "csv"),
            ("id,村\nH1,\"v\"x\n", 2, nil, "csv"),
            ("id,村,证号\nH1,v,C\nH2,v,C\n", 3, "certificate", "unique"),
        ] as [(String, Int, String?, String)]
    )
    func faults(text: String, row: Int, column: String?, code: String) throws {
        let report = try self.report(text)
        #expect(!report.isApplied)
        #expect(report.faultCount == 1)
        let fault = try #require(report.faults.first)
        #expect(fault.row == row)
        #expect(fault.column == column)
        #expect(fault.code == code)
        #expect(!fault.message.zh.isEmpty && !fault.message.en.isEmpty)
    }

    @Test("Quotes, doubled quotes, commas, line ends in quotes and lines with CRLF or LF are read as RFC 4180 says")
    func quotes() throws {
        let desk = try RegisterDesk()
        let report = try self.report("id,村,户主,收入(元)\r\n\"H,1\",\"a \"\"b\"\"\",\"c\nd\",\"1200.5\"\n\r\nH2,v,,\n", desk)
        #expect(report.isApplied)
        let data = try desk.store.record(bureau: "credit", register: "households", key: "H,1")?.data.parsed()
        #expect(data == ["id": "H,1", "village": "a \"b\"", "head": "c\nd", "income": 120_050])
        let second = try desk.store.record(bureau: "credit", register: "households", key: "H2")?.data.parsed()
        #expect(second == ["id": "H2", "village": "v"])
    }

    @Test("A character that is none of the encoding is named by row and column")
    func encoding() throws {
        let desk = try RegisterDesk()
        var bytes = try #require(try TextCoder(.gb18030).bytes(of: "id,村,户主\nH1,段园,甲\nH2,"))
        bytes += [0xB6, 0x2C] + Array("x\n".utf8)
        let report = try desk.load(bytes)
        #expect(report.faults.map(\.code) == ["encoding"])
        #expect(report.faults.map(\.row) == [3])
        #expect(report.faults.map(\.column) == ["village"])
    }

    @Test("Characters beyond the basic plane survive GB18030, and a file named UTF-8 is not taken for it")
    func gb18030() throws {
        let coder = try TextCoder(.gb18030)
        let text = "𠮷·段园镇,€"
        let bytes = try #require(coder.bytes(of: text))
        #expect(coder.text(of: bytes) == text)
        #expect(TextEncoding.detected(in: bytes) == .gb18030)
        #expect(try RegisterDesk().load(bytes, .utf8).faultCount > 0)
        #expect(TextEncoding(named: "gbk") == .gb18030)
        #expect(TextEncoding(named: "latin1") == nil)
    }

    @Test("Values of personal and sensitive fields are not in the report")
    func masking() throws {
        let report = try self.report("id,村,健康,等级\nH1,v,\u{1}病,B\n")
        #expect(report.faults.map(\.column) == ["grade", "health"])
        #expect(report.faults.map(\.value) == ["B", nil])
    }

    @Test("A preview names what would happen and changes nothing")
    func preview() throws {
        let desk = try RegisterDesk()
        try desk.put("H1", ["id": "H1", "village": "v"])
        try desk.put("H2", ["id": "H2", "village": "v"])
        let entry = try desk.store.lastEntry()
        let text = "id,村\nH1,v\nH2,w\nH3,v\n"
        let report = try self.report(text, desk, isPreview: true)
        #expect(report == ImportReport(isApplied: false, rows: 3, added: 1, changed: 1, unchanged: 1))
        #expect(try desk.store.lastEntry() == entry)
        #expect(try self.report(text, desk).isApplied)
    }

    @Test("Two rows may change their unique values for each other's; one that another record keeps is a fault")
    func exchange() throws {
        let desk = try RegisterDesk()
        _ = try self.report("id,村,证号\nH1,v,C1\nH2,v,C2\nH3,v,C3\n", desk)
        #expect(try self.report("id,村,证号\nH1,v,C2\nH2,v,C1\n", desk).isApplied)
        let report = try self.report("id,村,证号\nH1,v,C3\n", desk)
        #expect(report.faults.map(\.code) == ["unique"])
    }

    @Test("A file takes as many rows and bytes as allowed, and not one more")
    func limits() throws {
        let desk = try RegisterDesk()
        desk.cases.registers.importLimits.rows = 2
        #expect(try self.report("id,村\nH1,v\nH2,v\n", desk).isApplied)
        let report = try self.report("id,村\nH1,v\nH2,v\nH3,v\n", desk)
        #expect(report.faults.map(\.code) == ["limit"])
        #expect(report.faults.map(\.row) == [4])
        let text = "id,村\nH1,w\n"
        desk.cases.registers.importLimits.bytes = text.utf8.count
        #expect(try self.report(text, desk).isApplied)
        #expect(try self.report(text + "\n", desk).faults.map(\.code) == ["limit"])
    }

    @Test("Of more faults than are named, the number is told")
    func manyFaults() throws {
        let desk = try RegisterDesk()
        desk.cases.registers.importLimits.faults = 2
        let two = try self.report("id,村\nH1,\nH2,\n", desk)
        #expect(two.faults.count == 2 && two.faultCount == 2)
        let three = try self.report("id,村\nH1,\nH2,\nH3,\n", desk)
        #expect(three.faults.count == 2 && three.faultCount == 3)
    }

    @Test("A register takes as many records as it may hold, and not one more")
    func registerLimit() throws {
        let desk = try RegisterDesk()
        let rows = (1...28_313).map { "H\($0),v\n" }.joined()
        #expect(try self.report("id,村\n" + rows + "X,v\n", desk).faults.map(\.code) == ["limit"])
        #expect(try self.report("id,村\n" + rows, desk).isApplied)
    }
}
