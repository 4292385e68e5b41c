// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Foundation
import Testing
import TongbanTestSupport

@Suite("tongbanctl: who sees nothing of a bureau", .timeLimit(.minutes(5)))
struct DeniedTests {
    private static let persons = """
        {"persons": [
            {"id": "yun", "name": "运维", "roles": ["sysadmin"]},
            {"id": "can", "name": "残", "roles": ["disability:bureau"]},
            {"id": "shen", "name": "审", "roles": ["auditor"]}
        ]}
        """

    @Test("Given a sysadmin, when he opens a person record, then he is denied and it is logged")
    func sysadmin() async throws {
        let rig = try DaemonRig()
        try rig.install("disability", "DisabilityBureau")
        _ = try rig.folder.makeFolder("seed")
        try rig.folder.write("seed/persons.json", Self.persons)
        let daemon = try await rig.start(clock: "2022-07-12T09:00:00+08:00")
        defer { withExtendedLifetime(daemon) {} }
        #expect(try await rig.control("seed", "load", rig.folder.path + "/seed").status == 0)
        let put = try await rig.control([
            "--as", "can", "register", "put", "disability", "person",
            "id18=34060219750818007x", "name=张三", "cert_no=34060219750818007x42",
            "village_code=340602101203",
        ])
        #expect(put.status == 0, "\(put)")

        // Whoever belongs to the bureau sees it masked; the auditor too.
        for person in ["can", "shen"] {
            let shown = try await rig.control([
                "--as", person, "--json", "register", "show", "disability", "person", "34060219750818007X",
            ])
            #expect(shown.status == 0 && !shown.output.contains("张三"), "\(shown)")
        }
        for words in [
            ["register", "show", "disability", "person", "34060219750818007X"],
            ["register", "query", "disability", "person"], ["case", "show", "CL-20220712-000001"],
        ] {
            let denied = try await rig.control(["--as", "yun"] + words)
            #expect(denied.status == 1 && !denied.output.contains("34060219750818007X"), "\(denied)")
        }
        let log = try await rig.control(["journal", "export"])
        let entries = try log.output.split(separator: "\n").map { try JSON(parsing: String($0)) }
            .filter { $0["kind"] == "access.denied" }
        #expect(entries.count == 2, "\(log)")
        #expect(entries.allSatisfy { $0["actor"] == "yun" && $0["bureau"] == "disability" }, "\(log)")
    }
}
