// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Civic
import Logging
import ServiceLifecycle
import Systemd
import TongbanService
import UnixSignals

#if canImport(Glibc)
import Glibc
#endif

/// The daemon's program: options, log, service manager, signals; the daemon itself is in TongbanService.
@main
struct Tongband: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tongband",
        abstract: "通办 · The daemon that carries a district government's work.",
        discussion: """
            Runs in the foreground until SIGTERM or SIGINT. Under systemd it takes the socket handed over and tells of
            its state. Options may come from TONGBAN_STATE, TONGBAN_SOCKET, TONGBAN_PLUGINS and the configuration file.
            """,
        version: "0.1.0"
    )

    @Option(help: "The folder that holds the database (TONGBAN_STATE).")
    var state: String?

    @Option(help: "The path of the socket (TONGBAN_SOCKET).")
    var socket: String?

    @Option(help: "A folder with a folder for each plugin; may be given again (TONGBAN_PLUGINS, separated by colons).")
    var plugins: [String] = []

    @Option(help: "A configuration file in JSON.")
    var config: String?

    @Option(help: "Run on a simulated clock from this moment, such as 2022-07-11T08:00:00+08:00.")
    var clock: String?

    @Option(help: "trace, debug, info, notice, warning, error or critical.")
    var logLevel: String?

    func run() async throws {
        signal(SIGPIPE, SIG_IGN)
        // A reload asked for before the daemon listens for it is not its end.
        signal(SIGHUP, SIG_IGN)
        let settings = try Settings(command: self).daemon
        let threshold = LogThreshold(settings.logLevel)
        LoggingSystem.bootstrap { label in JournalLogHandler(label: label, threshold: threshold) }
        let logger = Logger(label: "tongband")
        let notifier = SystemdNotifier()
        let activated = try Activation.sockets()
        let control = DaemonControl()
        let daemon = Daemon(
            configuration: settings,
            logger: logger,
            activated: activated,
            onReady: { ready, status in
                notifier.ready(status: status)
                logger.notice(
                    "ready",
                    metadata: [
                        JournalLogHandler.messageIDKey: "\(JournalMessageID.daemonReady.rawValue)",
                        "socket": "\(settings.socketPath)", "plugins": "\(ready)", "status": "\(status)",
                    ]
                )
            },
            onStatus: { notifier.status($0) },
            onStopping: { notifier.stopping(status: "stopping") },
            pulseInterval: (notifier.watchdogInterval ?? .seconds(20)) / 2,
            onPulse: notifier.isActive ? { @Sendable in notifier.watchdog() } : nil,
            control: control,
            surroundings: DaemonSurroundings(
                loadSettings: { try Settings(command: self).daemon.live },
                setLogLevel: { threshold.level = $0 },
                onReloading: { notifier.reloading(status: "reloading") },
                onReloaded: { notifier.ready(status: $0) }
            )
        )
        let reload = ReloadService(control: control)
        var configuration = ServiceGroupConfiguration(
            services: [
                ServiceGroupConfiguration.ServiceConfiguration(
                    service: daemon,
                    successTerminationBehavior: .gracefullyShutdownGroup,
                    failureTerminationBehavior: .cancelGroup
                ),
                ServiceGroupConfiguration.ServiceConfiguration(
                    service: reload,
                    successTerminationBehavior: .ignore
                ),
            ],
            logger: logger
        )
        configuration.gracefulShutdownSignals = [.sigterm, .sigint]
        let group = ServiceGroup(configuration: configuration)
        do {
            try await group.run()
        } catch {
            logger.critical("the daemon ended by a fault", metadata: ["error": "\(error)"])
            throw ExitCode(1)
        }
    }
}
