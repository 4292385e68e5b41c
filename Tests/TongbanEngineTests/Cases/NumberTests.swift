// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

@Suite("Case numbers")
struct NumberTests {
    private struct Desk {
        let store = MemoryStore()
        let engine: Engine
        let cases: CaseEngine
        var now: Instant

        init(at moment: String) throws {
            self.now = try #require(Instant(moment))
            self.engine = Engine(store: self.store)
            self.cases = CaseEngine(engine: self.engine, directory: Directory())
            try self.engine.open(at: self.now)
            let definition = BureauDefinition(
                "desk",
                "窗口",
                "Desk",
                about: ("测试。", "A test."),
                prefix: "CK"
            ) {
                Role("clerk", "科员", "Clerk")
                for (id, prefix) in [("matter", nil), ("other", "QT")] as [(String, String?)] {
                    Item(id, id, id, about: (id, id), prefix: prefix, openedBy: ["clerk"]) {
                        Form { Field("name", "名", "Name").required() }
                        Flow {
                            State("OPEN", "开", "Open") { Action("end", "完", "End", by: "clerk", to: "END") }.untimed()
                            Final("END", "完", "End")
                        }
                    }
                }
            }
            let json = try JSON(encoding: definition.declaration)
            let cases = self.cases
            try self.call { () throws(EngineError) in _ = try cases.register(json, bureau: "desk") }
        }

        @discardableResult
        func call<Value>(_ body: () throws(EngineError) -> Value) throws -> Value {
            let value = try self.engine.perform(at: self.now, by: .system) { () throws(EngineError) in try body() }
            _ = try self.engine.commit()
            return value
        }

        func open(_ item: String = "matter", _ data: JSONObject = ["name": "x"]) throws -> String {
            let cases = self.cases
            return try self.call { () throws(EngineError) in
                try cases.openCase(NewCase(bureau: "desk", item: item, data: data), by: .system)
            }
        }
    }

    @Test(
        "Numbers are PP-YYYYMMDD-NNNNNN by prefix and Shanghai day, without gaps or repeats, refused openings included"
    )
    func gapless() throws {
        var desk = try Desk(at: "2022-07-12T23:59:59+08:00")
        #expect(try desk.open() == "CK-20220712-000001")
        #expect(throws: EngineError.self) { try desk.open("matter", [:]) }
        #expect(try desk.open() == "CK-20220712-000002")
        #expect(try desk.open("other") == "QT-20220712-000001")
        #expect(throws: EngineError.self) { try desk.open("nothing") }
        #expect(try desk.open() == "CK-20220712-000003")
        desk.now = try #require(Instant("2022-07-13T00:00:00+08:00"))
        #expect(try desk.open() == "CK-20220713-000001")
    }

    @Test("A batch that the store lost gives its numbers again")
    func lostBatch() throws {
        let desk = try Desk(at: "2022-07-12T09:00:00+08:00")
        #expect(try desk.open() == "CK-20220712-000001")
        let cases = desk.cases
        let lost = try desk.engine.perform(at: desk.now, by: .system) { () throws(EngineError) in
            try cases.openCase(NewCase(bureau: "desk", item: "matter", data: ["name": "x"]), by: .system)
        }
        #expect(lost == "CK-20220712-000002")
        // It was never acknowledged: reading anew drops it.
        try desk.engine.reopenAfterFailure(at: desk.now)
        #expect(try desk.open() == "CK-20220712-000002")
    }

    @Test("The last number of a day is 999999; the next opening is refused, and the next day begins anew")
    func usedUp() throws {
        var desk = try Desk(at: "2022-07-12T09:00:00+08:00")
        let engine = desk.engine
        try desk.call { () throws(EngineError) in
            try engine.write(.putCounter(name: "case/CK-20220712", value: 999_998))
        }
        #expect(try desk.open() == "CK-20220712-999999")
        #expect {
            try desk.open()
        } throws: { error in
            guard case .refused(let refusal) = error as? EngineError else { return false }
            return refusal.code == "LIMIT"
        }
        desk.now = try #require(Instant("2022-07-13T09:00:00+08:00"))
        #expect(try desk.open() == "CK-20220713-000001")
    }
}
