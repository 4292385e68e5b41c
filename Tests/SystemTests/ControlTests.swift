// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Foundation
import Glibc
import Testing
import TongbanTestSupport

@Suite("tongbanctl as a program", .timeLimit(.minutes(2)))
struct ControlTests {
    @Test(
        "without a daemon it exits with 3 and says how to name another socket",
        arguments: ["en_US.UTF-8", "zh_CN.UTF-8"]
    )
    func noDaemon(locale: String) async throws {
        let rig = try DaemonRig()
        let report = try await rig.control("status", environment: ["LC_ALL": locale])
        #expect(report.status == 3)
        #expect(report.output.isEmpty)
        #expect(report.errors.contains(rig.socket) && report.errors.contains("--socket"))
    }

    @Test(
        "wrong usage exits with 2, before any daemon is asked",
        arguments: [
            ["nonsense"], ["task"], ["task", "submit"], ["status", "--nonsense"], ["task", "show", "1", "2"],
            ["task", "submit", "work", "greet", "--payload", "[]"],
            ["task", "submit", "work", "greet", "--not-before", "tomorrow"],
            ["task", "submit", "work", "greet", "--deadline", "2022-07-12"],
            ["task", "submit", "work", "greet", "--max-attempts", "0"],
            ["task", "submit", "work", "greet", "--max-attempts", "1001"],
            ["task", "list", "--state", "lost"], ["task", "claim", "work", "--lease-seconds", "86401"],
            ["task", "complete", "1.1", "--output", "{"], ["task", "cancel"], ["task", "cancel", "1", "--all", "work"],
            ["task", "retry"], ["task", "retry", "1", "--all"],
            ["task", "fail", "1.1", "x", "--retry-after-seconds=-1"],
            ["case", "open", "market", "complaint", "source"], ["case", "act", "1", "accept", "--data", "{\"a\""],
            ["case", "list", "--open", "--closed"], ["calendar", "show", "2022-13"], ["calendar", "show", "2022-x"],
            ["item", "diagram", "market", "complaint", "--format", "png"], ["queue", "create", "work", "--rate", "0"],
            ["queue", "create", "work", "--rate", "1", "--rate-seconds", "31536001"], ["clock", "advance"],
            ["clock", "advance", "1d", "--to", "2022-07-12"], ["seed", "load", "/nonexistent"],
            ["notice", "follow", "--count", "0"],
        ]
    )
    func usage(arguments: [String]) async throws {
        let rig = try DaemonRig()
        let report = try await RunningProgram.run(
            DaemonRig.program("tongbanctl"),
            ["--socket", rig.socket] + arguments
        )
        #expect(report.status == 2, "\(report)")
        #expect(report.output.isEmpty && !report.errors.isEmpty)
    }

    @Test("JSON that is none is told of with the place, though no daemon runs")
    func placeInJSON() async throws {
        let rig = try DaemonRig()
        let report = try await rig.control("task", "submit", "work", "greet", "--payload", #"{"a": 1,}"#)
        #expect(report.status == 2 && report.errors.contains("--payload"), "\(report)")
        #expect(report.errors.contains("at byte 8"), "\(report.errors)")
    }

    @Test("following ends quietly when it is interrupted", arguments: [SIGINT, SIGTERM])
    func interrupted(signal: Int32) async throws {
        let rig = try DaemonRig()
        let daemon = try await rig.start()
        let follower = try RunningProgram(
            DaemonRig.program("tongbanctl"),
            ["--socket", rig.socket, "notice", "follow", "--after", "0"]
        )
        #expect(await follower.output.wait(for: "daemon.started"))
        follower.send(signal)
        #expect(try await follower.end() == .init(status: 0, wasKilled: false))
        #expect(await follower.errors.toEnd().isEmpty)
        daemon.send(SIGTERM)
        #expect(try await daemon.end().status == 0)
    }

    @Test("following ends quietly when the daemon stops in order, and with 3 when it is killed")
    func goodbye() async throws {
        let rig = try DaemonRig()
        for (signal, status) in [(SIGTERM, Int32(0)), (SIGKILL, 3)] {
            let daemon = try await rig.start()
            let follower = try RunningProgram(
                DaemonRig.program("tongbanctl"),
                ["--socket", rig.socket, "notice", "follow", "--after", "0"]
            )
            #expect(await follower.output.wait(for: "daemon.started"))
            daemon.send(signal)
            _ = try await daemon.end()
            #expect(try await follower.end() == .init(status: status, wasKilled: false))
            #expect(await follower.errors.toEnd().isEmpty == (status == 0))
        }
    }

    @Test("what the daemon refuses exits with 1 and names the code, in both languages")
    func refused() async throws {
        let rig = try DaemonRig()
        let daemon = try await rig.start()
        for (locale, word) in [("en_US.UTF-8", "refused"), ("zh_CN.UTF-8", "拒绝")] {
            let report = try await rig.control("clock", "advance", "3d", environment: ["LC_ALL": locale])
            #expect(report.status == 1)
            #expect(report.output.isEmpty)
            #expect(report.errors.contains("\(word) [NotSimulated]"), "\(report.errors)")
            let missing = try await rig.control("task", "submit", "nowhere", "x", environment: ["LC_ALL": locale])
            #expect(missing.status == 1)
            #expect(missing.errors.contains("[NoSuchQueue]"), "\(missing.errors)")
        }
        daemon.send(SIGTERM)
        #expect(try await daemon.end().status == 0)
    }

    @Test("--json prints JSON and nothing else, before the noun and behind the verb")
    func json() async throws {
        let rig = try DaemonRig()
        let daemon = try await rig.start(clock: "2022-07-12T09:00:00+08:00")
        let created = try await rig.control("queue", "create", "work")
        #expect(created.status == 0, "\(created.errors)")
        let malformed = try await rig.control("task", "submit", "work", "greet", "--payload", "{")
        #expect(malformed.status == 2 && malformed.output.isEmpty && malformed.errors.contains("--payload"))
        let submitted = try await rig.control(
            "--json",
            "task",
            "submit",
            "work",
            "greet",
            "--payload",
            #"{"text":"你好"}"#
        )
        let ids = try JSON(parsing: Array(submitted.output.utf8))["ids"]?.arrayValue?.compactMap(\.stringValue)
        let id = try #require(ids?.first)
        let shown = try await rig.control("task", "show", id, "--json")
        let task = try JSON(parsing: Array(shown.output.utf8))
        #expect((task["task"] ?? task)["payload"] == ["text": "你好"])
        for words in [["status"], ["queue", "list"], ["task", "list"], ["plugin", "list"], ["clock", "show"]] {
            let report = try await RunningProgram.run(
                DaemonRig.program("tongbanctl"),
                ["--socket", rig.socket, "--json"] + words
            )
            #expect(report.status == 0 && report.errors.isEmpty, "\(words): \(report)")
            #expect(try JSON(parsing: Array(report.output.utf8)).objectValue != nil)
        }
        daemon.send(SIGTERM)
        #expect(try await daemon.end().status == 0)
    }

    @Test("a table's columns stand under each other where names are Chinese")
    func columns() async throws {
        let rig = try DaemonRig()
        for (id, program) in [
            ("market", "MarketBureau"), ("medical", "MedicalBureau"), ("disability", "DisabilityBureau"),
            ("congress", "CongressBureau"),
        ] {
            try rig.install(id, program)
        }
        let daemon = try await rig.start()
        let report = try await rig.control("status", environment: ["LC_ALL": "zh_CN.UTF-8"])
        let lines = report.output.split(separator: "\n").map(String.init)
        let table = lines.drop { !$0.hasPrefix("部门") }
        #expect(table.count == 5, "\(report.output)")
        // A Chinese character takes two columns: the state begins in the same one of each line.
        let starts = table.map { line -> Int? in
            line.range(of: "状态").map { Self.width(line[..<$0.lowerBound]) }
                ?? line.range(of: "ready").map { Self.width(line[..<$0.lowerBound]) }
        }
        #expect(starts.allSatisfy { $0 != nil && $0 == starts.first }, "\(report.output)")
        daemon.send(SIGTERM)
        #expect(try await daemon.end().status == 0)
    }

    private static func width(_ text: Substring) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
    }
}
