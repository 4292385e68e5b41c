// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import MarketBureau

@Suite("Market: orders to rectify")
struct OrderTests {
    @Test(
        "Given an order issued 2022-07-12 with 3 WD, when there is no claim, then due 2022-07-15 24:00 and on 07-16 00:00 breach + recheck task due 2022-07-19"
    )
    func unclaimed() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T10:00:00+08:00")
        // 3 working days are what the rules say when the order does not.
        let number = try await Bench.order(daemon, on: "2022-07-12")
        #expect(try daemon.due("rectify", of: number) == .end(of: "2022-07-15"))
        try await daemon.advance(to: "2022-07-15T23:59:59+08:00")
        #expect(try daemon.state(of: number) == "ORDERED")
        #expect(try daemon.journal("due.breach", of: number).isEmpty)
        try await daemon.advance(to: "2022-07-16T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "OVERDUE")
        #expect(try daemon.deadline("rectify", of: number).state == .breached)
        #expect(try daemon.journal("due.breach", of: number).count == 1)
        #expect(try daemon.due("recheck", of: number) == .end(of: "2022-07-19"))
        let task = try #require(try daemon.work(of: number).first)
        #expect(task.due == .end(of: "2022-07-19"))
        #expect(
            try daemon.notices(of: number).map(\.topic).suffix(3) == [
                "order.overdue", "rectify.overdue", "rectify.overdue",
            ]
        )
    }

    @Test(
        "Given an order issued 2022-09-28 with 2 WD, then due 2022-09-30; issued 2022-09-29, then due Saturday 2022-10-08 (make-up day)",
        arguments: [("2022-09-28", 2, "2022-09-30"), ("2022-09-29", 2, "2022-10-08")] as [(String, Int64, String)]
    )
    func overTheHoliday(issued: String, days: Int64, due: String) async throws {
        let daemon = try Bench.daemon(at: "\(issued)T10:00:00+08:00")
        let number = try await Bench.order(daemon, on: issued, days: days)
        #expect(try daemon.due("rectify", of: number) == .end(of: due))
        #expect(try daemon.data(of: number)["ordered_on"] == .string(issued))
    }

    @Test(
        "Given a failed inspection, when the order is on the spot, at the maximum or above it, then today, taken, refused"
    )
    func days() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T10:00:00+08:00")
        let spot = try await Bench.order(daemon, on: "2022-07-12", days: 0)
        #expect(try daemon.due("rectify", of: spot) == .end(of: "2022-07-12"))
        let long = try await Bench.inspect(daemon, of: Bench.pharmacy, on: "2022-07-12")
        let over = try await refusal { try await daemon.act(long, "order", as: Bench.inspector, ["days": 61]) }
        #expect(over?.formFaults == ["days: range"])
        try await daemon.act(long, "order", as: Bench.inspector, ["days": 60])
        #expect(try daemon.state(of: long) == "ORDERED")
        let twice = try await refusal { try await daemon.act(long, "order", as: Bench.inspector) }
        #expect(twice?.refusalCode == "CLOSED")
        #expect(try daemon.numbers(of: "order").count == 2)
    }

    @Test("Given a failed inspection, when no order is issued that day, then that is a breach")
    func sameDay() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T10:00:00+08:00")
        let number = try await Bench.inspect(daemon, on: "2022-07-12")
        #expect(try daemon.due("order", of: number) == .end(of: "2022-07-12"))
        try await daemon.advance(to: "2022-07-13T00:00:00+08:00")
        #expect(try daemon.deadline("order", of: number).state == .breached)
        #expect(try daemon.state(of: number) == "FAILED")
    }

    @Test("Given an order, when the business claims, then two inspectors recheck within 2 WD and somebody else closes")
    func rectified() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T10:00:00+08:00")
        let number = try await Bench.order(daemon, on: "2022-07-12")
        try await daemon.act(number, "claim", as: Bench.citizen, ["note": "已下架"])
        #expect(try daemon.state(of: number) == "CLAIMED")
        #expect(try daemon.due("recheck", of: number) == .end(of: "2022-07-14"))
        let alone = try await refusal {
            try await daemon.act(number, "recheckOk", as: Bench.inspector, ["second": "inspector1"])
        }
        #expect(alone?.refusalCode == "TWO_INSPECTORS")
        try await daemon.act(number, "recheckOk", as: Bench.inspector, ["second": "inspector2"])
        #expect(try daemon.state(of: number) == "RECHECK_OK")
        let own = try await refusal { try await daemon.act(number, "close", as: Bench.inspector) }
        #expect(own?.refusalCode == "FOUR_EYES")
        try await daemon.act(number, "close", as: Bench.clerk)
        #expect(try daemon.state(of: number) == "CLOSED")
    }

    @Test(
        "Given a business with an account, when somebody else claims for it, then NOT_YOURS; its account and inspectors may"
    )
    func account() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T10:00:00+08:00")
        try daemon.put(
            "entity",
            Bench.market,
            Bench.entity().adding("uscc", .string(Bench.market)).adding("account", "shop")
        )
        let number = try await Bench.order(daemon, on: "2022-07-12")
        let stranger = try await refusal { try await daemon.act(number, "claim", as: Bench.citizen) }
        #expect(stranger?.refusalCode == "NOT_YOURS")
        try await daemon.act(number, "claim", as: .person("shop", "citizen"))
        #expect(try daemon.state(of: number) == "CLAIMED")
    }

    @Test(
        "Given a failed recheck, when who found it files the case, then FOUR_EYES; the head who did not may, within 15 WD and 15 more"
    )
    func filed() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T10:00:00+08:00")
        let number = try await Bench.order(daemon, on: "2022-07-12")
        let both = PersonView.person("inspector1", "market:inspector", "market:head")
        try await daemon.act(number, "claim", as: Bench.inspector)
        try await daemon.act(number, "recheckBad", as: both, ["second": "inspector2", "recheck_note": "仍未改正"])
        #expect(try daemon.due("verify", of: number) == .end(of: "2022-08-02"))
        try await daemon.act(number, "extend", as: Bench.head, ["reason": "须鉴定"])
        #expect(try daemon.due("verify", of: number) == .end(of: "2022-08-23"))
        let own = try await refusal { try await daemon.act(number, "file", as: both) }
        #expect(own?.refusalCode == "FOUR_EYES")
        try await daemon.act(number, "file", as: Bench.head)
        #expect(try daemon.state(of: number) == "CASE_FILED")
        #expect(try daemon.data(of: number)["case_no"] == .string("LA-\(number)"))
        #expect(try daemon.record("filing", "LA-\(number)")?["filed_by"] == "head")
    }

    @Test("Given an overdue order, when the head files it, then CASE_FILED without a recheck")
    func filedWhenOverdue() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T10:00:00+08:00")
        let number = try await Bench.order(daemon, on: "2022-07-12")
        let early = try await refusal { try await daemon.act(number, "file", as: Bench.head) }
        #expect(early?.refusalCode == "NOT_POSSIBLE")
        try await daemon.advance(to: "2022-07-16T00:00:00+08:00")
        try await daemon.act(number, "file", as: Bench.head)
        #expect(try daemon.state(of: number) == "CASE_FILED")
    }

    @Test(
        "Given a disputed recheck, when the same pair looks again, then OTHER_INSPECTORS; another pair decides within 2 WD, and the old result stands meanwhile"
    )
    func disputed() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T10:00:00+08:00")
        let number = try await Bench.order(daemon, on: "2022-07-12")
        try await daemon.act(number, "claim", as: Bench.citizen)
        try await daemon.act(number, "recheckBad", as: Bench.inspector, ["second": "inspector2", "recheck_note": "未改"])
        try await daemon.act(number, "dispute", as: Bench.citizen, ["dispute": "已改正"])
        #expect(try daemon.state(of: number) == "RECHECK_DISPUTED+DISPUTED")
        #expect(try daemon.data(of: number)["recheck_result"] == "FAIL")
        #expect(try daemon.due("review", of: number) == .end(of: "2022-07-14"))
        // Nothing new is built on what is disputed.
        let filed = try await refusal { try await daemon.act(number, "file", as: Bench.head) }
        #expect(filed?.refusalCode == "NOT_POSSIBLE")
        for (one, other) in [(Bench.inspector, "inspector3"), (Bench.inspector3, "inspector2")] {
            let same = try await refusal {
                try await daemon.act(number, "recheckOk", as: one, ["second": .string(other)])
            }
            #expect(same?.refusalCode == "OTHER_INSPECTORS")
        }
        try await daemon.act(number, "recheckOk", as: Bench.inspector3, ["second": "inspector4"])
        #expect(try daemon.state(of: number) == "RECHECK_OK")
    }

    @Test(
        "Given a business that closed down, when it is visited a second time on a later day, then NO_SUBJECT; not at the first visit"
    )
    func closedDown() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T10:00:00+08:00")
        let number = try await Bench.order(daemon, on: "2022-07-12", days: 5)
        let gone: JSONObject = ["visit_note": "已搬离"]
        func code(_ action: String) async throws -> String? {
            try await refusal { try await daemon.act(number, action, as: Bench.inspector, gone) }?.refusalCode
        }
        #expect(try await code("noSubject") == "SECOND_VISIT")
        try await daemon.act(number, "absent", as: Bench.inspector, gone)
        #expect(try await code("absent") == "SAME_DAY")
        #expect(try await code("noSubject") == "SECOND_VISIT")
        try await daemon.advance(to: "2022-07-13T10:00:00+08:00")
        try await daemon.act(number, "noSubject", as: Bench.inspector, gone)
        #expect(try daemon.state(of: number) == "NO_SUBJECT")
    }

    @Test("Given a wrong credit code, when it is corrected, then the orders of the business stay with it")
    func rekeyed() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T10:00:00+08:00")
        let number = try await Bench.order(daemon, on: "2022-07-12")
        let changed = try daemon.correct(Bench.market, to: Bench.pharmacy, askedBy: Bench.clerk, decidedBy: Bench.head)
        #expect(changed.contains(number))
        #expect(try daemon.data(of: number)["entity"] == .string(Bench.pharmacy))
        #expect(try daemon.numbers(about: Bench.market).contains(number))
        try await daemon.act(number, "claim", as: Bench.inspector)
    }

    @Test(
        "Given an order of 3 WD, when its last day comes near, then the business and the inspectors are told the working day before"
    )
    func reminded() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T10:00:00+08:00")
        try Bench.put(daemon, Bench.market, "MARKET")
        let number = try await Bench.order(daemon, on: "2022-07-12")
        #expect(try daemon.data(of: number)["phone"] == "13800138000")
        #expect(try daemon.notices(of: number).map(\.topic) == ["order.issued"])
        try await daemon.advance(to: "2022-07-13T23:59:59+08:00")
        #expect(try daemon.notices(of: number).count == 1)
        try await daemon.advance(to: "2022-07-14T00:00:00+08:00")
        #expect(try daemon.notices(of: number).map(\.topic).suffix(2) == ["order.tomorrow", "rectify.tomorrow"])
        // On the spot there is nothing to be reminded of.
        let spot = try await Bench.order(daemon, of: Bench.pharmacy, on: "2022-07-14", days: 1)
        try await daemon.advance(to: "2022-07-15T23:59:59+08:00")
        #expect(try daemon.notices(of: spot).map(\.topic) == ["order.issued"])
    }

    @Test("Given an order, when a crime is suspected, then the order is suspended while public security has it")
    func crime() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T10:00:00+08:00")
        let number = try await Bench.order(daemon, on: "2022-07-12")
        try await daemon.act(number, "crime", as: Bench.clerk, ["request": "涉嫌生产销售有毒有害食品"])
        #expect(try daemon.state(of: number) == "SUSPENDED")
        #expect(try daemon.due("rectify", of: number) == nil)
        #expect(try daemon.handoffs().map(\.to.id) == ["public-security"])
    }
}
