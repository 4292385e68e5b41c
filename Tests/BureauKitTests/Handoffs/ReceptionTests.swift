// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import BureauTesting

@Suite("Hand-offs: the receiver's handlers")
struct ReceptionTests {
    static let clerk = PersonView.person("shui", "water:clerk")
    static let sender = HandoffRuleTests.clerk

    /// The receiver, whose handler opens a case.
    ///
    /// - Parameter opening: the hand-off it opens one for, when not the one that came.
    static func water(
        from bureau: String? = "town",
        submits kind: String = "received",
        opening other: String? = nil
    ) -> BureauDefinition {
        BureauDefinition("water", "水利局", "Water office", about: ("测试。", "A test."), prefix: "SL") {
            Role("clerk", "科员", "Clerk")
            Receives(from: bureau, submits: kind)
            Item("work", "施工", "Work", about: ("施工。", "Work."), openedBy: ["clerk"]) {
                Form {
                    Field("place", "地点", "Place")
                    Field("what", "事由", "What")
                }
                Flow {
                    State("OPEN", "开", "Open") { Action("close", "办结", "Close", by: "clerk", to: "DONE") }.untimed()
                    Final("DONE", "办结", "Done")
                }
            }
            Handler("received", "接收", "Receive") { task, _ in
                [
                    .open(
                        item: "work",
                        data: [
                            "place": task.payload["data"]?["place"] ?? .null, "what": task.payload["request"] ?? .null,
                        ],
                        handoff: other ?? task.payload["handoff"]?.stringValue
                    )
                ]
            }
        }
    }

    private func handOver(_ daemon: TestDaemon, _ kind: String = "fence") throws -> String {
        let data: JSONObject = ["place": "水库东侧", "who": "李某", "illness": "哮喘"]
        let number = try daemon.call(by: Actor(id: Self.sender.id)) { cases throws(EngineError) in
            try cases.openCase(NewCase(bureau: "town", item: "matter", data: data), by: Self.sender)
        }
        return try daemon.call(by: Actor(id: Self.sender.id)) { cases throws(EngineError) in
            try cases.handoffs.send(kind, of: number, request: "加装护栏", by: Self.sender)
        }
    }

    @Test(
        "what arrives submits a task, and the case it opens is linked with the sender's; nothing sensitive is in the task"
    )
    func received() async throws {
        let daemon = try TestDaemon(Self.water(), at: "2022-07-12T09:00:00+08:00")
        try daemon.declare(beside: HandoffRuleTests.town())
        let handoff = try self.handOver(daemon)
        try await daemon.advance(to: daemon.now)
        let work = try #require(try daemon.numbers(of: "work").first)
        #expect(try daemon.data(of: work) == ["place": "水库东侧", "what": "加装护栏"])
        let record = try daemon.handoff(handoff)
        #expect(record.receiverCase == work && record.state == .received)
        #expect(try daemon.case(work).links == [record.caseNumber])
        #expect(try daemon.case(record.caseNumber).links == [work])
        #expect(try !daemon.tasks().contains { $0.payload?.text.contains("哮喘") ?? false })
        try await daemon.handoff(handoff, .take(), as: Self.clerk)
        #expect(try daemon.handoff(handoff).receiverCase == work)
    }

    @Test("what another bureau hands on is not received when only one is named")
    func others() async throws {
        let daemon = try TestDaemon(Self.water(from: "grid"), at: "2022-07-12T09:00:00+08:00")
        try daemon.declare(beside: HandoffRuleTests.town())
        let handoff = try self.handOver(daemon)
        try await daemon.advance(to: daemon.now)
        #expect(try daemon.numbers(of: "work").isEmpty)
        #expect(try daemon.handoff(handoff).receiverCase == nil)
    }

    @Test("a bureau opens no case for a hand-off that is not for it, and the task says why")
    func notOurs() async throws {
        // Named by the case it has: the hand-off of the street lamp goes to somebody else.
        let daemon = try TestDaemon(Self.water(opening: "HO-20220712-000001"), at: "2022-07-12T09:00:00+08:00")
        try daemon.declare(beside: HandoffRuleTests.town())
        let lamp = try self.handOver(daemon, "lamp")
        #expect(lamp == "HO-20220712-000001")
        _ = try self.handOver(daemon)
        try await daemon.advance(to: daemon.now)
        #expect(try daemon.numbers(of: "work").isEmpty)
        #expect(try daemon.handoff(lamp).receiverCase == nil)
        #expect(try daemon.tasks().map(\.state) == [.failed])
    }

    @Test("a reception without a handler, or named twice, is a fault")
    func faults() {
        let faults = DeclarationCheck.faults(in: Self.water(submits: "nothing").declaration)
        #expect(faults.map(\.message.en) == ["there is no handler nothing"])
    }
}
