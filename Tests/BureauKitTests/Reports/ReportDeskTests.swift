// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import Testing
import TongbanModel

@Suite("Reports: sources, the past, limits")
struct ReportDeskTests {
    private let clerk = PersonView.person("clerk", "clerk")
    private let head = PersonView.person("head", "head")

    private var definition: BureauDefinition {
        BureauDefinition("aid", "救助", "Aid", about: ("救助。", "Aid."), prefix: "JZ") {
            Role("clerk", "科员", "Clerk")
            Role("head", "局领导", "Head")
            Register("home", "户", "Homes", key: "no") {
                Field("no", "编号", "Number").required()
                Field("village", "村", "Village", .area)
                Field("since", "纳入日期", "Since", .date)
                Field("fen", "金额", "Amount", .integer)
            }
            Item("grant", "救助金", "Grant", about: ("一笔。", "One."), openedBy: ["clerk"]) {
                Form {
                    Field("illness", "病种", "Illness").required().sensitive()
                    Field("group", "类别", "Group").required()
                }
                Flow {
                    State("OPEN", "办理中", "Open") {
                        Action("close", "办结", "Close", by: "clerk", to: "DONE")
                    }
                    .untimed()
                    Final("DONE", "办结", "Done")
                }
            }
            Figure("homes", "户数", "Homes", .register("home"))
            Figure("new", "新增户", "New homes", .register("home"), dated: "since")
            Figure("fen", "金额", "Amount", .register("home"), sum: "fen")
            Figure("opened", "提出", "Opened", .journal("case.opened"))
            Figure("closed", "办结", "Closed", .cases("grant"), dated: "_closed")
            Figure("illnesses", "病种数", "Illnesses", .cases("grant"), distinct: "illness")
            Report("all", "总表", "All", figures: "homes", "new", "fen", "opened", "closed")
            Report("homes", "各户", "Homes", figures: "homes", by: .init(kind: .village, field: "_area"))
            Report("money", "金额", "Money", figures: "fen", by: .init(kind: .town, field: "_area"), hideBelow: 3)
            Report("illnesses", "病种", "Illnesses", figures: "illnesses")
        }
    }

    private func daemon() throws -> TestDaemon { try TestDaemon(self.definition, at: "2022-07-12T09:00:00+08:00") }

    private func home(_ number: Int, in village: Int = 1, since: String = "2022-07-01") -> JSONObject {
        let code = String(village)
        return [
            "no": .string(String(number)),
            "village": .string("340602101" + String(repeating: "0", count: 3 - code.count) + code),
            "since": .string(since), "fen": 100,
        ]
    }

    @Test("Records, days of records, sums, entries and days of closing each count by their own rule")
    func sources() async throws {
        let daemon = try self.daemon()
        try daemon.put("home", "1", self.home(1))
        try daemon.put("home", "2", self.home(2, since: "2022-06-30"))
        let grant = try await daemon.open("grant", as: self.clerk, ["illness": "甲", "group": "A"])
        try await daemon.open("grant", as: self.clerk, ["illness": "乙", "group": "A"])
        try await daemon.advance(to: "2022-08-01T00:00:00+08:00")
        try await daemon.act(grant, "close", as: self.clerk)
        #expect(try daemon.report("all", "2022-07").total.cells.map(\.n) == [2, 1, 200, 2, 0])
        #expect(try daemon.report("all", "2022-08").total.cells.map(\.n) == [2, 0, 200, 0, 1])
        #expect(try daemon.report("all", "..2022-08-01").total.cells.map(\.n) == [2, 2, 200, 2, 1])
    }

    @Test("A register is as it was: changed records with their former values, removed ones still there")
    func pastRegister() async throws {
        let daemon = try self.daemon()
        try daemon.put("home", "1", self.home(1))
        try await daemon.advance(to: "2022-07-13T09:00:00+08:00")
        var changed = self.home(1)
        changed["fen"] = 900
        try daemon.put("home", "1", changed)
        try daemon.put("home", "2", self.home(2))
        #expect(try daemon.report("all", "2022-07").total.cells[2].n == 1_000)
        let then = "2022-07-13T08:59:59+08:00"
        let past = try daemon.report("all", "2022-07", at: then)
        #expect(past.total.cells.map(\.n) == [1, 1, 100, 0, 0])
        #expect(past.at == then)
        let nothing = try daemon.report("all", "2022-07", at: "2022-07-12T08:59:59+08:00")
        #expect(nothing.total.cells[0].n == 0)
    }

    @Test("A report that asks for values of class S counts them now, and has no past")
    func sensitive() async throws {
        let daemon = try self.daemon()
        for illness in ["甲", "甲", "乙"] {
            try await daemon.open("grant", as: self.clerk, ["illness": .string(illness), "group": "A"])
        }
        #expect(try daemon.report("illnesses", "2022-07").total.cells[0].n == 2)
        let past = try await refusal {
            _ = try daemon.report("illnesses", "2022-07", at: "2022-07-12T09:00:00+08:00")
        }
        #expect(past?.refusalCode == "NO_PAST")
    }

    @Test("Rows are never made by a field that is personal or sensitive")
    func hiddenRows() {
        var declaration = self.definition.declaration
        declaration.reports = [
            ReportDeclaration(
                id: "bad",
                name: Bilingual("表", "bad"),
                figures: ["closed"],
                rows: .init(kind: .value, field: "illness")
            )
        ]
        #expect(DeclarationCheck.faults(in: declaration).map(\.place) == ["report/bad"])
        declaration.reports?[0].rows?.field = "group"
        #expect(DeclarationCheck.faults(in: declaration).isEmpty)
        declaration.reports?[0].rows?.field = "_subject"
        #expect(DeclarationCheck.faults(in: declaration).map(\.place) == ["report/bad"])
    }

    @Test("A sum is hidden when too few stand behind it, however great it is")
    func hiddenSums() throws {
        let daemon = try self.daemon()
        for number in 1...2 { try daemon.put("home", String(number), self.home(number)) }
        #expect(try daemon.report("money", "2022-07").total.cells[0] == .init(hidden: true))
        try daemon.put("home", "3", self.home(3))
        #expect(try daemon.report("money", "2022-07").total.cells[0] == .init(n: 300))
    }

    @Test("A report has up to 1000 rows; one more is refused")
    func rows() async throws {
        let daemon = try self.daemon()
        for number in 1...999 { try daemon.put("home", String(number), self.home(number, in: number)) }
        try daemon.put("home", "1000", ["no": "1000"])
        let report = try daemon.report("homes", "2022-07")
        #expect(report.rows.count == 1_000 && report.total.cells[0].n == 1_000)
        var other = self.home(1_001)
        other["village"] = "340602102001"
        try daemon.put("home", "1001", other)
        let refused = try await refusal { _ = try daemon.report("homes", "2022-07") }
        #expect(refused?.refusalCode == "TOO_MANY_ROWS")
    }

    @Test("What cannot be adjusted or restated is refused, each with its code; a reason has up to 500 characters")
    func refusals() async throws {
        let daemon = try self.daemon()
        func code(_ call: () throws -> Void) async throws -> String? { try await refusal { try call() }?.refusalCode }
        let early = try await code { try daemon.restateReport("all", "2022-06", reason: "错", as: head) }
        #expect(early == "NOT_LOCKED")
        let first = try await code { try daemon.adjustReport("all", "2022-06", "homes", by: 1, reason: "错", as: head) }
        #expect(first == "NOT_LOCKED")
        try daemon.lockReport("all", "2022-06", as: self.head)
        try daemon.lockReport("all", "..2022-06-30", as: self.head)
        let today = try await code { try daemon.lockReport("all", "2022-07-12", as: head) }
        #expect(today == "NOT_OVER")
        try daemon.lockReport("all", "2022-07-11", as: self.head)
        let unasked = try await code { try daemon.approveRestatement("all", "2022-06", as: head) }
        #expect(unasked == "NOT_ASKED")
        try daemon.restateReport("all", "2022-06", reason: "漏报", as: self.head)
        let again = try await code { try daemon.restateReport("all", "2022-06", reason: "错", as: head) }
        #expect(again == "PENDING")
        let range = try await code {
            try daemon.adjustReport("all", "..2022-06-30", "homes", by: 1, reason: "错", as: head)
        }
        #expect(range == "NO_RUNNING_PERIOD")
        let clerks = try await code {
            try daemon.adjustReport("all", "2022-06", "homes", by: 1, reason: "错", as: clerk)
        }
        #expect(clerks == "ROLE")
        let long = String(repeating: "错", count: 500)
        try daemon.adjustReport("all", "2022-06", "homes", by: 1, reason: long, as: self.head)
        for (reason, delta, figure) in [(long + "错", 1, "homes"), ("", 1, "homes"), ("错", 0, "homes"), ("错", 1, "x")] {
            let refused = try await refusal {
                try daemon.adjustReport("all", "2022-06", figure, by: Int64(delta), reason: reason, as: head)
            }
            #expect(refused != nil, "\(reason.count) \(delta) \(figure)")
        }
        #expect(try daemon.report("all", "2022-07").adjustments.count == 1)
        let none = try await code { _ = try daemon.report("nothing", "2022-07") }
        #expect(none == "NO_REPORT")
    }
}
