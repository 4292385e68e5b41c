// SPDX-License-Identifier: Apache-2.0

import Logging
import Testing

@testable import TongbanService

@Suite("Reading the configuration anew")
struct ReloadTests {
    private static let settings = LiveSettings(
        operators: [],
        trusted: [33],
        pluginDirectories: ["/a", "/b"],
        connectionLimit: 10,
        connectionLimitPerUser: 5,
        keepsFinishedTasksDays: 30,
        logLevel: .info,
        atStart: ["socket": "/run/x", "state": "/var/x"]
    )

    @Test("what is the same is not told")
    func same() {
        #expect(Self.settings.changes(from: Self.settings).isEmpty)
    }

    @Test("every change is told, with what it was and is; what counts at the start only is told to")
    func changes() {
        var next = Self.settings
        next.operators = [1001, 1000]
        next.trusted = []
        next.pluginDirectories = ["/a"]
        next.connectionLimit = 11
        next.connectionLimitPerUser = 6
        next.keepsFinishedTasksDays = 7
        next.logLevel = .debug
        next.atStart = ["socket": "/run/y", "state": "/var/x", "clock": "real"]
        #expect(
            next.changes(from: Self.settings) == [
                "operators: none -> 1000,1001", "trusted: 33 -> none", "plugins: /a:/b -> /a",
                "connectionLimit: 10 -> 11",
                "connectionLimitPerUser: 5 -> 6", "keepsFinishedTasksDays: 30 -> 7", "logLevel: info -> debug",
                "clock: counts from the next start", "socket: counts from the next start",
            ]
        )
    }

    @Test("the limits of the configuration are those it was given")
    func configuration() {
        var configuration = DaemonConfiguration(
            stateDirectory: "/s",
            socketPath: "/s/socket",
            pluginDirectories: ["/p"],
            launcher: "/l"
        )
        #expect(configuration.live.keepsFinishedTasksDays == 30)
        configuration.keepsFinishedTasksDays = 1
        configuration.operators = [7]
        #expect(configuration.keepsFinishedTasksDays == 1 && configuration.live.keepsFinishedTasksDays == 1)
        #expect(configuration.live.changes(from: configuration.live).isEmpty)
        #expect(configuration.live.operators == [7] && configuration.live.atStart["launcher"] == "/l")
    }

    @Test("reloads asked for are carried out one by one, in order; after the end they are refused")
    func control() async {
        let control = DaemonControl()
        async let first = control.reload()
        async let running: Void = {
            var count = 0
            await control.run {
                count += 1
                control.finish()
                return .done(["\(count)"])
            }
        }()
        #expect(await first == .done(["1"]))
        await running
        #expect(await control.reload() == .refused("the daemon is stopping"))
    }
}
