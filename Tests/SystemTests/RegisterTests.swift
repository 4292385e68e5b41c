// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TongbanTestSupport

@Suite("tongbanctl: registers", .timeLimit(.minutes(5)))
struct RegisterTests {
    private static let persons = """
        {"persons": [
            {"id": "ann", "name": "安", "roles": ["congress:bureau"]},
            {"id": "hei", "name": "黑", "roles": ["congress:presidium"]},
            {"id": "yi", "name": "医", "roles": ["medical:bureau"]}
        ]}
        """
    private static let header = "id,name,kind,village_code,lat,lon,datum,danger\n"

    private static func row(_ id: String, danger: Int) -> String {
        "\(id),塘,DITCH_POND,340602101001,339859762,1168427409,WGS84,\(danger)\n"
    }

    @Test("a register is imported, looked at as it was, locked, amended and rekeyed by two persons, and exported")
    func whole() async throws {
        let rig = try DaemonRig()
        try rig.install("congress", "CongressBureau")
        _ = try rig.folder.makeFolder("seed")
        try rig.folder.write("seed/persons.json", Self.persons)
        let daemon = try await rig.start(clock: "2022-07-12T09:00:00+08:00")
        defer { withExtendedLifetime(daemon) {} }
        #expect(try await rig.control("seed", "load", rig.folder.path + "/seed").status == 0)

        func register(_ person: String?, _ verb: String..., more: [String] = []) async throws
            -> RunningProgram.Report
        {
            try await rig.control((person.map { ["--as", $0] } ?? []) + ["register"] + verb + more)
        }
        func importing(_ rows: String, _ more: String...) async throws -> RunningProgram.Report {
            try rig.folder.write("waters.csv", Self.header + rows)
            return try await register(nil, "import", "congress", "water", rig.folder.path + "/waters.csv", more: more)
        }
        func water(_ verb: String..., as person: String = "ann", more: String...) async throws -> String {
            let report = try await register(person, more: verb + ["congress", "water"] + more)
            #expect(report.status == 0, "\(report.errors)")
            return report.output
        }

        let rows = Self.row("W1", danger: 1) + Self.row("W2", danger: 2)
        #expect(try await importing(rows, "--from", "2022-06-01").status == 0)
        #expect(try await importing(rows, "--from", "2022-06-01").output.contains("2"))
        let faulty = try await importing(Self.row("W3", danger: 4) + Self.row("", danger: 1))
        #expect(faulty.status == 1 && faulty.output.contains("2") && faulty.output.contains("3"), "\(faulty)")
        #expect(try await water("count").contains("2"))
        #expect(try await water("count", more: "--by", "danger").contains("1"))

        #expect(try await importing(Self.row("W1", danger: 3), "--from", "2022-07-20").status == 0)
        let history = try await water("history", more: "W1")
        #expect(history.contains("2022-06-01") && history.contains("2022-07-20"), "\(history)")
        #expect(try await water("query", more: "--at", "2022-05-31").contains("W1") == false)
        #expect(try await water("query", more: "--where", "danger=2").contains("W1") == false)
        #expect(try await water("snapshot", "create", as: "hei", more: "2022-H1", "--day", "2022-06-30").contains("2"))

        #expect(try await register("ann", "lock", "congress", "water", "--reason", "年报").errors.contains("[ROLE]"))
        _ = try await water("lock", as: "hei", more: "--to", "2022-06-30", "--reason", "半年报")
        #expect(try await water("locks").contains("半年报"))
        let locked = try await importing(Self.row("W2", danger: 1), "--from", "2022-06-10")
        #expect(locked.status == 1 && locked.output.contains("W2"), "\(locked)")

        _ = try await water("amend", more: "W2", "danger=1", "--from", "2022-06-10", "--reason", "复核")
        #expect(try await register("ann", "amend-decide", "congress", "1", "--approve").errors.contains("[ROLE]"))
        #expect(try await register("hei", "amend-decide", "congress", "1", "--approve").status == 0)
        let amended = try await water("history", more: "W2")
        #expect(amended.contains("2022-06-10"), "\(amended)")
        #expect(try await water("snapshot", "show", more: "2022-H1").contains("W2"))

        _ = try await water("rekey", more: "W2", "id=W22", "--reason", "编号有误")
        #expect(try await register("hei", "amend-decide", "congress", "2", "--approve").status == 0)
        #expect(try await water("show", more: "W2").contains("W22"))
        let requests = try await register("ann", "requests", "congress", "--state", "approved")
        #expect(requests.output.contains("W2") && requests.output.contains("hei"), "\(requests)")

        let file = rig.folder.path + "/out.csv"
        _ = try await water("export", more: file, "--columns", "id,danger", "--no-mark")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "id,danger\r\nW1,1\r\nW22,1\r\n")
        _ = try await register(nil, "end", "congress", "water", "W1", "--on", "2022-07-12")
        #expect(try await water("query").contains("W1") == false)
        #expect(try await water("query", more: "--at", "2022-07-11").contains("W1"))

        let stranger = try await register("yi", "query", "congress", "water")
        #expect(stranger.status == 1 && stranger.errors.contains("[PERMISSION]"), "\(stranger)")
    }
}
