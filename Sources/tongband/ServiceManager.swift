// SPDX-License-Identifier: Apache-2.0

import Logging
import ServiceLifecycle
import Systemd
import UnixSignals

/// The sockets the service manager handed over.
enum Activation {
    static func sockets() throws -> [Int32] {
        let handed = try ListenDescriptors(unsetEnvironment: true)
        let named = handed.named("varlink")
        return (named.isEmpty ? handed.all : named).filter(\.isListeningStream).map(\.number)
    }
}

/// Answers SIGHUP: tells the service manager that the configuration was looked at again.
///
/// Calendars, persons and declarations are loaded through the socket and take effect at once; what stands in the
/// configuration file concerns the start.
struct ReloadService: Service {
    let notifier: SystemdNotifier
    let logger: Logger

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        for await _ in signals.cancelOnGracefulShutdown() {
            _ = self.notifier.reloading(status: "reloading")
            self.logger.notice("reloaded")
            _ = self.notifier.ready(status: "running")
        }
    }
}
