// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Foundation
import Testing
import TongbanTestSupport

@Suite("tongbanctl: public notices", .timeLimit(.minutes(5)))
struct PublicNoticeTests {
    private static let persons = """
        {"persons": [
            {"id": "li", "name": "李", "roles": ["citizen"]},
            {"id": "yuan", "name": "院", "roles": ["disability:hospital"]},
            {"id": "can", "name": "残", "roles": ["disability:bureau"]},
            {"id": "yi", "name": "医", "roles": ["medical:bureau"]}
        ]}
        """

    @Test("a notice is read by everybody, objected to until its last day, and its objections by the bureau alone")
    func whole() async throws {
        let rig = try DaemonRig()
        try rig.install("disability", "DisabilityBureau")
        _ = try rig.folder.makeFolder("seed")
        try rig.folder.write("seed/persons.json", Self.persons)
        let daemon = try await rig.start(clock: "2022-07-12T09:00:00+08:00")
        defer { withExtendedLifetime(daemon) {} }
        #expect(try await rig.control("seed", "load", rig.folder.path + "/seed").status == 0)

        let opened = try await rig.control([
            "--as", "li", "--json", "case", "open", "disability", "certificate", "applicant=34060219750818007X",
            "name=张三",
            "village_code=340604100201",
        ])
        let number = try #require(try JSON(parsing: opened.output)["number"]?.stringValue, "\(opened)")
        let examined = try await rig.control([
            "--as", "yuan", "case", "act", number, "examine", "category=4", "grade=2",
        ])
        #expect(examined.status == 0, "\(examined)")

        let listed = try await rig.control(["--as", "yi", "--json", "publicity", "list"])
        let notice = try #require(try JSON(parsing: listed.output)["notices"]?.arrayValue?.first, "\(listed)")
        let id = try #require(notice["number"]?.stringValue)
        #expect(notice["end"] == "2022-07-19")
        let board = try await rig.control("publicity", "print", id)
        #expect(board.output.contains("张*") && !board.output.contains("34060219750818007X"), "\(board)")
        let objected = try await rig.control([
            "--as", "yi", "publicity", "object", id, "--who", "王某", "--text", "不符合条件",
        ])
        #expect(objected.status == 0, "\(objected)")
        let own = try await rig.control(["--as", "can", "publicity", "show", id])
        #expect(own.output.contains("王某"), "\(own)")
        let foreign = try await rig.control(["--as", "yi", "publicity", "show", id])
        #expect(foreign.status == 0 && !foreign.output.contains("王某"), "\(foreign)")
        let staff = try await rig.control(["--as", "can", "publicity", "withdraw", id, "--reason", "x"])
        #expect(staff.status == 1 && staff.errors.contains("[SUPERVISOR]"), "\(staff)")

        #expect(try await rig.control("clock", "advance", "--to", "2022-07-20T00:00:00+08:00").status == 0)
        let late = try await rig.control("publicity", "object", id, "--who", "王某", "--text", "再次异议")
        #expect(late.status == 1 && late.errors.contains("[NOTICE_OVER]"), "\(late)")
        let shown = try await rig.control(["--as", "can", "--json", "case", "show", number])
        #expect(try JSON(parsing: shown.output)["case"]?["summary"]?["state"] == "CONTESTED", "\(shown)")
        let over = try await rig.control("publicity", "list", "--over")
        #expect(over.output.contains(id), "\(over)")
    }
}
