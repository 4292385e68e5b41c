// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import TongbanModel

/// Who paid so much himself that he may fall back into poverty: above a line of the rules, by single stay or by all of the
/// year, for monitored persons and for other rural residents.
extension Medical {
    static var highCostHandlers: [any BureauPart] {
        [
            Handler("highcost.list", "高额费用名单", "List high payments") { task, daemon in
                guard let window = Self.window(of: task) else {
                    throw TaskFailure("the task names no period", isFatal: true)
                }
                let rules = RuleBook.current
                let ofMonitored = task.payload["monitored"] == true
                let line = rules.money(ofMonitored ? "highcost.monitored" : "highcost.rural").amount
                let stays = Dictionary(grouping: try await daemon.records("stay").map(\.data)) {
                    $0["person"]?.stringValue ?? ""
                }
                return stays.sorted { $0.key < $1.key }.compactMap { person, stays in
                    // What he is now, by his last stay.
                    guard
                        let last = stays.max(by: { ($0["left"]?.stringValue ?? "") < ($1["left"]?.stringValue ?? "") }),
                        (last["category"] == "MONITORED") == ofMonitored, ofMonitored || last["rural"] == true,
                        let amount = Self.payment(
                            of: stays,
                            in: window,
                            isSingle: rules.text("highcost.base") == "SINGLE",
                            above: line
                        )
                    else { return nil }
                    var data: JSONObject = [
                        "person": .string(person), "amount": .integer(amount), "period": .string(window.name),
                    ]
                    if let village = last["village_code"], !village.isNull { data["village_code"] = village }
                    return .open(item: "high_cost", data: data)
                }
            }
        ]
    }

    /// The days a list is about.
    private struct Window {
        var first: CivilDay
        var last: CivilDay
        var name: String
    }

    /// The month before; of a list that comes every few days, the days since the one before.
    private static func window(of task: HandledTask) -> Window? {
        guard let period = task.payload["period"]?.stringValue, let from = Self.day(task.payload["from"]) else {
            return nil
        }
        let last = from.adding(days: -1)
        guard ReportPeriod(period)?.kind == .month else {
            let days = RuleBook.current.integer("highcost.days")
            return Window(first: from.adding(days: -days), last: last, name: "\(from.adding(days: -days))..\(last)")
        }
        return Window(first: from.adding(months: -1), last: last, name: String(last.description.prefix(7)))
    }

    /// What somebody paid when it is above the line: the dearest stay of the days, or all of the year up to their end when
    /// that went above it in these days.
    private static func payment(of stays: [JSONObject], in window: Window, isSingle: Bool, above line: Int64) -> Int64?
    {
        func paid(from first: CivilDay, through last: CivilDay) -> [Int64] {
            stays.compactMap { stay in
                guard let left = Self.day(stay["left"]), first <= left, left <= last else { return nil }
                return stay["own_payment"]?.integerValue
            }
        }
        if isSingle {
            return paid(from: window.first, through: window.last).max().flatMap { $0 > line ? $0 : nil }
        }
        guard let begin = CivilDay(year: window.last.year, month: 1, day: 1) else { return nil }
        let before = paid(from: begin, through: window.first.adding(days: -1)).reduce(0, +)
        let all = paid(from: begin, through: window.last).reduce(0, +)
        return before <= line && all > line ? all : nil
    }
}
