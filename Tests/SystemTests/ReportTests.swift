// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Foundation
import Testing
import TongbanTestSupport

@Suite("tongbanctl: reports", .timeLimit(.minutes(5)))
struct ReportTests {
    private static let persons = """
        {"persons": [
            {"id": "ann", "name": "安", "roles": ["market:bureau"]},
            {"id": "hei", "name": "黑", "roles": ["market:head"]},
            {"id": "bai", "name": "白", "roles": ["market:head"]},
            {"id": "jian", "name": "监", "roles": ["auditor"]},
            {"id": "yi", "name": "医", "roles": ["medical:bureau"]}
        ]}
        """
    private static let report = "market/monthly"

    @Test("a report run twice gives the same bytes; a period locked and then restated shows both versions")
    func versions() async throws {
        let rig = try DaemonRig()
        try rig.install("market", "MarketBureau")
        _ = try rig.folder.makeFolder("seed")
        try rig.folder.write("seed/persons.json", Self.persons)
        let daemon = try await rig.start(clock: "2022-07-12T09:00:00+08:00")
        defer { withExtendedLifetime(daemon) {} }
        #expect(try await rig.control("seed", "load", rig.folder.path + "/seed").status == 0)
        func open(_ matter: String) async throws {
            let report = try await rig.control(
                "--as",
                "ann",
                "case",
                "open",
                "market",
                "complaint",
                "source=GRID",
                "complainant=李某",
                "respondent=某店",
                "matter=\(matter)",
                "village_code=340602001001"
            )
            #expect(report.status == 0, "\(report.errors)")
        }
        func run(_ format: String, _ more: [String] = [], as person: String = "ann") async throws -> String {
            let report = try await rig.control(
                ["--as", person, "report", "run", Self.report, "--period", "2022-07", "--format", format] + more
            )
            #expect(report.status == 0, "\(report.errors)")
            return report.output
        }
        try await open("短斤少两")
        let list = try await rig.control("--as", "ann", "report", "list")
        #expect(list.output.contains(Self.report), "\(list)")
        for format in ["table", "csv", "json", "svg"] {
            let first = try await run(format)
            #expect(!first.isEmpty)
            #expect(try await run(format) == first)
            #expect(try await run(format, as: "jian") == first)
        }
        let json = try JSON(parsing: try await run("json"))
        #expect(json["total"]?["cells"]?[0]?["n"] == 1, "\(json)")
        let stranger = try await rig.control("--as", "yi", "report", "run", Self.report, "--period", "2022-07")
        #expect(stranger.status == 1 && stranger.errors.contains("[PERMISSION]"), "\(stranger)")
        let wrong = try await rig.control("--as", "ann", "report", "run", Self.report, "--period", "2022-13")
        #expect(wrong.status != 0, "\(wrong)")

        func change(_ person: String, _ verb: String, _ more: String...) async throws -> RunningProgram.Report {
            try await rig.control(["--as", person, "report", verb, Self.report, "--period", "2022-07"] + more)
        }
        #expect(try await change("hei", "lock").errors.contains("[NOT_OVER]"))
        #expect(try await rig.control("clock", "advance", "21d").status == 0)
        #expect(try await change("ann", "lock").errors.contains("[ROLE]"))
        #expect(try await change("hei", "lock").status == 0)
        let locked = try await run("json")
        #expect(try JSON(parsing: locked)["version"] == 1)
        let adjusted = try await change("hei", "adjust", "--figure", "complaints", "--delta=-1", "--reason", "重复")
        #expect(adjusted.status == 0 && adjusted.output.contains("2022-08"), "\(adjusted)")
        let august = try await rig.control("--as", "ann", "report", "run", Self.report, "--period", "2022-08")
        #expect(august.output.contains("2022-07") && august.output.contains("-1"), "\(august)")

        #expect(try await change("hei", "restate", "--reason", "重复登记").status == 0)
        #expect(try await change("hei", "approve").errors.contains("[SAME_PERSON]"))
        let approved = try await change("bai", "approve")
        #expect(approved.status == 0, "\(approved)")
        #expect(try await run("json", ["--version", "1"]) == locked)
        #expect(try JSON(parsing: try await run("json", ["--version", "2"]))["version"] == 2)
        let versions = try await change("ann", "versions")
        #expect(versions.output.contains("重复登记") && versions.output.contains("bai"), "\(versions)")
        let then = try await run("json", ["--at", "2022-07-12T08:59:00+08:00"])
        #expect(try JSON(parsing: then)["total"]?["cells"]?[0]?["n"] == 0, "\(then)")
    }
}
