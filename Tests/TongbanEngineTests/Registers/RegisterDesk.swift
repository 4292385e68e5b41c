// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import Foundation
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

/// An engine with the credit office's register of households, on a clock that stands still.
final class RegisterDesk {
    let store: any Store
    let engine: Engine
    let cases: CaseEngine
    var now: Instant
    private let folder: String?

    static func definition(
        unique: [Unique] = [Unique("certificate")],
        indexed: [String] = ["village", "grade", "income"]
    )
        -> BureauDefinition
    {
        BureauDefinition("credit", "信用办", "Credit office", about: ("测试。", "A test."), prefix: "XY") {
            Role("clerk", "科员", "Clerk")
            Register(
                "households",
                "农户台账",
                "Households",
                key: "id",
                unique: unique,
                indexed: indexed,
                limit: 28_313
            ) {
                Field("id", "户编号", "Household number").required()
                Field("head", "户主", "Head").personal()
                Field("village", "村", "Village").required()
                Field(
                    "grade",
                    "等级",
                    "Grade",
                    oneOf: ["AAA": ("AAA", "AAA"), "AA": ("AA", "AA"), "A": ("A", "A"), "NONE": ("无", "None")]
                )
                Field("income", "收入", "Income", .money)
                Field("filed", "建档日期", "Filed on", .date)
                Field("certificate", "证号", "Certificate")
                Field("health", "健康", "Health").sensitive()
            }
            Register("incomes", "村集体收入", "Village incomes", key: "village", and: ["year"]) {
                Field("village", "村", "Village").required()
                Field("year", "年", "Year", .integer).required()
                Field("income", "收入", "Income", .money)
            }
            Register(
                "ratings",
                "评级",
                "Ratings",
                key: "id",
                unique: [Unique("certificate")],
                indexed: ["grade"],
                dated: true
            ) {
                Field("id", "户编号", "Household number").required()
                Field("grade", "等级", "Grade").required()
                Field("certificate", "证号", "Certificate")
            }
            Register("plain", "普通", "Plain", key: "id") {
                Field("id", "编号", "Number").required()
                Field("note", "备注", "Note")
            }
        }
    }

    init(onDisk: Bool = false) throws {
        let folder = onDisk ? NSTemporaryDirectory() + "tongban-registers-\(UUID().uuidString)" : nil
        self.folder = folder
        self.store = try folder.map { try SQLiteStore(path: $0 + "/store.db") } ?? MemoryStore()
        self.now = try #require(Instant("2022-07-12T09:00:00+08:00"))
        self.engine = Engine(store: self.store)
        self.cases = CaseEngine(engine: self.engine, directory: Directory())
        try self.engine.open(at: self.now)
        try self.declare(Self.definition())
    }

    deinit {
        if let folder { try? FileManager.default.removeItem(atPath: folder) }
    }

    func declare(_ definition: BureauDefinition) throws {
        let json = try JSON(encoding: definition.declaration)
        try self.call { cases throws(EngineError) in _ = try cases.register(json, bureau: "credit") }
    }

    @discardableResult
    func call<Value>(_ body: (CaseEngine) throws(EngineError) -> Value) throws -> Value {
        let cases = self.cases
        let value = try self.engine.perform(at: self.now, by: .system) { () throws(EngineError) in try body(cases) }
        _ = try self.engine.commit()
        return value
    }

    @discardableResult
    func put(
        _ key: String,
        _ data: JSONObject,
        in register: String = "households",
        from: CivilDay? = nil
    ) throws -> CaseEngine.PutResult {
        try self.call { cases throws(EngineError) in
            try cases.put(bureau: "credit", register: register, key: key, data: data, from: from)
        }
    }

    /// Lets time pass, and does what comes due meanwhile.
    func pass(to moment: String) throws {
        self.now = try #require(Instant(moment))
        while try self.engine.tick(at: self.now) {}
        _ = try self.engine.commit()
    }

    func load(_ bytes: [UInt8], _ encoding: TextEncoding? = nil, isPreview: Bool = false) throws -> ImportReport {
        try self.call { cases throws(EngineError) in
            try cases.registers.importFile(
                bytes,
                bureau: "credit",
                register: "households",
                encoding: encoding,
                isPreview: isPreview
            )
        }
    }
}
