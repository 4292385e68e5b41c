// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import BureauTesting

@Suite("Rules over records: totals, sensitive fields, one way of writing identifiers, sums of expressions")
struct RecordRuleTests {
    private let clerk = PersonView.person("clerk", "clerk")

    private static func definition(detail: Expression? = nil, indexed: [String] = ["who"]) -> BureauDefinition {
        BureauDefinition("aid", "救助", "Aid", about: ("救助。", "Aid."), prefix: "JZ") {
            Role("clerk", "科员", "Clerk")
            Register("person", "人员", "Persons", key: "id") {
                Field("id", "身份证号", "Identity number", .residentID).required().sensitive()
                Field("until", "有效期", "Valid until", .date).sensitive()
            }
            Register("shift", "班次", "Shifts", key: "no", indexed: indexed) {
                Field("no", "编号", "Number").required()
                Field("who", "人员", "Who").required()
                Field("day", "日期", "Day", .date).required()
                Field("from", "起", "From", .moment).required()
                Field("to", "止", "To", .moment).required()
                AtMost(
                    "HOURS",
                    720,
                    of: minutes(from: value("from"), to: value("to")),
                    each: "who",
                    and: value("day"),
                    "当天超过 12 小时。",
                    "more than 12 hours of the day"
                )
            }
            Table("reach", "效果", "Reach", .first, from: "2022-01-01") {
                Input("code", "项目", "Work", .text)
                Output("of", "效果", "What")
                Row("1", ["code": "RAMP"], then: ["of": "OUT"])
                Otherwise(["of": "NONE"])
            }
            Item("grant", "补助", "Grant", about: ("补助。", "A grant."), openedBy: ["clerk"], subject: "who") {
                Form {
                    Field("who", "身份证号", "Identity number", .residentID).required()
                    Field("works", "项目", "Works") { Field("code", "代码", "Code").required() }
                    Requires(
                        "EXPIRED",
                        registered("person", form("who"), "until") >= value("today"),
                        "已过期。",
                        "expired",
                        detail: detail
                    )
                    Requires(
                        "SHORT",
                        !form("works").exists
                            || form("works").some(decision("reach", ["code": element("code")]) == "OUT"),
                        "项目达不到效果。",
                        "the works reach nothing"
                    )
                }
                Flow {
                    State("OPEN", "办理中", "Open") {
                        Action("close", "办结", "Close", by: "clerk", to: "CLOSED") {
                            Field("heir", "继承人", "Heir", .residentID)
                        }
                    }.untimed()
                    Final("CLOSED", "已办结", "Closed")
                }
            }
            Figure(
                "minutes",
                "分钟",
                "Minutes",
                .register("shift"),
                dated: "day",
                summing: minutes(from: value("from"), to: value("to"))
            )
            Report("shifts", "班次", "Shifts", figures: "minutes")
        }
    }

    private func daemon() throws -> TestDaemon { try TestDaemon(Self.definition(), at: "2022-07-12T09:00:00+08:00") }

    private static func shift(_ no: String, _ from: String, _ to: String, day: String = "2022-07-12") -> JSONObject {
        [
            "no": .string(no), "who": "li", "day": .string(day), "from": .string("\(day)T\(from):00+08:00"),
            "to": .string("\(day)T\(to):00+08:00"),
        ]
    }

    @Test("records that have a value in common come together to no more than the total; another day is another total")
    func total() throws {
        let daemon = try self.daemon()
        try daemon.put("shift", "1", Self.shift("1", "06:00", "13:00"))
        #expect(throws: EngineError.self) { try daemon.put("shift", "2", Self.shift("2", "14:00", "19:01")) }
        try daemon.put("shift", "2", Self.shift("2", "14:00", "19:00"))
        try daemon.put("shift", "3", Self.shift("3", "06:00", "18:00", day: "2022-07-13"))
        #expect(try daemon.report("shifts", "2022-07-12").total.cells.map(\.n) == [720])
        #expect(try daemon.report("shifts", "2022-07").total.cells.map(\.n) == [1_440])
    }

    @Test("rows of a file are counted together with each other and with what stays, and every row too many is named")
    func totalOfFile() throws {
        let daemon = try self.daemon()
        try daemon.put("shift", "1", Self.shift("1", "00:00", "06:00"))
        let rows = [
            "no,who,day,from,to", "2,li,2022-07-12,2022-07-12T06:00:00+08:00,2022-07-12T12:00:00+08:00",
            "3,li,2022-07-12,2022-07-12T12:00:00+08:00,2022-07-12T12:01:00+08:00",
            "4,wang,2022-07-12,2022-07-12T12:00:00+08:00,2022-07-12T12:01:00+08:00",
        ]
        func load(_ rows: [String]) throws -> ImportReport {
            let register = try #require(daemon.definition.declaration.registers.first { $0.id == "shift" })
            let file = RegisterFile(
                bytes: Array(rows.joined(separator: "\n").utf8),
                encoding: .utf8,
                register: register,
                today: CivilDay("2022-07-12")!
            )
            let outcome = try file.read()
            return try daemon.call { cases throws(EngineError) in
                try cases.registers.apply(outcome, of: file, bureau: "aid")
            }
        }
        let refused = try load(rows)
        #expect(!refused.isApplied && refused.faults.map(\.row) == [3] && refused.faults.map(\.code) == ["hours"])
        #expect(try load(rows.filter { !$0.hasPrefix("3") }).isApplied)
    }

    @Test("a total over a field that is not indexed is a fault of the declaration")
    func totalWithoutIndex() {
        let faults = DeclarationCheck.faults(in: Self.definition(indexed: []).declaration)
        #expect(faults.map(\.place) == ["shift"])
    }

    @Test("a rule decides by a sensitive field of a register; its text may not name it")
    func sensitive() async throws {
        let daemon = try self.daemon()
        try daemon.put("person", "11010519491231002X", ["id": "11010519491231002X", "until": "2022-07-11"])
        let refused = try await refusal {
            _ = try await daemon.open("grant", as: self.clerk, ["who": "11010519491231002X"])
        }
        #expect(refused?.refusalCode == "EXPIRED")
        let telling = Self.definition(detail: registered("person", form("who"), "until"))
        #expect(!DeclarationCheck.faults(in: telling.declaration).isEmpty)
    }

    @Test("identifiers are kept in one way of writing them: of cases, actions, records and their keys")
    func normal() async throws {
        let daemon = try self.daemon()
        try daemon.put("person", "11010519491231002x", ["id": "11010519491231002x", "until": "2022-07-12"])
        #expect(try daemon.record("person", "11010519491231002X")?["id"] == "11010519491231002X")
        let number = try await daemon.open("grant", as: self.clerk, ["who": "11010519491231002x"])
        #expect(try daemon.case(number).record.subject == "11010519491231002X")
        try await daemon.act(number, "close", as: self.clerk, ["heir": "440524188001010014"])
        #expect(try daemon.data(of: number)["heir"] == "440524188001010014")
    }

    @Test(
        "a table is asked of each element of a list, by the day of the case",
        arguments: [("RAMP", nil), ("LAMP", "SHORT")]
    )
    func tableOfElements(work: String, code: String?) async throws {
        let daemon = try self.daemon()
        try daemon.put("person", "11010519491231002X", ["id": "11010519491231002X", "until": "2022-07-12"])
        let refused = try await refusal {
            _ = try await daemon.open(
                "grant",
                as: self.clerk,
                ["who": "11010519491231002X", "works": [["code": "LAMP"], ["code": .string(work)]]]
            )
        }
        #expect(refused?.refusalCode == code)
    }

    @Test("the three administrators belong to no bureau", arguments: ["sysadmin", "secadmin", "logadmin"])
    func administrators(role: String) {
        #expect(!PersonView.person("a", role).belongs(to: "aid"))
        #expect(PersonView.person("a", role, "aid:clerk").belongs(to: "aid"))
        #expect(PersonView.person("a", "auditor").belongs(to: "aid"))
    }
}
