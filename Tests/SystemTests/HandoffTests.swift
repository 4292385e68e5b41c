// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Foundation
import Testing
import TongbanTestSupport

@Suite("tongbanctl: hand-offs", .timeLimit(.minutes(5)))
struct HandoffTests {
    private static let persons = """
        {"persons": [
            {"id": "dai", "name": "代", "roles": ["congress:deputy"]},
            {"id": "xie", "name": "协", "roles": ["coordinator"]},
            {"id": "yi", "name": "医", "roles": ["medical:bureau"]}
        ]}
        """

    @Test("a finding goes to a body without a plugin on a slip, is sent back, sent on, done, refused and decided")
    func whole() async throws {
        let rig = try DaemonRig()
        try rig.install("congress", "CongressBureau")
        _ = try rig.folder.makeFolder("seed")
        try rig.folder.write("seed/persons.json", Self.persons)
        let daemon = try await rig.start(clock: "2022-07-12T09:00:00+08:00")
        defer { withExtendedLifetime(daemon) {} }
        #expect(try await rig.control("seed", "load", rig.folder.path + "/seed").status == 0)

        func handoff(_ person: String, _ verb: String, _ more: String...) async throws -> RunningProgram.Report {
            try await rig.control(["--as", person, "handoff", verb] + more)
        }
        func done(_ person: String, _ verb: String, _ more: String...) async throws -> String {
            let report = try await rig.control(["--as", person, "handoff", verb] + more)
            #expect(report.status == 0, "\(verb): \(report.errors)")
            return report.output
        }
        let opened = try await rig.control(
            "--json",
            "--as",
            "dai",
            "case",
            "open",
            "congress",
            "finding",
            "water=W1",
            "code=NO_SIGN",
            "severity=3"
        )
        let number = try #require(try JSON(parsing: opened.output)["number"]?.stringValue, "\(opened)")

        let long = String(repeating: "请", count: 501)
        let refused = try await handoff("dai", "send", number, "water", "--request", long)
        #expect(refused.status == 1 && refused.errors.contains("[TEXT_TOO_LONG]"), "\(refused)")
        let id = "HO-20220712-000001"
        #expect(try await done("dai", "send", number, "water", "--request", "请安装警示牌").contains(id))
        #expect(try await done("dai", "list", "--open").contains(number))
        #expect(try await rig.control("--as", "dai", "case", "show", number).output.contains(id))
        #expect(try await done("dai", "show", id).contains("NO_SIGN"))
        #expect(try await done("dai", "slip", id).contains("请安装警示牌"))
        #expect(try await handoff("yi", "show", id).errors.contains("[NO_HANDOFF]"))
        #expect(try await handoff("dai", "take", id).errors.contains("[HANDOFF_STATE]"))

        #expect(try await done("dai", "deliver", id).contains("RECEIVED"))
        #expect(try await done("dai", "bounce", id, "--competent", "城管局", "--reason", "非职责").contains("BOUNCED"))
        #expect(try await done("dai", "redirect", id, "--to", "city-order", "--name", "城管局").contains("SENT"))
        _ = try await done("dai", "deliver", id)
        #expect(try await done("dai", "bounce", id, "--competent", "水利局", "--reason", "非职责").contains("REFERRED"))
        #expect(
            try await handoff("dai", "decide", id, "--to", "water-office", "--reason", "属水利").errors.contains("[ROLE]")
        )
        #expect(try await done("xie", "decide", id, "--to", "water-office", "--reason", "属水利").contains("SENT"))
        _ = try await done("dai", "deliver", id)
        #expect(
            try await handoff("dai", "bounce", id, "--competent", "某局", "--reason", "x").errors.contains("[BINDING]")
        )
        #expect(try await done("dai", "take", id).contains("TAKEN"))
        #expect(try await done("dai", "done", id, "--result", "已安装").contains("DONE"))
        #expect(try await done("dai", "redo", id, "--reason", "位置不对").contains("REDO"))
        #expect(try await done("dai", "done", id, "--result", "已移位").contains("DONE"))
        #expect(try await done("dai", "confirm", id).contains("CONFIRMED"))
        #expect(try await done("dai", "list", "--open").contains(id) == false)
        #expect(try await rig.control("--as", "dai", "case", "show", number).output.contains(id) == false)
        let second = try await done("dai", "send", number, "water", "--request", "再装一块", "--urgency", "LIFE")
        #expect(second.contains("HO-20220712-000002"), "\(second)")
        #expect(try await done("dai", "withdraw", "HO-20220712-000002", "--reason", "不需要").contains("WITHDRAWN"))
    }
}
