// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import BureauTesting

@Suite("0.5 Hand-offs between bodies")
struct HandoffRuleTests {
    static let clerk = PersonView.person("ann", "town:clerk")
    static let water = PersonView.person("shui", "water:clerk")
    static let coordinator = PersonView.person("xie", "coordinator")
    static let citizen = PersonView.person("min", "citizen")

    static func town(pauses: Bool = true) -> BureauDefinition {
        BureauDefinition("town", "镇", "Town", about: ("测试。", "A test."), prefix: "ZZ") {
            Role("clerk", "科员", "Clerk")
            Handoff(
                "fence",
                "加装护栏",
                "Fence",
                to: "water",
                "水利局",
                "Water office",
                sharing: ["place", "illness"],
                within: Limit(5, .workingDays)
            )
            Handoff("lamp", "修路灯", "Lamp", to: "grid_company", "供电公司", "Grid company", pausing: false)
            Item("matter", "事项", "Matter", about: ("一件事。", "A matter."), openedBy: ["clerk", "citizen"]) {
                Form {
                    Field("place", "地点", "Place")
                    Field("who", "何人", "Who")
                    Field("illness", "病情", "Illness").sensitive()
                }
                if pauses { Suspends(in: "OPEN", by: "clerk", deciders: "clerk") }
                Flow {
                    State("OPEN", "办理", "Open") {
                        Deadline("work", "办理", "Work", .workingDays(10))
                        Action("done", "办结", "Done", by: "clerk", to: "DONE")
                        Action("withdraw", "撤回", "Withdraw", by: "citizen", to: "GONE").whileSuspended()
                        OnEvent("handoff.confirmed", to: "HELPED")
                    }
                    State("HELPED", "已协助", "Helped") { Action("done", "办结", "Done", by: "clerk", to: "DONE") }
                        .untimed()
                    Final("DONE", "办结", "Done")
                    Final("GONE", "撤回", "Gone")
                }
            }
        }
    }

    static var waterOffice: BureauDefinition {
        BureauDefinition("water", "水利局", "Water office", about: ("测试。", "A test."), prefix: "SL") {
            Role("clerk", "科员", "Clerk")
            Item("work", "施工", "Work", about: ("施工。", "Work."), openedBy: ["clerk"]) {
                Form { Field("place", "地点", "Place") }
                Flow {
                    State("OPEN", "办理", "Open") { Action("done", "办结", "Done", by: "clerk", to: "DONE") }.untimed()
                    Final("DONE", "办结", "Done")
                }
            }
        }
    }

    /// A daemon of both bureaus, and a case of the town, on Tuesday 2022-07-12 at 09:00.
    static func begin(pauses: Bool = true) async throws -> (daemon: TestDaemon, number: String) {
        let daemon = try TestDaemon(Self.town(pauses: pauses), at: "2022-07-12T09:00:00+08:00")
        try daemon.declare(beside: Self.waterOffice)
        let number = try await daemon.open(
            "matter",
            as: Self.clerk,
            ["place": "水库", "who": "李某", "illness": "糖尿病"]
        )
        return (daemon, number)
    }

    static func sent(
        _ urgency: HandoffUrgency? = nil
    ) async throws -> (daemon: TestDaemon, number: String, handoff: String) {
        let (daemon, number) = try await Self.begin()
        let handoff = try await daemon.handOff(number, "fence", request: "加装护栏", urgency: urgency, as: Self.clerk)
        return (daemon, number, handoff)
    }

    static func code(_ body: () async throws -> Void) async throws -> String? {
        try await refusal(body)?.refusalCode
    }

    // MARK: The envelope

    @Test("The envelope has its number, both bodies, the request and only the values the receiver needs")
    func envelope() async throws {
        let (daemon, number, handoff) = try await Self.sent()
        #expect(handoff == "HO-20220712-000001")
        let record = try daemon.handoff(handoff)
        #expect(record.bureau == "town" && record.caseNumber == number && record.to.id == "water")
        #expect(record.to.isBureau)
        #expect(record.data == ["place": "水库", "illness": "糖尿病"])
        #expect(record.sensitive == ["illness"])
        #expect(try await daemon.handOff(number, "lamp", request: "修", as: Self.clerk) == "HO-20220712-000002")
    }

    @Test("A request has 500 characters at most", arguments: [(500, true), (501, false), (0, false)])
    func requestLength(count: Int, fits: Bool) async throws {
        let (daemon, number) = try await Self.begin()
        let text = String(repeating: "护", count: count)
        let code = try await Self.code {
            _ = try await daemon.handOff(number, "fence", request: text, as: Self.clerk)
        }
        #expect(code == (fits ? nil : count == 0 ? "TEXT_MISSING" : "TEXT_TOO_LONG"))
        #expect(try daemon.handoffs().count == (fits ? 1 : 0))
    }

    @Test("A case has 20 open hand-offs at most")
    func openLimit() async throws {
        let (daemon, number) = try await Self.begin()
        for _ in 1...20 { _ = try await daemon.handOff(number, "lamp", request: "修", as: Self.clerk) }
        #expect(
            try await Self.code { _ = try await daemon.handOff(number, "lamp", request: "修", as: Self.clerk) }
                == "LIMIT"
        )
    }

    @Test("It is kept sealed, and nothing of the matter is told in the journal")
    func sealed() async throws {
        let (daemon, _, handoff) = try await Self.sent()
        let object = try #require(try daemon.store.object(kind: "handoff", id: handoff))
        let text = String(decoding: object.body.bytes, as: UTF8.self)
        #expect(text.hasPrefix("\"sealed:K1:") && !text.contains("糖尿病"))
        let told = try daemon.journal("handoff").map { String(decoding: $0.data.bytes, as: UTF8.self) }
        #expect(!told.isEmpty)
        #expect(!told.contains { $0.contains("糖尿病") || $0.contains("加装护栏") })
    }

    @Test("Both bodies are told of it")
    func told() async throws {
        let (daemon, number, _) = try await Self.sent()
        #expect(try daemon.journal("handoff.received", of: number).map(\.bureau) == ["town"])
        #expect(try daemon.journal("handoff.received").map(\.bureau) == ["town", "water"])
    }

    // MARK: SENT, RECEIVED, TAKEN

    @Test("SENT becomes RECEIVED by itself where the receiver has a plugin, by handing over the slip where it has none")
    func received() async throws {
        let (daemon, number, handoff) = try await Self.sent()
        #expect(try daemon.handoff(handoff).state == .received)
        let slip = try await daemon.handOff(number, "lamp", request: "修", as: Self.clerk)
        #expect(try daemon.handoff(slip).state == .sent)
        #expect(try daemon.handoff(slip).to.isBureau == false)
        #expect(try await Self.code { try await daemon.handoff(slip, .take(), as: Self.clerk) } == "HANDOFF_STATE")
        try await daemon.handoff(slip, .deliver, as: Self.clerk)
        // What an outside body says is written down by the sender's staff.
        try await daemon.handoff(slip, .take(), as: Self.clerk)
        #expect(try daemon.handoff(slip).state == .taken)
    }

    @Test(
        "Taking: NORMAL one working day, URGENT two office hours, LIFE fifteen minutes around the clock",
        arguments: [
            (HandoffUrgency.normal, "2022-07-14T00:00:00+08:00"), (.urgent, "2022-07-12T11:00:00+08:00"),
            (.life, "2022-07-12T09:15:00+08:00"),
        ]
    )
    func takeLimit(urgency: HandoffUrgency, due: String) async throws {
        let due = try #require(Instant(due))
        let (daemon, number, handoff) = try await Self.sent(urgency)
        try await daemon.advance(to: due.adding(milliseconds: -1))
        #expect(try daemon.handoff(handoff).breachedSteps.isEmpty)
        try await daemon.advance(to: due)
        #expect(try daemon.handoff(handoff).breachedSteps == ["take"])
        #expect(try daemon.journal("handoff.breach", of: number).count == 1)
        // It is late, and still to be taken.
        try await daemon.handoff(handoff, .take(), as: Self.water)
        #expect(try daemon.handoff(handoff).breachedSteps == ["take"])
    }

    @Test("A hand-off taken in time is no breach; the receiver's own limit runs from then")
    func finishLimit() async throws {
        let (daemon, _, handoff) = try await Self.sent()
        try await daemon.handoff(handoff, .take(), as: Self.water)
        try await daemon.advance(to: "2022-07-19T23:59:59.999+08:00")
        #expect(try daemon.handoff(handoff).breachedSteps.isEmpty)
        try await daemon.advance(to: "2022-07-20T00:00:00+08:00")
        #expect(try daemon.handoff(handoff).breachedSteps == ["finish"])
    }

    @Test("Only the receiver takes it, only the sender confirms it, only the coordinator decides")
    func roles() async throws {
        let (daemon, _, handoff) = try await Self.sent()
        #expect(try await Self.code { try await daemon.handoff(handoff, .take(), as: Self.clerk) } == "ROLE")
        try await daemon.handoff(handoff, .take(), as: Self.water)
        try await daemon.handoff(handoff, .finish(result: "已装"), as: Self.water)
        #expect(try await Self.code { try await daemon.handoff(handoff, .confirm, as: Self.water) } == "ROLE")
        try await daemon.handoff(handoff, .redo(reason: "未完"), as: Self.clerk)
        try await daemon.handoff(handoff, .finish(result: "已装"), as: Self.water)
        try await daemon.handoff(handoff, .redo(reason: "仍未完"), as: Self.clerk)
        #expect(
            try await Self.code { try await daemon.handoff(handoff, .decide(to: nil, reason: "可"), as: Self.clerk) }
                == "ROLE"
        )
    }

    @Test("The receiver's case and the sender's are linked, in both")
    func links() async throws {
        let (daemon, number, handoff) = try await Self.sent()
        let other = try daemon.call(by: Actor(id: "shui")) { cases throws(EngineError) in
            try cases.open(NewCase(bureau: "water", item: "work", data: ["place": "水库"]), by: Self.water)
        }
        #expect(
            try await Self.code { try await daemon.handoff(handoff, .take(case: number), as: Self.water) }
                == "OTHER_BUREAU"
        )
        #expect(try daemon.handoff(handoff).state == .received)
        try await daemon.handoff(handoff, .take(case: other), as: Self.water)
        #expect(try daemon.handoff(handoff).receiverCase == other)
        #expect(try daemon.case(number).links == [other])
        #expect(try daemon.case(other).links == [number])
    }

    // MARK: BOUNCED

    @Test("RECEIVED becomes BOUNCED with the competent body named; the sender sends it on")
    func bounce() async throws {
        let (daemon, _, handoff) = try await Self.sent()
        #expect(
            try await Self.code {
                try await daemon.handoff(handoff, .bounce(competent: " ", reason: "非职责"), as: Self.water)
            } == "TEXT_MISSING"
        )
        let bounced = try await daemon.handoff(handoff, .bounce(competent: "城管局", reason: "非职责"), as: Self.water)
        #expect(bounced.state == .bounced && bounced.events.last?.to == "城管局")
        let on = try await daemon.handoff(handoff, .redirect(to: "city_order"), as: Self.clerk)
        #expect(on.state == .sent && on.to.id == "city_order")
    }

    @Test(
        "Sending back is possible within two working days of NORMAL",
        arguments: [("2022-07-14T23:59:59.999+08:00", nil), ("2022-07-15T00:00:00+08:00", "BOUNCE_LATE")]
            as [(String, String?)]
    )
    func bounceLimit(moment: String, code: String?) async throws {
        let (daemon, _, handoff) = try await Self.sent()
        try await daemon.advance(to: moment)
        let found = try await Self.code {
            try await daemon.handoff(handoff, .bounce(competent: "城管局", reason: "非职责"), as: Self.water)
        }
        #expect(found == code)
    }

    @Test("What was taken cannot be sent back any more")
    func takenIsKept() async throws {
        let (daemon, _, handoff) = try await Self.sent()
        try await daemon.handoff(handoff, .take(), as: Self.water)
        let code = try await Self.code {
            try await daemon.handoff(handoff, .bounce(competent: "城管局", reason: "非职责"), as: Self.water)
        }
        #expect(code == "HANDOFF_STATE")
    }

    @Test("After two bounces the coordinator decides within one working day; the receiver named cannot send it back")
    func coordinator() async throws {
        let (daemon, _, handoff) = try await Self.sent()
        for turn in 1...2 {
            try await daemon.handoff(handoff, .bounce(competent: "城管局", reason: "非职责"), as: Self.water)
            if turn == 1 { try await daemon.handoff(handoff, .redirect(to: "water"), as: Self.clerk) }
        }
        #expect(try daemon.handoff(handoff).state == .referred)
        #expect(
            try await Self.code { try await daemon.handoff(handoff, .redirect(to: "water"), as: Self.clerk) }
                == "HANDOFF_STATE"
        )
        // There is no result yet that could stand.
        let none = try await Self.code {
            try await daemon.handoff(handoff, .decide(to: nil, reason: "可"), as: Self.coordinator)
        }
        #expect(none == "NO_RESULT")
        try await daemon.advance(to: "2022-07-13T23:59:59.999+08:00")
        #expect(try daemon.handoff(handoff).breachedSteps.isEmpty)
        try await daemon.advance(to: "2022-07-14T00:00:00+08:00")
        #expect(try daemon.handoff(handoff).breachedSteps == ["decide"])
        try await daemon.handoff(handoff, .decide(to: "water", reason: "属水利"), as: Self.coordinator)
        #expect(try daemon.handoff(handoff).state == .received)
        let again = try await Self.code {
            try await daemon.handoff(handoff, .bounce(competent: "城管局", reason: "非职责"), as: Self.water)
        }
        #expect(again == "BINDING")
        try await daemon.handoff(handoff, .take(), as: Self.water)
    }

    // MARK: DONE, CONFIRMED, REDO

    @Test("TAKEN becomes DONE with result and evidence, then CONFIRMED by the sender")
    func confirm() async throws {
        let (daemon, number, handoff) = try await Self.sent()
        try await daemon.handoff(handoff, .take(), as: Self.water)
        #expect(
            try await Self.code { try await daemon.handoff(handoff, .finish(result: ""), as: Self.water) }
                == "TEXT_MISSING"
        )
        let hashes = (1...20).map { "h\($0)" }
        #expect(
            try await Self.code {
                try await daemon.handoff(handoff, .finish(result: "已装", evidence: hashes + ["h21"]), as: Self.water)
            } == "TOO_MANY_FILES"
        )
        let done = try await daemon.handoff(handoff, .finish(result: "已装", evidence: hashes), as: Self.water)
        #expect(done.result == "已装" && done.evidence == hashes && done.state == .done)
        try await daemon.handoff(handoff, .confirm, as: Self.clerk)
        #expect(try daemon.handoff(handoff).state == .confirmed)
        #expect(try daemon.state(of: number) == "HELPED")
    }

    @Test("DONE confirms itself after three working days, once, late when the daemon was down")
    func confirmsItself() async throws {
        let (daemon, number, handoff) = try await Self.sent()
        try await daemon.handoff(handoff, .take(), as: Self.water)
        try await daemon.handoff(handoff, .finish(result: "已装"), as: Self.water)
        try await daemon.advance(to: "2022-07-15T23:59:59.999+08:00")
        #expect(try daemon.handoff(handoff).state == .done)
        try await daemon.isDown(until: "2022-07-18T09:00:00+08:00")
        #expect(try daemon.handoff(handoff).state == .confirmed)
        #expect(try daemon.handoff(handoff).breachedSteps.isEmpty)
        let told = try daemon.journal("handoff.confirmed", of: number)
        #expect(told.count == 1)
        #expect(try told.first?.data.parsed()["late_by"] == .integer((2 * 24 + 9) * 3_600_000))
        #expect(try daemon.state(of: number) == "HELPED")
    }

    @Test("DONE becomes REDO once, with a reason; the second refusal goes to the coordinator, who may let it stand")
    func redo() async throws {
        let (daemon, number, handoff) = try await Self.sent()
        try await daemon.handoff(handoff, .take(), as: Self.water)
        try await daemon.handoff(handoff, .finish(result: "已装"), as: Self.water)
        #expect(
            try await Self.code { try await daemon.handoff(handoff, .redo(reason: ""), as: Self.clerk) }
                == "TEXT_MISSING"
        )
        try await daemon.handoff(handoff, .redo(reason: "高度不够"), as: Self.clerk)
        #expect(try daemon.handoff(handoff).state == .redo)
        try await daemon.handoff(handoff, .finish(result: "已加高"), as: Self.water)
        try await daemon.handoff(handoff, .redo(reason: "仍不够"), as: Self.clerk)
        #expect(try daemon.handoff(handoff).state == .referred)
        try await daemon.handoff(handoff, .decide(to: nil, reason: "符合标准"), as: Self.coordinator)
        #expect(try daemon.handoff(handoff).state == .confirmed)
        #expect(try daemon.state(of: number) == "HELPED")
    }

    // MARK: The sender's case

    @Test("A case that waits for a hand-off is not closed before it is confirmed")
    func notClosed() async throws {
        let (daemon, number) = try await Self.begin(pauses: false)
        let handoff = try await daemon.handOff(number, "lamp", request: "修", as: Self.clerk)
        #expect(try await Self.code { try await daemon.act(number, "done", as: Self.clerk) } == "HANDOFF_OPEN")
        #expect(try daemon.state(of: number) == "OPEN")
        try await daemon.handoff(handoff, .withdraw(reason: "不需要了"), as: Self.clerk)
        try await daemon.act(number, "done", as: Self.clerk)
        #expect(try daemon.state(of: number) == "DONE")
    }

    @Test("When the applicant withdraws, the hand-offs of the case are withdrawn, and the receiver is told")
    func applicantWithdraws() async throws {
        let (daemon, _) = try await Self.begin(pauses: false)
        let own = try await daemon.open("matter", as: Self.citizen, ["place": "塘"])
        let handoff = try await daemon.handOff(own, "fence", request: "加装", as: Self.clerk)
        try await daemon.act(own, "withdraw", as: Self.citizen)
        #expect(try daemon.state(of: own) == "GONE")
        #expect(try daemon.handoff(handoff).state == .withdrawn)
        #expect(try daemon.journal("handoff.withdrawn").map(\.bureau).contains("water"))
        #expect(try await Self.code { try await daemon.handoff(handoff, .take(), as: Self.water) } == "HANDOFF_STATE")
    }

    @Test("The sender's clock stands only where its item lists OTHER_BUREAU, until the last hand-off has ended")
    func pause() async throws {
        let (daemon, number, handoff) = try await Self.sent()
        #expect(try daemon.state(of: number) == "SUSPENDED")
        #expect(try daemon.due("work", of: number) == nil)
        let second = try await daemon.handOff(number, "fence", request: "再加", as: Self.clerk)
        for one in [handoff, second] {
            #expect(try daemon.state(of: number) == "SUSPENDED")
            try await daemon.handoff(one, .take(), as: Self.water)
            try await daemon.handoff(one, .finish(result: "已装"), as: Self.water)
            try await daemon.advance(to: one == handoff ? "2022-07-13T09:00:00+08:00" : "2022-07-14T09:00:00+08:00")
            try await daemon.handoff(one, .confirm, as: Self.clerk)
        }
        #expect(try daemon.state(of: number) == "HELPED")

        let (other, plain) = try await Self.begin(pauses: false)
        _ = try await other.handOff(plain, "fence", request: "加装", as: Self.clerk)
        #expect(try other.state(of: plain) == "OPEN")
        #expect(try other.due("work", of: plain) != nil)
    }

    @Test("A case that hands two matters on goes on when the last has ended, and withdraws neither")
    func two() async throws {
        let (daemon, number) = try await Self.begin(pauses: false)
        let first = try await daemon.handOff(number, "fence", request: "加装", as: Self.clerk)
        let second = try await daemon.handOff(number, "fence", request: "再加", as: Self.clerk)
        for one in [first, second] {
            try await daemon.handoff(one, .take(), as: Self.water)
            try await daemon.handoff(one, .finish(result: "已装"), as: Self.water)
        }
        try await daemon.handoff(first, .confirm, as: Self.clerk)
        #expect(try daemon.state(of: number) == "OPEN")
        #expect(try daemon.handoff(second).state == .done)
        let told = try daemon.journal("case.event", of: number).map { try $0.data.parsed()["event"]?.stringValue }
        #expect(told.contains("handoff.part.confirmed") && !told.contains("handoff.confirmed"))
        try await daemon.handoff(second, .confirm, as: Self.clerk)
        #expect(try daemon.state(of: number) == "HELPED")
    }

    @Test("A case suspended by hand hears of the end of its hand-off when it goes on")
    func suspendedByHand() async throws {
        let (daemon, number) = try await Self.begin()
        let handoff = try await daemon.handOff(number, "lamp", request: "修", as: Self.clerk)
        try await daemon.act(number, "suspend", as: Self.clerk, ["reason": "OTHER_BUREAU", "note": "等"])
        for step in [TestDaemon.HandoffVerb.deliver, .take(), .finish(result: "已修"), .confirm] {
            try await daemon.handoff(handoff, step, as: Self.clerk)
        }
        #expect(try daemon.state(of: number) == "SUSPENDED")
        try await daemon.act(number, "resume", as: Self.clerk)
        #expect(try daemon.state(of: number) == "HELPED")
    }

    @Test("Past the limit of the suspension a hand-off's end does not resume the case: somebody has to decide")
    func pastTheLimit() async throws {
        let (daemon, number, handoff) = try await Self.sent()
        try await daemon.handoff(handoff, .take(), as: Self.water)
        try await daemon.handoff(handoff, .finish(result: "已装"), as: Self.water)
        try await daemon.handoff(handoff, .redo(reason: "高度不够"), as: Self.clerk)
        try await daemon.advance(to: "2022-12-12T09:00:00+08:00")
        try await daemon.handoff(handoff, .finish(result: "已加高"), as: Self.water)
        try await daemon.handoff(handoff, .confirm, as: Self.clerk)
        #expect(try daemon.state(of: number) == "SUSPENDED")
        try await daemon.act(number, "resume", as: Self.clerk)
        #expect(try daemon.state(of: number) == "HELPED")
    }

    @Test("A hand-off that is declared not to pause leaves the clock running")
    func running() async throws {
        let (daemon, number) = try await Self.begin()
        _ = try await daemon.handOff(number, "lamp", request: "修", as: Self.clerk)
        #expect(try daemon.state(of: number) == "OPEN")
        #expect(try daemon.due("work", of: number) != nil)
    }

    @Test("What nobody declared, or a case that is closed, cannot be handed on")
    func unknown() async throws {
        let (daemon, number) = try await Self.begin(pauses: false)
        let none = try await Self.code { _ = try await daemon.handOff(number, "none", request: "修", as: Self.clerk) }
        #expect(none == "NO_HANDOFF")
        try await daemon.act(number, "done", as: Self.clerk)
        let closed = try await Self.code { _ = try await daemon.handOff(number, "lamp", request: "修", as: Self.clerk) }
        #expect(closed == "CLOSED")
        let stranger = try await Self.code {
            _ = try await daemon.handOff(number, "lamp", request: "修", as: Self.water)
        }
        #expect(stranger == "ROLE")
    }
}
