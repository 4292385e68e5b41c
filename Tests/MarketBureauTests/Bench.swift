// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Foundation
import TongbanEngine
import TongbanModel

@testable import MarketBureau

enum Bench {
    static let citizen = PersonView.person("li", "citizen")
    static let clerk = PersonView.person("clerk", "market:bureau")
    static let second = PersonView.person("second", "market:bureau")
    static let dispatcher = PersonView.person("dispatcher", "market:dispatcher")
    static let liaison = PersonView.person("liaison", "market:liaison")
    static let captain = PersonView.person("captain1", "market:captain", "market:member")
    static let member = PersonView.person("member1", "market:member")
    static let head = PersonView.person("head", "market:head")
    /// The pair that inspects, and another pair.
    static let inspector = PersonView.person("inspector1", "market:inspector")
    static let inspector2 = PersonView.person("inspector2", "market:inspector")
    static let inspector3 = PersonView.person("inspector3", "market:inspector")

    static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        .joined(separator: "/")
    static let calendarFolder = root + "/seeds/calendar"
    static let rulesFolder = root + "/Plugins/Market"

    static let village = "340602001001"
    /// 白顶山村, the paired village.
    static let baidingshan = "340602101203"
    static let market = "91340602MA8A00000J"
    static let pharmacy = "91340602MA7B00018Q"

    /// A daemon with the rule file the plugin is shipped with.
    static func daemon(at moment: String) throws -> TestDaemon {
        try TestDaemon(
            Market(),
            rulesIn: self.rulesFolder,
            at: moment,
            calendar: CalendarTable.tables(inFolder: self.calendarFolder)
        )
    }

    /// A daemon with other values of some rules, from a day on.
    static func daemon(
        at moment: String,
        changing changes: [(rule: String, from: String, to: JSON)]
    ) throws -> TestDaemon {
        try TestDaemon(
            Market(),
            rules: try self.rules(changing: changes),
            at: moment,
            calendar: CalendarTable.tables(inFolder: self.calendarFolder)
        )
    }

    /// The shipped rules with further versions; what was to hold from that day on or later gives way.
    static func rules(changing changes: [(rule: String, from: String, to: JSON)]) throws -> RuleBook {
        var book = try RuleBook(
            text: String(
                decoding: FileManager.default.contents(atPath: self.rulesFolder + "/rules.json") ?? .init(),
                as: UTF8.self
            )
        )
        for change in changes {
            guard let index = book.rules.firstIndex(where: { $0.id == change.rule }), let day = CivilDay(change.from)
            else { throw TestDaemonError.unreadable(change.rule) }
            book.rules[index].versions.removeAll { $0.effectiveFrom >= day }
            book.rules[index].versions.append(.init(effectiveFrom: day, value: change.to, source: "test"))
        }
        return book
    }

    // MARK: What there is

    static func entity(_ kind: String = "MARKET", name: String = "某农贸市场") -> JSONObject {
        ["name": .string(name), "kind": .string(kind), "village_code": .string(self.village)]
    }

    static func put(_ daemon: TestDaemon, _ uscc: String, _ kind: String) throws {
        var record = self.entity(kind)
        record["uscc"] = .string(uscc)
        record["contact_phone"] = "13800138000"
        try daemon.put("entity", uscc, record)
    }

    /// A team of a captain and four members.
    static func team(_ number: Int) -> JSONObject {
        [
            "no": .string("\(number)"), "captain": .string("captain\(number)"),
            "members": .array((["captain\(number)"] + (1...4).map { "member\(number)-\($0)" }).map(JSON.string)),
        ]
    }

    static func putTeams(_ daemon: TestDaemon, _ count: Int = 7) throws {
        for number in 1...count { try daemon.put("team", "\(number)", self.team(number)) }
    }

    static let complaint: JSONObject = [
        "source": "12315", "complainant": "P-1", "respondent": "E-1", "matter": "短斤少两",
    ]

    static let report: JSONObject = [
        "source": "12345", "reporter": "举报人甲", "respondent": "E-1", "matter": "销售过期食品",
    ]

    static func inspection(
        of uscc: String = Bench.market,
        on day: String,
        by inspectors: JSON = ["inspector1", "inspector2"],
        campaign: String? = nil
    ) -> JSONObject {
        var form: JSONObject = [
            "entity": .string(uscc), "planned_date": .string(day), "inspectors": inspectors,
            "village_code": .string(self.village),
        ]
        form["campaign"] = campaign.map(JSON.string)
        return form
    }

    static func dispatch(
        team: String = "1",
        from start: String = "2022-07-12T10:00:00+08:00",
        to end: String = "2022-07-12T12:30:00+08:00",
        people: Int64 = 4
    ) -> JSONObject {
        [
            "team": .string(team), "task": "TEST_SUPPORT", "place": "社区核酸检测点", "start": .string(start),
            "end": .string(end), "headcount": .integer(people),
        ]
    }

    // MARK: What is done

    static let failedItem: JSON = ["code": "E12", "result": "FAIL", "note": "过期食品"]
    static let passedItem: JSON = ["code": "E01", "result": "PASS"]

    /// Carries an inspection up to its result.
    static func inspect(
        _ daemon: TestDaemon,
        of uscc: String = Bench.market,
        on day: String,
        items: JSON = [Bench.failedItem],
        campaign: String? = nil
    ) async throws -> String {
        let number = try await daemon.open(
            "inspection",
            as: self.dispatcher,
            self.inspection(of: uscc, on: day, campaign: campaign)
        )
        try await daemon.act(number, "begin", as: self.inspector)
        try await daemon.act(number, "record", as: self.inspector, ["items": items])
        try await daemon.act(number, "sign", as: self.inspector)
        try await daemon.act(number, "sign", as: self.inspector2)
        try await daemon.act(number, "entitySign", as: self.inspector, ["signer": "王某"])
        return number
    }

    /// An order that was issued now after a failed inspection, with so many working days.
    static func order(
        _ daemon: TestDaemon,
        of uscc: String = Bench.market,
        on day: String,
        days: Int64? = nil
    ) async throws -> String {
        let number = try await self.inspect(daemon, of: uscc, on: day)
        try await daemon.act(number, "order", as: self.inspector, days.map { ["days": .integer($0)] } ?? [:])
        return try daemon.numbers(of: "order").last ?? ""
    }
}
