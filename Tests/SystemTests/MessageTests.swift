// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Foundation
import Testing
import TongbanTestSupport

@Suite("tongbanctl: messages", .timeLimit(.minutes(5)))
struct MessageTests {
    private static let persons = """
        {"persons": [
            {"id": "cun", "name": "村", "roles": ["congress:villagehead"]},
            {"id": "tuan", "name": "团", "roles": ["congress:presidium"]},
            {"id": "li", "name": "李", "roles": ["congress:deputy"]},
            {"id": "yi", "name": "医", "roles": ["medical:bureau"]}
        ]}
        """

    @Test("what a duty's ladder tells lies in inboxes; contacts are set, shown masked; gateways are checked")
    func whole() async throws {
        let rig = try DaemonRig()
        try rig.install("congress", "CongressBureau")
        _ = try rig.folder.makeFolder("seed")
        try rig.folder.write("seed/persons.json", Self.persons)
        let daemon = try await rig.start(clock: "2022-07-11T21:00:00+08:00")
        defer { withExtendedLifetime(daemon) {} }
        #expect(try await rig.control("seed", "load", rig.folder.path + "/seed").status == 0)
        let planned = try await rig.control([
            "--as", "cun", "rota", "plan", "congress", "patrol", "340604100201", "--shift",
            "2022-07-12 00:00-24:00 li,wang",
        ])
        #expect(planned.status == 0, "\(planned)")
        #expect(try await rig.control("clock", "advance", "--to", "2022-07-12T01:30:00+08:00").status == 0)

        let inbox = try await rig.control(["--as", "cun", "--json", "message", "inbox"])
        let messages = try JSON(parsing: inbox.output)["messages"]?.arrayValue ?? []
        #expect(messages.map { $0["topic"]?.stringValue } == ["rota.missed"], "\(inbox)")
        #expect(messages.first?["urgency"] == "URGENT")
        let number = try #require(messages.first?["number"]?.stringValue)
        let other = try await rig.control(["--as", "yi", "message", "read", number])
        #expect(other.status == 1 && other.errors.contains("[ROLE]"), "\(other)")
        #expect(try await rig.control(["--as", "cun", "message", "read", number, "--confirm"]).status == 0)
        let empty = try await rig.control(["--as", "cun", "--json", "message", "inbox"])
        #expect(try JSON(parsing: empty.output)["messages"]?.arrayValue?.isEmpty == true, "\(empty)")
        let all = try await rig.control(["--as", "cun", "message", "inbox", "--all"])
        #expect(all.output.contains(number), "\(all)")
        let shown = try await rig.control(["--as", "tuan", "message", "show", number])
        #expect(shown.status == 0 && shown.output.contains("confirmed"), "\(shown)")

        #expect(try await rig.control("message", "contact", "cun", "--set", "--mobile", "13800138000").status == 0)
        let masked = try await rig.control("message", "contact", "cun")
        #expect(masked.output.contains("138****8000") && !masked.output.contains("13800138000"), "\(masked)")
        let bad = try await rig.control("message", "contact", "cun", "--set", "--mobile", "12345")
        #expect(bad.status == 1 && bad.errors.contains("[BAD_CONTACT]"), "\(bad)")
        let foreign = try await rig.control(["--as", "yi", "message", "contact", "cun", "--set"])
        #expect(foreign.status == 1 && foreign.errors.contains("[ROLE]"), "\(foreign)")

        let none = try await rig.control("message", "carry", "--channel", "sms", "--once", "--command", "/nowhere")
        #expect(none.status == 2, "\(none)")
        let nobody = try await rig.control([
            "--as", "cun", "message", "carry", "--channel", "sms", "--once", "--command", "/bin/cat",
        ])
        #expect(nobody.status == 1 && nobody.errors.contains("[ROLE]"), "\(nobody)")
    }

    @Test(
        "a gateway's command gets one line of JSON, is tried again when it fails for now, and the next channel is taken"
    )
    func carry() async throws {
        let rig = try DaemonRig()
        try rig.install("congress", "CongressBureau")
        _ = try rig.folder.makeFolder("seed")
        try rig.folder.write("seed/persons.json", Self.persons)
        let gateway = rig.folder.path + "/gateway"
        try rig.folder.write("gateway", "#!/bin/sh\ncat >>\"$0.in\"\nexit \"$(cat \"$0.status\")\"\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: gateway)
        try rig.folder.write("tongband.json", #"{"gateways": ["sms"], "sensitiveWords": ["巡逻"]}"#)
        let daemon = try await rig.start(
            clock: "2022-07-11T21:00:00+08:00",
            arguments: ["--config", rig.folder.path + "/tongband.json"]
        )
        defer { withExtendedLifetime(daemon) {} }
        #expect(try await rig.control("seed", "load", rig.folder.path + "/seed").status == 0)
        #expect(try await rig.control("message", "contact", "li", "--set", "--mobile", "13800138000").status == 0)
        let planned = try await rig.control([
            "--as", "cun", "rota", "plan", "congress", "patrol", "340604100201", "--shift",
            "2022-07-12 00:00-24:00 li,wang",
        ])
        #expect(planned.status == 0, "\(planned)")
        func carry() async throws -> RunningProgram.Report {
            try await rig.control("message", "carry", "--channel", "sms", "--once", "--command", gateway)
        }
        #expect(try await carry().output.isEmpty)
        #expect(try await rig.control("clock", "advance", "--to", "2022-07-12T00:30:00+08:00").status == 0)
        try rig.folder.write("gateway.status", "75")
        let failed = try await carry()
        #expect(failed.status == 0 && failed.output.contains("FAILED_FOR_NOW"), "\(failed)")
        #expect(try await carry().output.isEmpty)
        #expect(try await rig.control("clock", "advance", "--to", "2022-07-12T00:31:00+08:00").status == 0)
        try rig.folder.write("gateway.status", "0")
        let sent = try await carry()
        #expect(sent.output.contains("SENT"), "\(sent)")
        let lines = try String(contentsOfFile: gateway + ".in", encoding: .utf8).split(separator: "\n")
        let jsons = try lines.map { try JSON(parsing: String($0)) }
        #expect(jsons.count == 2 && jsons[0]["key"] == jsons[1]["key"] && jsons[0]["to"] == "13800138000", "\(lines)")
        #expect(jsons[0]["zh"]?.stringValue?.contains("巡逻") == false, "\(lines)")
        let key = try #require(jsons[0]["key"]?.stringValue)
        #expect(try await rig.control("message", "receipt", key, "delivered").output.contains("rota.missed"))
        let inbox = try await rig.control(["--as", "li", "--json", "message", "inbox"])
        #expect(try JSON(parsing: inbox.output)["messages"]?.arrayValue?.isEmpty == true, "\(inbox)")
        let history = try await rig.control("notice", "list", "--kind", "message")
        #expect(history.output.contains("message.sent") && !history.output.contains("13800138000"), "\(history)")
    }
}
