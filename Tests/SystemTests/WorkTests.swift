// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Foundation
import Glibc
import Testing
import TongbanTestSupport

@Suite("tongbanctl: tasks for people", .timeLimit(.minutes(5)))
struct WorkTests {
    private static let persons = """
        {"persons": [
            {"id": "ann", "name": "安", "roles": ["market:bureau"]},
            {"id": "bea", "name": "贝", "roles": ["market:bureau"]},
            {"id": "hei", "name": "黑", "roles": ["market:head"]},
            {"id": "li", "name": "李", "roles": ["market:citizen"]}
        ]}
        """

    private func json(_ report: RunningProgram.Report) throws -> JSON {
        #expect(report.status == 0, "\(report.errors)")
        return try JSON(parsing: Array(report.output.utf8))
    }

    private func open(_ rig: DaemonRig, _ matter: String) async throws -> String {
        let report = try await rig.control(
            "--as",
            "li",
            "--json",
            "case",
            "open",
            "market",
            "complaint",
            "source=GRID",
            "complainant=李某",
            "respondent=某店",
            "matter=\(matter)"
        )
        return try #require(try self.json(report)["number"]?.stringValue)
    }

    private func ids(_ rig: DaemonRig, _ person: String, _ list: String) async throws -> [String] {
        let output = try self.json(try await rig.control("--as", person, "--json", "task", list))
        return (output["tasks"]?.arrayValue ?? []).compactMap { $0["id"]?.stringValue }
    }

    @Test("a task is offered, taken, kept over a restart, substituted and ended, with the plugin there or not")
    func life() async throws {
        let rig = try DaemonRig()
        try rig.install("market", "MarketBureau")
        _ = try rig.folder.makeFolder("seed")
        try rig.folder.write("seed/persons.json", Self.persons)
        var daemon = try await rig.start(clock: "2022-07-12T09:00:00+08:00")
        let loaded = try await rig.control("seed", "load", rig.folder.path + "/seed")
        #expect(loaded.status == 0, "\(loaded.errors)")

        let number = try await self.open(rig, "短斤少两")
        let id = try #require(try await self.ids(rig, "ann", "offered").first)
        #expect(try await self.ids(rig, "li", "offered").isEmpty)
        let shown = try await rig.control("--as", "ann", "case", "show", number)
        #expect(shown.output.contains("task \(id) \"Received\""), "\(shown.output)")
        #expect(shown.output.contains("It waits for a person with role bureau to take it."))
        let table = try await rig.control("--as", "ann", "task", "offered", environment: ["LC_ALL": "zh_CN.UTF-8"])
        // Seven working days from Tuesday the 12th, the last of them a Thursday.
        #expect(table.output.contains("2022-07-21 周四 24:00"), "\(table.output)")
        #expect(table.output.contains("7 个工作日") && table.output.contains("accept 受理、refuse 不予受理"))

        #expect(try await rig.control("--as", "ann", "task", "take", id).status == 0)
        let second = try await rig.control("--as", "bea", "task", "take", id)
        #expect(second.status == 1 && second.errors.contains("[HELD_BY]") && second.errors.contains("ann"))
        let plain = try await rig.control("task", "claim", "market.people")
        #expect(plain.status == 1 && plain.errors.contains("[PEOPLE_QUEUE]"), "\(plain.errors)")
        let why = try await rig.control("task", "why", id)
        #expect(why.output.hasPrefix("ann holds it"), "\(why.output)")

        daemon.send(SIGTERM)
        #expect(try await daemon.end().status == 0)
        daemon = try await rig.start(clock: "2022-07-12T09:00:00+08:00")
        #expect(try await self.ids(rig, "ann", "mine") == [id])

        let absence = try await rig.control(
            "--as",
            "ann",
            "person",
            "absence",
            "add",
            "ann",
            "--from",
            "2022-07-12",
            "--to",
            "2022-07-29",
            "--substitute",
            "bea"
        )
        #expect(absence.status == 0, "\(absence.errors)")
        #expect(try await self.ids(rig, "bea", "mine") == [id])
        let open = try await rig.control("--as", "hei", "task", "open", "market")
        #expect(open.output.contains("bea (for ann)"), "\(open.output)")

        // People go on without the plugin; what only it can do waits, and the status says so.
        #expect(try await rig.control("plugin", "disable", "market").status == 0)
        let acted = try await rig.control("--as", "bea", "case", "act", number, "refuse", "reason=无证据")
        #expect(acted.status == 0, "\(acted.errors)")
        let task = try self.json(try await rig.control("--json", "task", "show", id))
        #expect((task["task"] ?? task)["output"] == ["action": "refuse", "by": "bea", "for": "ann"])
        let status = try await rig.control("status")
        #expect(status.output.contains("waiting: 1 tasks in queue market"), "\(status.output)")
        daemon.send(SIGTERM)
        #expect(try await daemon.end().status == 0)
    }

    @Test("heads assign, holders delegate and return, and each refusal has its code")
    func verbs() async throws {
        let rig = try DaemonRig()
        try rig.install("market", "MarketBureau")
        _ = try rig.folder.makeFolder("seed")
        try rig.folder.write("seed/persons.json", Self.persons)
        let daemon = try await rig.start(clock: "2022-07-12T09:00:00+08:00")
        _ = try await rig.control("seed", "load", rig.folder.path + "/seed")
        _ = try await self.open(rig, "短斤少两")
        let id = try #require(try await self.ids(rig, "ann", "offered").first)
        let steps: [(as: String, words: [String], code: String?)] = [
            ("ann", ["assign", id, "bea"], "SUPERVISOR"),
            ("hei", ["assign", id, "li"], "ROLE"),
            ("hei", ["assign", id, "nobody"], "NoSuchPerson"),
            ("hei", ["assign", id, "ann", "--reason", "熟悉情况"], nil),
            ("bea", ["return", id, "--reason", "x"], "NOT_HOLDER"),
            ("ann", ["delegate", id, "bea"], nil),
            ("bea", ["remind", id], "SUPERVISOR"),
            ("ann", ["remind", id, "--text", "今天"], nil),
            ("bea", ["return", id, "--reason", "不熟"], nil),
            ("ann", ["return", id, "--reason", "不熟", "--revision", "1"], "CONFLICT"),
            ("ann", ["return", id, "--reason", "不熟"], nil),
            ("ann", ["take", "999"], "NoSuchTask"),
        ]
        for step in steps {
            let report = try await RunningProgram.run(
                DaemonRig.program("tongbanctl"),
                ["--socket", rig.socket, "--as", step.as, "task"] + step.words
            )
            #expect(report.status == (step.code == nil ? 0 : 1), "\(step): \(report)")
            if let code = step.code { #expect(report.errors.contains("[\(code)]"), "\(step): \(report.errors)") }
        }
        let candidates = try self.json(try await rig.control("--as", "hei", "--json", "task", "candidates", id))
        #expect(candidates["candidates"]?.arrayValue?.map { $0["id"]?.stringValue } == ["ann", "bea"])
        let substitutes = try await rig.control("--as", "hei", "person", "substitute", "set", "ann", "bea")
        #expect(substitutes.status == 0, "\(substitutes.errors)")
        #expect(try await rig.control("--as", "ann", "person", "substitute", "show", "ann").output == "bea\n")
        let cancelled = try await rig.control("task", "cancel", id)
        #expect(cancelled.status == 1 && cancelled.errors.contains("[PEOPLE_QUEUE]"))
        daemon.send(SIGTERM)
        #expect(try await daemon.end().status == 0)
    }
}
