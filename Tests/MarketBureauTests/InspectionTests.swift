// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import MarketBureau

@Suite("Market: inspections")
struct InspectionTests {
    @Test("Given an inspection with one inspector, when saved, then refused TWO_INSPECTORS")
    func twoInspectors() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        for inspectors in [["inspector1"], ["inspector1", "inspector1"]] as [JSON] {
            let refused = try await refusal {
                try await daemon.open(
                    "inspection",
                    as: Bench.dispatcher,
                    Bench.inspection(on: "2022-07-12", by: inspectors)
                )
            }
            #expect(refused?.refusalCode == "TWO_INSPECTORS")
        }
        #expect(try daemon.numbers(of: "inspection").isEmpty)
        try await daemon.open("inspection", as: Bench.dispatcher, Bench.inspection(on: "2022-07-12"))
        #expect(try daemon.numbers(of: "inspection").count == 1)
    }

    @Test(
        "Given a pharmacy, when its inspection is FAILED on the real-name item, then a hand-off URGENT to headquarters within the same transaction"
    )
    func realName() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        try Bench.put(daemon, Bench.pharmacy, "PHARMACY")
        let items: JSON = [
            ["code": "REAL_NAME", "result": "FAIL", "note": "退烧药未登记"], ["code": "E01", "result": "PASS"],
        ]
        let number = try await Bench.inspect(daemon, of: Bench.pharmacy, on: "2022-07-12", items: items)
        #expect(try daemon.state(of: number) == "FAILED")
        let handoff = try #require(try daemon.handoffs().first)
        #expect(handoff.to.id == "epidemic-headquarters" && handoff.urgency == .urgent)
        #expect(handoff.caseNumber == number)
        // The headquarters has no plugin: the slip is printed, and nobody's name or number is on it.
        #expect(handoff.data.objectValue?.names == ["entity", "kind", "items", "village_code"])
        // In one transaction: nothing else happened between the state and the hand-off, and no task was needed.
        let kinds = try daemon.journal(nil, of: number).map(\.kind)
        let action = try #require(kinds.lastIndex(of: "case.action"))
        #expect(kinds[action...].contains("handoff.sent"))
        let at = try daemon.journal(nil, of: number)[action...].map(\.at)
        #expect(Set(at).count == 1)

        // Its result is awaited; the order is issued the same day all the same.
        try await daemon.act(number, "order", as: Bench.inspector)
        #expect(try daemon.state(of: number) == "HANDED_ON")
        #expect(try daemon.numbers(of: "order").count == 1)
        try await daemon.handoff(handoff.number, .deliver, as: Bench.clerk)
        // Urgent: two hours while offices are open.
        #expect(try daemon.handoff(handoff.number).step?.limit.description == "2oh")
        try await daemon.handoff(handoff.number, .take(), as: Bench.clerk)
        try await daemon.handoff(handoff.number, .finish(result: "已核查购药人员"), as: Bench.clerk)
        try await daemon.handoff(handoff.number, .confirm, as: Bench.clerk)
        #expect(try daemon.state(of: number) == "ORDERED")
    }

    @Test(
        "Given a pharmacy that failed on something else, or a supermarket on the same item, then headquarters hears nothing"
    )
    func noHeadquarters() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        try Bench.put(daemon, Bench.pharmacy, "PHARMACY")
        try Bench.put(daemon, Bench.market, "SUPERMARKET")
        let one = try await Bench.inspect(daemon, of: Bench.pharmacy, on: "2022-07-12")
        let two = try await Bench.inspect(
            daemon,
            of: Bench.market,
            on: "2022-07-12",
            items: [["code": "REAL_NAME", "result": "FAIL", "note": "无"]]
        )
        #expect(try daemon.state(of: one) == "FAILED" && daemon.state(of: two) == "FAILED")
        #expect(try daemon.handoffs().isEmpty)
    }

    @Test(
        "Given an inspection, when it is recorded, then it is signed by both inspectors and the business before it has a result"
    )
    func signatures() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        let number = try await daemon.open("inspection", as: Bench.dispatcher, Bench.inspection(on: "2022-07-12"))
        #expect(try daemon.due("start", of: number) == .end(of: "2022-07-12"))
        func code(_ action: String, _ person: PersonView, _ data: JSONObject = [:]) async throws -> String? {
            try await refusal { try await daemon.act(number, action, as: person, data) }?.refusalCode
        }
        #expect(try await code("begin", Bench.inspector3) == "NOT_INSPECTOR")
        try await daemon.act(number, "begin", as: Bench.inspector)
        #expect(try await code("sign", Bench.inspector) == "NO_RECORD")
        let bare: JSON = [["code": "E12", "result": "FAIL"]]
        #expect(try await code("record", Bench.inspector, ["items": bare]) == "NOTE_NEEDED")
        try await daemon.act(number, "record", as: Bench.inspector, ["items": [Bench.failedItem]])
        try await daemon.act(number, "sign", as: Bench.inspector)
        #expect(try await code("sign", Bench.inspector) == "SIGNED")
        // A refusal to sign needs both inspectors, and a video.
        #expect(try await code("refuseSign", Bench.inspector, ["video_hash": "a1"]) == "TWO_INSPECTORS")
        // A changed record is signed anew.
        try await daemon.act(number, "record", as: Bench.inspector2, ["items": [Bench.passedItem]])
        try await daemon.act(number, "sign", as: Bench.inspector)
        try await daemon.act(number, "sign", as: Bench.inspector2)
        #expect(try daemon.state(of: number) == "RUNNING")
        let noVideo = try await refusal { try await daemon.act(number, "refuseSign", as: Bench.inspector) }
        #expect(noVideo?.formFaults == ["video_hash: missing"])
        try await daemon.act(number, "refuseSign", as: Bench.inspector, ["video_hash": "a1"])
        #expect(try daemon.state(of: number) == "PASSED")
        #expect(try daemon.data(of: number)["entity_signature"] == "REFUSED")
    }

    @Test(
        "Given an inspection of a day, when the same business is planned for the same campaign and day again, then DUPLICATE"
    )
    func duplicate() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        let form = Bench.inspection(on: "2022-07-12", campaign: "冷链")
        try await daemon.open("inspection", as: Bench.dispatcher, form)
        let again = try await refusal { try await daemon.open("inspection", as: Bench.dispatcher, form) }
        #expect(again?.refusalCode == "DUPLICATE")
        try await daemon.open("inspection", as: Bench.dispatcher, form.adding("campaign", "药店"))
        try await daemon.open("inspection", as: Bench.dispatcher, form.adding("planned_date", "2022-07-13"))
    }

    @Test(
        "Given a business that is not in the register, when it is inspected, then that goes on and the clerks are told"
    )
    func unregistered() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        let number = try await Bench.inspect(daemon, on: "2022-07-12", items: [Bench.passedItem])
        #expect(try daemon.state(of: number) == "PASSED")
        #expect(try daemon.notices(of: number).map(\.topic) == ["inspection.unregistered"])
    }

    @Test(
        "Given businesses, when they are registered, then by credit code, or by 15 digits where there is none, each once"
    )
    func entities() throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        try Bench.put(daemon, Bench.market, "MARKET")
        try Bench.put(daemon, "340602600000012", "CATERING")
        for wrong in ["91340602MA8A00000K", "34060260000001", "3406026000000123"] {
            let error = #expect(throws: EngineError.self) { try Bench.put(daemon, wrong, "MARKET") }
            #expect(error?.formFaults == ["uscc: format"])
        }
        let datum = Bench.entity().adding("uscc", .string(Bench.pharmacy)).adding("lat", 339_859_762)
        let error = #expect(throws: EngineError.self) { try daemon.put("entity", Bench.pharmacy, datum) }
        #expect(error?.refusalCode == "DATUM")
    }

    @Test("The declaration has no fault, with and without the rules of a later day")
    func declaration() throws {
        let book = try Bench.rules(changing: [])
        for day in ["2020-01-01", "2022-07-12", "2026-04-15"] {
            let day = try #require(CivilDay(day))
            let definition = try BureauDefinition(Market(), rules: book, on: day)
            #expect(DeclarationCheck.faults(in: definition.declaration) == [])
        }
    }
}
