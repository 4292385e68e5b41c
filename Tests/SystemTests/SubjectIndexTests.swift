// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Foundation
import Testing
import TongbanTestSupport

@Suite("tongbanctl: the shared index", .timeLimit(.minutes(5)))
struct SubjectIndexTests {
    private static let persons = """
        {"persons": [
            {"id": "can", "name": "残", "roles": ["disability:bureau"]},
            {"id": "ju", "name": "局", "roles": ["disability:head"]},
            {"id": "yi", "name": "医", "roles": ["medical:bureau"]},
            {"id": "min", "name": "民", "roles": ["citizen"]}
        ]}
        """
    private static let who = "11010519491231002X"

    @Test("somebody is put, found masked, tagged, told of, and read, with each reading noted")
    func whole() async throws {
        let rig = try DaemonRig()
        try rig.install("disability", "DisabilityBureau")
        _ = try rig.folder.makeFolder("seed")
        try rig.folder.write("seed/persons.json", Self.persons)
        let daemon = try await rig.start(clock: "2022-07-12T09:00:00+08:00")
        defer { withExtendedLifetime(daemon) {} }
        #expect(try await rig.control("seed", "load", rig.folder.path + "/seed").status == 0)

        let put = try await rig.control([
            "--as", "can", "subject", "put", Self.who, "--name", "张三", "--area", "340604100201", "--address", "示例村 1 号",
        ])
        #expect(put.status == 0 && !put.output.contains("张三") && !put.output.contains(Self.who), "\(put)")
        let bad = try await rig.control("subject", "put", "110105194912310021", "--name", "张三")
        #expect(bad.status == 1 && bad.errors.contains("[BAD_SUBJECT]"), "\(bad)")
        let citizen = try await rig.control(["--as", "min", "subject", "show", Self.who])
        #expect(citizen.status == 1 && citizen.errors.contains("[ROLE]"), "\(citizen)")

        let found = try await rig.control(["--as", "yi", "subject", "find", "--area", "340604"])
        #expect(found.status == 0 && found.output.contains("110105********002X"), "\(found)")
        let odd = try await rig.control("subject", "find")
        #expect(odd.status == 2, "\(odd)")

        let tagged = try await rig.control(["--as", "can", "subject", "tag", Self.who, "disability", "helped"])
        #expect(tagged.status == 0 && tagged.output.contains("disability.helped"), "\(tagged)")
        let foreign = try await rig.control(["--as", "yi", "subject", "tag", Self.who, "disability", "helped"])
        #expect(foreign.status == 1 && foreign.errors.contains("[ROLE]"), "\(foreign)")
        let seen = try await rig.control(["--as", "yi", "--json", "subject", "show", Self.who])
        let card = try JSON(parsing: seen.output)["card"]
        #expect(card?["name"] == "张三" && card?["tags"]?.arrayValue?.isEmpty == true, "\(seen)")
        let hidden = try await rig.control(["--as", "yi", "subject", "find", "--tag", "disability.helped"])
        #expect(hidden.status == 1 && hidden.errors.contains("[ROLE]"), "\(hidden)")
        let own = try await rig.control(["--as", "can", "subject", "find", "--tag", "disability.helped"])
        #expect(own.status == 0 && own.output.contains("110105********002X"), "\(own)")

        let told = try await rig.control([
            "--as", "yi", "subject", "tell", Self.who, "person.deceased", "on=2022-07-11",
        ])
        #expect(told.status == 0, "\(told)")
        let shown = try await rig.control(["--as", "can", "subject", "show", Self.who])
        #expect(shown.output.contains("dead or dissolved") && shown.output.contains("2022-07-11"), "\(shown)")
        let late = try await rig.control(["--as", "can", "subject", "untag", Self.who, "disability", "helped"])
        #expect(late.status == 0, "\(late)")
        let more = try await rig.control(["--as", "can", "subject", "tag", Self.who, "disability", "helped"])
        #expect(more.status == 1 && more.errors.contains("[GONE]"), "\(more)")
        let history = try await rig.control("notice", "list", "--kind", "subject.read")
        #expect(history.output.contains("yi") && !history.output.contains(Self.who), "\(history)")
    }
}
