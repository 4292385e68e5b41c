// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Foundation
import Testing
import TongbanEngine
import TongbanModel

@testable import DisabilityBureau

@Suite("Disability: figures of renovations, and who sees what")
struct ReportTests {
    @Test(
        "Given four homes approved, when two are accepted, one reworked and one waits, then completion, outcome rates and mean cost"
    )
    func renovations() async throws {
        let daemon = try Bench.daemon()
        for (household, price) in [("H-1", Int64(100_000)), ("H-2", 150_050)] {
            let number = try await Bench.approved(daemon, household: household)
            try await daemon.act(number, "assess", as: Bench.assessor, Bench.plan(price: price))
            try await daemon.act(number, "sign", as: Bench.citizen)
            try await daemon.act(number, "begin", as: Bench.builder)
            try await daemon.act(number, "built", as: Bench.builder, ["photos": ["1.jpg", "2.jpg"]])
            try await daemon.act(number, "inspect", as: Bench.clerk, Bench.sheet("O3", "O4"))
        }
        let reworked = try await Bench.built(daemon, household: "H-3")
        try await daemon.act(reworked, "inspect", as: Bench.clerk, Bench.sheet("O3"))
        _ = try await Bench.approved(daemon, household: "H-4")
        let report = try daemon.report("renovation", "2022")
        let texts = Dictionary(
            uniqueKeysWithValues: zip(report.columns, report.total.cells).map { column, cell in
                (column.id, cell.text(isShare: column.isShare || column.isMean == true).en)
            }
        )
        #expect(texts["approved"] == "4" && texts["finished"] == "2" && texts["completion"] == "50.00")
        #expect(texts["rateO1"] == "—" && texts["rateO3"] == "100.00" && texts["rateO4"] == "66.67")
        #expect(texts["allOutcomes"] == "100.00")
        #expect(texts["cost"] == "500100" && texts["meanCost"] == "250050.00")
        #expect(texts["task"] == "136" && texts["fulfilment"] == "1.47")
    }

    @Test("Given a task of 136 homes, when 139 are finished, then 102.21 % of it")
    func task() {
        #expect(Percentage(139, of: 136).description == "102.21")
    }

    @Test("Given a sysadmin, when he opens a person record, then he belongs to no bureau and is shown nothing")
    func sysadmin() {
        for role in ["sysadmin", "secadmin", "logadmin"] {
            #expect(!PersonView.person("admin", role).belongs(to: "disability"))
        }
        #expect(PersonView.person("auditor", "auditor").belongs(to: "disability"))
        #expect(PersonView.person("clerk", "sysadmin", "disability:bureau").belongs(to: "disability"))
    }

    @Test(
        "Given another limit in the rule file, when cases are opened after it, then they go by it, and those before do not"
    )
    func rules() async throws {
        var book = try RuleBook(
            text: String(
                decoding: #require(FileManager.default.contents(atPath: Bench.root + "/Plugins/Disability/rules.json")),
                as: UTF8.self
            )
        )
        let index = try #require(book.rules.firstIndex { $0.id == "home.village" })
        book.rules[index].versions.append(
            .init(effectiveFrom: CivilDay("2022-08-01")!, value: "3wd", source: "test")
        )
        let daemon = try Bench.daemon()
        try daemon.change(Disability(), rules: book)
        let before = try await daemon.open("renovation", as: Bench.citizen, Bench.application())
        #expect(try daemon.deadline("village", of: before).limit == "5wd")
        try await daemon.advance(to: "2022-08-01T09:00:00+08:00")
        let after = try await daemon.open("renovation", as: Bench.citizen, Bench.application(household: "H-2"))
        #expect(try daemon.deadline("village", of: after).limit == "3wd")
    }
}
