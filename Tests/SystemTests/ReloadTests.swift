// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Testing
import TongbanAPI
import TongbanTestSupport
import Varlink

@Suite("Reloading, and starting with a plugin that hangs", .timeLimit(.minutes(2)))
struct ReloadTests {
    /// A plugin that never answers.
    private static let hanging = "import time; time.sleep(600)"

    private static func start(_ rig: DaemonRig, _ manager: ManagerSocket) throws -> RunningProgram {
        try RunningProgram(
            DaemonRig.program("tongband"),
            rig.arguments + ["--config", rig.folder.path + "/tongband.json"],
            environment: ["NOTIFY_SOCKET": manager.path]
        )
    }

    private static func phases(_ rig: DaemonRig) async throws -> [String: String] {
        let plugins = try await rig.client.call(PluginsInterface.List.self, .init()).plugins
        return Dictionary(uniqueKeysWithValues: plugins.map { ($0.id, $0.state.rawValue) })
    }

    @Test("SIGHUP: a new plugin is started, a removed one stopped, settings change, a bad file changes nothing")
    func signal() async throws {
        let rig = try DaemonRig()
        try rig.folder.write("tongband.json", "{}")
        try rig.install("slow", script: PluginKillTests.slowBureau)
        let manager = try ManagerSocket(in: rig.folder)
        let daemon = try Self.start(rig, manager)
        let ready = try #require(await manager.message(with: "READY=1"))
        #expect(ready.contains("STATUS=running, 1 of 1 plugins ready"))

        try rig.folder.write("tongband.json", #"{"logLevel": "debug", "connectionLimitPerUser": 50}"#)
        try rig.install("market", "MarketBureau")
        try FileManager.default.removeItem(atPath: rig.plugins + "/slow")
        daemon.send(SIGHUP)
        let reloading = try #require(await manager.message(with: "RELOADING=1"))
        #expect(reloading.contains { $0.hasPrefix("MONOTONIC_USEC=") })
        #expect(await manager.message(with: "READY=1") != nil)
        #expect(await manager.message(with: "STATUS=running, 1 of 1 plugins ready") != nil)
        #expect(try await Self.phases(rig) == ["market": "ready"])
        #expect(await daemon.errors.wait(for: "connectionLimitPerUser: 1024 -> 50; logLevel: info -> debug"))
        #expect(daemon.errors.text.contains("plugin slow: removed; plugin market: added"))

        try rig.folder.write("tongband.json", #"{"logLevel": "debug", "connectionLimitPerUser": 0}"#)
        daemon.send(SIGHUP)
        #expect(await manager.message(with: "RELOADING=1") != nil)
        let refused = try #require(await manager.message(with: "READY=1"))
        #expect(refused.contains { $0.contains("refused") && $0.contains("connectionLimitPerUser") })
        #expect(try await Self.phases(rig) == ["market": "ready"])

        daemon.send(SIGTERM)
        #expect(try await daemon.end() == .init(status: 0, wasKilled: false))
    }

    @Test("io.systemd.service: anybody may ping; Reload is told what is wrong with the file; levels are syslog's")
    func management() async throws {
        let rig = try DaemonRig()
        try rig.folder.write("tongband.json", "{}")
        let manager = try ManagerSocket(in: rig.folder)
        let daemon = try Self.start(rig, manager)
        #expect(await manager.message(with: "READY=1") != nil)
        _ = try await rig.client.call(ServiceInterface.Ping.self, .init())
        _ = try await rig.client.call(ServiceInterface.Reload.self, .init())
        #expect(await manager.message(with: "RELOADING=1") != nil)
        #expect(await manager.message(with: "READY=1") != nil)
        try rig.folder.write("tongband.json", "{")
        do {
            _ = try await rig.client.call(ServiceInterface.Reload.self, .init())
            Issue.record("a bad file was taken")
        } catch let error as VarlinkError {
            guard case .refused("CONFIGURATION", _, let reason)? = error.failure(as: DaemonFailure.self) else {
                throw error
            }
            #expect(reason.contains("tongband.json"))
        }
        for level in [0, 7, 6] { _ = try await rig.client.call(ServiceInterface.SetLogLevel.self, .init(level: level)) }
        for level in [-1, 8] {
            do {
                _ = try await rig.client.call(ServiceInterface.SetLogLevel.self, .init(level: level))
                Issue.record("\(level) was taken")
            } catch let error as VarlinkError {
                #expect(error.failure(as: VarlinkServiceFailure.self) == .invalidParameter(parameter: "level"))
            }
        }
        daemon.send(SIGTERM)
        #expect(try await daemon.end() == .init(status: 0, wasKilled: false))
    }

    @Test(
        "a changed rule file: its plugin is started anew by it, the journal tells what changed; a faulty one changes nothing"
    )
    func ruleFile() async throws {
        let rig = try DaemonRig()
        try rig.folder.write("tongband.json", "{}")
        try rig.install("market", "MarketBureau")
        let manager = try ManagerSocket(in: rig.folder)
        let daemon = try Self.start(rig, manager)
        #expect(await manager.message(with: "READY=1") != nil)
        func rules(_ value: Int) throws {
            let file = rig.plugins + "/market/rules.json"
            let text = try String(contentsOfFile: rig.folder.path + "/original.json", encoding: .utf8)
            let rule = """
                {"id": "test.figure", "kind": "integer", "name": {"zh": "试验", "en": "A trial"}, "versions": [
                  {"effective_from": "2022-01-01", "value": \(value), "source": "a trial"}]}
                """
            let old = try #require(text.firstRange(of: "\"rules\": ["))
            let rest = text[old.upperBound...]
            let isEmpty = rest.first { !$0.isWhitespace } == "]"
            try (text[..<old.upperBound] + rule + (isEmpty ? "" : ",") + rest).write(
                toFile: file,
                atomically: true,
                encoding: .utf8
            )
        }
        try FileManager.default.copyItem(
            atPath: rig.plugins + "/market/rules.json",
            toPath: rig.folder.path + "/original.json"
        )
        for value in [1, 2] {
            try rules(value)
            _ = try await rig.client.call(ServiceInterface.Reload.self, .init())
            #expect(await manager.message(with: "RELOADING=1") != nil)
            #expect(await manager.message(with: "STATUS=running, 1 of 1 plugins ready") != nil)
            let shown = try await rig.control("rule", "show", "market", "test.figure")
            #expect(shown.output.contains("A trial (test.figure)"))
            #expect(shown.output.contains("2022-01-01  \(value)"))
        }
        let journal = try await rig.control("journal", "export")
        #expect(journal.output.contains(#""rule":"test.figure""#))
        #expect(journal.output.contains(#""value":2"#))

        try "{".write(toFile: rig.plugins + "/market/rules.json", atomically: true, encoding: .utf8)
        _ = try await rig.client.call(ServiceInterface.Reload.self, .init())
        #expect(await daemon.errors.wait(for: "the rule file is no JSON"))
        #expect(try await Self.phases(rig) == ["market": "ready"])
        #expect(try await rig.control("rule", "list", "market").output.contains("test.figure"))
        let check = try await rig.control("rule", "check", rig.plugins + "/market/rules.json")
        #expect(check.status == 1)
        daemon.send(SIGTERM)
        #expect(try await daemon.end() == .init(status: 0, wasKilled: false))
    }

    @Test("a plugin that never answers does not keep the daemon from being ready, and is named")
    func hanging() async throws {
        let rig = try DaemonRig()
        try rig.folder.write("tongband.json", "{}")
        try rig.install("hanging", script: Self.hanging)
        let manager = try ManagerSocket(in: rig.folder)
        let daemon = try Self.start(rig, manager)
        // Said long before its handshake is given up, after which it would be named otherwise.
        let ready = try #require(await manager.message(with: "READY=1"))
        #expect(ready.contains("STATUS=running, 0 of 1 plugins ready; starting: hanging"))
        #expect(try await Self.phases(rig) == ["hanging": "starting"])
        daemon.send(SIGTERM)
        #expect(try await daemon.end() == .init(status: 0, wasKilled: false))
    }
}
