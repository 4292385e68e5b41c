// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

@Suite("Records by the day")
struct RegisterVersionTests {
    private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

    private func grade(_ desk: RegisterDesk, _ key: String, on day: String? = nil) throws -> String? {
        let day = try day.map(self.day)
        do {
            let record = try desk.cases.registers.record(key, on: day, bureau: "credit", register: "ratings")
            return try record.data.parsed()["grade"]?.stringValue
        } catch EngineError.noSuchRecord {
            return nil
        }
    }

    private func rate(_ desk: RegisterDesk, _ key: String, _ grade: String, from: String? = nil) throws {
        let day = try from.map(self.day)
        try desk.put(key, ["id": .string(key), "grade": .string(grade)], in: "ratings", from: day)
    }

    @Test("A record is on each day what was said from that day or before it", arguments: [false, true])
    func days(onDisk: Bool) throws {
        let desk = try RegisterDesk(onDisk: onDisk)
        try self.rate(desk, "H1", "A", from: "2022-01-01")
        try self.rate(desk, "H1", "AAA")
        try self.rate(desk, "H1", "AA", from: "2022-03-01")
        try self.rate(desk, "H10", "NONE", from: "2022-01-01")
        #expect(try self.grade(desk, "H1", on: "2021-12-31") == nil)
        #expect(try self.grade(desk, "H1", on: "2022-01-01") == "A")
        #expect(try self.grade(desk, "H1", on: "2022-02-28") == "A")
        #expect(try self.grade(desk, "H1", on: "2022-03-01") == "AA")
        #expect(try self.grade(desk, "H1", on: "2022-07-11") == "AA")
        #expect(try self.grade(desk, "H1", on: "2022-07-12") == "AAA")
        #expect(try self.grade(desk, "H1") == "AAA")
    }

    @Test(
        "What begins later comes into force on its day, once, also when the daemon was down",
        arguments: [false, true]
    )
    func later(onDisk: Bool) throws {
        let desk = try RegisterDesk(onDisk: onDisk)
        try self.rate(desk, "H1", "A")
        try self.rate(desk, "H1", "AA", from: "2022-08-01")
        try self.rate(desk, "H2", "AAA", from: "2022-09-01")
        #expect(try self.grade(desk, "H1") == "A")
        #expect(try self.grade(desk, "H2") == nil)
        try desk.pass(to: "2022-07-31T23:59:59+08:00")
        #expect(try self.grade(desk, "H1") == "A")
        try desk.pass(to: "2022-08-01T00:00:00+08:00")
        #expect(try self.grade(desk, "H1") == "AA")
        #expect(try self.grade(desk, "H2") == nil)
        try desk.pass(to: "2022-10-05T12:00:00+08:00")
        #expect(try self.grade(desk, "H2") == "AAA")
        let inForce = try desk.store.entries(after: 0, filter: JournalFilter(kind: "record.inForce"), limit: 1_000)
        #expect(inForce.entries.count == 2)
        #expect(try desk.store.nextTimer() == nil)
        let query = RegisterQuery(conditions: [RegisterCondition("grade", .equal("AAA"))])
        let page = try desk.cases.registers.query(query, bureau: "credit", register: "ratings")
        #expect(page.records.map(\.key) == ["H2"])
    }

    @Test("A unique value that another record has by then is not taken from it, and the conflict is told")
    func conflict() throws {
        let desk = try RegisterDesk()
        let first: JSONObject = ["id": "H1", "grade": "A", "certificate": "C1"]
        try desk.put("H1", first, in: "ratings", from: try self.day("2022-08-01"))
        try desk.put("H2", ["id": "H2", "grade": "A", "certificate": "C1"], in: "ratings")
        try desk.pass(to: "2022-08-01T00:00:00+08:00")
        #expect(try self.grade(desk, "H1") == nil)
        let told = try desk.store.entries(after: 0, filter: JournalFilter(kind: "record.conflict"), limit: 1_000)
        #expect(told.entries.count == 1)
    }

    @Test("A record that is ended is there until the day before, and its past stays")
    func end() throws {
        let desk = try RegisterDesk()
        try self.rate(desk, "H1", "A", from: "2022-01-01")
        let end = try self.day("2022-07-20")
        try desk.call { cases throws(EngineError) in
            try cases.registers.end("H1", on: end, bureau: "credit", register: "ratings")
        }
        #expect(try self.grade(desk, "H1") == "A")
        try desk.pass(to: "2022-07-20T00:00:00+08:00")
        #expect(try self.grade(desk, "H1") == nil)
        #expect(try self.grade(desk, "H1", on: "2022-07-19") == "A")
        #expect(try self.grade(desk, "H1", on: "2022-07-20") == nil)
        #expect(throws: EngineError.noSuchRecord("H1")) {
            try desk.call { cases throws(EngineError) in
                try cases.registers.end("H1", on: end, bureau: "credit", register: "ratings")
            }
        }
    }

    @Test("The history names every version, who wrote it and when, and loses none")
    func history() throws {
        let desk = try RegisterDesk()
        try self.rate(desk, "H1", "A", from: "2022-01-01")
        try self.rate(desk, "H1", "B", from: "2022-01-01")
        try self.rate(desk, "H1", "B", from: "2022-05-01")
        try desk.call { cases throws(EngineError) in
            try cases.remove(bureau: "credit", register: "ratings", key: "H1")
        }
        let history = try desk.cases.registers.history(of: "H1", bureau: "credit", register: "ratings").map(\.version)
        #expect(history.map { $0.data?["grade"] } == ["A", "B", nil])
        #expect(history.map(\.from.description) == ["2022-01-01", "2022-01-01", "2022-07-12"])
        #expect(history.allSatisfy { $0.by == "system" && $0.at == desk.now })
        #expect(try self.grade(desk, "H1", on: "2022-01-01") == "B")
    }

    @Test("A snapshot stays what it was, whatever is written about its day afterwards", arguments: [false, true])
    func snapshot(onDisk: Bool) throws {
        let desk = try RegisterDesk(onDisk: onDisk)
        for number in 1...1_500 {
            try self.rate(desk, "H\(number)", number <= 1_000 ? "A" : "NONE", from: "2022-01-01")
        }
        let registers = desk.cases.registers
        let day = try self.day("2022-06-30")
        let snapshot = try desk.call { cases throws(EngineError) in
            try cases.registers.takeSnapshot(
                "2022-H1",
                on: day,
                bureau: "credit",
                register: "ratings",
                by: PersonView(id: "li", roles: ["credit:clerk"])
            )
        }
        #expect(snapshot.count == 1_500)
        try self.rate(desk, "H1", "NONE", from: "2022-02-01")
        try self.rate(desk, "X", "A", from: "2022-02-01")
        let good = RegisterCondition("grade", .equal("A"))
        func count(_ view: RegisterQuery.View) throws -> Int {
            try registers.count(
                RegisterQuery(conditions: [good], view: view),
                bureau: "credit",
                register: "ratings"
            )
        }
        #expect(try count(.snapshot("2022-H1")) == 1_000)
        #expect(try count(.day(day)) == 1_000)
        #expect(
            try registers.count(RegisterQuery(view: .snapshot("2022-H1")), bureau: "credit", register: "ratings")
                == 1_500
        )
        #expect(try registers.count(RegisterQuery(view: .day(day)), bureau: "credit", register: "ratings") == 1_501)
        var seen: [String] = []
        var after: String?
        repeat {
            let query = RegisterQuery(after: after, limit: 400, view: .snapshot("2022-H1"))
            let page = try registers.query(query, bureau: "credit", register: "ratings")
            seen += page.records.map(\.key)
            after = page.next
        } while after != nil
        #expect(seen.count == 1_500)
        #expect(seen == seen.sorted())
        #expect(!seen.contains("X"))
        #expect(try registers.snapshots(bureau: "credit", register: "ratings") == [snapshot])
        #expect(throws: EngineError.self) {
            try desk.call { cases throws(EngineError) in
                try cases.registers.takeSnapshot("2022-H1", bureau: "credit", register: "ratings", by: .system)
            }
        }
    }

    @Test("A register that keeps no days refuses questions about them")
    func undated() throws {
        let desk = try RegisterDesk()
        try desk.put("1", ["id": "1"], in: "plain")
        let day = try self.day("2022-07-01")
        for query in [RegisterQuery(view: .day(day)), RegisterQuery(view: .snapshot("x"))] {
            #expect(throws: EngineError.self) {
                try desk.cases.registers.query(query, bureau: "credit", register: "plain")
            }
        }
        #expect(throws: EngineError.self) { try desk.put("1", ["id": "1", "note": "x"], in: "plain", from: day) }
    }

    @Test("A register that becomes dated keeps its records as they were since they were last changed")
    func becomesDated() throws {
        let desk = try RegisterDesk()
        try desk.put("1", ["id": "1", "note": "old"], in: "plain")
        var definition = RegisterDesk.definition().declaration
        let index = try #require(definition.registers.firstIndex { $0.id == "plain" })
        definition.registers[index].dated = true
        let json = try JSON(encoding: definition)
        try desk.call { cases throws(EngineError) in _ = try cases.register(json, bureau: "credit") }
        try desk.pass(to: "2022-07-20T09:00:00+08:00")
        try desk.put("1", ["id": "1", "note": "new"], in: "plain")
        let record = try desk.cases.registers.record(
            "1",
            on: try self.day("2022-07-19"),
            bureau: "credit",
            register: "plain"
        )
        #expect(try record.data.parsed()["note"] == "old")
    }
}
