// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

@testable import BureauTesting

@Suite("Sensitive values: sealed where they are kept, told when they are read")
struct SealedCaseTests {
    private static let clerk = PersonView.person("clerk", "clerk")

    private static var definition: BureauDefinition {
        BureauDefinition("clinic", "诊所", "Clinic", about: ("测试。", "A test."), prefix: "ZS") {
            Role("clerk", "科员", "Clerk")
            for id in ["matter", "plain"] {
                Item(id, "事项", "Matter", about: ("一件事。", "A matter."), openedBy: ["clerk"]) {
                    Form {
                        Field("who", "何人", "Who")
                        if id == "matter" { Field("diagnosis", "诊断", "Diagnosis").sensitive() }
                    }
                    Flow {
                        State("OPEN", "已开", "Open") { Action("end", "结", "End", by: "clerk", to: "DONE") }.untimed()
                        Final("DONE", "完", "Done")
                    }
                }
            }
        }
    }

    private static func daemon() throws -> TestDaemon {
        try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
    }

    @Test("A case with a field of class S is stored sealed, any other as it is")
    func stored() async throws {
        let daemon = try Self.daemon()
        let sealed = try await daemon.open("matter", as: Self.clerk, ["who": "甲", "diagnosis": "糖尿病"])
        let plain = try await daemon.open("plain", as: Self.clerk, ["who": "乙"])
        for act in [false, true] {
            if act { try await daemon.act(sealed, "end", as: Self.clerk) }
            let stored = try #require(try daemon.store.caseRecord(sealed))
            let text = String(decoding: stored.body.bytes, as: UTF8.self)
            #expect(text.hasPrefix("\"sealed:K1:"))
            #expect(!text.contains("糖尿病") && !text.contains("diagnosis"))
            #expect(try daemon.data(of: sealed)["diagnosis"] == "糖尿病")
        }
        let other = try #require(try daemon.store.caseRecord(plain))
        #expect(String(decoding: other.body.bytes, as: UTF8.self).contains("乙"))
        #expect(try !daemon.journal().contains { String(decoding: $0.data.bytes, as: UTF8.self).contains("糖尿病") })
    }

    @Test("Who reads a sensitive value is told of; answers to changes hide it, and strangers see none")
    func read() async throws {
        let daemon = try Self.daemon()
        let number = try await daemon.open("matter", as: Self.clerk, ["who": "甲", "diagnosis": "糖尿病"])
        let hidden = try daemon.cases.view(number, for: Self.clerk, showsSensitive: false)
        #expect(hidden.data["diagnosis"] == "***" && hidden.data["who"] == "甲" && hidden.sensitive.isEmpty)
        let stranger = try daemon.cases.view(number, for: .person("other", "citizen"))
        #expect(stranger.data["diagnosis"] == "***" && stranger.sensitive.isEmpty)
        let shown = try daemon.cases.view(number, for: Self.clerk)
        #expect(shown.data["diagnosis"] == "糖尿病" && shown.sensitive == ["diagnosis"])
        try daemon.call(by: Actor(id: "clerk")) { cases throws(EngineError) in
            try cases.noteReading(of: shown)
            try cases.noteReading(of: hidden)
        }
        let entries = try daemon.journal("case.read", of: number)
        #expect(entries.count == 1)
        #expect(entries.first?.actor?.id == "clerk")
        #expect(try entries.first?.data.parsed() == ["fields": ["diagnosis"]])
    }
}
