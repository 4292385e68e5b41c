// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import Foundation
import Testing
import TongbanModel

@Suite("Chapter: figures and reports")
struct ReportsChapter {
    private let clerk = PersonView.person("clerk", "clerk")
    private let head = PersonView.person("head", "head")
    private let deputy = PersonView.person("deputy", "head")

    private var definition: BureauDefinition {
        BureauDefinition("screen", "筛查办", "Screening", about: ("筛查。", "Screening."), prefix: "SC") {
            Role("clerk", "科员", "Clerk")
            Role("head", "局领导", "Head")
            Register("insured", "参保人", "Insured", key: "no") {
                Field("no", "编号", "Number").required()
                Field("town", "镇", "Town")
            }
            Item("visit", "走访", "Visit", about: ("走访一人。", "One visit."), openedBy: ["clerk"]) {
                Form {
                    Field("who", "何人", "Who").required()
                    Field("town", "镇", "Town").required()
                    Field("found", "符合", "Found", .boolean)
                }
                Flow {
                    State("OPEN", "办理中", "Open") {
                        Action("close", "办结", "Close", by: "clerk", to: "DONE")
                        Action("double", "重复", "Double", by: "clerk", to: "DOUBLE")
                    }
                    .untimed()
                    Final("DONE", "办结", "Done")
                    Final("DOUBLE", "重复", "Double")
                }
            }
            Figure("visits", "走访次数", "Visits", .cases("visit"), unit: ("次", "visits"))
            Figure("persons", "走访人数", "Persons visited", .cases("visit"), distinct: "who")
            Figure(
                "found",
                "符合条件",
                "Found",
                .cases("visit"),
                when: value("found") == true && value("_state") != "DOUBLE"
            )
            Figure("insured", "参保人数", "Insured", .register("insured"))
            Figure("coverage", "覆盖率", "Coverage", share: "persons", of: "insured")
            Report(
                "weekly",
                "周报",
                "Weekly report",
                figures: "visits",
                "persons",
                "found",
                "coverage",
                by: .init(kind: .value, field: "town"),
                comparedWith: .previous,
                chart: .bars
            )
            Report("notice", "公开数字", "Public figures", figures: "visits", hideBelow: 3, isPublic: true)
        }
    }

    @Test("The examples of the chapter")
    func examples() async throws {
        let daemon = try TestDaemon(self.definition, at: "2022-07-12T09:00:00+08:00")
        for no in ["a", "b", "c"] { try daemon.put("insured", no, ["no": .string(no), "town": "石台镇"]) }
        let first = try await daemon.open("visit", as: self.clerk, ["who": "a", "town": "石台镇", "found": true])
        try await daemon.open("visit", as: self.clerk, ["who": "a", "town": "石台镇", "found": true])
        try await daemon.open("visit", as: self.clerk, ["who": "b", "town": "石台镇", "found": false])

        let report = try daemon.report("weekly", "2022-W28")
        #expect(report.total.cells.map(\.n) == [3, 2, 2, 2])
        #expect(report.total.cells[3].d == 3)
        #expect(report.total.cells[3].text(isShare: true).en == "66.67")
        #expect(try report.json() == daemon.report("weekly", "2022-W28").json())

        #expect(try report.svg(in: .chinese) == Self.drawing())

        let early = try await refusal { try daemon.lockReport("weekly", "2022-W28", as: head) }
        #expect(early?.refusalCode == "NOT_OVER")
        try await daemon.advance(to: "2022-07-18T10:00:00+08:00")
        let clerks = try await refusal { try daemon.lockReport("weekly", "2022-W28", as: clerk) }
        #expect(clerks?.refusalCode == "ROLE")
        try daemon.lockReport("weekly", "2022-W28", as: head)
        let again = try await refusal { try daemon.lockReport("weekly", "2022-W28", as: head) }
        #expect(again?.refusalCode == "LOCKED")
        try await daemon.act(first, "double", as: self.clerk)
        #expect(try daemon.report("weekly", "2022-W28").total.cells[2].n == 2)

        try daemon.adjustReport("weekly", "2022-W28", "found", by: -1, reason: "重复", as: head)
        #expect(try daemon.report("weekly", "2022-W29").adjustments.map(\.delta) == [-1])

        try daemon.restateReport("weekly", "2022-W28", reason: "重复登记", as: head)
        let alone = try await refusal { try daemon.approveRestatement("weekly", "2022-W28", as: head) }
        #expect(alone?.refusalCode == "SAME_PERSON")
        try await daemon.advance(by: .seconds(60))
        try daemon.approveRestatement("weekly", "2022-W28", as: deputy)
        #expect(try daemon.report("weekly", "2022-W28", version: 1).total.cells[2].n == 2)
        #expect(try daemon.report("weekly", "2022-W28", version: 2).total.cells[2].n == 1)
        #expect(try daemon.report("weekly", "2022-W28").version == 2)
        let missing = try await refusal { _ = try daemon.report("weekly", "2022-W28", version: 3) }
        #expect(missing?.refusalCode == "NO_VERSION")

        let then = try daemon.report("weekly", "2022-W28", at: "2022-07-12T12:00:00+08:00")
        #expect(then.total.cells.map(\.n) == [3, 2, 2, 2] && then.version == nil)
        let before = try daemon.report("weekly", "2022-W28", at: "2022-07-12T08:59:59+08:00")
        #expect(before.total.cells.map(\.n) == [0, 0, 0, 0])
        #expect(before.total.cells[3].text(isShare: true).zh == "—")
        let future = try await refusal { _ = try daemon.report("weekly", "2022-W28", at: "2023-07-12T12:00:00+08:00") }
        #expect(future?.refusalCode == "FUTURE")
    }

    /// The picture that the chapter shows.
    private static func drawing() throws -> String {
        let file = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
        return try String(
            contentsOfFile: file + "/Sources/BureauKit/BureauKit.docc/Resources/weekly-report.svg",
            encoding: .utf8
        )
    }
}
