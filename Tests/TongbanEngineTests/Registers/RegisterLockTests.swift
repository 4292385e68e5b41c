// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

@Suite("Locked registers, amendments and other keys")
struct RegisterLockTests {
    private let clerk = PersonView(id: "li", roles: ["credit:clerk"])
    private let head = PersonView(id: "wang", roles: ["credit:head"])
    private let both = PersonView(id: "zhao", roles: ["credit:clerk", "credit:head"])

    private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

    private func code(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch EngineError.refused(let refusal) {
            return refusal.code
        } catch {
            return "\(error)"
        }
    }

    private func lock(_ desk: RegisterDesk, _ register: String, to: CivilDay?, by person: PersonView? = nil) throws {
        let person = person ?? self.head
        try desk.call { cases throws(EngineError) in
            _ = try cases.registers.lock(
                from: nil,
                to: to,
                reason: "half-year report",
                bureau: "credit",
                register: register,
                by: person
            )
        }
    }

    private func put(_ desk: RegisterDesk, _ grade: String, from: String) throws {
        try desk.put("H1", ["id": "H1", "grade": .string(grade)], in: "ratings", from: try self.day(from))
    }

    @Test("The days of a locked period are not changed, those after it are")
    func period() throws {
        let desk = try RegisterDesk()
        try self.put(desk, "A", from: "2022-01-01")
        #expect(self.code { try self.lock(desk, "ratings", to: nil, by: self.clerk) } == "ROLE")
        try self.lock(desk, "ratings", to: try self.day("2022-06-30"))
        #expect(self.code { try self.put(desk, "B", from: "2022-06-30") } == "LOCKED")
        try self.put(desk, "B", from: "2022-07-01")
        // It would hold in June.
        #expect(self.code { try self.put(desk, "C", from: "2022-02-01") } == "LOCKED")
        let end = try self.day("2022-06-30")
        #expect(
            self.code {
                try desk.call { cases throws(EngineError) in
                    try cases.registers.end("H1", on: end, bureau: "credit", register: "ratings")
                }
            } == "LOCKED"
        )
    }

    @Test("A register that keeps no days is locked as a whole: nothing is put, removed or imported")
    func whole() throws {
        let desk = try RegisterDesk()
        try desk.put("H1", ["id": "H1", "village": "v"])
        let end = try self.day("2022-06-30")
        #expect(self.code { try self.lock(desk, "households", to: end) } == "NOT_DATED")
        try self.lock(desk, "households", to: nil)
        #expect(self.code { try desk.put("H2", ["id": "H2", "village": "v"]) } == "LOCKED")
        #expect(
            self.code {
                try desk.call { cases throws(EngineError) in
                    try cases.remove(bureau: "credit", register: "households", key: "H1")
                }
            } == "LOCKED"
        )
        let report = try desk.load(Array("id,village\nH1,v\nH2,v\n".utf8))
        #expect(report.faults.map(\.code) == ["locked"])
        #expect(report.faults.map(\.row) == [3])
        #expect(try desk.put("H1", ["id": "H1", "village": "v"]) == .unchanged)
    }

    @Test("An amendment of a locked day is asked for by one and decided by another, and both versions stay")
    func amendment() throws {
        let desk = try RegisterDesk()
        try self.put(desk, "A", from: "2022-01-01")
        try self.lock(desk, "ratings", to: try self.day("2022-06-30"))
        let from = try self.day("2022-03-01")
        func ask(_ person: PersonView, _ grade: JSON = "B") throws -> Int {
            try desk.call { cases throws(EngineError) in
                try cases.registers.askAmendment(
                    of: "H1",
                    values: ["grade": grade],
                    from: from,
                    reason: "wrong sheet",
                    evidence: ["XY-20220701-000001"],
                    bureau: "credit",
                    register: "ratings",
                    by: person
                ).id
            }
        }
        func decide(_ id: Int, _ person: PersonView, approved: Bool = true) throws {
            try desk.call { cases throws(EngineError) in
                _ = try cases.registers.decide(id, isApproved: approved, bureau: "credit", by: person)
            }
        }
        #expect(self.code { _ = try ask(PersonView(id: "x", roles: ["market:head"])) } == "ROLE")
        #expect(self.code { _ = try ask(self.clerk, "A") } == "NO_CHANGE")
        let own = try ask(self.both)
        #expect(self.code { try decide(own, self.both) } == "FOUR_EYES")
        #expect(self.code { try decide(own, self.clerk) } == "ROLE")
        try decide(own, self.head, approved: false)
        #expect(self.code { try decide(own, self.head) } == "DECIDED")
        #expect(self.code { try decide(99, self.head) } == "NO_REQUEST")
        let first = try ask(self.clerk)
        let second = try ask(self.clerk, "C")
        #expect(try desk.cases.registers.requests(bureau: "credit", state: .pending).map(\.id) == [first, second])
        try decide(first, self.head)
        #expect(self.code { try decide(second, self.head) } == "STALE")

        let versions = try desk.cases.registers.history(of: "H1", bureau: "credit", register: "ratings").map(\.version)
        #expect(versions.map { $0.data?["grade"] } == ["A", "B"])
        #expect(versions.map(\.request) == [nil, first])
        let request = try #require(try desk.cases.registers.request(first, bureau: "credit"))
        #expect(request.before["grade"] == "A")
        #expect(request.after["grade"] == "B")
        #expect(request.by == "li")
        #expect(request.decidedBy == "wang")
        #expect(request.evidence == ["XY-20220701-000001"])
    }

    @Test(
        "A record with a wrong key gets the right one by two persons; the old key still finds it",
        arguments: [false, true]
    )
    func rekey(onDisk: Bool) throws {
        let desk = try RegisterDesk(onDisk: onDisk)
        let data: JSONObject = ["id": "H1", "grade": "A", "certificate": "C1"]
        try desk.put("H1", data, in: "ratings", from: try self.day("2022-01-01"))
        try desk.put("H2", ["id": "H2", "grade": "B"], in: "ratings")
        func rekey(_ old: String, _ new: String) throws {
            let id = try desk.call { cases throws(EngineError) in
                try cases.registers.askRekey(
                    of: old,
                    values: ["id": .string(new)],
                    reason: "wrong number",
                    bureau: "credit",
                    register: "ratings",
                    by: self.clerk
                ).id
            }
            try desk.call { cases throws(EngineError) in
                _ = try cases.registers.decide(id, isApproved: true, bureau: "credit", by: self.head)
            }
        }
        #expect(self.code { try rekey("H1", "H2") } == "DUPLICATE")
        try rekey("H1", "H7")
        try rekey("H7", "H8")
        let registers = desk.cases.registers
        for key in ["H1", "H7", "H8"] {
            let record = try registers.record(key, bureau: "credit", register: "ratings")
            #expect(record.key == "H8")
            #expect(try record.data.parsed() == ["id": "H8", "grade": "A", "certificate": "C1"])
        }
        let past = try registers.record("H8", on: try self.day("2022-05-01"), bureau: "credit", register: "ratings")
        #expect(past.key == "H1")
        #expect(try registers.history(of: "H1", bureau: "credit", register: "ratings").count == 5)
        #expect(self.code { try desk.put("H1", data, in: "ratings") } == "RENAMED")
        #expect(self.code { try rekey("H2", "H1") } == "DUPLICATE")
        #expect(try registers.count(RegisterQuery(), bureau: "credit", register: "ratings") == 2)
        let told = try desk.store.entries(after: 0, filter: JournalFilter(kind: "record.rekeyed"), limit: 1_000)
        #expect(told.entries.count == 2)
    }

    @Test("A register takes as many locks as it may, and not one more")
    func lockLimit() throws {
        let desk = try RegisterDesk()
        let to = try self.day("2022-06-30")
        for _ in 1...200 { try self.lock(desk, "ratings", to: to) }
        #expect(self.code { try self.lock(desk, "ratings", to: to) } == "LIMIT")
    }
}
