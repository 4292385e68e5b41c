// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

@testable import BureauTesting

@Suite("Registers: sensitive values are sealed where they are kept, told when they are read")
struct SealedRegisterTests {
    private static let clerk = PersonView.person("clerk", "clinic:clerk")
    private static let head = PersonView.person("head", "clinic:head")

    private static func definition(dated: Bool, sensitive: Bool) -> BureauDefinition {
        BureauDefinition("clinic", "诊所", "Clinic", about: ("测试。", "A test."), prefix: "ZS") {
            Role("clerk", "科员", "Clerk")
            Role("head", "负责人", "Head")
            Register("patients", "病人", "Patients", key: "id", indexed: ["ward"], dated: dated) {
                Field("id", "编号", "Id").required()
                Field("ward", "病区", "Ward")
                if sensitive {
                    Field("diagnosis", "诊断", "Diagnosis").sensitive()
                } else {
                    Field("diagnosis", "诊断", "Diagnosis")
                }
            }
        }
    }

    private static func daemon(dated: Bool = true, sensitive: Bool = true) throws -> TestDaemon {
        try TestDaemon(Self.definition(dated: dated, sensitive: sensitive), at: "2022-07-12T09:00:00+08:00")
    }

    private static let record: JSONObject = ["id": "P1", "ward": "3", "diagnosis": "糖尿病"]

    private static func objects(_ kind: String, _ daemon: TestDaemon) throws -> [String] {
        try daemon.store.objects(kind: kind, after: nil, limit: 100).map {
            String(decoding: $0.body.bytes, as: UTF8.self)
        }
    }

    @Test(
        "A record with a field of class S is stored sealed, and found, read and counted all the same",
        arguments: [false, true]
    )
    func stored(dated: Bool) throws {
        let daemon = try Self.daemon(dated: dated)
        try daemon.put("patients", "P1", Self.record)
        let stored = try #require(try daemon.store.record(bureau: "clinic", register: "patients", key: "P1"))
        let text = String(decoding: stored.data.bytes, as: UTF8.self)
        #expect(text.hasPrefix("\"sealed:K1:"))
        #expect(!text.contains("糖尿病") && !text.contains("ward"))
        #expect(try daemon.record("patients", "P1") == Self.record)
        #expect(try daemon.records("patients").map(\.data) == [Self.record])
        #expect(try daemon.count("patients", RegisterCondition("ward", .equal("3"))) == 1)
        #expect(try daemon.count("patients", RegisterCondition("diagnosis", .equal("糖尿病"))) == 1)
        #expect(try !daemon.journal().contains { String(decoding: $0.data.bytes, as: UTF8.self).contains("糖尿病") })
    }

    @Test("A record without one is stored as it is")
    func plain() throws {
        let daemon = try Self.daemon(sensitive: false)
        try daemon.put("patients", "P1", Self.record)
        let stored = try #require(try daemon.store.record(bureau: "clinic", register: "patients", key: "P1"))
        #expect(try stored.data.parsed() == .object(Self.record))
    }

    @Test("The same record put again is unchanged, although it is sealed anew each time it is written")
    func unchanged() throws {
        let daemon = try Self.daemon(dated: false)
        try daemon.put("patients", "P1", Self.record)
        try daemon.put("patients", "P1", Self.record)
        #expect(try daemon.store.record(bureau: "clinic", register: "patients", key: "P1")?.revision == 1)
        try daemon.put("patients", "P1", ["id": "P1", "ward": "4", "diagnosis": "糖尿病"])
        #expect(try daemon.store.record(bureau: "clinic", register: "patients", key: "P1")?.revision == 2)
    }

    @Test("Versions and requests for correction are sealed too, and do what they say")
    func past() throws {
        let daemon = try Self.daemon()
        try daemon.put("patients", "P1", Self.record, from: "2022-07-01")
        try daemon.lock("patients", to: "2022-07-31", as: Self.head)
        try daemon.amend(
            "patients",
            "P1",
            ["diagnosis": "高血压"],
            from: "2022-07-10",
            askedBy: Self.clerk,
            decidedBy: Self.head
        )
        let kept = try Self.objects("version:clinic/patients", daemon) + Self.objects("register-request:clinic", daemon)
        #expect(kept.count == 3)
        for text in kept {
            #expect(text.hasPrefix("\"sealed:K1:"))
            #expect(!text.contains("糖尿病") && !text.contains("高血压"))
        }
        #expect(try daemon.record("patients", "P1", on: "2022-07-09")["diagnosis"] == "糖尿病")
        #expect(try daemon.record("patients", "P1", on: "2022-07-10")["diagnosis"] == "高血压")
        let request = try #require(try daemon.cases.registers.request(1, bureau: "clinic"))
        #expect(request.after["diagnosis"] == "高血压")
        #expect(try daemon.cases.registers.requests(bureau: "clinic").count == 1)
    }

    @Test("A version that comes into force later is sealed before and after")
    func later() async throws {
        let daemon = try Self.daemon()
        try daemon.put("patients", "P1", Self.record, from: "2022-07-14")
        #expect(try daemon.store.record(bureau: "clinic", register: "patients", key: "P1") == nil)
        try await daemon.advance(to: "2022-07-14T00:00:00+08:00")
        let stored = try #require(try daemon.store.record(bureau: "clinic", register: "patients", key: "P1"))
        #expect(String(decoding: stored.data.bytes, as: UTF8.self).hasPrefix("\"sealed:K1:"))
        #expect(try Self.objects("version:clinic/patients", daemon).allSatisfy { $0.hasPrefix("\"sealed:K1:") })
        #expect(try daemon.record("patients", "P1") == Self.record)
    }

    @Test("Who reads sensitive values of records is told of; nobody is told of reading others, or none")
    func read() throws {
        let daemon = try Self.daemon()
        try daemon.put("patients", "P1", Self.record)
        try daemon.call(by: Actor(id: "clinic")) { cases throws(EngineError) in
            try cases.registers.noteReading(of: "patients", key: "P1", count: 1, bureau: "clinic")
            try cases.registers.noteReading(of: "patients", count: 0, bureau: "clinic")
        }
        let entries = try daemon.journal("record.read")
        #expect(entries.count == 1)
        #expect(entries.first?.actor?.id == "clinic")
        #expect(
            try entries.first?.data.parsed()
                == ["register": "patients", "key": "P1", "records": 1, "fields": ["diagnosis"]]
        )
        let other = try Self.daemon(sensitive: false)
        try other.call(by: Actor(id: "clinic")) { cases throws(EngineError) in
            try cases.registers.noteReading(of: "patients", count: 1, bureau: "clinic")
        }
        #expect(try other.journal("record.read").isEmpty)
    }
}
