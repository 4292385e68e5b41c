// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Foundation
import Testing
import TongbanEngine
import TongbanModel

@testable import MedicalBureau

@Suite("Medical: edges of applications, screening and lists")
struct EdgeTests {
    private func code(_ daemon: TestDaemon, _ data: JSONObject, as person: PersonView = Bench.citizen) async throws
        -> String?
    {
        try await refusal { try await daemon.open("application", as: person, data) }?.refusalCode
    }

    @Test(
        "Given a disease that is in no catalogue, or not in that of the person's scheme, then NOT_IN_CATALOGUE, NOT_IN_SCHEME"
    )
    func catalogues() async throws {
        let daemon = try Bench.daemon()
        #expect(try await self.code(daemon, Bench.application("M99999")) == "NOT_IN_CATALOGUE")
        try Bench.insured(daemon, scheme: "310")
        try Bench.catalogue(daemon, "M90102", schemes: ["390"])
        #expect(try await self.code(daemon, Bench.application("M90102")) == "NOT_IN_SCHEME")
        #expect(try await self.code(daemon, Bench.application()) == nil)
    }

    @Test("Given a hospital that is designated no more, when somebody applies there, then HOSPITAL")
    func hospital() async throws {
        let daemon = try Bench.daemon()
        try daemon.put("hospital", "H34060200001", ["code": "H34060200001", "name": "医院", "designated": false])
        #expect(try await self.code(daemon, Bench.application()) == "HOSPITAL")
    }

    @Test(
        "Given a child under 14, then a guardian and his consent are asked for; on the fourteenth birthday no more",
        arguments: [("2025-05-28T09:00:00+08:00", "GUARDIAN"), ("2025-05-29T09:00:00+08:00", nil)]
            as [(String, String?)]
    )
    func guardian(moment: String, expected: String?) async throws {
        let daemon = try Bench.daemon(at: moment)
        var data = Bench.application()
        data["person"] = "340602201105298881"
        #expect(try await self.code(daemon, data) == expected)
        data["disease"] = "M01600"
        data["guardian"] = "严乙丑"
        data["consent"] = "监护人同意书.pdf"
        #expect(try await self.code(daemon, data) == nil)
    }

    @Test(
        "Given a screened person, then his row follows what becomes of his application",
        arguments: ["WITHDRAWN": "FOUND", "LAPSED": "FOUND", "EXPERT_NO": "INELIGIBLE", "REJECTED": "INELIGIBLE"]
    )
    func follows(state: String, status: String) async throws {
        let daemon = try Bench.daemon()
        try Bench.screen(daemon, status: "FOUND")
        func row() throws -> JSON? { try daemon.records("screening").first?.data["status"] }
        let number: String
        if state == "LAPSED" {
            number = try await daemon.open("application", as: Bench.citizen, Bench.application())
            try await daemon.act(number, "return", as: Bench.hospital, ["missing": ["诊断证明"]])
            // Sixty days after the return is a holiday; the first working day after it counts.
            try await daemon.advance(to: "2022-09-12T23:59:59+08:00")
            #expect(try daemon.state(of: number) == "RETURNED")
            try await daemon.advance(to: "2022-09-14T00:00:00+08:00")
        } else {
            number = try await Bench.accepted(daemon)
            #expect(try row() == "APPLYING")
        }
        switch state {
        case "WITHDRAWN": try await daemon.act(number, "withdraw", as: Bench.citizen)
        case "EXPERT_NO": try await daemon.act(number, "opinion", as: Bench.first, ["opinion": "NO"])
        case "REJECTED":
            for expert in [Bench.first, Bench.second] {
                try await daemon.act(number, "opinion", as: expert, ["opinion": "OK"])
            }
            try await daemon.act(number, "reject", as: Bench.agency, ["reason": "不符合"])
        default: break
        }
        #expect(try daemon.state(of: number) == state)
        #expect(try row() == .string(status))
    }

    @Test(
        "Given an application of somebody who dies, then TERMINATED(DEAD), also while it is appealed; his rows count no more"
    )
    func dead() async throws {
        let daemon = try Bench.daemon()
        try Bench.insured(daemon)
        try Bench.screen(daemon, status: "FOUND")
        let number = try await Bench.accepted(daemon)
        try await daemon.act(number, "opinion", as: Bench.first, ["opinion": "NO"])
        try await daemon.act(number, "appeal", as: Bench.citizen, ["grounds": "不服"])
        try await daemon.tell(Bench.person, "person.deceased", ["on": "2022-07-12"])
        #expect(try daemon.state(of: number) == "TERMINATED" && daemon.data(of: number)["termination"] == "DEAD")
        try await daemon.advance(to: "2022-07-13T00:00:01+08:00")
        #expect(try daemon.records("screening").isEmpty && daemon.records("insured").isEmpty)
        #expect(try daemon.record("insured", Bench.person, on: "2022-07-12")["scheme"] == "390")
    }

    @Test(
        "Given a person who moves inside the district on a Wednesday, then another unit reports him from the next Monday on"
    )
    func moves() async throws {
        let daemon = try Bench.daemon()
        try Bench.insured(daemon)
        try Bench.screen(daemon, status: "FOUND")
        try await daemon.tell(Bench.person, "person.moved", ["to": "340602101203", "effective": "2022-07-13"])
        func villages() throws -> [JSON?] { try daemon.records("screening").map { $0.data["village"] } }
        try await daemon.advance(to: "2022-07-17T23:59:59+08:00")
        #expect(try villages() == ["340602001001"])
        #expect(try daemon.record("insured", Bench.person)["village_code"] == "340602101203")
        try await daemon.advance(to: "2022-07-18T00:00:01+08:00")
        #expect(try villages() == ["340602101203"])
    }

    @Test(
        "Given a wrong identity number of a holder, when bureau and head correct it, then the cases carry the right one and the old one finds them"
    )
    func corrected() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.accepted(daemon)
        let right = Bench.persons[0]
        try daemon.correct(Bench.person, to: right, askedBy: Bench.bureau, decidedBy: Bench.head)
        #expect(try daemon.data(of: number)["person"] == .string(right))
        #expect(try daemon.numbers(about: Bench.person) == [number])
    }

    @Test("Given somebody unwilling without a reason from the list, then the row is refused")
    func reason() async throws {
        let daemon = try Bench.daemon()
        var row: JSONObject = [
            "person": .string(Bench.person), "disease": "M03900", "village": "340602001001", "week": "2022-W28",
            "status": "UNWILLING", "asked": "2022-07-12",
        ]
        func put() async throws -> EngineError? {
            try await refusal { try daemon.put("screening", "\(Bench.person)|M03900|340602001001", row) }
        }
        #expect(try await put()?.refusalCode == "REASON")
        row["reason"] = "whatever"
        #expect(try await put() != nil)
        row["reason"] = "NO_NEED"
        #expect(try await put() == nil)
    }

    private static let stay: JSONObject = ["category": "GENERAL", "rural": true]

    private func stay(_ daemon: TestDaemon, _ no: String, on day: String, paid: Int64, monitored: Bool = false) throws {
        try daemon.put(
            "stay",
            no,
            [
                "no": .string(no), "person": .string(Bench.person), "category": monitored ? "MONITORED" : "GENERAL",
                "rural": true, "left": .string(day), "own_payment": .integer(paid),
            ]
        )
    }

    private func changed(_ changes: [(String, String)], _ daemon: TestDaemon) throws {
        var text = try String(contentsOfFile: Bench.root + "/Plugins/Medical/rules.json", encoding: .utf8)
        for (old, new) in changes {
            #expect(text.contains(old))
            text = text.replacingOccurrences(of: old, with: new)
        }
        try daemon.change(Medical(), rules: try RuleBook(text: text))
    }

    @Test(
        "Given a list by all of the year, then somebody is on it in the month in which he goes above the line, and not again"
    )
    func cumulative() async throws {
        let daemon = try Bench.daemon()
        try self.changed([("\"SINGLE\"", "\"CUMULATIVE\"")], daemon)
        try self.stay(daemon, "1", on: "2022-06-20", paid: 600_000)
        try self.stay(daemon, "2", on: "2022-07-20", paid: 400_000)
        try await daemon.advance(to: "2022-08-05T10:00:00+08:00")
        // Exactly on the line is not above it.
        #expect(try daemon.numbers(of: "high_cost").isEmpty)
        try self.stay(daemon, "3", on: "2022-08-06", paid: 1)
        try await daemon.advance(to: "2022-09-05T10:00:00+08:00")
        let listed = try #require(try daemon.numbers(of: "high_cost").first)
        #expect(try daemon.data(of: listed)["amount"] == 1_000_001)
        try self.stay(daemon, "4", on: "2022-09-06", paid: 100_000)
        try await daemon.advance(to: "2022-10-10T10:00:00+08:00")
        #expect(try daemon.numbers(of: "high_cost").count == 1)
    }

    @Test("Given a rule that monitored persons are listed every ten days, then their list is about the ten days before")
    func everyTenDays() async throws {
        let daemon = try Bench.daemon()
        let monthly = "\"monthly.day(5 09:30)\""
        let text = try String(contentsOfFile: Bench.root + "/Plugins/Medical/rules.json", encoding: .utf8)
        let second = try #require(text.range(of: "highcost.monitoredList"))
        let changed =
            text[..<second.lowerBound]
            + text[second.lowerBound...].replacingOccurrences(of: monthly, with: "\"every(10d 2022-07-01 09:00)\"")
        try daemon.change(Medical(), rules: try RuleBook(text: String(changed)))
        try self.stay(daemon, "1", on: "2022-07-20", paid: 600_001, monitored: true)
        try await daemon.advance(to: "2022-07-21T10:00:00+08:00")
        let listed = try daemon.numbers(of: "high_cost")
        #expect(try listed.map { try daemon.data(of: $0)["period"] } == ["2022-07-11..2022-07-20"])
        try await daemon.advance(to: "2022-08-05T10:00:00+08:00")
        #expect(try daemon.numbers(of: "high_cost") == listed)
    }

    @Test("Given a person with a high payment, when both bodies have said whether he is enrolled, then it is answered")
    func feedback() async throws {
        let daemon = try Bench.daemon()
        try self.stay(daemon, "1", on: "2022-07-20", paid: 1_000_001)
        try await daemon.advance(to: "2022-08-05T10:00:00+08:00")
        let number = try #require(try daemon.numbers(of: "high_cost").first)
        try await daemon.act(number, "civil", as: PersonView.person("min", "civil"), ["civilFeedback": "NOT"])
        #expect(try daemon.state(of: number) == "TOLD")
        try await daemon.act(number, "rural", as: PersonView.person("xiang", "rural"), ["ruralFeedback": "ENROLLED"])
        #expect(try daemon.state(of: number) == "ANSWERED")
        // What is handed on has no disease in it.
        #expect(try daemon.handoffs().allSatisfy { $0.data["disease"] == nil })
    }

    @Test("Given a message to an applicant or holder, then it names no disease, amount or identity number")
    func discreet() async throws {
        let daemon = try Bench.daemon()
        _ = try await Bench.inForce(daemon, phone: "15400000001")
        let texts = try daemon.notices().flatMap { [$0.text.zh, $0.text.en] }
        #expect(!texts.isEmpty)
        for word in ["M03900", "病种", Bench.person, "高血压"] { #expect(texts.allSatisfy { !$0.contains(word) }) }
    }
}
