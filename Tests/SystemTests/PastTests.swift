// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Foundation
import Glibc
import Testing
import TongbanTestSupport

@Suite("tongbanctl: where the time went, cases as they were, migration", .timeLimit(.minutes(5)))
struct PastTests {
    private static let persons = """
        {"persons": [
            {"id": "ann", "name": "安", "roles": ["market:bureau"]},
            {"id": "hei", "name": "黑", "roles": ["market:head"]},
            {"id": "li", "name": "李", "roles": ["market:citizen"]}
        ]}
        """
    private static let then = "2022-07-12T09:00:00+08:00"

    @Test("a report of a past moment has the same bytes later, and says who held a case")
    func past() async throws {
        let rig = try DaemonRig()
        try rig.install("market", "MarketBureau")
        _ = try rig.folder.makeFolder("seed")
        try rig.folder.write("seed/persons.json", Self.persons)
        let daemon = try await rig.start(clock: Self.then)
        defer { withExtendedLifetime(daemon) {} }
        let loaded = try await rig.control("seed", "load", rig.folder.path + "/seed")
        #expect(loaded.status == 0, "\(loaded.errors)")
        var numbers: [String] = []
        for matter in ["短斤少两", "假货, \"三无\""] {
            let report = try await rig.control(
                "--as",
                "ann",
                "--json",
                "case",
                "open",
                "market",
                "complaint",
                "source=GRID",
                "complainant=李某",
                "respondent=某店",
                "matter=\(matter)",
                "--contacted",
                "2022-07-12T08:30:00+08:00"
            )
            #expect(report.status == 0, "\(report.errors)")
            numbers.append(try #require(try JSON(parsing: Array(report.output.utf8))["number"]?.stringValue))
        }
        let number = numbers[0]
        func report(_ format: String) async throws -> String {
            let report = try await rig.control(
                "--as",
                "ann",
                "case",
                "list",
                "--bureau",
                "market",
                "--at",
                Self.then,
                "--format",
                format
            )
            #expect(report.status == 0, "\(report.errors)")
            return report.output
        }
        let formats = ["csv", "json", "table"]
        var before: [String] = []
        for format in formats { before.append(try await report(format)) }
        #expect(before[0].hasPrefix("number,bureau,item,declaration,revision,state,open,"))
        #expect(before.allSatisfy { text in numbers.allSatisfy(text.contains) && text.contains("RECEIVED") })

        #expect(try await rig.control("clock", "advance", "1d").status == 0)
        #expect(try await rig.control("--as", "hei", "case", "act", number, "accept").status == 0)
        var after: [String] = []
        for format in formats { after.append(try await report(format)) }
        #expect(after == before)

        let shown = try await rig.control("--as", "ann", "case", "show", number, "--at", Self.then)
        #expect(shown.output.contains("[RECEIVED]"), "\(shown.output)")
        let history = try await rig.control("--as", "ann", "case", "history", number, "--until", Self.then)
        #expect(history.output.contains("case.opened") && !history.output.contains("case.action"), "\(history.output)")
        let future = try await rig.control("--as", "ann", "case", "show", number, "--at", "2030-01-01T00:00:00+08:00")
        #expect(future.status == 1 && future.errors.contains("[FUTURE]"), "\(future.errors)")
        let early = try await rig.control("--as", "ann", "case", "show", number, "--at", "2022-07-12T08:59:59+08:00")
        #expect(early.status == 1 && early.errors.contains("[NOT_YET]"), "\(early.errors)")

        let time = try await rig.control("--as", "ann", "--json", "case", "time", number)
        let json = try JSON(parsing: Array(time.output.utf8))
        #expect(json["totalMs"] == 88_200_000, "\(time.output)")
        #expect(json["spans"]?[0]?["state"] == "CONTACT")
        #expect(json["handling"]?["ms"] == 88_200_000)
        let table = try await rig.control("--as", "ann", "case", "time", number, environment: ["LC_ALL": "zh_CN.UTF-8"])
        #expect(table.output.contains("1 日 00:30:00") && table.output.contains("退回申请人 0 次"), "\(table.output)")

        let migration = try await rig.control("--as", "hei", "item", "migrate", "market", "complaint")
        #expect(migration.status == 0 && migration.output.contains("in all: 0"), "\(migration)")
        let named = try await rig.control("--as", "hei", "item", "migrate", "market", "complaint", "--case", number)
        #expect(named.output.contains("[SAME_VERSION]"), "\(named)")
        let clerk = try await rig.control("--as", "ann", "item", "migrate", "market", "complaint")
        #expect(clerk.status == 1 && clerk.errors.contains("[ROLE]"), "\(clerk)")
        let none = try await rig.control("--as", "hei", "item", "migrate", "--undo", "7")
        #expect(none.status == 1 && none.errors.contains("[NO_MIGRATION]"), "\(none)")
    }
}
