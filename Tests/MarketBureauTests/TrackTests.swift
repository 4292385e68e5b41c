// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import BureauTesting
@testable import MarketBureau

@Suite("Market: meetings, pairing, bulletins, figures")
struct TrackTests {
    @Test(
        "Given a meeting, when it resolves two things with a day, then each is a task of its owner, and the meeting closes with the last"
    )
    func meeting() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        let number = try await daemon.open("meeting", as: Bench.dispatcher, ["track": "TEAM", "date": "2022-07-12"])
        let resolutions: JSON = [
            ["text": "补充防护物资", "owner": "clerk", "due": "2022-07-15"], ["text": "完善台账", "due": "2022-07-18"],
            ["text": "学习通知精神"],
        ]
        try await daemon.act(
            number,
            "hold",
            as: Bench.dispatcher,
            ["attendees": ["甲", "乙"], "resolutions": resolutions]
        )
        #expect(try daemon.state(of: number) == "HELD")
        let tasks = try daemon.numbers(of: "resolution")
        #expect(tasks.count == 2)
        #expect(try daemon.due("do", of: tasks[0]) == .end(of: "2022-07-15"))
        let other = try await refusal { try await daemon.act(tasks[0], "done", as: Bench.second, ["result": "已办"]) }
        #expect(other?.refusalCode == "NOT_OWNER")
        try await daemon.act(tasks[0], "done", as: Bench.clerk, ["result": "已补充"])
        #expect(try daemon.state(of: number) == "HELD")
        try await daemon.advance(to: "2022-07-19T00:00:00+08:00")
        #expect(try daemon.deadline("do", of: tasks[1]).state == .breached)
        try await daemon.act(tasks[1], "done", as: Bench.second, ["result": "已完善"])
        #expect(try daemon.state(of: number) == "CLOSED")

        let learning = try await daemon.open("meeting", as: Bench.head, ["track": "SUPERVISION", "date": "2022-07-19"])
        try await daemon.act(learning, "hold", as: Bench.head, ["attendees": ["甲"]])
        #expect(try daemon.state(of: learning) == "CLOSED")
    }

    @Test(
        "Given three tracks, when the third has nothing recorded, then the report prints no data for THOUGHT, not zero"
    )
    func noData() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        let number = try await daemon.open("meeting", as: Bench.dispatcher, ["track": "TEAM", "date": "2022-07-12"])
        let resolutions: JSON = [["text": "补充防护物资", "due": "2022-07-15"]]
        try await daemon.act(number, "hold", as: Bench.dispatcher, ["attendees": ["甲"], "resolutions": resolutions])
        let report = try daemon.report("tracks", "2022-07")
        #expect(report.rows.map(\.id) == ["SUPERVISION", "TEAM", "THOUGHT"])
        func cells(_ row: Int) -> [String] {
            zip(report.columns, report.rows[row].cells).prefix(2).map { $1.text(isShare: $0.isShare).en }
        }
        #expect(cells(1) == ["1", "1"])
        #expect(cells(2) == ["—", "—"])
        #expect(report.rows[2].cells[2].text(isShare: true).en == "—")
        #expect(report.total.cells.prefix(2).map(\.n) == [1, 1])
    }

    @Test(
        "Given the paired village, when 10 days have passed, then a visit is due, and none once the pairing has ended"
    )
    func pairing() async throws {
        let daemon = try Bench.daemon(at: "2022-07-01T08:00:00+08:00")
        let pairing: JSONObject = [
            "village": .string(Bench.baidingshan), "leader": "head", "from": "2022-07-01", "to": "2022-07-20",
        ]
        let wrong = #expect(throws: EngineError.self) {
            try daemon.put("pairing", Bench.baidingshan, pairing.adding("to", "2022-06-30"))
        }
        #expect(wrong?.refusalCode == "END_AFTER_START")
        try daemon.put("pairing", Bench.baidingshan, pairing)
        try await daemon.advance(to: "2022-07-01T09:00:00+08:00")
        try await daemon.advance(to: "2022-07-11T09:00:00+08:00")
        let visits = try daemon.numbers(of: "visit")
        #expect(try visits.map { try daemon.data(of: $0)["period"] } == ["2022-07-01", "2022-07-11"])
        #expect(try daemon.due("visit", of: visits[1]) == .end(of: "2022-07-21"))
        let done: JSONObject = ["visited_on": "2022-07-12", "findings": "走访两户"]
        let ahead = try await refusal { try await daemon.act(visits[1], "visited", as: Bench.head, done) }
        #expect(ahead?.refusalCode == "FUTURE")
        try await daemon.advance(to: "2022-07-12T09:00:00+08:00")
        try await daemon.act(visits[1], "visited", as: Bench.head, done)
        try await daemon.advance(to: "2022-08-01T09:00:00+08:00")
        #expect(try daemon.numbers(of: "visit").count == 2)
    }

    @Test(
        "Given the daily, weekly and monthly bulletins, when their time comes, then each is kept and the head is told"
    )
    func bulletins() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T16:59:00+08:00")
        try await daemon.open("complaint", as: Bench.citizen, Bench.complaint)
        try await daemon.advance(to: "2022-07-12T17:00:00+08:00")
        let daily = try #require(try daemon.record("bulletin", "daily|2022-07-12"))
        #expect(daily["figures"]?["complaints"] == "1" && daily["figures"]?["dispatches"] == "0")
        // The last working day of the week, at three.
        try await daemon.advance(to: "2022-07-15T15:00:00+08:00")
        let weekly = try #require(try daemon.record("bulletin", "tracks|2022-W28"))
        #expect(weekly["rows"]?["THOUGHT"]?["meetings"] == "—")
        // The fifth of August, of July.
        #expect(try daemon.schedule("statistics").nextDue == "2022-08-05T09:00:00+08:00")
        try await daemon.advance(to: "2022-08-05T09:00:00+08:00")
        let monthly = try #require(try daemon.record("bulletin", "monthly|2022-07"))
        #expect(monthly["figures"]?["complaints"] == "1")
        #expect(monthly["figures"]?["coverage"] == "—")
        #expect(try daemon.notices().contains { $0.topic == "bulletin.monthly" && $0.to == "head" })
    }

    @Test("Given a week without a working day, when the next one ends, then its coordination report covers both")
    func holidayWeek() async throws {
        let daemon = try Bench.daemon(at: "2022-01-28T16:00:00+08:00")
        try await daemon.advance(to: "2022-02-11T15:00:00+08:00")
        #expect(try daemon.runs(of: "coordination").map(\.period) == ["2022-W04", "2022-W06"])
        // Sunday 30 January was a working day, the week after it had none.
        #expect(try daemon.record("bulletin", "tracks|2022-W05") != nil)
        #expect(try daemon.record("bulletin", "tracks|2022-W06") != nil)
    }

    @Test(
        "Given inspections, orders and dispatches, when figures are asked, then coverage, pass rate by first inspection, rectified and response in time"
    )
    func figures() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        try Bench.putTeams(daemon)
        try Bench.put(daemon, Bench.market, "MARKET")
        try Bench.put(daemon, Bench.pharmacy, "PHARMACY")
        try Bench.put(daemon, "340602600000012", "PHARMACY")
        // Failed at first, passed at the second inspection of the same campaign: the first one counts.
        let failed = try await Bench.inspect(daemon, of: Bench.pharmacy, on: "2022-07-12", campaign: "药店")
        try await daemon.act(failed, "order", as: Bench.inspector)
        let order = try #require(try daemon.numbers(of: "order").first)
        try await daemon.act(order, "claim", as: Bench.inspector)
        try await daemon.act(order, "recheckOk", as: Bench.inspector, ["second": "inspector2"])
        try await daemon.act(order, "close", as: Bench.clerk)
        _ = try await Bench.inspect(daemon, of: Bench.market, on: "2022-07-12", items: [Bench.passedItem])
        let late = try await Bench.order(daemon, of: "340602600000012", on: "2022-07-12", days: 1)

        let dispatch = try await daemon.open("dispatch", as: Bench.liaison, Bench.dispatch())
        let slow = try await daemon.open("dispatch", as: Bench.liaison, Bench.dispatch(team: "2"))
        try await daemon.act(dispatch, "answer", as: Bench.captain)
        try await daemon.act(dispatch, "arrive", as: Bench.captain)
        try await daemon.act(dispatch, "return", as: Bench.captain, ["attendance": ["captain1"]])
        try await daemon.act(dispatch, "confirm", as: Bench.liaison)
        try await daemon.advance(to: "2022-07-12T09:20:00+08:00")
        try await daemon.act(slow, "answer", as: .person("captain2", "market:captain"))
        try await daemon.advance(to: "2022-07-13T09:00:00+08:00")
        let again = try await Bench.inspect(
            daemon,
            of: Bench.pharmacy,
            on: "2022-07-13",
            items: [Bench.passedItem],
            campaign: "药店"
        )
        #expect(try daemon.data(of: again)["first"] == false)
        try await daemon.advance(to: "2022-07-14T00:00:00+08:00")
        #expect(try daemon.state(of: late) == "OVERDUE")

        func text(_ report: ReportDocument, _ figure: String, _ row: ReportDocument.Row? = nil) -> String? {
            report.columns.firstIndex { $0.id == figure }.map {
                (row ?? report.total).cells[$0].text(isShare: report.columns[$0].isShare).en
            }
        }
        let kinds = try daemon.report("coverage", "2022-07")
        let pharmacies = try #require(kinds.rows.first { $0.id == "PHARMACY" })
        #expect(text(kinds, "coverage", pharmacies) == "100.00")
        #expect(text(kinds, "passRate", pharmacies) == "0.00")
        #expect(text(kinds, "coverage", kinds.rows.first { $0.id == "LODGING" }) == "—")
        #expect(text(kinds, "passRate") == "33.33")

        let orders = try daemon.report("orders", "2022-07")
        #expect(text(orders, "ordersDue") == "2" && text(orders, "rectified") == "1")
        #expect(text(orders, "rectifiedRate") == "50.00" && text(orders, "overdue") == "1")

        let teams = try daemon.report("teams", "2022-07")
        #expect(text(teams, "responseRate") == "50.00")
        #expect(text(teams, "personTimes") == "8" && text(teams, "volunteerMinutes") == "600")
        #expect(text(teams, "responseRate", teams.rows.first { $0.id == "2" }) == "0.00")
    }

    @Test(
        "Given a grid event of the market's, when the grid hands it on, then a complaint is opened here and its time runs from the receipt"
    )
    func grid() async throws {
        let daemon = try Bench.daemon(at: "2022-07-12T09:00:00+08:00")
        try daemon.declare(beside: Self.grid)
        let leader = PersonView.person("leader", "grid:leader")
        let sender = try daemon.call(by: Actor(id: leader.id)) { cases throws(EngineError) in
            try cases.openCase(
                NewCase(
                    bureau: "grid",
                    item: "event",
                    data: [
                        "class": "MARKET", "place": "某超市", "matter": "出售过期食品", "village_code": .string(Bench.village),
                        "reporter": "群众甲",
                    ]
                ),
                by: leader
            )
        }
        try daemon.call(by: Actor(id: leader.id)) { cases throws(EngineError) in
            try cases.takeAction("hand", in: sender, data: [:], revision: nil, by: leader)
        }
        try await daemon.advance(to: "2022-07-12T09:00:00+08:00")
        let complaint = try #require(try daemon.numbers(of: "complaint").first)
        let data = try daemon.data(of: complaint)
        #expect(data["source"] == "GRID" && data["grid_case"] == .string(sender))
        #expect(data["respondent"] == "某超市" && data["matter"] == "出售过期食品")
        #expect(try daemon.due("accept", of: complaint) == .end(of: "2022-07-21"))
        #expect(try daemon.case(complaint).record.area == Bench.village)
        // What is sensitive stayed in the hand-off.
        #expect(try !daemon.tasks().contains { $0.payload?.text.contains("群众甲") ?? false })
        let handoff = try #require(
            try daemon.cases.handoffs.handoffs(.to, "market", limit: .max).first
        )
        #expect(handoff.receiverCase == complaint && handoff.state == .received)
        #expect(try daemon.case(complaint).links == [sender])
        try await daemon.handoff(handoff.number, .take(), as: Bench.clerk)
        #expect(try daemon.handoff(handoff.number).receiverCase == complaint)
    }

    /// A grid bureau that hands market matters on.
    static var grid: BureauDefinition {
        BureauDefinition("grid", "网格中心", "Grid centre", about: ("测试。", "A test."), prefix: "WG") {
            Role("leader", "网格长", "Grid leader")
            Handoff(
                "market",
                "市场类事件",
                "Market events",
                to: "market",
                "市场监管",
                "Market supervision",
                sharing: ["place", "matter", "village_code", "reporter"]
            )
            Item("event", "事件", "Event", about: ("网格事件。", "An event."), openedBy: ["leader"], area: "village_code") {
                Form {
                    Field("class", "类别", "Class").required()
                    Field("place", "地点", "Place")
                    Field("matter", "事项", "Matter")
                    Field("village_code", "村", "Village", .area)
                    Field("reporter", "反映人", "Reporter").sensitive()
                }
                Flow {
                    State("OPEN", "开", "Open") {
                        Action("hand", "移交", "Hand on", by: "leader") {
                            HandsOver("market", request: text("市场类事件:", value("matter")))
                        }
                        Action("close", "办结", "Close", by: "leader", to: "DONE")
                    }
                    .untimed()
                    Final("DONE", "办结", "Done")
                }
            }
        }
    }
}
