// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Testing
import TongbanAPI
import TongbanTestSupport
import Varlink

@Suite("The service manager", .timeLimit(.minutes(2)))
struct ServiceManagerTests {
    @Test("is told of readiness and state, hears the watchdog, and is told of the end")
    func notifications() async throws {
        let rig = try DaemonRig()
        let manager = try ManagerSocket(in: rig.folder)
        let daemon = try RunningProgram(
            DaemonRig.program("tongband"),
            rig.arguments,
            environment: ["NOTIFY_SOCKET": manager.path, "WATCHDOG_USEC": "100000"]
        )

        let ready = try #require(await manager.message(with: "READY=1"))
        #expect(ready.contains("STATUS=running, 0 of 0 plugins ready"))
        // The socket serves from that moment on.
        let status = try await rig.client.call(DaemonInterface.Status.self, .init()).status
        #expect(status.state == .running)
        for _ in 0..<3 { #expect(await manager.message(with: "WATCHDOG=1") == ["WATCHDOG=1"]) }
        daemon.send(SIGHUP)
        let reloading = try #require(await manager.message(with: "RELOADING=1"))
        #expect(reloading.contains { $0.hasPrefix("MONOTONIC_USEC=") })
        #expect(await manager.message(with: "READY=1") != nil)

        daemon.send(SIGTERM)
        #expect(await manager.message(with: "STOPPING=1") != nil)
        #expect(try await daemon.end() == .init(status: 0, wasKilled: false))
        #expect(!FileManager.default.fileExists(atPath: rig.socket))
    }

    private static let activator = ["/usr/bin/systemd-socket-activate", "/bin/systemd-socket-activate"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    @Test(
        "hands over its socket, which the daemon serves instead of one of its own and leaves in its place",
        .enabled(if: Self.activator != nil, "systemd-socket-activate is not installed")
    )
    func activation() async throws {
        let rig = try DaemonRig()
        let socket = rig.folder.path + "/activated"
        let daemon = try RunningProgram(
            try #require(Self.activator),
            ["--listen", socket, "--fdname", "varlink", DaemonRig.program("tongband")] + rig.arguments
        )
        try #require(await daemon.errors.wait(for: "Listening on"))
        // The first connection starts the daemon, and is answered by it.
        let status = try await VarlinkClient(address: .path(socket)).call(DaemonInterface.Status.self, .init()).status
        #expect([.starting, .running].contains(status.state))
        #expect(!FileManager.default.fileExists(atPath: rig.socket))
        try #require(await daemon.errors.wait(for: "ready PLUGINS=0"))
        daemon.send(SIGTERM)
        #expect(try await daemon.end() == .init(status: 0, wasKilled: false))
        #expect(FileManager.default.fileExists(atPath: socket))
    }
}
