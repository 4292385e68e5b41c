// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

@Suite("Keys and queries of registers")
struct RegisterQueryTests {
    private func filled(onDisk: Bool) throws -> RegisterDesk {
        let desk = try RegisterDesk(onDisk: onDisk)
        for number in 1...100 {
            try desk.put(
                "H\(number + 100)",
                [
                    "id": .string("H\(number + 100)"), "head": .string("户主\(number)"),
                    "village": .string("village-\(number % 4)"), "grade": number % 10 == 0 ? "AAA" : "A",
                    "income": .integer(Int64(number * 7 % 100) - 50), "certificate": .string("C\(number)"),
                    "health": "secret",
                ]
            )
        }
        return desk
    }

    private func keys(_ desk: RegisterDesk, _ query: RegisterQuery) throws -> [String] {
        try desk.cases.registers.query(query, bureau: "credit", register: "households").records.map(\.key)
    }

    @Test("An index finds the records of one value, and looks at no others", arguments: [false, true])
    func index(onDisk: Bool) throws {
        let desk = try self.filled(onDisk: onDisk)
        let query = RegisterQuery(conditions: [RegisterCondition("village", .equal("village-2"))])
        let page = try desk.cases.registers.query(query, bureau: "credit", register: "households")
        #expect(page.index == "village")
        #expect(page.records.count == 25)
        #expect(page.examined == 25)
        #expect(page.next == nil)
        #expect(page.records.map(\.key) == page.records.map(\.key).sorted())

        let scan = RegisterQuery(conditions: [RegisterCondition("certificate", .prefix("C9"))])
        let found = try desk.cases.registers.query(scan, bureau: "credit", register: "households")
        #expect(found.index == nil)
        #expect(found.examined == 100)
        #expect(found.records.count == 11)
    }

    @Test("Ranges of amounts include both ends, negative ones in their order", arguments: [false, true])
    func ranges(onDisk: Bool) throws {
        let desk = try self.filled(onDisk: onDisk)
        let query = RegisterQuery(conditions: [RegisterCondition("income", .range(from: -3, to: 2))])
        let page = try desk.cases.registers.query(query, bureau: "credit", register: "households")
        let incomes = try page.records.map { try $0.data.parsed()["income"] }
        #expect(incomes == [-3, -2, -1, 0, 1, 2])
        #expect(page.index == "income")
        #expect(page.examined == 6)
    }

    @Test("Pages in an order neither repeat nor lose a record while others are written", arguments: [false, true])
    func paging(onDisk: Bool) throws {
        let desk = try self.filled(onDisk: onDisk)
        let whole = try self.keys(desk, RegisterQuery(order: "income", limit: 200))
        #expect(whole.count == 100)
        var seen: [String] = []
        var after: String?
        var pages = 0
        repeat {
            let query = RegisterQuery(order: "income", after: after, limit: 7)
            let page = try desk.cases.registers.query(query, bureau: "credit", register: "households")
            seen += page.records.map(\.key)
            after = page.next
            pages += 1
            // Behind and before the place of the reader.
            try desk.put("N\(pages)", ["id": .string("N\(pages)"), "village": "v", "income": -1_000])
            if pages == 3, let last = seen.last {
                try desk.call { cases throws(EngineError) in
                    try cases.remove(bureau: "credit", register: "households", key: last)
                }
            }
        } while after != nil
        #expect(seen == whole)
        #expect(pages == 15)
    }

    @Test("A filter in JsonLogic and counts by fields agree with the records")
    func counts() throws {
        let desk = try self.filled(onDisk: false)
        let registers = desk.cases.registers
        let filter: JSON = ["and": [["==": [["var": "grade"], "AAA"]], [">=": [["var": "income"], 0]]]]
        #expect(
            try registers.count(RegisterQuery(filter: filter), bureau: "credit", register: "households")
                == self.keys(desk, RegisterQuery(filter: filter)).count
        )
        let counts = try registers.counts(RegisterQuery(), by: ["grade"], bureau: "credit", register: "households")
        #expect(counts == [RegisterCount(values: ["A"], count: 90), RegisterCount(values: ["AAA"], count: 10)])
        let three = try registers.counts(
            RegisterQuery(),
            by: ["grade", "village", "filed"],
            bureau: "credit",
            register: "households"
        )
        #expect(three.reduce(0) { $0 + $1.count } == 100)
        #expect(throws: EngineError.tooLarge(field: "by", limit: 3)) {
            try registers.counts(
                RegisterQuery(),
                by: ["grade", "village", "filed", "income"],
                bureau: "credit",
                register: "households"
            )
        }
    }

    @Test("Whoever sees masked values cannot find the hidden ones by asking")
    func masked() throws {
        let desk = try self.filled(onDisk: false)
        func count(_ conditions: [RegisterCondition] = [], _ filter: JSON? = nil, masked: Bool) throws -> Int {
            try desk.cases.registers.count(
                RegisterQuery(conditions: conditions, filter: filter, isMasked: masked),
                bureau: "credit",
                register: "households"
            )
        }
        #expect(try count([RegisterCondition("head", .equal("户主7"))], masked: true) == 1)
        #expect(try count([RegisterCondition("head", .prefix("户主7"))], masked: false) == 11)
        #expect(throws: EngineError.self) { try count([RegisterCondition("head", .prefix("户主7"))], masked: true) }
        #expect(throws: EngineError.self) { try count([RegisterCondition("health", .equal("secret"))], masked: true) }
        let filter: JSON = ["==": [["var": "health"], "secret"]]
        #expect(try count([], filter, masked: false) == 100)
        #expect(try count([], filter, masked: true) == 0)
    }

    @Test("An order without an index is refused by naming the orders there are")
    func order() throws {
        let desk = try self.filled(onDisk: false)
        let error = #expect(throws: EngineError.self) { try self.keys(desk, RegisterQuery(order: "filed")) }
        guard case .invalid("order", let message)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(message.en.contains("id, village, grade, income"))
        #expect(throws: EngineError.self) { try self.keys(desk, RegisterQuery(order: "village", after: "x")) }
    }

    @Test("A unique value is refused to a second record, and free again with the first", arguments: [false, true])
    func unique(onDisk: Bool) throws {
        let desk = try RegisterDesk(onDisk: onDisk)
        try desk.put("H1", ["id": "H1", "village": "v", "certificate": "C1"])
        let error = #expect(throws: EngineError.self) {
            try desk.put("H2", ["id": "H2", "village": "v", "certificate": "C1"])
        }
        guard case .refused(let refusal)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(refusal.code == "DUPLICATE")
        try desk.put("H1", ["id": "H1", "village": "v", "certificate": "C2"])
        try desk.put("H2", ["id": "H2", "village": "v", "certificate": "C1"])
        try desk.call { cases throws(EngineError) in
            try cases.remove(bureau: "credit", register: "households", key: "H1")
        }
        try desk.put("H3", ["id": "H3", "village": "v", "certificate": "C2"])
    }

    @Test("A key of two fields tells records apart, whatever stands in the values")
    func composite() throws {
        let desk = try RegisterDesk()
        try desk.put("a%7Cb|2022", ["village": "a|b", "year": 2022, "income": 1], in: "incomes")
        try desk.put("a|2022", ["village": "a", "year": 2022], in: "incomes")
        #expect(throws: EngineError.self) { try desk.put("a|2023", ["village": "a", "year": 2022], in: "incomes") }
        #expect(try desk.store.recordCount(bureau: "credit", register: "incomes") == 2)
    }

    @Test("A new declaration indexes the records there are, and is refused when a value is to be unique and is not")
    func reindex() throws {
        let desk = try RegisterDesk()
        try desk.declare(RegisterDesk.definition(unique: [], indexed: []))
        for key in ["H1", "H2"] { try desk.put(key, ["id": .string(key), "village": "v", "certificate": "C"]) }
        #expect(throws: EngineError.self) { try desk.declare(RegisterDesk.definition()) }
        #expect(try desk.store.objects(kind: "register:credit/households", after: nil, limit: 9).isEmpty)
        try desk.declare(RegisterDesk.definition(unique: [], indexed: ["village"]))
        let query = RegisterQuery(conditions: [RegisterCondition("village", .equal("v"))])
        let page = try desk.cases.registers.query(query, bureau: "credit", register: "households")
        #expect(page.index == "village")
        #expect(page.records.map(\.key) == ["H1", "H2"])
        try desk.declare(RegisterDesk.definition(unique: [], indexed: []))
        #expect(try desk.store.objects(kind: "register:credit/households", after: nil, limit: 9).isEmpty)
    }
}
