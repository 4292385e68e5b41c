// SPDX-License-Identifier: Apache-2.0

import BureauKit
import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Chapter: registers")
struct RegistersChapter {
    static var definition: BureauDefinition {
        BureauDefinition("credit", "信用办", "Credit office", about: ("示例。", "An example."), prefix: "XY") {
            Role("clerk", "科员", "Clerk")
            Role("head", "负责人", "Head")
            Register(
                "households",
                "农户评级",
                "Rated households",
                key: "id",
                unique: [Unique("certificate")],
                indexed: ["village", "grade"],
                dated: true
            ) {
                Field("id", "户编号", "Household number").required()
                Field("village", "村", "Village").required()
                Field("grade", "等级", "Grade", oneOf: ["A": ("A", "A"), "NONE": ("无", "None")]).required()
                Field("certificate", "证书号", "Certificate")
            }
            Register("figures", "数字", "Figures", key: "id") {
                Field("id", "编号", "Id").required()
                Field("now", "现在", "Now", .integer)
                Field("then", "当时", "Then", .integer)
            }
            Handler("count", "统计", "Count") { _, daemon in
                let good = RegisterCondition("grade", .equal("A"))
                let now = try await daemon.count("households", where: [good])
                let then = try await daemon.count("households", where: [good], on: CivilDay("2022-07-31"))
                return [
                    .put(
                        register: "figures",
                        key: "good",
                        record: ["id": "good", "now": .integer(Int64(now)), "then": .integer(Int64(then))]
                    )
                ]
            }
            Item("counting", "统计", "Counting", about: ("统计。", "Counts."), openedBy: ["clerk"]) {
                Form {
                    Field("household", "户", "Household").required()
                    Field("day", "日期", "Day", .date).required()
                }
                Flow {
                    State("OPEN", "开", "Open") {
                        Action("count", "统计", "Count", by: "clerk") { Submits("count") }
                        Action("rate", "评级", "Rate", by: "clerk") {
                            Records(
                                in: "households",
                                key: value("household"),
                                from: value("day"),
                                ["id": value("household"), "village": "段园", "grade": "A"]
                            )
                        }
                        Action("leave", "迁出", "Leave", by: "clerk") {
                            EndsRecord(in: "households", key: value("household"), on: value("day"))
                        }
                        Action("strike", "注销", "Strike", by: "clerk") {
                            RemovesRecord(in: "households", key: value("household"))
                        }
                        Action("close", "完", "Close", by: "clerk", to: "DONE")
                    }.untimed()
                    Final("DONE", "办结", "Done")
                }
            }
        }
    }

    private let clerk = PersonView.person("clerk", "credit:clerk")
    private let head = PersonView.person("head", "credit:head")

    @Test("The example does what the chapter says")
    func example() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        let (clerk, head) = (self.clerk, self.head)
        let grade = RegisterCondition("grade", .equal("A"))
        try daemon.put("households", "H1", ["id": "H1", "village": "段园", "grade": "A"], from: "2022-01-01")
        try daemon.put("households", "H1", ["id": "H1", "village": "段园", "grade": "NONE"], from: "2022-08-01")
        #expect(try daemon.record("households", "H1")["grade"] == "A")
        try await daemon.advance(to: "2022-08-01T00:00:00+08:00")
        #expect(try daemon.record("households", "H1")["grade"] == "NONE")
        #expect(try daemon.record("households", "H1", on: "2022-07-31")["grade"] == "A")

        let number = try await daemon.open("counting", as: clerk, ["household": "H5", "day": "2022-07-20"])
        try await daemon.act(number, "count", as: clerk)
        #expect(try daemon.record("figures", "good") == ["id": "good", "now": 0, "then": 1])

        try daemon.snapshot("households", "2022-07", on: "2022-07-31", as: clerk)
        try daemon.lock("households", to: "2022-07-31", as: head)
        let refused = try await refusal {
            try daemon.put("households", "H2", ["id": "H2", "village": "朔里", "grade": "A"], from: "2022-07-01")
        }
        #expect(refused?.refusalCode == "LOCKED")
        try daemon.amend("households", "H1", ["grade": "NONE"], from: "2022-03-01", askedBy: clerk, decidedBy: head)
        #expect(try daemon.record("households", "H1", on: "2022-07-31")["grade"] == "NONE")
        #expect(try daemon.count("households", grade, snapshot: "2022-07") == 1)
    }

    @Test("A flow puts a record from a day on, ends and removes it")
    func flow() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        let rated = try await daemon.open("counting", as: self.clerk, ["household": "H5", "day": "2022-07-01"])
        try await daemon.act(rated, "rate", as: self.clerk)
        #expect(try daemon.record("households", "H5", on: "2022-07-01")["grade"] == "A")
        let left = try await daemon.open("counting", as: self.clerk, ["household": "H5", "day": "2022-07-20"])
        try await daemon.act(left, "leave", as: self.clerk)
        #expect(try daemon.record("households", "H5", on: "2022-07-19")["grade"] == "A")
        #expect(throws: EngineError.noSuchRecord("H5")) { try daemon.record("households", "H5", on: "2022-07-20") }
        try await daemon.act(left, "strike", as: self.clerk)
        let gone: JSONObject? = try daemon.record("households", "H5")
        #expect(gone == nil)
        #expect(try daemon.record("households", "H5", on: "2022-07-11")["grade"] == "A")
    }
}
